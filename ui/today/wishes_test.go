package today_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

// noted is a shop with that noted of its first customer.
func noted(notes string) *shop {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Customer.Notes = notes
	s.cards[id(0)] = card
	return s
}

func TestWhatWasNotedOfTheCustomerStandsAtTheirName(t *testing.T) {
	const wish = "Prefers a call after six, not on Sundays."
	for _, size := range []fyne.Size{usual, narrow} {
		d := sit(t, noted(wish+"\n"), theme.Light, size)
		if !d.inSight(wish) && !d.reads(wish) {
			t.Errorf("at %v it is not on show", size)
		}
		if d.reads("All of it") {
			t.Error("there is more to see of what is seen in full")
		}
		d.keys("1")
		d.mustRead(wish)
	}
}

func TestALongNoteIsCutAndAllOfItIsOneKeyAway(t *testing.T) {
	long := strings.Repeat("Likes to talk of the sea. ", 200) + "Rings twice."
	d := sit(t, noted(long), theme.Light, narrow)
	if d.reads(long) || !d.reads("All of it") {
		t.Fatal("it is not cut")
	}
	d.press(fyne.KeyReturn)
	if d.Canvas.Focused() == nil {
		t.Fatal("the card has not the keyboard")
	}
	d.press(fyne.KeySpace)
	if d.dialed == "" {
		t.Error("the keyboard comes to the card elsewhere than at the button that dials")
	}
	d.tap("All of it")
	d.mustRead("What you noted", long)
	d.press(fyne.KeySpace)
	if d.reads(long) || !d.reads("All of it") {
		t.Error("the way back is not where the keyboard is")
	}
	d.press(fyne.KeySpace)
	d.page.Changed(app.Changed{})
	d.mustRead(long)
	d.keys("1")
	d.pass(time.Second)
	if d.reads("All of it") || d.reads("Less") {
		t.Error("a note has no room for all of it")
	}
}

func TestOfManyNumbersAFewAreShownAndAllAreAKeyAway(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	for n := range 29 {
		card.Customer.Phones = append(card.Customer.Phones, app.Phone{Typed: "041", E164: fmt.Sprintf("+3584012346%02d", n)})
	}
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, narrow)
	d.mustRead("040 1234600", "040 1234602", "and 26 more")
	if d.reads("040 1234603") {
		t.Error("more are shown")
	}
	d.tap("and 26 more")
	d.mustRead("040 1234603", "040 1234628")
	d.press(fyne.KeySpace)
	if d.keys("d"); d.dialed != "+358401234603" {
		t.Errorf("dialled %q", d.dialed)
	}
	d.mustRead("040 1234628")
}

func TestWhatSaysAndOneMoreIsThatNumber(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	for n := range 4 {
		card.Customer.Phones = append(card.Customer.Phones, app.Phone{Typed: "041", E164: fmt.Sprintf("+3584012346%02d", n)})
	}
	s.cards[id(0)] = card
	d := begin(t, s)
	d.mustRead("040 1234603")
}
