package wording

import (
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
)

// Running tells the clock of a complaint as the short time at the end of its row: "2 h 10 left",
// "2 days left", "4 h late", "ask now". What is left and how late it is are
// business time, as Review counts it.
func (v *Voice) Running(c complaints.Clock, now time.Time, plan app.Plan) Pill {
	zone := plan.Location()
	now = now.In(zone)
	_, ends := c.First()
	switch {
	case c.Kind == complaints.NoClock:
		return Pill{}
	case c.Late:
		return v.over(c.Over, plan)
	case c.Kind == complaints.ClockCheck && c.Due:
		return Pill{v.Say("date.pill.ask", nil), MoodSoon}
	case c.Kind == complaints.ClockCheck:
		day, today := app.DayOf(c.Ends.In(zone)), app.DayOf(now)
		return Pill{v.Say("date.pill.ask-from", app.Args{"Day": v.OnDay(day, today)}), MoodPlain}
	case c.Days > 0:
		if c.Days == 1 {
			return Pill{v.Say("date.pill.by", app.Args{"Moment": v.By(ends, now)}), MoodPlain}
		}
		return Pill{v.Count("date.pill.left", c.Days, nil), MoodPlain}
	}
	return Pill{v.left(c.Left), MoodSoon}
}

func (v *Voice) left(d time.Duration) string {
	minutes := int(max(0, d) / time.Minute)
	args := app.Args{"Hours": minutes / 60, "Minutes": minutes % 60}
	switch {
	case minutes < 60:
		return v.Say("date.pill.left-minutes", args)
	case minutes%60 == 0:
		return v.Say("date.pill.left-hours", args)
	}
	args["Minutes"] = twoDigits(minutes % 60)
	return v.Say("date.pill.left-hours-minutes", args)
}

// PromisedFor says how a promise that is being made is understood; and, where the
// shop's own target for what it is about passes before, that this does not make it
// less late. The zone is the shop's.
func (v *Voice) PromisedFor(understood string, by, told time.Time, plan app.Plan, now time.Time) string {
	zone := plan.Location()
	target := targets.Of(plan, hours.Of(plan, zone)).FixBy(told)
	if !target.Before(by) {
		return understood
	}
	return v.Say("promise.after-target", app.Args{"When": understood, "Target": v.By(target, now.In(zone))})
}

// CountsAsKept names a promise that counts as kept once what it is about is put right,
// on one line, with by when it was promised in now's zone.
func (v *Voice) CountsAsKept(p app.Promise, now time.Time) string {
	args := app.Args{"Promise": strings.Join(strings.Fields(p.What), " ")}
	if !p.By.IsZero() {
		args["By"] = v.By(p.By, now)
	}
	return v.Say("complaints.ask.put-right.promise", args)
}

// PutRight says that something was put right, and how many promises count as kept
// by that, and how many stay open.
func (v *Voice) PutRight(g complaints.Given) string {
	said := v.Say("complaints.done.put-right", nil)
	if g.Kept > 0 {
		said += " " + v.Count("complaints.done.put-right.kept", g.Kept, nil)
	}
	if g.Open > 0 {
		said += " " + v.Count("complaints.done.put-right.open", g.Open, nil)
	}
	return said
}

// Stage names how far a complaint has come.
func (v *Voice) Stage(s complaints.Stage) string { return v.Say("stage."+s.String(), nil) }

// Complainant names who complained: the customer, or while nobody knows who it
// is, whom the card names.
func (v *Voice) Complainant(customer app.Customer, sender string) string {
	switch {
	case !customer.ID.IsZero():
		return v.Called(customer)
	case sender != "":
		return sender
	}
	return v.Say("called.nobody-knows", nil)
}

// HowToSpeak says, in three sentences, how to speak with somebody who
// complained, and in one what never to do.
func (v *Voice) HowToSpeak() (three []string, never string) {
	return []string{v.Say("speak.listen", nil), v.Say("speak.ask", nil), v.Say("speak.promise", nil)}, v.Say("speak.never", nil)
}

// Given names a remedy: "Refund, € 40.00: sent back by post".
func (v *Voice) Given(r app.Remedy) string {
	said := v.Remedy(r.Kind)
	if r.Cost.Minor != 0 {
		said = v.Say("remedy.cost", app.Args{"Remedy": said, "Cost": v.Money(r.Cost)})
	}
	if r.Note != "" {
		said = v.Say("remedy.note", app.Args{"Remedy": said, "Note": r.Note})
	}
	return said
}

// DecidedIn says of a cost in which currency it was decided, where that is not the
// shop's any more; "" where it is.
func (v *Voice) DecidedIn(cost app.Money, plan app.Plan) string {
	if cost.Minor == 0 || cost.Currency == plan.Currency {
		return ""
	}
	return v.Say("complaints.ask.cost.decided", app.Args{"Decided": cost.Currency, "Currency": plan.Currency})
}
