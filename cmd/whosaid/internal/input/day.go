package input

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
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

// localDay is the moment of publication or, where its page has it in universal time
// and the address has the day before or after, the day of the address, which is that
// of the outlet: its evening may be the next day elsewhere. "On Tuesday" counts from
// that.
func localDay(published, address time.Time) time.Time {
	_, offset := published.Zone()
	day := published.Truncate(24 * time.Hour)
	if offset == 0 && !published.Equal(day) && !address.IsZero() && address.Sub(day).Abs() == 24*time.Hour {
		return address
	}
	return published
}

// isPlaceholder reports whether a moment is one that programs write for none: the
// beginning of their time.
func isPlaceholder(t time.Time) bool {
	return t.Year() <= 1 || t.Sub(time.Unix(0, 0)).Abs() < 24*time.Hour
}

// layouts are the forms of dates that ParseDate knows.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateTime, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
	"2006-01-02T15:04:05MST",
	time.DateOnly, "2006-01", "2006", "2006/01/02", "20060102", "20060102150405",
	"January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "2.1.2006",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, Jan 2 2006 15:04:05 MST",
	"20060102T150405Z0700", "20060102T150405", "2006-01-02Z07:00",
}

// ordinal is a day as "5th".
var ordinal = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)

// ParseDate reads a date as files and command lines write it: a year or a month
// is its first day, ten digits are Unix seconds, thirteen are milliseconds.
func ParseDate(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseUint(s, 10, 63); err == nil {
		switch len(s) {
		case 10:
			return time.Unix(int64(n), 0).UTC(), nil
		case 13:
			return time.UnixMilli(int64(n)).UTC(), nil
		}
	}
	plain := ordinal.ReplaceAllString(s, "$1")
	for _, l := range layouts {
		if t, err := time.Parse(l, plain); err == nil {
			return t, nil
		}
	}
	if t, err := mail.ParseDate(s); err == nil { // without seconds, with a comment …
		return t, nil
	}
	return time.Time{}, fmt.Errorf("%q is not a date such as 2015-09-24", s)
}
