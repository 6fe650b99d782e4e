package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// numberless is a shop of people who bought and left no number.
func numberless(people int) *shop {
	s := newShop(people)
	for n := range people {
		card := s.cards[id(n)]
		card.Because = &calllist.Because{Guard: calllist.GuardNoNumber}
		s.cards[id(n)] = card
		s.skipped = append(s.skipped, calllist.Skipped{Customer: card.Customer, Because: *card.Because})
	}
	return s
}

func TestWithNobodyToCallThereAreTheWaysToBringPeopleIn(t *testing.T) {
	for name, size := range map[string]fyne.Size{"usual": usual, "narrow": narrow} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, numberless(2), theme.Light, size)
			d.mustRead("Nobody to call right now", "Add a customer", "Import")
			right := float32(0)
			walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
				if x, ok := o.(*canvas.Text); ok && x.Text == "Import" {
					right = at.X + x.Size().Width
				}
				return false
			})
			if right > size.Width {
				t.Errorf("the way to the import ends at %g of %g", right, size.Width)
			}
			d.tap("Import")
			if d.imports != 1 {
				t.Errorf("it led there %d times", d.imports)
			}
		})
	}
}

func TestOfADayWithNobodyItIsNotSaidThatNoneOfNoneAreDone(t *testing.T) {
	d := begin(t, numberless(2))
	pagetest.Misses(t, d.page.Content(), "of 0 done")
	d = begin(t, newShop(1))
	d.mustRead("0 of 1 done")
	d.keys("2")
	d.mustRead("1 of 1 done")
}

func TestTheNextOfLaterTodayIsNamedWithTheHourByBothClocks(t *testing.T) {
	s := numberless(1)
	at := morning.Add(4 * time.Hour)
	s.later = []calllist.Entry{{Customer: app.Customer{ID: id(9), Name: app.Name{Full: "Grace"}}, Reasons: []calllist.Reason{{Kind: app.Promised, Due: at, By: at, Zone: "America/New_York"}}}}
	d := begin(t, s)
	pagetest.Sees(t, d.page.Content(), "The next is Grace: 14:12 (09:12 there).")
}

func TestInQuietHoursTheDayIsNamedAndWhenCallsBeginAgain(t *testing.T) {
	tests := map[string]struct {
		now  time.Time
		want string
	}{
		"on a day without calls": {time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC), "Nobody is called on Sunday; from tomorrow 09:00 on they can be."},
		"before the first hour":  {time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), "Nobody is called at this hour; from 09:00 on they can be."},
		"in calling hours":       {time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC), "The next may be called: Thu 26 Nov, 09:00."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := numberless(1)
			s.now = tt.now
			s.plan.Calling.Days = app.Week &^ app.DaysOf(time.Sunday)
			s.skipped[0].Because = calllist.Because{Guard: calllist.GuardCooldown, Until: time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)}
			d := begin(t, s)
			if !walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
				p, ok := o.(interface{ Text() string })
				return ok && strings.HasPrefix(p.Text(), tt.want)
			}) {
				t.Errorf("%q is not on show", tt.want)
			}
		})
	}
}
