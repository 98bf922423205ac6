package quotes_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/quotes"
)

func TestBySpeaker(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nobody", "Rain fell.", nil},
		{"a joint statement is each speaker's", "Ann Lee and Bob Day said the bridge was safe. Day said it was old.",
			[]string{"Ann Lee: the bridge was safe", "Bob Day: the bridge was safe | it was old"}},
		{"one without a name is one speaker, whatever the words", "A forklift driver said the bridge was safe. The driver added that it was old.",
			[]string{"A forklift driver: the bridge was safe | it was old"}},
		{"groups without a name", "Two officials said the bridge was safe. Ann Lee said it was old. Two officials said it was closed.",
			[]string{"Two officials: the bridge was safe | it was closed", "Ann Lee: it was old"}},
		{"other words are others", "Two officials said the bridge was safe. Residents said it was closed.",
			[]string{"Two officials: the bridge was safe", "Residents: it was closed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := read(c.text)
			var got []string
			for _, s := range quotes.BySpeaker(d) {
				var words []string
				for _, q := range s.Quotes {
					words = append(words, d.Words(q.Content...))
				}
				got = append(got, s.Name+": "+strings.Join(words, " | "))
			}
			require.Equal(t, c.want, got)
		})
	}
}

// Sources that are no entity are told apart by their words alone; capitals do
// not matter.
func TestBySpeakerWithoutEntities(t *testing.T) {
	t.Parallel()
	d := read("Residents said the bridge was safe. Officials said it was old. On Monday residents said it was closed.", extract.WithDescribed(0))
	list := quotes.BySpeaker(d)
	require.Len(t, list, 2)
	require.Nil(t, list[0].Entity)
	require.Equal(t, "Residents", list[0].Name)
	require.Len(t, list[0].Quotes, 2)
	require.Equal(t, "Officials", list[1].Name)
}

// What the rows and speakers have is what the document has.
func TestAllQuotesAreThere(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../testdata/article.txt")
	require.NoError(t, err)
	d := read(string(text))
	rows := quotes.Rows(d)
	require.Len(t, rows, len(d.Quotes))
	require.Greater(t, len(rows), 5)
	for i, r := range rows {
		require.Equal(t, d.Quotes[i].Span, whosaid.Span{Start: r.Start, End: r.End})
		require.Equal(t, d.Who(&d.Quotes[i]), r.Speaker)
		require.Len(t, r.Record(), len(quotes.Columns()))
		for _, field := range r.Record() {
			require.NotContains(t, field, "\n")
		}
	}
	spoken := 0
	for _, s := range quotes.BySpeaker(d) {
		for _, q := range s.Quotes {
			require.Same(t, d.Quote(q.ID), q)
			if s.Entity != nil {
				require.Contains(t, d.Speakers(q), s.Entity)
			}
			spoken++
		}
	}
	require.GreaterOrEqual(t, spoken, len(d.Quotes))
}

func TestRow(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{Text: "Ann Lee, mayor of Oslo, did not tell\nReuters on Twitter that it was\nsafe."}
	at := func(words string) whosaid.Span {
		i := strings.Index(d.Text, words)
		require.GreaterOrEqual(t, i, 0, words)
		return whosaid.Span{Start: i, End: i + len(words)}
	}
	mayor := whosaid.Role{Span: at("mayor"), Title: "mayor", Org: 2}
	d.Entities = []whosaid.Entity{
		{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee", Roles: []whosaid.Role{mayor, {Title: "poet"}, mayor, {Title: "head of Oslo", Org: 2}}},
		{ID: 2, Kind: whosaid.EntityPlace, Name: "Oslo"},
	}
	d.Quotes = []whosaid.Quote{{
		ID: 1, Span: at("it was\nsafe"), Content: []whosaid.Span{at("it was\nsafe")}, Form: whosaid.QuoteIndirect, Cue: at("tell"), CueClass: whosaid.CueSay,
		Source: at("Ann Lee, mayor of Oslo"), Speaker: 1, Addressee: at("Reuters"), Medium: at("Twitter"), Negated: true,
		Modality: whosaid.ModalityPossible, SourceType: whosaid.SourceNamedPerson, Justification: at("mayor of Oslo"), Score: 0.75,
	}}
	rows := quotes.Rows(d)
	require.Len(t, rows, 1)
	require.Equal(t, []string{
		"Ann Lee", "person", "mayor of Oslo; poet; head of Oslo", "it was safe", "indirect", "tell", "say", "Ann Lee, mayor of Oslo",
		"Reuters", "Twitter", "true", "possible", "namedPerson", "mayor of Oslo", "61", "72", "0.750",
	}, rows[0].Record())
}

// turns gives each exchange as "A: words | words / B: words".
func turns(d *whosaid.Document) (out []string) {
	for _, e := range quotes.Exchanges(d) {
		var list []string
		for _, turn := range e.Turns {
			var words []string
			for _, q := range turn.Quotes {
				words = append(words, d.Words(q.Content...))
			}
			list = append(list, turn.Who+": "+strings.Join(words, " | "))
		}
		out = append(out, strings.Join(list, " / "))
	}
	return out
}

func TestExchanges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nobody", "Rain fell.", nil},
		{"labels", "Ann Lee: Why did you sell the mill?\n\nBob Day: It lost money.\n\nAnn Lee: I see.\n\nBob Day: Do you?",
			[]string{"Ann Lee: Why did you sell the mill? / Bob Day: It lost money. / Ann Lee: I see. / Bob Day: Do you?"}},
		{"a question", "“Why?” Ann Lee asked. “It lost money,” said Bob Day.", []string{"Ann Lee: Why? / Bob Day: It lost money,"}},
		{"an answer", "“We will stay,” said Ann Lee.\n\n“You will not,” Bob Day replied.", []string{"Ann Lee: We will stay, / Bob Day: You will not,"}},
		{"an addressee", "Ann Lee told Bob Day that she would stay. Day said he would leave.", []string{"Ann Lee: she would stay / Bob Day: he would leave"}},
		{"a reply to the addressee", "Ann Lee said she would stay. Bob Day told Lee that he would leave.", []string{"Ann Lee: she would stay / Bob Day: he would leave"}},
		{"two quotes in a turn", "“Why?” Ann Lee asked. “It lost money,” said Bob Day. He added that it was old.",
			[]string{"Ann Lee: Why? / Bob Day: It lost money, | it was old"}},
		{"side by side", "Ann Lee said the mill was old. Bob Day said it was safe.", nil},
		{"far away", "“Why?” Ann Lee asked.\n\nRain fell.\n\nThe mill stood.\n\n“It lost money,” said Bob Day.", nil},
		{"one speaker", "“Why?” Ann Lee asked. “It lost money,” she answered.", nil},
		{"a thought", "“Why?” Ann Lee asked. Bob Day believes it lost money.", nil},
		{"two conversations", "“Why?” Ann Lee asked. “It lost money,” said Bob Day.\n\nCarl Ray said the mill was old.\n\n“We will stay,” said Dora May.\n\n“No,” Carl Ray replied.",
			[]string{"Ann Lee: Why? / Bob Day: It lost money,", "Dora May: We will stay, / Carl Ray: No,"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, turns(read(c.text)))
		})
	}
}

// Documents that were stored can be arranged as those that were just read.
func TestStoredDocuments(t *testing.T) {
	t.Parallel()
	d := read("“Why?” Ann Lee asked. “It lost money,” said Bob Day.")
	b, err := json.Marshal(d)
	require.NoError(t, err)
	var stored whosaid.Document
	require.NoError(t, json.Unmarshal(b, &stored))
	require.Equal(t, turns(d), turns(&stored))
	require.Equal(t, quotes.Rows(d), quotes.Rows(&stored))
}
