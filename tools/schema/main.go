// Command schema writes the JSON Schema of whosaid.Document, made from the
// structs and their comments, to docs/document.schema.json. It lives in a
// module of its own so that the library does not depend on a schema library.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/invopop/jsonschema"
	"github.com/whosaid/whosaid"
)

//go:generate go run . ../..

// file is where the schema stands in the repository.
const file = "docs/document.schema.json"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: schema ROOT")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

func write(root string) error {
	if err := os.Chdir(root); err != nil {
		return err
	}
	b, err := generate()
	if err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o644)
}

// generate returns the schema with the doc comments of the package in the
// working directory, which must be the repository's root: the comments are
// found by the import path that the directory gives.
func generate() ([]byte, error) {
	r := jsonschema.Reflector{Mapper: enumeration}
	if err := r.AddGoComments("github.com/whosaid/whosaid", "./", jsonschema.WithFullComment()); err != nil {
		return nil, err
	}
	s := r.Reflect(&whosaid.Document{})
	s.ID = "https://github.com/whosaid/whosaid/document.schema.json"
	doc := s.Definitions["Document"]
	doc.Properties.Set("schema", &jsonschema.Schema{Const: whosaid.SchemaVersion, Description: "The version of this form."})
	doc.Properties.Set("textBytes", &jsonschema.Schema{Type: "string", ContentEncoding: "base64",
		Description: "The text once more, where it is no valid UTF-8; offsets count these bytes."})
	doc.Required = append([]string{"schema"}, doc.Required...)
	b, err := json.MarshalIndent(s, "", "  ")
	return append(b, '\n'), err
}
