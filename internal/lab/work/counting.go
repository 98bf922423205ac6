package work

// Counting reports whether this build counts. [Overlay] replaces this file.
const Counting = false
