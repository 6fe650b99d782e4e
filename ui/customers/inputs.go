package customers

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// input returns a field under its own name, filled.
func (f *form) input(name, text string) *input {
	return f.field(name, text, widgets.NewEntry(f.page.say.Say("people.hint."+name, nil)))
}

// note returns a field of several lines.
func (f *form) note(name, text string) *input {
	return f.field(name, text, widgets.NewNote(f.page.say.Say("people.hint."+name, nil), 4))
}

func (f *form) field(name, text string, entry *widgets.Entry) *input {
	i := newInput(f.page.say.Say("people.field."+name, nil), text, entry, f.touch)
	f.fields[name] = i.field
	f.inputs = append(f.inputs, i)
	return i
}

// rows is a list of entries that grows: numbers, addresses for mail.
type rows struct {
	form    *form
	name    string
	content *fyne.Container
	list    *fyne.Container
	entries []*input
}

func newRows(f *form, name string, texts []string) *rows {
	say := f.page.say
	r := &rows{form: f, name: name, list: widgets.Column(2)}
	more := widgets.NewButton(widgets.Quiet, say.Say("people.form.more."+name, nil), func() {
		f.page.Window.Focus(r.add("").entry)
		f.body.Refresh()
	}).WithIcon(theme.IconAdd)
	// The line that a field keeps for problems would part the button from it.
	r.content = widgets.Column(0, r.list, widgets.Inset(widgets.Row(0, more), -10, 0, 8, 0))
	for _, t := range texts {
		r.add(t)
	}
	if len(texts) == 0 {
		r.add("")
	}
	return r
}

func (r *rows) add(text string) *input {
	say := r.form.page.say
	label := say.Say("people.field."+r.name, nil)
	if len(r.entries) > 0 {
		label = say.Say("people.form.further."+r.name, nil)
	}
	i := newInput(label, text, widgets.NewEntry(say.Say("people.hint."+r.name, nil)), r.form.touch)
	r.entries = append(r.entries, i)
	r.form.inputs = append(r.form.inputs, i)
	r.list.Add(i.field)
	r.content.Refresh()
	return i
}

// hint says below the entries, in their order, what there is to know of them.
func (r *rows) hint(hints []string) {
	for i, hint := range hints {
		if hint != "" {
			r.entries[i].field.SetHint(hint)
		}
	}
}

// unfitHints says of which numbers nobody is called.
func unfitHints(phones []customers.PhoneField, say func(app.UnfitFor) string) []string {
	hints := make([]string, len(phones))
	for i, p := range phones {
		if p.Unfit != app.FitToCall {
			hints[i] = say(p.Unfit)
		}
	}
	return hints
}

// texts returns what is typed, empty entries as they stand.
func (r *rows) texts() []string {
	texts := make([]string, len(r.entries))
	for i, e := range r.entries {
		texts[i] = strings.TrimSpace(e.text())
	}
	return texts
}

// take shows the problems that are about these entries and takes them out.
func (r *rows) take(problems map[string]string) {
	// The form leaves empty entries out, and its errors count without them.
	n := 0
	for _, e := range r.entries {
		e.field.SetProblem("")
		if strings.TrimSpace(e.text()) == "" {
			continue
		}
		at := customers.FieldAt(r.name, n)
		e.field.SetProblem(problems[at])
		delete(problems, at)
		n++
	}
}

func phoneTexts(phones []customers.PhoneField) []string {
	texts := make([]string, len(phones))
	for i, p := range phones {
		texts[i] = p.Typed
	}
	return texts
}

// withPhones returns the numbers typed; one that was there keeps its label, and
// one that was corrected is given another chance.
func withPhones(was []customers.PhoneField, typed []string) []customers.PhoneField {
	var now []customers.PhoneField
	for i, text := range typed {
		if text == "" {
			continue
		}
		var p customers.PhoneField
		if i < len(was) {
			p = was[i]
			if p.Typed != text {
				p.Unfit = app.FitToCall
			}
		}
		p.Typed = text
		now = append(now, p)
	}
	return now
}

func emailTexts(emails []app.Email) []string {
	texts := make([]string, len(emails))
	for i, e := range emails {
		texts[i] = e.Address
	}
	return texts
}

func withEmails(was []app.Email, typed []string) []app.Email {
	var now []app.Email
	for i, text := range typed {
		if text == "" {
			continue
		}
		var e app.Email
		if i < len(was) {
			e = was[i]
		}
		e.Address = text
		now = append(now, e)
	}
	return now
}

// firstRefusal is the wish that the form shows: the widest.
func firstRefusal(was customers.Form) app.DoNotCall {
	for _, d := range was.DoNotCall {
		if d.Purpose == app.PurposeAny {
			return d
		}
	}
	if len(was.DoNotCall) > 0 {
		return was.DoNotCall[0]
	}
	return app.DoNotCall{}
}

// withRefusal puts the wish in the form in place of the one it showed.
func withRefusal(was []app.DoNotCall, purpose app.Purpose, reason string) []app.DoNotCall {
	shown := firstRefusal(customers.Form{DoNotCall: was})
	var now []app.DoNotCall
	for _, d := range was {
		if d != shown {
			now = append(now, d)
		}
	}
	if purpose == "" {
		return now
	}
	if purpose != shown.Purpose || reason != shown.Reason {
		shown = app.DoNotCall{Purpose: purpose, Reason: reason, Since: shown.Since}
	}
	return append(now, shown)
}

func splitTags(text string) []string {
	var tags []string
	for _, t := range strings.Split(text, ",") {
		if t = strings.TrimSpace(t); t != "" {
			tags = append(tags, t)
		}
	}
	return tags
}
