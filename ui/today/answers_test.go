package today_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/widgets"
)

// complains has the first person on the list wait for something to be put right.
func complains(s *shop) {
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{{ID: id(70), Customer: id(0), Wrong: "One chair wobbles", Received: s.now.Add(-time.Hour)}}
	s.cards[id(0)] = card
}

// guarded has the first person not be called.
func guarded(s *shop) {
	card := s.cards[id(0)]
	card.Because = &calllist.Because{Guard: calllist.GuardFull}
	s.cards[id(0)] = card
}

// asked are the questions in which words are typed, how each is reached and what
// shows that it was answered.
var asked = map[string]struct {
	shop     func(s *shop)
	ask      func(d *desk)
	typed    string
	onRecord func(d *desk) bool
}{
	"when to call back": {
		func(*shop) {},
		func(d *desk) { d.keys("5") }, "tomorrow 16",
		func(d *desk) bool {
			return len(d.reports) == 1 && d.reports[0].Next != nil && d.reports[0].Next.At.Hour() == 16
		},
	},
	"why they want no calls": {
		func(*shop) {},
		func(d *desk) { d.keys("9") }, "We move abroad, leave us be",
		func(d *desk) bool { return len(d.reports) == 1 && d.reports[0].Notes == "We move abroad, leave us be" },
	},
	"why they are called anyway": {
		guarded,
		func(d *desk) {
			d.page.Choose(id(0))
			d.keys("2")
		}, "They wrote and asked",
		func(d *desk) bool {
			d.keys("2")
			return len(d.reports) == 1 && d.reports[0].Anyway == "They wrote and asked"
		},
	},
	"what put it right": {
		complains,
		func(d *desk) {
			d.tap("Put right")
			d.tap("Repair")
			d.press(fyne.KeyTab)
		}, "A new leg for the chair",
		func(d *desk) bool { return len(d.fixed) == 1 && d.fixed[0].Note == "A new leg for the chair" },
	},
}

func TestWhatIsTypedInAnswerToAQuestionComesBack(t *testing.T) {
	for name, q := range asked {
		t.Run("after a crash: "+name, func(t *testing.T) {
			s := newShop(3)
			q.shop(s)
			d := begin(t, s)
			q.ask(d)
			d.keys(q.typed)
			d.pass(time.Second) // and the program is killed
			again := begin(t, s)
			if len(again.Toasts) != 1 || again.Toasts[0] != "You were writing about Person A. Here it is." {
				t.Errorf("said %q", again.Toasts)
			}
			again.press(fyne.KeyReturn)
			if !q.onRecord(again) {
				t.Errorf("on record: %+v, %+v", again.reports, again.fixed)
			}
			again.pass(time.Second)
			if len(s.answers) != 0 {
				t.Errorf("kept still: %+v", s.answers)
			}
			if last := begin(t, s); len(last.Toasts) != 0 {
				t.Errorf("said %q, though it is on record", last.Toasts)
			}
		})
		t.Run("after it was left: "+name, func(t *testing.T) {
			s := newShop(3)
			q.shop(s)
			d := begin(t, s)
			q.ask(d)
			d.keys(q.typed)
			d.press(fyne.KeyEscape)
			d.press(fyne.KeyDown, fyne.KeyUp)
			q.ask(d)
			if e, ok := d.window.Canvas().Focused().(*widgets.Entry); !ok || e.Text != q.typed {
				t.Errorf("the question is asked with another answer than %q", q.typed)
			}
		})
		t.Run("after the window was closed: "+name, func(t *testing.T) {
			s := newShop(3)
			q.shop(s)
			d := begin(t, s)
			q.ask(d)
			d.keys(q.typed)
			if err := d.page.Close(context.Background()); err != nil || len(s.answers) != 1 {
				t.Errorf("kept %+v, %v", s.answers, err)
			}
		})
	}
}

func TestAnAnswerWithoutAWordIsNotKept(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("5")
	d.keys("t")
	d.pass(time.Second)
	d.press(fyne.KeyBackspace)
	d.pass(time.Second)
	d.press(fyne.KeyEscape)
	d.keys("9")
	d.press(fyne.KeyEscape)
	if len(d.answers) != 0 {
		t.Errorf("kept %+v", d.answers)
	}
}

func TestAnAnswerThatWasTakenBackIsThereToBeMended(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("5")
	d.keys("tomorrow 16")
	d.press(fyne.KeyReturn)
	d.Undos[len(d.Undos)-1]()
	d.keys("5")
	if e, ok := d.window.Canvas().Focused().(*widgets.Entry); !ok || e.Text != "tomorrow 16" {
		t.Error("it is gone")
	}
	if len(s.answers) != 1 {
		t.Errorf("kept %+v", s.answers)
	}
}

func TestAQuestionThatNobodyAsksAnyMoreDoesNotComeBack(t *testing.T) {
	s := newShop(2)
	complains(s)
	d := begin(t, s)
	d.tap("Put right")
	d.press(fyne.KeyTab)
	d.keys("A new leg")
	d.pass(time.Second)
	card := s.cards[id(0)]
	card.Complaints = nil // put right elsewhere meanwhile
	s.cards[id(0)] = card
	again := begin(t, s)
	again.pass(time.Second)
	if len(again.Toasts) != 0 || len(s.answers) != 0 {
		t.Errorf("said %q, kept %+v", again.Toasts, s.answers)
	}
	again.mustRead("Person A", "No answer")
}

func TestWhatIsKeptLateDoesNotBringAnAnswerBackThatIsOnRecord(t *testing.T) {
	s := newShop(2)
	d := begin(t, s)
	d.keys("5")
	d.keys("tomorrow 16")
	d.slow = true
	d.press(fyne.KeyEscape)
	late := d.work
	d.work, d.slow = nil, false
	d.keys("5")
	d.press(fyne.KeyReturn)
	if len(d.reports) != 1 || len(late) == 0 {
		t.Fatalf("on record: %+v; %d works are late", d.reports, len(late))
	}
	for _, work := range late {
		work()
	}
	if len(s.answers) != 0 {
		t.Errorf("kept still: %+v", s.answers)
	}
}
