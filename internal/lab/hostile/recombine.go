package hostile

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed stock.txt
var stockText string

// A Recombiner makes hostile texts of invented news: it strings sentences and
// pieces of them together and then damages the result.
type Recombiner struct {
	stock map[string][]string
}

// NewRecombiner returns a Recombiner of the pieces in stock.txt.
func NewRecombiner() *Recombiner {
	r := &Recombiner{stock: map[string][]string{}}
	sort := ""
	for line := range strings.Lines(stockText) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") && !strings.ContainsRune(line, ' '):
			sort = line[1 : len(line)-1]
		default:
			r.stock[sort] = append(r.stock[sort], line)
		}
	}
	return r
}

// Text makes the text of a seed: mostly some hundred bytes, one in a hundred
// some KB. The same seed gives the same text.
func (r *Recombiner) Text(seed uint64) string {
	m := &mixer{dice: dice(seed*0x9e3779b97f4a7c15 + 0x2545f4914f6cdd1d), stock: r.stock}
	for range 2 {
		m.people = append(m.people, m.pick("name"))
		m.bodies = append(m.bodies, m.pick("body"))
		m.towns = append(m.towns, m.pick("town"))
	}
	text := m.article()
	for range m.n(7) {
		text = m.damage(text)
	}
	return text
}

// A mixer makes one text.
type mixer struct {
	dice
	stock                 map[string][]string
	people, bodies, towns []string // of this text, so that names come again
}

// one reports true once in n times.
func (m *mixer) one(n int) bool { return m.n(n) == 0 }

// of picks one of list.
func (m *mixer) of(list ...string) string { return list[m.n(len(list))] }

// pick picks a piece of a sort as it stands.
func (m *mixer) pick(sort string) string { return m.of(m.stock[sort]...) }

// piece picks a piece of a sort and fills its placeholders.
func (m *mixer) piece(sort string) string {
	s := m.pick(sort)
	for strings.Contains(s, "DATE") {
		s = strings.Replace(s, "DATE", m.pick("date"), 1)
	}
	for _, hole := range []struct {
		name string
		fill []string
	}{{"WHO", m.people}, {"BODY", m.bodies}, {"TOWN", m.towns}} {
		for strings.Contains(s, hole.name) {
			s = strings.Replace(s, hole.name, m.of(hole.fill...), 1)
		}
	}
	return strings.ReplaceAll(s, "NUM", strconv.Itoa(1+m.n(9_999)))
}

// article makes lines at the head, now and then, and some sentences.
func (m *mixer) article() string {
	var b strings.Builder
	if m.one(3) {
		for range 1 + m.n(3) {
			b.WriteString(m.piece("layout") + m.of("\n", "\n\n", " "))
		}
	}
	for range 1 + m.n(1+m.n(8)) {
		b.WriteString(m.sentence() + m.of(" ", " ", " ", "\n", "\n\n", ""))
	}
	return b.String()
}

func (m *mixer) sentence() string {
	switch m.n(6) {
	case 0, 1:
		return m.piece("sentence")
	case 2:
		return m.splice()
	case 3:
		return m.said()
	case 4:
		return m.dense()
	}
	return m.cutAt(m.piece("sentence")) + m.of("", " ", " ", ", ") + m.cutTail(m.piece("sentence"))
}

// splice strings clauses, cues, sources and words together as they come.
func (m *mixer) splice() string {
	var out []string
	for range 2 + m.n(9) {
		out = append(out, m.piece(m.of("clause", "cue", "source", "word", "word", "date", "clause")))
	}
	return m.capital(strings.Join(out, " ")) + m.of(".", ".", ".", "?", "", ".”", "!")
}

// said attributes a clause in one of the ways of newspapers.
func (m *mixer) said() string {
	open, end := m.marks()
	clause, cue, source := m.piece("clause"), m.piece("cue"), m.piece("source")
	switch m.n(6) {
	case 0:
		return open + m.capital(clause) + "," + end + " " + source + " " + cue + "."
	case 1:
		return open + m.capital(clause) + end + ", " + cue + " " + source + " " + m.piece("date") + "."
	case 2:
		return m.capital(source) + " " + cue + " that " + clause + " and " + m.piece("clause") + "."
	case 3:
		return open + m.capital(clause) + "," + end + " " + source + " " + cue + ", " + open + m.piece("clause") + "." + end
	case 4:
		return m.capital(source) + " " + cue + ": " + open + m.capital(clause) + "." + end
	}
	return m.capital(clause) + ", " + source + " " + cue + "."
}

// dense strings attributions together that have next to no content.
func (m *mixer) dense() string {
	var b strings.Builder
	for range 2 + m.n(8) {
		b.WriteString(m.piece("source") + " " + m.piece("cue") + m.of(" ", " ", ", ", " that ", "; "))
		if m.one(3) {
			b.WriteString(m.piece("clause") + m.of(" ", ", ", " and "))
		}
	}
	return m.capital(b.String()) + m.of(".", "")
}

// marks is a pair of quotation marks, which need not go together.
func (m *mixer) marks() (open, end string) {
	all := [...][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}, {"«", "»"}, {"„", "“"}, {"``", "''"}, {"", ""}}
	open, end = all[m.n(len(all))][0], ""
	if p := all[m.n(len(all))]; m.one(4) {
		return open, p[1]
	}
	for _, p := range all {
		if p[0] == open {
			end = p[1]
		}
	}
	return open, end
}

// capital begins s with a capital, mostly.
func (m *mixer) capital(s string) string {
	if s == "" || m.one(6) || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// cutAt is the beginning of s up to any byte, cutTail its end from any.
func (m *mixer) cutAt(s string) string { return s[:m.n(len(s)+1)] }

func (m *mixer) cutTail(s string) string { return s[m.n(len(s)+1):] }

// damage spoils s in one way.
func (m *mixer) damage(s string) string {
	ways := [...]func(string) string{
		m.swapWords, m.dropWords, m.doubleWords, m.wrap, m.wrap, m.strew, m.strew, m.cutOut, m.cutAt,
		m.lineEnds, m.script, m.shout, m.rawBytes, m.swapHalves, m.crossed, m.times,
	}
	return ways[m.n(len(ways))](s)
}

// stretch is a random run of words: words[i:j] is not empty unless words is.
func (m *mixer) stretch(words []string, longest int) (i, j int) {
	if len(words) == 0 {
		return 0, 0
	}
	i = m.n(len(words))
	return i, min(len(words), i+1+m.n(longest))
}

func (m *mixer) swapWords(s string) string {
	words := strings.Split(s, " ")
	for range 1 + m.n(3) {
		i, j := m.n(len(words)), m.n(len(words))
		words[i], words[j] = words[j], words[i]
	}
	return strings.Join(words, " ")
}

func (m *mixer) dropWords(s string) string {
	words := strings.Split(s, " ")
	i, j := m.stretch(words, 6)
	return strings.Join(append(words[:i:i], words[j:]...), " ")
}

func (m *mixer) doubleWords(s string) string {
	words := strings.Split(s, " ")
	i, j := m.stretch(words, 8)
	return strings.Join(append(words[:j:j], words[i:]...), " ")
}

// times repeats a stretch of words, eighty or three hundred times at worst.
func (m *mixer) times(s string) string {
	n, longest := 2+m.n(3), 12
	switch {
	case m.one(80):
		n = 300
	case m.one(14):
		n = 80
	}
	words := strings.Split(s, " ")
	i, j := m.stretch(words, longest)
	unit := strings.Join(words[i:j], " ") + " "
	return strings.Join(words[:i], " ") + " " + strings.Repeat(unit, n) + strings.Join(words[j:], " ")
}

// wrap puts marks or brackets around a stretch of words, several deep.
func (m *mixer) wrap(s string) string {
	for range 1 + m.n(3) {
		words := strings.Split(s, " ")
		i, j := m.stretch(words, 12)
		open, end := m.marks()
		if m.one(4) {
			open, end = m.of("(", "["), m.of(")", "]")
		}
		words[i] = open + words[i]
		words[j-1] += end
		s = strings.Join(words, " ")
	}
	return s
}

// strew puts stray words and marks anywhere between words, or inside one.
func (m *mixer) strew(s string) string {
	for range 1 + m.n(4) {
		at := m.n(len(s) + 1)
		if k := strings.IndexByte(s[at:], ' '); k >= 0 && !m.one(3) {
			at += k
			s = s[:at] + " " + m.piece("word") + s[at:]
			continue
		}
		s = s[:at] + m.piece("word") + s[at:]
	}
	return s
}

// cutOut drops any bytes, also parts of runes.
func (m *mixer) cutOut(s string) string {
	i := m.n(len(s) + 1)
	return s[:i] + s[min(len(s), i+m.n(40)):]
}

func (m *mixer) lineEnds(s string) string {
	ends := []string{"\n", "\r\n", "\r", "\n\n", "\v", "\f", "\u2028", "\u2029", "\u0085", "\n\r", "\t", "\u00a0", "  "}
	var b strings.Builder
	often := 2 + m.n(12)
	for i := range len(s) {
		if s[i] == ' ' && m.one(often) {
			b.WriteString(m.of(ends...))
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// script writes some letters as those of other scripts, or with marks that
// nothing shows.
func (m *mixer) script(s string) string {
	alike := strings.NewReplacer("a", "а", "e", "е", "o", "о", "p", "р", "c", "с", "T", "Т", "H", "Н")
	marks := []string{"\u0301", "\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u200d", "🇫🇷", "日本", "ß", "ﬁ", "İ", "ſ", "\x00"}
	i := m.n(len(s) + 1)
	j := min(len(s), i+m.n(60))
	switch m.n(3) {
	case 0:
		return s[:i] + alike.Replace(s[i:j]) + s[j:]
	case 1:
		return s[:i] + m.of(marks...) + s[i:]
	}
	wide := func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r - ' ' + 0xff00
		}
		return r
	}
	return s[:i] + strings.Map(wide, s[i:j]) + s[j:]
}

// shout writes a stretch in capitals, small letters, or Title Case.
func (m *mixer) shout(s string) string {
	words := strings.Split(s, " ")
	i, j := m.stretch(words, 20)
	way := m.n(3)
	for k := i; k < j; k++ {
		switch way {
		case 0:
			words[k] = strings.ToUpper(words[k])
		case 1:
			words[k] = strings.ToLower(words[k])
		default:
			if r, n := utf8.DecodeRuneInString(words[k]); n > 0 && r < utf8.RuneSelf {
				words[k] = strings.ToUpper(words[k][:n]) + words[k][n:]
			}
		}
	}
	return strings.Join(words, " ")
}

func (m *mixer) rawBytes(s string) string {
	for range 1 + m.n(4) {
		i := m.n(len(s) + 1)
		s = s[:i] + string([]byte{byte(m.n(256))}) + s[i:]
	}
	return s
}

func (m *mixer) swapHalves(s string) string {
	i := m.n(len(s) + 1)
	return s[i:] + s[:i]
}

// crossed goes on in the middle of another text.
func (m *mixer) crossed(s string) string {
	return m.cutAt(s) + m.of("", " ", "\n\n") + m.cutTail(m.article())
}
