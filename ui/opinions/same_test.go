package opinions

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/opinions"
)

func TestACardIsAnotherAsSoonAsAnythingOfItIs(t *testing.T) {
	card := func() opinions.Form {
		return opinions.Form{
			Customer: app.ID{1}, Sender: "K. K.", Source: app.FromCard, Said: "9 Nov", Rating: "4/5", Words: "Ihana",
			Themes: []string{"quality"}, Staff: []string{"Anna"}, Praise: []string{"Anna"},
			Quote: &opinions.QuoteForm{Name: "Kaisa"}, Complaint: &opinions.ComplaintForm{Wish: "a leg"},
		}
	}
	for what, change := range map[string]func(*opinions.Form){
		"customer": func(f *opinions.Form) { f.Customer = app.ID{2} },
		"sender":   func(f *opinions.Form) { f.Sender = "L. L." },
		"day":      func(f *opinions.Form) { f.Said = "10 Nov" },
		"rating":   func(f *opinions.Form) { f.Rating = "5/5" },
		"words":    func(f *opinions.Form) { f.Words += "!" },
		"themes":   func(f *opinions.Form) { f.Themes = nil },
		"staff":    func(f *opinions.Form) { f.Staff = []string{"Pekka"} },
		"praise":   func(f *opinions.Form) { f.Praise = nil },
		"leave":    func(f *opinions.Form) { f.Quote = nil },
		"quote":    func(f *opinions.Form) { f.Quote = &opinions.QuoteForm{Name: "K."} },
		"wrong":    func(f *opinions.Form) { f.Complaint = nil },
		"wish":     func(f *opinions.Form) { f.Complaint = &opinions.ComplaintForm{Wish: "a table"} },
	} {
		other := card()
		if change(&other); same(card(), other) {
			t.Errorf("with another %s it is the same", what)
		}
	}
	again := card()
	again.Draft, again.Chosen = opinions.DraftKey, true
	if !same(card(), again) {
		t.Error("it is another by what nobody types")
	}
}
