package entity

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestMerge(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		docs []string
		want map[string][]Ref
	}{
		{"one name", []string{"{p:Ann Lee} left.", "{p:Ann Lee} came."}, map[string][]Ref{"Ann Lee": {{0, 1}, {1, 1}}}},
		{"a middle name", []string{"{p:Ann Lee} left.", "{p:Ann B. Lee} came."}, map[string][]Ref{"Ann B. Lee": {{0, 1}, {1, 1}}}},
		{"a surname", []string{"{p:Lee} left.", "{p:Ann Lee} came."}, map[string][]Ref{"Ann Lee": {{0, 1}, {1, 1}}}},
		{"a surname of two", []string{"{p:Lee} left.", "{p:Ann Lee} met {p:Bo Lee}."}, map[string][]Ref{"Lee": {{0, 1}}, "Ann Lee": {{1, 1}}, "Bo Lee": {{1, 2}}}},
		{"the same surname without any name", []string{"{p:Lee} left.", "{p:Lee} came."}, map[string][]Ref{"Lee": {{0, 1}, {1, 1}}}},
		{"an acronym", []string{"{o:GMF} paid.", "The {o:Global Mill Fund} ({o:GMF}) paid."}, map[string][]Ref{"Global Mill Fund": {{0, 1}, {1, 1}}}},
		{"the table of aliases", []string{"The {l:U.S.} voted.", "{l:China} and the {l:United States} voted."}, map[string][]Ref{"United States": {{0, 1}, {1, 2}}, "China": {{1, 1}}}},
		{"kinds apart", []string{"{p:Dorn} left.", "{o:Dorn} hired."}, map[string][]Ref{"Dorn": {{0, 1}}, "Dorn ": {{1, 1}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := map[string][]Ref{}
			for _, e := range mergedOf(t, tt.docs...).Entities() {
				name := e.Name
				if got[name] != nil {
					name += " " // a second one of this name
				}
				got[name] = e.Refs
			}
			require.Equal(t, tt.want, got)
		})
	}
}

// mergedOf adds the texts, one at a time.
func mergedOf(t *testing.T, texts ...string) *Merger {
	t.Helper()
	m, err := NewMerger()
	require.NoError(t, err)
	for i, text := range texts {
		require.Equal(t, i, m.Add(resolve(t, text)))
	}
	return m
}

func namesOf(list []Merged) (names []string) {
	for _, e := range list {
		names = append(names, e.Name)
	}
	return names
}

func TestMergeOrder(t *testing.T) {
	t.Parallel()
	m := mergedOf(t, "{p:Lee} met {p:Bo Day}.", "{p:Bo Day} met {p:Ann Lee} of {o:Orbit}.")
	require.Equal(t, []string{"Ann Lee", "Bo Day", "Orbit"}, namesOf(m.Entities()))
	require.Empty(t, mergedOf(t).Entities())
}

// What Entities returned stands, whatever is added later, and asking in between
// changes nothing.
func TestMergeGoesOn(t *testing.T) {
	t.Parallel()
	const first, second, third = "{p:Lee} left {l:Ohio}.", "{p:Ann B. Lee} met {p:Bo Day}.", "{p:Ann Lee} came, and {p:Day}."
	m := mergedOf(t, first)
	before := m.Entities()
	require.Equal(t, []string{"Lee", "Ohio"}, namesOf(before))
	m.Add(resolve(t, second))
	middle := m.Entities()
	require.Equal(t, []string{"Ann B. Lee", "Ohio", "Bo Day"}, namesOf(middle))
	m.Add(resolve(t, third))
	after := m.Entities()
	require.Equal(t, mergedOf(t, first, second, third).Entities(), after)
	require.Equal(t, []string{"Ann Lee", "Lee"}, after[0].Aliases)
	require.Equal(t, []Ref{{0, 1}, {1, 1}, {2, 1}}, after[0].Refs)
	require.Equal(t, []string{"Lee", "Ohio"}, namesOf(before))
	require.Equal(t, []Ref{{0, 1}, {1, 1}}, middle[0].Refs)
	require.Equal(t, []string{"Lee"}, middle[0].Aliases)
}

// Of an entity with ever new names the first ones are kept, and the fullest.
func TestMergedAliasesAreBounded(t *testing.T) {
	t.Parallel()
	m, err := NewMerger()
	require.NoError(t, err)
	for i := range 2 * maxAliases {
		name := fmt.Sprintf("Ann %c%c. Lee", 'A'+i/26, 'A'+i%26)
		m.Add(&whosaid.Document{Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: name}}})
	}
	all := m.Entities()
	require.Len(t, all, 1)
	require.Len(t, all[0].Refs, 2*maxAliases)
	require.Len(t, all[0].Aliases, maxAliases)
	require.Equal(t, "Ann AA. Lee", all[0].Name)
}
