package files_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
	"ringback.app/ui/files"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// desk is a window with a page behind, and the files it chooses.
type desk struct {
	*ui.Window
	*files.Chooser
	t      *testing.T
	page   *page
	folder string
	chosen [][]string
	sheet  ui.Sheet // shown last
	now    time.Time
}

// ShowSheet notes the sheet, since Fyne's canvas of tests knows no shortcuts.
func (d *desk) ShowSheet(s ui.Sheet) func() {
	d.sheet = s
	return d.Window.ShowSheet(s)
}

// page notes what reaches it.
type page struct {
	button *widgets.Button
	got    []string
}

func (p *page) Content() fyne.CanvasObject { return p.button }
func (p *page) Shown()                     { p.got = append(p.got, "shown") }
func (p *page) Hidden()                    { p.got = append(p.got, "hidden") }
func (p *page) Save()                      { p.got = append(p.got, "save") }
func (p *page) Back()                      { p.got = append(p.got, "back") }
func (p *page) TypedKey(*fyne.KeyEvent)    { p.got = append(p.got, "key") }
func (p *page) TypedRune(rune)             { p.got = append(p.got, "rune") }

// newDesk makes a folder of files and remembers it as the one used last.
func newDesk(t *testing.T, look theme.Look) *desk {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"contacts.vcf", "purchases.csv", "notes.pdf", ".hidden.csv", "Shop/till.csv", "Shop/May/may.csv", "Empty/none.pdf"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Repeat("x", 2100)), 0o600); err != nil {
			t.Fatal(err)
		}
		day := time.Date(2026, time.November, 13, 9, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, day, day); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", folder)
	t.Setenv("USERPROFILE", folder)
	a := pagetest.App(t)
	a.Preferences().SetString("window.look", string(look))
	d := &desk{t: t, page: &page{button: widgets.NewButton(widgets.Plain, "Behind", nil)}, folder: folder}
	d.now = time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	clock := func() time.Time { return d.now }
	d.Window = ui.New(a, ui.Deps{
		Book: book{}, Voice: pagetest.English(t), Run: pagetest.AtOnce{}, Clock: clock,
		After: func(time.Duration, func()) func() { return func() {} }, By: func() string { return "" },
	})
	d.SetPages(ui.Pages{Today: d.page})
	d.Show()
	d.Window.Focus(d.page.button)
	d.Chooser = files.New(d, pagetest.AtOnce{}, clock, pagetest.English(t))
	return d
}

// book is of a shop in London.
type book struct{ ui.Book }

func (book) InPlace() error                         { return nil }
func (book) KeepAgain(context.Context) error        { return nil }
func (book) Plan(context.Context) (app.Plan, error) { return app.Plan{TimeZone: "Europe/London"}, nil }

func (d *desk) canvas() fyne.Canvas { return d.Fyne().Canvas() }

func (d *desk) choose() {
	d.Choose([]string{".vcf", ".csv"}, func(paths []string) { d.chosen = append(d.chosen, paths) })
}

func (d *desk) save(name string) {
	d.Place(name, func(path string) { d.chosen = append(d.chosen, []string{path}) })
}

// press presses keys as the keyboard does: Tab moves the focus, the rest goes to
// what has it.
func (d *desk) press(keys ...fyne.KeyName) {
	pagetest.Keys(d.canvas(), keys...)
}

func (d *desk) write(text string) {
	for _, r := range text {
		d.canvas().Focused().TypedRune(r)
	}
}

// accept presses the button on the right, as Ctrl+Enter does.
func (d *desk) accept() {
	var last *widgets.Button
	for _, o := range test.LaidOutObjects(d.canvas().Overlays().Top()) {
		if b, ok := o.(*widgets.Button); ok {
			last = b
		}
	}
	test.Tap(last)
}

// reads returns all that the sheet says.
func (d *desk) reads() string {
	top := d.canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var b strings.Builder
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		case *widgets.Entry:
			b.WriteString(o.Text + "\n")
		case *widgets.Paragraph:
			b.WriteString(o.Text() + "\n")
		}
	}
	return b.String()
}

func (d *desk) sees(wanted ...string) {
	d.t.Helper()
	for _, w := range wanted {
		if !strings.Contains(d.reads(), w) {
			d.t.Errorf("%q is missing in\n%s", w, d.reads())
		}
	}
}

// expects says what was chosen so far, below the folder.
func (d *desk) expects(names ...string) {
	d.t.Helper()
	var want []string
	for _, n := range names {
		want = append(want, filepath.Join(d.folder, filepath.FromSlash(n)))
	}
	if len(d.chosen) != 1 || !slices.Equal(d.chosen[0], want) {
		d.t.Fatalf("chosen %q, want %q; the sheet says\n%s", d.chosen, want, d.reads())
	}
	if d.canvas().Overlays().Top() != nil {
		d.t.Error("the sheet is still there")
	}
}

// entry returns one of the sheet's entries.
func (d *desk) entry(n int) *widgets.Entry {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.canvas().Overlays().Top()) {
		if e, ok := o.(*widgets.Entry); ok {
			if n == 0 {
				return e
			}
			n--
		}
	}
	d.t.Fatal("there is no such entry")
	return nil
}

// selectAll presses Ctrl+A in the list.
func (d *desk) selectAll() {
	d.sheet.(ui.AllSelecter).SelectAll()
}
