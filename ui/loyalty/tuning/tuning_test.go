package tuning_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/ui/loyalty/tuning"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// stage is a panel whose rules answer what they are told to.
type stage struct {
	*tuning.Panel
	t      *testing.T
	answer loyalty.Preview
	err    error
	tried  []int // the percentages
	wait   []func()
	sized  int
	during func(ctx context.Context) // while the rules are tried
	canvas fyne.Canvas
}

func (s *stage) Preview(ctx context.Context, changed app.Plan, progress func(float64)) (loyalty.Preview, error) {
	s.tried = append(s.tried, changed.Quiet.Percent)
	progress(0.5)
	if s.during != nil {
		s.during(ctx)
	}
	return s.answer, s.err
}

func begin(t *testing.T) *stage {
	t.Helper()
	say := pagetest.Begin(t, theme.Light)
	s := &stage{t: t, answer: preview()}
	s.Panel = tuning.New(tuning.Services{
		Rules: s, Run: pagetest.AtOnce{}, OnSize: func() { s.sized++ },
		After: func(_ time.Duration, call func()) func() {
			at := len(s.wait)
			s.wait = append(s.wait, call)
			return func() { s.wait[at] = nil }
		},
	}, say)
	w := test.NewTempWindow(t, container.NewStack(s.Content()))
	w.SetPadded(false)
	s.canvas = w.Canvas()
	w.Resize(fyne.NewSize(700, 220))
	return s
}

func person(name string) loyalty.Person {
	return loyalty.Person{Customer: app.Customer{Name: app.Name{Full: name}}}
}

func preview() loyalty.Preview {
	return loyalty.Preview{
		Before: 28, After: 41, MoreAdded: 10,
		Added: []loyalty.Person{person("Maija Korhonen"), person("Jan Nowak"), person("Ελένη Παπαδοπούλου")},
		Kinds: []loyalty.Shift{{Kind: app.GoingQuiet, Before: 16, After: 29}, {Kind: app.NeverAsked, Before: 5, After: 5}, {Kind: app.Thank, Before: 7, After: 7}},
	}
}

// try types a percentage.
func (s *stage) try(percent int) {
	s.Try(func(context.Context) (app.Plan, error) { return app.Plan{Quiet: app.QuietRule{Percent: percent}}, nil })
}

// pause lets time pass.
func (s *stage) pause() {
	for i, call := range s.wait {
		if call != nil {
			s.wait[i] = nil
			call()
		}
	}
}

// empty tells whether the panel only says what it is for.
func (s *stage) empty() bool { return pagetest.Has(s.Content(), "Change a rule, and it says here") }

func TestWhatAChangeWouldHaveComeToIsSaid(t *testing.T) {
	s := begin(t)
	s.try(120)
	if len(s.tried) != 0 || !s.empty() {
		t.Error("it does not wait for the end of typing")
	}
	s.pause()
	pagetest.Sees(t, s.Content(), "Last month: 41 people instead of 28.",
		"Also on the list: Maija Korhonen, Jan Nowak, Ελένη Παπαδοπούλου and 10 others.",
		"Going quiet 29, was 16 · Never asked 5, as before · Thank 7, as before", "where somebody was reached twice, this may be a person or two too many")
	if s.sized == 0 {
		t.Error("nobody is told that it needs other room")
	}
	test.AssertRendersToImage(t, "preview.png", s.canvas)
}

func TestOnlyTheLastOfWhatIsTypedIsTried(t *testing.T) {
	s := begin(t)
	for _, percent := range []int{1, 12, 120} {
		s.try(percent)
	}
	s.pause()
	if len(s.tried) != 1 || s.tried[0] != 120 {
		t.Errorf("tried %v", s.tried)
	}
}

func TestTypingAgainEndsWhatIsBeingTried(t *testing.T) {
	s := begin(t)
	s.during = func(ctx context.Context) {
		s.during = nil
		s.try(200)
		if !errors.Is(ctx.Err(), context.Canceled) {
			t.Error("it goes on")
		}
	}
	s.try(120)
	s.pause()
	pagetest.Misses(t, s.Content(), "41 people")
	s.pause()
	pagetest.Sees(t, s.Content(), "41 people")
}

func TestFewerAndTheSame(t *testing.T) {
	s := begin(t)
	s.answer = loyalty.Preview{Before: 4, After: 1, Gone: []loyalty.Person{person("Jan Nowak")}, MoreGone: 1}
	s.try(300)
	s.pause()
	pagetest.Sees(t, s.Content(), "Last month: 1 person instead of 4.", "Not on the list any more: Jan Nowak and 1 other.")
	s.answer = loyalty.Preview{Before: 4, After: 4}
	s.try(150)
	s.pause()
	pagetest.Sees(t, s.Content(), "Last month: the same, 4 people.")
}

func TestWhatCannotBeTakenYetIsNotTried(t *testing.T) {
	s := begin(t)
	s.try(120)
	s.pause()
	s.Try(func(context.Context) (app.Plan, error) {
		errs := app.FieldErrors{}
		errs.Add("quiet-percent", "error.settings.number", app.Args{"Text": "0", "Least": 100, "Most": 1000})
		return app.Plan{}, errs.Err()
	})
	s.pause()
	pagetest.Sees(t, s.Content(), "Not tried, since what is typed cannot be taken.", "“0” does not fit here. Type a whole number from 100 to 1000.")
	pagetest.Misses(t, s.Content(), "Last month")
	if len(s.tried) != 1 {
		t.Error("it was tried")
	}
	s.try(120)
	s.pause()
	s.Clear()
	if !s.empty() {
		t.Error("it speaks of rules that are given up")
	}
	s.err = &app.Error{Code: app.CodeStorage, Key: "error.internal"}
	s.try(120)
	s.pause()
	if s.empty() {
		t.Error("that it failed is not said")
	}
}
