package feature

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/names/labels"
	"github.com/whosaid/whosaid/internal/segment"
)

// resources know two cities, "paris" and "zork falls", the agency WHO, and
// that "paris" is in cluster 5, 6, 7.
func resources(tb testing.TB) *Resources {
	tb.Helper()
	list := func(h uint32, l Lists) modelfile.Entry {
		return modelfile.Entry{Hash: h, Value: []byte{byte(l), byte(l >> 8), byte(l >> 16)}}
	}
	zork, falls := linear.Hash("zork"), linear.Hash("falls")
	s := model.BuiltIn()
	s.Lists = modelfile.WriteTable(modelfile.Lists, ValueBytes, []modelfile.Entry{
		list(linear.Hash("paris"), City), list(zork, Begins), list(PhraseHash([]uint32{zork, falls}), City),
		list(CapsHash(linear.Hash("WHO")), Agency),
	})
	bits := 5 | 6<<6 | 7<<14
	s.Clusters = modelfile.WriteTable(modelfile.Clusters, ValueBytes, []modelfile.Entry{
		{Hash: linear.Hash("paris"), Value: []byte{byte(bits), byte(bits >> 8), byte(bits >> 16)}},
	})
	r, err := Open(s)
	require.NoError(tb, err)
	return r
}

func document(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	return d
}

func TestWords(t *testing.T) {
	t.Parallel()
	r := resources(t)
	for _, tc := range []struct {
		text  string
		flags Flags
		lists Lists
	}{
		{"Paris", Upper | Letter, City},
		{"PARIS", Upper | Letter | Caps, City},
		{"paris", Letter, City},
		{"WHO", Upper | Letter | Caps, Agency},
		{"who", Letter, 0},
		{"iPhone", Letter | Inner, 0},
		{"G20", Upper | Letter | Digit, 0},
		{"Élan", Upper | Letter, 0},
		{"—", 0, 0},
		{"\xff", 0, 0},
	} {
		w := newWord(tc.text, r)
		require.Equal(t, tc.flags, w.Flags, tc.text)
		require.Equal(t, tc.lists, w.Lists, tc.text)
	}
	require.Equal(t, [3]uint16{6, 7, 8}, newWord("Paris", r).Clusters)
	require.Equal(t, newWord("Abc", r).Shape, newWord("Xyzuvw", r).Shape, "runs are cut")
	require.NotEqual(t, newWord("Ab", r).Shape, newWord("AB", r).Shape)
	long := newWord(strings.Repeat("é", 1<<20), r)
	require.LessOrEqual(t, len(long.Text), 64)
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	f := look(document("They saw Zork Falls near Zork."), resources(t), nil)
	require.Equal(t, phrase{City, 1}, f.phrase[2])
	require.Equal(t, phrase{City, 3}, f.phrase[3])
	require.Equal(t, phrase{}, f.phrase[5])
}

func TestWriting(t *testing.T) {
	t.Parallel()
	f := look(document("i saw a dog.\n\nA DOG BIT ME.\n\nI saw Ann."), resources(t), nil)
	require.Equal(t, uint8(small), f.letters[0])
	require.Equal(t, uint8(caps), f.letters[6])
	require.Equal(t, uint8(mixed), f.letters[len(f.letters)-1])
}

// Features are a function of the document: the same twice, and nothing beyond
// it is read at the edges.
func TestFeaturesAtTheEdges(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "x", "Paris", "\xff\xfe", "— “ ”", "Zork Falls"} {
		d := document(text)
		a, b := look(d, resources(t), nil), look(d, resources(t), nil)
		for si := range d.Sentences {
			s := &d.Sentences[si]
			for i := s.FirstToken; i < s.EndToken; i++ {
				require.Equal(t, a.Context(i, s, nil), b.Context(i, s, nil), text)
				for k := range Offsets {
					require.Equal(t, a.Unigrams(a.ID(i), k, nil), b.Unigrams(b.ID(i), k, nil), text)
				}
			}
		}
	}
}

func TestVotes(t *testing.T) {
	t.Parallel()
	d := document("Judge Zoë Quill spoke. QUILL left. They met Quill.")
	f := look(d, resources(t), nil)
	v := NewVotes(f)
	const scale = 10
	person := func(first, last bool) uint8 { return uint8(labels.Of(whosaid.EntityPerson, first, last)) }
	place := uint8(labels.Of(whosaid.EntityPlace, true, true))
	guesses := make([]Guess, len(d.Tokens))
	guesses[1] = Guess{person(true, false), 100}
	guesses[2] = Guess{person(false, true), 100}
	guesses[5] = Guess{place, 5}
	guesses[10] = Guess{person(true, true), 100}
	for _, s := range d.Sentences {
		v.Add(s.FirstToken, guesses[s.FirstToken:s.EndToken], scale)
	}
	o := v.opinion(5, guesses[5], scale)
	require.True(t, o.known)
	require.Equal(t, uint8(labels.KindNumber(int(person(true, true)))), o.kind, "the other places say person, whatever the capitals")
	o = v.opinion(10, guesses[10], scale)
	require.Equal(t, person(false, true), o.label, "a word's own vote does not count")
	require.EqualValues(t, 1, o.share, "four of five")
	require.False(t, v.opinion(1, guesses[1], scale).known, "Zoë stands nowhere else")
	require.False(t, v.opinion(0, guesses[3], scale).known)
	require.NotEmpty(t, v.Features(5, &d.Sentences[1], guesses[5:8], 0, scale, nil))
	require.Empty(t, v.Features(3, &d.Sentences[0], guesses[0:5], 3, scale, nil), "small words have no say")
}

func TestAcronyms(t *testing.T) {
	t.Parallel()
	d := document("The Zork Health Office (ZHO) met. ZHA did not.")
	f := look(d, resources(t), nil)
	v := NewVotes(f)
	guesses := make([]Guess, len(d.Tokens))
	for i := 1; i <= 3; i++ {
		guesses[i] = Guess{uint8(labels.Of(whosaid.EntityOrganization, i == 1, i == 3)), 50}
	}
	v.Add(0, guesses, 10)
	require.Equal(t, uint8(2), v.asAcronym(&f.words[f.ids[5]]), "ZHO")
	require.Zero(t, v.asAcronym(&f.words[f.ids[9]]), "ZHA")
}

// A Memo changes no feature, whatever it has seen before.
func TestMemoSavesTimeOnly(t *testing.T) {
	t.Parallel()
	var memo Memo
	res := resources(t)
	var crowd strings.Builder // more words than the memo has places
	for i := range 3 * MemoSize {
		fmt.Fprintf(&crowd, "Paris%d saw zork%d. ", i, i/2)
	}
	texts := []string{
		"Paris met Mr. Paris in Paris.", crowd.String(), "MET PARIS\n\nA zork met Paris, and paris met a Zork1.", "", "Paris met Mr. Paris in Paris.",
		strings.Repeat("x", maxKept) + " " + strings.Repeat("x", maxKept+1) + " " + strings.Repeat("x", 200) + " met.",
	}
	for _, text := range texts {
		d := document(text)
		plain, kept := look(d, res, nil), look(d, res, &memo)
		require.Equal(t, plain.Words(), kept.Words())
		for si := range d.Sentences {
			s := &d.Sentences[si]
			for i := s.FirstToken; i < s.EndToken; i++ {
				require.Equal(t, plain.Context(i, s, nil), kept.Context(i, s, nil))
			}
		}
		at := map[int]int{}
		for w := range kept.Words() {
			place, _ := kept.Kept(w)
			if other, taken := at[place]; place >= 0 && taken {
				require.Fail(t, "two words in one place", "%d and %d", w, other)
			}
			at[place] = w
		}
	}
}

// The serial number of a place tells that another word has taken it.
func TestMemoTellsWordsApart(t *testing.T) {
	t.Parallel()
	var memo Memo
	res := resources(t)
	had := map[[2]int]string{}
	for i := range 2 * MemoSize {
		word := fmt.Sprint("Word", i%(MemoSize+MemoSize/2))
		f := look(document(word), res, &memo)
		at, serial := f.Kept(0)
		require.GreaterOrEqual(t, at, 0)
		key := [2]int{at, int(serial)}
		if before, ok := had[key]; ok {
			require.Equal(t, before, word)
		}
		had[key] = word
	}
}

// look is the features of d, all in one block.
func look(d *whosaid.Document, res *Resources, memo *Memo) *Names {
	f := NewNames(context.Background(), d, res, memo)
	f.Look(0, len(d.Sentences))
	return f
}

// What lies in another block is what it would be in one of its own.
func TestBlocks(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&text, "They saw Zork Falls near Paris%d.\n\n", i%500)
	}
	d, res := document(text.String()), resources(t)
	one, memo := look(d, res, nil), new(Memo)
	many := NewNames(t.Context(), d, res, memo)
	blocks := 0
	for s := 0; s < len(d.Sentences); blocks++ {
		end := many.Block(s)
		many.Look(s, end)
		for ; s < end; s++ {
			for i := d.Sentences[s].FirstToken; i < d.Sentences[s].EndToken; i++ {
				require.Equal(t, one.ID(i), many.ID(i))
				require.Equal(t, one.Context(i, &d.Sentences[s], nil), many.Context(i, &d.Sentences[s], nil))
			}
		}
	}
	require.Greater(t, blocks, 1)
	for _, i := range []int{0, len(d.Tokens) / 2, len(d.Tokens) - 1} {
		require.Equal(t, one.ID(i), many.ID(i), "outside of the block")
	}
}
