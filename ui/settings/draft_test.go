package settings_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/ui/pagetest"
	ui "ringback.app/ui/settings"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

const (
	resumed = "This goes on with what you typed before"
	newer   = "The settings were changed meanwhile."
)

// rests lets the time pass after which what is typed is kept.
func (d *desk) rests() {
	if call := d.keep; call != nil {
		d.keep = nil
		call()
	}
}

// typeIn types over what stands in a field.
func typeIn(t *testing.T, p *ui.Page, was, now string) {
	t.Helper()
	entry, ok := find(p, func(e *widgets.Entry) bool { return e.Text == was })
	if !ok {
		t.Fatalf("no field has %q", was)
	}
	entry.SetText(now)
}

func has(p *ui.Page, text string) bool {
	_, ok := find(p, func(e *widgets.Entry) bool { return e.Text == text })
	return ok
}

func TestWhatWasTypedAndNotSavedComesBackAfterACrash(t *testing.T) {
	for name, touch := range map[string]struct {
		touch func(t *testing.T, p *ui.Page)
		is    func(f settings.Form) bool
	}{
		"a line": {
			func(t *testing.T, p *ui.Page) { typeIn(t, p, "Care Co", "Care & Co") },
			func(f settings.Form) bool { return f.Shop == "Care & Co" },
		},
		"a tag": {
			func(t *testing.T, p *ui.Page) { typeIn(t, p, "oak", "oak, teak") },
			func(f settings.Form) bool { return f.ItemTags[0].Words == "oak, teak" },
		},
		"a rule that is tried": {
			func(t *testing.T, p *ui.Page) { typeIn(t, p, "150", "175") },
			func(f settings.Form) bool { return f.QuietPercent == "175" },
		},
		"a calling day": {func(t *testing.T, p *ui.Page) {
			monday, _ := find(p, func(c *widgets.Check) bool { return c.Checked() })
			test.Tap(monday)
		}, func(f settings.Form) bool { return !f.CallingDays.Has(1) }},
		"the words of a standard": {func(t *testing.T, p *ui.Page) {
			e, ok := find(p, func(e *widgets.Entry) bool { return e.PlaceHolder == "as the measure says it" })
			if !ok {
				t.Fatal("no standard has words")
			}
			e.SetText("We ask everybody")
		}, func(f settings.Form) bool { return f.Standards[0].Words == "We ask everybody" }},
		"a standard that is left out": {func(t *testing.T, p *ui.Page) {
			remove, ok := find(p, func(b *widgets.Button) bool { return b.Text() == "" })
			if !ok {
				t.Fatal("no standard can be removed")
			}
			test.Tap(remove)
		}, func(f settings.Form) bool { return len(f.Standards) == len(settings.FormOf(app.Plan{}).Standards)-1 }},
	} {
		t.Run(name, func(t *testing.T) {
			p, d, _ := show(t)
			touch.touch(t, p)
			d.rests() // and the program is killed
			again, _ := start(t, theme.Light, d)
			pagetest.Sees(t, again.Content(), resumed)
			pagetest.Misses(t, again.Content(), newer)
			again.Save()
			if len(d.saved) != 1 || !touch.is(d.saved[0]) {
				t.Errorf("saved %+v", d.saved)
			}
			if d.draft != nil {
				t.Error("the draft does not go in the moment in which it is saved")
			}
			if d.rests(); d.draft != nil {
				t.Error("what is saved is a draft still")
			}
			pagetest.Misses(t, again.Content(), resumed)
		})
	}
}

func TestWhatWasTypedIsKeptWhenTheWindowCloses(t *testing.T) {
	p, d, _ := show(t)
	typeIn(t, p, "Care Co", "Care & Co")
	if err := p.Close(context.Background()); err != nil || d.draft == nil {
		t.Fatalf("kept %q, %v", d.draft, err)
	}
	again, _ := start(t, theme.Light, d)
	if !has(again, "Care & Co") {
		t.Error("it is gone")
	}
}

func TestWhatIsGivenUpIsNoDraftAndCanBeHadBack(t *testing.T) {
	p, d, w := show(t)
	typeIn(t, p, "Care Co", "Care & Co")
	d.rests()
	p.Back()
	d.rests()
	if d.draft != nil || !has(p, "Care Co") {
		t.Errorf("kept %q", d.draft)
	}
	if w.undo == nil {
		t.Fatal("there is no way back")
	}
	w.undo()
	d.rests()
	if d.draft == nil || !has(p, "Care & Co") {
		t.Errorf("it did not come back: %q, %v, %q", d.draft, has(p, "Care & Co"), w.toasts)
	}
}

func TestAFormThatIsNotTouchedLeavesNoDraft(t *testing.T) {
	p, d, w := show(t)
	d.rests()
	p.Hidden()
	p.Back()
	if err := p.Close(context.Background()); err != nil || d.draft != nil || len(w.toasts) != 0 {
		t.Errorf("kept %q, said %q, %v", d.draft, w.toasts, err)
	}
}

func TestAPlanThatWasChangedMeanwhileIsNotOverwrittenByAnOldDraft(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, p *ui.Page, d *desk) *ui.Page{
		"over a crash": func(t *testing.T, _ *ui.Page, d *desk) *ui.Page {
			again, _ := start(t, theme.Light, d)
			return again
		},
		"while the form is open": func(_ *testing.T, p *ui.Page, _ *desk) *ui.Page {
			p.Changed(app.Changed{Plan: true})
			return p
		},
		"while another page is seen": func(_ *testing.T, p *ui.Page, _ *desk) *ui.Page {
			p.Hidden()
			p.Shown()
			return p
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, d, _ := show(t)
			typeIn(t, p, "Care Co", "Care & Co")
			d.rests()
			d.form.Owner, d.form.Open[1] = "Ann", "10–12"
			p = change(t, p, d)
			pagetest.Sees(t, p.Content(), newer)
			p.Save()
			if len(d.saved) != 1 || d.saved[0].Shop != "Care & Co" || d.saved[0].Owner != "Ann" || d.saved[0].Open[1] != "10–12" {
				t.Errorf("saved %+v", d.saved)
			}
			pagetest.Misses(t, p.Content(), newer)
		})
	}
}

func TestWhatIsTypedWhileAChangeIsTakenBackStays(t *testing.T) {
	p, d, w := show(t)
	typeIn(t, p, "Care Co", "Care & Co")
	p.Save()
	typeIn(t, p, "Jim", "Jimmy")
	d.form.Shop = "Care Co"
	w.undo()
	if !has(p, "Jimmy") || !has(p, "Care Co") {
		t.Error("it is gone, or nothing was taken back")
	}
}

func TestADraftThatCannotBeReadIsSaid(t *testing.T) {
	_, d, _ := show(t)
	d.draft = []byte("{")
	p, w := start(t, theme.Light, d)
	if len(w.failed) != 1 || !strings.Contains(pagetest.English(t).Error(w.failed[0]), "type it again") || !has(p, "Care Co") {
		t.Errorf("said %v", w.failed)
	}
}

func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	p, d, _ := show(t)
	d.full = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	typeIn(t, p, "Care Co", "Care & Co")
	d.rests()
	pagetest.Misses(t, p.Content(), "Kept as a draft")
	pagetest.Sees(t, p.Content(), "Not kept: save it before you close")
	d.full = nil
	typeIn(t, p, "Care & Co", "Care and Co")
	d.rests()
	pagetest.Sees(t, p.Content(), "Kept as a draft")
}
