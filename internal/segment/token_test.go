package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// words joins the tokens of text with "|".
func words(text string) string {
	toks, _ := Split(text)
	w := make([]string, len(toks))
	for i, t := range toks {
		w[i] = text[t.Start:t.End]
	}
	return strings.Join(w, "|")
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"plain", "The mayor left.", "The|mayor|left|."},
		{"contractions", "I don't think they'll say we've CAN'T", "I|do|n't|think|they|'ll|say|we|'ve|CA|N'T"},
		{"curly contractions", "it’s they’re isn’t", "it|’s|they|’re|is|n’t"},
		{"cannot is one word", "We cannot go", "We|cannot|go"},
		{"possessives", "China's and the officials' and Lee Jr.'s", "China|'s|and|the|officials|'|and|Lee|Jr.|'s"},
		{"apostrophes inside names", "O'Brien of Xi'an, D’Arcy", "O'Brien|of|Xi'an|,|D’Arcy"},
		{"elisions", "the '90s, ’em, rock 'n' roll", "the|'90s|,|’em|,|rock|'n'|roll"},
		{"the longest elision", "the ’seventies and ’nineties", "the|’seventies|and|’nineties"},
		{"names in compounds", "U.S.-China talks, Seattle-based Orbit, anti-China, then-President Ode",
			"U.S.|-|China|talks|,|Seattle|-|based|Orbit|,|anti|-|China|,|then|-|President|Ode"},
		{"abbreviations after a hyphen", "the Kenya-U.S. pact and non-U.S. firms", "the|Kenya|-|U.S.|pact|and|non|-|U.S.|firms"},
		{"two names", "an Israeli-Palestinian and EU-Japan pact", "an|Israeli|-|Palestinian|and|EU|-|Japan|pact"},
		{"common compounds", "a well-known, four-day, 40-year-old State-run plan", "a|well-known|,|four-day|,|40-year-old|State-run|plan"},
		{"compound names", "al-Qaeda in Stratford-upon-Avon, Jean-Luc, Kim Jong-un", "al-Qaeda|in|Stratford-upon-Avon|,|Jean-Luc|,|Kim|Jong-un"},
		{"letters and numbers", "COVID-19, F-16s, a T-shirt", "COVID-19|,|F-16s|,|a|T-shirt"},
		{"party and state", "Jane Roe (D-Ohio)", "Jane|Roe|(|D|-|Ohio|)"},
		{"years", "from 1977-1979", "from|1977|-|1979"},
		{"money", "$5, $.50, US$1,000.25, €4.1m, 50%", "$|5|,|$|.50|,|US$|1,000.25|,|€|4.1m|,|50|%"},
		{"numbers", "1,234,567 and 3.14 and 12:30 and 2-1 and 1,2,3", "1,234,567|and|3.14|and|12:30|and|2-1|and|1|,|2|,|3"},
		{"clock", "at 10am or 5.30pm or 7 p.m. today", "at|10|am|or|5.30|pm|or|7|p.m.|today"},
		{"abbreviations", "Mr. Orr of Vale Inc. met Sen. Wu vs. Gen. Li, etc., on Jan. 5", "Mr.|Orr|of|Vale|Inc.|met|Sen.|Wu|vs.|Gen.|Li|,|etc.|,|on|Jan.|5"},
		{"abbreviation or word", "No. 5 said no. Then nothing.", "No.|5|said|no|.|Then|nothing|."},
		{"initials", "J. R. Moe and Ann B. Coe in the U.S.A. today", "J.|R.|Moe|and|Ann|B.|Coe|in|the|U.S.A.|today"},
		{"degrees", "a Ph.D. and an M.B.A.", "a|Ph.D.|and|an|M.B.A."},
		{"addresses", "Write ann.lee@mail.example.org, see https://example.org/a?b=1&c=2. or Orbit.com's page",
			"Write|ann.lee@mail.example.org|,|see|https://example.org/a?b=1&c=2|.|or|Orbit.com|'s|page"},
		{"handles", "@orbit posted #GoOrbit, #1", "@orbit|posted|#GoOrbit|,|#|1"},
		{"quotation marks", "“Yes,” ``no'' \"so\" «oui» ‘well’", "“|Yes|,|”|``|no|''|\"|so|\"|«|oui|»|‘|well|’"},
		{"ellipses", "wait... what… so..", "wait|...|what|…|so|.."},
		{"repeated marks", "What?! No!!! ---- *****", "What|?!|No|!!!|----|*****"},
		{"dashes", "one--two — three–four", "one|--|two|—|three|–|four"},
		{"slashes", "9/11 TCP/IP and/or Reuters/AFP EU/Japan", "9/11|TCP/IP|and/or|Reuters|/|AFP|EU|/|Japan"},
		{"ampersands", "AT&T and R&D and Lee & Co.", "AT&T|and|R&D|and|Lee|&|Co."},
		{"HTML leftovers", "Lee&#8217;s doesn&#39;t AT&amp;T caf&eacute; <b>x</b> 3 < 4", "Lee|&#8217;s|does|n&#39;t|AT&amp;T|caf&eacute;|<b>|x|</b>|3|<|4"},
		{"no space after the stop", "It fell.The mayor left.Mr.Lee stayed", "It|fell|.|The|mayor|left|.|Mr.|Lee|stayed"},
		{"files and versions", "open notes.txt in v2.0 of .NET", "open|notes.txt|in|v2.0|of|.NET"},
		{"accents", "naïve Zoë’s São-Paulo", "naïve|Zoë|’s|São|-|Paulo"},
		{"invisible characters", "\ufeffA\u200bB so\u00adlar \u202eRTL\u202c", "A|B|so\u00adlar|RTL"},
		{"emoji", "Great 👍🏽👨‍👩‍👧 ☺️ :-)", "Great|👍🏽|👨‍👩‍👧|☺️|:-)"},
		{"invalid UTF-8", "caf\xe9 \xff\xfe", "caf\xe9|\xff\xfe"},
		{"blank", " \t\r\n\u00a0\u3000\x00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, words(c.text))
		})
	}
}
