package customers

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// form adds a customer or corrects one.
type form struct {
	page   *Page
	origin customers.Form // as the book has it
	was    customers.Form // as it was when the form was opened: the origin, or its draft
	blank  customers.Form // what the form comes to as long as nothing is typed
	kept   *keeper
	body   fyne.CanvasObject

	name, firm, number *input
	birthday           *input
	language, zone     *input
	bestFrom, bestTo   *input
	notes              *input
	phones             *rows
	emails             *rows
	addresses          *addressInputs
	tags               *widgets.ChipField
	refuses            *widgets.Choice
	reason             *input
	notOn              []*widgets.Check // in the order of weekdays
	fields             map[string]*widgets.Field
	inputs             []*input // in the order of the form
	problem            *widgets.Paragraph
	warned             bool // a possible duplicate was shown; saving again is meant
}

// openForm shows the form of a customer, as far as it was typed before.
func (p *Page) openForm(origin customers.Form) {
	origin.Draft = customers.DraftKey(origin.ID)
	p.drafted(origin.Draft, func(draft customers.Draft) { p.show(newForm(p, origin, draft)) })
}

func newForm(p *Page, origin customers.Form, draft customers.Draft) *form {
	f := &form{page: p, origin: origin, was: origin, fields: make(map[string]*widgets.Field)}
	if draft.Form != nil {
		f.was = *draft.Form
	}
	if f.was.Origin == nil {
		f.was.Origin = &f.origin
	}
	say, was := p.say, f.was
	f.name = f.input(customers.FieldName, was.Name)
	f.firm = f.input(customers.FieldFirm, was.Firm)
	f.phones = newRows(f, customers.FieldPhones, phoneTexts(was.Phones))
	f.phones.hint(unfitHints(was.Phones, say.Unfit))
	f.emails = newRows(f, customers.FieldEmails, emailTexts(was.Emails))
	f.addresses = newAddressInputs(f, was.Addresses)
	f.number = f.input(customers.FieldNumber, was.Number)
	f.birthday = f.input(customers.FieldBirthday, was.Birthday)
	f.language = f.input(customers.FieldLanguage, was.Language)
	f.zone = f.input(customers.FieldTimeZone, was.TimeZone)
	f.bestFrom = f.input(customers.FieldBestFrom, was.BestFrom)
	f.bestTo = f.input(customers.FieldBestTo, was.BestTo)
	f.notes = f.note(customers.FieldNotes, was.Notes)
	f.reason = f.input(customers.FieldReason, firstRefusal(was).Reason)
	f.tags = widgets.NewChipField(say.Say("people.form.tag", nil), nil, func([]string) { f.touch() })
	f.tags.OnTyped(f.touch)
	f.tags.SetValues(splitTags(was.Tags))
	f.refuses = widgets.NewChoice([]widgets.Option{
		{Key: string(app.PurposeAny), Text: say.Say("people.form.refuses.any", nil)},
		{Key: string(app.PurposeFollowUp), Text: say.Say("people.form.refuses.follow-up", nil)},
		{Key: string(app.PurposeMarketing), Text: say.Say("people.form.refuses.marketing", nil)},
	}, func(string) { f.refused() })
	f.refuses.SetChosen(string(firstRefusal(was).Purpose))
	f.problem = widgets.NewProblem()
	f.kept = newKeeper(p, origin.Draft, f.draft)
	f.body = f.layout(draft.Saved)
	f.showReason()
	f.blank = f.filled()
	if draft.Form != nil {
		f.blank = newForm(p, origin, customers.Draft{}).blank
	}
	return f
}

// draft returns the form as it is typed now; false if that is what the book has.
func (f *form) draft() (customers.Draft, bool) {
	now := f.filled()
	return customers.Draft{Form: &now}, !reflect.DeepEqual(now, f.blank)
}

// touch notes that something was typed.
func (f *form) touch() {
	if f.kept != nil {
		f.kept.Touch()
	}
}

func (f *form) refused() {
	f.showReason()
	f.body.Refresh()
	f.touch()
}

// showReason asks for the reason where the customer wants no calls.
func (f *form) showReason() {
	if f.refuses.Chosen() == "" {
		f.reason.field.Hide()
	} else {
		f.reason.field.Show()
	}
}

func (f *form) content() fyne.CanvasObject { return f.body }
func (f *form) first() fyne.Focusable      { return f.name.entry }
func (f *form) keeper() *keeper            { return f.kept }

func (f *form) back() {
	f.kept.leave()
	if f.was.ID.IsZero() {
		f.page.ShowList()
		return
	}
	f.page.Open(f.was.ID)
}

func (f *form) layout(saved time.Time) fyne.CanvasObject {
	say := f.page.say
	title := "people.form.add"
	if !f.was.ID.IsZero() {
		title = "people.form.edit"
	}
	left := widgets.Column(2, f.name.field, f.firm.field, f.phones.content, f.emails.content, f.addresses.content)
	right := widgets.Column(2,
		widgets.Columns(12, nil, f.number.field, f.birthday.field),
		widgets.Columns(12, nil, f.language.field, f.zone.field),
		widgets.Columns(12, nil, f.bestFrom.field, f.bestTo.field),
		f.section(customers.FieldNotOn, f.days()),
		f.section(customers.FieldTags, f.tags),
		f.notes.field,
		f.section(customers.FieldDoNotCall, f.refuses), f.reason.field)
	anew := func() {
		f.page.opened++
		f.page.show(newForm(f.page, f.origin, customers.Draft{}))
	}
	return formFrame{
		title: say.Say(title, nil), problem: f.problem, save: f.save, back: f.back, keeper: f.kept,
		resumed: f.kept.resumed(saved, f.page.Clock().Location(), anew),
		form:    widgets.Columns(32, nil, left, right),
	}.draw(say)
}

// days asks on which days of the week they do not want to be called.
func (f *form) days() fyne.CanvasObject {
	row := widgets.Wrap(12)
	for _, d := range weekdays() {
		check := widgets.NewCheck(f.page.say.WeekdayShort(d), widgets.Body, func(bool) { f.touch() })
		check.SetChecked(f.was.NotOn.Has(d))
		f.notOn = append(f.notOn, check)
		row.Add(check)
	}
	return row
}

// weekdays are the days of the week as a shop counts them.
func weekdays() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
	}
}

func (f *form) section(name string, o fyne.CanvasObject) fyne.CanvasObject {
	field := widgets.NewField(f.page.say.Say("people.field."+name, nil), o)
	f.fields[name] = field
	return field
}

// save writes the form. Where others have the same number or address it says so
// once, and the second time it saves all the same.
func (f *form) save() {
	filled, p, ask := f.filled(), f.page, f.was.ID.IsZero() && !f.warned
	by, sentence := p.By(), "people.done.added"
	if !f.was.ID.IsZero() {
		sentence = "people.done.changed"
	}
	var saved customers.Saved
	var checked customers.Checked
	f.kept.record(func(ctx context.Context) (done bool, err error) {
		if checked, err = p.Desk.Check(ctx, filled); err != nil || ask && len(checked.Likes) > 0 {
			return false, err
		}
		saved, err = p.Desk.Save(ctx, filled, by)
		return true, err
	}, func(done bool, err error) {
		switch {
		case err != nil:
			f.fail(err)
		case !done:
			f.warned = true
			f.warn(checked)
		default:
			p.done(remarked(p.say, p.say.Say(sentence, nil), saved), saved.Batch)
			p.recorded(f, saved.ID)
		}
	})
}

// remarked adds to a sentence what a person should know of what was saved.
func remarked(say *wording.Voice, sentence string, saved customers.Saved) string {
	remarks := say.Fields(saved.Remarks.Err())
	for _, field := range slices.Sorted(maps.Keys(remarks)) {
		sentence += " " + remarks[field]
	}
	if others := say.AlsoRefused(saved.Refused); others != "" {
		sentence += " " + others
	}
	return sentence
}

// warn says who may be the same customer, and what they refused.
func (f *form) warn(checked customers.Checked) {
	likes, say := checked.Likes, f.page.say
	names := make([]string, 0, len(likes))
	for _, l := range likes {
		if name := l.Customer.Called(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	said := say.Say("people.form.like", app.Args{"Names": say.List(names), "Value": likes[0].Value})
	if refused := say.Fields(checked.Remarks.Err())[customers.FieldDoNotCall]; refused != "" {
		said += " " + refused
	}
	f.tell(said)
}

// fail shows what is wrong beside each field, and above the form what belongs to
// none, and gives the keyboard to the first field that is wrong.
func (f *form) fail(err error) {
	problems := f.page.say.Fields(err)
	f.problem.Hide()
	if len(problems) == 0 {
		f.page.Window.Failed(err)
		return
	}
	for name, field := range f.fields {
		field.SetProblem(problems[name])
		delete(problems, name)
	}
	for _, rest := range []interface{ take(map[string]string) }{f.phones, f.emails, f.addresses} {
		rest.take(problems)
	}
	for _, name := range slices.Sorted(maps.Keys(problems)) {
		f.tell(problems[name])
		break
	}
	f.body.Refresh()
	f.page.focusFirstWrong(f.inputs)
}

func (f *form) tell(sentence string) {
	f.problem.SetProblem(sentence)
	f.body.Refresh()
}

// filled returns the form as it is typed now. What it does not show stays as it
// was.
func (f *form) filled() customers.Form {
	now := f.was
	now.Name, now.Firm, now.Number = f.name.text(), f.firm.text(), f.number.text()
	now.Birthday, now.Language, now.TimeZone = f.birthday.text(), f.language.text(), f.zone.text()
	now.BestFrom, now.BestTo, now.Notes = f.bestFrom.text(), f.bestTo.text(), f.notes.text()
	now.NotOn = 0
	for i, d := range weekdays() {
		if f.notOn[i].Checked() {
			now.NotOn |= app.DaysOf(d)
		}
	}
	now.Tags = strings.Join(f.tags.Values(), ", ")
	now.Phones = withPhones(f.was.Phones, f.phones.texts())
	now.Emails = withEmails(f.was.Emails, f.emails.texts())
	now.Addresses = f.addresses.filled()
	now.DoNotCall = withRefusal(f.was.DoNotCall, app.Purpose(f.refuses.Chosen()), f.reason.text())
	return now
}
