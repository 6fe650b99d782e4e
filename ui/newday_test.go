package ui_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestANewDayIsToldToAllPages(t *testing.T) {
	s := newShop(t, theme.Light)
	now := s.Clock()
	s.Clock = func() time.Time { return now }
	s.book.zone = "Europe/Helsinki"
	s.Changed(app.Changed{Plan: true})
	pages := []*page{s.today, s.customers, s.imports, s.setting}
	told := func() (times int) {
		for _, p := range pages {
			for _, what := range p.told {
				if what == "changed" {
					times++
				}
			}
		}
		return times
	}
	before := told()
	for _, step := range []struct {
		name string
		by   time.Duration
		want int
	}{
		{"a minute later", time.Minute, 0},
		{"before the shop's midnight", 11*time.Hour + 46*time.Minute, 0},
		{"at the shop's midnight", time.Minute, len(pages)},
		{"after it", time.Minute, 0},
		{"days later", 70 * time.Hour, len(pages)},
	} {
		now = now.Add(step.by)
		s.aWhile()
		if got := told() - before; got != step.want {
			t.Errorf("%s: told %d times, want %d", step.name, got, step.want)
		}
		before = told()
	}
}
