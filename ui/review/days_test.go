package review_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestDaysThatCannotBeReviewedAreSaid(t *testing.T) {
	tests := map[string]struct{ from, to, said string }{
		"the end before the beginning": {"5.11.", "1.11.", "This is before the first day"},
		"a lifetime":                   {"1.1.1950", "1.1.2026", "more than fifty years"},
		"an hour":                      {"yesterday 15:00", "1.11.", "has an hour in it"},
		"nonsense":                     {"soonish", "1.11.", "soonish"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := begin(t)
			s.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
			reviewed := len(s.periods)
			entries := s.entries()
			entries[0].SetText(tt.from)
			entries[1].SetText(tt.to)
			s.canvas.Focus(entries[0])
			s.canvas.Focus(entries[1])
			s.canvas.Focus(nil)
			pagetest.Sees(t, s.Content(), tt.said)
			if last := s.periods[len(s.periods)-1]; len(s.periods) > reviewed && last.From > last.To {
				t.Errorf("reviewed %v to %v", last.From, last.To)
			}
			pagetest.Sees(t, s.Content(), "Nothing is shown until there is a first day")
			pagetest.Misses(t, s.Content(), "NPS", "beside the")
			s.Changed(app.Changed{}) // nor when the book changes
			pagetest.Misses(t, s.Content(), "NPS", "beside the")
			s.paths = []string{filepath.Join(t.TempDir(), "Monday.pdf")}
			pagetest.Press(t, s.Content(), "Monday PDF")
			pagetest.Press(t, s.Content(), "What they said")
			if s.printed != 0 || s.sought[len(s.sought)-1] != (app.OpinionQuery{}) {
				t.Errorf("other days were printed, or looked for: %+v", s.sought)
			}
			entries[0].SetText("1.9.2026")
			entries[1].SetText("30.9.2026")
			pagetest.Sees(t, s.Content(), "1 – 30 Sep", "NPS")
			pagetest.Press(t, s.Content(), "Monday PDF")
			if s.printed != 1 {
				t.Error("the days typed in the end were not printed")
			}
		})
	}
}
