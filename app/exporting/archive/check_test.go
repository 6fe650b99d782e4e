package archive_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
)

func TestWhatNoBookHoldsIsRefused(t *testing.T) {
	usual := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan := func(change func(*app.Plan)) app.Record {
		p := usual.Clone()
		change(&p)
		return p
	}
	owner := app.Customer{ID: id(1)}
	long := time.Date(1, time.May, 1, 0, 0, 0, 0, time.UTC)
	for name, record := range map[string]app.Record{
		"a fix that is never due":           plan(func(p *app.Plan) { p.FixWithin = 1 << 40 }),
		"an answer that is due at once":     plan(func(p *app.Plan) { p.AnswerWithin = -1 }),
		"a window before the purchase":      plan(func(p *app.Plan) { p.Windows = []app.Window{{Opens: -5, Closes: 9}} }),
		"thousands of telephones":           app.Customer{ID: id(1), Phones: make([]app.Phone, 5000)},
		"a street of megabytes":             app.Customer{ID: id(1), Addresses: []app.Address{{Street: strings.Repeat("x", 3<<20)}}},
		"a name of megabytes":               app.Customer{ID: id(1), Name: app.Name{Full: strings.Repeat("x", 3<<20)}},
		"an address for mail as long":       app.Customer{ID: id(1), Emails: []app.Email{{Address: strings.Repeat("x", 3<<20)}}},
		"a tag as long":                     app.Customer{ID: id(1), Tags: []string{strings.Repeat("x", 3<<20)}},
		"a number of the shop as long":      app.Customer{ID: id(1), References: []app.Reference{{Kind: app.ReferenceShop, Value: strings.Repeat("x", 3<<20)}}},
		"flowers for more than is there":    app.Customer{ID: id(1), Thanks: []app.ThankYou{{Cost: app.Money{Minor: app.MostMoney + 1}}}},
		"a total beyond all totals":         app.Purchase{ID: id(2), Customer: id(1), Total: 1 << 62},
		"one below nought":                  app.Purchase{ID: id(2), Customer: id(1), Total: -1 << 62},
		"an item dearer than all":           app.Purchase{ID: id(2), Customer: id(1), Lines: []app.Line{{Amount: app.MostMoney + 1}}},
		"more of one than there are":        app.Purchase{ID: id(2), Customer: id(1), Lines: []app.Line{{Quantity: app.MostQuantity + 1}}},
		"an item with a name as long":       app.Purchase{ID: id(2), Customer: id(1), Lines: []app.Line{{Item: strings.Repeat("x", 3<<20)}}},
		"a call before telephones":          app.Call{ID: id(2), Customer: id(1), Disposition: app.Talked, Start: long},
		"a call about all there is":         app.Call{ID: id(2), Customer: id(1), Disposition: app.Talked, About: make([]app.ID, 2000)},
		"an opinion that is a book":         app.Opinion{ID: id(2), Source: app.FromCard, Verbatim: strings.Repeat("x", app.MaxVerbatim+1)},
		"very many themes":                  app.Opinion{ID: id(2), Source: app.FromCard, Themes: make([]string, 2000)},
		"a complaint of two thousand years": app.Complaint{ID: id(2), Customer: id(1), Received: long},
		"very many promises":                app.Complaint{ID: id(2), Customer: id(1), Promises: make([]app.Promise, 2000)},
		"a remedy beyond all money":         app.Complaint{ID: id(2), Customer: id(1), Remedy: &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 1 << 62}}},
		"an earlier one": app.Complaint{ID: id(2), Customer: id(1), Earlier: []app.Given{{Remedy: app.Remedy{
			Kind: app.RemedyRefund, Cost: app.Money{Minor: 1 << 62},
		}}}},
	} {
		t.Run(name, func(t *testing.T) {
			before := []app.Record{owner}
			if _, ok := record.(app.Customer); ok {
				before = nil
			}
			_, err := read(write(t, append(before, record)...))
			var e *app.Error
			if !errors.As(err, &e) || e.Code != app.CodeInvalid || e.Key != "error.archive.line" || e.Args["Line"] != len(before)+2 {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAnAnswerIsNotTakenForAnotherThatItRunsOverTo(t *testing.T) {
	text := write(t, app.DefaultPlan(app.CallingHours{}))
	text = strings.Replace(text, `"answer_within":240`, `"answer_within":65776`, 1) // 240 more than 16 bits hold
	if _, err := read(text); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestWhatAShopMayHaveAtTheMostIsTaken(t *testing.T) {
	want := []app.Record{
		app.Customer{
			ID: id(1), Name: app.Name{Full: strings.Repeat("ä", 2000)}, Phones: make([]app.Phone, 1000), Notes: strings.Repeat("x", 1<<20),
		},
		app.Purchase{ID: id(2), Customer: id(1), Total: app.MostMoney, Lines: []app.Line{{Quantity: -app.MostQuantity, Amount: -app.MostMoney}}},
		app.Opinion{ID: id(3), Source: app.FromLetter, Said: app.NewDay(1850, 1, 1), Verbatim: strings.Repeat("ä", app.MaxVerbatim)},
	}
	if got, err := read(write(t, want...)); err != nil || len(got) != len(want) {
		t.Errorf("%d records, %v", len(got), err)
	}
}
