package eval

import "strconv"

// A PRF is precision, recall and their harmonic mean, with what they were
// counted from. Whether the shares are per cent depends on the measure, as it
// does in the scorers.
type PRF struct {
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F1   float64 `json:"f1"`
	TP   int     `json:"tp"`
	Gold int     `json:"gold"`
	Pred int     `json:"pred"`
}

// tally counts for a PRF.
type tally struct{ tp, gold, pred int }

func (t *tally) add(u tally) {
	t.tp += u.tp
	t.gold += u.gold
	t.pred += u.pred
}

// decide counts a yes-or-no decision.
func (t *tally) decide(gold, pred bool) {
	t.add(tally{one(gold && pred), one(gold), one(pred)})
}

// percent gives shares in per cent with so many decimals. Nothing of nothing
// is 0.
func (t tally) percent(digits int) PRF {
	p, r := ratio(t.tp, t.pred, 0), ratio(t.tp, t.gold, 0)
	f := 0.0
	if p+r > 0 {
		f = 200 * p * r / (p + r)
	}
	return PRF{round(100*p, digits), round(100*r, digits), round(f, digits), t.tp, t.gold, t.pred}
}

// share gives shares of one with four decimals. empty is what nothing of
// nothing is where the other side is empty too.
func (t tally) share(empty float64) PRF {
	p, r := 0.0, 0.0
	if t.pred > 0 || t.gold == 0 {
		p = ratio(t.tp, t.pred, empty)
	}
	if t.gold > 0 || t.pred == 0 {
		r = ratio(t.tp, t.gold, empty)
	}
	return PRF{round(p, 4), round(r, 4), round(harmonic(p, r), 4), t.tp, t.gold, t.pred}
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// ratio is a/b, or none where b is 0.
func ratio(a, b int, none float64) float64 {
	if b == 0 {
		return none
	}
	return float64(a) / float64(b)
}

// share4 is a/b with four decimals, nil where b is 0.
func share4(a, b int) *float64 {
	if b == 0 {
		return nil
	}
	f := round(float64(a)/float64(b), 4)
	return &f
}

// round rounds the exact value of f as Python does, half to even.
func round(f float64, digits int) float64 {
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'f', digits, 64), 64)
	return f
}

// An Accuracy is a share of right ones; Acc is nil where there were none.
type Accuracy struct {
	Acc *float64 `json:"acc"`
	OK  int      `json:"ok"`
	N   int      `json:"n"`
}

func accuracy(ok, n int) Accuracy { return Accuracy{share4(ok, n), ok, n} }
