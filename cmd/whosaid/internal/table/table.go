// Package table lays a Document out in rows: one form for CSV, Parquet and
// SQLite alike.
package table

import (
	"iter"
	"reflect"
	"strings"
)

// The rows of the six tables. Doc joins them; entity, quote and the other
// numbers are those of the Document, 0 for none. Offsets count bytes of the
// text. Days are written 2006-01-02, moments in RFC 3339.
type (
	// A Document is one article.
	Document struct {
		Doc       int64  `parquet:"doc"`
		ID        string `parquet:"id"`
		File      string `parquet:"file"`
		Line      int64  `parquet:"line"`
		Title     string `parquet:"title"`
		Author    string `parquet:"author"`
		Section   string `parquet:"section"` // of the paper: "Politics"
		URL       string `parquet:"url"`
		Outlet    string `parquet:"outlet"` // the host of the URL, without "www."
		Published string `parquet:"published"`
		Text      string `parquet:"text"`
		Sentences int64  `parquet:"sentences"`
		Tokens    int64  `parquet:"tokens"`
	}
	// An Entity is a person, organization, place … of one article.
	Entity struct {
		Doc         int64  `parquet:"doc"`
		Entity      int64  `parquet:"entity"`
		Kind        string `parquet:"kind"`
		Name        string `parquet:"name"`        // "" if it has none
		Description string `parquet:"description"` // "" if it has a name
		Number      string `parquet:"number"`      // one, several, crowd; "" if it has a name
		Gender      string `parquet:"gender"`      // female, male, as the text shows it; "" if it does not
		Aliases     string `parquet:"aliases"`     // set off by "; "
		Roles       string `parquet:"roles"`       // "title, organization", set off by "; "
		Mentions    int64  `parquet:"mentions"`
		Quotes      int64  `parquet:"quotes"` // that it speaks
	}
	// A Mention is one place that means an entity.
	Mention struct {
		Doc    int64   `parquet:"doc"`
		Entity int64   `parquet:"entity"`
		Form   string  `parquet:"form"`
		Start  int64   `parquet:"start_byte"`
		End    int64   `parquet:"end_byte"`
		Text   string  `parquet:"text"`
		Score  float64 `parquet:"score"`
	}
	// A Quote is something that somebody said or thought.
	Quote struct {
		Doc       int64  `parquet:"doc"`
		Quote     int64  `parquet:"quote"`
		Form      string `parquet:"form"`
		Speech    bool   `parquet:"speech"`
		CueClass  string `parquet:"cue_class"`
		Cue       string `parquet:"cue"`
		Source    string `parquet:"source"`
		Speaker   int64  `parquet:"speaker"`
		Name      string `parquet:"speaker_name"`        // "" if it has none
		Described string `parquet:"speaker_description"` // "" if it has a name
		Kind      string `parquet:"speaker_kind"`
		Others    string `parquet:"others"` // names and descriptions, set off by "; "
		Words     string `parquet:"words"`  // the pieces, joined by " … "
		Start     int64  `parquet:"start_byte"`
		End       int64  `parquet:"end_byte"`
		Negated   bool   `parquet:"negated"`
		Modality  string `parquet:"modality"`
		Parent    int64  `parquet:"parent"`
		Addressee string `parquet:"addressee"`
		Medium    string `parquet:"medium"`
		// How the source stands, and the words that say why it is used or has no name.
		SourceType    string  `parquet:"source_type"`
		Justification string  `parquet:"justification"`
		Score         float64 `parquet:"score"`
	}
	// A Claim is one proposition that is put forward as true.
	Claim struct {
		Doc       int64   `parquet:"doc"`
		Claim     int64   `parquet:"claim"`
		Type      string  `parquet:"type"`
		Text      string  `parquet:"text"`
		Claimant  string  `parquet:"claimant"` // narrator, entity, unnamed
		Entity    int64   `parquet:"entity"`
		Name      string  `parquet:"claimant_name"`
		Quote     int64   `parquet:"quote"`
		Subject   string  `parquet:"subject"`
		Predicate string  `parquet:"predicate"`
		Lemma     string  `parquet:"lemma"`
		Negated   bool    `parquet:"negated"`
		Hedge     string  `parquet:"hedge"`
		Tense     string  `parquet:"tense"`
		Stance    string  `parquet:"stance"`
		Start     int64   `parquet:"start_byte"`
		End       int64   `parquet:"end_byte"`
		Checkable float64 `parquet:"checkable"`
		Score     float64 `parquet:"score"`
		Group     int64   `parquet:"same_group"`
	}
	// A Date is an expression of time with its TIMEX3 value.
	Date struct {
		Doc      int64  `parquet:"doc"`
		Date     int64  `parquet:"date"`
		Type     string `parquet:"type"`
		Value    string `parquet:"value"`
		Mod      string `parquet:"mod"`
		From     string `parquet:"from_day"`
		To       string `parquet:"to_day"` // the first that is no longer part of it
		Resolved bool   `parquet:"resolved"`
		Start    int64  `parquet:"start_byte"`
		End      int64  `parquet:"end_byte"`
		Text     string `parquet:"text"`
	}
)

// A Column is one column of a table.
type Column struct {
	Name string
	Kind reflect.Kind // Int64, Float64, Bool or String
}

// A Table is a name and its columns.
type Table struct {
	Name    string
	Columns []Column
}

// Tables are the six, in the order of Each.
func Tables() []Table {
	return []Table{
		describe[Document]("documents"), describe[Entity]("entities"), describe[Mention]("mentions"),
		describe[Quote]("quotes"), describe[Claim]("claims"), describe[Date]("dates"),
	}
}

func describe[T any](name string) Table {
	t := Table{Name: name}
	rt := reflect.TypeFor[T]()
	for i := range rt.NumField() {
		f := rt.Field(i)
		column, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		t.Columns = append(t.Columns, Column{column, f.Type.Kind()})
	}
	return t
}

// Each calls f for each row of the table with that index in Tables, with the
// values of its columns, which f must not keep.
func (r *Rows) Each(table int, f func(values []any) error) error {
	switch table {
	case 0:
		return values(r.Documents(), f)
	case 1:
		return values(r.Entities(), f)
	case 2:
		return values(r.Mentions(), f)
	case 3:
		return values(r.Quotes(), f)
	case 4:
		return values(r.Claims(), f)
	}
	return values(r.Dates(), f)
}

// Try makes all rows and keeps none. It panics where making them would.
func (r *Rows) Try() {
	try(r.Documents())
	try(r.Entities())
	try(r.Mentions())
	try(r.Quotes())
	try(r.Claims())
	try(r.Dates())
}

func try[T any](rows iter.Seq[T]) {
	for range rows {
	}
}

func values[T any](rows iter.Seq[T], f func([]any) error) error {
	var list []any
	for row := range rows {
		v := reflect.ValueOf(&row).Elem()
		list = list[:0]
		for j := range v.NumField() {
			list = append(list, v.Field(j).Interface())
		}
		if err := f(list); err != nil {
			return err
		}
	}
	return nil
}
