package today_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestWhoIsToBeThankedCanBeGivenSomething(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Reasons = []calllist.Reason{{Kind: app.Thank, Due: s.now, Thank: calllist.ThankPurchases, Count: 10}}
	s.cards[id(0)] = card
	d := begin(t, s)
	if d.reads("Give a thank-you") {
		t.Error("it is offered though it leads nowhere")
	}
	var given []app.ID
	d.page.OnThank = func(customer app.ID) { given = append(given, customer) }
	d.page.Choose(id(1))
	if d.reads("Give a thank-you") {
		t.Error("it is offered to whom there is nothing to thank for")
	}
	d.page.Choose(id(0))
	d.tap("Give a thank-you")
	if len(given) != 1 || given[0] != id(0) {
		t.Errorf("given to %v", given)
	}
}
