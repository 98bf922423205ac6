package timex

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
)

func TestPublished(t *testing.T) {
	t.Parallel()
	const body = "\n\nThe mill closed on Monday. It was built on May 2, 1901."
	for name, tc := range map[string]struct{ text, day, at string }{
		"a line of its own":         {"March 3, 2026" + body, "2026-03-03", "March 3, 2026"},
		"in figures":                {"2026-03-03" + body, "2026-03-03", "2026-03-03"},
		"with its weekday":          {"Saturday 14 March 2026 09.00 GMT" + body, "2026-03-14", "Saturday 14 March 2026"},
		"with a clock":              {"Posted on Tuesday, March 3, 2026 at 2:30 p.m." + body, "2026-03-03", "Tuesday, March 3, 2026 at 2:30 p.m."},
		"dateline":                  {"LIMA, May 5, 2026 (Newswire) - Truck maker Dorn closed on Monday.", "2026-05-05", "May 5, 2026"},
		"dateline without a year":   {"LIMA, May 5 (Newswire) - Truck maker Dorn closed on Monday.", "", ""},
		"behind a place":            {"BOISE, Idaho — April 14, 2026 — Vantage Foods closed on Monday.", "2026-04-14", "April 14, 2026"},
		"one sentence with a place": {"Dorn Opens Mill\n\nBOISE, Idaho — April 14, 2026 — Dorn, Inc. (NYSE: DRN) today announced that it opened a mill.", "2026-04-14", "April 14, 2026"},
		"between dashes, told":      {"Dorn Opens Mill\n\nIn Boise the strike — May 3, 2025 — ended well.", "", ""},
		"byline":                    {"By Ann Lee | March 3, 2026" + body, "2026-03-03", "March 3, 2026"},
		"byline with a job":         {"By Ann Lee, Staff Writer, Mar. 3, 2026" + body, "2026-03-03", "Mar. 3, 2026"},
		"updated behind published":  {"Published: 3 March 2026\nUpdated: 5 March 2026" + body, "2026-03-03", "3 March 2026"},
		"updated first":             {"Updated 5 March 2026\nPublished 3 March 2026" + body, "2026-03-03", "3 March 2026"},
		"only updated":              {"Last modified on Tue 3 Mar 2026 12.01 GMT" + body, "2026-03-03", "Tue 3 Mar 2026"},
		"at the end":                {"Mill closes" + body + strings.Repeat(" It was old.", 20) + "\n\nPublished: 3 March 2026", "2026-03-03", "3 March 2026"},
		"in the middle":             {"Mill closes" + strings.Repeat(body, 8) + "\n\n3 March 2026" + strings.Repeat(body, 8), "", ""},
		"told":                      {"Mill closes" + body, "", ""},
		"told in a headline":        {"Inquiry into the fire of 3 May 2025" + body, "", ""},
		"a headline with by":        {"By 3 May 2027" + body, "", ""},
		"only a month":              {"March 2026" + body, "", ""},
		"no such day":               {"30 February 2026" + body, "", ""},
		"nothing":                   {"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g, err := New(false)
			require.NoError(t, err)
			d := &whosaid.Document{Text: tc.text}
			d.Tokens, d.Sentences = segment.Split(tc.text)
			zone := time.FixedZone("Lima", -5*60*60)
			for _, o := range []Options{{}, {Zone: zone}} {
				day, at, err := g.Published(context.Background(), d, nil, o)
				require.NoError(t, err)
				require.Equal(t, tc.day == "", day.IsZero())
				require.Equal(t, tc.at, d.Slice(at))
				if tc.day != "" {
					require.Equal(t, tc.day+" 00:00", day.Format("2006-01-02 15:04"))
				}
				if tc.day != "" && o.Zone != nil {
					require.Equal(t, zone, day.Location())
				}
			}
		})
	}
}

func TestPublishedStops(t *testing.T) {
	t.Parallel()
	g, err := New(false)
	require.NoError(t, err)
	d := &whosaid.Document{Text: "3 March 2026"}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	day, _, err := g.Published(ctx, d, nil, Options{})
	require.ErrorIs(t, err, context.Canceled)
	require.True(t, day.IsZero())
}
