package names

import (
	"strings"

	"github.com/whosaid/whosaid"
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
		case kind == whosaid.Place && isCommonPlace(last):
			end--
		case word(first) == "the" || word(first) == "The" && kind != whosaid.Work:
			first++
		case kind == whosaid.Person && isTitle(word(first)) && word(first+1) != "of":
			first++
		default:
			return first, end
		}
	}
	return first, end
}

// isCommonPlace tells the words that say what a place is.
func isCommonPlace(w string) bool {
	switch w {
	case "province", "provinces", "region", "regions", "state", "states", "city", "district", "districts", "island", "islands",
		"town", "village", "county", "area", "prefecture", "peninsula", "territory":
		return true
	}
	return false
}

// isTitle tells the titles that are no part of a person's name.
func isTitle(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "President", "Vice", "Vice-President", "Prime", "Premier", "Minister", "Sen",
		"Senator", "Rep", "Representative", "Congressman", "Congresswoman", "Gov", "Governor", "Gen", "General", "Col", "Colonel", "Lt", "Lieutenant",
		"Maj", "Major", "Sgt", "Sergeant", "Capt", "Captain", "Adm", "Admiral", "King", "Queen", "Prince", "Princess", "Emperor", "Pope",
		"Cardinal", "Archbishop", "Bishop", "Judge", "Justice", "Secretary", "Mayor", "Chancellor", "Professor", "Prof", "Rev", "Reverend",
		"Ambassador", "Spokesman", "Spokeswoman", "Spokesperson", "Chairman", "Commissioner", "Director", "Detective", "Inspector", "Officer":
		return true
	}
	return false
}

// isParticle tells the small words that surnames begin with.
func isParticle(w string) bool {
	switch w {
	case "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "ter", "ten", "bin", "bint", "ibn", "al", "el", "af", "zu":
		return true
	}
	return false
}

// mend sets names right by what stands beside them: "del" before "Ponte",
// "“Lobo”" within "Miguel “Lobo” Torres", "D.C." after "Washington,".
func mend(d *whosaid.Document, names []Name) []Name {
	word := func(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }
	out := names[:0]
	for _, n := range names {
		n.First, n.End = Trim(d, n.Kind, n.First, n.End)
		free := 0
		var last *Name
		if len(out) > 0 {
			last = &out[len(out)-1]
			free = last.End
		}
		switch {
		case last == nil || last.Kind != n.Kind:
		case n.Kind == whosaid.Place && n.First == last.End+1 && n.End == n.First+1 && word(last.End) == "," && isCapital(word(n.First)):
			last.End, last.Margin, last.Score = n.End, min(last.Margin, n.Margin), min(last.Score, n.Score)
			continue
		case n.Kind == whosaid.Person && isNickname(d, last.End, n.First):
			last.End, last.Margin, last.Score = n.End, min(last.Margin, n.Margin), min(last.Score, n.Score)
			continue
		}
		if n.Kind == whosaid.Person {
			for n.First > free && n.First > 0 && isParticle(word(n.First-1)) && sameSentence(d, n.First-1, n.First) {
				n.First--
			}
		}
		out = append(out, n)
	}
	return out
}

func isCapital(w string) bool { return w == "D.C." || w == "DC" || w == "D.C" }

// isNickname tells whether the tokens between two parts of a name are one or
// two words in quotation marks.
func isNickname(d *whosaid.Document, first, end int) bool {
	if n := end - first; n < 3 || n > 4 {
		return false
	}
	open, shut := d.Text[d.Tokens[first].Start:d.Tokens[first].End], d.Text[d.Tokens[end-1].Start:d.Tokens[end-1].End]
	return open == "“" && shut == "”" || open == `"` && shut == `"` || open == "‘" && shut == "’"
}

// sameSentence tells whether only a space stands between neighbours.
func sameSentence(d *whosaid.Document, a, b int) bool {
	return d.Text[d.Tokens[a].End:d.Tokens[b].Start] == " "
}
