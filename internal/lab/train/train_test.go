package train

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/names/labels"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// toy sequences are of words 1 and 2; a 2 is labelled B after a 1, A
// elsewhere; a 1 is always A. Every third label is unknown.
func toy() []Sequence {
	var out []Sequence
	for i := range 60 {
		var s Sequence
		last := uint32(0)
		for k := range 8 {
			w := uint32(1 + (i>>(k%5)+k*i/7)%2)
			label := uint64(1)
			if w == 2 && last == 1 {
				label = 2
			}
			if (i+k)%3 == 0 {
				label = 3
			}
			s.Features = append(s.Features, []uint32{linear.Mix(1, w), linear.Mix(2, last<<8|w)})
			s.Allowed = append(s.Allowed, label)
			last = w
		}
		s.Weight = 1
		out = append(out, s)
	}
	return out
}

func toyOptions() CRFOptions {
	return CRFOptions{Labels: []string{"A", "B"}, MinCount: 1, Epochs: 12, Rate: 0.3, L2: 1e-5, Seed: 3}
}

func TestCRFLearns(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*CRFOptions){
		"plain":    func(*CRFOptions) {},
		"averaged": func(o *CRFOptions) { o.Average = 4 },
		"dropping": func(o *CRFOptions) { o.Drop, o.Epochs = 0.2, 20 },
		"ridge":    func(o *CRFOptions) { o.Ridge = 0.05 },
		"easy":     func(o *CRFOptions) { o.Easy, o.Small = 0.05, 1e-4 },
	} {
		opt := toyOptions()
		change(&opt)
		m, err := linear.Open(modelfile.Names, TrainCRF(toy(), opt).Compile(CompileOptions{Scale: 32}))
		require.NoError(t, err)
		words, want := []uint32{1, 2, 2, 1, 1, 2}, []uint8{0, 1, 0, 0, 0, 1}
		emit := make([]int32, 2*len(words))
		last := uint32(0)
		for i, w := range words {
			m.Score(linear.Mix(1, w), emit[2*i:2*i+2])
			m.Score(linear.Mix(2, last<<8|w), emit[2*i:2*i+2])
			last = w
		}
		got, _ := m.Decode(emit, new(linear.Lattice), nil, nil)
		require.Equal(t, want, got, name)
	}
}

func TestSameDataSameBytes(t *testing.T) {
	t.Parallel()
	opt := toyOptions()
	opt.Drop, opt.Average, opt.Ridge, opt.Easy = 0.1, 3, 0.1, 0.02
	train := func() []byte { return TrainCRF(toy(), opt).Compile(CompileOptions{Scale: 32}) }
	require.Equal(t, train(), train())
}

// A path that is certain gives the same score and gradient as the sums over
// one path do.
func TestFollowIsPass(t *testing.T) {
	t.Parallel()
	c := TrainCRF(toy(), toyOptions())
	emit := []float32{0.5, -1, 2, 0.25, -0.5, 1}
	allowed := []uint64{1, 2, 1}
	for i, m := range c.moves {
		c.exp[i] = c.allowed[i] * exp32(m)
	}
	var s crfScratch
	s.grow(3, 2)
	summed := c.pass(3, emit, allowed, s.alpha, s.beta, s.scale, s.marg, s.edge, 1)
	edge, marg := make([]float32, 4), make([]float32, 6)
	require.InDelta(t, summed, c.follow(emit, allowed, marg, edge), 1e-4)
	require.InDeltaSlice(t, s.marg[:6], marg, 1e-5)
	require.InDeltaSlice(t, s.edge[:4], edge, 1e-5)
	require.True(t, certain(allowed))
	require.False(t, certain([]uint64{1, 3}))
	c.allowed[0*2+1] = 0
	require.True(t, math.IsInf(c.follow(emit, allowed, marg, edge), -1))
}

func TestIsotonic(t *testing.T) {
	t.Parallel()
	var data []judged
	for i := range 3000 {
		margin := int32(i % 30)
		data = append(data, judged{margin, int32(i*7919%30) < margin})
	}
	bins := isotonic(data, 100)
	require.NotEmpty(t, bins)
	require.LessOrEqual(t, len(bins), 30)
	for i := 1; i < len(bins); i++ {
		require.Less(t, bins[i-1].Margin, bins[i].Margin)
		require.LessOrEqual(t, bins[i-1].Permille, bins[i].Permille)
	}
	require.Less(t, bins[0].Permille, uint16(200))
	require.Greater(t, bins[len(bins)-1].Permille, uint16(800))
	require.Less(t, bins[len(bins)-1].Permille, uint16(1000), "nothing is certain")
	require.Empty(t, isotonic(nil, 10))
}

func TestVariantsKeepNamesWhereTheyAre(t *testing.T) {
	t.Parallel()
	text := "Zoë Quill ran Orbit Labs."
	name := strings.Index(text, "Orbit")
	label := []corpus.Label{{Start: name, End: name + len("Orbit Labs"), Type: "ORG"}}
	doc := &corpus.Doc{Text: text, Entities: []corpus.Entity{{Start: 0, End: len("Zoë Quill"), Type: "PERSON"}, {Start: name, End: name + len("Orbit Labs"), Type: "ORG"}},
		A: label, B: label, C: label}
	forms := map[string]bool{}
	for i := range 8 {
		for _, v := range variants(doc, i, false) {
			n := len(v.Entities)
			require.GreaterOrEqual(t, n, 2)
			person, org := v.Entities[n-2], v.Entities[n-1]
			require.True(t, strings.EqualFold("Zoë Quill", v.Text[person.Start:person.End]), v.Text)
			require.True(t, strings.EqualFold("Orbit Labs", v.Text[org.Start:org.End]), v.Text)
			for _, list := range [][]corpus.Label{v.A, v.B, v.C} {
				l := list[len(list)-1]
				require.True(t, strings.EqualFold("Orbit Labs", v.Text[l.Start:l.End]), v.Text)
				require.Len(t, list, n-1)
			}
			forms[v.Text] = true
		}
	}
	require.Contains(t, forms, text)
	require.Contains(t, forms, "zoë quill ran orbit labs.")
	require.Contains(t, forms, "ZOë QUILL RAN ORBIT LABS.")
	require.Contains(t, forms, "PARIS (Reuters) -- "+text)
}

// A model trained on somebody's own few texts is the same twice and finds
// their names.
func TestOwnModel(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "own.jsonl")
	f, err := os.Create(path)
	require.NoError(t, err)
	enc := json.NewEncoder(f)
	verbs := []string{"ships", "builds", "sells", "drops"}
	for i := range 40 {
		make, thing := fmt.Sprintf("Zork%d Works", i%7), fmt.Sprintf("Qux-%d", i%9)
		text := make + " " + verbs[i%4] + " the " + thing + " in the spring."
		at := strings.Index(text, thing)
		require.NoError(t, enc.Encode(map[string]any{"id": fmt.Sprint(i), "text": text, "entities": []map[string]any{
			{"start": 0, "end": len(make), "type": "ORG"}, {"start": at, "end": at + len(thing), "type": "PRODUCT"},
		}}))
	}
	require.NoError(t, f.Close())
	res, err := feature.Open(model.BuiltIn())
	require.NoError(t, err)
	train := func() []byte {
		m, err := NER([]NameSet{{File: path, Weight: 1}}, res, func(string, ...any) {})
		require.NoError(t, err)
		return m
	}
	model := train()
	require.Equal(t, model, train())
	r, err := entity.OpenTrained(model)
	require.NoError(t, err)
	d := &whosaid.Document{Text: "Zork3 Works sells the Qux-8 in the spring."}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(t.Context(), d)
	found, err := r.Recognize(context.Background(), d)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, "Zork3 Works", d.Slice(found[0].Span))
	require.Equal(t, whosaid.EntityOrganization, found[0].Kind)
	require.Equal(t, whosaid.EntityProduct, found[1].Kind)
	for _, n := range found {
		require.True(t, n.Score > 0 && n.Score < 1, n.Score)
	}
}

func TestKindsOf(t *testing.T) {
	t.Parallel()
	for _, k := range whosaid.EntityKind.Values("") {
		require.Equal(t, []whosaid.EntityKind{k}, kindsOf(corpus.LabelOf(k)))
	}
	require.Equal(t, []whosaid.EntityKind{whosaid.EntityWork}, kindsOf("LAW"))
	require.Equal(t, []whosaid.EntityKind{whosaid.EntityGroup}, kindsOf("LANGUAGE"))
	require.NotContains(t, kindsOf(corpus.Misc), whosaid.EntityPlace)
	require.Contains(t, kindsOf(corpus.Misc), whosaid.EntityEvent)
	require.Empty(t, kindsOf("DATE"))
}

func TestStrictSets(t *testing.T) {
	t.Parallel()
	res, err := feature.Open(model.BuiltIn())
	require.NoError(t, err)
	for line, want := range map[string]string{
		`{"text":"Ann","entities":[{"start":0,"end":3,"type":"CAT"}]}`:    `document 1: unknown type "CAT"`,
		`{"text":"Ann","entities":[{"start":0,"end":4,"type":"PERSON"}]}`: `document 1: entity 0:4 is not within the text of 3 bytes`,
		`{"text":`: `line 1: `,
	} {
		path := filepath.Join(t.TempDir(), "own.jsonl")
		require.NoError(t, os.WriteFile(path, []byte(line+"\n"), 0o600))
		_, err := NER([]NameSet{{File: path, Weight: 1, Strict: true}}, res, func(string, ...any) {})
		require.ErrorContains(t, err, want)
		require.ErrorContains(t, err, path)
	}
}

func TestSilver(t *testing.T) {
	t.Parallel()
	res, err := feature.Open(model.BuiltIn())
	require.NoError(t, err)
	tagger, err := tag.New()
	require.NoError(t, err)
	person, group, other := corpus.LabelOf(whosaid.EntityPerson), corpus.LabelOf(whosaid.EntityGroup), corpus.Misc
	for _, c := range []struct {
		name    string
		text    string
		a, b, c []corpus.Label
		want    []string // the labels of each token
	}{
		{"two tell what the first calls MISC", "met the Zork's", []corpus.Label{{Start: 8, End: 12, Type: other}}, []corpus.Label{{Start: 4, End: 14, Type: group}},
			[]corpus.Label{{Start: 8, End: 14, Type: group}}, []string{"O", "O", "U-group", "O"}},
		{"one tells what another calls MISC", "met the Zork's", []corpus.Label{{Start: 8, End: 12, Type: other}}, []corpus.Label{{Start: 4, End: 14, Type: group}},
			nil, []string{"O", "O", "U-group", "O"}},
		{"two against the first: either may be right", "Yes, Bob Ray", []corpus.Label{{Start: 9, End: 12, Type: "ORG"}}, []corpus.Label{{Start: 5, End: 12, Type: person}},
			[]corpus.Label{{Start: 5, End: 12, Type: person}}, []string{"O", "O", "O B-person", "L-person U-organization"}},
		{"one against two that see nothing", "Yes, Bob Ray", nil, []corpus.Label{{Start: 5, End: 12, Type: person}}, nil, []string{"O", "O", "O", "O"}},
		{"all differ: the first is believed", "see Zork", []corpus.Label{{Start: 4, End: 8, Type: person}}, []corpus.Label{{Start: 4, End: 8, Type: "ORG"}},
			nil, []string{"O", "U-person"}},
		{"the first alone, MISC", "see Zork", []corpus.Label{{Start: 4, End: 8, Type: other}}, nil, nil, []string{"O", "O U-group U-product U-event U-work"}},
		{"the first alone, MISC, where any word has a capital", "Zork was late", []corpus.Label{{Start: 0, End: 4, Type: other}}, nil, nil, []string{"any", "O", "O"}},
		{"works of the third", "read Zork", []corpus.Label{{Start: 5, End: 9, Type: other}}, nil, []corpus.Label{{Start: 5, End: 9, Type: "WORK_OF_ART"}}, []string{"O", "U-work"}},
		{"who is armed is a body", "the Taliban", []corpus.Label{{Start: 4, End: 11, Type: other}}, []corpus.Label{{Start: 4, End: 11, Type: group}},
			[]corpus.Label{{Start: 4, End: 11, Type: group}}, []string{"O", "U-organization"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := newNERDoc(&corpus.Doc{Text: c.text, A: c.a, B: c.b, C: c.c}, NameSet{Silver: true, Weight: 1}, res, tagger)
			var got []string
			for i := range n.allowed {
				got = append(got, labelNames(n.allowed[i]))
			}
			require.Equal(t, c.want, got)
		})
	}
}

// labelNames are the names of the labels in a set.
func labelNames(set uint64) string {
	if set == anyLabel {
		return "any"
	}
	var out []string
	for l, name := range labels.Names() {
		if set>>l&1 != 0 {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

// A state that acts is a place, whatever a corpus calls it; as a team it is what
// the corpus says. The model decides.
func TestActors(t *testing.T) {
	t.Parallel()
	res, err := feature.Open(model.BuiltIn())
	require.NoError(t, err)
	tagger, err := tag.New()
	require.NoError(t, err)
	doc := &corpus.Doc{
		Text:     "France met Orbit Labs and Saudi Arabia",
		Entities: []corpus.Entity{{Start: 0, End: 6, Type: "ORG"}, {Start: 11, End: 21, Type: "ORG"}, {Start: 26, End: 38, Type: "ORG"}},
	}
	org := func(first, last bool) uint64 { return 1 << labels.Of(whosaid.EntityOrganization, first, last) }
	place := func(first, last bool) uint64 { return 1 << labels.Of(whosaid.EntityPlace, first, last) }
	n := newNERDoc(doc, NameSet{Actors: true, Weight: 1}, res, tagger)
	require.Equal(t, []uint64{
		org(true, true) | place(true, true), 1, org(true, false), org(false, true), 1,
		org(true, false) | place(true, false), org(false, true) | place(false, true),
	}, n.allowed)
	n = newNERDoc(doc, NameSet{Weight: 1}, res, tagger)
	require.Equal(t, org(true, true), n.allowed[0])
}

func TestGoldsAreOutermostAndWhole(t *testing.T) {
	t.Parallel()
	got := Golds(&corpus.Doc{Quotes: []corpus.Quote{
		{Start: 0, End: 4, Group: "Q1", Cue: []int{5, 9}, Speaker: []int{10, 13}, SpeakerName: "Ann Lee"},
		{Start: 14, End: 20, Group: "Q1", Cue: []int{5, 9}, Speaker: []int{10, 13}, SpeakerName: "Ann Lee"},
		{Start: 16, End: 19, Group: "Q2", Parent: "Q1", Cue: []int{14, 15}},
		{Start: 30, End: 40},
		{Start: 50, End: 60},
	}})
	require.Equal(t, []Gold{
		{Cue: whosaid.Span{Start: 5, End: 9}, Source: whosaid.Span{Start: 10, End: 13}, Name: "Ann Lee",
			Content: []whosaid.Span{{Start: 0, End: 4}, {Start: 14, End: 20}}},
		{Content: []whosaid.Span{{Start: 30, End: 40}}},
		{Content: []whosaid.Span{{Start: 50, End: 60}}},
	}, got)
}
