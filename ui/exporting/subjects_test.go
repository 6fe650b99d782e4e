package exporting_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// busyShop is shop with something of everything that a file shows.
func busyShop() *book {
	b := shop()
	b.plan = app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	b.plan.TimeZone = "Europe/Helsinki"
	b.customers[2].Phones = []app.Phone{{Typed: "040 123 4567", E164: "+358401234567"}}
	buy := func(n, who byte, day int) app.Purchase {
		return app.Purchase{
			ID: id(n), Customer: id(who), Day: app.NewDay(2026, 11, day), Total: 8900, Currency: "EUR",
			Lines: []app.Line{{Item: "Reading lamp", Quantity: 1000, Amount: 8900}},
		}
	}
	b.purchases = []app.Purchase{buy(20, 1, 2), buy(21, 3, 13)}
	return b
}

func TestEverythingThatTheCommandLineExportsCanBeExported(t *testing.T) {
	tests := []struct {
		down    int // from the first subject
		right   int // from the first format
		name    string
		counted string
		begins  string
		done    string
	}{
		{0, 0, "Customers 2026-11-20.vcf", "3 customers.", "BEGIN:VCARD\r\nVERSION:4.0", "3 customers are in"},
		{0, 1, "Customers 2026-11-20.vcf", "3 customers.", "BEGIN:VCARD\r\nVERSION:3.0", "3 customers are in"},
		{0, 2, "Customers 2026-11-20.csv", "3 customers.", "\ufeffCustomer number,Name", "3 customers are in"},
		{0, 3, "Customers 2026-11-20.json", "3 customers.", `{"id":`, "3 customers are in"},
		{1, 0, "Purchases 2026-11-20.csv", "2 purchases.", "\ufeffReceipt,Date", "2 purchases are in"},
		{1, 1, "Purchases 2026-11-20.json", "2 purchases.", `{"id":`, "2 purchases are in"},
		{4, 1, "Call notes.md", "5 calls with 2 people.", "# Call notes", "5 call notes are in"},
		{5, 0, "Call sheet 2026-11-20.pdf", "1 person is to be called today.", "%PDF", "The call sheet with 1 person"},
		{7, 0, "Whole book 2026-11-20.json", "10 records and your settings.", `{"kind":"book"`, "Everything, 10 records"},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+strings.TrimSpace(tt.begins[len(tt.begins)-3:]), func(t *testing.T) {
			s := show(t, busyShop())
			s.path = filepath.Join(t.TempDir(), "a")
			s.key(fyne.KeyDown, tt.down)
			s.key(fyne.KeyReturn)
			if tt.right > 0 {
				s.key(fyne.KeyRight, tt.right)
			}
			s.sees(t, tt.counted)
			s.Save()
			if len(s.names) != 1 || s.names[0] != tt.name {
				t.Errorf("proposed %q, want %q", s.names, tt.name)
			}
			written, err := os.ReadFile(s.path)
			if err != nil || !bytes.HasPrefix(written, []byte(tt.begins)) {
				t.Errorf("wrote %.80q, %v", written, err)
			}
			s.sees(t, tt.done, "“a”, in ")
		})
	}
}

func TestNothingIsAskedThatSaysNothingOfTheSubject(t *testing.T) {
	asked := []string{"Write it for", "Which days", "Customer", "What came of the call"}
	tests := []struct {
		what string
		asks []string
	}{
		{"Customers", []string{"Write it for", "Customer"}},
		{"Purchases", []string{"Write it for", "Which days", "Customer"}},
		{"Opinions", []string{"Write it for", "Which days", "Customer"}},
		{"Complaints", []string{"Write it for", "Which days", "Customer"}},
		{"Call notes", asked},
		{"Today’s call sheet", nil},
		{"Planned calls", []string{"Which days", "Customer"}},
		{"Everything", nil},
	}
	s := show(t, busyShop())
	for i, tt := range tests {
		if i > 0 {
			s.key(fyne.KeyDown)
		}
		lines := strings.Split(pagetest.Texts(s.Content()), "\n")
		for _, a := range asked {
			want, got := false, false
			for _, w := range tt.asks {
				want = want || w == a
			}
			for _, l := range lines {
				got = got || l == a
			}
			if got != want {
				t.Errorf("%s: “%s” is asked: %t, want %t", tt.what, a, got, want)
			}
		}
	}
}

func TestNothingIsNotWritten(t *testing.T) {
	for down, want := range []string{
		"There are no customers in the book yet.", "There are no such purchases.", "There are no such opinions.",
		"There are no such complaints.", "There are no such calls.", "There is nobody to call today.",
		"No such call is planned.", "The book is empty.",
	} {
		s := show(t, &book{plan: app.Plan{TimeZone: "Europe/Helsinki"}})
		s.key(fyne.KeyDown, down)
		s.sees(t, want)
		s.Save()
		if len(s.names) != 0 {
			t.Errorf("%s A place was asked for all the same", want)
		}
	}
}

func TestAPeriodAndACustomerHoldForPurchasesToo(t *testing.T) {
	s := show(t, busyShop())
	s.key(fyne.KeyDown)
	s.key(fyne.KeyReturn)
	s.tab(1)
	s.key(fyne.KeyRight, 3) // the last 7 days
	s.sees(t, "There are no such purchases.")
	s.key(fyne.KeyLeft, 3)
	s.tab(1)
	test.Type(s.canvas.Focused(), "maija")
	s.key(fyne.KeyReturn)
	s.sees(t, "1 purchase.")
}

func TestALargeBookShowsHowFarItIsAndStopsLeavingNothing(t *testing.T) {
	b := shop()
	for n := range 600 {
		b.customers = append(b.customers, app.Customer{ID: app.ID{0: 9, 14: byte(n >> 8), 15: byte(n)}, Name: app.Name{Full: "Somebody"}})
	}
	s := show(t, b)
	s.path = filepath.Join(t.TempDir(), "a.vcf")
	b.during = func(context.Context) {
		b.during = nil
		s.sees(t, "Writing “a.vcf”", "Stop")
		s.Back()
	}
	s.Save()
	if left, _ := os.ReadDir(filepath.Dir(s.path)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if len(s.window.toasts) != 1 || s.window.toasts[0] != "Stopped. No file was written." {
		t.Errorf("told %q", s.window.toasts)
	}
	s.sees(t, "603 customers.")
}

func TestComingBackBeginsAnew(t *testing.T) {
	s := showNotes(t, busyShop())
	s.key(fyne.KeyRight)
	s.tab(1)
	test.Type(s.canvas.Focused(), "maija")
	s.key(fyne.KeyReturn)
	s.Hidden()
	s.Shown()
	s.sees(t, "3 customers.")
	s.key(fyne.KeyDown, 4)
	s.sees(t, "5 calls with 2 people.")
}

func TestPictures(t *testing.T) {
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			s := show(t, busyShop())
			fyne.CurrentApp().Settings().SetTheme(theme.New(look, 1))
			s.key(fyne.KeyDown)
			test.AssertRendersToImage(t, "purchases-"+string(look)+".png", s.canvas)
		})
	}
}
