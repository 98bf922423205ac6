package whosaid_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// hang gives the tokens of d the heads: those of the first sentence are the first
// six.
func hang(d *whosaid.Document, heads ...int) {
	d.Syntax = nil
	for _, h := range heads {
		relation := "dep"
		if h < 0 {
			relation = "root"
		}
		d.Syntax = append(d.Syntax, whosaid.Dependency{Head: h, Relation: relation})
	}
}

// sample is a small document made by hand: “Oui,” said Zoë Lee of Orbit on
// 1 May 2020.
func sample() *whosaid.Document {
	span := func(s, e int) whosaid.Span { return whosaid.Span{Start: s, End: e} }
	return &whosaid.Document{
		Text:      "“Oui,” said Zoë Lee of Orbit. May 2020",
		Published: time.Date(2020, 5, 2, 0, 0, 0, 0, time.UTC),
		Sentences: []whosaid.Sentence{
			{Span: span(0, 34), Kind: whosaid.SentenceProse, FirstToken: 0, EndToken: 6},
			{Span: span(35, 43), Kind: whosaid.SentenceDateline, Paragraph: 1, FirstToken: 6, EndToken: 7},
		},
		Tokens: []whosaid.Token{
			{Span: span(0, 3), Tag: "``"}, {Span: span(3, 6), Tag: "UH"}, {Span: span(11, 15), Tag: "VBD"},
			{Span: span(16, 20), Tag: "NNP"}, {Span: span(21, 24), Tag: "NNP"}, {Span: span(28, 33), Tag: "NNP"},
			{Span: span(35, 38), Tag: "NNP"},
		},
		Entities: []whosaid.Entity{
			{ID: 1, Kind: whosaid.EntityPerson, Name: "Zoë Lee", Mentions: []int{0}, Roles: []whosaid.Role{{Span: span(16, 20), Title: "Zoë", Org: 2}}},
			{ID: 2, Kind: whosaid.EntityOrganization, Name: "Orbit", Mentions: []int{1}},
		},
		Mentions: []whosaid.Mention{
			{Span: span(16, 24), Entity: 1, Form: whosaid.MentionName, Score: 0.9},
			{Span: span(28, 33), Entity: 2, Form: whosaid.MentionName, Score: 1},
		},
		Dates: []whosaid.Date{{
			Span: span(35, 43), Type: whosaid.DateDate, Value: "2020-05", Resolved: true,
			From: time.Date(2020, 5, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC),
		}},
		Quotes: []whosaid.Quote{{
			Span: span(0, 10), ID: 1, Form: whosaid.QuoteDirect, Content: []whosaid.Span{span(3, 7)},
			Cue: span(11, 15), CueClass: whosaid.CueSay, Source: span(16, 24), Speaker: 1, Score: 0.8,
			Evidence: whosaid.Evidence{Rule: whosaid.EvidenceCue, Words: []whosaid.Span{span(11, 15)}},
		}},
		Claims: []whosaid.Claim{
			{
				Spans: []whosaid.Span{span(3, 6)}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantEntity, Entity: 1, Source: span(16, 24)},
				Quote: 1, Type: whosaid.ClaimOther, Score: 0.5, Checkable: 0.1, Group: 1,
				Responses: []whosaid.Response{{Stance: whosaid.StanceDenies, Entity: 2, Cue: span(11, 15)}},
			},
			{
				Spans: []whosaid.Span{span(35, 43)}, Sentence: 1, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantNarrator}, Type: whosaid.ClaimEvent,
				Entities: []whosaid.EntityID{1, 2}, Dates: []int{0}, Group: 2,
				Quantities: []whosaid.Quantity{{Span: span(39, 43), Value: 2020}},
			},
		},
	}
}

// layered is a sample that lists its layers, syntax among them.
func layered() *whosaid.Document {
	d := sample()
	hang(d, 1, -1, 1, 2, 3, 2, -1)
	d.Layers = whosaid.Layer("").Values()
	return d
}

// TestValidateLayers: what was not read is empty, and what was is there.
func TestValidateLayers(t *testing.T) {
	t.Parallel()
	for i, l := range whosaid.Layer("").Values() {
		d := layered()
		d.Layers = slices.Delete(d.Layers, i, i+1)
		require.ErrorContains(t, d.Validate(), fmt.Sprintf("whosaid: Layers: no %q, but the Document has ", l))
	}
	for _, c := range []struct {
		name  string
		spoil func(*whosaid.Document)
		want  string
	}{
		{"unknown", func(d *whosaid.Document) { d.Layers[5] = "planets" }, `Layers[5]: "planets" is not one of ["sentences" "syntax" "entities" "dates" "quotes" "claims"]`},
		{"out of order", func(d *whosaid.Document) { d.Layers[2], d.Layers[3] = d.Layers[3], d.Layers[2] }, `Layers[3]: "entities" after "dates"`},
		{"twice", func(d *whosaid.Document) { d.Layers[1] = whosaid.LayerSentences }, `Layers[1]: "sentences" after "sentences"`},
		{"no syntax", func(d *whosaid.Document) { d.Syntax = nil }, "Syntax: 0 dependencies for 7 tokens"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := layered()
			c.spoil(d)
			require.EqualError(t, d.Validate(), "whosaid: "+c.want)
		})
	}
	d := layered()
	d.Claims, d.Quotes, d.Layers = nil, nil, d.Layers[:4]
	require.NoError(t, d.Validate())
}

func TestValidate(t *testing.T) {
	t.Parallel()
	require.NoError(t, sample().Validate())
	require.NoError(t, (&whosaid.Document{}).Validate())
	require.NoError(t, layered().Validate())
	require.NoError(t, (&whosaid.Document{Text: "Rain.", Layers: whosaid.Layer("").Values()}).Validate())
	d := sample()
	hang(d, 1, -1, 1, 2, 3, 2, -1)
	require.NoError(t, d.Validate())
	for _, c := range []struct {
		name  string
		spoil func(*whosaid.Document)
		want  string
	}{
		{"span past the end", func(d *whosaid.Document) { d.Dates[0].End = 99 }, "Dates[0]: span 35:99 outside the text of 43 bytes"},
		{"span cuts a rune", func(d *whosaid.Document) { d.Quotes[0].Content[0].Start = 1 }, "Quotes[0].Content[0]: span 1:7 cuts a rune"},
		{"span ends in a rune", func(d *whosaid.Document) { d.Quotes[0].Source.End = 19 }, "Quotes[0].Source: span 16:19 cuts a rune"},
		{"blank span", func(d *whosaid.Document) { d.Quotes[0].Cue = whosaid.Span{Start: 10, End: 11} }, "Quotes[0].Cue: span 10:11 is blank"},
		{"empty span", func(d *whosaid.Document) { d.Mentions[1].End = 28 }, "Mentions[1]: span 28:28 is empty"},
		{"sentences overlap", func(d *whosaid.Document) { d.Sentences[1].Start = 28 }, "Sentences[1]: span 28:43 after 0:34"},
		{"token in no sentence", func(d *whosaid.Document) { d.Sentences = d.Sentences[:1] }, "Sentences: 1 tokens lie in no sentence"},
		{"gap in token ranges", func(d *whosaid.Document) { d.Sentences[1].FirstToken = 5 }, "Sentences[1]: token range 5:7, want it to begin at 6 of 7"},
		{"tokens out of order", func(d *whosaid.Document) { d.Tokens[0], d.Tokens[1] = d.Tokens[1], d.Tokens[0] }, "Tokens[1]: span 0:3 after 3:6"},
		{"wrong entity id", func(d *whosaid.Document) { d.Entities[1].ID = 7 }, "Entities[1]: id 7, want 2"},
		{"entity without name", func(d *whosaid.Document) { d.Entities[0].Name = " " }, `Entities[0]: name " " and description "", want one of them`},
		{"entity without mention", func(d *whosaid.Document) { d.Entities[0].Mentions = nil }, "Entities[0]: no mention"},
		{"mention of another entity", func(d *whosaid.Document) { d.Entities[0].Mentions[0] = 1 }, "Entities[0].Mentions: mention 1 is not of this entity"},
		{"unknown organization", func(d *whosaid.Document) { d.Entities[0].Roles[0].Org = 3 }, "Entities[0].Roles[0]: no entity 3"},
		{"mention of no entity", func(d *whosaid.Document) { d.Mentions[1].Entity = 0; d.Entities = d.Entities[:1] }, "Entities[0].Roles[0]: no entity 2"},
		{"unlisted mention", func(d *whosaid.Document) {
			d.Mentions = append(d.Mentions, whosaid.Mention{Span: whosaid.Span{Start: 30, End: 33}, Entity: 2, Form: whosaid.MentionName})
		}, "Mentions: 3 mentions, entities list 2"},
		{"score over one", func(d *whosaid.Document) { d.Mentions[0].Score = 1.5 }, "Mentions[0]: score 1.5 outside [0,1]"},
		{"interval turned round", func(d *whosaid.Document) { d.Dates[0].To = d.Dates[0].From.AddDate(0, -1, 0) }, "Dates[0]: ends 2020-04-01 00:00:00 +0000 UTC before it begins 2020-05-01 00:00:00 +0000 UTC"},
		{"quote id", func(d *whosaid.Document) { d.Quotes[0].ID = 0 }, "Quotes[0]: id 0, want 1"},
		{"quote without content", func(d *whosaid.Document) { d.Quotes[0].Content = nil }, "Quotes[0].Content: empty"},
		{"content out of the quote", func(d *whosaid.Document) { d.Quotes[0].End = 6 }, "Quotes[0]: content lies outside the span"},
		{"unknown speaker", func(d *whosaid.Document) { d.Quotes[0].Speaker = 9 }, "Quotes[0].Speaker: no entity 9"},
		{"speaker who is not the source", func(d *whosaid.Document) { d.Quotes[0].Speaker = 2 }, "Quotes[0].Speaker: entity 2, but Mentions[0], the source, means entity 1"},
		{"no speaker though the source is a mention", func(d *whosaid.Document) { d.Quotes[0].Speaker = 0 }, "Quotes[0].Speaker: entity 0, but Mentions[0], the source, means entity 1"},
		{"its own parent", func(d *whosaid.Document) { d.Quotes[0].Parent = 1 }, "Quotes[0]: no parent quote 1"},
		{"year past JSON", func(d *whosaid.Document) { d.Published = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }, "Published: year 10000 outside 0 to 9999"},
		{"place of no day", func(d *whosaid.Document) { d.Published, d.PublishedSpan = time.Time{}, whosaid.Span{Start: 0, End: 3} }, "PublishedSpan: set, but Published is not"},
		{"day out of the text", func(d *whosaid.Document) { d.PublishedSpan = whosaid.Span{Start: 0, End: 999} }, "PublishedSpan: span 0:999 outside the text of 43 bytes"},
		{"interval past JSON", func(d *whosaid.Document) { d.Dates[0].To = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }, "Dates[0].To: year 10000 outside 0 to 9999"},
		{"paragraphs go back", func(d *whosaid.Document) { d.Sentences[0].Paragraph = 2 }, "Sentences[1]: paragraph 1 goes back"},
		{"token out of its sentence", func(d *whosaid.Document) { d.Sentences[0].End = 32 }, "Sentences[0]: a token extends beyond it"},
		{"entities out of order", func(d *whosaid.Document) {
			d.Mentions[0].Entity, d.Mentions[1].Entity = 2, 1
			d.Entities[0].Mentions, d.Entities[1].Mentions = []int{1}, []int{0}
		}, "Entities[1]: mentioned before entity 1"},
		{"mentions not ascending", func(d *whosaid.Document) { d.Entities[0].Mentions = []int{0, 0} }, "Entities[0].Mentions: not ascending"},
		{"role without title", func(d *whosaid.Document) { d.Entities[0].Roles[0].Title = "" }, "Entities[0].Roles[0]: no title"},
		{"the same mention twice", func(d *whosaid.Document) { d.Mentions[1].Span = d.Mentions[0].Span }, "Mentions[1]: same span as the one before"},
		{"the shorter first", func(d *whosaid.Document) {
			d.Mentions[0].End, d.Mentions[1].Span = 20, whosaid.Span{Start: 16, End: 24}
		}, "Mentions[1]: span 16:24 after 16:20"},
		{"unknown form", func(d *whosaid.Document) { d.Mentions[0].Form = "nickname" }, `Mentions[0].Form: "nickname" is not one of ["name" "pronoun" "nominal"]`},
		{"unknown type of date", func(d *whosaid.Document) { d.Dates[0].Type = "" }, `Dates[0].Type: "" is not one of ["DATE" "TIME" "DURATION" "SET"]`},
		{"unknown form of quote", func(d *whosaid.Document) { d.Quotes[0].Form = "free" }, `Quotes[0].Form: "free" is not one of ["direct" "indirect" "mixed"]`},
		{"unknown kind of sentence", func(d *whosaid.Document) { d.Sentences[1].Kind = "" },
			`Sentences[1].Kind: "" is not one of ["prose" "headline" "note" "dateline" "byline"]`},
		{"unknown kind of entity", func(d *whosaid.Document) { d.Entities[0].Kind = "planet" },
			fmt.Sprintf(`Entities[0].Kind: "planet" is not one of %q`, whosaid.EntityKind.Values(""))},
		{"unknown class of cue", func(d *whosaid.Document) { d.Quotes[0].CueClass = "sya" }, fmt.Sprintf(`Quotes[0].CueClass: "sya" is not one of %q`, whosaid.CueClass.Values(""))},
		{"unknown modality", func(d *whosaid.Document) { d.Quotes[0].Modality = "dreamt" },
			`Quotes[0].Modality: "dreamt" is not one of ["future" "possible" "obliged" "conditional" "hearsay"]`},
		{"unknown evidence", func(d *whosaid.Document) { d.Quotes[0].Evidence.Rule = "luck" },
			`Quotes[0].Evidence.Rule: "luck" is not one of ["cue" "continued" "dialogue" "label"]`},
		{"unknown type of claim", func(d *whosaid.Document) { d.Claims[0].Type = "" }, fmt.Sprintf(`Claims[0].Type: "" is not one of %q`, whosaid.ClaimType.Values(""))},
		{"unknown tense", func(d *whosaid.Document) { d.Claims[0].Tense = "aorist" }, `Claims[0].Tense: "aorist" is not one of ["past" "present" "future"]`},
		{"unknown stance", func(d *whosaid.Document) { d.Claims[0].Stance = "doubts" }, `Claims[0].Stance: "doubts" is not one of ["denies" "confirms" "disputes"]`},
		{"response without stance", func(d *whosaid.Document) { d.Claims[0].Responses[0].Stance = "" },
			`Claims[0].Responses[0]: "" is not one of ["denies" "confirms" "disputes"]`},
		{"unknown comparison", func(d *whosaid.Document) { d.Claims[1].Quantities[0].Comparison = "odd" },
			`Claims[1].Quantities[0]: "odd" is not one of ["atLeast" "atMost" "moreThan" "lessThan"]`},
		{"addressee out of the text", func(d *whosaid.Document) { d.Quotes[0].Addressee.End = 99 }, "Quotes[0].Addressee: span 0:99 outside the text of 43 bytes"},
		{"medium out of the text", func(d *whosaid.Document) { d.Quotes[0].Medium.End = 99 }, "Quotes[0].Medium: span 0:99 outside the text of 43 bytes"},
		{"evidence out of the text", func(d *whosaid.Document) { d.Quotes[0].Evidence.Words[0].End = 99 }, "Quotes[0].Evidence.Words[0]: span 11:99 outside the text of 43 bytes"},
		{"further speaker unknown", func(d *whosaid.Document) { d.Quotes[0].Others = []whosaid.EntityID{0} }, "Quotes[0].Others[0]: no entity 0"},
		{"speaker twice", func(d *whosaid.Document) { d.Quotes[0].Others = []whosaid.EntityID{2, 1} }, "Quotes[0].Others[1]: entity 1 is listed twice"},
		{"claim without words", func(d *whosaid.Document) { d.Claims[0].Spans = nil }, "Claims[0].Spans: empty"},
		{"claims out of order", func(d *whosaid.Document) { d.Claims[0], d.Claims[1] = d.Claims[1], d.Claims[0] }, "Claims[1]: span 3:6 after 35:43"},
		{"claim in no sentence", func(d *whosaid.Document) { d.Claims[1].Sentence = 2 }, "Claims[1]: no sentence 2"},
		{"claim in another sentence", func(d *whosaid.Document) { d.Claims[1].Sentence = 0 }, "Claims[1]: lies outside sentence 0"},
		{"claim of no quote", func(d *whosaid.Document) { d.Claims[0].Quote = 4 }, "Claims[0]: no quote 4"},
		{"claim out of its quote", func(d *whosaid.Document) { d.Claims[0].Spans[0] = whosaid.Span{Start: 28, End: 33} }, "Claims[0]: lies outside quote 1"},
		{"narrator of a quote", func(d *whosaid.Document) { d.Claims[0].Claimant.Kind = whosaid.ClaimantNarrator }, "Claims[0].Claimant: narrator of an attributed claim"},
		{"entity that is none", func(d *whosaid.Document) { d.Claims[0].Claimant.Entity = 0 }, "Claims[0].Claimant: no entity with a name"},
		{"unnamed with a name", func(d *whosaid.Document) { d.Claims[0].Claimant.Kind = whosaid.ClaimantUnnamed }, "Claims[0].Claimant: unnamed with a name"},
		{"unknown claimant", func(d *whosaid.Document) { d.Claims[0].Claimant.Kind = "crowd" }, `Claims[0].Claimant.Kind: "crowd" is not one of ["narrator" "entity" "unnamed"]`},
		{"via no quote", func(d *whosaid.Document) { d.Claims[0].Via = []whosaid.QuoteID{3} }, "Claims[0].Via: no quote 3"},
		{"hedge cuts a rune", func(d *whosaid.Document) { d.Claims[0].Hedge = whosaid.Span{Start: 1, End: 6} }, "Claims[0].Hedge: span 1:6 cuts a rune"},
		{"claimant who is not the source", func(d *whosaid.Document) { d.Claims[0].Claimant.Entity = 2 }, "Claims[0].Claimant: entity 2, but Mentions[0], the source, means entity 1"},
		{"answer of another than its source", func(d *whosaid.Document) {
			d.Claims[0].Responses[0].Source = d.Mentions[0].Span
		}, "Claims[0].Entity: entity 2, but Mentions[0], the source, means entity 1"},
		{"answers itself", func(d *whosaid.Document) { d.Claims[0].Responses[0].Entity = 1 }, "Claims[0].Responses[0]: entity 1 answers itself"},
		{"entities of a claim doubled", func(d *whosaid.Document) { d.Claims[1].Entities[0] = 2 }, "Claims[1].Entities: not ascending"},
		{"entity of a claim unknown", func(d *whosaid.Document) { d.Claims[1].Entities[1] = 3 }, "Claims[1].Entities: no entity 3"},
		{"date of a claim unknown", func(d *whosaid.Document) { d.Claims[1].Dates[0] = 1 }, "Claims[1].Dates: no date 1"},
		{"quantity without value", func(d *whosaid.Document) { d.Claims[1].Quantities[0].Value = math.NaN() }, "Claims[1].Quantities[0]: value NaN"},
		{"checkable over one", func(d *whosaid.Document) { d.Claims[1].Checkable = 2 }, "Claims[1].Checkable: score 2 outside [0,1]"},
		{"head outside its sentence", func(d *whosaid.Document) { hang(d, 1, -1, 1, 1, 1, 6, -1) }, "Sentences[0]: token 5 has the head 6"},
		{"head of itself", func(d *whosaid.Document) { hang(d, 0, -1, 1, 1, 1, 1, -1) }, "Sentences[0]: token 0 has the head 0"},
		{"two roots", func(d *whosaid.Document) { hang(d, 1, -1, 1, 1, -1, 1, -1) }, "Sentences[0]: 2 of 6 tokens are roots"},
		{"part of a tree", func(d *whosaid.Document) { hang(d, 1, -1) }, "Syntax: 2 dependencies for 7 tokens"},
		{"a circle", func(d *whosaid.Document) { hang(d, 1, -1, 1, 4, 5, 3, -1) }, "Sentences[0]: the heads of token 3 form a cycle"},
		{"a head without a relation", func(d *whosaid.Document) { hang(d, 1, -1, 1, 2, 3, 2, -1); d.Syntax[2].Relation = "" }, "Sentences[0]: token 2 has no relation"},
		{"group of no claim", func(d *whosaid.Document) { d.Claims[1].Group = 3 }, "Claims[1]: group 3 of 2 claims"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := sample()
			c.spoil(d)
			err := d.Validate()
			require.EqualError(t, err, "whosaid: "+c.want)
			var ve *whosaid.ValidationError
			require.ErrorAs(t, err, &ve)
		})
	}
}

func TestDocumentLookups(t *testing.T) {
	t.Parallel()
	d := sample()
	require.Equal(t, "said", d.Slice(d.Quotes[0].Cue))
	require.Equal(t, "", d.Slice(whosaid.Span{Start: 5, End: 500}))
	require.Equal(t, "", d.Slice(whosaid.Span{}))
	require.Nil(t, d.Entity(0))
	require.Nil(t, d.Entity(3))
	require.Equal(t, "Orbit", d.Entity(2).Name)
	require.Nil(t, d.Quote(2))

	var people, byLee, unnamed []string
	for e := range d.OfKind(whosaid.EntityPerson) {
		people = append(people, e.Name)
	}
	for q := range d.QuotesBy(1) {
		byLee = append(byLee, d.Words(q.Content...))
	}
	for q := range d.QuotesBy(0) {
		unnamed = append(unnamed, d.Slice(q.Span))
	}
	require.Equal(t, []string{"Zoë Lee"}, people)
	require.Equal(t, []string{"Oui,"}, byLee)
	require.Empty(t, unnamed)

	require.Equal(t, 0, d.SentenceAt(0))
	require.Equal(t, -1, d.SentenceAt(34))
	require.Equal(t, 1, d.SentenceAt(35))
	require.Equal(t, -1, d.SentenceAt(43))
	first, end := d.TokensIn(whosaid.Span{Start: 12, End: 24})
	require.Equal(t, [2]int{2, 5}, [2]int{first, end})
	first, end = d.TokensIn(whosaid.Span{Start: 24, End: 28})
	require.Equal(t, first, end)
}

// TestLoopsCanBeLeft: the sequences stop when the caller does.
func TestLoopsCanBeLeft(t *testing.T) {
	t.Parallel()
	d := sample()
	d.Entities[1].Kind = whosaid.EntityPerson
	d.Quotes = append(d.Quotes, d.Quotes[0])
	d.Quotes[1].Speaker, d.Quotes[1].Others = 2, []whosaid.EntityID{1}
	people, quotes := 0, 0
	for range d.OfKind(whosaid.EntityPerson) {
		people++
		break
	}
	for range d.QuotesBy(1) {
		quotes++
	}
	require.Equal(t, 2, quotes, "with what she says together with others")
	for range d.QuotesBy(1) {
		quotes++
		break
	}
	require.Equal(t, [2]int{1, 3}, [2]int{people, quotes})
}
