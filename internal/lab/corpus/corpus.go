// Package corpus reads annotated texts in the JSON Lines form of the data
// sets: one document a line, offsets in bytes of its text, half open.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"
)

// A Doc is one annotated text. Fields that a data set lacks are empty.
type Doc struct {
	ID        string     `json:"id"`
	Source    string     `json:"source"`
	Genre     string     `json:"genre"`
	License   string     `json:"license"`
	Title     string     `json:"title"`
	DCT       string     `json:"dct"` // the document date, "2006-01-02…", or ""
	Text      string     `json:"text"`
	EvalSpan  []int      `json:"eval_span"` // only this range is annotated
	Sentences [][2]int   `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
	Entities  []Entity   `json:"entities"`
	Mentions  []Entity   `json:"mentions"`
	Clusters  []Cluster  `json:"clusters"`
	Coref     [][][2]int `json:"coref"`
	Timexes   []Timex    `json:"timexes"`
	Quotes    []Quote    `json:"quotes"`
	Roles     []Role     `json:"roles"`
	Claims    []Claim    `json:"claims"`
	Gap       *Gap       `json:"gap"`
	Ignore    [][2]int   `json:"ignore_spans"`
	// A, B and C are the labels of three taggers on silver texts.
	A []Label `json:"a"`
	B []Label `json:"b"`
	C []Label `json:"c"`
}

// An Entity is a name, or in Mentions any mention.
type Entity struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Type     string `json:"type"`
	Orig     string `json:"orig"`
	Name     string `json:"name"`
	Group    any    `json:"group"`
	QID      string `json:"qid"`
	Nested   bool   `json:"nested"`
	Nominal  bool   `json:"nominal"`
	Optional bool   `json:"optional"`
	Coref    bool   `json:"coref"`
	Desc     bool   `json:"desc"`
	// Entity numbers the cluster in the files of this project.
	Entity  any    `json:"entity"`
	Form    string `json:"form"`
	Infstat string `json:"infstat"`
	Link    string `json:"link"`
}

// A Cluster is a participant, with a name or a description.
type Cluster struct {
	Entity int    `json:"entity"`
	Type   string `json:"type"`
	Name   string `json:"name"`
	Desc   string `json:"desc"`
}

// A Timex is an expression of time with its TIMEX3 value.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
}

// A Quote is one piece of attributed content; the pieces of one quote share
// their Group.
type Quote struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Type        string `json:"type"`
	Cue         []int  `json:"cue"`
	Speaker     []int  `json:"speaker"`
	SpeakerName string `json:"speaker_name"`
	SpeakerDesc string `json:"speaker_desc"`
	// Aliases are further names by which the speaker counts as found.
	Aliases []string `json:"speaker_aliases"`
	Group   string   `json:"group"`
	// Parent is the group of the quote that this one stands in.
	Parent string `json:"parent"`
	Part   int    `json:"part"`
	NParts int    `json:"nparts"`
	Speech *bool  `json:"speech"`
	Ignore bool   `json:"ignore"`
}

// A Role is what the text says a person is.
type Role struct {
	Person string `json:"person"`
	Role   [2]int `json:"role"`
	Org    string `json:"org"`
}

// A Claim is a claim with its claimant: "narrator", a name, or "~" and a
// description.
type Claim struct {
	Spans    [][2]int `json:"spans"`
	Claimant string   `json:"claimant"`
	Via      []string `json:"via"`
	Type     string   `json:"type"`
	Negated  bool     `json:"negated"`
	Hedged   bool     `json:"hedged"`
}

// A Gap is a pronoun with two candidate names.
type Gap struct {
	Pronoun [2]int `json:"pronoun"`
	A       [2]int `json:"a"`
	B       [2]int `json:"b"`
	ACoref  bool   `json:"a_coref"`
	BCoref  bool   `json:"b_coref"`
}

// A Token is [start, end, tag] in the files.
type Token struct {
	Start, End int
	Tag        string
}

// UnmarshalJSON reads [start, end, tag].
func (t *Token) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&t.Start, &t.End, &t.Tag})
}

// A Label is [start, end, type] in the files.
type Label struct {
	Start, End int
	Type       string
}

// UnmarshalJSON reads [start, end, type].
func (l *Label) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&l.Start, &l.End, &l.Type})
}

// Published is the document date, or zero if it has none.
func (d *Doc) Published() time.Time {
	if len(d.DCT) >= 10 {
		if t, err := time.Parse("2006-01-02", d.DCT[:10]); err == nil {
			return t
		}
	}
	return time.Time{}
}

// ReadFile reads all documents of a file. Errors name the file and the line.
func ReadFile(path string) ([]Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Doc
	err = Each(f, func(d *Doc) error { docs = append(docs, *d); return nil })
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// Each calls f with each document of r in order, holding one line in memory
// at a time. It stops at the first error, which names the line.
func Each(r io.Reader, f func(*Doc) error) error {
	br := bufio.NewReaderSize(r, 1<<20)
	for line := 1; ; line++ {
		b, err := br.ReadBytes('\n')
		if len(b) > 1 {
			var d Doc
			if err := json.Unmarshal(b, &d); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
			if err := f(&d); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}
