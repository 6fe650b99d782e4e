package settings_test

import (
	"maps"
	"testing"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/ui/widgets"
)

func TestSavingLeavesTheKeyboardWhereItIsThoughTheBookHasItTidier(t *testing.T) {
	p, d, w := show(t)
	d.err = app.FieldErrors{settings.FieldCapacity: {Code: app.CodeInvalid, Key: "error.settings.number", Args: app.Args{"Text": "x", "Least": 1, "Most": 200}}}
	p.Save()
	d.err = nil
	d.tidied = func(f *settings.Form) {
		f.Country, f.Recycle = "FI", maps.Clone(f.Recycle)
		f.Recycle[app.Busy] = "9"
	}
	p.Hidden()
	p.Shown()
	for range 4 { // from the owner's name to the time zone
		w.canvas.(interface{ FocusNext() }).FocusNext()
	}
	entry := w.canvas.Focused()
	test.Type(entry, "Europe/Helsinki")
	p.Save()
	if w.canvas.Focused() != entry {
		t.Fatalf("%T has the keyboard", w.canvas.Focused())
	}
	for _, text := range []string{"FI", "9", "Europe/Helsinki"} {
		if _, ok := find(p, func(e *widgets.Entry) bool { return e.Text == text }); !ok {
			t.Errorf("%q is in no field", text)
		}
	}
	if _, wrong := find(p, func(f *widgets.Field) bool { return f.Problem() != "" }); wrong {
		t.Error("what was wrong is said still")
	}
	p.Hidden()
	if d.draft != nil {
		t.Error("it is kept as typed and not saved")
	}
}

func TestARowThatTheBookDropsIsGoneFromTheForm(t *testing.T) {
	p, d, _ := show(t)
	d.tidied = func(f *settings.Form) { f.ItemTags = nil }
	p.Save()
	if _, there := find(p, func(e *widgets.Entry) bool { return e.Text == "oak" }); there {
		t.Error("it is there still")
	}
}

func TestThePlanAsItIsNowStaysThoughAnOlderReadingComesLater(t *testing.T) {
	p, d, _ := show(t)
	d.run.Late = true
	p.Changed(app.Changed{Plan: true})
	d.form.Shop = "Care & Co"
	p.Changed(app.Changed{Plan: true})
	d.run.BringBack(true)
	if !has(p, "Care & Co") {
		t.Error("the older plan is shown")
	}
}

func TestWhatWasGivenUpIsHadBackThoughTheBookChangesAtTheSameTime(t *testing.T) {
	p, d, w := show(t)
	typeIn(t, p, "Care Co", "Care & Co")
	p.Back()
	d.run.Late = true
	w.undo()
	p.Changed(app.Changed{Plan: true})
	d.run.BringBack(false)
	if !has(p, "Care & Co") {
		t.Error("it is gone")
	}
}
