package claim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLemma(t *testing.T) {
	t.Parallel()
	f, err := New()
	require.NoError(t, err)
	for form, want := range map[string]string{
		"said": "say", "was": "be", "'s": "be", "has": "have", "made": "make", "closed": "close", "opened": "open", "planned": "plan",
		"stopped": "stop", "declared": "declare", "created": "create", "tries": "try", "tried": "try", "passes": "pass", "watching": "watch",
		"buying": "buy", "sells": "sell", "visited": "visit", "killed": "kill", "increased": "increase", "agreed": "agree", "issued": "issue",
		"produced": "produce", "believed": "believe", "changed": "change", "injured": "injure", "used": "use", "called": "call", "happened": "happen",
		"ordered": "order", "offered": "offer", "defined": "define", "ended": "end", "handled": "handle", "hoping": "hope", "moved": "move", "died": "die",
		"caused": "cause", "warned": "warn", "expected": "expect", "arrested": "arrest", "reported": "report", "criticized": "criticize", "named": "name",
		"honored": "honor", "colored": "color", "focused": "focus", "focuses": "focus", "sensed": "sense", "imagining": "imagine", "hanged": "hang",
		"stored": "store", "explored": "explore", "monitored": "monitor", "ignored": "ignore", "limited": "limit", "cited": "cite",
		"invited": "invite", "united": "unite", "combined": "combine", "outlined": "outline", "examined": "examine", "joined": "join",
		"raised": "raise", "arranged": "arrange", "judged": "judge", "surged": "surge", "belonged": "belong", "settled": "settle",
		"released": "release", "cancelled": "cancel", "travelling": "travel", "controlled": "control", "filled": "fill", "installed": "install", "earned": "earn", "voted": "vote", "signed": "sign", "elected": "elect", "served": "serve", "married": "marry", "fined": "fine",
	} {
		assert.Equal(t, want, f.lemma(form), form)
	}
}
