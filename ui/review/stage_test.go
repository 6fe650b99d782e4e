package review_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest"
	"ringback.app/app/when"
	"ringback.app/ui/pagetest"
	ui "ringback.app/ui/review"
	"ringback.app/ui/theme"
)

// stage is the page in a window, with a shop behind it that gives the figures it
// was given and remembers what it was asked.
type stage struct {
	*ui.Page
	t      *testing.T
	canvas fyne.Canvas

	figures   review.Figures
	behind    []review.Behind
	praise    []opinions.Praised
	periods   []review.Period
	asked     []review.Question
	told      []string
	undone    []app.ID
	opened    []app.ID
	sought    []app.OpinionQuery
	unmatched int
	allPraise int
	toasts    []string
	undo      func()
	failed    []error
	paths     []string // what OnSave hands over, one after the other
	offered   []string
	printed   int
	boxed     []string // what the sheet could not print
	err       error
}

func (s *stage) Figures(_ context.Context, p review.Period) (review.Figures, error) {
	s.periods = append(s.periods, p)
	f := s.figures
	f.Period = p
	return f, s.err
}

func (s *stage) Behind(_ context.Context, _ review.Period, q review.Question) ([]review.Behind, error) {
	s.asked = append(s.asked, q)
	if q.About == review.AboutSilent {
		return nil, nil
	}
	if q.Late {
		return slices.DeleteFunc(slices.Clone(s.behind), func(b review.Behind) bool { return !b.Late }), nil
	}
	return s.behind, nil
}

func (s *stage) Praise(context.Context, int) (opinions.PraiseList, error) {
	return opinions.PraiseList{Waiting: s.praise, Within: app.DefaultPassOn}, nil
}

func (s *stage) PassOn(_ context.Context, opinion app.ID, staff string, _ time.Time, _ string) (app.Applied, error) {
	if s.err != nil {
		return app.Applied{}, s.err
	}
	s.told = append(s.told, staff)
	var left []opinions.Praised
	for _, one := range s.praise {
		if one.Opinion.ID != opinion {
			left = append(left, one)
		}
	}
	s.praise = left
	return app.Applied{Batch: reviewtest.ID(250)}, nil
}

func (s *stage) Plan(context.Context) (app.Plan, error) {
	p := reviewtest.Plan()
	p.TimeZone = "Europe/Helsinki"
	return p, nil
}

func (s *stage) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	s.undone = append(s.undone, batch)
	return app.Applied{}, nil
}

func (s *stage) Suggest(review.Period) string { return "Review.pdf" }

func (s *stage) Write(_ context.Context, w io.Writer, _ review.Period) ([]string, error) {
	s.printed++
	_, err := io.WriteString(w, "%PDF")
	return s.boxed, errors.Join(err, s.err)
}

func (s *stage) Toast(text string, undo func()) { s.toasts, s.undo = append(s.toasts, text), undo }
func (s *stage) Offer(text, word string, do func()) {
	s.offered = append(s.offered, text, word)
	s.undo = do
}
func (s *stage) Failed(err error)       { s.failed = append(s.failed, err) }
func (s *stage) Focus(o fyne.Focusable) { s.canvas.Focus(o) }
func (s *stage) save(name string, chosen func(string)) {
	s.offered = append(s.offered, name)
	chosen(s.paths[0])
}
func (s *stage) open(customer app.ID) { s.opened = append(s.opened, customer) }

// keys presses keys as the window hands them on.
func (s *stage) keys(keys ...fyne.KeyName) {
	pagetest.Keys(s.canvas, keys...)
}

func newStage() *stage {
	s := &stage{figures: reviewtest.Figures(), behind: reviewtest.Slow()}
	for i, o := range reviewtest.Praise() {
		due := app.DayOf(o.Taken) + app.DefaultPassOn
		s.praise = append(s.praise, opinions.Praised{
			Told: opinions.Told{Opinion: o}, Staff: o.Praise[0], Due: due, Overdue: i == 1,
		})
	}
	return s
}

// set puts the page into a window of that size, without showing it.
func (s *stage) set(t *testing.T, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	s.t = t
	voice := pagetest.Begin(t, look)
	nowhere := func() {}
	s.Page = ui.New(ui.Services{
		Sums: s, Praise: s, Monday: s, Book: s, Window: s, Clock: reviewtest.Now, Run: pagetest.AtOnce{},
		Words: when.WordsOf(voice), Order: when.DayFirst, By: func() string { return "" },
		OnCustomer: s.open, OnSave: s.save, OnOpen: func(string) {},
		OnSaid: func(q app.OpinionQuery) { s.sought = append(s.sought, q) }, OnUnmatched: func() { s.unmatched++ }, OnPraise: func() { s.allPraise++ }, OnCards: nowhere, OnLoyalty: nowhere,
	}, voice)
	w := test.NewWindow(container.NewStack(s.Content()))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(size)
	s.canvas = w.Canvas()
	s.canvas.SetOnTypedKey(s.TypedKey)
	return s
}

// The page in a window of 1180 by 760, in one of 800 by 600, and in a large one.
var (
	usual  = fyne.NewSize(1004, 708)
	narrow = fyne.NewSize(744, 548)
	large  = fyne.NewSize(1744, 1148)
)

func begin(t *testing.T) *stage {
	t.Helper()
	s := newStage().set(t, theme.Light, usual)
	s.Shown()
	return s
}
