package today_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/widgets"
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

func TestTheBandAboveANoteSaysWhyTheyAreCalledWhereNothingWasBought(t *testing.T) {
	for name, tt := range map[string]struct {
		reasons []calllist.Reason
		said    string
	}{
		"to be thanked":   {[]calllist.Reason{{Kind: app.Thank, Thank: calllist.ThankQuote}}, "Let us quote their words. Say thank you."},
		"not on the list": {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(1)
			card := s.cards[id(0)]
			card.Reasons, card.About = tt.reasons, nil
			s.cards[id(0)] = card
			d := begin(t, s)
			d.page.Choose(id(0))
			d.keys("1")
			banded, said := false, ""
			walk(d.page.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
				band, ok := o.(*fyne.Container)
				if !ok || len(band.Objects) != 2 || band.Size().Height > 100 {
					return false
				}
				if _, ok := band.Objects[0].(*widgets.Ground); !ok {
					return false
				}
				walk(band.Objects[1], fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
					if text, ok := o.(interface{ Text() string }); ok && strings.HasPrefix(text.Text(), "talking ") {
						banded = true
					}
					if words, ok := o.(*widgets.Paragraph); ok {
						said += words.Text()
					}
					return false
				})
				return banded
			})
			if banded != (tt.said != "") || banded && said != tt.said {
				t.Errorf("a band: %v, that says %q", banded, said)
			}
			d.mustRead("talking 0:00")
		})
	}
}
