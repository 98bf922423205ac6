package output

import (
	"bytes"

	"github.com/whosaid/whosaid/entities"
)

// timeML writes a TimeML document.
func timeML(r *Record) ([]byte, error) {
	var b bytes.Buffer
	err := entities.WriteTIMEX3(&b, r.Document)
	return b.Bytes(), err
}
