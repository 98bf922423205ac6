// Package hostile makes texts that broke other readers of news, for tests of
// linear time and bounded memory.
package hostile

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/internal/wordfile"
)

// A Family makes texts of one hostile sort, of about n bytes. The same n gives
// the same text.
type Family struct {
	Name string
	Make func(n int) string
}

//go:embed families.txt
var familiesText string

// groups are the sections of families.txt, in the order of the data.
var groups = []string{"bytes", "layouts", "times", "grammar", "names", "speech", "markup"}

// made are the families that take more than a repetition.
var made = map[string][]Family{
	"bytes":   {{"every byte", everyByte}, {"random bytes", randomBytes}, {"words that grow", growing}},
	"grammar": {{"one sentence with commas and names", enumeration}, {"what a report said", report}},
	"names": {
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
	},
	"markup": {{"minified HTML", html}},
}

// Families returns all families, in a fixed order.
func Families() []Family {
	fs := []Family{{"news", newspaper}}
	for _, group := range groups {
		fs = append(fs, families(group)...)
	}
	return append(fs, quoteMarks()...)
}

// Times returns the families about dates and times.
func Times() []Family { return families("times") }

// families returns those of a group. A mistake in families.txt is one of this
// package, and every test that asks for them finds it.
func families(group string) []Family {
	var fs []Family
	f := wordfile.File{Name: "internal/lab/hostile/families.txt", Text: familiesText}
	err := f.Lines(groups, func(section, line string) error {
		if section != group {
			return nil
		}
		name, unit, _ := strings.Cut(line, " = ")
		unit, err := strconv.Unquote(unit)
		if err == nil && unit == "" {
			err = errors.New("nothing to repeat")
		}
		fs = append(fs, repeated(name, unit))
		return err
	})
	if err != nil {
		panic(err)
	}
	return append(fs, made[group]...)
}

func quoteMarks() []Family {
	var fs []Family
	for _, mark := range []string{"\"", "'", "“", "”", "‘", "’", "«", "»", "``", "''", "„", "`"} {
		fs = append(fs, repeated("quote mark "+mark, mark), repeated("spaced quote mark "+mark, mark+" a "))
	}
	return fs
}

// repeated is the family of texts that repeat unit.
func repeated(name, unit string) Family {
	return Family{name, func(n int) string { return strings.Repeat(unit, n/len(unit)+1) }}
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

func everyByte(n int) string {
	b := make([]byte, (n/256+1)*256)
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
		return fmt.Sprintf(`<div class="c%[1]d"><a href="https://e.example/%[1]d?x=1&amp;y=2">Ann&nbsp;Lee</a>`+
			`<script>var a={"b":[%[1]d,"c"]};</script></div>`, i)
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

// report is a sentence as long as half the text, and one of what it said as long as the rest.
func report(n int) string {
	const more, said = "and of the mill that was old ", "it said and "
	return "The report of the town " + strings.Repeat(more, n/2/len(more)) + "came. It said " + strings.Repeat(said, n/2/len(said))
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
		return fmt.Sprintf("Ann %s, chief executive of %s Corp., met the chairman of %s Corp. He left. ",
			syllables(i), syllables(i+1), syllables(i+2))
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
		return fmt.Sprintf("Ann Lee, the chairman of %[1]s Corp., left. The chairman said so. The mayor of %[1]s met her. ", syllables(i))
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
