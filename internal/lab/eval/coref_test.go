package eval

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

func TestB3(t *testing.T) {
	t.Parallel()
	name := func(at, cluster int) clustered {
		return clustered{whosaid.Span{Start: at, End: at + 5}, whosaid.EntityPerson, cluster}
	}
	tests := []struct {
		name       string
		gold, pred []clustered
		want       B3
	}{
		{"nothing", nil, nil, B3{}},
		{"right", []clustered{name(0, 1), name(10, 1), name(20, 2)}, []clustered{name(0, 7), name(10, 7), name(20, 3)}, B3{P: 1, R: 1, F1: 1, Gold: 3, Pred: 3}},
		{"joined", []clustered{name(0, 1), name(10, 2)}, []clustered{name(0, 1), name(10, 1)}, B3{P: 0.5, R: 1, F1: 0.6667, Gold: 2, Pred: 2}},
		{"parted", []clustered{name(0, 1), name(10, 1)}, []clustered{name(0, 1), name(10, 2)}, B3{P: 1, R: 0.5, F1: 0.6667, Gold: 2, Pred: 2}},
		{"missed and made up", []clustered{name(0, 1), name(10, 1)}, []clustered{name(2, 1), name(20, 1)}, B3{P: 0.25, R: 0.25, F1: 0.25, Gold: 2, Pred: 2}},
		{"cluster not told", []clustered{name(0, 0), name(10, 1)}, []clustered{name(0, 1), name(10, 1)}, B3{P: 1, R: 1, F1: 1, Gold: 1, Pred: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var b b3
			b.add(tt.gold, tt.pred)
			require.Equal(t, tt.want, b.score())
		})
	}
}

func TestGoldNames(t *testing.T) {
	t.Parallel()
	p := func(s, e, c int) clustered { return clustered{whosaid.Span{Start: s, End: e}, whosaid.EntityPerson, c} }
	ent := func(s, e int) corpus.Entity { return corpus.Entity{Start: s, End: e, Type: "PERSON"} }
	text := "Dr. Ann Lee met Bo Day. Lee left. Day's car"
	tests := []struct {
		name string
		doc  corpus.Doc
		want []clustered
	}{
		{"coref", corpus.Doc{Text: text, Entities: []corpus.Entity{ent(24, 27), ent(4, 11), ent(16, 22), {Start: 0, End: 3, Type: "DATE"}}, Coref: [][][2]int{{{4, 11}, {24, 27}}}},
			[]clustered{p(4, 11, 1), p(16, 22, 2), p(24, 27, 1)}},
		{"phrases", corpus.Doc{Text: text, Entities: []corpus.Entity{ent(4, 11), ent(16, 22), ent(34, 37)}, Mentions: []corpus.Entity{ent(0, 11), ent(34, 39)}, Coref: [][][2]int{{{0, 11}, {24, 27}}, {{16, 22}, {34, 39}}}},
			[]clustered{p(4, 11, 1), p(16, 22, 2), p(34, 37, 2)}},
		{"numbers", corpus.Doc{Text: text, Entities: []corpus.Entity{{Start: 4, End: 11, Type: "PERSON", Entity: 0.0}, {Start: 24, End: 27, Type: "PERSON", Entity: 0.0}, {Start: 8, End: 11, Type: "PERSON", Entity: 1.0}}},
			[]clustered{p(4, 11, 1), p(24, 27, 1)}},
		{"knowledge base", corpus.Doc{Text: text, Entities: []corpus.Entity{ent(4, 11), ent(16, 22)}, Mentions: []corpus.Entity{{Start: 4, End: 11, QID: "Q5"}, {Start: 16, End: 22, QID: "<NIL>"}}},
			[]clustered{p(4, 11, 1), p(16, 22, 0)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, goldNames(&tt.doc))
		})
	}
}

func TestCoref(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	r, err := entity.NewResolver()
	require.NoError(t, err)
	docs := []corpus.Doc{{
		Text:     "Ann Lee met Bob Day in Paris. Lee left.",
		Entities: []corpus.Entity{{Start: 0, End: 7, Type: "PERSON"}, {Start: 12, End: 19, Type: "PERSON"}, {Start: 23, End: 28, Type: "LOC"}, {Start: 30, End: 33, Type: "PERSON"}},
		Coref:    [][][2]int{{{0, 7}, {30, 33}}},
	}}
	d, err := x.Extract(context.Background(), docs[0].Text)
	require.NoError(t, err)
	var sum corefScore
	require.Nil(t, sum.result())
	require.NoError(t, sum.add(&docs[0], d, r))
	s := sum.result()
	require.Equal(t, B3{P: 1, R: 1, F1: 1, Gold: 4, Pred: 4}, s.Given)
	require.Equal(t, 4, s.Raw.Gold)
	require.Greater(t, s.Raw.F1, 0.5)
}

func TestGapAnswer(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{
		Text: "Ann Lee met Eve Day. She left.",
		Entities: []whosaid.Entity{
			{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee", Mentions: []int{0, 2}},
			{ID: 2, Kind: whosaid.EntityPerson, Name: "Eve Day", Mentions: []int{1}},
		},
		Mentions: []whosaid.Mention{
			{Span: whosaid.Span{Start: 0, End: 7}, Entity: 1, Form: whosaid.MentionName},
			{Span: whosaid.Span{Start: 12, End: 19}, Entity: 2, Form: whosaid.MentionName},
			{Span: whosaid.Span{Start: 21, End: 24}, Entity: 1, Form: whosaid.MentionPronoun},
		},
	}
	a, b := gapAnswer(d, &corpus.Gap{Pronoun: [2]int{21, 24}, A: [2]int{4, 7}, B: [2]int{12, 19}})
	require.True(t, a)
	require.False(t, b)
	a, b = gapAnswer(d, &corpus.Gap{Pronoun: [2]int{25, 29}, A: [2]int{4, 7}, B: [2]int{12, 19}})
	require.False(t, a || b)
}

func TestGAPCountsDecisions(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	var sum gapScore
	require.Nil(t, sum.result())
	for _, c := range []corpus.Doc{
		{Text: "Mrs. Lee wrote a book. Then she left.", Gap: &corpus.Gap{Pronoun: [2]int{28, 31}, A: [2]int{5, 8}, B: [2]int{17, 21}, ACoref: true}},
		{Text: "Nothing means him.", Gap: &corpus.Gap{Pronoun: [2]int{14, 17}, A: [2]int{0, 7}, B: [2]int{8, 13}, ACoref: true}},
	} {
		d, err := x.Extract(context.Background(), c.Text)
		require.NoError(t, err)
		sum.add(c.Gap, d)
	}
	require.Equal(t, &GAPScore{Docs: 2, PRF: PRF{P: 1, R: 0.5, F1: 0.6667, TP: 1, Gold: 2, Pred: 1}, She: 1}, sum.result())
}

func TestRoleScore(t *testing.T) {
	t.Parallel()
	org := "Orbit Labs"
	var s rolesScore
	require.Nil(t, s.result())
	s.add(&corpus.Doc{Roles: []corpus.Role{
		{Person: "Ann Lee", Role: [2]int{0, 10}, Org: "Orbit Labs"},
		{Person: "Bo Day", Role: [2]int{20, 30}},
		{Person: "Cy Fox", Role: [2]int{40, 50}, Org: "Orbit Labs"},
		{Person: "Di Ray", Role: [2]int{60, 70}},
	}}, &Record{Roles: []RoleRecord{
		{"Lee", [2]int{0, 10}, &org},
		{"Bo Day", [2]int{20, 30}, &org},
		{"Cy Fox", [2]int{44, 50}, &org},
		{"Cy Fox", [2]int{60, 70}, nil},
	}})
	r := s.result()
	require.Equal(t, []int{4, 4, 3, 2, 1}, []int{r.Relaxed.Gold, r.Relaxed.Pred, r.Relaxed.TP, r.Exact.TP, r.Full.TP})
	require.Equal(t, PRF{P: 0.25, R: 0.25, F1: 0.25, TP: 1, Gold: 4, Pred: 4}, r.Full)
}
