package complaints_test

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/pagetest"
)

// lateFirst lets the first work wait until it is told to go on.
type lateFirst struct {
	execute.Executor
	first func()
}

func (l *lateFirst) Go(work func()) {
	if l.first == nil {
		l.first = work
		return
	}
	work()
}

func TestWhatIsTypedBeforeTheDraftsWereReadCostsNoneOfThem(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.complaint(2, "Tom Bell", "The lamp hums.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.page.Open(id(101))
	d.keys("2")
	d.keys("Swap the ch")
	d.pass(time.Second)

	late := &lateFirst{Executor: pagetest.AtOnce{}}
	s.run = late
	again := begin(t, s) // the program was killed
	again.page.Open(id(102))
	again.keys("2")
	again.keys("Send ano")
	again.pass(time.Second)
	late.first()
	again.pass(time.Second)

	s.run = nil
	for n, words := range map[int]string{101: "[Swap the ch]", 102: "[Send ano]"} {
		third := begin(t, s) // and once more
		third.page.Open(id(n))
		third.keys("2")
		third.sees(words)
	}
}

func TestAReadThatFailsCostsNoneOfTheDrafts(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.complaint(2, "Tom Bell", "The lamp hums.", morning.Add(-time.Hour))
	s.complaint(3, "Ida Berg", "The desk is scratched.", morning.Add(-time.Hour))
	d := begin(t, s)
	for n, words := range map[int]string{101: "Swap the ch", 103: "Polish i"} {
		d.page.Open(id(n))
		d.keys("2")
		d.keys(words)
		d.press(fyne.KeyEscape)
	}

	s.unread = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	again := begin(t, s) // the program was killed
	if len(again.Failures) == 0 {
		t.Error("nobody was told")
	}
	again.page.Open(id(102))
	again.keys("2")
	again.keys("Send ano")
	again.pass(time.Second)
	again.sees("Not kept: save it before you close")
	if err := again.page.Close(t.Context()); err == nil {
		t.Error("it is said to be kept")
	}
	s.unread = nil
	if err := again.page.Close(t.Context()); err != nil {
		t.Error(err)
	}
	again.press(fyne.KeyEscape)
	again.page.Open(id(103))
	again.keys("2")
	again.keys("x")
	again.pass(time.Second)
	again.press(fyne.KeyBackspace, fyne.KeyEscape) // is empty again, so that no draft is left
	again.page.Open(id(101))
	again.keys("2")
	again.press(fyne.KeyEscape) // nothing was typed

	for n, words := range map[int]string{101: "[Swap the ch]", 102: "[Send ano]", 103: "[]"} {
		third := begin(t, s) // and once more
		third.page.Open(id(n))
		third.keys("2")
		third.sees(words)
	}
}

func TestDraftsThatFailedToBeReadAreThereWhenThePageIsShownAgain(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("Swap the ch")
	d.pass(time.Second)

	s.unread = errors.New("input/output error")
	again := begin(t, s)
	s.unread = nil
	again.page.Hidden()
	again.page.Shown()
	again.keys("2")
	again.sees("[Swap the ch]")
}

func TestDraftsThatNobodyCanReadAreTold(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.KeptAs = map[string][]byte{app.KeptAnswers: []byte("[{")}
	d := begin(t, s)
	if len(d.Failures) != 1 || app.CodeOf(d.Failures[0]) != app.CodeDamaged {
		t.Errorf("told %v", d.Failures)
	}
	d.keys("2")
	d.keys("Swap the ch")
	d.pass(time.Second)
	d.sees("Kept as a draft while you type")
}

// decides decides on a remedy in place of the one that was decided on.
func (s *shop) decides(n int, kind app.RemedyKind, note string, cost int64) {
	c := s.of(n)
	c.Remedy = &app.Remedy{Kind: kind, Note: note, Cost: app.Money{Minor: cost, Currency: "EUR"}, Allowed: morning}
	s.Put(c)
}

func TestAFormThatWasLeftAsItWasPrefilledIsNoDraft(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.decides(1, app.RemedyReplacement, "New handle", 50000)
	d := begin(t, s)
	d.keys("4")
	d.sees("[New handle]", "[500.00]")
	d.pass(time.Second)
	d.press(fyne.KeyEscape)
	if len(s.KeptAs) != 0 {
		t.Errorf("kept %v", s.KeptAs)
	}
	s.decides(1, app.RemedyRepair, "Glue", 2000)
	d.page.Changed(app.Changed{})
	d.keys("4")
	d.sees("[Glue]", "[20.00]")
	d.misses("has changed since")
	d.press(fyne.KeyReturn)
	if r := s.of(1).Remedy; r.Kind != app.RemedyRepair || r.Note != "Glue" || r.Cost.Minor != 2000 {
		t.Errorf("recorded %+v", r)
	}
}

func TestADraftDoesNotStandSilentlyOverWhatWasDecidedSince(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.decides(1, app.RemedyReplacement, "New handle", 50000)
	d := begin(t, s)
	d.keys("4")
	d.keys(", in brass")
	d.press(fyne.KeyEscape)
	d.keys("4")
	d.sees("[New handle, in brass]", "[500.00]")
	d.misses("has changed since")
	d.press(fyne.KeyEscape)

	s.decides(1, app.RemedyRepair, "Glue", 2000)
	again := begin(t, s) // the program was killed
	for range 2 {
		again.keys("4")
		again.sees("[New handle, in brass]", "[20.00]", "What was decided has changed since this was typed.")
		again.press(fyne.KeyEscape)
	}
	again.keys("4")
	again.press(fyne.KeyReturn)
	if r := s.of(1).Remedy; r.Kind != app.RemedyRepair || r.Cost.Minor != 2000 || r.Note != "New handle, in brass" {
		t.Errorf("recorded %+v", r)
	}
	if len(s.KeptAs) != 0 {
		t.Errorf("kept %v", s.KeptAs)
	}
}

func TestWhatWasDecidedKeepsItsCurrencyUntilAnotherAmountIsTyped(t *testing.T) {
	for _, c := range []struct {
		key, typed string
		want       app.Money
	}{
		{"4", "", app.Money{Minor: 8000, Currency: "EUR"}},
		{"3", "", app.Money{Minor: 8000, Currency: "EUR"}},
		{"4", "1", app.Money{Minor: 8100, Currency: "SEK"}},
	} {
		s := newShop()
		s.Shop.Plan.Currency = "SEK"
		s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
		s.decides(1, app.RemedyRefund, "", 8000)
		d := begin(t, s)
		hint := "In EUR, as it was decided. Another amount would be in SEK."
		d.keys(c.key)
		d.sees("[80.00]", hint)
		if c.typed != "" {
			d.press(fyne.KeyTab, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace) // 8
			d.keys(c.typed)
			d.misses(hint)
		}
		d.press(fyne.KeyReturn)
		if got := s.of(1).Remedy.Cost; got != c.want {
			t.Errorf("%+v: recorded %+v, %v", c, got, d.Failures)
		}
	}
}

func TestACostInAnotherCurrencyThanTheShopsIsSaidToGoToTheOwner(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.decides(1, app.RemedyRefund, "", 800)
	c := s.of(1)
	c.Remedy.Allowed = time.Time{}
	s.Put(c)
	s.Shop.Plan.Currency, s.by = "SEK", "Anna"
	d := begin(t, s)
	d.keys("4")
	d.sees("In EUR, as it was decided. Another amount would be in SEK. The owner will be asked.")
}

func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	d := begin(t, s)
	d.page.Open(id(101))
	d.keys("2")
	s.full = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	d.keys("Swap the ch")
	d.pass(time.Second)
	d.sees("Not kept: save it before you close")
	s.full = nil
	d.keys("air")
	d.pass(time.Second)
	d.sees("Kept as a draft while you type")
}

func TestByWhenItIsPromisedIsAsItWasTyped(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("A leg")
	d.press(fyne.KeyTab)
	d.keys("tomorrow 11")
	d.pass(time.Second)
	again := begin(t, s) // the program was killed
	again.now = again.now.AddDate(0, 0, 1).Add(-time.Hour)
	again.keys("2")
	again.press(fyne.KeyReturn)
	if made := s.of(1).Promises; len(made) != 1 || app.DayOf(made[0].By) != app.DayOf(morning)+1 {
		t.Errorf("promised %+v", made)
	}
}
