package extract_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"reflect"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/hostile"
)

var (
	texts     = flag.Int("texts", 200, "how many texts of each generator the property tests read; CI and make hostile take more")
	firstSeed = flag.Uint64("seed", 1, "the seed of the first of these texts: the one that a failure names")
)

func TestRecombinedTexts(t *testing.T) {
	t.Parallel()
	searchTexts(t, hostile.NewRecombiner().Text)
}

// TestRecombinedTextsWithOptions: what is promised holds with options too.
func TestRecombinedTextsWithOptions(t *testing.T) {
	t.Parallel()
	searchTexts(t, hostile.NewRecombiner().Text,
		extract.WithDates(entities.Forward(), entities.DayFirst()), extract.WithPublishedFromText(),
		extract.WithNames(whosaid.EntityPerson, "the spokesman", "He", "Vale", "U.S."),
		extract.WithoutNames("Ann Lee", "Orbit Labs"),
		extract.WithKinds(whosaid.EntityPerson, whosaid.EntityOrganization))
}

// mostFinds ends a search: what breaks once mostly breaks often.
const mostFinds = 10

// searchTexts checks what is promised of any text on those that a generator
// makes of seeds, on all cores. A find is made again by -seed N -texts 1.
func searchTexts(t *testing.T, generate func(seed uint64) string, opts ...extract.Option) {
	shared, count := newExtractor(t, opts...), int64(*texts)
	if testing.Short() {
		count = max(1, count/5)
	}
	var next, finds atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			p := prober{used: shared, opts: opts}
			for i := next.Add(1) - 1; i < count && finds.Load() < mostFinds; i = next.Add(1) - 1 {
				seed := *firstSeed + uint64(i)
				text := generate(seed)
				if problem := p.problem(text, seed); problem != "" {
					finds.Add(1)
					small := p.shrink(text, seed, problem)
					t.Errorf("seed %d: %s\nsmallest text: %q: %s", seed, problem, small, p.problem(small, seed))
				}
			}
		})
	}
	wg.Wait()
}

// A prober checks what is promised of any text.
type prober struct {
	used  *extract.Extractor // has read many texts
	fresh *extract.Extractor // has read few
	opts  []extract.Option   // of both
	reads int
}

// freshFor is how many texts an Extractor counts as fresh: New takes as long as
// reading a hundred.
const freshFor = 2000

// spoilers are read before a text is read again, so that anything they left in
// the memory that readings share shows.
var spoilers = []string{
	strings.Repeat("he said that “Ann Lee (of Orbit Labs) said on Tuesday, ", 4),
	"A: no.\n\nB: no.\n\nA: “No,” said C, 54, who left for $3 million on 3 May 2016.\n\n“Nor D.",
	"\xff“‘\"«(\x00 \r\n\u2028said\u202e",
	"",
}

// problem tells what promise the text breaks, "" if none.
func (p *prober) problem(text string, seed uint64) (problem string) {
	defer func() {
		if r := recover(); r != nil {
			problem = fmt.Sprintf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	if p.reads++; p.fresh == nil || p.reads%freshFor == 0 {
		fresh, err := extract.New(p.opts...)
		if err != nil {
			return err.Error()
		}
		p.fresh = fresh
	}
	d, err := p.used.Extract(context.Background(), text, extract.Published(day))
	if err != nil {
		return err.Error()
	}
	if err := d.Validate(); err != nil {
		return err.Error()
	}
	first, err := json.Marshal(d)
	if err != nil {
		return err.Error()
	}
	for _, check := range []func() string{
		func() string { return unchanged(d, text) },
		func() string { return oneMeaning(d) },
		func() string { return throughJSON(first) },
		func() string { return p.again(text, seed, first) },
		func() string { return p.otherDay(text, seed, d) },
	} {
		if problem := check(); problem != "" {
			return problem
		}
	}
	return ""
}

func unchanged(d *whosaid.Document, text string) string {
	if d.Text != text {
		return "the text was changed"
	}
	return ""
}

// oneMeaning checks that a source that several quotes and claims share means the
// same in all of them. That it means what a mention there means, Validate sees.
func oneMeaning(d *whosaid.Document) string {
	means := map[whosaid.Span]whosaid.EntityID{}
	check := func(s whosaid.Span, id whosaid.EntityID) string {
		before, known := means[s]
		if means[s] = id; known && before != id && !s.Empty() {
			return fmt.Sprintf("source %d:%d means entity %d and entity %d", s.Start, s.End, before, id)
		}
		return ""
	}
	problem := ""
	for _, q := range d.Quotes {
		problem = cmp.Or(problem, check(q.Source, q.Speaker))
	}
	for _, c := range d.Claims {
		problem = cmp.Or(problem, check(c.Claimant.Source, c.Claimant.Entity))
		for _, r := range c.Responses {
			problem = cmp.Or(problem, check(r.Source, r.Entity))
		}
	}
	return problem
}

// throughJSON checks that a document comes out of JSON as it went in.
func throughJSON(first []byte) string {
	var back whosaid.Document
	if err := json.Unmarshal(first, &back); err != nil {
		return "JSON cannot be read back: " + err.Error()
	}
	if err := back.Validate(); err != nil {
		return "read back from JSON: " + err.Error()
	}
	second, err := json.Marshal(&back)
	if err != nil {
		return err.Error()
	}
	if !bytes.Equal(first, second) {
		return "JSON changes on its way: " + difference(first, second)
	}
	return ""
}

// A stopping context is done after so many looks at it.
type stopping struct {
	context.Context
	looks uint64
}

func (s *stopping) Err() error {
	if s.looks == 0 {
		return context.Canceled
	}
	s.looks--
	return nil
}

// again checks that another Extractor gives the same bytes, after it was
// stopped somewhere in the reading of another text, or has read all of it.
func (p *prober) again(text string, seed uint64, first []byte) string {
	ctx := &stopping{context.Background(), seed % 29}
	if _, err := p.fresh.Extract(ctx, spoilers[seed%uint64(len(spoilers))]); err != nil && !errors.Is(err, context.Canceled) {
		return err.Error()
	}
	d, err := p.fresh.Extract(context.Background(), text, extract.Published(day))
	if err != nil {
		return err.Error()
	}
	second, err := json.Marshal(d)
	if err != nil {
		return err.Error()
	}
	if !bytes.Equal(first, second) {
		return "another reading gives other bytes: " + difference(first, second)
	}
	return ""
}

// otherDay checks that the document date changes the values of dates only,
// with no date or another one by turns.
func (p *prober) otherDay(text string, seed uint64, want *whosaid.Document) string {
	var opts []extract.DocOption
	if seed%2 == 0 {
		opts = append(opts, extract.Published(day.AddDate(-90, 4, 3)))
	}
	d, err := p.used.Extract(context.Background(), text, opts...)
	if err != nil {
		return err.Error()
	}
	if err := d.Validate(); err != nil {
		return "on another day: " + err.Error()
	}
	if want, got := undated(want), undated(d); !reflect.DeepEqual(want, got) {
		a, _ := json.Marshal(want)
		b, _ := json.Marshal(got)
		return "another document date changes more than date values: " + difference(a, b)
	}
	return ""
}

// undated is a copy of d without the values of its dates.
func undated(d *whosaid.Document) *whosaid.Document {
	c := *d
	c.Published, c.PublishedSpan = time.Time{}, whosaid.Span{}
	c.Dates = make([]whosaid.Date, len(d.Dates))
	for i := range d.Dates {
		c.Dates[i] = whosaid.Date{Span: d.Dates[i].Span, Type: d.Dates[i].Type}
	}
	return &c
}

// difference shows where two texts begin to differ.
func difference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-60)
	return fmt.Sprintf("%q against %q", a[from:min(len(a), i+60)], b[from:min(len(b), i+60)])
}

var digits = regexp.MustCompile(`[0-9]+`)

// kindOf is a problem without its numbers and all that follows its first line.
func kindOf(problem string) string {
	line, _, _ := strings.Cut(problem, "\n")
	line, _, _ = strings.Cut(line, ": \"")
	return digits.ReplaceAllString(line, "N")
}

// shrink drops stretches of text, long ones first, for as long as what is left
// has a problem of the same kind.
func (p *prober) shrink(text string, seed uint64, problem string) string {
	kind := kindOf(problem)
	for size := len(text) / 2; size > 0; {
		dropped := false
		for at := 0; at+size <= len(text); {
			shorter := text[:at] + text[at+size:]
			if kindOf(p.problem(shorter, seed)) == kind {
				text, dropped = shorter, true
			} else {
				at += max(1, size/2)
			}
		}
		if !dropped {
			size /= 2
		}
	}
	return text
}

// TestProblemsAreSeen: the checks above see what they are there for.
func TestProblemsAreSeen(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	text := "Ann Lee said on Tuesday: “No.”"
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	require.NoError(t, err)
	first, err := json.Marshal(d)
	require.NoError(t, err)

	p := prober{used: x, fresh: newExtractor(t, extract.WithoutNames("Ann Lee"))}
	require.Empty(t, (&prober{used: x}).problem(text, 1))
	require.Contains(t, p.problem(text, 1), "another reading gives other bytes")
	require.Contains(t, unchanged(d, text+" "), "changed")
	require.Contains(t, throughJSON(bytes.Replace(first, []byte(`"id":1`), []byte(`"id":7`), 1)), "read back from JSON")
	require.Contains(t, throughJSON(append([]byte(" "), first...)), "JSON changes on its way")
	require.Contains(t, throughJSON(first[1:]), "cannot be read back")
	d.Dates[0].Start++
	require.Contains(t, p.otherDay(text, 1, d), "changes more than date values")
	require.Contains(t, p.otherDay(text, 2, d), "changes more than date values")
	require.Contains(t, (&prober{}).problem(text, 1), "panic: ")
}

// TestShrink: a find is made as small as it goes.
func TestShrink(t *testing.T) {
	t.Parallel()
	p := prober{used: newExtractor(t, extract.WithMaxBytes(20)), fresh: newExtractor(t)}
	text := strings.Repeat("Ann Lee said so. ", 9)
	require.Len(t, p.shrink(text, 1, p.problem(text, 1)), 21)
}
