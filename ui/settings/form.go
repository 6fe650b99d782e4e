package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/settings"
	"ringback.app/ui/loyalty/tuning"
	"ringback.app/ui/widgets"
)

// form shows the plan and takes down what is typed over it.
type form struct {
	page    *Page
	was     settings.Form
	copies  *widgets.Paragraph
	content fyne.CanvasObject
	texts   map[string]*widgets.Entry // by the field's name
	fields  map[string]*widgets.Field
	order   []string               // the names of texts as they follow each other
	days    map[int]*widgets.Check // calling days, by time.Weekday
	windows *rows
	tags    *rows
	wants   *standards
	problem *widgets.Paragraph
	saving  *widgets.Text   // says that the book is being written
	tuned   *tuning.Panel   // says what other rules would have come to
	resumed *fyne.Container // says what was typed before; empty: nothing was

	foot    *fyne.Container   // the buttons, or what is asked in their place
	buttons fyne.CanvasObject // to save
	yes     *widgets.Button   // of what is asked; nil: nothing is
}

// newForm shows what was typed over the plan that was, or that plan.
func newForm(p *Page, was, typed settings.Form) *form {
	f := &form{
		page: p, was: typed, copies: widgets.NewParagraph("", widgets.Note), texts: make(map[string]*widgets.Entry), fields: make(map[string]*widgets.Field),
		days: make(map[int]*widgets.Check), problem: widgets.NewProblem(),
		saving: widgets.NewText("", widgets.Muted), resumed: widgets.Column(0),
	}
	say := p.say
	sections := widgets.Column(16,
		f.resumed, f.problem, f.shop(), f.calls(), f.hours(), f.list(), f.asking(), f.others(), f.complaints(), f.standards(), f.window())
	save := widgets.NewButton(widgets.Primary, say.Say("settings.save", nil), p.Save).WithKey(say.Say("settings.key.save", nil))
	back := widgets.NewButton(widgets.Plain, say.Say("settings.back", nil), p.Back).WithKey(say.Say("settings.key.back", nil))
	f.buttons = widgets.Row(8, save, back, f.saving, widgets.Grow(p.keeper.Line(say)))
	f.foot = widgets.Column(0, f.buttons)
	f.content = widgets.Sheet(widgets.NewText(say.Say("settings.title", nil), widgets.Heading), sections, f.foot)
	f.was = was
	f.resume()
	f.setLastCopy(p.lastCopy)
	return f
}

// touch notes that something was typed; not before the form is on show.
func (f *form) touch() {
	if f.page.form == f {
		f.unask()
		f.page.keeper.Touch()
	}
}

// draft returns what is typed and over what.
func (f *form) draft() settings.Draft { return settings.Draft{Was: f.was, Typed: f.filled()} }

// resume says that the form goes on with what was typed before, and that the
// plan is another one by now.
func (f *form) resume() {
	f.resumed.RemoveAll()
	f.resumed.Hide()
	p := f.page
	line := ""
	if !p.since.IsZero() {
		now := p.Clock()
		line = p.say.Say("settings.draft.resumed", app.Args{"When": p.say.Moment(p.since.In(now.Location()), now)})
	}
	if p.newer {
		line = strings.TrimSpace(line + " " + p.say.Say("settings.draft.newer", nil))
	}
	if line != "" {
		f.resumed.Add(widgets.NewParagraph(line, widgets.Note))
		f.resumed.Show()
	}
}

// text returns a field to type one line in.
func (f *form) text(name, text string) fyne.CanvasObject {
	return f.entry(name, text, widgets.NewEntry(""))
}

// note returns a field to type several lines in.
func (f *form) note(name, text string) fyne.CanvasObject {
	return f.entry(name, text, widgets.NewNote("", 3))
}

// put notes the entry of a field, in the order of the form.
func (f *form) put(name string, entry *widgets.Entry) {
	f.texts[name] = entry
	f.order = append(f.order, name)
	entry.OnChanged = func(string) { f.touch() }
	entry.SelectFilled = !entry.MultiLine
}

func (f *form) entry(name, text string, entry *widgets.Entry) fyne.CanvasObject {
	if entry.MultiLine {
		entry.SetText(text) // a list is read from its top
	} else {
		entry.TypeIn(text)
	}
	f.put(name, entry)
	field := widgets.NewField(f.page.say.Say("settings.field."+name, nil), entry)
	f.fields[name] = field
	return field
}

// section puts fields on a panel under a title, with a sentence of what they
// are for.
func (f *form) section(name string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	say := f.page.say
	column := widgets.Column(6,
		widgets.NewText(say.Say("settings.section."+name, nil), widgets.Strong),
		widgets.NewParagraph(say.Say("settings.about."+name, nil), widgets.Note), widgets.Gap(0, 4))
	for _, field := range fields {
		column.Add(field)
	}
	return widgets.Panel(widgets.Inset(column, 4, 4, 0, 4))
}

func (f *form) shop() fyne.CanvasObject {
	w := f.was
	return f.section("shop",
		widgets.Columns(16, nil, f.text(settings.FieldOwner, w.Owner), f.text(settings.FieldShop, w.Shop)),
		widgets.Columns(16, nil, f.text(settings.FieldCountry, w.Country), f.text(settings.FieldCurrency, w.Currency), f.text(settings.FieldTimeZone, w.TimeZone)),
		widgets.Columns(16, nil, f.note(settings.FieldStaff, w.Staff), f.note(settings.FieldThemes, w.Themes)),
		widgets.NewParagraph(f.page.say.Say("settings.book", app.Args{"Path": f.page.Path}), widgets.Note),
		f.copies)
}

// setLastCopy says where the copies of the book lie, and of when the last one is;
// the zero Copy: there is none.
func (f *form) setLastCopy(last backups.Copy) {
	say, args := f.page.say, app.Args{"Folder": backups.Folder(f.page.Path)}
	if last == (backups.Copy{}) {
		f.copies.SetText(say.Say("settings.copies.none", args))
		return
	}
	args["When"] = say.AtMoment(last.Taken, f.page.Clock())
	f.copies.SetText(say.Say("settings.copies", args))
}

// calls asks when customers may be called.
func (f *form) calls() fyne.CanvasObject {
	say := f.page.say
	days := widgets.Wrap(16)
	for _, d := range weekdays() {
		check := widgets.NewCheck(say.Weekday(d), widgets.Body, func(bool) { f.touch() })
		check.SetChecked(f.was.CallingDays.Has(d))
		f.days[int(d)] = check
		days.Add(check)
	}
	field := widgets.NewField(say.Say("settings.field.calling-days", nil), days)
	f.fields[settings.FieldCallingDays] = field
	return f.section("calls",
		widgets.Columns(16, nil, f.text(settings.FieldCallingFrom, f.was.CallingFrom), f.text(settings.FieldCallingTo, f.was.CallingTo), widgets.Space()),
		field, f.source())
}

// source says where the hours of a new book come from: in brief, and in full to
// whoever asks.
func (f *form) source() fyne.CanvasObject {
	say, shipped := f.page.say, f.page.Shipped
	brief := say.Say("settings.shipped", app.Args{"From": shipped.Hours.From.String(), "To": shipped.Hours.To.String()})
	full := widgets.NewParagraph(say.Say("settings.shipped.source", app.Args{"Source": shipped.Source, "Day": shipped.AsOf.String()}), widgets.Note)
	full.Hide()
	var more *widgets.Button
	more = widgets.NewButton(widgets.Quiet, say.Say("settings.shipped.more", nil), func() {
		full.Show()
		more.Hide()
		f.content.Refresh()
	})
	return widgets.Column(4, widgets.Row(8, widgets.NewText(brief, widgets.Note), more), full, widgets.Gap(0, 8))
}

// hours asks when the shop is open: the clocks of complaints run in them.
func (f *form) hours() fyne.CanvasObject {
	say := f.page.say
	row := make([]fyne.CanvasObject, 0, 7)
	for _, d := range weekdays() {
		name := settings.FieldAt(settings.FieldOpen, int(d))
		entry := widgets.NewEntry(say.Say("settings.shut", nil))
		entry.SetText(f.was.Open[d])
		f.put(name, entry)
		f.fields[name] = widgets.NewField(say.Weekday(d), entry)
		row = append(row, f.fields[name])
	}
	return f.section("hours",
		widgets.Columns(12, nil, row[:4]...),
		widgets.Columns(12, nil, append(row[4:], widgets.Space())...),
		f.note(settings.FieldHolidays, f.was.Holidays))
}

func (f *form) list() fyne.CanvasObject {
	w := f.was
	var rest []fyne.CanvasObject
	for _, outcome := range settings.Recycled() {
		name := recycled(outcome)
		entry := widgets.NewEntry("")
		entry.SetText(w.Recycle[outcome])
		f.put(name, entry)
		f.fields[name] = widgets.NewField(f.page.say.Say("settings.recycle", app.Args{"Outcome": f.page.say.Disposition(outcome)}), entry)
		rest = append(rest, f.fields[name])
	}
	return f.section("list",
		widgets.Columns(16, nil, f.text(settings.FieldCapacity, w.Capacity), f.text(settings.FieldCooldown, w.Cooldown)),
		widgets.Columns(16, nil, f.text(settings.FieldAttempts, w.Attempts), f.text(settings.FieldRestDays, w.RestDays)),
		widgets.Columns(12, nil, rest...))
}

// asking asks when to ask after a purchase.
func (f *form) asking() fyne.CanvasObject {
	f.windows = newRows(f.page.say, settings.FieldWindows, []string{"opens", "closes", "tag"}, []float32{1, 1, 2}, f.touch)
	for _, w := range f.was.Windows {
		f.windows.add(w.Opens, w.Closes, w.Tag)
	}
	f.tags = newRows(f.page.say, settings.FieldItemTags, []string{"tag", "words"}, []float32{1, 3}, f.touch)
	for _, t := range f.was.ItemTags {
		f.tags.add(t.Tag, t.Words)
	}
	return f.section("asking", f.windows.content, f.tags.content, f.note(settings.FieldCharges, f.was.Charges))
}

// others asks for the rules of the calls that nobody waits for.
func (f *form) others() fyne.CanvasObject {
	w := f.was
	fields := []fyne.CanvasObject{
		widgets.Columns(16, nil, f.text(settings.FieldQuietPercent, w.QuietPercent), f.text(settings.FieldQuietDays, w.QuietDays), f.text(settings.FieldAskWeekly, w.AskWeekly)),
		widgets.Columns(16, nil, f.text(settings.FieldThankCounts, w.ThankCounts), f.text(settings.FieldThankYears, w.ThankYears), f.text(settings.FieldThankDays, w.ThankDays)),
	}
	return f.section("others", append(fields, f.tuning())...)
}

func (f *form) complaints() fyne.CanvasObject {
	w := f.was
	return f.section("complaints",
		widgets.Columns(16, nil, f.text(settings.FieldAnswerWithin, w.AnswerWithin), f.text(settings.FieldFixWithin, w.FixWithin), f.text(settings.FieldCheckAfter, w.CheckAfter)),
		widgets.Columns(16, nil, f.text(settings.FieldStaffRemedy, w.StaffRemedy), f.text(settings.FieldOwnerFrom, w.OwnerFrom), f.text(settings.FieldDirect, w.Direct)))
}

// standards asks what the shop wants to be true of itself.
func (f *form) standards() fyne.CanvasObject {
	f.wants = newStandards(f.page.say, f.was.Standards, f.touch)
	return f.section("standards", f.wants.content,
		widgets.Columns(16, nil, f.text(settings.FieldPassOnWithin, f.was.PassOnWithin), widgets.Space(), widgets.Space()))
}

func recycled(outcome app.Disposition) string { return settings.FieldRecycle + "." + string(outcome) }

// filled returns the form as it is typed now.
func (f *form) filled() settings.Form {
	now := f.was
	for name, text := range lines(&now) {
		*text = f.texts[name].Text
	}
	now.Recycle = make(map[app.Disposition]string)
	for _, outcome := range settings.Recycled() {
		now.Recycle[outcome] = f.texts[recycled(outcome)].Text
	}
	now.CallingDays = 0
	for _, d := range weekdays() {
		if f.days[int(d)].Checked() {
			now.CallingDays |= app.DaysOf(d)
		}
	}
	now.Standards = f.wants.fields()
	now.Windows, now.ItemTags = nil, nil
	for _, t := range f.windows.texts() {
		now.Windows = append(now.Windows, settings.WindowField{Opens: t[0], Closes: t[1], Tag: t[2]})
	}
	for _, t := range f.tags.texts() {
		now.ItemTags = append(now.ItemTags, settings.ItemTagField{Tag: t[0], Words: t[1]})
	}
	return now
}

// scale writes a text size as a percentage.
func scale(size float64) string { return strconv.Itoa(int(size*100+0.5)) + " %" }
