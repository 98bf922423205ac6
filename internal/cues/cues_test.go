package cues

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestForms(t *testing.T) {
	l, err := read("[adj]\nsure think\n[adv]\nsoon say\n[noun]\nsurvey show\n[prep]\nper report\n[verb]\n" +
		"agree agree\nask ask after=s,ed object\nquip say quipped quipping after=ed\nread write read\nsay say said after=base,s,ed hearer=ing\ntry want\nwish want embeds\n")
	require.NoError(t, err)
	forms := map[string]string{}
	for _, e := range l.Entries {
		forms[e.Lemma] = strings.Join(e.Forms(), " ")
	}
	require.Equal(t, map[string]string{
		"sure": "sure", "soon": "soon", "survey": "survey surveys", "per": "per",
		"agree": "agree agrees agreeing agreed", "ask": "ask asks asking asked",
		"quip": "quip quipped quipping quips quiping quiped", "read": "read read reads reading", "say": "say said says saying",
		"try": "try tries trying tried", "wish": "wish wishes wishing wished",
	}, forms)
	require.Equal(t, []string{"asks", "asked", "quipped", "say", "says", "said"}, l.words(After))
	require.Equal(t, []string{"saying"}, l.words(Hearer))
	require.Empty(t, l.words(Name))
	require.Equal(t, []string{"wish"}, l.words(Embeds))
	require.Equal(t, []string{"ask"}, l.words(Object))
	require.Equal(t, whosaid.CueSay, l.Entries[1].Class)
}

// TestBuiltIn: each use has verbs, and each part its words.
func TestBuiltIn(t *testing.T) {
	l, err := Open()
	require.NoError(t, err)
	require.Greater(t, len(l.Entries), 600)
	for _, u := range []Use{After, Beside, Hearer, Name, Embeds, Object, Topic} {
		require.NotEmpty(t, l.words(u), u)
	}
	require.Contains(t, l.words(Beside), "told")
	require.Contains(t, l.words(After), "whispered")
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"[verb]", "[verbs]", "unknown section [verbs]"},
		{"\nask ask ", "\nask sya ", `"ask": class "sya" is none of ["say"`},
		{"\nafraid feel", "\nafraid", `"afraid" has no class`},
		{"\naware think", "\nafraid think", `"afraid" stands twice`},
		{"\nafraid feel\naware think", "\naware think\nafraid feel", `"afraid" stands after "aware"`},
		{"\nafraid feel", "\nafraid feel object", `"afraid": only verbs have uses`},
		{"\nask ask ", "\nask ask befter=s ", `"ask": unknown use "befter"`},
		{"\nask ask after=s,ed", "\nask ask after=s,et", `"ask": use "after": "et" is none of the forms`},
		{"\nask ask after=s,ed", "\nask ask after=s,s", `"ask": use "after": "s" stands twice`},
		{"\nask ask after=s,ed", "\nask ask after", `"ask": use "after" has no forms`},
		{"\nask ask after=s,ed", "\nask ask object=s", `"ask": use "object" is of no single forms`},
		{"\nask ask after=s,ed", "\nask ask name=s", `"ask": use "name" stands twice`},
		{"\nask ask after=s,ed", "\nask ask after=ed asked", `"ask": "asked" stands behind a use`},
		{"\nask ask ", "\nask ask asked asked ", `"ask": the form "asked" stands twice`},
	} {
		require.Contains(t, text, c.old)
		_, err := read(strings.Replace(text, c.old, c.new, 1))
		require.ErrorContains(t, err, c.want)
		require.Regexp(t, `^internal/cues/cues\.txt:[1-9][0-9]*: `, err.Error())
	}
}
