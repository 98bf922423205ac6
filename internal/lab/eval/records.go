package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"io"
)

// Records are those of a file that Predict or another system wrote, by id.
type Records struct{ lines map[string]recordLine }

type recordLine struct {
	number int
	text   []byte
}

// ReadRecords keeps the lines of r in memory; they are read when they are
// needed. Errors name the line, as a *LineError.
func ReadRecords(r io.Reader) (*Records, error) {
	s := &Records{lines: map[string]recordLine{}}
	err := eachLine(r, func(n int, text []byte) error {
		var in struct {
			ID string `json:"id"`
		}
		err := json.Unmarshal(text, &in)
		switch {
		case err != nil:
		case in.ID == "":
			err = errors.New("no id")
		case s.lines[in.ID].number > 0:
			err = fmt.Errorf("id %q stands on line %d already", in.ID, s.lines[in.ID].number)
		}
		if err != nil {
			return &LineError{n, err}
		}
		s.lines[in.ID] = recordLine{n, bytes.Clone(text)}
		return nil
	})
	return s, err
}

// get returns the record for an annotated text, an empty one if there is none.
func (s *Records) get(g *corpus.Doc) (*Record, error) {
	l, ok := s.lines[g.ID]
	if !ok {
		return &Record{ID: g.ID, missing: true}, nil
	}
	r := &Record{}
	if err := json.Unmarshal(l.text, r); err != nil {
		return nil, fmt.Errorf("record on line %d: %w", l.number, err)
	}
	if err := r.check(len(g.Text)); err != nil {
		return nil, fmt.Errorf("record on line %d: %w", l.number, err)
	}
	return r, nil
}

// check reports the first span that does not lie in a text of n bytes.
func (r *Record) check(n int) error {
	spans := append([][2]int{}, r.Sentences...)
	for _, e := range r.Entities {
		spans = append(spans, [2]int{e.Start, e.End})
	}
	for _, t := range r.Timexes {
		spans = append(spans, [2]int{t.Start, t.End})
	}
	for _, q := range r.Quotes {
		spans = append(spans, [2]int{q.Start, q.End})
	}
	for _, c := range r.Claims {
		spans = append(spans, c.Spans...)
	}
	for _, s := range spans {
		if s[0] < 0 || s[0] > s[1] || s[1] > n {
			return fmt.Errorf("span %d:%d lies outside the text of %d bytes", s[0], s[1], n)
		}
	}
	return nil
}
