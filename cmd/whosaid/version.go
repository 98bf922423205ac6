package main

import (
	"fmt"
	"runtime/debug"
)

// version names the program, and the schema and models that it was built with.
func version() string {
	v := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = info.Main.Version
	}
	return fmt.Sprintf("%s, models %s", v, modelVersion())
}
