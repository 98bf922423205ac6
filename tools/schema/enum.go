package main

import (
	"reflect"

	"github.com/invopop/jsonschema"
)

// enumeration is the schema of a type that lists its values, nil for others.
func enumeration(t reflect.Type) *jsonschema.Schema {
	if t.Kind() != reflect.String {
		return nil
	}
	values := reflect.Zero(t).MethodByName("Values")
	if !values.IsValid() {
		return nil
	}
	list := values.Call(nil)[0]
	s := &jsonschema.Schema{Type: "string"}
	for i := range list.Len() {
		s.Enum = append(s.Enum, list.Index(i).String())
	}
	return s
}
