package customers

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// form adds a customer or corrects one.
type form struct {
	page *Page
	was  customers.Form
	body fyne.CanvasObject

	name, firm, number *input
	birthday           *input
	language, zone     *input
	bestFrom, bestTo   *input
	notes              *input
	phones             *rows
	emails             *rows
	address            *addressInput
	tags               *widgets.ChipField
	refuses            *widgets.Choice
	reason             *input
	fields             map[string]*widgets.Field
	problem            *widgets.Paragraph
	saving             bool
	warned             bool // a possible duplicate was shown; saving again is meant
}

func newForm(p *Page, was customers.Form) *form {
	f := &form{page: p, was: was, fields: make(map[string]*widgets.Field)}
	say := p.say
	f.name = f.input(customers.FieldName, was.Name)
	f.firm = f.input(customers.FieldFirm, was.Firm)
	f.number = f.input(customers.FieldNumber, was.Number)
	f.birthday = f.input(customers.FieldBirthday, was.Birthday)
	f.language = f.input(customers.FieldLanguage, was.Language)
	f.zone = f.input(customers.FieldTimeZone, was.TimeZone)
	f.bestFrom = f.input(customers.FieldBestFrom, was.BestFrom)
	f.bestTo = f.input(customers.FieldBestTo, was.BestTo)
	f.notes = f.note(customers.FieldNotes, was.Notes)
	f.reason = f.input(customers.FieldReason, firstRefusal(was).Reason)
	f.phones = newRows(say, customers.FieldPhones, phoneTexts(was.Phones))
	f.emails = newRows(say, customers.FieldEmails, emailTexts(was.Emails))
	f.address = newAddressInput(say, was.Addresses)
	f.tags = widgets.NewChipField(say.Say("people.form.tag", nil), nil, nil)
	f.tags.SetValues(splitTags(was.Tags))
	f.refuses = widgets.NewChoice([]widgets.Option{
		{Key: string(app.PurposeAny), Text: say.Say("people.form.refuses.any", nil)},
		{Key: string(app.PurposeFollowUp), Text: say.Say("people.form.refuses.follow-up", nil)},
		{Key: string(app.PurposeMarketing), Text: say.Say("people.form.refuses.marketing", nil)},
	}, nil)
	f.refuses.SetChosen(string(firstRefusal(was).Purpose))
	f.problem = widgets.NewParagraph("", widgets.Alarm)
	f.problem.Hide()
	f.body = f.layout()
	return f
}

func (f *form) content() fyne.CanvasObject { return f.body }
func (f *form) first() fyne.Focusable      { return f.name.entry }
func (f *form) customer() app.ID           { return f.was.ID }

func (f *form) back() {
	if f.was.ID.IsZero() {
		f.page.ShowList()
		return
	}
	f.page.Open(f.was.ID)
}

func (f *form) layout() fyne.CanvasObject {
	say := f.page.say
	title := "people.form.add"
	if !f.was.ID.IsZero() {
		title = "people.form.edit"
	}
	refuses := f.section(customers.FieldDoNotCall, f.refuses)
	left := widgets.Column(2, f.name.field, f.firm.field, f.phones.content, f.emails.content, f.address.content)
	right := widgets.Column(2,
		widgets.Columns(12, nil, f.number.field, f.birthday.field),
		widgets.Columns(12, nil, f.language.field, f.zone.field),
		widgets.Columns(12, nil, f.bestFrom.field, f.bestTo.field),
		f.section(customers.FieldTags, f.tags),
		f.notes.field, refuses, f.reason.field)
	return formFrame(say.Say(title, nil), f.problem, widgets.Columns(32, nil, left, right), say, f.save, f.back)
}

func (f *form) section(name string, o fyne.CanvasObject) fyne.CanvasObject {
	field := widgets.NewField(f.page.say.Say("people.field."+name, nil), o)
	f.fields[name] = field
	return field
}

// save writes the form. Where others have the same number or address it says so
// once, and the second time it saves all the same.
func (f *form) save() {
	if f.saving {
		return
	}
	f.saving = true
	filled, p, ask := f.filled(), f.page, f.was.ID.IsZero() && !f.warned
	p.Run.Go(func() {
		var saved customers.Saved
		checked, err := p.Desk.Check(context.Background(), filled)
		twice := ask && err == nil && len(checked.Likes) > 0
		if err == nil && !twice {
			saved, err = p.Desk.Save(context.Background(), filled, p.By())
		}
		p.Run.UI(func() {
			f.saving = false
			switch {
			case err != nil:
				f.fail(err)
			case twice:
				f.warned = true
				f.warn(checked.Likes)
			default:
				f.saved(saved)
			}
		})
	})
}

func (f *form) saved(saved customers.Saved) {
	sentence := "people.done.added"
	if !f.was.ID.IsZero() {
		sentence = "people.done.changed"
	}
	text := f.page.say.Say(sentence, nil)
	for _, remark := range f.page.say.Fields(saved.Remarks.Err()) {
		text += " " + remark
	}
	f.page.done(text, saved.Batch)
	f.page.Open(saved.ID)
}

// warn says who may be the same customer.
func (f *form) warn(likes []customers.Like) {
	names := make([]string, 0, len(likes))
	for _, l := range likes {
		if name := l.Customer.Called(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	f.tell(f.page.say.Say("people.form.like", app.Args{"Names": f.page.say.List(names), "Value": likes[0].Value}))
}

// fail shows what is wrong beside each field, and above the form what belongs to
// none.
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
	for _, rest := range []interface{ take(map[string]string) }{f.phones, f.emails, f.address} {
		rest.take(problems)
	}
	for _, sentence := range problems {
		f.tell(sentence)
		break
	}
}

func (f *form) tell(sentence string) {
	f.problem.SetText(sentence)
	f.problem.Show()
	f.body.Refresh()
}

// filled returns the form as it is typed now. What it does not show stays as it
// was.
func (f *form) filled() customers.Form {
	now := f.was
	now.Name, now.Firm, now.Number = f.name.text(), f.firm.text(), f.number.text()
	if now.Name != f.was.Name {
		// The parts were those of the other name.
		now.Prefix, now.Given, now.Family = "", "", ""
	}
	now.Birthday, now.Language, now.TimeZone = f.birthday.text(), f.language.text(), f.zone.text()
	now.BestFrom, now.BestTo, now.Notes = f.bestFrom.text(), f.bestTo.text(), f.notes.text()
	now.Tags = strings.Join(f.tags.Values(), ", ")
	now.Phones = withPhones(f.was.Phones, f.phones.texts())
	now.Emails = withEmails(f.was.Emails, f.emails.texts())
	now.Addresses = f.address.filled(f.was.Addresses)
	now.DoNotCall = withRefusal(f.was.DoNotCall, app.Purpose(f.refuses.Chosen()), f.reason.text())
	return now
}

// formFrame puts a form under its title, with Save and Cancel always in sight.
func formFrame(title string, problem, form fyne.CanvasObject, say sayer, save, back func()) fyne.CanvasObject {
	saveIt := widgets.NewButton(widgets.Primary, say.Say("people.form.save", nil), save).WithKey("Ctrl Enter")
	cancel := widgets.NewButton(widgets.Plain, say.Say("people.form.cancel", nil), back).WithKey("Esc")
	head := widgets.Row(12, widgets.NewButton(widgets.Quiet, "", back).WithIcon(theme.IconBack), widgets.NewText(title, widgets.Heading))
	return widgets.Sheet(head, widgets.Column(8, problem, form), widgets.Row(8, saveIt, cancel))
}

// sayer says the window's sentences.
type sayer interface {
	Say(key string, args app.Args) string
}
