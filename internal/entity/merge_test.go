package entity

import (
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
			r, err := NewResolver()
			require.NoError(t, err)
			var docs []*whosaid.Document
			for _, text := range tt.docs {
				docs = append(docs, resolve(t, text))
			}
			b := r.Merge(docs)
			got := map[string][]Ref{}
			for i, j := range b.Joints {
				name := j.Name
				if got[name] != nil {
					name += " " // a second one of this name
				}
				got[name] = j.Refs
				for _, ref := range j.Refs {
					require.Equal(t, i, b.Of(ref))
				}
			}
			require.Equal(t, tt.want, got)
			require.Equal(t, -1, b.Of(Ref{Doc: 9, Entity: 1}))
		})
	}
}

func TestMergeOrder(t *testing.T) {
	t.Parallel()
	r, err := NewResolver()
	require.NoError(t, err)
	docs := []*whosaid.Document{resolve(t, "{p:Lee} met {p:Bo Day}."), resolve(t, "{p:Bo Day} met {p:Ann Lee} of {o:Orbit}.")}
	var names []string
	for _, j := range r.Merge(docs).Joints {
		names = append(names, j.Name)
	}
	require.Equal(t, []string{"Ann Lee", "Bo Day", "Orbit"}, names)
	require.Empty(t, r.Merge(nil).Joints)
}
