package input

import "errors"

// warc is not part of the page, which reads one article at a time and is
// smaller without it.
func (c *cursor) warc() error { return errors.New("web archives cannot be read here") }
