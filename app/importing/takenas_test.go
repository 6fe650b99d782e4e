package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
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
			book := importingtest.NewShelf()
			book.Settings.Currency = "EUR"
			var o importing.Options
			if tt.say != "" {
				m, err := columns.ParseMapping(tt.say)
				if err != nil {
					t.Fatal(err)
				}
				o.Map = append(o.Map, m)
			}
			p := importingtest.Look(t, book, o, importingtest.Table("Customer ID,Date,Receipt,Item,Qty,"+tt.header, "7,2026-04-03,R1,Mug,1,"+tt.row))
			if f := p.Files[0]; f.Money != tt.want || f.MoneySaid != tt.said {
				t.Errorf("taken as %q, said %t; want %q, %t", f.Money, f.MoneySaid, tt.want, tt.said)
			}
		})
	}
}

func TestTheFirstPurchasesSetTheCurrencyThatNobodyHasChosen(t *testing.T) {
	const header = "Customer ID,Date,Receipt,Item,Qty,Price"
	first := []string{header, "7,2026-04-03,R1,Mug,1,£2.55", "8,2026-04-03,R2,Mug,1,£3"}
	saved := func(b *importingtest.Shelf) {
		b.Log = append(b.Log, app.BatchInfo{ID: b.IDs.Next(), Act: app.ActEditPlan}, app.BatchInfo{ID: b.IDs.Next(), Act: app.ActAddCustomer})
	}
	tests := []struct {
		name     string
		before   func(*importingtest.Shelf)
		lines    []string
		unchosen bool
		becomes  string
	}{
		{"in a new book it is theirs", func(*importingtest.Shelf) {}, first, true, "GBP"},
		{"one that is in the plan already stays", func(b *importingtest.Shelf) { b.Settings.Currency = "GBP" }, first, true, ""},
		{"one that was saved in the settings stays", saved, first, false, ""},
		{"one that was saved and taken back does not", func(b *importingtest.Shelf) {
			b.Log = []app.BatchInfo{{ID: b.IDs.Next(), Act: app.ActEditPlan, Undone: b.IDs.Next()}}
		}, first, true, "GBP"},
		{"that of a shop with purchases stays", func(b *importingtest.Shelf) {
			importingtest.Take(t, b, importingtest.Table(header, "9,2026-04-01,R0,Mug,1,2"))
		}, first, false, ""},
		{"purchases in several currencies set none", func(*importingtest.Shelf) {}, append(first[:3:3], "8,2026-04-05,R3,Mug,1,USD 3"), true, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = "EUR"
			tt.before(book)
			was := book.Settings.Currency
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if p.Unchosen != tt.unchosen || p.Currency != tt.becomes {
				t.Errorf("unchosen %t, becomes %q; want %t, %q", p.Unchosen, p.Currency, tt.unchosen, tt.becomes)
			}
			want := was
			if tt.becomes != "" {
				want = tt.becomes
			}
			if book.Settings.Currency != want {
				t.Errorf("the plan has %s, want %s", book.Settings.Currency, want)
			}
			if last := book.Log[len(book.Log)-1]; last.Act != app.ActImport {
				t.Errorf("the last batch is %s", last.Act)
			}
		})
	}
}

func TestACurrencyIsRememberedOfATableOnlyWhereItIsNotThePlansAnyway(t *testing.T) {
	const header = "Customer ID,Date,Receipt,Item,Qty,Price"
	for plan, want := range map[string]string{"EUR": "GBP", "GBP": "USD"} {
		book := importingtest.NewShelf()
		book.Settings.Currency = plan
		book.Log = []app.BatchInfo{{ID: book.IDs.Next(), Act: app.ActEditPlan}} // the first purchases do not set it
		importer := importing.New(book, book.IDs)
		p := importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{{Column: "Price", Field: fields.Price, Money: "GBP"}}}, importingtest.Table(header, "7,2026-04-03,R1,Mug,1,2"))
		if _, err := importer.Commit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		book.Settings.Currency = "USD" // as was meant all along
		p = importingtest.Look(t, book, importing.Options{}, importingtest.Table(header, "7,2026-05-03,R2,Mug,1,2"))
		if got := p.Files[0].Money; got != want {
			t.Errorf("said in a shop of %s, the next table is in %s, want %s", plan, got, want)
		}
	}
}
