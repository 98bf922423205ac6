package entity

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestMissedOrganizations(t *testing.T) {
	lex, err := openLexicon()
	require.NoError(t, err)
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"of a company", "{p:Ann Lee}, vice president of Orbit.com, left.", []string{"Orbit.com"}},
		{"at the company", "{p:Ann Lee} is a director at the Dorn Mill Works.", []string{"Dorn Mill Works"}},
		{"a ministry before", "Transport Ministry spokesman {p:Bo Day} left.", []string{"Transport Ministry"}},
		{"a ministry before a title in the name", "Transport Ministry {p:Spokesperson Bo Day} left.", []string{"Transport Ministry"}},
		{"a ministry in the name", "{p:Transport Ministry Spokesperson Bo Day} left.", []string{"Transport Ministry"}},
		{"behind a quotation mark", "\"Yes,\" Transport Ministry spokesman {p:Bo Day} said.", []string{"Transport Ministry"}},
		{"known already", "{p:Ann Lee}, vice president of {o:Orbit.com}, left.", nil},
		{"a title with its portfolio", "{p:Ann Lee}, President of Council, left.", nil},
		{"small letters", "{p:Ann Lee}, director of global news, left.", nil},
		{"said to be one", "The regulator, Ofrail, said no. The man, Ofrail, left.", []string{"Ofrail"}},
		{"one of a list", "The regulator, Ofrail, and others left.", nil},
		{"a ministry alone", "The Ministry spokesman left.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, names := marked(t, tt.text)
			before := append([]Name(nil), names...)
			var got []string
			for _, n := range missed(d, lex, names) {
				if n.Kind == whosaid.EntityOrganization && !slices.Contains(before, n) {
					got = append(got, d.Slice(n.Span))
				}
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestTrainedNamesDoNotOverlap(t *testing.T) {
	t.Parallel()
	r, err := NewTrained()
	require.NoError(t, err)
	d := tagged(t, "Ann Lee, vice president of Orbit.com, met Foreign Ministry spokesman Bo Day in Paris. The director of Dorn Bank Bo Day left.")
	names, err := r.Recognize(context.Background(), d)
	require.NoError(t, err)
	for i := 1; i < len(names); i++ {
		require.LessOrEqual(t, names[i-1].End, names[i].Start)
	}
}
