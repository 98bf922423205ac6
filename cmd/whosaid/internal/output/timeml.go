package output

import (
	"io"

	"github.com/whosaid/whosaid/entities"
)

// timeML writes a TimeML document.
func timeML(w io.Writer, r *Record) error { return entities.WriteTIMEX3(w, r.Document) }
