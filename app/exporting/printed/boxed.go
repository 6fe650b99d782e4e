package printed

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// Boxed collects whose texts cannot be printed as they are written, because the
// font lacks the letters or cannot turn them around.
type Boxed struct {
	pages *Pages
	names []string
}

// NewBoxed returns an empty collection.
func NewBoxed() (*Boxed, error) {
	pages, err := New("", time.Time{}, Paper{})
	if err != nil {
		return nil, err
	}
	return &Boxed{pages: pages}, nil
}

// See adds the name if it, or one of the texts that stand with it, cannot be
// printed as written.
func (b *Boxed) See(name string, texts ...string) {
	if name == "" || slices.Contains(b.names, name) {
		return
	}
	if b.pages.unprintable(name) || slices.ContainsFunc(texts, b.pages.unprintable) {
		b.names = append(b.names, name)
	}
}

// Names returns the names seen, each once.
func (b *Boxed) Names() []string { return b.names }

// unprintable tells whether a text has letters that come out as boxes, or, in
// Arabic and Hebrew, from left to right.
func (p *Pages) unprintable(text string) bool {
	return strings.Count(p.Shown(text), "□") > strings.Count(text, "□") ||
		strings.IndexFunc(text, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) >= 0
}
