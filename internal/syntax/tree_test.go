package syntax_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A hand is a sentence with its tree, made by hand: "word/TAG/head/relation",
// the head being a word, or * for the root. "2:said" is the second "said".
type hand struct {
	d    *whosaid.Document
	tree *syntax.Tree
}

func byHand(t testing.TB, sentence string) hand {
	t.Helper()
	d := &whosaid.Document{}
	var words, heads []string
	var relations []syntax.Relation
	for _, f := range strings.Fields(sentence) {
		parts := strings.Split(f, "/")
		require.Len(t, parts, 4, f)
		start := len(d.Text)
		d.Text += parts[0] + " "
		d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: start, End: start + len(parts[0])}, Tag: parts[1]})
		words, heads = append(words, parts[0]), append(heads, parts[2])
		relations = append(relations, syntax.RelationOf(parts[3]))
		require.NotZero(t, relations[len(relations)-1], f)
	}
	numbers := make([]int32, len(heads))
	for i, h := range heads {
		numbers[i] = int32(find(words, h))
		require.True(t, h == "*" || numbers[i] >= 0, h)
	}
	return hand{d, syntax.NewTree(d, numbers, relations)}
}

// find is the index of a word, or of its nth occurrence: "2:the"; -1 if there
// is none.
func find(words []string, word string) int {
	n := 1
	if len(word) > 2 && word[1] == ':' {
		n, word = int(word[0]-'0'), word[2:]
	}
	for i, w := range words {
		if w == word {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}

func (h hand) at(t testing.TB, word string) int {
	t.Helper()
	i := find(strings.Fields(h.d.Text), word)
	require.GreaterOrEqual(t, i, 0, word)
	return i
}

func (h hand) word(i int) string {
	if i < 0 {
		return ""
	}
	return h.d.Slice(h.d.Tokens[i].Span)
}

func (h hand) words(first, end int) string {
	return strings.Join(strings.Fields(h.d.Text)[first:end], " ")
}

const (
	briefed = "Two/CD/people/nummod people/NNS/said/nsubj briefed/VBN/people/acl on/IN/talks/case the/DT/talks/det talks/NNS/briefed/obl " +
		"said/VBD/*/root that/IN/rise/mark rates/NNS/rise/nsubj would/MD/rise/aux not/RB/rise/advmod rise/VB/said/ccomp ././said/punct"
	inserted = "The/DT/man/det man/NN/raped/nsubj raped/VBD/*/root her/PRP/raped/obj ,/,/said/punct the/DT/police/det police/NNS/said/nsubj " +
		"said/VBD/raped/parataxis ,/,/said/punct and/CC/threw/cc then/RB/threw/advmod threw/VBD/raped/conj it/PRP/threw/obj ././raped/punct"
	singing = "She/PRP/singing/nsubj 's/VBZ/singing/aux been/VBN/singing/aux singing/VBG/*/root ././singing/punct"
	asked   = "She/PRP/asked/nsubj had/VBD/asked/aux asked/VBN/*/root him/PRP/asked/obj to/TO/leave/mark leave/VB/asked/xcomp ././asked/punct"
	apposed = "Dorn/NNP/won/nsubj ,/,/mayor/punct the/DT/mayor/det mayor/NN/Dorn/appos who/WP/left/nsubj left/VBD/mayor/acl:relcl " +
		",/,/mayor/punct and/CC/wife/cc his/PRP$/wife/nmod:poss wife/NN/Dorn/conj have/VBP/won/aux never/RB/won/advmod won/VBN/*/root"
	passive = "Tax/NN/relief/compound relief/NN/announced/nsubj:pass was/VBD/announced/aux:pass announced/VBN/*/root and/CC/praised/cc " +
		"praised/VBN/announced/conj by/IN/ministers/case ministers/NNS/praised/obl:agent"
	copular = "Ann/NNP/spoken/vocative ,/,/Ann/punct it/PRP/spoken/nsubj will/MD/spoken/aux be/VB/spoken/cop no/DT/spoken/det spoken/NN/*/root"
)

func TestChildren(t *testing.T) {
	t.Parallel()
	h := byHand(t, briefed)
	said := h.at(t, "said")
	var got []string
	for k := range h.tree.Children(said) {
		got = append(got, h.word(k))
	}
	require.Equal(t, []string{"people", "rise", "."}, got)
	for range h.tree.Children(said) {
		break // a loop may end early
	}
	require.Equal(t, h.at(t, "rise"), h.tree.Child(said, syntax.Ccomp, syntax.Obj))
	require.Equal(t, -1, h.tree.Child(said, syntax.Obj))
	require.Equal(t, -1, h.tree.Head(said))
	require.Equal(t, syntax.Root, h.tree.Relation(said))
	require.Equal(t, 13, h.tree.Len())
	first, end := h.tree.Subtree(h.at(t, "people"))
	require.Equal(t, "Two people briefed on the talks", h.words(first, end))
	require.True(t, h.tree.Under(h.at(t, "talks"), h.at(t, "people")))
	require.False(t, h.tree.Under(said, h.at(t, "people")))
}

func TestCommands(t *testing.T) {
	t.Parallel()
	h := byHand(t, briefed)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"people", "rates", true}, {"rates", "people", false}, {"people", "talks", false}, {"talks", "people", false},
		{"people", "said", false}, {"said", "people", false}, {"rates", "rise", false}, {"people", "people", false},
	} {
		require.Equal(t, c.want, h.tree.Commands(h.at(t, c.a), h.at(t, c.b)), "%s %s", c.a, c.b)
	}
}

func TestSubject(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, sentence, of, want string }{
		{"its own", briefed, "said", "people"},
		{"a participle beside a noun", briefed, "briefed", "people"},
		{"of a clause within", briefed, "rise", "rates"},
		{"joined verbs", inserted, "threw", "man"},
		{"an inserted clause", inserted, "2:said", ""},
		{"an object asked to do it", asked, "leave", "him"},
		{"passive", passive, "announced", "relief"},
		{"joined passives", passive, "praised", "relief"},
		{"a relative clause has its pronoun", apposed, "left", "who"},
		{"a predicate noun", copular, "spoken", "it"},
		{"no clause", asked, "him", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := byHand(t, c.sentence)
			if c.of == "2:said" {
				c.of, c.want = "said", "police"
			}
			require.Equal(t, c.want, h.word(h.tree.Subject(h.at(t, c.of))))
		})
	}
}

func TestPassive(t *testing.T) {
	t.Parallel()
	h := byHand(t, passive)
	require.True(t, h.tree.Passive(h.at(t, "announced")))
	require.True(t, h.tree.Passive(h.at(t, "praised")))
	require.True(t, byHand(t, briefed).tree.Passive(2))
	require.False(t, byHand(t, asked).tree.Passive(2))
}

func TestClause(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, sentence, of, want string }{
		{"with its subordinator", briefed, "rise", "that rates would not rise"},
		{"without the stop", briefed, "said", "Two people briefed on the talks said that rates would not rise"},
		{"around an inserted clause", inserted, "raped", "The man raped her , the police said , and then threw it"},
		{"an inserted clause", inserted, "said", "the police said"},
		{"without the conjunction before it", inserted, "threw", "then threw it"},
		{"without those spoken to", copular, "spoken", "it will be no spoken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := byHand(t, c.sentence)
			require.Equal(t, c.want, h.words(h.tree.Clause(h.at(t, c.of))))
		})
	}
}

func TestPhrase(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, sentence, of, want string
		with                     syntax.Parts
	}{
		{"core", briefed, "people", "Two people", syntax.Core},
		{"with its clause", briefed, "people", "Two people briefed on the talks", syntax.Clauses},
		{"without the preposition before", briefed, "talks", "the talks", syntax.Core},
		{"name", apposed, "Dorn", "Dorn", syntax.Core},
		{"with the apposition", apposed, "Dorn", "Dorn , the mayor who left", syntax.Appositions},
		{"with what is joined", apposed, "Dorn", "Dorn , the mayor who left , and his wife", syntax.AllParts},
		{"apposition", apposed, "mayor", "the mayor", syntax.Appositions},
		{"apposition with its clause", apposed, "mayor", "the mayor who left", syntax.Clauses},
		{"predicate noun", copular, "spoken", "no spoken", syntax.Core},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := byHand(t, c.sentence)
			first, end := h.tree.Phrase(h.at(t, c.of), c.with)
			require.Equal(t, c.want, h.words(first, end))
		})
	}
}

func TestGovernor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, sentence, of, head, finite, modal string
		want                                    syntax.Verb
	}{
		{"past", briefed, "talks", "said", "said", "", syntax.Verb{Tense: syntax.Past}},
		{"modal, negated", briefed, "rates", "rise", "would", "would", syntax.Verb{Tense: syntax.Present, Negated: true}},
		{"past perfect over an infinitive", asked, "leave", "asked", "had", "", syntax.Verb{Tense: syntax.Past, Perfect: true}},
		{"been behind 's, which has and is are", singing, "She", "singing", "'s", "", syntax.Verb{Tense: syntax.Present, Perfect: true, Going: true}},
		{"inserted clause", inserted, "police", "said", "said", "", syntax.Verb{Tense: syntax.Past}},
		{"perfect, never", apposed, "wife", "won", "have", "", syntax.Verb{Tense: syntax.Present, Perfect: true, Negated: true}},
		{"passive", passive, "Tax", "announced", "was", "", syntax.Verb{Tense: syntax.Past, Passive: true}},
		{"joined passive", passive, "ministers", "praised", "was", "", syntax.Verb{Tense: syntax.Past, Passive: true}},
		{"future of be", copular, "it", "spoken", "will", "", syntax.Verb{Tense: syntax.Future, Negated: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := byHand(t, c.sentence)
			v, ok := h.tree.Governor(h.at(t, c.of))
			require.True(t, ok)
			require.Equal(t, []string{c.head, c.finite, c.modal}, []string{h.word(v.Head), h.word(v.Finite), h.word(v.Modal)})
			v.Head, v.Finite, v.Modal = 0, 0, 0
			require.Equal(t, c.want, v)
		})
	}
	h := byHand(t, "Old/JJ/bridges/amod bridges/NNS/*/root")
	_, ok := h.tree.Governor(0)
	require.False(t, ok)
}

func TestRelationOf(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]syntax.Relation{
		"nsubj": syntax.Nsubj, "nsubj:pass": syntax.NsubjPass, "nsubj:outer": syntax.Nsubj, "obl:tmod": syntax.OblUnmarked,
		"nmod:npmod": syntax.NmodUnmarked, "det:predet": syntax.Det, "unheard": syntax.NoRelation, "": syntax.NoRelation,
	} {
		require.Equal(t, want, syntax.RelationOf(name), name)
	}
	require.Equal(t, "acl:relcl", syntax.AclRelcl.String())
	require.True(t, slices.ContainsFunc([]syntax.Relation{syntax.Obj, syntax.CsubjPass}, syntax.Relation.Subject))
	require.False(t, syntax.Obj.Subject())
}
