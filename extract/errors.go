package extract

import "fmt"

// An InputError reports a text over the limit of WithMaxBytes.
type InputError struct {
	Size  int // of the text, in bytes
	Limit int // in bytes
}

func (e *InputError) Error() string {
	return fmt.Sprintf("extract: text is %s, limit %s", size(e.Size), size(e.Limit))
}

func size(n int) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.4g MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.4g KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
