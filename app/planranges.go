package app

import (
	"fmt"
	"unicode/utf8"
)

// How much of a plan there may be, in letters of a text and in members of a list.
const (
	PlanLetters   = 200
	PlanMembers   = 500
	PlanWindows   = 20
	PlanStandards = 20
	PlanSpans     = 6 // on one day
)

// Range is what a number may be, from the least to the most.
type Range struct{ Least, Most int }

// Has tells whether the number is within the range.
func (r Range) Has(n int) bool { return r.Least <= n && n <= r.Most }

// PlanRanges are what the numbers of a plan may be.
type PlanRanges struct {
	Capacity, Cooldown, AnswerWithin, FixWithin, CheckAfter, Attempts, RestDays, Recycle Range

	Opens, Closes            Range // of a window
	QuietPercent, QuietDays  Range
	AskWeekly                Range
	ThankNumber, ThankDays   Range // a round number of purchases or years
	PassOnWithin, StandardIn Range
}

// RangesOfPlan returns what the numbers of a plan may be.
func RangesOfPlan() PlanRanges {
	return PlanRanges{
		Capacity: Range{1, 500}, Cooldown: Range{0, 365}, AnswerWithin: Range{1, 100*60 + 59}, FixWithin: Range{1, 90},
		CheckAfter: Range{0, 90}, Attempts: Range{1, MostAttempts}, RestDays: Range{0, 730}, Recycle: Range{0, 365},
		Opens: Range{0, RecentDays - 1}, Closes: Range{1, RecentDays},
		QuietPercent: Range{100, 1000}, QuietDays: Range{1, 1000}, AskWeekly: Range{0, 100},
		ThankNumber: Range{1, 10_000}, ThankDays: Range{1, 90}, PassOnWithin: Range{1, 90}, StandardIn: Range{1, 365},
	}
}

// Check returns what of the plan is outside of what a plan may be, nil if nothing
// is: lists would be made wrong by it, or never end. It does not look whether what
// is set makes sense together.
func (p Plan) Check() error {
	for _, part := range [...]func() error{p.checkNumbers, p.checkWindows, p.checkThanks, p.checkStandards, p.checkSizes, p.checkTexts} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// number is one of the plan, and what it may be.
type number struct {
	name string
	n    int
	of   Range
}

func within(numbers ...number) error {
	for _, n := range numbers {
		if !n.of.Has(n.n) {
			return fmt.Errorf("%s of %d, which is %d to %d", n.name, n.n, n.of.Least, n.of.Most)
		}
	}
	return nil
}

func (p Plan) checkNumbers() error {
	r := RangesOfPlan()
	for outcome, days := range p.Recycle {
		if err := within(number{"recycle after " + string(outcome), days, r.Recycle}); err != nil {
			return err
		}
	}
	for name, amount := range map[string]int64{"staff remedy": p.StaffRemedy, "owner from": p.OwnerFrom} {
		if amount < 0 || amount > MostMoney {
			return fmt.Errorf("%s of %d", name, amount)
		}
	}
	if p.PassOnWithin != 0 && !r.PassOnWithin.Has(p.PassOnWithin) {
		return within(number{"pass on within", p.PassOnWithin, r.PassOnWithin})
	}
	return within(
		number{"capacity", p.Capacity, r.Capacity}, number{"cooldown", p.Cooldown, r.Cooldown},
		number{"answer within", int(p.AnswerWithin), r.AnswerWithin}, number{"fix within", p.FixWithin, r.FixWithin},
		number{"check after", p.CheckAfter, r.CheckAfter}, number{"attempts", p.Attempts, r.Attempts},
		number{"rest days", p.RestDays, r.RestDays}, number{"ask weekly", p.AskWeekly, r.AskWeekly},
		number{"quiet percent", p.Quiet.Percent, r.QuietPercent}, number{"quiet days", p.Quiet.MinDays, r.QuietDays},
	)
}

func (p Plan) checkWindows() error {
	r := RangesOfPlan()
	for _, w := range p.Windows {
		if err := within(number{"window opens", w.Opens, r.Opens}, number{"window closes", w.Closes, r.Closes}); err != nil {
			return err
		}
		if w.Closes <= w.Opens {
			return fmt.Errorf("a window that opens on day %d and closes on day %d", w.Opens, w.Closes)
		}
	}
	return nil
}

func (p Plan) checkThanks() error {
	r := RangesOfPlan()
	for _, round := range [...][]int{p.Thank.Purchases, p.Thank.Years} {
		for _, n := range round {
			if err := within(number{"thanks at", n, r.ThankNumber}); err != nil {
				return err
			}
		}
	}
	return within(number{"thank days", p.Thank.Days, r.ThankDays})
}

func (p Plan) checkStandards() error {
	r := RangesOfPlan()
	for _, s := range p.Standards {
		in := Range{0, r.StandardIn.Most}
		if s.Measure.InDays() {
			in = r.StandardIn
		}
		if err := within(number{"standard within", s.Within, in}); err != nil {
			return err
		}
	}
	return nil
}

func (p Plan) checkSizes() error {
	sizes := []number{
		{"windows", len(p.Windows), Range{0, PlanWindows}},
		{"standards", len(p.Standards), Range{0, PlanStandards}},
		{"recycle", len(p.Recycle), Range{0, PlanMembers}},
		{"holidays", len(p.Holidays), Range{0, PlanMembers}},
		{"thank purchases", len(p.Thank.Purchases), Range{0, PlanMembers}},
		{"thank years", len(p.Thank.Years), Range{0, PlanMembers}},
		{"item tags", len(p.ItemTags), Range{0, PlanMembers}},
		{"staff", len(p.Staff), Range{0, PlanMembers}},
		{"themes", len(p.Themes), Range{0, PlanMembers}},
		{"charges", len(p.Charges), Range{0, PlanMembers}},
	}
	for _, spans := range p.Open {
		sizes = append(sizes, number{"opening hours", len(spans), Range{0, PlanSpans}})
	}
	for _, t := range p.ItemTags {
		sizes = append(sizes, number{"words of a tag", len(t.Words), Range{0, PlanMembers}})
	}
	return within(sizes...)
}

func (p Plan) checkTexts() error {
	all := []string{p.Owner, p.Shop, p.Country, p.Currency, p.TimeZone, p.Direct}
	for _, list := range [...][]string{p.Staff, p.Themes, p.Charges} {
		all = append(all, list...)
	}
	for _, t := range p.ItemTags {
		all = append(append(all, t.Tag), t.Words...)
	}
	for _, w := range p.Windows {
		all = append(all, w.Tag)
	}
	for _, s := range p.Standards {
		all = append(all, s.Words, s.Theme)
	}
	for _, text := range all {
		if n := utf8.RuneCountInString(text); n > PlanLetters {
			return fmt.Errorf("a text of %d letters, which are %d at most", n, PlanLetters)
		}
	}
	return nil
}
