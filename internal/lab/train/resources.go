package train

import (
	"bufio"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/wordfile"
)

// Clusters compiles the word clusters of dir/clusters: for each word three
// bytes that hold its clusters of 64, 256 and 1024.
func Clusters(dir string) ([]byte, error) {
	var entries []modelfile.Entry
	err := eachLine(filepath.Join(dir, "clusters", "words.clusters.tsv"), func(line string) error {
		f := strings.Split(line, "\t")
		if len(f) != 5 || strings.HasPrefix(line, "#") || !worthKeeping(f[0]) {
			return nil
		}
		var bits uint32
		for i, shift := range []int{0, 6, 14} {
			n, err := strconv.Atoi(f[2+i])
			if err != nil {
				return err
			}
			bits |= uint32(n) << shift
		}
		entries = append(entries, modelfile.Entry{Hash: linear.Hash(f[0]), Value: []byte{byte(bits), byte(bits >> 8), byte(bits >> 16)}})
		return nil
	})
	return modelfile.WriteTable(modelfile.Clusters, feature.ValueBytes, entries), err
}

// worthKeeping leaves out numbers and what the tokens never are.
func worthKeeping(word string) bool {
	return len(word) > 1 && len(word) < 24 && !strings.ContainsAny(word, "0123456789@/_")
}

func eachLine(path string, f func(string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if err := f(sc.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

// gazetteers says which file holds what. In tables the name is the first
// column.
var gazetteers = []struct {
	file string
	list feature.Lists
}{
	{"first_names.tsv", feature.FirstName}, {"surnames_us.txt", feature.Surname}, {"surnames_all.txt", feature.Surname},
	{"us_congress_members.txt", feature.FullName}, {"celebrities.txt", feature.FullName}, {"authors.txt", feature.FullName},
	{"scientists.txt", feature.FullName}, {"rich_people.txt", feature.FullName}, {"british_actors.txt", feature.FullName},
	{"cities.tsv", feature.City}, {"us_cities.txt", feature.City}, {"uk_towns.txt", feature.City}, {"capitals.tsv", feature.Country},
	{"countries.txt", feature.Country}, {"us_counties.txt", feature.Country},
	{"nationalities.txt", feature.Nation},
	{"fortune500.txt", feature.Company}, {"djia.txt", feature.Company}, {"nasdaq_small.txt", feature.Company},
	{"nasdaq.txt", feature.Company}, {"sp500.txt", feature.Company},
	{"universities.tsv", feature.School},
	{"us_federal_agencies.txt", feature.Agency}, {"uk_political_parties.txt", feature.Agency}, {"charities.txt", feature.Agency},
	{"newspapers.txt", feature.Agency}, {"epl_teams.txt", feature.Agency}, {"laliga_teams.txt", feature.Agency},
	{"seriea_teams.txt", feature.Agency}, {"mlb_teams.txt", feature.Agency},
	{"terror_groups_us.txt", feature.Agency}, {"terror_groups_un.txt", feature.Agency},
	{"rivers.txt", feature.Water}, {"oceans.txt", feature.Water}, {"geographic_feature_words.txt", feature.Terrain},
	{"honorifics.txt", feature.Honorific}, {"name_prefixes.txt", feature.Honorific}, {"occupations.txt", feature.Occupation},
}

//go:embed lists
var ownFiles embed.FS

// ownLists are those that the project wrote itself, in lists/.
var ownLists = []struct {
	file string
	list feature.Lists
}{
	{"agencies.txt", feature.Agency}, {"companies.txt", feature.Company}, {"groups.txt", feature.Nation}, {"media.txt", feature.Media},
	{"orgwords.txt", feature.OrgWord}, {"places.txt", feature.Region}, {"placewords.txt", feature.PlaceWord},
	{"products.txt", feature.Made}, {"teams.txt", feature.Team},
}

// addOwn enters the project's own lists.
func addOwn(phrases map[uint32]feature.Lists) error {
	for _, l := range ownLists {
		text, err := ownFiles.ReadFile("lists/" + l.file)
		if err != nil {
			return err
		}
		f := wordfile.File{Name: "internal/lab/train/lists/" + l.file, Text: string(text)}
		err = f.Lists(nil, func(_, name string, all []string) error {
			if len(all) > 1 {
				return fmt.Errorf("%q: one name a line", strings.Join(all, "|"))
			}
			addPhrase(phrases, name, l.list)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// beside says what the further columns of a table are.
var beside = map[string]feature.Lists{"capitals.tsv": feature.City, "cities.tsv": feature.Country}

// Gazetteers compiles the lists of dir/gaz: for each phrase three bytes with a
// bit for each list that holds it.
func Gazetteers(dir string) ([]byte, error) {
	dir = filepath.Join(dir, "gaz")
	phrases := map[uint32]feature.Lists{}
	for _, g := range gazetteers {
		err := eachLine(filepath.Join(dir, g.file), func(line string) error {
			name, rest, _ := strings.Cut(line, "\t")
			addPhrase(phrases, name, g.list)
			if rest, list := rest, beside[g.file]; list != 0 {
				for _, other := range strings.Split(rest, "\t") {
					addPhrase(phrases, other, list)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if err := states(filepath.Join(dir, "us_states_capitals.json"), phrases); err != nil {
		return nil, err
	}
	if err := addOwn(phrases); err != nil {
		return nil, err
	}
	hashes := make([]uint32, 0, len(phrases))
	for h := range phrases {
		hashes = append(hashes, h)
	}
	sort.Slice(hashes, func(i, j int) bool { return hashes[i] < hashes[j] })
	entries := make([]modelfile.Entry, len(hashes))
	for i, h := range hashes {
		entries[i] = modelfile.Entry{Hash: h, Value: []byte{byte(phrases[h]), byte(phrases[h] >> 8), byte(phrases[h] >> 16)}}
	}
	return modelfile.WriteTable(modelfile.Lists, feature.ValueBytes, entries), nil
}

// states reads the file of states and capitals line by line: it is no valid
// JSON.
func states(path string, phrases map[uint32]feature.Lists) error {
	return eachLine(path, func(line string) error {
		key, value, _ := strings.Cut(strings.Trim(line, " ,"), ": ")
		switch name := strings.Trim(value, `"`); key {
		case `"state"`:
			addPhrase(phrases, name, feature.Country)
		case `"capital"`:
			addPhrase(phrases, name, feature.City)
		}
		return nil
	})
}

// stockNoise begins what the lists of shares say after a company's name.
var stockNoise = []string{" - ", " Common Stock", " Ordinary Shares", " ETF"}

// addPhrase enters a name, cut into the library's tokens.
func addPhrase(phrases map[uint32]feature.Lists, name string, list feature.Lists) {
	if list == feature.Company {
		for _, n := range stockNoise {
			name, _, _ = strings.Cut(name, n)
		}
	}
	name = strings.TrimSpace(name)
	name, _, _ = strings.Cut(name, " (")
	if isCaps(name) {
		phrases[feature.CapsHash(linear.Hash(name))] |= list
		return
	}
	words := hashes(name)
	if len(name) < 3 || len(words) == 0 || len(words) > 6 {
		return
	}
	phrases[feature.PhraseHash(words)] |= list
	if short := companyCore(name); list == feature.Company && short != "" {
		if w := hashes(short); len(w) > 1 || len(short) > 5 {
			phrases[feature.PhraseHash(w)] |= list
			words = w
		}
	}
	if len(words) > 1 {
		phrases[words[0]] |= feature.Begins
	}
}

// isCaps reports whether a name is one word in capitals.
func isCaps(name string) bool {
	return len(name) > 1 && !strings.ContainsAny(name, " -/&'") && strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// companyCore drops the legal form: "Apple Inc." is also "Apple".
func companyCore(name string) string {
	f := strings.Fields(name)
	for len(f) > 1 {
		switch strings.ToLower(strings.Trim(f[len(f)-1], ".,")) {
		case "inc", "corp", "corporation", "company", "co", "ltd", "plc", "limited", "group", "holdings", "holding",
			"llc", "lp", "nv", "sa", "ag", "trust", "international", "&":
			f = f[:len(f)-1]
		default:
			return strings.Trim(strings.Join(f, " "), ",")
		}
	}
	return ""
}

func hashes(name string) []uint32 {
	toks, _ := segment.Split(name)
	var out []uint32
	for _, t := range toks {
		out = append(out, linear.Hash(strings.ToLower(name[t.Start:t.End])))
	}
	return out
}
