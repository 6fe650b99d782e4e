package opinions_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

const (
	goesOn    = "This goes on with what you typed before"
	changing  = "changing what may be quoted"
	elsewhere = "after another opinion was looked at"
)

// works are the forms about an opinion that words are typed into: how each is
// reached, and what was typed when it is on record.
var works = map[string]struct {
	open     func(s *stage)
	typed    string
	onRecord func(s *stage) string
}{
	"correcting it": {
		func(s *stage) {
			s.Find(app.OpinionQuery{Theme: "delivery time"})
			s.press("Correct")
		}, "Never once in time",
		func(s *stage) string { return s.shop.Told[app.ID{0: 2}].Verbatim },
	},
	"putting it right": {
		func(s *stage) {
			s.Find(app.OpinionQuery{Theme: "delivery time"})
			s.press("Put right")
		}, "A call before they come",
		func(s *stage) string {
			wishes := ""
			for _, c := range s.shop.Wrongs {
				wishes += c.Wish
			}
			return wishes
		},
	},
	"quoting it": {
		func(s *stage) {
			s.Find(app.OpinionQuery{Words: "lovely"})
			s.press("May be quoted")
			s.key(fyne.KeyTab)
		}, "on the door of the shop",
		func(s *stage) string {
			if q := s.shop.Told[app.ID{0: 1}].Quote; q != nil {
				return q.Where
			}
			return ""
		},
	},
	changing: {
		func(s *stage) {
			if s.shop.Told[app.ID{0: 1}].Quote == nil {
				s.Find(app.OpinionQuery{Words: "lovely"})
				s.press("May be quoted")
				s.Save()
			}
			s.ShowQuotes()
			s.press("Change")
			s.key(fyne.KeyTab)
		}, "on the door of the shop",
		func(s *stage) string { return s.shop.Told[app.ID{0: 1}].Quote.Where },
	},
}

func (s *stage) again() *stage {
	s.t.Helper()
	return show(s.t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
}

func TestWhatIsTypedAboutAnOpinionComesBack(t *testing.T) {
	for name, work := range works {
		for how, leave := range map[string]func(s *stage) *stage{
			"after a crash": func(s *stage) *stage {
				s.pass()
				return s.again()
			},
			"after the window was closed": func(s *stage) *stage {
				if err := s.Close(t.Context()); err != nil {
					t.Fatal(err)
				}
				return s.again()
			},
			"after it was left": func(s *stage) *stage {
				s.Back()
				if s.window.last() != "Not saved: What you typed about an opinion. It is there when you come back." {
					t.Errorf("said %q", s.window.last())
				}
				return s
			},
			elsewhere: func(s *stage) *stage {
				s.Find(app.OpinionQuery{Words: "lovely"})
				s.Find(app.OpinionQuery{Theme: "delivery time"})
				s.Back()
				return s
			},
		} {
			if name == changing && how == elsewhere {
				continue // the form stays open below its own tab
			}
			t.Run(name+" "+how, func(t *testing.T) {
				s := open(t, told()...)
				work.open(s)
				s.misses(goesOn)
				s.types(work.typed)
				s = leave(s)
				work.open(s)
				s.sees(goesOn)
				s.Save()
				if got := work.onRecord(s); !strings.Contains(got, work.typed) {
					t.Errorf("on record is %q", got)
				}
				s.pass()
				if len(s.shop.Drafts) != 0 {
					t.Errorf("kept still: %q", s.shop.Drafts)
				}
				s.well()
			})
		}
	}
}

func TestWhatIsTypedAboutAnOpinionCanBeThrownAway(t *testing.T) {
	for name, throw := range map[string]func(s *stage, open func(*stage)){
		"as it is left": func(s *stage, open func(*stage)) {
			s.Back()
			s.window.take()
			open(s)
		},
		"as it comes back": func(s *stage, open func(*stage)) {
			s.Back()
			open(s)
			s.press("Begin anew")
		},
	} {
		for what, work := range works {
			t.Run(what+" "+name, func(t *testing.T) {
				s := open(t, told()...)
				work.open(s)
				s.types(work.typed)
				throw(s, work.open)
				s.misses(goesOn, work.typed)
				s.pass()
				if len(s.shop.Drafts) != 0 {
					t.Errorf("kept still: %q", s.shop.Drafts)
				}
			})
		}
	}
}

func TestAFormAboutAnOpinionThatIsNotTypedIntoLeavesNothing(t *testing.T) {
	for name, work := range works {
		t.Run(name, func(t *testing.T) {
			s := open(t, told()...)
			work.open(s)
			s.pass()
			said := s.window.last()
			s.Hidden()
			s.Back()
			s.pass()
			if len(s.shop.Drafts) != 0 || s.window.last() != said {
				t.Errorf("kept %q, said %q", s.shop.Drafts, s.window.last())
			}
		})
	}
}

func TestWhatWasTypedAboutAnOpinionAndCannotBeReadIsSaid(t *testing.T) {
	s := open(t, told()...)
	works["correcting it"].open(s)
	s.types("Never")
	s.pass()
	for key := range s.shop.Drafts {
		s.shop.Drafts[key] = []byte("{")
		if !strings.Contains(key, eleni.ID.String()) {
			t.Errorf("%q is not kept of its customer", key)
		}
	}
	s = s.again()
	works["correcting it"].open(s)
	if len(s.window.failed) != 1 || app.CodeOf(s.window.failed[0]) != app.CodeDamaged {
		t.Error(s.window.failed)
	}
	s.misses(goesOn, "Never")
}
