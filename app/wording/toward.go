package wording

import (
	"slices"

	"golang.org/x/text/language"
)

// Toward returns the voice for what a customer of that language (BCP 47) hears or
// reads: in their language where we have it, else the shop's own.
func (v *Voice) Toward(language string) *Voice { return v.speaker(language) }

// Spoken returns the codes (BCP 47) of the languages we have what customers hear
// and read in, in their order in the alphabet.
func (v *Voice) Spoken() []string {
	codes := make([]string, len(v.bundled.spoken))
	for i, tag := range v.bundled.spoken {
		codes[i] = tag.String()
	}
	slices.Sort(codes)
	return codes
}

// Speaks tells whether that language is one of those.
func (v *Voice) Speaks(name string) bool {
	_, ok := v.bundled.spokenAs(name)
	return ok
}

// spokenAs returns the language in which we speak to customers of that one. A
// language that is merely related is not taken for theirs.
func (c *Catalogue) spokenAs(name string) (language.Tag, bool) {
	tag, err := language.Parse(name)
	if err != nil || tag == language.Und {
		return tag, false
	}
	_, i, sure := c.lines.Match(tag)
	return c.spoken[i], sure >= language.High
}
