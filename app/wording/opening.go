package wording

import (
	"time"

	"golang.org/x/text/feature/plural"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
)

// Opening is the line to say when the customer answers: a greeting by their
// clock, who is calling, and why. It is in the customer's language where we
// have it, else in the voice's. The one who calls is by; empty, or the owner's
// own name, is the owner.
func (v *Voice) Opening(card calling.Card, by string) string {
	there := card.There
	if there == nil {
		there = card.Plan.Location()
	}
	s := speech{
		Voice: v.speaker(card.Customer.Language), card: card,
		today: app.DayOf(card.At.In(card.Plan.Location())),
	}
	args := app.Args{
		"Hello": s.hello(card.At.In(there)),
		"Who":   s.who(by),
		"What":  s.what(),
	}
	if name := addressed(card.Customer.Name); name != "" {
		args["Name"] = name
		return s.Say("say.line.named", args)
	}
	return s.Say("say.line", args)
}

// speech is a line in the making, by a voice in the customer's language.
type speech struct {
	*Voice
	card  calling.Card
	today app.Day
}

// addressed returns how a person is spoken to: by title and family name where a
// title is known, since it cannot be guessed, else by the whole name. A firm or
// a number is not greeted by name.
func addressed(n app.Name) string {
	switch {
	case n.Prefix != "" && n.Family != "":
		return n.Prefix + " " + n.Family
	case n.Full != "":
		return n.Full
	case n.Given != "" && n.Family != "":
		return n.Given + " " + n.Family
	}
	return n.Given + n.Family
}

func (s speech) hello(there time.Time) string {
	switch {
	case there.Hour() < noon:
		return s.Say("say.hello.morning", nil)
	case there.Hour() < evening:
		return s.Say("say.hello.afternoon", nil)
	}
	return s.Say("say.hello.evening", nil)
}

func (s speech) who(by string) string {
	plan := s.card.Plan
	key := "say.staff."
	if plan.IsOwner(by) {
		key = "say.owner."
	}
	switch {
	case plan.Owner != "" && plan.Shop != "":
		key += "full"
	case plan.Shop != "":
		key += "shop"
	case plan.Owner != "":
		key += "name"
	default:
		key += "bare"
	}
	return s.Say(key, app.Args{"Owner": plan.Owner, "Shop": plan.Shop, "Speaker": by})
}

func (s speech) what() string {
	if len(s.card.Reasons) == 0 {
		return s.purchase(s.card.Bought())
	}
	r := s.card.Reasons[0]
	switch r.Kind {
	case app.Promised:
		if r.Owed {
			return s.Say("say.complaint.fix", nil)
		}
		return s.Say("say.promise", nil)
	case app.Complained:
		if r.Answered {
			return s.Say("say.complaint.fix", nil)
		}
		return s.Say("say.complaint.reply", nil)
	case app.CheckFix:
		return s.Say("say.check-fix", nil)
	case app.CallAgain:
		if r.Asked {
			return s.Say("say.call-back.asked", nil)
		}
		return s.Say("say.call-back.tried", app.Args{"What": s.purchase(s.card.Bought())})
	case app.AfterPurchase:
		return s.purchase(r.Bought)
	case app.GoingQuiet:
		if r.Bought == nil || len(r.Bought.Items) == 0 {
			return s.Say("say.going-quiet.plain", nil)
		}
		return s.Say("say.going-quiet", app.Args{"Bought": s.things(*r.Bought)})
	case app.NeverAsked:
		if r.Bought == nil || len(r.Bought.Items) == 0 {
			return s.Say("say.never-asked.plain", nil)
		}
		return s.Say("say.never-asked", app.Args{"Bought": s.things(*r.Bought), "When": s.when(r.Bought.Day)})
	case app.Thank:
		return s.thanks(r)
	}
	return s.purchase(s.card.Bought())
}

func (s speech) purchase(b *app.Bought) string {
	switch {
	case b == nil && len(s.card.Purchases) == 0:
		return s.Say("say.general.new", nil) // nobody is asked how it is who bought nothing
	case b == nil:
		return s.Say("say.general", nil)
	}
	args := app.Args{"When": s.when(b.Day)}
	if len(b.Items) == 0 {
		return s.Say("say.after-purchase.plain", args)
	}
	args["Bought"] = s.things(*b)
	if s.several(*b) {
		return s.Say("say.after-purchase.several", args)
	}
	return s.Say("say.after-purchase.one", args)
}

func (s speech) thanks(r calllist.Reason) string {
	switch {
	case r.Thank == calllist.ThankPraise && len(r.Staff) == 0:
		return s.Say("say.thank.praise-us", nil)
	case r.Thank == calllist.ThankPraise:
		return s.Say("say.thank.praise", app.Args{"Staff": s.joined(r.Staff, "say.item.and")})
	case r.Thank == calllist.ThankQuote:
		return s.Say("say.thank.quote", nil)
	case r.Thank == calllist.ThankYears:
		return s.Count("say.thank.years", r.Count, nil)
	}
	return s.Count("say.thank.purchases", r.Count, nil)
}

// Up to how many days ago a day is told by its weekday alone, and by weekday
// and day of the month.
const (
	weekdayAlone = 6
	weekdayNth   = 27
)

// when names the day of a purchase as it is said: "on Friday", "on Friday the
// 13th", "on 2 September 2025".
func (s speech) when(d app.Day) string {
	year, month, day := d.Date()
	args := app.Args{"Day": day, "Nth": s.nth(day)}
	date := s.Say("say.on."+lower(month), args)
	switch ago := s.today - d; {
	case ago <= 0:
		return s.Say("say.on.today", nil)
	case ago == 1:
		return s.Say("say.on.yesterday", nil)
	case ago <= weekdayAlone:
		return s.weekday("say.on.", d.Weekday())
	case ago <= weekdayNth:
		args["Date"] = date
		return s.Say("say.on.nth."+lower(d.Weekday()), args)
	}
	if thisYear, _, _ := s.today.Date(); year != thisYear {
		return s.Say("say.on.year", app.Args{"Date": date, "Year": year})
	}
	return date
}

// nth writes a day of the month as an ordinal number, by the forms that
// Unicode's CLDR gives the language.
func (s speech) nth(day int) string {
	forms := [...]string{
		plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
	}
	form := forms[plural.Ordinal.MatchPlural(s.tag, day, 0, 0, 0, 0)]
	if form == "" { // zero, which no language asks for here
		form = "other"
	}
	return s.Say("say.nth."+form, app.Args{"Day": day})
}
