package extract_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/model"
)

// names lists the named mentions of text as "kind text".
func names(t *testing.T, text string, opts ...extract.Option) []string {
	t.Helper()
	d, err := newExtractor(t, opts...).Extract(context.Background(), text)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	var out []string
	for _, m := range d.Mentions {
		if m.Form == whosaid.MentionName {
			out = append(out, string(d.Entity(m.Entity).Kind)+" "+d.Slice(m.Span))
		}
	}
	return out
}

const controlled = "The zorblat “Grüne Zukunft – Nord” met in Fehlburg, wrote qux-7 to Vela \u00a0Mont. Fehlburg Town lost."

func TestWithNames(t *testing.T) {
	t.Parallel()
	got := names(t, controlled,
		extract.WithNames(whosaid.EntityOrganization, "Grüne Zukunft – Nord", "Grüne Zukunft", "Fehlburg Town"),
		extract.WithNames(whosaid.EntityPlace, "Fehlburg"),
		extract.WithNames(whosaid.EntityProduct, "qux-7"),
		extract.WithNames(whosaid.EntityPerson, "Vela Mont"))
	require.Subset(t, got, []string{
		"organization Grüne Zukunft – Nord", "place Fehlburg", "product qux-7", "person Vela \u00a0Mont", "organization Fehlburg Town",
	})
	require.NotContains(t, got, "organization Grüne Zukunft", "the longest name stands")
}

func TestWithNamesTakesWholeWordsAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	got := names(t, "the snorks of snorkish SNORK, said Snorkel.", extract.WithNames(whosaid.EntityGroup, "snork"))
	for _, n := range got {
		require.NotContains(t, n, "group")
	}
}

func TestWithoutNames(t *testing.T) {
	t.Parallel()
	text := "Ann Lee of Orbit Labs met Bob Ray in Paris. Paris was cold, Mr. Ray said."
	require.Contains(t, names(t, text), "place Paris")
	got := names(t, text, extract.WithoutNames("Paris"))
	require.NotContains(t, got, "place Paris")
	require.Contains(t, got, "person Bob Ray")
	got = names(t, text, extract.WithoutNames("Paris"), extract.WithNames(whosaid.EntityProduct, "Paris"))
	require.Contains(t, got, "product Paris", "a name that the caller adds goes before")
}

func TestWithKinds(t *testing.T) {
	t.Parallel()
	text := "Ann Lee of Orbit Labs met the French minister in Paris."
	for _, n := range names(t, text, extract.WithKinds(whosaid.EntityPerson)) {
		require.True(t, strings.HasPrefix(n, "person "), n)
	}
	require.Contains(t, names(t, text, extract.WithKinds(whosaid.EntityPerson, whosaid.EntityPlace)), "place Paris")
}

// Those without a name are of the kinds that are asked for, too.
func TestWithKindsOfDescribed(t *testing.T) {
	t.Parallel()
	const text = "The company said it was sorry. A forklift driver told Ann Lee, the mayor of Oslo, that the mill was lost. She left."
	for kind, want := range map[whosaid.EntityKind][]string{
		whosaid.EntityPerson:       {"A forklift driver", "Ann Lee"},
		whosaid.EntityOrganization: {"The company"},
		whosaid.EntityPlace:        {"Oslo"},
	} {
		d, err := newExtractor(t, extract.WithKinds(kind)).Extract(context.Background(), text)
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		var got []string
		for _, e := range d.Entities {
			got = append(got, e.Called())
		}
		require.Equal(t, want, got)
		require.Len(t, d.Quotes, 2)
	}
}

type recognizer func(context.Context, *whosaid.Document) ([]entities.Name, error)

func (f recognizer) Recognize(ctx context.Context, d *whosaid.Document) ([]entities.Name, error) {
	return f(ctx, d)
}

// Whatever a Recognizer returns, the Document is valid.
func TestWithRecognizer(t *testing.T) {
	t.Parallel()
	text := "Zoë said “no” — and left."
	at := func(s string) whosaid.Span {
		i := strings.Index(text, s)
		return whosaid.Span{Start: i, End: i + len(s)}
	}
	wild := recognizer(func(context.Context, *whosaid.Document) ([]entities.Name, error) {
		return []entities.Name{
			{Span: at("left"), Kind: whosaid.EntityPlace, Score: 7},
			{Span: at("Zoë"), Kind: whosaid.EntityPerson, Score: math.NaN()},
			{Span: at("Zoë said"), Kind: "weather", Score: 0.5},
			{Span: whosaid.Span{Start: 1, End: 3}, Kind: whosaid.EntityPerson},
			{Span: whosaid.Span{Start: -1, End: 2}, Kind: whosaid.EntityPerson},
			{Span: whosaid.Span{Start: 4, End: 400}, Kind: whosaid.EntityPerson},
			{Span: whosaid.Span{Start: 9, End: 9}, Kind: whosaid.EntityPerson},
			{Span: at(" "), Kind: whosaid.EntityPerson},
			{Span: at("ë said"), Kind: whosaid.EntityOrganization, Score: 0.5},
		}, nil
	})
	require.Equal(t, []string{"person Zoë", "place left"}, names(t, text, extract.WithRecognizer(wild)))

	broken := errors.New("the service is down")
	x := newExtractor(t, extract.WithRecognizer(recognizer(func(context.Context, *whosaid.Document) ([]entities.Name, error) {
		return nil, broken
	})))
	_, err := x.Extract(context.Background(), text)
	require.ErrorIs(t, err, broken)
}

func TestWithNameModel(t *testing.T) {
	t.Parallel()
	text := "Ann Lee of Orbit Labs met Bob Ray in Paris."
	require.Equal(t, names(t, text), names(t, text, extract.WithNameModel(model.NER)))
}

func TestWrongOptions(t *testing.T) {
	t.Parallel()
	other := recognizer(func(context.Context, *whosaid.Document) ([]entities.Name, error) { return nil, nil })
	for want, opts := range map[string][]extract.Option{
		`extract: WithNames: unknown kind "alien"`:                                  {extract.WithNames("alien", "Zork")},
		`extract: WithNames: name "" does not begin with a letter or digit`:         {extract.WithNames(whosaid.EntityPerson, "")},
		`extract: WithNames: name "--x" does not begin with a letter or digit`:      {extract.WithNames(whosaid.EntityPerson, "--x")},
		`extract: WithNames: name "Zork" is a person and a place`:                   {extract.WithNames(whosaid.EntityPerson, "Zork"), extract.WithNames(whosaid.EntityPlace, "Zork")},
		`extract: WithNames: name "aaaaaaaaaaaaaaaaaaaa"… has 401 bytes, limit 400`: {extract.WithNames(whosaid.EntityPerson, strings.Repeat("a", 401))},
		`extract: WithoutNames: name " " does not begin with a letter or digit`:     {extract.WithoutNames(" ")},
		`extract: WithKinds: no kinds`:                                              {extract.WithKinds()},
		`extract: WithKinds: unknown kind "alien"`:                                  {extract.WithKinds("alien")},
		`extract: WithGender: no function`:                                          {extract.WithGender(nil)},
		`extract: WithDescribed(-1): the number must not be negative`:               {extract.WithDescribed(-1)},
		`extract: Only: no layers`:                                                  {extract.Only()},
		`extract: Only: unknown layer "weather"`:                                    {extract.Only("weather")},
		`extract: WithRecognizer: no recognizer`:                                    {extract.WithRecognizer(nil)},
		`extract: WithRecognizer: there is a WithNameModel already`:                 {extract.WithNameModel(model.NER), extract.WithRecognizer(other)},
		`extract: WithNameModel: there is another model or recognizer already`:      {extract.WithRecognizer(other), extract.WithNameModel(model.NER)},
	} {
		_, err := extract.New(opts...)
		require.EqualError(t, err, want)
	}
	for _, data := range [][]byte{nil, []byte("no model"), model.Quotes, model.NER[:1000]} {
		_, err := extract.New(extract.WithNameModel(data))
		require.ErrorIs(t, err, entities.ErrModel)
	}
}

// Many names take little memory to know; TestNewsCostsLittle tells that they
// cost next to nothing later.
func TestManyNames(t *testing.T) {
	list := manyNames(20_000)
	var x *extract.Extractor
	allocated := func(opts ...extract.Option) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		x = freshExtractor(t, opts...)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	plain := allocated()
	require.Less(t, allocated(extract.WithNames(whosaid.EntityPerson, list...)), plain+uint64(400*len(list)))
	d, err := x.Extract(context.Background(), "then Name7531 Qux692 came")
	require.NoError(t, err)
	require.NotEmpty(t, slices.Collect(d.OfKind(whosaid.EntityPerson)))
}

func manyNames(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("Name%d Qux%d", i, i%977)
	}
	return list
}

// Names that you know are found wherever they stand, whatever the model thinks.
func ExampleWithNames() {
	x, err := extract.New(extract.WithNames(whosaid.EntityProduct, "snorkel 5", "Frobnicator"))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "They sold the snorkel 5 and a Frobnicator.")
	if err != nil {
		panic(err)
	}
	for _, m := range d.Mentions {
		fmt.Println(d.Entity(m.Entity).Kind, d.Slice(m.Span))
	}
	// Output:
	// product snorkel 5
	// product Frobnicator
}

// Whom "he" and "she" mean, given names may tell.
func TestWithGender(t *testing.T) {
	t.Parallel()
	const text = "Ann Lee met Bo Day. Then she left and he stayed."
	for _, c := range []struct{ ann, bo whosaid.Gender }{
		{whosaid.GenderFemale, whosaid.GenderMale}, {whosaid.GenderMale, whosaid.GenderFemale},
	} {
		x := newExtractor(t, extract.WithGender(func(given string) whosaid.Gender {
			return map[string]whosaid.Gender{"Ann": c.ann, "Bo": c.bo}[given]
		}), extract.WithNames(whosaid.EntityPerson, "Ann Lee", "Bo Day"))
		d, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		want := map[string]string{"she": "Ann Lee", "he": "Bo Day"}
		if c.ann == whosaid.GenderMale {
			want = map[string]string{"she": "Bo Day", "he": "Ann Lee"}
		}
		got := map[string]string{}
		for _, m := range d.Mentions {
			if m.Form == whosaid.MentionPronoun {
				got[d.Slice(m.Span)] = d.Entity(m.Entity).Name
			}
		}
		require.Equal(t, want, got)
	}
}

// Given names tell who is "she" where the text does not.
func ExampleWithGender() {
	x, err := extract.New(extract.WithGender(func(givenName string) whosaid.Gender {
		return map[string]whosaid.Gender{"Zadie": whosaid.GenderFemale, "Omar": whosaid.GenderMale}[givenName]
	}))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "Zadie Miller met Omar Baker. Then she left.")
	if err != nil {
		panic(err)
	}
	for _, m := range d.Mentions {
		fmt.Println(d.Slice(m.Span), "is", d.Entity(m.Entity).Name)
	}
	// Output:
	// Zadie Miller is Zadie Miller
	// Omar Baker is Omar Baker
	// she is Zadie Miller
}

// Of the participants without a name, those that the text refers to most often
// stay; the quotes of the others keep their sources.
func TestWithDescribed(t *testing.T) {
	t.Parallel()
	const text = "A forklift driver saw the fire. “I ran,” the driver said. Two officials told Ann Lee that the mill was lost."
	for n, want := range [][]string{{}, {"A forklift driver"}, {"A forklift driver", "Two officials"}, {"A forklift driver", "Two officials"}} {
		d, err := newExtractor(t, extract.WithDescribed(n)).Extract(context.Background(), text)
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		got := []string{}
		for e := range d.Described() {
			got = append(got, e.Description)
		}
		require.Equal(t, want, got, "at most %d", n)
		require.Len(t, d.Quotes, 2)
		require.Equal(t, "Two officials", d.Slice(d.Quotes[1].Source))
		require.Equal(t, n > 1, d.Quotes[1].Speaker != 0, "at most %d", n)
		for e := range d.OfKind(whosaid.EntityPerson) {
			require.Equal(t, "Ann Lee", e.Name)
		}
	}
}

// By default a text that tells of very many people without a name has 200.
func TestDescribedAreBounded(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 300 {
		who := []string{"baker", "driver", "nurse", "farmer", "teacher", "lawyer", "miner", "doctor", "plumber", "sailor"}[i%10]
		fmt.Fprintf(&text, "A %s said the mill was lost. Rain fell.\n\n", who)
	}
	described := func(opts ...extract.Option) (n int) {
		d, err := newExtractor(t, opts...).Extract(context.Background(), text.String())
		require.NoError(t, err)
		for range d.Described() {
			n++
		}
		return n
	}
	require.Equal(t, 200, described())
	require.Greater(t, described(extract.WithDescribed(1000)), 200)
}

// Programs that care for names alone leave those without out.
func ExampleWithDescribed() {
	x, err := extract.New(extract.WithDescribed(0))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "A guard said the gate was open. Ann Lee said it was shut.")
	if err != nil {
		panic(err)
	}
	for _, e := range d.Entities {
		fmt.Println(e.Called())
	}
	for i := range d.Quotes {
		fmt.Println(d.Quotes[i].Speaker, d.Who(&d.Quotes[i]))
	}
	fmt.Println("by default:", extract.DefaultDescribed)
	// Output:
	// Ann Lee
	// 0 A guard
	// 1 Ann Lee
	// by default: 200
}

// What is no name for you is left out.
func ExampleWithoutNames() {
	x, err := extract.New(extract.WithoutNames("Paris"), extract.WithKinds(whosaid.EntityPerson, whosaid.EntityPlace))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "Ann Lee left Paris for London.")
	if err != nil {
		panic(err)
	}
	for _, e := range d.Entities {
		fmt.Println(e.Kind, e.Name)
	}
	// Output:
	// person Ann Lee
	// place London
}

// Any program can find the names in place of the built-in model.
func ExampleWithRecognizer() {
	loud := recognizer(func(_ context.Context, d *whosaid.Document) ([]entities.Name, error) {
		var out []entities.Name
		for _, t := range d.Tokens {
			if s := d.Slice(t.Span); len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s {
				out = append(out, entities.Name{Span: t.Span, Kind: whosaid.EntityOrganization, Score: 0.5})
			}
		}
		return out, nil
	})
	x, err := extract.New(extract.WithRecognizer(loud))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "“No comment,” said ZORK.")
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Entities[0].Name)
	// Output:
	// ZORK
}
