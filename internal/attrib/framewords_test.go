package attrib_test

import (
	"strings"
	"testing"
)

// TestFrameWords: each word that helps to find a frame, in a sentence where
// nothing else does. @ stands for it.
func TestFrameWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, text, want string }{
		{`Police Officials Minister President Study Report Poll Survey Court Judge Mayor Governor
			Government Lawyer Army King Pope Senator Union Company Firm Ministry Council Party Department Commission
			Agency Airline Charity Federation Association Committee Regulator Parliament Navy
			Researcher Analysts`,
			"@: old bridges are safe\n\nThe bridge was built in 1911.", "@ | : | indirect old bridges are safe"},
		{`reporters journalists lawmakers parliament congress jurors investors analysts supporters viewers delegates senators deputies members
			residents students workers staff`,
			"The state would pay, the governor told @ on Thursday.", "the governor | told | indirect The state would pay"},
		{`statement interview speech letter report message testimony meeting hearing`,
			"In the @, the mayor said the bridge was safe.", "the mayor | said | indirect the bridge was safe"},
		{"- -- – —", "“The talks failed” @ Ann Lee.", "Ann Lee | - | direct The talks failed by label"},
		{"on in at during after before", "The talks failed, Ann Lee said @ the vote.", "Ann Lee | said | indirect The talks failed"},
		{"comment debate discuss elaborate identify name speak specify speculate talk", "Ann Lee refused to @ the plan.", ""},
		{"filmed identified named photographed pictured quoted", "Ann Lee asked not to be @ by the paper.", ""},
		{"quoted quotes cited cites", "“The talks failed,” Orbit @ Ann Lee as saying.", "Ann Lee | saying | direct The talks failed,"},
		{"quoted paraphrased", "The paper @ a source as saying that the talks failed.", "a source | saying | indirect the talks failed"},
		{"quoting citing", "The paper left, @ a source as saying the talks failed.", "a source | saying | indirect the talks failed"},
		{"quote", "The papers @ a source as saying the talks failed.", "a source | saying | indirect the talks failed"},
		{"court jury inquest inquiry tribunal", "The @ heard that the bridge was safe.", "- | heard | indirect the bridge was safe"},
		{"told informed reminded warned assured advised", "Ann Lee @ the council that the bridge was safe.", "Ann Lee | @ | indirect the bridge was safe"},
		{"after although as because before since though until while", "Ann Lee complained @ the mill had closed.", ""},
		{"announced asked decided disclosed explained recalled remembered revealed said specified told", "Ann Lee @ when the mill would open.",
			"Ann Lee | @ | indirect when the mill would open"},
		{"sang sing sings sung", "Ann Lee has @ “Blue Hills” that night.", ""},
	} {
		for _, w := range strings.Fields(c.words) {
			d := document(t, strings.ReplaceAll(c.text, "@", w))
			var got []string
			for _, f := range framesOf(t, d) {
				got = append(got, showFrame(d, &f))
			}
			if want := strings.ReplaceAll(c.want, "@", w); strings.Join(got, "; ") != want {
				t.Errorf("%s: %q", w, got)
			}
		}
	}
}
