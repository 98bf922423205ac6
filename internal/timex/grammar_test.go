package timex

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/internal/wordfile"
)

var builtin = tables{wordTable, movableTable, holidayTable, dialogueTable, ruleTable, contextTable, adjunctTable, guardTable, joinTable}

func TestGrammarRefusesWhatItCannotRead(t *testing.T) {
	rules := func(s string) tables { b := builtin; b.rules = s; return b }
	replace := func(in *string, old, new string) {
		require.Contains(t, *in, old)
		*in = strings.Replace(*in, old, new, 1)
	}
	words := func(old, new string) tables { b := builtin; replace(&b.words, old, new); return b }
	holidays := func(old, new string) tables { b := builtin; replace(&b.holidays, old, new); return b }
	movable := func(old, new string) tables { b := builtin; replace(&b.movable, old, new); return b }
	context := func(old, new string) tables { b := builtin; replace(&b.context, old, new); return b }
	adjuncts := func(old, new string) tables { b := builtin; replace(&b.adjuncts, old, new); return b }
	dialogue := func(old, new string) tables { b := builtin; replace(&b.dialogue, old, new); return b }
	guards := func(old, new string) tables { b := builtin; replace(&b.guards, old, new); return b }
	joins := func(old, new string) tables { b := builtin; replace(&b.joins, old, new); return b }
	for _, c := range []struct {
		name string
		t    tables
		want string
	}{
		{"class of words", words("[MONTH]", "[MOON]"), "words.txt:5: unknown section [MOON]"},
		{"class of the lexer", words("[MONTH]", "[YEAR]"), "unknown section [YEAR]"},
		{"value", words("april=4", "april=four"), `"april=four": the value is no integer`},
		{"value of another class", words("april=4", "april=14"), `"april": 14 is no value of MONTH, which has 1 to 12`},
		{"word twice", words("april=4", "april=4 april=5"), `"april" stands twice`},
		{"capital", words("april=4", "april=4 April=4"), `not in lower case`},
		{"maker", rules("MONTH -> guess"), `rules.txt:1: unknown maker "guess"`},
		{"arrow", rules("\nMONTH date"), "rules.txt:2: no maker"},
		{"no maker", rules("MONTH ->"), "rules.txt:1: no maker"},
		{"empty", rules("MONTH? -> date"), "a pattern of 0 tokens"},
		{"long", rules(strings.Repeat("the ", 13) + "-> date"), "a pattern of 13 tokens"},
		{"misspelt class", rules("MNTH DAY -> date"), `rules.txt:1: unknown class "MNTH"`},
		{"capital in a word", rules("the Month -> date"), `unknown class "Month"`},
		{"no choice", rules("the|| MONTH -> date"), `unknown class ""`},
		{"rule twice", rules("MONTH DAY -> date\n# …\nMONTH  DAY -> iso"), `rules.txt:3: a rule for "MONTH DAY" stands above`},
		{"key", rules("MONTH -> date nwes=1"), `rules.txt:1: maker "date": unknown key "nwes"`},
		{"key of another maker", rules("MONTH -> date u=1"), `maker "date": unknown key "u"`},
		{"key twice", rules("last UNIT -> rel n=1 n=1"), `"n" stands twice`},
		{"no key", rules("last UNIT -> rel past"), `"past" is not key=value`},
		{"flag", rules("MONTH -> month ctx=0"), `ctx=0: want an integer from 1 to 1`},
		{"number", rules("last UNIT -> rel n=one"), `n=one: want an integer from -2 to 15`},
		{"text", rules("last UNIT -> rel mod=FIRST"), `mod=FIRST: want one of ["START" "MID" "END"]`},
		{"key of a holiday", holidays("halloween -> month=10", "halloween -> mnth=10"), `unknown key "mnth"`},
		{"month of a holiday", holidays("halloween -> month=10", "halloween -> month=13"), `month=13: want an integer from 1 to 12`},
		{"day of a holiday", holidays("month=10 day=31", "month=9 day=31"), "month 9 has no day 31"},
		{"no day", holidays("month=10 day=31", "month=10"), `no day a year from keys "month"`},
		{"two days", holidays("month=10 day=31", "month=10 day=31 easter=1"), `no day a year from keys "month day easter"`},
		{"no weekday", holidays("weekday=7 nth=2", "weekday=7 nth=0"), "nth=0"},
		{"holiday twice", holidays("earth day ->", "may day ->"), `a rule for "may day" stands above`},
		{"day of another calendar", movable("1980=1118", "1980=1345"), `movable.txt:6: 1980=1345 is no day of a year`},
		{"other calendar", holidays("other=ashura", "other=asura"), `other=asura: want one of`},
		{"class of context", context("[planned]", "[plannd]"), "unknown section [plannd]"},
		{"order of context", context("for to\n", "to for\n"), `"for" stands after "to"`},
		{"Mod of a word", adjuncts("some APPROX", "some ABOUT"), `"ABOUT" is no Mod, direction or trait`},
		{"long phrase", adjuncts("ago back", "ago_or_so_then back"), "has more than 3 words"},
		{"no verdict", guards("duration -> length", "duration length"), `no verdict in "duration length"`},
		{"verdict", guards("duration -> length", "duration -> lengthwise"), `unknown verdict "lengthwise"`},
		{"verdict of the start", guards("duration -> length", "duration -> news"), `unknown verdict "news"`},
		{"verdict of itself", guards("unit=quarter -> yes", "unit=quarter -> length"), `unknown verdict "length"`},
		{"shape", guards("duration -> length", "durations -> length"), `unknown shape "durations"`},
		{"field", guards("tokens=1 +vague", "tokens=1 +vage"), `unknown field "vage"`},
		{"place", guards("before=for", "bofore=for"), `unknown place "bofore"`},
		{"number of a guard", guards("hour=0-9", "hour=0-nine"), `"0-nine" is no number, range or unit`},
		{"class of a guard", guards("before=@named-day", "before=@names-day"), "unknown class @names-day"},
		{"word of a guard", guards("before=for", "before=For"), `"For" is not in lower case`},
		{"no word", guards("before=for", "before=for|"), "an empty value"},
		{"form", guards("first:YEARRANGE", "first:YEARSRANGE"), `unknown class or form "YEARSRANGE"`},
		{"section of guards", guards("[season]", "[seasons]"), "unknown section [seasons]"},
		{"parts of a join", joins("noday ; +anyday", "noday +anyday"), "want first ; second ; links"},
		{"action", joins("-> early", "-> earlier"), `unknown action "earlier"`},
		{"link", joins("; on ->", "; off ->"), `unknown link "off"`},
		{"field of a join", joins("-clock ; on", "-clocks ; on"), `unknown field "clocks"`},
		{"dialogue", dialogue("the DAY -> dayonly", "the DYA -> dayonly"), `dialogue.txt:6: unknown class "DYA"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := compile(c.t, true)
			require.ErrorContains(t, err, c.want)
			require.Regexp(t, `^internal/timex/[a-z]+\.txt:[1-9][0-9]*: `, err.Error())
		})
	}
}

// TestEveryMakerIsUsed: each maker, key and value of a key has a rule.
func TestEveryMakerIsUsed(t *testing.T) {
	used := map[string]bool{"holiday": true}
	for name, table := range map[string]string{"rules": ruleTable, "dialogue": dialogueTable, "holidays": holidayTable} {
		require.NoError(t, wordfile.File{Text: table}.Lines(nil, func(_, line string) error {
			_, right, _ := strings.Cut(line, "->")
			f := strings.Fields(right)
			maker := "holiday"
			if name != "holidays" {
				maker, f = f[0], f[1:]
			}
			used[maker] = true
			for _, arg := range f {
				key, _, _ := strings.Cut(arg, "=")
				used[maker+" "+key], used[key], used[arg] = true, true, true
			}
			return nil
		}))
	}
	for name, m := range makers {
		require.True(t, used[name], name)
		for _, key := range strings.Fields(m.keys) {
			require.True(t, used[name+" "+key], "%s %s", name, key)
		}
	}
	for key := range intKeys {
		require.True(t, used[key], key)
	}
	for key, values := range textKeys {
		for _, v := range values {
			require.True(t, used[key+"="+v], "%s=%s", key, v)
		}
	}
}

// TestClassesHaveLimits: each class of words.txt has a range of values.
func TestClassesHaveLimits(t *testing.T) {
	require.Len(t, wordValues, int(cNumber))
	require.Len(t, classNames, int(cYearTo)+1)
}

// TestConditionsAreUsed: each shape, field, place, number, form, link and action
// stands in a row.
func TestConditionsAreUsed(t *testing.T) {
	rows := guardTable + joinTable
	for name := range shapeNames {
		require.Regexp(t, `(?m)^([^#]*[ !|])?`+name+`[| ]`, rows)
	}
	for _, f := range fields {
		require.Regexp(t, `[+-]`+f.name+" ", rows)
	}
	for _, p := range positions {
		require.Regexp(t, p.name+"[=:~]", rows)
	}
	for name := range numbers {
		require.Contains(t, rows, name+"=")
	}
	for name := range forms {
		require.Contains(t, rows, ":"+name)
	}
	for name := range links {
		require.Regexp(t, `; .*`+name+" ", joinTable)
	}
	for name := range actions {
		require.Contains(t, joinTable, "-> "+name+"\n")
	}
	require.Less(t, int(shBare), firstField, "shapes and fields share no bit")
	require.LessOrEqual(t, firstField+len(fields), 64)
	require.Len(t, unitNames, int(night)+1)
}
