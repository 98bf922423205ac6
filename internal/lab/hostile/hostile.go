// Package hostile makes texts that broke other readers of news, for tests of
// linear time and bounded memory.
package hostile

import (
	"fmt"
	"slices"
	"strings"
)

// A Family makes texts of one hostile sort, of about n bytes. The same n gives
// the same text.
type Family struct {
	Name string
	Make func(n int) string
}

// Families returns all families, in a fixed order.
func Families() []Family {
	return slices.Concat([]Family{{"news", newspaper}},
		bytesAndMarks(), layouts(), Times(), grammar(), namesAndRoles(), speech(), markup(), quoteMarks())
}

// bytesAndMarks are hard for tokenizers.
func bytesAndMarks() []Family {
	return append(repeated(
		"dots", ".",
		"spaced dots", ". ",
		"mixed stops", "?!.…",
		"brackets", "[({",
		"closing brackets", ")]}",
		"stops and closers", ".)\"",
		"commas", ",",
		"digits", "1",
		"grouped digits", "1,000,",
		"decimals", "1.",
		"one word", "x",
		"one capital word", "Xa",
		"one Cyrillic word", "жЖ",
		"hyphens", "a-",
		"only hyphens", "-",
		"compound of names", "Al-a-",
		"slashes", "a/B/",
		"apostrophes in a word", "a'",
		"clitics", "n't'",
		"combining marks", "e\u0301\u0301\u0301\u0301",
		"only combining marks", "\u0301",
		"bidi controls", "\u202ea\u2066b\u2069\u202c ",
		"right to left", "قال \"لا\" אמר \u200f«לא», ",
		"joiners", "a\u200d",
		"zero width", "\u200b\ufeff\u2060\u00ad",
		"soft hyphens in a word", "a\u00ad",
		"stray continuation bytes", "\x80\xbf",
		"cut runes", "\xe2\x82 \xf0\x9f\x98 \xc3",
		"half runes", "\xe2\x80",
		"overlong and surrogates", "\xc0\xaf\xed\xa0\x80\xf5\xff",
		"Cyrillic look-alikes", "Аnn Lее sаid “nо” on Тuesday. ",
		"every byte", everyByte(),
		"NULs", "\x00",
		"spaces", " \t\u00a0\u3000",
		"spaces before a word", "                                                                a",
		"joined emoji", "👩‍🚀🇫🇷",
		"toned emoji", "👍🏽",
		"emoticons", ":-) ",
		"abbreviations", "U.S. Mr. No. Inc. ",
		"abbreviations in one", "U.S.",
		"Mr.", "Mr. ",
		"Mr. in one", "Mr.",
		"initials", "A. A. ",
		"addresses", "https://e.example/a?b=c&d@e.f/ ",
		"one web address", "http://",
		"one domain", "www.a.",
		"one mail address", "a.b@c.",
		"at signs", "a@",
		"hashtags", "#a",
		"references", "&#x2019;",
		"half references", "&#",
		"ampersands", "&amp;",
		"signs of money", "$1 €2m £",
	), Family{"random bytes", randomBytes}, Family{"words that grow", growing})
}

// layouts are hard for what finds lines, paragraphs, lists and headings.
func layouts() []Family {
	return repeated(
		"line ends", "a\n\r\n\n",
		"carriage returns", "a\r",
		"sentences and carriage returns", "a.\r",
		"vertical tabs", "a\v",
		"line separators", "a\u2028",
		"paragraph separators", "A b.\u2029",
		"next lines", "a\u0085",
		"tabs", "a\tAnn Lee\t",
		"mixed line ends", "The mayor\r\nsaid no\rto it\nall.\u2028",
		"lines", "a\n",
		"short lines", "Ann said\n",
		"comma lines", "the long enough line of a list, which ends with a comma,\n",
		"wrapped lines", "a line of text that is as long as the other lines are here\n",
		"wrapped lines in a list", "1. a line of text that is as long as the other lines are\n",
		"blank lines", "A\n\n",
		"lines of spaces", "A \n   \n\t\n",
		"padded lines", "Ann Lee met the mayor of the old town of Salford \nand ",
		"letters in a column", "A\nB\n",
		"items in a line", "1) a 2) b ",
		"items", "1. Ann Lee\n2) the mayor\n(c) No.\n",
		"bullets", "• a ",
		"nested bullets", "- a\n  * b\n    • c\n",
		"rules of symbols", "* * *\n---\n=====\n",
		"datelines", "PARIS (AP",
		"dateline words", "PARIS, ",
		"datelines in lines", "LONDON, Sept. 24 (Coast Wire) — Ann Lee left.\n\n",
		"places in capitals", "NEW YORK / PARIS / LONDON — ",
		"capitals", "ANN LEE OF ORBIT ",
		"lines in capitals", "MAYOR OF SALFORD SAYS NO TO ORBIT\n",
		"one line in capitals", "MAYOR SAYS ",
		"lines in Title Case", "Mayor of Salford Says No to Orbit\n\n",
		"one line in Title Case", "Mayor Says No To ",
		"headings over prose", "What comes next\n\nThe mayor of Salford said that she would leave the town.\n\n",
		"bylines", "By Ann Lee, Staff Writer\n\n",
		"notes", "Photo: Ann Lee\nRead more:\n",
		"brackets that stay open", "(a. B ",
		"square brackets", "[",
		"brackets with words", "(a [b ",
		"brackets around sentences", "(Ann Lee left. She came. ",
	)
}

// Times returns the families about dates and times.
func Times() []Family {
	return repeated(
		"digits and dates run together", "2015-09-24T10:00Sept241,000.5/9/15",
		"spaced dates", "from March 2015 to May 1 2016 to ",
		"ranges", "from 3 to 4 on Monday, ",
		"ranges of days", "Sept. 24-26, 27-28, ",
		"numeric ranges", "12/12-12/12 ",
		"between", "between ",
		"last", "last ",
		"the", "the ",
		"the first of", "the first Tuesday of ",
		"lengths", "two weeks and three days after ",
		"lengths before", "two years before three months ago before ",
		"lengths that go on", "2 years 3 months and ",
		"sets", "every Monday and every other week, ",
		"weekdays", "Monday Tuesday, ",
		"months", "May march ",
		"years", "2015, 2016 and ",
		"decades", "the 1990s, the '90s and ",
		"clocks", "at 8 p.m. on Monday at 9:30 a.m. ",
		"holidays", "Christmas Day and Easter ",
		"quarters", "the first quarter of fiscal 2015 and ",
		"ages", "62 years old, aged 54, ",
		"dates with commas", "Friday, May 3, 2019 ",
	)
}

// grammar are hard for what looks for clauses, verbs and claims.
func grammar() []Family {
	return append(repeated(
		"relative clauses", "who met Ann Lee, which ",
		"relative clauses without commas", "the man who met the woman that left the town which ",
		"coordinated verbs", "left and met, and said ",
		"negations", "did not deny that she never said that ",
		"dashes", "a — b – c ",
		"appositions between dashes", "Ann Lee — the mayor — left — ",
		"colons", "Ann: a; ",
		"semicolons", "Ann Lee left; ",
		"numbers in words", "two hundred and five thousand and ",
		"quantities", "$5 million, 3 percent, 400 workers, ",
		"changes", "rose by 5 percent to $3 million from ",
		"conditions", "if she left he would have gone when ",
		"questions", "Why did Ann Lee leave? ",
		"modals", "may have been likely to be about to ",
		"gerunds", "saying leaving meeting ",
		"adjectives", "big old red ",
		"nouns", "town mayor council vote ",
		"prepositions", "of in to by ",
		"a sentence that goes on", "the old mill in the town was closed and ",
	), Family{"one sentence with commas and names", enumeration})
}

// namesAndRoles are hard for what finds names, joins them, and gives them roles
// and pronouns.
func namesAndRoles() []Family {
	return append(repeated(
		"one name", "Ann Lee said Ann Lee. ",
		"one name without an end", "Ann Lee ",
		"pronouns", "he she it they his her ",
		"pronouns after a name", "Ann Lee left and she said he saw her. ",
		"names before pronouns", "Ann Lee met Bo Day and Orbit Corp. and she ",
		"possessives", "his brother's wife's ",
		"nominals", "the spokesman said the company and the president ",
		"roles", "president and director of Orbit and ",
		"roles before a name", "former deputy vice president and chief executive Ann Lee, ",
		"appositions", "Ann Lee, the mayor of Salford, the head of Orbit, ",
		"spokesmen of spokesmen", "a spokesman for the spokesman for ",
		"spokesmen", "a spokesman for Orbit, Ann Lee, a spokesman for ",
		"titles", "President Senator Sir Dr. ",
		"titles before names", "Sen. Ann Lee, Gov. Bo Day, ",
		"acronyms", "National Union of Miners (NUM) and NUM ",
		"only acronyms", "NUM USA FBI ",
		"aliases", "the Fed, Washington, the White House and ",
		"nations", "American Chinese French-German ",
		"places with commas", "Salford, Ohio, Paris, France, ",
		"companies", "Orbit Corp. & Sons Inc. of ",
		"ampersands between names", "Lee & ",
		"hyphens between names", "Lee-Day–Orbit-",
		"of between names", "Bank of House of ",
		"families", "the Lees, Ann and Bo Lee, Mrs. Lee, ",
		"Arabic names", "Abu bin al-Ann ",
		"states in brackets", "Lee (D-Ohio) and ",
		"possessives of names", "Orbit's Salford's Ann Lee's ",
	), []Family{
		{"distinct names", names},
		{"distinct names in one sentence", chain},
		{"distinct acronyms", acronyms},
		{"distinct roles", posts},
		{"one name in many writings", writings},
		{"one surname, many first names", relatives},
		{"parts of one organization", parts},
		{"names that grow", longer},
		{"one name of many words", endless},
		{"one person, many roles", careers},
		{"one organization, many names", offices},
		{"many surnames, one first name", cousins},
		{"distinct surnames said", surnames},
		{"distinct pronouns' owners", owners},
	}...)
}

// speech are hard for what finds quotes and whose they are.
func speech() []Family {
	return repeated(
		"said", "said ",
		"said that he", "said that he ",
		"said and commas", "she said, ",
		"the mayor said that", "the mayor said that Ann Lee would leave the town of Salford and ",
		"sources", "according to officials, ",
		"sources in a row", "officials and analysts and witnesses and ",
		"cues of all sorts", "said told asked warned denied added ",
		"cue nouns", "a statement that a report that a claim that ",
		"inverted cues", ", said Ann Lee, said the mayor, said ",
		"addressees", "told reporters told the BBC told ",
		"reported speech in sentences", "The mayor said that she would leave. He said so. ",
		"nested quotes", "“a ‘b ",
		"nested quotes that close", "“a ‘b “c” d’ e” ",
		"reopened quotes", "“We will not sell.\n\n",
		"open quotes", "“a. B ",
		"open quotes and sentences", "“We go. ",
		"open single quotes", "‘a. B ",
		"open quotes with names", "“We go, said Ann Lee. ",
		"alternating quotes", "\" a ' b ",
		"quoted paragraphs", "\"We will not sell, and Ann Lee said we will.\n",
		"quotes without speakers", "“We will not sell the mill.” ",
		"quotes that go on", "“We,” said Ann Lee, “will not,” she said, ",
		"scare quotes", "the “old” ‘mill’ of ",
		"empty quotes", "“”\"\"''",
		"dashes as marks", "— We go, said Ann. — No.\n",
		"names before colons", "Ann Lee: We go.\n",
		"questions and answers", "Q: Why?\nA: No.\n",
	)
}

// markup is HTML and the like taken for plain text.
func markup() []Family {
	return append(repeated(
		"tags", "<a>",
		"half tags", "<a ",
		"less-than signs", "<",
		"nested tags", "<div>",
		"tags and words", "<p>a.</p><b>",
		"tags in lines", "<td>Ann Lee</td>\n<td>\n",
		"attributes", `<a href="https://e.example/?a=b" class='c'>said</a>, `,
		"comments", "<!-- a -->",
		"half comments", "<!-- ",
		"references in words", "caf&eacute;s&nbsp;&mdash;&quot;",
		"scripts", "var a={b:['c',\"d\"]};",
		"JSON", `{"a":["b",{"c":"d"}],`,
		"CSV", `"Ann, Lee","said ""no""",1,2`+"\n",
		"Markdown", "# Ann\n\n* [Lee](http://e.example) **said** > no\n",
	), Family{"minified HTML", html})
}

func quoteMarks() []Family {
	var fs []Family
	for _, mark := range []string{"\"", "'", "“", "”", "‘", "’", "«", "»", "``", "''", "„", "`"} {
		fs = append(fs, repeated("quote mark "+mark, mark, "spaced quote mark "+mark, mark+" a ")...)
	}
	return fs
}

// repeated makes a family of each pair of a name and what its texts repeat.
func repeated(pairs ...string) []Family {
	var fs []Family
	for i := 0; i < len(pairs); i += 2 {
		name, unit := pairs[i], pairs[i+1]
		fs = append(fs, Family{name, func(n int) string { return strings.Repeat(unit, n/len(unit)+1) }})
	}
	return fs
}

// syllables spells i as a name, so that different i give different names.
func syllables(i int) string {
	var b strings.Builder
	for _, s := range fmt.Sprintf("%06d", i) {
		b.WriteString([...]string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"}[s-'0'])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func build(n int, sentence func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(sentence(i))
	}
	return b.String()
}

func names(n int) string {
	return build(n, func(i int) string {
		return "Ann " + syllables(i) + " met " + syllables(i+1) + " Corp. in " + syllables(i+2) + ". "
	})
}

func surnames(n int) string {
	return build(n, func(i int) string { return "“No,” said Mr. " + syllables(i*7919%1_000_000) + ". He said so. " })
}

// writings spells one name with all choices of capitals and small letters.
func writings(n int) string {
	return build(n, func(i int) string {
		b := []byte("Annabellerosalinde")
		for k := 1; k < len(b); k++ {
			if i>>(k-1)&1 == 1 {
				b[k] -= 'a' - 'A'
			}
		}
		return "Mrs. " + string(b) + " said so. "
	})
}

func parts(n int) string {
	return build(n, func(i int) string { return "Orbit Corp. " + syllables(i) + " Group left Orbit Corp. " })
}

func everyByte() string {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}

func randomBytes(n int) string {
	b, r := make([]byte, n), dice(1)
	for i := range b {
		b[i] = byte(r.n(256))
	}
	return string(b)
}

func html(n int) string {
	return build(n, func(i int) string {
		return fmt.Sprintf(`<div class="c%d"><a href="https://e.example/%d?x=1&amp;y=2">Ann&nbsp;Lee</a><script>var a={"b":[%d,"c"]};</script></div>`, i, i, i)
	})
}

// growing are words each of which is a letter longer than the one before.
func growing(n int) string {
	return build(n, func(i int) string { return strings.Repeat("a", i+1) + " " })
}

// enumeration is one sentence with many names.
func enumeration(n int) string {
	return build(n, func(i int) string {
		return "the mayor, Ann " + syllables(i%50) + ", who met her, and he left " + syllables(i%60) + ", "
	})
}

// chain is one sentence in which each name is another.
func chain(n int) string {
	return build(n, func(i int) string { return "Ann " + syllables(i*7919%1_000_000) + " told her and " })
}

func acronyms(n int) string {
	return build(n, func(i int) string {
		a := string([]byte{'A' + byte(i/676%26), 'A' + byte(i/26%26), 'A' + byte(i%26)})
		return fmt.Sprintf("%cnion %city %corps (%s) left. The %s said so. ", a[0], a[1], a[2], a, a)
	})
}

// posts has each person as the head of another organization.
func posts(n int) string {
	return build(n, func(i int) string {
		return "Ann " + syllables(i) + ", chief executive of " + syllables(i+1) + " Corp., met the chairman of " + syllables(i+2) + " Corp. He left. "
	})
}

func relatives(n int) string {
	return build(n, func(i int) string {
		return syllables(i*7919%1_000_000) + " Lee met Lee. Mrs. Lee left, and so did the Lees. "
	})
}

// longer has names each of which is a word longer than the one before, up to
// a length.
func longer(n int) string {
	return build(n, func(i int) string { return "Ann" + strings.Repeat(" Lee", i%200) + " left. " })
}

// owners has a new man and a new woman in each sentence.
func owners(n int) string {
	return build(n, func(i int) string {
		him, her := syllables(i*7919%1_000_000), syllables(i*104729%1_000_000)
		return "Mr. " + him + " and Mrs. " + her + " met his brother and her sister, and she told him so. "
	})
}

// endless is one name of as many words as there are.
func endless(n int) string {
	return build(n, func(i int) string { return "National " + syllables(i) + " " })
}

// careers give one person another role in each sentence.
func careers(n int) string {
	return build(n, func(i int) string {
		return "Ann Lee, the chairman of " + syllables(i) + " Corp., left. The chairman said so. The mayor of " + syllables(i) + " met her. "
	})
}

// offices call one organization by another name in each sentence.
func offices(n int) string {
	return build(n, func(i int) string {
		return "The " + syllables(i) + " " + syllables(i+1) + " University of Salford left. The university said so. "
	})
}

func cousins(n int) string {
	return build(n, func(i int) string { return "Ann " + syllables(i*7919%1_000_000) + " met Ann. “No,” Ann said. " })
}

// newspaper is one invented article after the other, to compare with.
func newspaper(n int) string {
	return build(n, func(i int) string { return News(i) + "\n\n" })
}
