package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestACallThatFindsAFixDidNotWorkSaysWhatFollows(t *testing.T) {
	tests := map[string]struct {
		received time.Time
		serious  bool
		promise  bool
		said     string
	}{
		"the target is ahead": {received: morning, said: "Person A: open again on Put right. To be put right by Wed 25 Nov, 10:12."},
		"the first target is past": {
			received: morning.AddDate(0, 0, -10),
			said:     "Person A: open again on Put right. To be put right by Wed 25 Nov, 10:12.",
		},
		"the owner must call":   {received: morning, serious: true, said: "Person A: open again on Put right. Jim must call. To be put right by Wed 25 Nov, 10:12."},
		"something is promised": {received: morning, promise: true, said: "Person A: open again on Put right. Promised by Tue 24 Nov, 17:00."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(2)
			card := s.cards[id(0)]
			card.Complaints = []app.Complaint{{ID: id(50), Wrong: "It creaks", Received: tt.received, PutRight: tt.received, ForOwner: tt.serious}}
			s.cards[id(0)], s.about = card, id(50)
			d := sit(t, s, theme.Light, fyne.NewSize(1004, 1400))
			d.keys("1")
			d.tap("No")
			if tt.promise {
				d.tap("Something to put right")
				d.keys("A new one")
				d.press(fyne.KeyTab)
				d.keys("Swap it")
				d.press(fyne.KeyTab)
				d.keys("tue 17:00")
			}
			d.page.Save()
			if len(d.Toasts) != 1 || d.Toasts[0] != tt.said {
				t.Errorf("said %q", d.Toasts)
			}
		})
	}
}
