package settings

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/currency"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/texts"
)

// check is a form on its way to a plan.
type check struct {
	desk *Desk
	was  app.Plan
	form Form
	errs app.FieldErrors
}

// plan returns the plan as the form would have it.
func (k *check) plan() app.Plan {
	f, p, in := k.form, k.was, app.RangesOfPlan()
	p.Owner, p.Shop = k.line(FieldOwner, f.Owner), k.line(FieldShop, f.Shop)
	p.Country, p.Currency, p.TimeZone = k.country(), k.currency(), k.timeZone()
	p.Staff, p.Themes = k.members(FieldStaff, f.Staff), k.members(FieldThemes, f.Themes)
	p.Open, p.Holidays, p.Calling = k.open(), k.holidays(), k.calling()

	p.Capacity = k.number(FieldCapacity, f.Capacity, in.Capacity)
	p.Cooldown = k.number(FieldCooldown, f.Cooldown, in.Cooldown)
	p.AnswerWithin = k.answerWithin()
	p.FixWithin = k.number(FieldFixWithin, f.FixWithin, in.FixWithin)
	p.CheckAfter = k.number(FieldCheckAfter, f.CheckAfter, in.CheckAfter)
	p.Attempts = k.number(FieldAttempts, f.Attempts, in.Attempts)
	p.RestDays = k.number(FieldRestDays, f.RestDays, in.RestDays)
	p.Recycle = k.recycle()

	p.ItemTags, p.Charges = k.itemTags(), k.charges()
	p.Windows = k.windows(p.ItemTags)
	p.Quiet.Percent = k.number(FieldQuietPercent, f.QuietPercent, in.QuietPercent)
	p.Quiet.MinDays = k.number(FieldQuietDays, f.QuietDays, in.QuietDays)
	p.AskWeekly = k.number(FieldAskWeekly, f.AskWeekly, in.AskWeekly)
	p.Thank.Purchases = k.numbers(FieldThankCounts, f.ThankCounts)
	p.Thank.Years = k.numbers(FieldThankYears, f.ThankYears)
	p.Thank.Days = k.number(FieldThankDays, f.ThankDays, in.ThankDays)

	p.StaffRemedy = k.money(FieldStaffRemedy, f.StaffRemedy, p.Currency)
	p.OwnerFrom = k.money(FieldOwnerFrom, f.OwnerFrom, p.Currency)
	p.Direct, p.PassOnWithin, p.Standards = k.direct(), k.passOn(), k.standards()
	return p
}

func (k *check) country() string {
	text := texts.OneLine(k.form.Country)
	if text == "" {
		return ""
	}
	code := dialing.Country(text)
	if code == "" {
		k.errs.Add(FieldCountry, "error.settings.country", app.Args{"Country": texts.Quoted(text)})
	}
	return code
}

func (k *check) currency() string {
	typed := texts.OneLine(k.form.Currency)
	text := strings.ToUpper(typed)
	if _, err := currency.ParseISO(text); err != nil {
		k.errs.Add(FieldCurrency, "error.settings.currency", app.Args{"Currency": texts.Quoted(typed)})
	}
	return text
}

func (k *check) timeZone() string {
	name := texts.OneLine(k.form.TimeZone)
	if name != "" && !isZone(name) {
		k.errs.Add(FieldTimeZone, "error.settings.time-zone", app.Args{"Zone": texts.Quoted(name)})
	}
	return name
}

// isZone tells whether the name is a time zone that means the same everywhere.
func isZone(name string) bool {
	zone, err := time.LoadLocation(name)
	return err == nil && name != "" && zone != time.Local
}

func (k *check) answerWithin() app.Minute {
	text := texts.OneLine(k.form.AnswerWithin)
	hour, minute, found := strings.Cut(text, ":")
	h, err := strconv.Atoi(hour)
	m := 0
	if found && err == nil {
		m, err = strconv.Atoi(minute)
	}
	total := h*60 + m
	if err != nil || h < 0 || m < 0 || m > 59 || h > 100 || !app.RangesOfPlan().AnswerWithin.Has(total) {
		k.errs.Add(FieldAnswerWithin, "error.settings.answer-within", app.Args{"Text": texts.Quoted(text)})
		return 0
	}
	return app.Minute(total)
}

// recycle sets the rests that the form shows and keeps any other.
func (k *check) recycle() map[app.Disposition]int {
	rests := make(map[app.Disposition]int)
	for outcome, days := range k.was.Recycle {
		rests[outcome] = days
	}
	for _, outcome := range Recycled() {
		if text, ok := k.form.Recycle[outcome]; ok {
			rests[outcome] = k.number(FieldRecycle+"."+string(outcome), text, app.RangesOfPlan().Recycle)
		}
	}
	return rests
}

func (k *check) itemTags() []app.ItemTag {
	if n := len(k.form.ItemTags); n > app.PlanMembers {
		k.errs.Add(FieldItemTags, "error.settings.many", app.Args{"Length": n, "Most": app.PlanMembers})
		return nil
	}
	var tags []app.ItemTag
	for i, f := range k.form.ItemTags {
		at := FieldAt(FieldItemTags, i)
		t := app.ItemTag{Tag: k.line(at, f.Tag), Words: k.members(at, f.Words)}
		switch {
		case t.Tag == "" && len(t.Words) == 0:
			continue
		case t.Tag == "" || len(t.Words) == 0:
			k.errs.Add(at, "error.settings.item-tag.half", nil)
		case slices.ContainsFunc(tags, func(other app.ItemTag) bool { return other.Tag == t.Tag }):
			k.errs.Add(at, "error.settings.item-tag.twice", app.Args{"Tag": t.Tag})
		}
		tags = append(tags, t)
	}
	return tags
}

// charges reads what lines that are no goods are called. The usual names stay
// unset until they are changed, so that better ones can be shipped.
func (k *check) charges() []string {
	names := k.members(FieldCharges, k.form.Charges)
	if k.was.Charges == nil && slices.Equal(names, app.DefaultCharges()) {
		return nil
	}
	return append([]string{}, names...) // none is not unset
}

// windows reads the windows after a purchase. Those of one tag must not touch
// each other's days, for a customer is asked once in each.
func (k *check) windows(tags []app.ItemTag) []app.Window {
	if len(k.form.Windows) > app.PlanWindows {
		k.errs.Add(FieldWindows, "error.settings.windows.many", app.Args{"Length": len(k.form.Windows), "Most": app.PlanWindows})
		return nil
	}
	var windows []app.Window
	in := app.RangesOfPlan()
	for i, f := range k.form.Windows {
		at := FieldAt(FieldWindows, i)
		if texts.OneLine(f.Opens+f.Closes+f.Tag) == "" {
			continue
		}
		w := app.Window{
			Opens: k.number(at, f.Opens, in.Opens), Closes: k.number(at, f.Closes, in.Closes), Tag: k.line(at, f.Tag),
		}
		tagged := slices.ContainsFunc(tags, func(t app.ItemTag) bool { return t.Tag == w.Tag })
		overlaps := slices.ContainsFunc(windows, func(o app.Window) bool {
			return o.Tag == w.Tag && o.Opens < w.Closes && w.Opens < o.Closes
		})
		switch {
		case w.Closes == w.Opens:
			k.errs.Add(at, "error.settings.windows.same", app.Args{"Day": w.Opens})
		case w.Closes < w.Opens:
			k.errs.Add(at, "error.settings.windows.order", app.Args{"Opens": w.Opens, "Closes": w.Closes})
		case w.Tag != "" && !tagged:
			k.errs.Add(at, "error.settings.windows.tag", app.Args{"Tag": w.Tag})
		case overlaps:
			k.errs.Add(at, "error.settings.windows.overlap", app.Args{"Opens": w.Opens, "Closes": w.Closes})
		}
		windows = append(windows, w)
	}
	return windows
}

// number reads a whole number of that range.
func (k *check) number(field, text string, in app.Range) int {
	n, err := strconv.Atoi(texts.OneLine(text))
	switch {
	case texts.OneLine(text) == "":
		k.errs.Add(field, "error.settings.number.none", app.Args{"Least": in.Least, "Most": in.Most})
	case err != nil || !in.Has(n):
		k.errs.Add(field, "error.settings.number", app.Args{"Text": texts.Quoted(texts.OneLine(text)), "Least": in.Least, "Most": in.Most})
	}
	return n
}

// numbers reads whole numbers from 1 on, and puts them in order.
func (k *check) numbers(field, text string) []int {
	var all []int
	for _, part := range k.members(field, text) {
		if n := k.number(field, part, app.RangesOfPlan().ThankNumber); !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

// members reads a list, each member once.
func (k *check) members(field, text string) []string {
	var all []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' || r == ';' }) {
		part = k.line(field, part)
		if part != "" && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	if len(all) > app.PlanMembers {
		k.errs.Add(field, "error.settings.many", app.Args{"Length": len(all), "Most": app.PlanMembers})
	}
	return all
}

func (k *check) line(field, text string) string {
	text = texts.OneLine(text)
	if n := utf8.RuneCountInString(text); n > app.PlanLetters {
		k.errs.Add(field, "error.settings.long", app.Args{"Text": texts.Quoted(text), "Length": n, "Most": app.PlanLetters})
	}
	return text
}

// keep notes an error of another package under its field.
func (k *check) keep(field string, err error) {
	var e *app.Error
	if errors.As(err, &e) {
		k.errs.Add(field, e.Key, e.Args)
	}
}
