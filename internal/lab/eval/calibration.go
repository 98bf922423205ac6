package eval

// A Calibration compares scores with how often they are right: a reliability
// table, and the mean distance between the two (expected calibration error).
type Calibration struct {
	N    int        `json:"n"`
	ECE  float64    `json:"ece"`
	Bins []ScoreBin `json:"bins"` // without empty ones
}

// A ScoreBin holds the scores in [From, To), and in the last also 1.
type ScoreBin struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	N     int     `json:"n"`
	Score float64 `json:"score"` // their mean
	Right float64 `json:"right"` // the share that was right
}

// scoreBins is the number of bins over [0,1].
const scoreBins = 10

// A reliability adds up scores in bins of equal width.
type reliability struct {
	n, right [scoreBins]int
	score    [scoreBins]float64
}

func (r *reliability) add(score float64, right bool) {
	b := min(int(score*scoreBins), scoreBins-1)
	r.n[b]++
	r.score[b] += score
	if right {
		r.right[b]++
	}
}

func (r *reliability) merge(o *reliability) {
	if o == nil {
		return
	}
	for b := range r.n {
		r.n[b] += o.n[b]
		r.right[b] += o.right[b]
		r.score[b] += o.score[b]
	}
}

// result is nil where no score was given.
func (r *reliability) result() *Calibration {
	c := &Calibration{}
	sum, off := 0.0, 0.0
	for b, n := range r.n {
		c.N += n
		sum += r.score[b]
		if n == 0 {
			continue
		}
		off += max(r.score[b]-float64(r.right[b]), float64(r.right[b])-r.score[b])
		c.Bins = append(c.Bins, ScoreBin{
			From: round(float64(b)/scoreBins, 1), To: round(float64(b+1)/scoreBins, 1), N: n,
			Score: round(r.score[b]/float64(n), 4), Right: round(float64(r.right[b])/float64(n), 4),
		})
	}
	if sum == 0 {
		return nil
	}
	c.ECE = round(off/float64(c.N), 4)
	return c
}
