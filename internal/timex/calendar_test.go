package timex

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestEaster(t *testing.T) {
	for year, want := range map[int]civil{
		1818: {1818, 3, 22}, 1943: {1943, 4, 25}, 2000: {2000, 4, 23}, 2008: {2008, 3, 23}, 2015: {2015, 4, 5}, 2016: {2016, 3, 27}, 2038: {2038, 4, 25},
	} {
		require.Equal(t, want, easterOf(year))
	}
	for year := 1600; year < 2600; year++ {
		c := easterOf(year)
		require.Equal(t, 7, c.weekday(), year)
		require.False(t, c.before(civil{year, 3, 22}), year)
		require.False(t, (civil{year, 4, 25}).before(c), year)
	}
}

func TestNthWeekday(t *testing.T) {
	for _, c := range []struct {
		y, m, w, n int
		want       civil
	}{
		{2015, 11, 4, 4, civil{2015, 11, 26}}, // Thanksgiving
		{2014, 5, 1, -1, civil{2014, 5, 26}},  // Memorial Day
		{2021, 5, 1, -1, civil{2021, 5, 31}},
		{2020, 2, 6, 5, civil{2020, 2, 29}},
		{2015, 9, 2, 1, civil{2015, 9, 1}},
	} {
		require.Equal(t, c.want, nthWeekday(c.y, c.m, c.w, c.n))
	}
}

func TestHolidaysFallOnDays(t *testing.T) {
	g, err := New(false)
	require.NoError(t, err)
	n := 0
	for i := range g.rules {
		r := &g.rules[i]
		if _, easter := r.args["easter"]; !easter && r.args["month"] == 0 {
			continue
		}
		n++
		for year := 1990; year < 2040; year++ {
			require.True(t, holidayOf(r, year).exists(), "rule %d in %d", r.index, year)
			require.Equal(t, year, holidayOf(r, year).year)
		}
	}
	require.Greater(t, n, 40)
}

func TestAddMonths(t *testing.T) {
	require.Equal(t, civil{2015, 2, 28}, civil{2015, 1, 31}.addMonths(1))
	require.Equal(t, civil{2016, 2, 29}, civil{2016, 1, 31}.addMonths(1))
	require.Equal(t, civil{2014, 12, 31}, civil{2015, 1, 31}.addMonths(-1))
	require.Equal(t, civil{2013, 11, 15}, civil{2015, 1, 15}.addMonths(-14))
}

func TestIntervalsHoldTheirDay(t *testing.T) {
	for c := (civil{2015, 1, 1}); c.year < 2017; c = c.addDays(1) {
		for _, p := range []point{{c, byDay, 0}, {c, byWeek, 0}, {c, byMonth, 0}, {c, byYear, 0}, {c, byDecade, 0}, {c, byCentury, 0}, {c, byQuarter, c.quarter()}} {
			from, to := p.interval()
			require.False(t, c.before(from), "%v", p)
			require.True(t, c.before(to), "%v", p)
		}
	}
}

func TestZones(t *testing.T) {
	for _, c := range []struct {
		zone, want int
		day        civil
	}{
		{-300, -300, civil{2015, 7, 1}}, {1300, -240, civil{2015, 7, 1}}, {1300, -300, civil{2015, 1, 5}},
		{1480, -420, civil{2015, 3, 8}}, {1480, -480, civil{2015, 3, 7}}, {1300, -300, civil{2015, 11, 1}}, {330, 330, civil{2015, 7, 1}},
	} {
		require.Equal(t, c.want, minutesEast(c.zone, c.day))
	}
	ny, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Skip("no zones on this machine")
	}
	for d := (civil{2014, 1, 1}); d.year < 2018; d = d.addDays(1) {
		_, offset := time.Date(d.year, time.Month(d.month), d.day, 12, 0, 0, 0, ny).Zone()
		require.Equal(t, offset/60, minutesEast(1300, d), d)
	}
}

func TestPadded(t *testing.T) {
	for _, n := range []int{0, 1, 9, 10, 99, 100, 999, 1000, 9999, 12345} {
		for width := 1; width < 6; width++ {
			require.Equal(t, fmt.Sprintf("%0*d", width, n), string(padded(nil, n, width)))
		}
	}
}

func TestFloorDiv(t *testing.T) {
	for _, c := range []struct{ a, b, want int }{
		{13, 12, 1}, {12, 12, 1}, {11, 12, 0}, {0, 12, 0}, {-1, 12, -1}, {-12, 12, -1}, {-13, 12, -2},
	} {
		require.Equal(t, c.want, floorDiv(c.a, c.b), "%d by %d", c.a, c.b)
	}
}
