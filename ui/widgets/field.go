package widgets

import (
	"fyne.io/fyne/v2"
)

// Field is an input with its label above and a line below, which says a hint
// or what is wrong. The line has its room even when it is empty, so nothing
// jumps.
type Field struct {
	composite
	label   *Text
	below   *Paragraph
	tail    fyne.CanvasObject // keeps what is wrong apart from what comes next
	hint    string
	problem string
}

// problemTail is the room under what is wrong, so that nobody takes it for the
// next field's.
const problemTail = 8

// NewField returns the field around an input.
func NewField(label string, input fyne.CanvasObject) *Field {
	f := new(Field)
	f.stack(f, label, input)
	return f
}

// stack puts the input between its label and what is said below.
func (f *Field) stack(self fyne.Widget, label string, input fyne.CanvasObject) {
	f.label, f.below, f.tail = NewText(label, Label), NewParagraph(" ", Small), Gap(0, problemTail)
	f.tail.Hide()
	f.compose(self, Column(0, Column(4, f.label, input, f.below), f.tail))
}

// SetHint says below the input what helps to fill it in.
func (f *Field) SetHint(hint string) {
	f.hint = hint
	f.show()
}

// SetProblem says below the input what is wrong with it; "" takes that back.
func (f *Field) SetProblem(problem string) {
	f.problem = problem
	f.show()
}

// Problem returns what is wrong with it, or "".
func (f *Field) Problem() string { return f.problem }

func (f *Field) show() {
	text, style := f.hint, Small
	if f.problem != "" {
		text, style = f.problem, Alarm
	}
	if text == "" {
		text = " " // an empty paragraph would give up its line
	}
	f.below.SetStyle(style)
	f.below.SetText(text)
	if f.problem != "" {
		f.tail.Show()
	} else {
		f.tail.Hide()
	}
	f.Refresh()
}

// Parse reads what a person typed. It returns the value and, in words, how the
// text was understood; or, in words, what is wrong with it.
type Parse[T any] func(text string) (value T, understood, problem string)

// ParsedField is a Field for a value that people type in their own way: a day,
// a time, a sum. While they type it says how it understands them; what it does
// not understand it says when they leave it.
type ParsedField[T any] struct {
	Field
	entry     *Entry
	parse     Parse[T]
	value     T
	ok        bool
	complaint string
	changed   func()
}

// NewParsedField returns the empty field. An empty text is no value and no
// mistake. Changed is called, where it is not nil, after every change.
func NewParsedField[T any](label, placeholder string, parse Parse[T], changed func()) *ParsedField[T] {
	f := &ParsedField[T]{entry: NewEntry(placeholder), parse: parse, changed: changed}
	f.stack(f, label, f.entry)
	f.entry.SelectFilled = true
	f.entry.OnChanged = func(string) {
		f.read()
		if f.changed != nil {
			f.changed()
		}
	}
	f.entry.OnFocus = func(has bool) {
		if !has {
			f.Check()
		}
	}
	return f
}

// Entry returns the entry, to focus it or to be told of Enter.
func (f *ParsedField[T]) Entry() *Entry { return f.entry }

// Text returns what is typed.
func (f *ParsedField[T]) Text() string { return f.entry.Text }

// SetText types for the person.
func (f *ParsedField[T]) SetText(text string) { f.entry.SetText(text) }

// Reread reads again what is typed: what it means depends on more, and that has
// changed.
func (f *ParsedField[T]) Reread() {
	if f.entry.Text != "" {
		f.entry.OnChanged(f.entry.Text)
	}
}

// Value returns the value, and whether there is one.
func (f *ParsedField[T]) Value() (T, bool) { return f.value, f.ok }

// Check shows what cannot be understood, if anything, and tells whether the field
// is empty or understood. What else is wrong with it stays until it is changed.
func (f *ParsedField[T]) Check() bool {
	if f.complaint != "" {
		f.SetProblem(f.complaint)
	}
	return f.complaint == ""
}

func (f *ParsedField[T]) read() {
	var none T
	f.value, f.ok, f.complaint, f.hint, f.problem = none, false, "", "", ""
	if f.entry.Text != "" {
		f.value, f.hint, f.complaint = f.parse(f.entry.Text)
		f.ok = f.complaint == ""
		if !f.ok {
			f.value = none
		}
	}
	f.show()
}
