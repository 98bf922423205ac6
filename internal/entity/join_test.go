package entity

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// fixed finds what it is told to.
type fixed struct {
	names []Name
	err   error
}

func (f fixed) Recognize(context.Context, *whosaid.Document) ([]Name, error) { return f.names, f.err }

const traded = "Shares of ORB rose in New Orbit City."

func nameOf(text string, kind whosaid.EntityKind, score float64) Name {
	i := strings.Index(traded, text)
	return Name{whosaid.Span{Start: i, End: i + len(text)}, kind, score}
}

func TestJoin(t *testing.T) {
	t.Parallel()
	const place, org, work = whosaid.EntityPlace, whosaid.EntityOrganization, whosaid.EntityWork
	for _, c := range []struct {
		name  string
		lists [][]Name
		want  []Name
	}{
		{"none", nil, nil},
		{"the higher score", [][]Name{{nameOf("Shares of ORB", work, 0.45)}, {nameOf("ORB", org, 0.9)}}, []Name{nameOf("ORB", org, 0.9)}},
		{"the higher score comes first", [][]Name{{nameOf("ORB", org, 0.9)}, {nameOf("Shares of ORB", work, 0.45)}}, []Name{nameOf("ORB", org, 0.9)}},
		{"a tie", [][]Name{{nameOf("Orbit City", place, 0.5)}, {nameOf("New Orbit", place, 0.5)}}, []Name{nameOf("Orbit City", place, 0.5)}},
		{"no overlap, in text order", [][]Name{{nameOf("New Orbit City", place, 0.2)}, {nameOf("ORB", org, 0.9)}},
			[]Name{nameOf("ORB", org, 0.9), nameOf("New Orbit City", place, 0.2)}},
		{"one name that beats two", [][]Name{{nameOf("New", work, 0.3), nameOf("City", place, 0.4)}, {nameOf("New Orbit City", place, 0.5)}},
			[]Name{nameOf("New Orbit City", place, 0.5)}},
		{"what loses takes nothing with it", [][]Name{{nameOf("New Orbit", place, 0.3)}, {nameOf("Orbit City", place, 0.5)}, {nameOf("New", work, 0.2)}},
			[]Name{nameOf("New", work, 0.2), nameOf("Orbit City", place, 0.5)}},
		{"of one recognizer, what begins first", [][]Name{{nameOf("Orbit City", place, 0.9), nameOf("New Orbit", place, 0.3)}}, []Name{nameOf("New Orbit", place, 0.3)}},
		{"what cannot be a name", [][]Name{{nameOf("ORB", "alien", 1), {whosaid.Span{Start: 3, End: 400}, org, 1}}, {nameOf("ORB", org, 7), nameOf("City", place, math.NaN())}},
			[]Name{nameOf("ORB", org, 1), nameOf("City", place, 0)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var list []Recognizer
			for _, names := range c.lists {
				list = append(list, fixed{names: names})
			}
			got, err := Join(list).Recognize(context.Background(), split(traded))
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestJoinFails(t *testing.T) {
	t.Parallel()
	down := errors.New("the service is down")
	_, err := Join([]Recognizer{fixed{}, fixed{err: down}}).Recognize(context.Background(), split(traded))
	require.ErrorIs(t, err, down)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Join([]Recognizer{fixed{}}).Recognize(ctx, split(traded))
	require.ErrorIs(t, err, context.Canceled)
}
