package whosaid

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// Validate checks the invariants of a Document: every span lies in the text
// and on rune boundaries, none but the zero Span is blank, slices are in text
// order, every id exists and stands at its place, a mention that is the source
// of a quote, claim or response means who speaks there, scores lie in [0,1],
// kinds, forms and classes are those that this package knows, layers that were
// not read are empty, and JSON can hold the times. It returns nil or a *ValidationError. Documents from package
// extract are always valid; the check is for those that were stored, edited or
// made elsewhere.
func (d *Document) Validate() error {
	v := &validator{d: d}
	for _, check := range []func(){
		v.published, v.layers, v.sentences, v.tokens, v.entities, v.mentions, v.dates, v.quotes, v.claims,
	} {
		if check(); v.err != nil {
			return v.err
		}
	}
	return nil
}

func (v *validator) published() {
	v.time(whole("Published"), v.d.Published)
	v.optional(place{list: "PublishedSpan", i: -1, j: -1}, v.d.PublishedSpan)
	if v.d.PublishedSpan != (Span{}) && v.d.Published.IsZero() {
		v.failf(whole("PublishedSpan"), "set, but Published is not")
	}
}

// A validator keeps the first breach that it finds.
type validator struct {
	d   *Document
	err error
}

// A place is where something stands in the Document, such as Quotes[3].Cue;
// it is spelt out only when something is wrong there.
type place struct {
	list  string
	i     int // or -1
	field string
	j     int // index in field, or -1
}

func at(list string, i int) place { return place{list, i, "", -1} }

func (p place) dot(field string) place { return place{p.list, p.i, field, -1} }

func (p place) sub(field string, j int) place { return place{p.list, p.i, field, j} }

func (p place) String() string {
	s := p.list
	if p.i >= 0 {
		s += fmt.Sprintf("[%d]", p.i)
	}
	if p.field != "" {
		s += "." + p.field
	}
	if p.j >= 0 {
		s += fmt.Sprintf("[%d]", p.j)
	}
	return s
}

func (v *validator) failf(where fmt.Stringer, format string, args ...any) {
	if v.err == nil {
		v.err = &ValidationError{Where: where.String(), Reason: fmt.Sprintf(format, args...)}
	}
}

// whole is the place of a list as such.
type whole string

func (w whole) String() string { return string(w) }

// span checks a span that must be there.
func (v *validator) span(where place, s Span) {
	switch {
	case s.Start < 0 || s.End > len(v.d.Text):
		v.failf(where, "span %d:%d outside the text of %d bytes", s.Start, s.End, len(v.d.Text))
	case s.Start >= s.End:
		v.failf(where, "span %d:%d is empty", s.Start, s.End)
	case !onBoundary(v.d.Text, s.Start) || !onBoundary(v.d.Text, s.End):
		v.failf(where, "span %d:%d cuts a rune", s.Start, s.End)
	case strings.TrimSpace(v.d.Text[s.Start:s.End]) == "":
		v.failf(where, "span %d:%d is blank", s.Start, s.End)
	}
}

// optional checks a span that may be the zero Span.
func (v *validator) optional(where place, s Span) {
	if s != (Span{}) {
		v.span(where, s)
	}
}

// inOrder checks that spans do not go back, and with disjoint that they do
// not overlap.
func (v *validator) inOrder(where place, last, s Span, disjoint bool) {
	if last != (Span{}) && (last.compare(s) > 0 || disjoint && last.Overlaps(s)) {
		v.failf(where, "span %d:%d after %d:%d", s.Start, s.End, last.Start, last.End)
	}
}

func (v *validator) score(where place, s float64) {
	if math.IsNaN(s) || s < 0 || s > 1 {
		v.failf(where, "score %v outside [0,1]", s)
	}
}

// An enum is a type whose values are a closed set.
type enum[T any] interface {
	~string
	Values() []T
}

// known checks that a value is one of those of its type.
func known[T enum[T]](v *validator, where place, got T) {
	if all := got.Values(); !slices.Contains(all, got) {
		v.failf(where, "%q is not one of %q", got, all)
	}
}

// knownOrNone checks a value that may be the zero value too.
func knownOrNone[T enum[T]](v *validator, where place, got T) {
	if got != "" {
		known(v, where, got)
	}
}

// time checks that JSON can hold t.
func (v *validator) time(where fmt.Stringer, t time.Time) {
	if y := t.Year(); y < 0 || y > 9999 {
		v.failf(where, "year %d outside 0 to 9999", y)
	}
}

// ascending checks numbers that go up.
func ascending[T cmp.Ordered](v *validator, where place, list []T) {
	for i := 1; i < len(list); i++ {
		if list[i] <= list[i-1] {
			v.failf(where, "not ascending")
		}
	}
}

// entity checks an id that may be 0.
func (v *validator) entity(where place, id EntityID) {
	if id != 0 && v.d.Entity(id) == nil {
		v.failf(where, "no entity %d", id)
	}
}

// pieces checks spans that lie one after the other.
func (v *validator) pieces(where place, field string, spans []Span) {
	if len(spans) == 0 {
		v.failf(where.dot(field), "empty")
	}
	var last Span
	for i, s := range spans {
		v.span(where.sub(field, i), s)
		v.inOrder(where.sub(field, i), last, s, true)
		last = s
	}
}

// layers checks that the layers are listed in order, and that what was not read
// is empty.
func (v *validator) layers() {
	listed := v.d.Layers
	for i, l := range listed {
		known(v, at("Layers", i), l)
		if i > 0 && slices.Index(l.Values(), l) <= slices.Index(l.Values(), listed[i-1]) {
			v.failf(at("Layers", i), "%q after %q", l, listed[i-1])
		}
	}
	if len(listed) == 0 {
		return
	}
	for _, l := range Layer("").Values() {
		if n := v.d.size(l); n > 0 && !slices.Contains(listed, l) {
			v.failf(whole("Layers"), "no %q, but the Document has %d", l, n)
		}
	}
}

// size is how many things of a layer d has.
func (d *Document) size(l Layer) int {
	switch l {
	case LayerSentences:
		return len(d.Sentences) + len(d.Tokens)
	case LayerSyntax:
		return len(d.Syntax)
	case LayerEntities:
		return len(d.Entities) + len(d.Mentions)
	case LayerDates:
		return len(d.Dates)
	case LayerQuotes:
		return len(d.Quotes)
	case LayerClaims:
		return len(d.Claims)
	}
	return 0
}

func (v *validator) sentences() {
	var last Span
	next := 0
	for i, s := range v.d.Sentences {
		if v.err != nil {
			return
		}
		at := at("Sentences", i)
		v.span(at, s.Span)
		v.inOrder(at, last, s.Span, true)
		known(v, at.dot("Kind"), s.Kind)
		if i > 0 && s.Paragraph < v.d.Sentences[i-1].Paragraph || s.Paragraph < 0 {
			v.failf(at, "paragraph %d goes back", s.Paragraph)
		}
		last = s.Span
		if s.FirstToken != next || s.EndToken <= s.FirstToken || s.EndToken > len(v.d.Tokens) {
			v.failf(at, "token range %d:%d, want it to begin at %d of %d", s.FirstToken, s.EndToken, next, len(v.d.Tokens))
			return
		}
		next = s.EndToken
		if v.d.Tokens[s.FirstToken].Start < s.Start || v.d.Tokens[s.EndToken-1].End > s.End {
			v.failf(at, "a token extends beyond it")
		}
		v.tree(at, s)
	}
	if next != len(v.d.Tokens) {
		v.failf(whole("Sentences"), "%d tokens lie in no sentence", len(v.d.Tokens)-next)
	}
	if n := len(v.d.Syntax); n != len(v.d.Tokens) && (n > 0 || slices.Contains(v.d.Layers, LayerSyntax)) {
		v.failf(whole("Syntax"), "%d dependencies for %d tokens", n, len(v.d.Tokens))
	}
}

// tree checks that the dependencies of a sentence's tokens are a tree.
func (v *validator) tree(where place, s Sentence) {
	if len(v.d.Syntax) != len(v.d.Tokens) {
		return
	}
	deps := v.d.Syntax[s.FirstToken:s.EndToken]
	roots := 0
	for i, d := range deps {
		switch {
		case d.Relation == "":
			v.failf(where, "token %d has no relation", s.FirstToken+i)
		case d.Head == -1:
			roots++
		case d.Head < s.FirstToken || d.Head >= s.EndToken || d.Head == s.FirstToken+i:
			v.failf(where, "token %d has the head %d", s.FirstToken+i, d.Head)
			return
		}
	}
	if roots != 1 {
		v.failf(where, "%d of %d tokens are roots", roots, len(deps))
		return
	}
	if at := circle(deps, s.FirstToken); at >= 0 {
		v.failf(where, "the heads of token %d form a cycle", s.FirstToken+at)
	}
}

// circle is a token from which no way leads to a root, or -1. first is the
// number of the first token in its document.
func circle(deps []Dependency, first int) int {
	seen := make([]int, len(deps)) // 1 more than the token whose way came by
	for i := range deps {
		for k := i; seen[k] == 0 || seen[k] == i+1; k = deps[k].Head - first {
			if seen[k] == i+1 {
				return i
			}
			seen[k] = i + 1
			if deps[k].Head < 0 {
				break
			}
		}
	}
	return -1
}

func (v *validator) tokens() {
	var last Span
	for i, t := range v.d.Tokens {
		at := at("Tokens", i)
		v.span(at, t.Span)
		v.inOrder(at, last, t.Span, true)
		if v.err != nil {
			return
		}
		last = t.Span
	}
}

func (v *validator) entities() {
	for i, e := range v.d.Entities {
		at := at("Entities", i)
		if e.ID != EntityID(i+1) {
			v.failf(at, "id %d, want %d", e.ID, i+1)
		}
		known(v, at.dot("Kind"), e.Kind)
		v.called(at, &e)
		if len(e.Mentions) == 0 {
			v.failf(at, "no mention")
		}
		ascending(v, at.dot("Mentions"), e.Mentions)
		for _, m := range e.Mentions {
			if m < 0 || m >= len(v.d.Mentions) || v.d.Mentions[m].Entity != e.ID {
				v.failf(at.dot("Mentions"), "mention %d is not of this entity", m)
			}
		}
		if v.err == nil && i > 0 && e.Mentions[0] < v.d.Entities[i-1].Mentions[0] {
			v.failf(at, "mentioned before entity %d", i)
		}
		for j, r := range e.Roles {
			v.span(at.sub("Roles", j), r.Span)
			if strings.TrimSpace(r.Title) == "" {
				v.failf(at.sub("Roles", j), "no title")
			}
			v.entity(at.sub("Roles", j), r.Org)
		}
		if v.err != nil {
			return
		}
	}
}

// called checks that an entity has a name or a description, and that what only
// people and those without a name have is theirs.
func (v *validator) called(where place, e *Entity) {
	named := strings.TrimSpace(e.Name) != ""
	switch {
	case named == (strings.TrimSpace(e.Description) != ""):
		v.failf(where, "name %q and description %q, want one of them", e.Name, e.Description)
	case named != (e.Number == ""):
		v.failf(where, "number %q, want one only without a name", e.Number)
	case !named && e.Kind != EntityPerson && e.Kind != EntityOrganization:
		v.failf(where, "%s without a name", e.Kind)
	case e.Gender != "" && e.Kind != EntityPerson:
		v.failf(where, "gender of %s", e.Kind)
	}
	knownOrNone(v, where.dot("Number"), e.Number)
	knownOrNone(v, where.dot("Gender"), e.Gender)
}

func (v *validator) mentions() {
	var last Span
	counted := 0
	for i, m := range v.d.Mentions {
		at := at("Mentions", i)
		v.span(at, m.Span)
		v.inOrder(at, last, m.Span, false)
		if m.Span == last {
			v.failf(at, "same span as the one before")
		}
		last = m.Span
		if v.d.Entity(m.Entity) == nil {
			v.failf(at, "no entity %d", m.Entity)
		}
		known(v, at.dot("Form"), m.Form)
		v.score(at, m.Score)
		if v.err != nil {
			return
		}
	}
	for _, e := range v.d.Entities {
		counted += len(e.Mentions)
	}
	if counted != len(v.d.Mentions) {
		v.failf(whole("Mentions"), "%d mentions, entities list %d", len(v.d.Mentions), counted)
	}
}

func (v *validator) dates() {
	var last Span
	for i, t := range v.d.Dates {
		at := at("Dates", i)
		v.span(at, t.Span)
		v.inOrder(at, last, t.Span, true)
		last = t.Span
		known(v, at.dot("Type"), t.Type)
		v.time(at.dot("From"), t.From)
		v.time(at.dot("To"), t.To)
		if t.To.Before(t.From) {
			v.failf(at, "ends %v before it begins %v", t.To, t.From)
		}
		if v.err != nil {
			return
		}
	}
}

func (v *validator) quotes() {
	var last Span
	for i := range v.d.Quotes {
		q := &v.d.Quotes[i]
		at := at("Quotes", i)
		v.span(at, q.Span)
		v.inOrder(at, last, q.Span, false)
		last = q.Span
		if q.ID != QuoteID(i+1) {
			v.failf(at, "id %d, want %d", q.ID, i+1)
		}
		v.pieces(at, "Content", q.Content)
		if n := len(q.Content); n > 0 && !q.Span.Contains(Span{q.Content[0].Start, q.Content[n-1].End}) {
			v.failf(at, "content lies outside the span")
		}
		known(v, at.dot("Form"), q.Form)
		knownOrNone(v, at.dot("CueClass"), q.CueClass)
		knownOrNone(v, at.dot("Modality"), q.Modality)
		knownOrNone(v, at.dot("SourceType"), q.SourceType)
		knownOrNone(v, at.dot("Evidence.Rule"), q.Evidence.Rule)
		v.optional(at.dot("Cue"), q.Cue)
		v.optional(at.dot("Source"), q.Source)
		v.optional(at.dot("Addressee"), q.Addressee)
		v.optional(at.dot("Medium"), q.Medium)
		v.optional(at.dot("Justification"), q.Justification)
		for j, s := range q.Evidence.Words {
			v.span(at.sub("Evidence.Words", j), s)
		}
		v.speakers(at, q)
		if q.Parent < 0 || q.Parent >= q.ID {
			v.failf(at, "no parent quote %d", q.Parent)
		}
		v.score(at, q.Score)
		if v.err != nil {
			return
		}
	}
}

// speakers checks that further speakers stand beside a first one, and that a
// mention which is the whole source means one of them.
func (v *validator) speakers(at place, q *Quote) {
	v.entity(at.dot("Speaker"), q.Speaker)
	v.source(at.dot("Speaker"), q.Source, q.Speaker, q.Others...)
	for j, o := range q.Others {
		if v.d.Entity(o) == nil {
			v.failf(at.sub("Others", j), "no entity %d", o)
		}
		if o == q.Speaker || slices.Contains(q.Others[:j], o) {
			v.failf(at.sub("Others", j), "entity %d is listed twice", o)
		}
	}
}

// source checks that a source which is a mention means id, or one of others.
func (v *validator) source(where place, source Span, id EntityID, others ...EntityID) {
	i, ok := slices.BinarySearchFunc(v.d.Mentions, source, func(m Mention, s Span) int { return m.compare(s) })
	if !ok {
		return
	}
	if m := &v.d.Mentions[i]; m.Entity != id && !slices.Contains(others, m.Entity) {
		v.failf(where, "entity %d, but Mentions[%d], the source, means entity %d", id, i, m.Entity)
	}
}

func (v *validator) claims() {
	var last Span
	for i := range v.d.Claims {
		c := &v.d.Claims[i]
		at := at("Claims", i)
		v.pieces(at, "Spans", c.Spans)
		if v.err != nil {
			return
		}
		v.inOrder(at, last, c.Spans[0], false)
		last = c.Spans[0]
		v.claimPlace(at, c)
		v.claimant(at, c)
		v.claimParts(at, c)
		v.score(at.dot("Score"), c.Score)
		v.score(at.dot("Checkable"), c.Checkable)
		if c.Group < 1 || c.Group > len(v.d.Claims) {
			v.failf(at, "group %d of %d claims", c.Group, len(v.d.Claims))
		}
		if v.err != nil {
			return
		}
	}
}

// claimPlace checks that a claim lies in its sentence and its quote.
func (v *validator) claimPlace(at place, c *Claim) {
	if c.Sentence < 0 || c.Sentence >= len(v.d.Sentences) {
		v.failf(at, "no sentence %d", c.Sentence)
		return
	}
	all := Span{c.Spans[0].Start, c.Spans[len(c.Spans)-1].End}
	if !v.d.Sentences[c.Sentence].Contains(all) {
		v.failf(at, "lies outside sentence %d", c.Sentence)
	}
	if c.Quote == 0 {
		return
	}
	q := v.d.Quote(c.Quote)
	if q == nil {
		v.failf(at, "no quote %d", c.Quote)
		return
	}
	if n := len(c.Spans); !q.Span.Contains(c.Spans[n-1]) && !q.Span.Contains(c.Spans[0]) {
		v.failf(at, "lies outside quote %d", c.Quote)
	}
}

func (v *validator) claimant(at place, c *Claim) {
	v.entity(at.dot("Claimant"), c.Claimant.Entity)
	v.optional(at.dot("Claimant"), c.Claimant.Source)
	known(v, at.dot("Claimant.Kind"), c.Claimant.Kind)
	switch c.Claimant.Kind {
	case ClaimantNarrator:
		if c.Quote != 0 || c.Claimant.Entity != 0 {
			v.failf(at.dot("Claimant"), "narrator of an attributed claim")
		}
	case ClaimantEntity:
		if e := v.d.Entity(c.Claimant.Entity); e == nil || e.Name == "" {
			v.failf(at.dot("Claimant"), "no entity with a name")
		}
	case ClaimantUnnamed:
		if e := v.d.Entity(c.Claimant.Entity); e != nil && e.Name != "" {
			v.failf(at.dot("Claimant"), "unnamed with a name")
		}
	}
	v.source(at.dot("Claimant"), c.Claimant.Source, c.Claimant.Entity)
	for _, q := range c.Via {
		if v.d.Quote(q) == nil {
			v.failf(at.dot("Via"), "no quote %d", q)
		}
	}
}

func (v *validator) response(at place, c *Claim, a Response) {
	v.entity(at.dot("Entity"), a.Entity)
	v.optional(at.dot("Source"), a.Source)
	v.source(at.dot("Entity"), a.Source, a.Entity)
	v.span(at.dot("Cue"), a.Cue)
	known(v, at, a.Stance)
	if a.Entity != 0 && a.Entity == c.Claimant.Entity {
		v.failf(at, "entity %d answers itself", a.Entity)
	}
}

func (v *validator) claimParts(at place, c *Claim) {
	v.optional(at.dot("Subject"), c.Subject)
	v.optional(at.dot("Predicate"), c.Predicate)
	v.optional(at.dot("Hedge"), c.Hedge)
	known(v, at.dot("Type"), c.Type)
	knownOrNone(v, at.dot("Tense"), c.Tense)
	knownOrNone(v, at.dot("Stance"), c.Stance)
	for j, a := range c.Responses {
		v.response(at.sub("Responses", j), c, a)
	}
	ascending(v, at.dot("Entities"), c.Entities)
	ascending(v, at.dot("Dates"), c.Dates)
	for _, e := range c.Entities {
		if v.d.Entity(e) == nil {
			v.failf(at.dot("Entities"), "no entity %d", e)
		}
	}
	for _, t := range c.Dates {
		if t < 0 || t >= len(v.d.Dates) {
			v.failf(at.dot("Dates"), "no date %d", t)
		}
	}
	for j, q := range c.Quantities {
		v.span(at.sub("Quantities", j), q.Span)
		knownOrNone(v, at.sub("Quantities", j), q.Comparison)
		if math.IsNaN(q.Value) || math.IsInf(q.Value, 0) {
			v.failf(at.sub("Quantities", j), "value %v", q.Value)
		}
	}
}
