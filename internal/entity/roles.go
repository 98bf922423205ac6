package entity

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A role is what the text says a person is.
type role struct {
	span        whosaid.Span
	person, org int // clusters; org is -1 if not told
	head        string
	kin         bool // tells of the person, but is no role
}

// roleFinder looks for roles around the names of people.
type roleFinder struct {
	d   *whosaid.Document
	lex *lexicon
	c   *clusters
	// name holds, for each token of the current sentence, which begins at first,
	// the mention that it is part of, or -1. The mentions before next are done.
	name        []int32
	first, next int
	roles       []role
}

// findRoles returns the roles of people, in the order of the mentions that they
// stand beside.
func findRoles(ctx context.Context, d *whosaid.Document, lex *lexicon, c *clusters) *roleFinder {
	f := &roleFinder{d: d, lex: lex, c: c}
	for si := 0; si < len(d.Sentences) && ctx.Err() == nil; si++ {
		s := &d.Sentences[si]
		f.enter(s)
		for i := s.FirstToken; i < s.EndToken; {
			m := f.at(i)
			if m < 0 || c.all[c.mentions[m].cluster].kind != whosaid.EntityPerson {
				i++
				continue
			}
			end := i + 1
			for end < s.EndToken && f.at(end) == m {
				end++
			}
			f.before(m, i, s)
			f.shared(m, i, s)
			f.after(f.cluster(m), end, s)
			i = end
		}
	}
	f.first, f.next = 0, 0
	return f
}

// enter goes to a sentence behind the current one.
func (f *roleFinder) enter(s *whosaid.Sentence) {
	f.first = s.FirstToken
	f.name = slices.Grow(f.name[:0], s.EndToken-s.FirstToken)[:s.EndToken-s.FirstToken]
	for i := range f.name {
		f.name[i] = -1
	}
	for ; f.next < len(f.c.mentions) && f.c.mentions[f.next].span.Start < s.End; f.next++ {
		first, end := f.d.TokensIn(f.c.mentions[f.next].span)
		for i := max(first, s.FirstToken); i < min(end, s.EndToken); i++ {
			f.name[i-f.first] = int32(f.next)
		}
		if end > s.EndToken {
			return // it goes on in the next sentence
		}
	}
}

// at is the mention that token i of the current sentence is part of, or -1.
func (f *roleFinder) at(i int) int {
	if i -= f.first; i < 0 || i >= len(f.name) {
		return -1
	}
	return int(f.name[i])
}

// ofPronouns adds what stands after pronouns: "She is a lawyer".
func (f *roleFinder) ofPronouns(links []link) {
	si := 0
	for _, l := range links {
		if l.form != whosaid.MentionPronoun || l.cluster >= len(f.c.all) || f.c.all[f.c.root(l.cluster)].kind != whosaid.EntityPerson {
			continue
		}
		for si < len(f.d.Sentences) && f.d.Sentences[si].End <= l.span.Start {
			si++
		}
		if si < len(f.d.Sentences) && (f.first != f.d.Sentences[si].FirstToken || len(f.name) == 0) {
			f.enter(&f.d.Sentences[si])
		}
		_, end := f.d.TokensIn(l.span)
		if si < len(f.d.Sentences) && end < f.d.Sentences[si].EndToken && !f.opens(end) {
			f.after(f.c.root(l.cluster), end, &f.d.Sentences[si])
		}
	}
}

func (f *roleFinder) word(i int) string { return f.d.Slice(f.d.Tokens[i].Span) }

func (f *roleFinder) lower(i int) string { return strings.ToLower(f.word(i)) }

// isHead reports whether token i is the head noun of a role, and not part of a
// name of something else.
func (f *roleFinder) isHead(i int) bool {
	return f.at(i) < 0 && f.lex.isRole(f.lower(i))
}

func (f *roleFinder) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: f.d.Tokens[first].Start, End: f.d.Tokens[end-1].End}
}

// add notes that the tokens [start, end), with their noun at head, are a role
// of a person.
func (f *roleFinder) add(person, head, start, end, org int) {
	f.roles = append(f.roles, role{f.span(start, end), person, org, f.lower(head), f.lex.is(f.lower(head), isKin)})
}

// skip is the token after the name that token i is part of.
func (f *roleFinder) skip(i int, s *whosaid.Sentence) int {
	m := f.at(i)
	for i < s.EndToken && f.at(i) == m {
		i++
	}
	return i
}

func (f *roleFinder) kind(m int) whosaid.EntityKind { return f.c.all[f.cluster(m)].kind }

func (f *roleFinder) cluster(m int) int { return f.c.root(f.c.mentions[m].cluster) }

// organization is the cluster that a role can belong to by mention m: a nation
// stands for its country, if the text names that.
func (f *roleFinder) organization(m int) int {
	at := f.cluster(m)
	switch cl := &f.c.all[at]; cl.kind {
	case whosaid.EntityOrganization, whosaid.EntityPlace:
		return at
	case whosaid.EntityGroup:
		if country, ok := f.c.country(at); ok {
			return country
		}
		return at
	}
	return -1
}

func isUpper(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }
