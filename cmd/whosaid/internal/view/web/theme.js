"use strict"; // before anything is painted
(() => {
  try {
    const theme = localStorage.getItem("whosaid-theme");
    if (theme) document.documentElement.style.colorScheme = theme;
  } catch {} // a page that may keep nothing
})();
