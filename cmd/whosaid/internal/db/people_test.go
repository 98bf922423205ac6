package db

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// story is an article that names people.
type story struct {
	outlet, day string
	people      []whosaid.Entity
}

func person(name string, aliases ...string) whosaid.Entity {
	return whosaid.Entity{Kind: whosaid.EntityPerson, Name: name, Aliases: aliases}
}

// TestPeopleAreJoined: a surname alone is that of the one person whom articles call
// by it, or whom the same outlet does in the same week.
func TestPeopleAreJoined(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		stories []story
		want    map[string]int // articles, by name
	}{
		"one of the name": {[]story{{"", "", []whosaid.Entity{person("Ann Lee")}}, {"", "", []whosaid.Entity{person("Lee")}}}, map[string]int{"Ann Lee": 2}},
		"one is called so": {[]story{
			{"", "", []whosaid.Entity{person("Ann Lee", "Lee"), person("Bo Lee")}}, {"", "", []whosaid.Entity{person("Lee")}},
		}, map[string]int{"Ann Lee": 2, "Bo Lee": 1}},
		"both are called so": {[]story{
			{"", "", []whosaid.Entity{person("Ann Lee", "Lee")}}, {"", "", []whosaid.Entity{person("Bo Lee", "Lee")}}, {"", "", []whosaid.Entity{person("Lee")}},
		}, map[string]int{"Ann Lee": 1, "Bo Lee": 1, "Lee": 1}},
		"the outlet's of the week": {[]story{
			{"x.com", "2020-01-01", []whosaid.Entity{person("Ann Lee", "Lee")}}, {"y.com", "2020-01-02", []whosaid.Entity{person("Bo Lee", "Lee")}},
			{"x.com", "2020-01-08", []whosaid.Entity{person("Lee")}}, {"x.com", "2020-01-09", []whosaid.Entity{person("Lee")}},
			{"y.com", "2020-01-01", []whosaid.Entity{person("Lee")}}, {"z.com", "2020-01-01", []whosaid.Entity{person("Lee")}},
		}, map[string]int{"Ann Lee": 2, "Bo Lee": 2, "Lee": 2}},
		"two of one outlet": {[]story{
			{"x.com", "2020-01-01", []whosaid.Entity{person("Ann Lee", "Lee")}}, {"x.com", "2020-01-02", []whosaid.Entity{person("Bo Lee", "Lee")}},
			{"x.com", "2020-01-03", []whosaid.Entity{person("Lee")}},
		}, map[string]int{"Ann Lee": 1, "Bo Lee": 1, "Lee": 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "out.db")
			w, err := Create(output.Options{Path: path})
			require.NoError(t, err)
			for i, s := range c.stories {
				d := &whosaid.Document{Text: "Rain.", Entities: s.people}
				for k := range d.Entities {
					d.Entities[k].ID = whosaid.EntityID(k + 1)
				}
				if s.day != "" {
					d.Published, err = time.Parse(time.DateOnly, s.day)
					require.NoError(t, err)
				}
				a := &input.Article{Place: input.Place{File: "a", Line: i + 1}, Text: d.Text, URL: fmt.Sprintf("https://%s/%d", s.outlet, i)}
				put, err := w.Encode(&output.Record{Article: a, Document: d})
				require.NoError(t, err)
				require.NoError(t, put(&record.Entry{Doc: i + 1, Key: record.Sum(fmt.Sprint(s.outlet, i)), Nth: 1}))
			}
			require.NoError(t, w.Close(context.Background()))
			db, err := Open(path)
			require.NoError(t, err)
			defer db.Close()
			people, err := db.Who(context.Background(), WhoFilter{Name: "lee"})
			require.NoError(t, err)
			got := map[string]int{}
			for _, p := range people {
				got[p.Name] = p.Articles
			}
			require.Equal(t, c.want, got)
		})
	}
}
