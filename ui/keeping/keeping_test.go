package keeping_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"ringback.app/ui/keeping"
)

// form is typed into; its work off the UI goroutine waits until it is let
// through, so that a test decides on the order.
type form struct {
	*keeping.Keeper
	typed  string
	book   []string // what was written, in order
	refuse error
	failed []error
	work   []func()
	timers []func()
}

func (f *form) Go(work func()) { f.work = append(f.work, work) }
func (f *form) UI(show func()) { show() }

func begin() *form {
	f := &form{}
	after := func(_ time.Duration, call func()) func() {
		at := len(f.timers)
		f.timers = append(f.timers, call)
		return func() { f.timers[at] = func() {} }
	}
	f.Keeper = keeping.New(f, after, func(err error) { f.failed = append(f.failed, err) }, func() keeping.Write {
		text := f.typed
		if text == "" {
			return nil
		}
		return func(context.Context) error {
			if f.refuse != nil {
				return f.refuse
			}
			f.book = append(f.book, text)
			return nil
		}
	})
	return f
}

// types types letters, each of which is told of.
func (f *form) types(text string) {
	for _, r := range text {
		f.typed += string(r)
		f.Touch()
	}
}

// pass lets what waits for its time come.
func (f *form) pass() {
	timers := f.timers
	f.timers = nil
	for _, t := range timers {
		t()
	}
}

// finish does the work that waits, in that order.
func (f *form) finish(order ...int) {
	work := f.work
	f.work = nil
	for _, n := range order {
		work[n]()
	}
}

func (f *form) has(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(f.book, want) {
		t.Errorf("the book has %q, want %q", f.book, want)
	}
}

func TestWhatIsTypedIsKeptSoonAndNotForEveryLetter(t *testing.T) {
	f := begin()
	f.types("abc")
	f.pass()
	f.finish(0)
	f.has(t, "abc")
	if len(f.timers) > 0 {
		t.Error("something waits though nothing was typed since")
	}
	f.types("d")
	f.pass()
	f.finish(0)
	f.has(t, "abc", "abcd")
}

func TestWhatComesLateDoesNotTakeThePlaceOfWhatIsNewer(t *testing.T) {
	f := begin()
	f.types("a")
	f.Now()
	f.types("b")
	f.Now()
	f.finish(1, 0)
	f.has(t, "ab")
}

func TestNothingIsWrittenWhereThereIsNothingToWrite(t *testing.T) {
	f := begin()
	f.Now()
	if err := f.Close(context.Background()); err != nil || len(f.work) > 0 {
		t.Errorf("%v; %d works wait", err, len(f.work))
	}
}

func TestClosingWritesAtOnce(t *testing.T) {
	f := begin()
	f.types("a")
	if err := f.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	f.pass()
	f.has(t, "a")
	if len(f.work) > 0 {
		t.Error("it is written once more")
	}
}

func TestThatADraftCannotBeKeptIsSaidOnce(t *testing.T) {
	f := begin()
	f.refuse = errors.New("the disk is full")
	for range 3 {
		f.types("a")
		f.Now()
		f.finish(0)
	}
	if len(f.failed) != 1 {
		t.Errorf("said %d times", len(f.failed))
	}
	f.refuse = nil
	f.Now()
	f.finish(0)
	f.refuse = errors.New("the disk is full again")
	f.Now()
	f.finish(0)
	if len(f.failed) != 2 {
		t.Errorf("said %d times, though one was kept between", len(f.failed))
	}
}

func TestWhatIsKeptAtOnceIsToldToBeKeptAgain(t *testing.T) {
	f := begin()
	var told []bool
	f.Tell(func(kept bool) { told = append(told, kept) })
	f.refuse = errors.New("the book is gone")
	f.types("a")
	f.Now()
	f.finish(0)
	f.refuse = nil
	if err := f.Close(context.Background()); err != nil || !slices.Equal(told, []bool{false, true}) {
		t.Errorf("told %v, %v", told, err)
	}
}

func TestADraftOfWhatIsOnRecordComesTooLate(t *testing.T) {
	onRecord := func() (bool, error) { return true, nil }
	for name, test := range map[string]struct {
		work   func() (bool, error)
		turn   func(f *form) keeping.Turn
		before []string // of what was typed before it went on record
		after  []string // and of what was typed after
	}{
		"but the next card is kept":    {onRecord, func(f *form) keeping.Turn { return f.Take() }, nil, []string{"ab"}},
		"and nothing more for good":    {onRecord, func(*form) keeping.Turn { return keeping.ForGood }, nil, nil},
		"but not if it was refused":    {func() (bool, error) { return true, errors.New("no") }, func(*form) keeping.Turn { return keeping.ForGood }, []string{"a"}, []string{"a", "ab"}},
		"but not if it did not get on": {func() (bool, error) { return false, nil }, func(*form) keeping.Turn { return keeping.ForGood }, []string{"a"}, []string{"a", "ab"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := begin()
			f.types("a")
			f.Now()
			_ = f.Settle(test.turn(f), test.work)
			f.finish(0)
			f.has(t, test.before...)
			f.types("b")
			f.Now()
			f.finish(0)
			f.has(t, test.after...)
		})
	}
}
