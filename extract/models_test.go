package extract

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/golden"
	"github.com/whosaid/whosaid/internal/lab/hostile"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/quote"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
)

var modelEdits = flag.Int("edits", 40, "edits of each model by TestEditedModels; CI makes more")

// editable are the models, each with how an Extractor gets it.
var editable = []struct {
	kind modelfile.Kind
	file func(*model.Set) *[]byte
	put  func(*Extractor, model.Set) error
}{
	{modelfile.Clusters, func(s *model.Set) *[]byte { return &s.Clusters }, putAll(putTagger, putNames, putQuotes, putParser)},
	{modelfile.Lists, func(s *model.Set) *[]byte { return &s.Lists }, putNames},
	{modelfile.Case, func(s *model.Set) *[]byte { return &s.Case }, putAll(putTagger, putNames)},
	{modelfile.Prose, func(s *model.Set) *[]byte { return &s.Prose }, putTagger},
	{modelfile.Tags, func(s *model.Set) *[]byte { return &s.Tags }, putTagger},
	{modelfile.Names, func(s *model.Set) *[]byte { return &s.NER }, putNameModel},
	{modelfile.Coref, func(s *model.Set) *[]byte { return &s.Coref }, putCoref},
	{modelfile.Quotes, func(s *model.Set) *[]byte { return &s.Quotes }, putQuotes},
	{modelfile.Moves, func(s *model.Set) *[]byte { return &s.Moves }, putParser},
	{modelfile.Relations, func(s *model.Set) *[]byte { return &s.Relations }, putParser},
}

func putAll(puts ...func(*Extractor, model.Set) error) func(*Extractor, model.Set) error {
	return func(x *Extractor, s model.Set) error {
		for _, put := range puts {
			if err := put(x, s); err != nil {
				return err
			}
		}
		return nil
	}
}

func putTagger(x *Extractor, s model.Set) (err error) {
	x.tagger, err = tag.Open(s)
	return err
}

func putParser(x *Extractor, s model.Set) (err error) {
	x.parser, err = syntax.Open(s)
	return err
}

func putNames(x *Extractor, s model.Set) (err error) {
	x.recognizer, err = entity.OpenSet(s)
	return err
}

// putNameModel goes the way of a caller's own model.
func putNameModel(x *Extractor, s model.Set) error {
	var c config
	if err := WithNameModel(s.NER).set(&c); err != nil {
		if !errors.Is(err, entities.ErrModel) {
			return errors.New("an error that is no ErrModel") // so that the test fails
		}
		return err
	}
	x.recognizer = c.recognizer
	return nil
}

func putCoref(x *Extractor, s model.Set) error {
	linker, err := entity.NewLinker(s.Coref)
	if err != nil {
		return err
	}
	x.resolver, err = entity.NewResolver(entity.WithLinker(linker))
	return err
}

func putQuotes(x *Extractor, s model.Set) (err error) {
	x.attributor, err = quote.Open(s)
	return err
}

// TestEditedModels: a model whose checksums are right but whose content is not
// is refused with the section's name, or it makes an Extractor that reads any
// text: worse than before, perhaps, but without a panic, and what it gives is
// valid.
func TestEditedModels(t *testing.T) {
	t.Parallel()
	whole, err := New(WithSyntax())
	require.NoError(t, err)
	texts := editTexts(t)
	for i := range editable {
		m := &editable[i]
		t.Run(string(m.kind), func(t *testing.T) {
			t.Parallel()
			refused := 0
			for n := range uint64(*modelEdits) {
				set := model.Parsing()
				file := m.file(&set)
				edited, what := hostile.EditModel(*file, otherFiles(m.kind), n<<8|uint64(i))
				*file = edited
				x := *whole
				if err := m.put(&x, set); err != nil {
					requireSection(t, m.kind, err, what)
					refused++
					continue
				}
				readsOn(t, &x, texts, fmt.Sprintf("edit %d: %s", n, what))
			}
			t.Logf("%d of %d refused", refused, *modelEdits)
			require.NotZero(t, refused)
			require.Less(t, refused, *modelEdits, "no edit was let through, so that none was tried")
		})
	}
}

func otherFiles(kind modelfile.Kind) [][]byte {
	set := model.Parsing()
	var out [][]byte
	for i := range editable {
		if editable[i].kind != kind {
			out = append(out, *editable[i].file(&set))
		}
	}
	return out
}

// requireSection requires that err names the header or a section.
func requireSection(t *testing.T, kind modelfile.Kind, err error, what string) {
	t.Helper()
	var damage *modelfile.DamageError
	require.True(t, errors.As(err, &damage), "%s: %v", what, err)
	require.ErrorIs(t, err, modelfile.ErrDamaged)
	require.Equal(t, kind, damage.Kind, "%s: %v", what, err)
	require.NotEmpty(t, damage.Section)
	require.NotEmpty(t, damage.What)
	require.ErrorContains(t, err, damage.Section)
}

func readsOn(t *testing.T, x *Extractor, texts []string, what string) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("%s: %v\n%s", what, p, debug.Stack())
		}
	}()
	for _, text := range texts {
		d, err := x.Extract(context.Background(), text, Published(time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)))
		require.NoError(t, err, what)
		require.NoError(t, d.Validate(), what)
	}
}

// editTexts are an article, some of the golden cases as one text, and bytes
// that are hard to read.
func editTexts(t *testing.T) []string {
	t.Helper()
	article, err := os.ReadFile("../testdata/article.txt")
	require.NoError(t, err)
	files, err := filepath.Glob("../testdata/golden/*.txtar")
	require.NoError(t, err)
	var cases strings.Builder
	for i := 0; i < len(files); i += 4 {
		b, err := os.ReadFile(files[i])
		require.NoError(t, err)
		for _, f := range golden.ParseFile(string(b)).Parts {
			if f.Name == "input" {
				cases.WriteString(f.Text + "\n")
			}
		}
	}
	require.Greater(t, cases.Len(), 1000)
	return []string{string(article), cases.String(), unusual}
}

const unusual = "ANN LEE LEAVES\n\n“N\xffo,” said A\u0301nn\x00Lee; he “will” 'go' . \"\"\n- so\u2028"

// TestAnyNames: what is valid does not hang on what a recognizer takes for a name,
// be it "a disgrace" or all of "the Serb left".
func TestAnyNames(t *testing.T) {
	t.Parallel()
	texts := editTexts(t)
	for seed := range uint64(40) {
		x, err := New(WithRecognizer(anyNames{rand.New(rand.NewPCG(seed, 1))}))
		require.NoError(t, err)
		readsOn(t, x, texts, fmt.Sprintf("seed %d", seed))
	}
}

// anyNames makes names of runs of tokens.
type anyNames struct{ r *rand.Rand }

func (n anyNames) Recognize(_ context.Context, d *whosaid.Document) (names []entities.Name, err error) {
	kinds := whosaid.EntityKind("").Values()
	for i := n.r.IntN(6); i < len(d.Tokens); i += 1 + n.r.IntN(6) {
		end := min(i+n.r.IntN(4), len(d.Tokens)-1)
		names = append(names, entities.Name{
			Span: whosaid.Span{Start: d.Tokens[i].Start, End: d.Tokens[end].End}, Kind: kinds[n.r.IntN(len(kinds))], Score: n.r.Float64(),
		})
		i = end
	}
	return names, nil
}
