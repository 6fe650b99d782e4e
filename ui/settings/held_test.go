package settings_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/ui/pagetest"
	ui "ringback.app/ui/settings"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// inPounds types another currency over that of a book with purchases, and saves.
func inPounds(t *testing.T, purchases int) (*ui.Page, *desk, *window) {
	t.Helper()
	p, d, w := showIn(t, theme.Light)
	d.held = purchases
	currency, ok := find(p, func(e *widgets.Entry) bool { return e.Text == "EUR" })
	if !ok {
		t.Fatal("the currency is in no field")
	}
	currency.SetText("GBP")
	p.Save()
	return p, d, w
}

const question = "The 3 purchases on record are in EUR. Were they meant in GBP all along?"

func TestWhatAnotherCurrencyIsMeantForIsAsked(t *testing.T) {
	p, d, w := inPounds(t, 3)
	pagetest.Sees(t, p.Content(), question)
	if len(d.saved) != 0 {
		t.Fatal("it is saved unasked")
	}
	p.Save()
	if len(d.saved) != 0 {
		t.Fatal("Ctrl+Enter answers for the owner")
	}
	if b, ok := w.canvas.Focused().(*widgets.Button); !ok || b.Text() != "Yes, they are in GBP" {
		t.Errorf("%T has the keyboard", w.canvas.Focused())
	}
	pagetest.Press(t, p.Content(), "Yes, they are in GBP")
	if len(d.meant) != 1 || len(d.saved) != 1 || d.meant[0].Currency != "GBP" || d.meant[0].Draft != settings.DraftKey {
		t.Fatalf("meant %+v, saved %+v", d.meant, d.saved)
	}
	if said := w.toasts[len(w.toasts)-1]; said != "Settings saved. The 3 purchases on record are in GBP now." {
		t.Errorf("said %q", said)
	}
	w.undo()
	if len(d.undone) != 1 {
		t.Error("the undo went nowhere")
	}
	pagetest.Misses(t, p.Content(), question)
}

func TestWhatIsOnRecordMayStayInTheOldCurrency(t *testing.T) {
	p, d, _ := inPounds(t, 3)
	pagetest.Press(t, p.Content(), "No, they stay in EUR")
	if len(d.meant) != 0 || len(d.saved) != 1 || d.saved[0].Currency != "GBP" {
		t.Fatalf("meant %+v, saved %+v", d.meant, d.saved)
	}
}

func TestWithNothingOnRecordAnotherCurrencyIsSavedUnasked(t *testing.T) {
	p, d, _ := inPounds(t, 0)
	pagetest.Misses(t, p.Content(), "on record")
	if len(d.meant) != 0 || len(d.saved) != 1 {
		t.Fatalf("meant %+v, saved %+v", d.meant, d.saved)
	}
}

func TestTheQuestionAboutTheCurrencyGoesAndWhatIsTypedStays(t *testing.T) {
	for name, leave := range map[string]func(*ui.Page, *window){
		"with Escape":              func(p *ui.Page, _ *window) { p.Back() },
		"when more is typed":       func(p *ui.Page, w *window) { p.Shown(); test.Type(w.canvas.Focused(), "x") },
		"with the button for it":   func(p *ui.Page, _ *window) { pressBack(p) },
		"when the book refuses it": nil,
	} {
		t.Run(name, func(t *testing.T) {
			p, d, w := inPounds(t, 3)
			if leave != nil {
				leave(p, w)
			} else {
				d.err = app.FieldErrors{settings.FieldCurrency: {Code: app.CodeInvalid, Key: "error.settings.currency.digits", Args: app.Args{"Amount": "12.50", "Was": "EUR", "Currency": "JPY"}}}
				pagetest.Press(t, p.Content(), "Yes, they are in GBP")
				pagetest.Sees(t, p.Content(), "12.50 EUR, which cannot be written in JPY")
			}
			pagetest.Misses(t, p.Content(), question)
			if _, ok := find(p, func(e *widgets.Entry) bool { return e.Text == "GBP" }); !ok || len(d.saved) != 0 {
				t.Errorf("the currency that was typed is gone, or saved %+v", d.saved)
			}
			pagetest.Sees(t, p.Content(), "Save")
		})
	}
}

func pressBack(p *ui.Page) {
	if b, ok := find(p, func(b *widgets.Button) bool { return b.Text() == "Back to the settings" }); ok {
		test.Tap(b)
	}
}
