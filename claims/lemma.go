package claims

import (
	"strings"
	"sync"
)

// irregularForms lists verbs whose forms do not follow from the spelling: the
// lemma, its forms, and a semicolon.
const irregularForms = `
be am is are was were been being 's 're 'm ’s ’re ’m ; have has had having 've ’ve ; do does did done doing ; go goes went gone ;
say says said ; use uses used using ; create created creating ; age aged ; own owned owns owning ; make made making ; take took taken taking ; come came coming ; see saw seen ; know knew known ; get got gotten getting ; give gave given giving ;
find found ; think thought ; tell told ; become became becoming ; show showed shown ; leave left leaving ; feel felt ; put putting ; bring brought ; begin began begun beginning ;
keep kept ; hold held ; write wrote written writing ; stand stood ; hear heard ; let letting ; mean meant ; set setting ; meet met ; run ran running ; pay paid ; sit sat sitting ;
speak spoke spoken ; lie lay lain lying ; lead led ; read ; grow grew grown ; lose lost losing ; fall fell fallen ; send sent ; build built ; understand understood ; draw drew drawn ;
break broke broken ; spend spent ; cut cutting ; rise rose risen rising ; drive drove driven driving ; buy bought ; wear wore worn ; choose chose chosen choosing ; seek sought ;
throw threw thrown ; catch caught ; deal dealt ; win won winning ; forget forgot forgotten ; hide hid hidden ; fight fought ; sell sold ; shoot shot ; die died dies dying ; teach taught ;
eat ate eaten ; steal stole stolen ; fly flew flown flies ; sing sang sung ; strike struck ; hit hitting ; hurt ; quit quitting ; bear bore born borne ; beat beaten ; blow blew blown ; lay laid ;
sink sank sunk ; swear swore sworn ; swim swam swum ; tear tore torn ; wake woke woken ; withdraw withdrew withdrawn ; undergo underwent undergone ; overcome overcame ; ride rode ridden riding ; stop stopped stopping ;
bid ; cost ; spread ; shut shutting ; arise arose arisen ; feed fed ; flee fled ; forbid forbade forbidden ; freeze froze frozen ; hang hung ; light lit ; prove proven ; shake shook shaken ; shrink shrank shrunk ; sleep slept ; split splitting ; sweep swept ; will wo 'll ’ll ; would 'd ’d ; can ca`

// newLemmas maps irregular forms to their lemma.
func newLemmas() map[string]string {
	m := make(map[string]string, 300)
	head := ""
	for _, w := range strings.Fields(irregularForms) {
		switch {
		case w == ";":
			head = ""
		case head == "":
			head = w
			m[w] = w
		default:
			m[w] = head
		}
	}
	return m
}

var lemmas = sync.OnceValue(newLemmas)

// lemma is the dictionary form of a verb.
func lemma(form string) string {
	s := lower(form)
	if l, ok := lemmas()[s]; ok {
		return l
	}
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4, strings.HasSuffix(s, "ied") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "es") && len(s) > 4 && sibilant(s[:len(s)-2]):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 3:
		return s[:len(s)-1]
	case strings.HasSuffix(s, "ing") && len(s) > 5:
		return stem(s[:len(s)-3])
	case strings.HasSuffix(s, "ed") && len(s) > 4:
		return stem(s[:len(s)-2])
	}
	return s
}

func sibilant(s string) bool {
	for _, e := range []string{"ss", "sh", "ch", "x", "zz"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// stem gives a verb without -ed or -ing its last letter back: "declar" is
// "declare", "plann" is "plan".
func stem(s string) string {
	n := len(s)
	if n < 3 {
		return s
	}
	last, before := s[n-1], s[n-2]
	switch {
	case last == 'e':
		return s + "e" // agreed
	case last == 'y' || last == 'w' || last == 'x':
		return s
	case n == 3 && !isVowel(last) && isVowel(before) && !isVowel(s[0]):
		return s + "e" // hoping, named
	case last == before && !isVowel(last) && last != 'l' && last != 's' && last != 'z' && last != 'f':
		return s[:n-1]
	case last == 'u' || last == 'v' || last == 'c' || last == 'z' && before != 'z' || last == 's' && isVowel(before) && n > 3:
		return s + "e"
	case last == 'g' && (before == 'r' || before == 'n' && s[n-3] == 'a' || before == 'a' || before == 'u' || before == 'd'):
		return s + "e"
	case isVowel(before) && !isVowel(s[n-3]) && mute(s):
		return s + "e"
	case last == 'l' && !isVowel(before) && before != 'l' && before != 'r' && before != 'w':
		return s + "e"
	}
	return s
}

// mute reports whether a stem of consonant, vowel, consonant takes an e: all
// but those on an unstressed syllable.
func mute(s string) bool {
	for _, e := range []string{"er", "en", "on", "it", "et", "op", "ow", "aw", "ew", "ay", "ey", "oy", "el", "al", "or", "ar", "ix", "ax", "ex", "om", "ish", "ip", "ed", "ic", "in", "at"} {
		if strings.HasSuffix(s, e) {
			// "creat", "stat", "defin", "shar", "hop", "liv" take one.
			switch e {
			case "at", "ar":
				return true
			case "in":
				return strings.HasSuffix(s, "fin") || strings.HasSuffix(s, "bin") || strings.HasSuffix(s, "lin") || strings.HasSuffix(s, "min")
			case "or":
				return strings.HasSuffix(s, "nor") || strings.HasSuffix(s, "plor") || strings.HasSuffix(s, "stor")
			case "it":
				return strings.HasSuffix(s, "nit") || strings.HasSuffix(s, "cit") || strings.HasSuffix(s, "vit")
			}
			return false
		}
	}
	return true
}

// irregularPast reports whether form is a past form that is not spelt like the
// present.
func irregularPast(form string) bool {
	s := lower(form)
	l, ok := lemmas()[s]
	return ok && l != s && !strings.HasSuffix(s, "ing") && !strings.HasSuffix(s, "s")
}
