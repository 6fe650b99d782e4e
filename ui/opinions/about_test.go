package opinions_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

// sold is a purchase of one item on that day of November 2026.
func sold(n byte, customer app.ID, day int, item string) app.Purchase {
	return app.Purchase{
		ID: app.ID{14: 1, 15: n}, Customer: customer, Day: app.NewDay(2026, time.November, day), Total: 100, Currency: "EUR",
		Lines: []app.Line{{Item: item, Quantity: app.One, Amount: 100}},
	}
}

// toAbout leads from the score over the words, the themes and the names of staff,
// which are typed card after card, to the question what the card is about.
var toAbout = slices.Repeat([]fyne.KeyName{fyne.KeyTab}, 5)

func TestTheWordsFollowTheScoreOnTheKeyboard(t *testing.T) {
	s := open(t, sold(1, maija.ID, 9, "Wardrobe"))
	s.types("12347", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("9", fyne.KeyTab)
	s.types("All well")
	s.Save()
	if o := s.newest(); o.Verbatim != "All well" {
		t.Errorf("on record: %q", o.Verbatim)
	}
}

func TestWhatACardIsAboutIsProposedAndNotGuessed(t *testing.T) {
	wardrobe, lamp, chair := sold(1, maija.ID, 9, "Wardrobe"), sold(2, maija.ID, 2, "Lamp"), sold(3, eleni.ID, 2, "Chair")
	const proposed = "All that they bought lately"
	for name, tt := range map[string]struct {
		bought []app.Record
		do     func(*stage)
		want   []app.ID
		sees   []string
		misses []string
	}{
		"the only one is proposed": {
			[]app.Record{wardrobe, chair}, nil, []app.ID{wardrobe.ID}, []string{"Wardrobe · 9 Nov", proposed}, nil,
		},
		"and can be refused by a key": {
			[]app.Record{wardrobe}, func(s *stage) { s.key(fyne.KeyLeft) }, nil, []string{"They do not say"}, []string{proposed},
		},
		"none of two is": {[]app.Record{wardrobe, lamp}, nil, nil, []string{"They do not say"}, []string{proposed}},
		"but either is chosen by a key": {
			[]app.Record{wardrobe, lamp}, func(s *stage) { s.key(fyne.KeyRight); s.key(fyne.KeyRight) }, []app.ID{lamp.ID}, []string{"Lamp · 2 Nov"}, nil,
		},
		"nothing is asked of who bought nothing": {[]app.Record{chair}, nil, nil, nil, []string{"About which purchase"}},
		"the day says which it can be": {
			[]app.Record{wardrobe, lamp}, func(s *stage) {
				for range len(toAbout) + 1 {
					s.canvas.FocusPrevious()
				}
				s.types("3 nov")
			}, []app.ID{lamp.ID}, []string{"Lamp · 2 Nov", proposed}, nil,
		},
		"it is another's with another customer": {
			[]app.Record{wardrobe, chair}, func(s *stage) {
				s.key(fyne.KeyLeft)
				s.window.Focus(nil)
				s.Back()
				s.types("Ελέ", fyne.KeyReturn)
				s.types("", fyne.KeyReturn)
				s.types("9", toAbout...)
			}, []app.ID{chair.ID}, []string{"Chair · 2 Nov"}, []string{"Wardrobe"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, tt.bought...)
			s.types("12347", fyne.KeyReturn)
			s.types("", fyne.KeyReturn)
			s.types("9", toAbout...)
			if tt.do != nil {
				tt.do(s)
			}
			s.sees(tt.sees...)
			s.misses(tt.misses...)
			s.Save()
			if o := s.newest(); !slices.Equal(o.About, tt.want) {
				t.Errorf("it is about %v", o.About)
			}
			s.well()
		})
	}
}

func TestWhatWasRefusedStaysSoOverACrash(t *testing.T) {
	s := open(t, sold(1, maija.ID, 9, "Wardrobe"))
	s.types("12347", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("9", toAbout...)
	s.key(fyne.KeyLeft)
	s.pass()
	again := show(t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
	again.sees("Maija Korhonen", "They do not say")
	again.Save()
	if o := again.newest(); len(o.About) > 0 {
		t.Errorf("it is about %v", o.About)
	}
}
