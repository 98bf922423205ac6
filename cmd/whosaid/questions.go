package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

func whoCommand() *cobra.Command {
	f := &askFlags{}
	o := &db.WhoFilter{}
	c := &cobra.Command{
		Use:   "who [NAME] DATABASE",
		Short: "What the articles of a database say of a name, or whom they name",
		Long: `Shows the people, organizations and places that a name, or part of one, refers to: their roles, how often they are
mentioned and quoted, and their latest quotes. Without a name it lists all, the most quoted first. A name is the same person in
all articles, also in its short form; whosaid correct corrects that.` + askHelp,
		Example: `  whosaid who "Susan Rice" news.db
  whosaid who --json rice news.db | jq .roles
  whosaid who --kind person --limit 20 news.db`,
		Args: usage(cobra.RangeArgs(1, 2)),
		RunE: func(c *cobra.Command, args []string) error {
			name, path := "", args[len(args)-1]
			if len(args) == 2 {
				name = args[0]
			} else if !c.Flags().Changed("quotes") {
				o.Quotes = 0
			}
			if err := errors.Join(f.days(), oneOf("kind", o.Kind, whosaid.EntityKind("").Values())); err != nil {
				return err
			}
			o.Scope, o.Name = f.Scope, name
			list := func(d *db.DB) ([]db.Person, error) {
				list, err := d.Who(c.Context(), *o)
				switch {
				case err != nil || len(list) > 0:
				case name == "":
					err = errNothing
				default:
					err = fmt.Errorf("%w: no %q in %s", errNothing, name, path)
				}
				return list, err
			}
			many := func(d *db.DB) (int, error) {
				list, err := list(d)
				return len(list), err
			}
			find := func(d *db.DB, do func(*db.Person) error) error {
				list, err := list(d)
				for i := 0; i < len(list) && err == nil; i++ {
					err = do(&list[i])
				}
				return err
			}
			return answers(c, f, path, many, find, printPerson)
		},
	}
	f.register(c, "quotes, mentions, articles, name, date")
	c.Flags().IntVar(&o.Quotes, "quotes", 5, "how many of the latest quotes of each to show; without a name, none")
	c.Flags().StringVar(&o.Kind, "kind", "", "`kind`: "+valueList(whosaid.EntityKind("").Values()))
	completes(c, "kind", strings.Split(valueList(whosaid.EntityKind("").Values()), ", "))
	return c
}

// valueList lists the values of an enumerated type.
func valueList[T ~string](values []T) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return strings.Join(list, ", ")
}

func printPerson(w io.Writer, p *db.Person) {
	fmt.Fprintf(w, "%s (%s): quoted %s, mentioned %s in %s", output.Clean(p.Name), p.Kind,
		count.Of(p.Quotes, "time"), count.Of(p.Mentions, "time"), count.Of(p.Articles, "article"))
	if p.First != "" {
		fmt.Fprintf(w, ", %s to %s", day(p.First), day(p.Last))
	}
	fmt.Fprintln(w)
	for _, l := range []struct {
		name string
		list []string
	}{{"roles", p.Roles}, {"also", p.Aliases}, {"outlets", p.Outlets}} {
		if len(l.list) > 0 {
			fmt.Fprintf(w, "  %s: %s\n", l.name, output.Clean(strings.Join(l.list, "; ")))
		}
	}
	for i := range p.Latest {
		printQuote(w, &p.Latest[i])
	}
}

func printQuote(w io.Writer, q *db.Quote) {
	speaker := q.Speaker
	if speaker == "" {
		speaker = q.Source
	}
	words := q.Words
	if q.Form == "direct" {
		words = "“" + words + "”"
	}
	printAnswer(w, &q.Answer, words, speaker, q.Cue)
}

func quotesCommand() *cobra.Command {
	f, o := &askFlags{}, &db.Filter{}
	c := &cobra.Command{
		Use:   "quotes DATABASE",
		Short: "Find quotes in a database",
		Long:  "Finds quotes by speaker, subject, wording and day." + askHelp + scoreHelp,
		Example: `  whosaid quotes --speaker "Susan Rice" --about China --since 2015-01 news.db
  whosaid quotes --cue deny --json news.db
  whosaid quotes --words 'cyber NEAR security' --sort -score --context 1 news.db`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			err := errors.Join(f.days(), oneOf("form", o.Form, whosaid.QuoteForm("").Values()),
				oneOf("source-type", o.SourceType, whosaid.SourceType("").Values()))
			if err != nil {
				return err
			}
			o.Scope = f.Scope
			return answers(c, f, args[0],
				func(d *db.DB) (int, error) { return d.CountQuotes(c.Context(), *o) },
				func(d *db.DB, do func(*db.Quote) error) error { return d.Quotes(c.Context(), *o, do) }, printQuote)
		},
	}
	f.register(c, "date, score, speaker, article")
	fl := c.Flags()
	fl.StringVar(&o.Speaker, "speaker", "", "`name` of the speaker, or part of it")
	fl.StringVar(&o.About, "about", "", "`name` or words that the quote mentions")
	fl.StringVar(&o.Words, "words", "", "full-text `search`: "+wordsHelp)
	fl.StringVar(&o.Cue, "cue", "", "`class` of the cue ("+valueList(whosaid.CueClass("").Values())+") or the cue itself")
	fl.StringVar(&o.Form, "form", "", "`form`: "+valueList(whosaid.QuoteForm("").Values()))
	fl.StringVar(&o.SourceType, "source-type", "", "how the source stands, a `type`: "+valueList(whosaid.SourceType("").Values()))
	completes(c, "cue", strings.Split(valueList(whosaid.CueClass("").Values()), ", "))
	completes(c, "form", strings.Split(valueList(whosaid.QuoteForm("").Values()), ", "))
	completes(c, "source-type", strings.Split(valueList(whosaid.SourceType("").Values()), ", "))
	return c
}

func claimsCommand() *cobra.Command {
	f, o := &askFlags{}, &db.ClaimFilter{}
	c := &cobra.Command{
		Use:   "claims DATABASE",
		Short: "Find claims in a database",
		Long: `Finds what the articles, or those whom they quote, put forward as true. --sort -checkable shows first what there is most to
check in: names, numbers, days.` + askHelp + scoreHelp,
		Example: `  whosaid claims --by "Susan Rice" news.db
  whosaid claims --about China --type quantity --sort -checkable --limit 20 news.db
  whosaid claims --stance denies --csv news.db`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			err := errors.Join(f.days(), oneOf("type", o.Type, whosaid.ClaimType("").Values()),
				oneOf("stance", o.Stance, whosaid.Stance("").Values()))
			if err != nil {
				return err
			}
			o.Scope = f.Scope
			return answers(c, f, args[0],
				func(d *db.DB) (int, error) { return d.CountClaims(c.Context(), *o) },
				func(d *db.DB, do func(*db.Claim) error) error { return d.Claims(c.Context(), *o, do) }, printClaim)
		},
	}
	f.register(c, "date, score, checkable, claimant, article")
	fl := c.Flags()
	fl.StringVar(&o.By, "by", "", "`name` of the claimant, or part of it, or narrator")
	fl.StringVar(&o.About, "about", "", "`name` or words that the claim mentions")
	fl.StringVar(&o.Words, "words", "", "full-text `search` in its sentence: "+wordsHelp)
	fl.StringVar(&o.Type, "type", "", "`type`: "+valueList(whosaid.ClaimType("").Values()))
	fl.StringVar(&o.Stance, "stance", "", "`stance` of the claimant: "+valueList(whosaid.Stance("").Values()))
	completes(c, "type", strings.Split(valueList(whosaid.ClaimType("").Values()), ", "))
	completes(c, "stance", strings.Split(valueList(whosaid.Stance("").Values()), ", "))
	fl.Float64Var(&o.MinCheckable, "min-checkable", 0, "least `share`, from 0 to 1, of what makes a claim checkable")
	return c
}

func printClaim(w io.Writer, x *db.Claim) {
	who := x.Name
	if who == "" {
		who = x.Claimant
	}
	printAnswer(w, &x.Answer, x.Text, who, strings.TrimSpace(x.Type+" "+x.Stance))
}

func datesCommand() *cobra.Command {
	f, o := &askFlags{unscored: true}, &db.DateFilter{}
	c := &cobra.Command{
		Use:   "dates DATABASE",
		Short: "Find dates in a database: a timeline",
		Long: `Finds the days and times that articles tell of, in their order, with their TIMEX3 values. --from and --to choose by what they
mean, --since and --until by the day of publication.` + askHelp,
		Example: `  whosaid dates --from 2015-09 --to 2015-09 news.db
  whosaid dates --words 'summit' --type DATE --csv news.db`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			err := errors.Join(f.days(), days(&o.From, &o.To), oneOf("type", o.Type, whosaid.DateType("").Values()))
			if err != nil {
				return err
			}
			o.Scope = f.Scope
			return answers(c, f, args[0],
				func(d *db.DB) (int, error) { return d.CountDates(c.Context(), *o) },
				func(d *db.DB, do func(*db.Date) error) error { return d.Dates(c.Context(), *o, do) }, printDate)
		},
	}
	f.register(c, "when, date, article")
	fl := c.Flags()
	fl.StringVar(&o.From, "from", "", "first `day`, month or year that the text means")
	fl.StringVar(&o.To, "to", "", "last `day`, month or year that the text means")
	fl.StringVar(&o.Words, "words", "", "full-text `search` in its sentence: "+wordsHelp)
	fl.StringVar(&o.Type, "type", "", "`type`: "+valueList(whosaid.DateType("").Values()))
	completes(c, "type", strings.Split(valueList(whosaid.DateType("").Values()), ", "))
	return c
}

func printDate(w io.Writer, x *db.Date) {
	fmt.Fprintf(w, "%s %s\n", output.Clean(strings.TrimSpace(x.Value+" "+x.Mod)), output.Clean(x.Text))
	printAnswer(w, &x.Answer, x.Sentence)
}

func searchCommand() *cobra.Command {
	f, o := &askFlags{unscored: true}, &db.Find{}
	c := &cobra.Command{
		Use:   "search WORDS DATABASE",
		Short: "Find words in the sentences or articles of a database",
		Long: `Finds sentences that have all the words, the best first; with --articles, articles that have them anywhere, each with the
sentence that fits best. Capitals and accents make no difference. The search takes
` + wordsHelp + `.` + askHelp,
		Example: `  whosaid search 'COVID-19 vaccin*' news.db
  whosaid search --articles '"trade war" NOT steel' --since 2020 --count news.db
  whosaid search "what's next" --context 2 news.db`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.days(); err != nil {
				return err
			}
			o.Scope, o.Words = f.Scope, args[0]
			return answers(c, f, args[1],
				func(d *db.DB) (int, error) { return d.CountFound(c.Context(), *o) },
				func(d *db.DB, do func(*db.Hit) error) error { return d.Find(c.Context(), *o, do) }, printHit)
		},
	}
	f.register(c, "rank, date, article")
	c.Flags().BoolVar(&o.Articles, "articles", false, "find articles, not sentences")
	return c
}

func printHit(w io.Writer, h *db.Hit) { printAnswer(w, &h.Answer, h.Sentence, h.Title) }
