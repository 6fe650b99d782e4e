package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
)

func TestAFileSaysAsWhatAmountsWereTakenThatNameNoCurrency(t *testing.T) {
	tests := []struct {
		name, header, row string
		say               string // of the column of prices
		want              string
		said              bool
	}{
		{"a price alone is the plan's", "Price", "2.55", "", "EUR", false},
		{"a price alone is as the person says", "Price", "2.55", "Price=price:gbp", "GBP", true},
		{"a price with its sign says it itself", "Price", "£2.55", "", "", false},
		{"a column's name says it", "Price (GBP)", "2.55", "", "", false},
		{"a column of currencies says it", "Price,Currency", "2.55,GBP", "", "", false},
		{"a column of currencies that is empty does not", "Price,Currency", "2.55,", "", "EUR", false},
		{"no price is in no currency", "Price", "", "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			book.plan.Currency = "EUR"
			var o importing.Options
			if tt.say != "" {
				m, err := columns.ParseMapping(tt.say)
				if err != nil {
					t.Fatal(err)
				}
				o.Map = append(o.Map, m)
			}
			p := look(t, book, o, table("Customer ID,Date,Receipt,Item,Qty,"+tt.header, "7,2026-04-03,R1,Mug,1,"+tt.row))
			if f := p.Files[0]; f.Money != tt.want || f.MoneySaid != tt.said {
				t.Errorf("taken as %q, said %t; want %q, %t", f.Money, f.MoneySaid, tt.want, tt.said)
			}
		})
	}
}

func TestTheFirstPurchasesSetTheCurrencyThatNobodyHasChosen(t *testing.T) {
	const header = "Customer ID,Date,Receipt,Item,Qty,Price"
	first := []string{header, "7,2026-04-03,R1,Mug,1,£2.55", "8,2026-04-03,R2,Mug,1,£3"}
	saved := func(b *shelf) {
		b.batches = append(b.batches, app.BatchInfo{ID: b.ids.Next(), Act: app.ActEditPlan}, app.BatchInfo{ID: b.ids.Next(), Act: app.ActAddCustomer})
	}
	tests := []struct {
		name     string
		before   func(*shelf)
		lines    []string
		unchosen bool
		becomes  string
	}{
		{"in a new book it is theirs", func(*shelf) {}, first, true, "GBP"},
		{"one that is in the plan already stays", func(b *shelf) { b.plan.Currency = "GBP" }, first, true, ""},
		{"one that was saved in the settings stays", saved, first, false, ""},
		{"one that was saved and taken back does not", func(b *shelf) {
			b.batches = []app.BatchInfo{{ID: b.ids.Next(), Act: app.ActEditPlan, Undone: b.ids.Next()}}
		}, first, true, "GBP"},
		{"that of a shop with purchases stays", func(b *shelf) {
			take(t, b, table(header, "9,2026-04-01,R0,Mug,1,2"))
		}, first, false, ""},
		{"purchases in several currencies set none", func(*shelf) {}, append(first[:3:3], "8,2026-04-05,R3,Mug,1,USD 3"), true, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			book.plan.Currency = "EUR"
			tt.before(book)
			was := book.plan.Currency
			p := take(t, book, table(tt.lines...))
			if p.Unchosen != tt.unchosen || p.Currency != tt.becomes {
				t.Errorf("unchosen %t, becomes %q; want %t, %q", p.Unchosen, p.Currency, tt.unchosen, tt.becomes)
			}
			want := was
			if tt.becomes != "" {
				want = tt.becomes
			}
			if book.plan.Currency != want {
				t.Errorf("the plan has %s, want %s", book.plan.Currency, want)
			}
			if last := book.batches[len(book.batches)-1]; last.Act != app.ActImport {
				t.Errorf("the last batch is %s", last.Act)
			}
		})
	}
}

func TestACurrencyIsRememberedOfATableOnlyWhereItIsNotThePlansAnyway(t *testing.T) {
	const header = "Customer ID,Date,Receipt,Item,Qty,Price"
	for plan, want := range map[string]string{"EUR": "GBP", "GBP": "USD"} {
		book := newShelf()
		book.plan.Currency = plan
		book.batches = []app.BatchInfo{{ID: book.ids.Next(), Act: app.ActEditPlan}} // the first purchases do not set it
		importer := importing.New(book, book.ids)
		p := look(t, book, importing.Options{Map: []columns.Mapping{{Column: "Price", Field: fields.Price, Money: "GBP"}}}, table(header, "7,2026-04-03,R1,Mug,1,2"))
		if _, err := importer.Commit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		book.plan.Currency = "USD" // as was meant all along
		p = look(t, book, importing.Options{}, table(header, "7,2026-05-03,R2,Mug,1,2"))
		if got := p.Files[0].Money; got != want {
			t.Errorf("said in a shop of %s, the next table is in %s, want %s", plan, got, want)
		}
	}
}
