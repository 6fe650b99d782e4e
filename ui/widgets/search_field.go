package widgets

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

// NewSearchField returns an entry with a lens on its left and, if it is not
// empty, the key that leads to it on its right.
func NewSearchField(placeholder, key string) *Entry {
	e := NewEntry(placeholder)
	e.Icon = theme.IconSearch.In(theme.ColorMuted)
	if key != "" {
		e.ActionItem = Inset(NewKeyCap(key), 0, 10, 0, 6)
	}
	return e
}

var _ fyne.Focusable = (*Entry)(nil)
