package settings_test

import (
	"fmt"
	"strconv"
	"testing"

	"ringback.app/app"
	"ringback.app/app/settings"
)

// What can be typed and what a book of another shop may bring are one.
func TestAFormIsHeldToWhatAPlanMayBe(t *testing.T) {
	in := app.RangesOfPlan()
	_, d := desk(t)
	for field, tt := range map[string]struct {
		in   app.Range
		form func(f *settings.Form, n string)
		plan func(p *app.Plan, n int)
	}{
		"capacity":       {in.Capacity, func(f *settings.Form, n string) { f.Capacity = n }, func(p *app.Plan, n int) { p.Capacity = n }},
		"cooldown":       {in.Cooldown, func(f *settings.Form, n string) { f.Cooldown = n }, func(p *app.Plan, n int) { p.Cooldown = n }},
		"fix-within":     {in.FixWithin, func(f *settings.Form, n string) { f.FixWithin = n }, func(p *app.Plan, n int) { p.FixWithin = n }},
		"check-after":    {in.CheckAfter, func(f *settings.Form, n string) { f.CheckAfter = n }, func(p *app.Plan, n int) { p.CheckAfter = n }},
		"attempts":       {in.Attempts, func(f *settings.Form, n string) { f.Attempts = n }, func(p *app.Plan, n int) { p.Attempts = n }},
		"rest-days":      {in.RestDays, func(f *settings.Form, n string) { f.RestDays = n }, func(p *app.Plan, n int) { p.RestDays = n }},
		"quiet-percent":  {in.QuietPercent, func(f *settings.Form, n string) { f.QuietPercent = n }, func(p *app.Plan, n int) { p.Quiet.Percent = n }},
		"quiet-days":     {in.QuietDays, func(f *settings.Form, n string) { f.QuietDays = n }, func(p *app.Plan, n int) { p.Quiet.MinDays = n }},
		"ask-weekly":     {in.AskWeekly, func(f *settings.Form, n string) { f.AskWeekly = n }, func(p *app.Plan, n int) { p.AskWeekly = n }},
		"thank-days":     {in.ThankDays, func(f *settings.Form, n string) { f.ThankDays = n }, func(p *app.Plan, n int) { p.Thank.Days = n }},
		"thank-counts":   {in.ThankNumber, func(f *settings.Form, n string) { f.ThankCounts = n }, func(p *app.Plan, n int) { p.Thank.Purchases = []int{n} }},
		"pass-on-within": {in.PassOnWithin, func(f *settings.Form, n string) { f.PassOnWithin = n }, func(p *app.Plan, n int) { p.PassOnWithin = n }},
		"answer-within": {in.AnswerWithin, func(f *settings.Form, n string) {
			minutes, _ := strconv.Atoi(n)
			f.AnswerWithin = fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
		}, func(p *app.Plan, n int) { p.AnswerWithin = app.Minute(n) }},
	} {
		for n, ok := range map[int]bool{tt.in.Least: true, tt.in.Most: true, tt.in.Most + 1: false} {
			f := form(t, d)
			tt.form(&f, strconv.Itoa(n))
			plan, err := d.Check(t.Context(), f)
			if ok != (err == nil) {
				t.Errorf("%s of %d typed: %v", field, n, err)
			}
			if err := plan.Check(); ok && err != nil {
				t.Errorf("%s of %d typed makes a plan that is none: %v", field, n, err)
			}
			plan = app.DefaultPlan(app.CallingHours{})
			if tt.plan(&plan, n); ok != (plan.Check() == nil) {
				t.Errorf("a plan with a %s of %d: %v", field, n, plan.Check())
			}
		}
	}
	f := form(t, d)
	f.ItemTags = make([]settings.ItemTagField, app.PlanMembers+1)
	if _, err := d.Check(t.Context(), f); err == nil {
		t.Error("very many tags are taken")
	}
}
