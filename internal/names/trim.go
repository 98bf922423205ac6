package names

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
)

// Trim cuts from the tokens [first, end) of a name what no name has: the
// titles before a person, the "province" after a place, leading articles, a
// possessive 's. Something always remains. Training cuts its corpora, and
// reading what it finds, alike.
func Trim(d *whosaid.Document, kind whosaid.EntityKind, first, end int) (int, int) {
	word := func(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }
	for end-first > 1 {
		switch last := word(end - 1); {
		case last == "'s" || last == "’s" || last == "'" || last == "’":
			end--
		case kind == whosaid.EntityPlace && is(last, wCommonPlace):
			end--
		case is(word(first), wArticle) && (kind != whosaid.EntityWork || word(first)[0] >= 'a'):
			first++
		case kind == whosaid.EntityPerson && is(strings.TrimSuffix(word(first), "."), wTitle) && !is(word(first+1), wOf):
			first++
		default:
			return first, end
		}
	}
	return first, end
}

// likely is the score that a name in a headline must have: there any word may
// begin with a capital.
const likely = 0.5

// mend corrects the names of a sentence by the words in and around them: "del"
// before "Ponte", "“Lobo”" within "Miguel “Lobo” Torres", "D.C." after
// "Washington,", two organizations where one owns the other, two states with a
// hyphen between them. Names less sure than least are left out.
func mend(d *whosaid.Document, f *feature.Names, found []Name, least float64) []Name {
	var out []Name
	for _, n := range found {
		if n.Kind == whosaid.EntityPlace && isTitled(d, f, &n) {
			n.Kind = whosaid.EntityPerson
		}
		n.First, n.End = Trim(d, n.Kind, n.First, n.End)
		if is(d.Slice(d.Tokens[n.First].Span), wNumber) || n.Score < least {
			continue
		}
		if n.End-n.First > 1 && isBody(d.Slice(d.Tokens[n.End-2].Span), d.Slice(d.Tokens[n.End-1].Span)) {
			n.Kind = whosaid.EntityOrganization
		}
		if len(out) > 0 && isDegreeOf(d, &out[len(out)-1], &n) {
			continue
		}
		if len(out) > 0 && joins(d, &out[len(out)-1], &n) {
			last := &out[len(out)-1]
			last.End, last.Margin, last.Score = n.End, min(last.Margin, n.Margin), min(last.Score, n.Score)
			continue
		}
		if n.Kind == whosaid.EntityPerson {
			n.End = beforeDegrees(d, &n)
			n.First = afterNoun(d, &n)
			free := 1
			if len(out) > 0 {
				free = max(free, out[len(out)-1].End)
			}
			n.First = withParticles(d, n.First, free)
		}
		if at := max(owner(d, f, &n), hyphen(d, f, &n)); at > 0 {
			first := n
			first.End, n.First = at, at+1
			out = append(out, first)
		}
		out = append(out, n)
	}
	return out
}

// isTitled reports whether what was taken for a place is a title and the name
// of a person, "Pope Francis", rather than a place with such a name, "General
// Santos".
func isTitled(d *whosaid.Document, f *feature.Names, n *Name) bool {
	const most = 4 // words
	if k := n.End - n.First; k < 2 || k > most || !is(strings.TrimSuffix(d.Slice(d.Tokens[n.First].Span), "."), wTitle) ||
		f.IsPlace(n.First, n.End) {
		return false
	}
	for i := n.First + 1; i < n.End; i++ {
		if l := f.Words()[f.ID(i)].Lists; l&(feature.FirstName|feature.Surname) == 0 || l&(feature.PlaceWord|feature.OrgWord) != 0 {
			return false
		}
	}
	return true
}

// afterNoun is the first token of a person's name without what stands before it
// up to a common noun: "Turkish national Ann Lee".
func afterNoun(d *whosaid.Document, n *Name) int {
	for i := n.End - 2; i > n.First; i-- {
		w := d.Slice(d.Tokens[i].Span)
		if len(w) > 4 && 'a' <= w[0] && w[0] <= 'z' && !is(w, wParticle) && strings.HasPrefix(d.Tokens[i].Tag, "NN") {
			return i + 1
		}
	}
	return n.First
}

// beforeDegrees is the end of a person's name without the degrees and honours
// behind it: "Ann Lee KC", "Ann Lee, M.D.".
func beforeDegrees(d *whosaid.Document, n *Name) int {
	end := n.End
	for end-n.First > 1 && (is(d.Slice(d.Tokens[end-1].Span), wDegree) || d.Slice(d.Tokens[end-1].Span) == ",") {
		end--
	}
	return end
}

// isDegreeOf reports whether b is no name but a degree or an honour in brackets behind that
// of a person: "Ann Lee (SAN)".
func isDegreeOf(d *whosaid.Document, a, b *Name) bool {
	return a.Kind == whosaid.EntityPerson && b.First == a.End+1 && b.End == b.First+1 && d.Slice(d.Tokens[a.End].Span) == "(" &&
		is(d.Slice(d.Tokens[b.First].Span), wDegree)
}

// products adds products that the gazetteers list and the model misses, since
// the corpora have too few of them. The first word of a sentence, and words
// beside a capital, are left alone.
func (r *Reader) products(d *whosaid.Document, f *feature.Names, st Stretch, from int, out []Name) []Name {
	at, added := from, len(out)
	for i := st.First + 1; i < st.End; i++ {
		for at < added && out[at].End <= i {
			at++
		}
		n := f.Made(i, st.End)
		if n == 0 || at < added && out[at].First < i+n || isUpper(f, i-1) || i+n < st.End && isUpper(f, i+n) {
			continue
		}
		out = append(out, Name{First: i, End: i + n, Kind: whosaid.EntityProduct, Score: r.model.Probability(0)})
		i += n - 1
	}
	slices.SortStableFunc(out[from:], func(a, b Name) int { return cmp.Compare(a.First, b.First) })
	return out
}

// label adds a person whose given name and surname are in the lists and begin a
// sentence before a colon, where the model found no name: "Bob Day: “The roof
// is gone.”".
func (r *Reader) label(d *whosaid.Document, f *feature.Names, st Stretch, from int, out []Name) []Name {
	i := st.First
	if st.End < i+4 || len(out) > from && out[from].First < i+2 || d.Slice(d.Tokens[i+2].Span) != ":" ||
		!isUpper(f, i) || !isUpper(f, i+1) {
		return out
	}
	if f.Words()[f.ID(i)].Lists&feature.FirstName == 0 || f.Words()[f.ID(i+1)].Lists&feature.Surname == 0 {
		return out
	}
	out = append(out, Name{})
	copy(out[from+1:], out[from:])
	out[from] = Name{First: i, End: i + 2, Kind: whosaid.EntityPerson, Score: r.model.Probability(0)}
	return out
}

func isUpper(f *feature.Names, i int) bool {
	return f.Words()[f.ID(i)].Flags&feature.Upper != 0
}

// joins reports whether b is the rest of the name a.
func joins(d *whosaid.Document, a, b *Name) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case whosaid.EntityPlace:
		return b.First == a.End+1 && b.End == b.First+1 && d.Slice(d.Tokens[a.End].Span) == "," &&
			is(d.Slice(d.Tokens[b.First].Span), wDistrict)
	case whosaid.EntityPerson:
		return isNickname(d, a.End, b.First)
	}
	return false
}

// withParticles takes in the particles before token i, down to token free.
func withParticles(d *whosaid.Document, i, free int) int {
	for i > free && d.Text[d.Tokens[i-1].End:d.Tokens[i].Start] == " " && is(d.Slice(d.Tokens[i-1].Span), wParticle) {
		i--
	}
	return i
}

// owner returns the token of the possessive 's in the name of an organization
// that is two, "Stanford University's Hoover Institution", or 0.
func owner(d *whosaid.Document, f *feature.Names, n *Name) int {
	if n.Kind != whosaid.EntityOrganization {
		return 0
	}
	for i := n.First + 1; i+1 < n.End; i++ {
		s := d.Slice(d.Tokens[i].Span)
		if (s == "'s" || s == "’s") && f.Words()[f.ID(i-1)].Lists&feature.OrgWord != 0 {
			return i
		}
	}
	return 0
}

// hyphen returns the token of the hyphen in the name of a place that is two,
// "U.S.-China", or 0.
func hyphen(d *whosaid.Document, f *feature.Names, n *Name) int {
	if n.Kind != whosaid.EntityPlace || f.IsState(n.First, n.End) {
		return 0
	}
	for i := n.First + 1; i+1 < n.End; i++ {
		switch d.Slice(d.Tokens[i].Span) {
		case "-", "–", "‑":
			if f.IsState(n.First, i) && f.IsState(i+1, n.End) {
				return i
			}
			return 0
		}
	}
	return 0
}

// isBody reports whether the last word of a name makes it an organization,
// whatever the context says; before is the word before it.
func isBody(before, last string) bool {
	word := strings.ToLower(strings.TrimSuffix(last, "."))
	if is(word, wBank) {
		return !is(strings.ToLower(before), wSide)
	}
	return is(word, wBody) && strings.ToLower(last) != last
}

// isNickname reports whether the tokens between two parts of a name are one or
// two words in quotation marks.
func isNickname(d *whosaid.Document, first, end int) bool {
	if n := end - first; n < 3 || n > 4 {
		return false
	}
	open, shut := d.Text[d.Tokens[first].Start:d.Tokens[first].End], d.Text[d.Tokens[end-1].Start:d.Tokens[end-1].End]
	return open == "“" && shut == "”" || open == `"` && shut == `"` || open == "‘" && shut == "’"
}
