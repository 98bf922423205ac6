package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

// errNothing says that a question had no answer.
var errNothing = errors.New("nothing found")

// askFlags are the flags that all questions have.
type askFlags struct {
	db.Scope
	asJSON, asCSV, count bool
	unscored             bool // what is asked for has no score
}

const askHelp = `

Every answer has its article, with URL and day, its sentence, and its offsets in bytes of the text. The exit status is 1 if there is
none.`

const scoreHelp = ` Its score is the probability, from 0 to 1, that it is right.`

const wordsHelp = `words, which must all be there, "phrases", OR, NOT, NEAR, (groups), prefix*; COVID-19, what's and U.S. as they stand`

func (f *askFlags) register(c *cobra.Command, sorts string) {
	fl := c.Flags()
	fl.BoolVar(&f.asJSON, "json", false, "print lines of JSON")
	fl.BoolVar(&f.asCSV, "csv", false, "print CSV")
	fl.BoolVar(&f.count, "count", false, "print how many there are, and nothing else")
	fl.StringVar(&f.Since, "since", "", "first `day` of publication, or a month or year")
	fl.StringVar(&f.Until, "until", "", "last `day` of publication, or a month or year")
	fl.StringVar(&f.Outlet, "outlet", "", "`host` of the URL, such as example.com")
	fl.Float64Var(&f.MinScore, "min-score", 0, "least `score`, from 0 to 1")
	if f.unscored {
		fl.Lookup("min-score").Hidden = true // it is told, not unknown, that there is none
	}
	fl.StringVar(&f.Sort, "sort", "", "`order`: "+sorts+"; with - before it, the other way round")
	fl.IntVarP(&f.Limit, "limit", "n", 0, "how many at most, 0 for all")
	fl.IntVarP(&f.Context, "context", "C", 0, "how many `sentences` before and after to print")
	c.MarkFlagsMutuallyExclusive("json", "csv", "count")
	completes(c, "sort", strings.Split(sorts, ", "))
}

// completes lets the shell complete the values of a flag.
func completes(c *cobra.Command, flag string, values []string) {
	c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// oneOf refuses a value of a flag that is none of those that there are, or "".
func oneOf[T ~string](flag, value string, values []T) error {
	if value == "" || slices.Contains(values, T(value)) {
		return nil
	}
	return usageError{fmt.Errorf("--%s: no %q; there are %s", flag, value, valueList(values))}
}

// check refuses values that no answer fits.
func (f *askFlags) check() error {
	switch {
	case f.Limit < 0 || f.Context < 0:
		return errors.New("--limit and --context must not be negative")
	case f.MinScore < 0 || f.MinScore > 1:
		return errors.New("--min-score must be from 0 to 1")
	case f.MinScore > 0 && f.unscored:
		return errors.New("--min-score: what this finds has no score")
	}
	return nil
}

// days makes days of what flags say.
func (f *askFlags) days() error { return days(&f.Since, &f.Until) }

func days(since, until *string) error {
	for _, s := range []*string{since, until} {
		if *s == "" {
			continue
		}
		t, err := input.ParseDate(*s)
		if err != nil {
			return usageError{err}
		}
		if s == until {
			t = lastDay(strings.TrimSpace(*s), t)
		}
		*s = t.Format(time.DateOnly)
	}
	return nil
}

// lastDay is the last day of a year or a month that begins with t, as "2020" or
// "2020-03" say it; else t.
func lastDay(s string, t time.Time) time.Time {
	switch len(s) {
	case len("2006"):
		return t.AddDate(1, 0, -1)
	case len("2006-01"):
		return t.AddDate(0, 1, -1)
	}
	return t
}

// ask opens a database for f.
func ask(path string, f func(*db.DB) error) error {
	d, err := db.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return f(d)
}

// answers asks a question and prints what is found, as it is found.
func answers[T any](c *cobra.Command, f *askFlags, path string, count func(*db.DB) (int, error),
	find func(*db.DB, func(*T) error) error, print func(io.Writer, *T)) error {
	if err := f.check(); err != nil {
		return usageError{err}
	}
	return ask(path, func(d *db.DB) error {
		if err := joined(c, d, path); err != nil {
			return err
		}
		if f.count {
			n, err := count(d)
			if err == nil {
				_, err = fmt.Fprintln(c.OutOrStdout(), n)
			}
			if err == nil && n == 0 {
				err = errNothing
			}
			return err
		}
		w := bufio.NewWriter(c.OutOrStdout())
		put, n := f.form(w, reflect.TypeFor[T]()), 0
		err := find(d, func(v *T) error {
			n++
			if put == nil {
				print(w, v)
				_, err := w.Write(nil) // which has the error of an earlier one: nobody reads any more
				return err
			}
			return put(v)
		})
		if err == nil && n == 0 {
			return errNothing
		}
		return wrongOrder(errors.Join(err, w.Flush()))
	})
}

// form is how an answer of a type is written as JSON or CSV, nil for neither. The
// head of CSV comes with the first.
func (f *askFlags) form(w io.Writer, t reflect.Type) func(any) error {
	switch {
	case f.asJSON:
		return json.NewEncoder(w).Encode
	case f.asCSV:
		out, begun := csv.NewWriter(w), false
		return func(v any) error {
			if !begun {
				begun = true
				if err := out.Write(csvRow(reflect.New(t).Elem(), true)); err != nil {
					return err
				}
			}
			err := out.Write(csvRow(reflect.ValueOf(v).Elem(), false))
			out.Flush()
			return errors.Join(err, out.Error())
		}
	}
	return nil
}

// joined makes sure that the run which made a database has ended.
func joined(c *cobra.Command, d *db.DB, path string) error {
	ok, err := d.Joined(c.Context())
	if err == nil && !ok {
		err = db.Unfinished(path)
	}
	return err
}

func wrongOrder(err error) error {
	var order *db.SortError
	if errors.As(err, &order) {
		return usageError{fmt.Errorf("--sort: %w", err)}
	}
	return err
}

func jsonLines[T any](w io.Writer, list []T) error {
	e := json.NewEncoder(w)
	for i := range list {
		if err := e.Encode(list[i]); err != nil {
			return err
		}
	}
	return nil
}

// csvRow is one row, or the names of the columns: the fields that JSON has, those of
// lists set off by "; ". Lists of other things are left out.
func csvRow(v reflect.Value, names bool) (row []string) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous:
			row = append(row, csvRow(v.Field(i), names)...)
		case name == "" || field.Type.Kind() == reflect.Slice && field.Type.Elem().Kind() != reflect.String:
		case names:
			row = append(row, name)
		default:
			row = append(row, output.Cell(csvCell(v.Field(i))))
		}
	}
	return row
}

func csvCell(v reflect.Value) string {
	switch {
	case v.Kind() == reflect.Slice:
		return strings.Join(v.Interface().([]string), "; ")
	case v.Kind() != reflect.Pointer:
		return fmt.Sprint(v.Interface())
	case v.IsNil():
		return ""
	}
	return fmt.Sprint(v.Elem().Interface())
}

func day(s string) string { return s[:min(len(s), 10)] }

// printAnswer prints one answer: a line that says what and where, the words, and
// the context if it was asked for.
func printAnswer(w io.Writer, a *db.Answer, words string, head ...string) {
	article := a.Article
	if a.URL != "" {
		article = a.URL
	}
	list := []string{}
	for _, s := range append(append([]string{day(a.Published)}, head...), fmt.Sprintf("%s:%d-%d", article, a.Start, a.End)) {
		if s != "" {
			list = append(list, output.Clean(s))
		}
	}
	fmt.Fprintf(w, "  %s\n    %s\n", strings.Join(list, " · "), output.Clean(words))
	if a.Context != "" {
		fmt.Fprintf(w, "    > %s\n", output.Clean(a.Context))
	}
}
