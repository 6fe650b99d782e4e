package settings

import (
	"reflect"

	"ringback.app/app/settings"
)

// lines are the places of a form that are one entry each, by the names of the
// entries, without those of the outcomes.
func lines(now *settings.Form) map[string]*string {
	texts := map[string]*string{
		settings.FieldOwner: &now.Owner, settings.FieldShop: &now.Shop, settings.FieldCountry: &now.Country,
		settings.FieldCurrency: &now.Currency, settings.FieldTimeZone: &now.TimeZone,
		settings.FieldStaff: &now.Staff, settings.FieldThemes: &now.Themes, settings.FieldCharges: &now.Charges, settings.FieldHolidays: &now.Holidays,
		settings.FieldCallingFrom: &now.CallingFrom, settings.FieldCallingTo: &now.CallingTo,
		settings.FieldCapacity: &now.Capacity, settings.FieldCooldown: &now.Cooldown,
		settings.FieldAttempts: &now.Attempts, settings.FieldRestDays: &now.RestDays,
		settings.FieldQuietPercent: &now.QuietPercent, settings.FieldQuietDays: &now.QuietDays, settings.FieldAskWeekly: &now.AskWeekly,
		settings.FieldThankCounts: &now.ThankCounts, settings.FieldThankYears: &now.ThankYears, settings.FieldThankDays: &now.ThankDays,
		settings.FieldStaffRemedy: &now.StaffRemedy, settings.FieldOwnerFrom: &now.OwnerFrom,
		settings.FieldDirect: &now.Direct, settings.FieldPassOnWithin: &now.PassOnWithin,
		settings.FieldAnswerWithin: &now.AnswerWithin, settings.FieldFixWithin: &now.FixWithin, settings.FieldCheckAfter: &now.CheckAfter,
	}
	for _, d := range weekdays() {
		texts[settings.FieldAt(settings.FieldOpen, int(d))] = &now.Open[d]
	}
	return texts
}

// follow shows that form in the entries that are there, so that the keyboard stays
// where it is; false if that takes other rows or boxes than there are.
func (f *form) follow(to settings.Form) bool {
	now := f.filled()
	wanted := lines(&to)
	for name, text := range lines(&now) {
		*text = *wanted[name]
	}
	now.Recycle = to.Recycle
	if !reflect.DeepEqual(now, to) {
		return false
	}
	for _, outcome := range settings.Recycled() {
		text := to.Recycle[outcome]
		wanted[recycled(outcome)] = &text
	}
	for name, text := range wanted {
		if entry := f.texts[name]; entry.Text != *text {
			entry.TypeIn(*text)
		}
	}
	return true
}

// changed tells whether something is typed that is not saved.
func (f *form) changed() bool { return !reflect.DeepEqual(f.filled(), f.was) }

// stays notes what the book has now: the form stays where it is.
func (f *form) stays(now settings.Form) {
	f.was = now
	f.resume()
	f.setLastCopy(f.page.lastCopy)
	if !f.changed() {
		f.settled()
	}
	f.content.Refresh()
}

// settled takes back what was said of what is typed: the book has it.
func (f *form) settled() {
	f.problem.Hide()
	f.tuned.Clear()
	for _, field := range f.fields {
		field.SetProblem("")
	}
	f.windows.take(nil)
	f.tags.take(nil)
	f.wants.take(nil)
}

// fail shows what is wrong beside each field.
func (f *form) fail(err error) {
	problems := f.page.say.Fields(err)
	f.problem.Hide()
	if len(problems) == 0 {
		f.page.Window.Failed(err)
		return
	}
	for _, name := range f.order {
		if problems[name] != "" {
			f.page.Window.Focus(f.texts[name])
			break
		}
	}
	for name, field := range f.fields {
		field.SetProblem(problems[name])
		delete(problems, name)
	}
	f.windows.take(problems)
	f.tags.take(problems)
	f.wants.take(problems)
	for _, sentence := range problems {
		f.problem.SetProblem(sentence)
		break
	}
	f.content.Refresh()
}
