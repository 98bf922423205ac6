package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"golang.org/x/text/encoding"
)

// DefaultMaxRecord is Options.MaxRecord if that is 0.
const DefaultMaxRecord = 64 << 20

// Options say how to read.
type Options struct {
	// Format is a name of Formats, "" to go by the file's name and first
	// bytes.
	Format string
	// Encoding is the name of an encoding, which then counts for all files: "" to
	// find out.
	Encoding string
	// Fields maps text, id, title, author, section, url and published to the names of
	// fields, for those that bear others. A dot goes into an object.
	Fields map[string]string
	// MaxRecord bounds one record, in bytes, unpacked: a line of JSON, an element
	// of a list, a row of CSV, a web page. One that is longer is an error, and
	// the next follow. The limit on texts is that of the Extractor.
	MaxRecord int
	// Published is the date of articles that do not give one.
	Published time.Time
	Stdin     io.Reader
	// Warn, if not nil, is called on any goroutine with what could not be read of
	// an article that was, a *RecordError.
	Warn func(error)
}

// limit is MaxRecord or its default.
func (o *Options) limit() int {
	if o.MaxRecord > 0 {
		return o.MaxRecord
	}
	return DefaultMaxRecord
}

// encoding is that of Encoding, nil if it is to be found out.
func (o *Options) encoding() encoding.Encoding {
	e, err := findEncoding(o.Encoding)
	if err != nil {
		return nil
	}
	return e
}

// Formats are the names that Options.Format takes.
var formatNames = []string{
	"text", "markdown", "html", "ndjson", "json", "csv", "tsv", "warc",
	"xml", "rss", "atom", "newsml", "nitf", "ninjs", "jsonfeed", "eml", "mbox",
}

// Formats lists the formats that can be read.
func Formats() []string { return slices.Clone(formatNames) }

// Check refuses a format or an encoding that there is not.
func (o *Options) Check() error {
	if o.Format != "" && !slices.Contains(formatNames, o.Format) {
		return fmt.Errorf("no format %q; there are %s", o.Format, strings.Join(formatNames, ", "))
	}
	if o.Encoding != "" {
		if _, err := findEncoding(o.Encoding); err != nil {
			return err
		}
	}
	return nil
}

// A Source yields the records of files. Use it from one goroutine; Read alone
// may be called from any.
type Source struct {
	opts  Options
	files []string
	whole map[string]record.Hash // stands for a file by any of its names
	// passed are what was passed over in folders, as *RecordErrors.
	passed []error
	// origins is what sitemaps say of files, and maps are the sitemaps.
	origins map[string]Origin
	maps    map[string]*sitemap
	// Size is the length of all files together, 0 if unknown.
	Size int64
	read atomic.Int64
}

// Open finds the files that the arguments name: files, folders (all files of
// a known kind below, in the order of their names), patterns, and "-".
func Open(args []string, opts Options) (*Source, error) {
	if err := opts.Check(); err != nil {
		return nil, err
	}
	s := &Source{opts: opts, whole: map[string]record.Hash{}}
	there := map[record.Hash]bool{}
	for _, a := range args {
		files, err := s.expand(a)
		if err != nil {
			return nil, err
		}
		s.add(files, there)
	}
	for _, f := range s.files {
		st, err := os.Stat(f)
		if err != nil || !st.Mode().IsRegular() {
			s.Size = 0
			break
		}
		s.Size += st.Size()
	}
	return s, nil
}

// Read is how many bytes of the files have been read so far.
func (s *Source) Read() int64 { return s.read.Load() }

// Files is how many files there are.
func (s *Source) Files() int { return len(s.files) }

// Items yields the records in order. Where one cannot be read, an error comes
// in its place, a *RecordError, and the next follow.
func (s *Source) Items(ctx context.Context) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		s.sitemaps(ctx)
		for _, err := range s.passed {
			if !yield(Item{}, err) {
				return
			}
		}
		for _, f := range s.files {
			if !s.file(ctx, f, yield) {
				return
			}
		}
	}
}

// file yields the records of one file. It returns false when no more are
// wanted.
func (s *Source) file(ctx context.Context, name string, yield func(Item, error) bool) bool {
	if ctx.Err() != nil {
		return false
	}
	fail := func(err error) bool { return yield(Item{}, &RecordError{Place{File: name}, err}) }
	f, err := s.open(ctx, name)
	if err != nil {
		return fail(err)
	}
	defer f.Close()
	c := &cursor{Options: &s.opts, ctx: ctx, file: name, whole: s.whole[name], from: s.origins[name], named: s.maps[name], yield: yield}
	err = c.read(&counter{f, &s.read, ctx})
	if errors.Is(err, errStop) || ctx.Err() != nil {
		return false
	}
	if err != nil {
		return yield(Item{}, &RecordError{Place{name, c.line}, err})
	}
	return true
}

// read yields the records of the file that f reads. A panic of the reader ends
// the file as an error does; one of those who take the records goes on.
func (c *cursor) read(f io.Reader) error {
	var thrown any
	err := safe.Do(func() (err error) {
		defer func() {
			if c.outside {
				thrown = recover()
			}
		}()
		d, err := c.decode(f, c.file)
		if err != nil {
			return err
		}
		defer d.close()
		c.r = d
		return c.records(d.format)
	})
	if thrown != nil {
		panic(thrown)
	}
	return err
}

func (s *Source) open(ctx context.Context, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(Patient(ctx, s.opts.Stdin)), nil
	}
	return openPatient(ctx, name)
}

// counter counts what is read, and ends it with the context.
type counter struct {
	io.Reader
	n   *atomic.Int64
	ctx context.Context
}

func (c *counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}
