package wording

// Toward returns the voice for what a customer of that language (BCP 47) hears or
// reads: in their language where we have it, else the shop's own.
func (v *Voice) Toward(language string) *Voice { return v.speaker(language) }
