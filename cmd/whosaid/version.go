package main

import (
	"fmt"
	"runtime/debug"
)

// release is the version that make release gives to the linker.
var release string

// version names the program, and the schema and models that it was built with.
func version() string {
	v := release
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
	}
	if v == "" {
		v = "(devel)"
	}
	return fmt.Sprintf("%s, models %s", v, modelVersion())
}
