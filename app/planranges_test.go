package app_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
)

func TestAPlanIsHeldToWhatAPlanMayBe(t *testing.T) {
	many := func(n int) []string { return slices.Repeat([]string{"x"}, n) }
	long := strings.Repeat("ä", app.PlanLetters+1)
	for name, change := range map[string]func(*app.Plan){
		"nobody a day":                  func(p *app.Plan) { p.Capacity = 0 },
		"everybody a day":               func(p *app.Plan) { p.Capacity = 501 },
		"a cooldown below nought":       func(p *app.Plan) { p.Cooldown = -1 },
		"an answer at once":             func(p *app.Plan) { p.AnswerWithin = 0 },
		"a fix at once":                 func(p *app.Plan) { p.FixWithin = 0 },
		"a fix in a thousand days":      func(p *app.Plan) { p.FixWithin = 1000 },
		"a check before the fix":        func(p *app.Plan) { p.CheckAfter = -1 },
		"no attempt":                    func(p *app.Plan) { p.Attempts = 0 },
		"a rest of years":               func(p *app.Plan) { p.RestDays = 731 },
		"a rest below nought":           func(p *app.Plan) { p.Recycle = map[app.Disposition]int{app.Busy: -1} },
		"a window before the purchase":  func(p *app.Plan) { p.Windows = []app.Window{{Opens: -1, Closes: 5}} },
		"a window that nobody looks in": func(p *app.Plan) { p.Windows = []app.Window{{Opens: 1, Closes: app.RecentDays + 1}} },
		"a window that never opens":     func(p *app.Plan) { p.Windows = []app.Window{{Opens: 5, Closes: 5}} },
		"very many windows":             func(p *app.Plan) { p.Windows = slices.Repeat([]app.Window{{Opens: 1, Closes: 2}}, app.PlanWindows+1) },
		"quiet before the gap is over":  func(p *app.Plan) { p.Quiet.Percent = 99 },
		"quiet at once":                 func(p *app.Plan) { p.Quiet.MinDays = 0 },
		"everybody asked each week":     func(p *app.Plan) { p.AskWeekly = 101 },
		"thanks for nothing":            func(p *app.Plan) { p.Thank.Purchases = []int{0} },
		"thanks after all time":         func(p *app.Plan) { p.Thank.Years = []int{1 << 40} },
		"thanks without a day":          func(p *app.Plan) { p.Thank.Days = 0 },
		"money below nought":            func(p *app.Plan) { p.StaffRemedy = -1 },
		"money beyond all":              func(p *app.Plan) { p.OwnerFrom = app.MostMoney + 1 },
		"praise that is kept":           func(p *app.Plan) { p.PassOnWithin = 91 },
		"a standard in no days":         func(p *app.Plan) { p.Standards = []app.Standard{{Measure: app.MeasureAsked}} },
		"a standard in years":           func(p *app.Plan) { p.Standards = []app.Standard{{Measure: app.MeasureFixed, Within: 366}} },
		"very many standards":           func(p *app.Plan) { p.Standards = make([]app.Standard, app.PlanStandards+1) },
		"very many days off":            func(p *app.Plan) { p.Holidays = make([]app.Day, app.PlanMembers+1) },
		"very many staff":               func(p *app.Plan) { p.Staff = many(app.PlanMembers + 1) },
		"very many themes":              func(p *app.Plan) { p.Themes = many(app.PlanMembers + 1) },
		"very many charges":             func(p *app.Plan) { p.Charges = many(app.PlanMembers + 1) },
		"very many tags":                func(p *app.Plan) { p.ItemTags = make([]app.ItemTag, app.PlanMembers+1) },
		"very many words of a tag":      func(p *app.Plan) { p.ItemTags = []app.ItemTag{{Words: many(app.PlanMembers + 1)}} },
		"very many hours on a day":      func(p *app.Plan) { p.Open[3] = make([]app.Span, app.PlanSpans+1) },
		"a long name":                   func(p *app.Plan) { p.Shop = long },
		"a long name of the staff":      func(p *app.Plan) { p.Staff = []string{long} },
		"a long tag":                    func(p *app.Plan) { p.Windows = []app.Window{{Opens: 1, Closes: 2, Tag: long}} },
		"a long word of a tag":          func(p *app.Plan) { p.ItemTags = []app.ItemTag{{Words: []string{long}}} },
		"a long standard":               func(p *app.Plan) { p.Standards = []app.Standard{{Words: long}} },
	} {
		t.Run(name, func(t *testing.T) {
			p := app.DefaultPlan(app.CallingHours{})
			if err := p.Check(); err != nil {
				t.Fatal("the usual plan:", err)
			}
			if change(&p); p.Check() == nil {
				t.Error("is taken")
			}
		})
	}
}
