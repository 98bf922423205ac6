package mcpserver

import (
	"context"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/sources"
)

const verifyAbout = `Checks each quotation and attribution of a text (an answer, a summary, a draft) against articles, and says of each:
verbatim; faithful (in other words, of the same speaker); unquoted (the words are there, but as nobody's own); altered, with the
difference; denied (reported as not said or not so, or the opposite); otherSpeaker; notFound; or notChecked, with the reason. Each has
its place in the text and in the source. Use it on what you write before you send it.`

type verifyIn struct {
	Answer  string         `json:"answer" jsonschema:"the text to check"`
	Sources []sources.Text `json:"sources,omitempty" jsonschema:"the articles to check against; the database if left out"`
}

func (s *server) verify(ctx context.Context, in verifyIn) (*sources.Result, error) {
	return sources.Check(ctx, s.Extractor, in.Answer, in.Sources, s.Database)
}
