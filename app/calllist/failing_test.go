package calllist_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

var errDisk = errors.New("the disk is gone")

// failing is a shop of which one reading fails, the one after so many.
type failing struct {
	*calllisttest.Shop
	after int
}

func (f *failing) ReadList(ctx context.Context, read func(calllist.Snapshot) error) error {
	return f.Shop.ReadList(ctx, func(s calllist.Snapshot) error { return read(failingSnapshot{s, f}) })
}

type failingSnapshot struct {
	calllist.Snapshot
	book *failing
}

func (f failingSnapshot) fail() error {
	if f.book.after--; f.book.after < 0 {
		return errDisk
	}
	return nil
}

func (f failingSnapshot) Plan() (app.Plan, error) {
	p, err := f.Snapshot.Plan()
	return p, errors.Join(err, f.fail())
}

func (f failingSnapshot) Customer(id app.ID) (app.Customer, error) {
	c, err := f.Snapshot.Customer(id)
	return c, errors.Join(err, f.fail())
}

func (f failingSnapshot) Summary(id app.ID) (app.Summary, error) {
	s, err := f.Snapshot.Summary(id)
	return s, errors.Join(err, f.fail())
}

func (f failingSnapshot) Zones() ([]string, error) {
	z, err := f.Snapshot.Zones()
	return z, errors.Join(err, f.fail())
}

func (f failingSnapshot) Openings(r calllist.Range, yield func(calllist.Opening) bool) error {
	return errors.Join(f.Snapshot.Openings(r, yield), f.fail())
}

func (f failingSnapshot) Unasked(yield func(app.ID, app.Day) bool) error {
	return errors.Join(f.Snapshot.Unasked(yield), f.fail())
}

func (f failingSnapshot) CallsSince(from time.Time, yield func(app.ID, time.Time, bool) bool) error {
	return errors.Join(f.Snapshot.CallsSince(from, yield), f.fail())
}

func (f failingSnapshot) ToldSince(from time.Time, yield func(app.ID) bool) error {
	return errors.Join(f.Snapshot.ToldSince(from, yield), f.fail())
}

func (f failingSnapshot) ShopGap() (int, error) {
	gap, err := f.Snapshot.ShopGap()
	return gap, errors.Join(err, f.fail())
}

// A list that was not read to the end is no list: whichever reading fails, the
// caller hears of it.
func TestNoReadingFailsUnheard(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	s.plan(func(p *app.Plan) { p.AskWeekly, p.Thank.Years = 5, []int{1} })
	s.shop.Gap = 80
	all := s.many(3)
	for _, day := range []string{"2026-03-05", "2025-03-08"} {
		s.bought(s.customer(day), day)
	}
	s.told(all[0], "2026-03-10 12:00")
	quiet := s.customer("Quiet")
	s.bought(quiet, "2025-12-01")
	s.called(quiet, "2026-01-15 12:00", app.Talked)
	s.called(s.customer("Promised"), "2026-03-10 10:00", app.Talked, next(s.moment("2026-03-11 16:00"), true))
	s.complaint(s.customer("Complained"), "2026-03-11 10:00")
	book := &failing{Shop: s.shop}
	list := calllist.New(book, func() time.Time { return s.now })
	questions := map[string]func() error{
		"today":   func() error { _, err := list.Today(context.Background(), 0); return err },
		"skipped": func() error { _, err := list.NotToday(context.Background(), 0); return err },
		"one": func() error {
			return book.ReadList(context.Background(), func(snap calllist.Snapshot) error {
				_, err := calllist.Consider(snap, s.now, all[1])
				return err
			})
		},
	}
	for name, ask := range questions {
		failures := 0
		for ; failures < 1000; failures++ {
			book.after = failures
			if err := ask(); err == nil {
				break
			} else if !errors.Is(err, errDisk) {
				t.Fatalf("%s: %v", name, err)
			}
			if book.after >= 0 {
				t.Fatalf("%s failed before anything did", name)
			}
		}
		// An answer means that all readings went well.
		if book.after < 0 {
			t.Errorf("%s: reading %d failed, and nobody heard", name, failures+1)
		}
		if failures < 8 {
			t.Errorf("%s: %d readings only", name, failures)
		}
	}
}
