package complaints

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

// Asked is what a question about a remedy begins with: what was decided before,
// since whoever answers it decides anew.
type Asked struct {
	Kind app.RemedyKind // "": nobody decided yet, and somebody has to say: it is counted
	Note string
	Cost string // as it is typed; "": nothing

	decided app.Money
	shop    string // its currency
}

// Ask returns what a question about the remedy of that complaint begins with. What
// the owner did not allow is no decision.
func Ask(c app.Complaint, plan app.Plan) Asked {
	a := Asked{shop: plan.Currency}
	r := c.Remedy
	if r == nil || r.Refused != "" {
		return a
	}
	a.Kind, a.Note = r.Kind, r.Note
	if r.Cost.Minor != 0 {
		digits, _ := amounts.Digits(r.Cost.Currency)
		a.Cost, a.decided = amounts.Format(r.Cost.Minor, digits), r.Cost
	}
	return a
}

// Money reads a cost as it is typed, in the shop's currency. One that nobody
// touched is what it was, in whatever currency that is; "" is nothing. It tells
// whether it could be read.
func (a Asked) Money(typed string) (app.Money, bool) {
	typed = strings.TrimSpace(typed)
	switch {
	case typed == "":
		return app.Money{}, true
	case typed == a.Cost:
		return a.decided, true
	}
	minor, ok := amounts.Parse(typed, a.shop)
	return app.Money{Minor: minor, Currency: a.shop}, ok
}
