package input

import (
	"net/url"
	"regexp"
	"strings"
	"time"
)

// dayPath is the day in the paths of news sites: "/2026/03/05/",
// "/news/2026-03-05-mill-closes".
var dayPath = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)\b`)

// dayInURL is the day that the path of an address gives, zero if it gives none
// or several.
func dayInURL(address string) time.Time {
	u, err := url.Parse(address)
	if err != nil {
		return time.Time{}
	}
	found := dayPath.FindAllStringSubmatch(u.Path, 2)
	if len(found) != 1 {
		return time.Time{}
	}
	day, err := time.Parse("2006 01 02", strings.Join(found[0][1:], " "))
	if err != nil {
		return time.Time{}
	}
	return day
}
