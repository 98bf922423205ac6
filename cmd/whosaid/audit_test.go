package main

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"golang.org/x/net/html"
)

// papers makes a database of two outlets, with people named and unnamed, who are
// she, he and neither.
func papers(t *testing.T) string {
	t.Helper()
	dir := write(t, map[string]string{"in.ndjson": `{"id":"a","url":"https://www.one.com/a","published":"2020-01-02","section":"World","author":"Eva Holm","text":"“We will not sell,” said Ann Lee, chief executive of Orbit Labs. She denied that the bank of Peru was closed."}
{"id":"b","url":"https://one.com/b","published":"2020-04-03","section":"Sports","text":"“Berlin is 100% safe,” Lee said on Monday. Two officials who were not authorized to speak publicly said the bridge was closed. A nurse said she had seen it. I said we would go."}
{"id":"c","url":"https://two.org/c","published":"2020-04-04","section":"World","text":"“It is late,” said Max Hale. He said the river was high. The report said nothing was lost."}
{"id":"d","text":"Rain fell on <b>the yard</b>."}
`})
	out := filepath.Join(dir, "news.db")
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", out, filepath.Join(dir, "in.ndjson"))
	require.Equal(t, 0, status, errs)
	return out
}

func auditOf(t *testing.T, args ...string) (a db.Audit) {
	t.Helper()
	status, out, errs := cli(t, "", append([]string{"audit", "--json"}, args...)...)
	require.Equal(t, 0, status, errs)
	require.NoError(t, json.Unmarshal([]byte(out), &a))
	return a
}

// counts are names with their counts.
func counts(list []db.Share) map[string]int {
	out := map[string]int{}
	for _, s := range list {
		out[s.Name] = s.Count
	}
	return out
}

func TestAudit(t *testing.T) {
	t.Parallel()
	a := auditOf(t, papers(t))
	require.Equal(t, []int{4, 9, 1, 1}, []int{a.Articles, a.Quotes, a.Unquoted, a.One})
	require.Equal(t, map[string]int{"Ann Lee": 3, "Max Hale": 2}, counts(a.Speakers))
	require.InDelta(t, 0.6, a.Speakers[0].Part, 1e-9)
	require.Equal(t, map[string]int{"named person": 5, "unnamed person": 1, "unnamed group": 1, "document": 1, "left open (I, he, ...)": 1}, counts(a.Sources))
	require.Equal(t, map[string]int{"two officials": 1, "a nurse": 1}, counts(a.Unnamed), "I is nobody")
	require.Equal(t, map[string]int{"female": 4, "male": 2}, counts(a.Gender), "of a person in all articles")
	require.Equal(t, 1, counts(a.Reasons)["who were not authorized to speak publicly"])
	require.Equal(t, 5, counts(a.SourceTypes)["namedPerson"])
	var months []string
	for _, m := range a.Months {
		months = append(months, m.Name)
	}
	require.Equal(t, []string{"2020-01", "2020-02", "2020-03", "2020-04"}, months)
	require.Equal(t, db.Group{Name: "2020-02"}, a.Months[1])
	require.Equal(t, db.Group{Name: "2020-04", Articles: 2, Quotes: 7, PerArticle: 3.5, Named: 3, Unnamed: 2, Female: 2, Male: 2}, a.Months[3])
	require.Equal(t, db.Participant{Name: "named person", Count: 3, Quoted: 3, Mentions: 5}, a.Participants[0])
	require.Len(t, auditOf(t, papers(t), "--top", "1").Speakers, 1)
}

func TestAuditSets(t *testing.T) {
	t.Parallel()
	path := papers(t)
	for only, want := range map[string][2]int{
		"outlet=one.com": {2, 6}, "outlet=www.one.com": {0, 0}, "section=world": {2, 5}, "author=Eva Holm": {1, 2}, "since=2020-04": {2, 7},
		"until=2020-04-03": {2, 6}, "outlet=one.com,since=2020-02": {1, 4},
	} {
		status, out, _ := cli(t, "", "audit", "--json", "--only", only, path)
		var a db.Audit
		require.NoError(t, json.Unmarshal([]byte(out), &a))
		require.Equal(t, want, [2]int{a.Articles, a.Quotes}, only)
		require.Equal(t, want[0] == 0, status == statusRecords)
		require.Equal(t, strings.ReplaceAll(only, ",", ", "), a.Set)
	}
	groups := map[string]int{}
	for _, g := range auditOf(t, path, "--by", "outlet").Groups {
		groups[g.Name] = g.Quotes
	}
	require.Equal(t, map[string]int{"": 0, "one.com": 6, "two.org": 3}, groups)
}

func TestAuditAgainst(t *testing.T) {
	t.Parallel()
	path := papers(t)
	status, out, errs := cli(t, "", "audit", path, "--top", "2", "--only", "outlet=one.com", "--against", "section=World,database="+path)
	require.Equal(t, 0, status, errs)
	require.Contains(t, out, "outlet=one.com: 2 articles, 6 quotes")
	require.Contains(t, out, "\nSpeakers\n  Ann Lee   person  3  100.0 %  2  50.0 %  -50.0\n  Max Hale  person  0  0.0 %    2  50.0 %  +50.0\n")
	_, out, _ = cli(t, "", "audit", path, "--json", "--against", "outlet=two.org")
	var both []db.Audit
	require.NoError(t, json.Unmarshal([]byte(out), &both))
	require.Equal(t, []string{"all", "outlet=two.org"}, []string{both[0].Set, both[1].Set})
}

func TestAuditForms(t *testing.T) {
	t.Parallel()
	path := papers(t)
	dir := filepath.Dir(path)
	status, out, errs := cli(t, "", "audit", path, "--by", "section", "--html", filepath.Join(dir, "r.html"), "--charts", filepath.Join(dir, "charts"))
	require.Equal(t, 0, status, errs)
	require.Empty(t, out)
	for _, name := range []string{"sources", "speakers", "unnamed", "gender", "reasons", "sourceTypes", "cueClasses", "forms", "months"} {
		b, err := os.ReadFile(filepath.Join(dir, "charts", name+".svg"))
		require.NoError(t, err)
		require.NoError(t, xml.Unmarshal(b, new(struct{ XMLName xml.Name })))
	}
	page, err := os.ReadFile(filepath.Join(dir, "r.html"))
	require.NoError(t, err)
	_, err = html.Parse(strings.NewReader(string(page)))
	require.NoError(t, err)
	for _, want := range []string{"<h1>Who gets quoted: news.db</h1>", "<strong></strong>", "@media print", "<svg", "who were not authorized to speak publicly", "<h2>Groups</h2>", "(not said)"} {
		require.Equal(t, want != "<strong></strong>", strings.Contains(string(page), want), want)
	}
	_, out, _ = cli(t, "", "audit", path, "--csv", "--by", "outlet")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Contains(t, rows, []string{"", "groups", "two.org", "", "3", "", "1", "3", "", "", "2", "0", "0", "2"})
	require.Contains(t, rows, []string{"", "speakers", "Ann Lee", "person", "3", "0.6000", "", "", "", "", "", "", "", ""})

	for want, args := range map[string][]string{
		`"outlet" is not key=value`: {"--only", "outlet"}, `"color=red" is not key=value`: {"--against", "color=red"},
		`--by: no "color"`: {"--by", "color"}, "--top must be": {"--top", "0"}, `"soon" is not a date`: {"--only", "since=soon"},
	} {
		status, _, errs := cli(t, "", append([]string{"audit", path}, args...)...)
		require.Equal(t, statusUsage, status)
		require.Contains(t, errs, want)
	}
}
