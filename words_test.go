package whosaid_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		spans      []whosaid.Span
		want       string
	}{
		{"none", "a b", nil, ""},
		{"one", "We stay.", []whosaid.Span{{Start: 0, End: 7}}, "We stay"},
		{"zero", "a b", []whosaid.Span{{}}, ""},
		{"outside the text", "a b", []whosaid.Span{{Start: 0, End: 1}, {Start: 2, End: 9}, {Start: -1, End: 1}}, "a"},
		{"words between", "We, she said, stay", []whosaid.Span{{Start: 0, End: 2}, {Start: 14, End: 18}}, "We … stay"},
		{"a digit between", "We 2 stay", []whosaid.Span{{Start: 0, End: 2}, {Start: 5, End: 9}}, "We … stay"},
		{"a letter of another script between", "We и stay", []whosaid.Span{{Start: 0, End: 2}, {Start: 6, End: 10}}, "We … stay"},
		{"marks between", "A.”\n\n“B", []whosaid.Span{{Start: 0, End: 2}, {Start: 10, End: 11}}, "A. B"},
		{"touching", "China's", []whosaid.Span{{Start: 0, End: 5}, {Start: 5, End: 7}}, "China's"},
		{"touching, with space", "a b", []whosaid.Span{{Start: 0, End: 2}, {Start: 2, End: 3}}, "a b"},
		{"backwards", "a b c", []whosaid.Span{{Start: 4, End: 5}, {Start: 0, End: 1}}, "c … a"},
		{"overlapping", "a b c", []whosaid.Span{{Start: 0, End: 3}, {Start: 2, End: 5}}, "a b … b c"},
		{"an empty one between", "a b", []whosaid.Span{{Start: 0, End: 1}, {}, {Start: 2, End: 3}}, "a b"},
		{"a blank one between", "a   b", []whosaid.Span{{Start: 0, End: 1}, {Start: 2, End: 3}, {Start: 4, End: 5}}, "a b"},
		{"white space", " a\r\n\u00a0b\t", []whosaid.Span{{Start: 0, End: 7}}, "a b"},
		{"invalid UTF-8", "a\xffb", []whosaid.Span{{Start: 0, End: 3}}, "a\xffb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := &whosaid.Document{Text: c.text}
			require.Equal(t, c.want, d.Words(c.spans...))
		})
	}
}

// joint is a document in which several speak, or nobody whom the text names.
func joint(speaker whosaid.EntityID, others ...whosaid.EntityID) *whosaid.Document {
	return &whosaid.Document{
		Text:     "two\nofficials",
		Entities: []whosaid.Entity{{ID: 1, Name: "Ann Lee"}, {ID: 2, Name: "Bob Day"}, {ID: 3, Name: "Cy Fox"}},
		Quotes:   []whosaid.Quote{{ID: 1, Source: whosaid.Span{End: 13}, Speaker: speaker, Others: others}},
	}
}

func TestWho(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		speaker whosaid.EntityID
		others  []whosaid.EntityID
		names   []string
		want    string
	}{
		{1, nil, []string{"Ann Lee"}, "Ann Lee"},
		{2, []whosaid.EntityID{1}, []string{"Bob Day", "Ann Lee"}, "Bob Day and Ann Lee"},
		{1, []whosaid.EntityID{2, 3}, []string{"Ann Lee", "Bob Day", "Cy Fox"}, "Ann Lee, Bob Day and Cy Fox"},
		{0, []whosaid.EntityID{2, 9}, []string{"Bob Day"}, "Bob Day"},
		{0, nil, nil, "two officials"},
		{9, nil, nil, "two officials"},
	} {
		d := joint(c.speaker, c.others...)
		var names []string
		for _, e := range d.Speakers(&d.Quotes[0]) {
			require.Same(t, d.Entity(e.ID), e)
			names = append(names, e.Name)
		}
		require.Equal(t, c.names, names)
		require.Equal(t, c.want, d.Who(&d.Quotes[0]))
	}
	d := joint(1)
	require.Equal(t, "", d.Who(&whosaid.Quote{}))
	require.Equal(t, "", d.Who(nil))
	require.Nil(t, d.Speakers(nil))
}

func TestWhoClaims(t *testing.T) {
	t.Parallel()
	source := whosaid.Span{End: 13}
	claim := func(kind whosaid.ClaimantKind, id whosaid.EntityID, source whosaid.Span) whosaid.Claim {
		return whosaid.Claim{Quote: 1, Claimant: whosaid.Claimant{Kind: kind, Entity: id, Source: source}}
	}
	for _, c := range []struct {
		name  string
		doc   *whosaid.Document
		claim whosaid.Claim
		want  string
	}{
		{"narrator", joint(1), whosaid.Claim{Claimant: whosaid.Claimant{Kind: whosaid.ClaimantNarrator}}, ""},
		{"entity", joint(1), claim(whosaid.ClaimantEntity, 1, source), "Ann Lee"},
		{"two", joint(1, 2), claim(whosaid.ClaimantEntity, 1, whosaid.Span{}), "Ann Lee and Bob Day"},
		{"another than the speakers", joint(1, 2), claim(whosaid.ClaimantEntity, 3, whosaid.Span{}), "Cy Fox"},
		{"unnamed", joint(0, 2), claim(whosaid.ClaimantUnnamed, 0, source), "two officials"},
		{"not told", joint(0), claim(whosaid.ClaimantUnnamed, 0, whosaid.Span{}), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, c.doc.WhoClaims(&c.claim))
			require.Equal(t, len(c.doc.Claimants(&c.claim)) > 0, c.claim.Claimant.Entity != 0)
		})
	}
	require.Equal(t, "", joint(1).WhoClaims(nil))
	require.Nil(t, joint(1).Claimants(nil))
}
