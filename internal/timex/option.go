package timex

// An Option changes Options. Users know it as entities.DateOption and cannot
// see inside. The zero Option changes nothing.
type Option struct{ set func(*Options) }

// NewOption returns the Option that calls set.
func NewOption(set func(*Options)) Option { return Option{set} }

// Apply changes o.
func (p Option) Apply(o *Options) {
	if p.set != nil {
		p.set(o)
	}
}
