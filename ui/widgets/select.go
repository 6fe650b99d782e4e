package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Select is a list that drops down, for choices too many to show at once.
type Select struct {
	composite
	list    *dropDown
	options []Option
	quiet   bool // while it is set from outside
}

// NewSelect returns a list of which nothing is chosen. Changed is called with
// the key of what was chosen; it may be nil.
func NewSelect(placeholder string, options []Option, changed func(key string)) *Select {
	s := &Select{list: &dropDown{}, options: options}
	s.list.PlaceHolder = placeholder
	for _, o := range options {
		s.list.Options = append(s.list.Options, o.Text)
	}
	s.list.OnChanged = func(string) {
		if changed != nil && !s.quiet {
			changed(s.Chosen())
		}
	}
	s.list.ExtendBaseWidget(s.list)
	s.compose(s, Layers(s.list))
	return s
}

// Chosen returns the key of what is chosen, "" for nothing.
func (s *Select) Chosen() string {
	if i := s.list.SelectedIndex(); i >= 0 {
		return s.options[i].Key
	}
	return ""
}

// First returns what has the focus when the list has it.
func (s *Select) First() fyne.Focusable { return s.list }

// SetChosen chooses by the key, without calling back.
func (s *Select) SetChosen(key string) {
	s.quiet = true
	defer func() { s.quiet = false }()
	if i := slices.IndexFunc(s.options, func(o Option) bool { return o.Key == key }); i >= 0 {
		s.list.SetSelectedIndex(i)
		return
	}
	s.list.ClearSelected()
}
