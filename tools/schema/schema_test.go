package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/golden"
)

func TestSchemaIsGenerated(t *testing.T) {
	t.Chdir("../..")
	want, err := generate()
	require.NoError(t, err)
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got), "%s is not what the types say: run go generate in tools/schema", file)
}

func TestDocumentsFollowTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../" + file)
	require.NoError(t, err)
	article, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(t, err)
	x, err := extract.New()
	require.NoError(t, err)
	texts := map[string]string{"article": string(article), "empty": "", "invalid UTF-8": "Ann \xff Lee said no."}
	files, err := filepath.Glob("../../testdata/golden/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		a := golden.ParseFile(string(b))
		texts[filepath.Base(file)], _ = a.Get("input")
	}
	for name, text := range texts {
		d, err := x.Extract(context.Background(), text, extract.Published(time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)))
		require.NoError(t, err, name)
		require.NoError(t, schema.Validate(tree(t, d)), name)
	}
}

func TestWrongDocumentsDoNot(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../" + file)
	require.NoError(t, err)
	b, err := json.Marshal(whosaid.Document{Text: "x"})
	require.NoError(t, err)
	for name, spoil := range map[string]*strings.Replacer{
		"no schema":     strings.NewReplacer(`"schema":"whosaid/1",`, ""),
		"other schema":  strings.NewReplacer("whosaid/1", "whosaid/2"),
		"unknown field": strings.NewReplacer(`"text":`, `"texts":"","text":`),
		"unknown kind":  strings.NewReplacer(`"mentions":[]`, `"mentions":[{"start":0,"end":1,"entity":1,"form":"nickname","score":1}]`),
		"wrong type":    strings.NewReplacer(`"quotes":[]`, `"quotes":"none"`),
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(spoil.Replace(string(b))))
		require.NoError(t, err)
		require.Error(t, schema.Validate(v), name)
	}
}

func tree(t *testing.T, d *whosaid.Document) any {
	b, err := json.Marshal(d)
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	require.NoError(t, err)
	return v
}
