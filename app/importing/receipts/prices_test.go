package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAPriceIsOfAllThereAreOfAThingWhereTheTotalsProveIt(t *testing.T) {
	for name, tt := range map[string]struct {
		rows []string
		maps []columns.Mapping
		want []string
	}{
		"of all": {
			rows: []string{"1,2026-03-14,7,Mug,2,20.00,40.00", "1,2026-03-14,7,Plate,1,20.00,40.00", "2,2026-03-15,7,Pot,3,60.00,60.00"},
			want: []string{"2026-03-14 1 7 7: 2×Mug=2000 1×Plate=2000 4000 GBP", "2026-03-15 2 7 7: 3×Pot=6000 6000 GBP"},
		},
		"of all, with postage on one order": {
			rows: []string{"1,2026-03-14,7,Mug,2,20.00,20.00", "2,2026-03-15,7,Pot,3,60.00,60.00", "3,2026-03-16,7,Cup,2,8.00,12.95"},
			want: []string{"2026-03-14 1 7 7: 2×Mug=2000 2000 GBP", "2026-03-15 2 7 7: 3×Pot=6000 6000 GBP", "2026-03-16 3 7 7: 2×Cup=800 1295 GBP"},
		},
		"of one": {
			rows: []string{"1,2026-03-14,7,Mug,2,20.00,60.00", "1,2026-03-14,7,Plate,1,20.00,60.00", "2,2026-03-15,7,Pot,2,60.00,60.00"},
			want: []string{"2026-03-14 1 7 7: 2×Mug=4000 1×Plate=2000 6000 GBP", "2026-03-15 2 7 7: 2×Pot=12000 6000 GBP"},
		},
		"of one, with postage": {
			rows: []string{"1,2026-03-14,7,Mug,2,20.00,44.95", "2,2026-03-15,7,Pot,1,60.00,64.95"},
			want: []string{"2026-03-14 1 7 7: 2×Mug=4000 4495 GBP", "2026-03-15 2 7 7: 1×Pot=6000 6495 GBP"},
		},
		"of one, as a person says": {
			rows: []string{"1,2026-03-14,7,Mug,2,20.00,20.00"},
			maps: []columns.Mapping{{Column: "Price", Field: fields.Price}},
			want: []string{"2026-03-14 1 7 7: 2×Mug=4000 2000 GBP"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			file := importingtest.Table(append([]string{"Order,Date,Customer ID,Item,Qty,Price,Order total"}, tt.rows...)...)
			p := importingtest.Look(t, book, importing.Options{Map: tt.maps}, file)
			if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if of := p.Files[0].Columns[5].Field; (of == fields.Amount) != (name[:6] == "of all") {
				t.Errorf("the column is told as %s", of)
			}
		})
	}
}

func TestWhatARowComesToProvesWhereTheDecimalsOfItsCountBegin(t *testing.T) {
	const head = "Beleg;Datum;Kundennr;Artikel;Menge;Preis"
	for name, tt := range map[string]struct {
		rows []string
		want []string
		key  string
	}{
		"decimals": {
			rows: []string{head + ";Betrag", "1;14.03.2026;7;Tuch;1.000;20,00;20,00", "2;15.03.2026;7;Tuch;2.000;10,00;20,00"},
			want: []string{"2026-03-14 1 7 7: 1×Tuch=2000 2000 GBP", "2026-03-15 2 7 7: 2×Tuch=2000 2000 GBP"},
		},
		"thousands": {
			rows: []string{head + ";Betrag", "1;14.03.2026;7;Nagel;1.000;0,05;50,00", "2;15.03.2026;7;Nagel;2.000;0,05;100,00"},
			want: []string{"2026-03-14 1 7 7: 1000×Nagel=5000 5000 GBP", "2026-03-15 2 7 7: 2000×Nagel=10000 10000 GBP"},
		},
		"thousands, as others are without": {
			rows: []string{head, "1;14.03.2026;7;Nagel;1.000;0,05", "2;15.03.2026;7;Nagel;200;0,05"},
			want: []string{"2026-03-14 1 7 7: 1000×Nagel=5000 5000 GBP", "2026-03-15 2 7 7: 200×Nagel=1000 1000 GBP"},
		},
		"nothing proves either": {
			rows: []string{head, "1;14.03.2026;7;Tuch;1.000;20,00", "2;15.03.2026;7;Tuch;2.000;10,00"},
			key:  "error.import.point",
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			im := importing.New(book, book.IDs)
			p, err := im.Read(t.Context(), []importing.Source{importingtest.Table(tt.rows...)}, importing.Options{})
			if tt.key != "" {
				if importingtest.KeyOf(err) != tt.key {
					t.Errorf("%v", err)
				}
				return
			}
			if err == nil {
				_, err = im.Commit(t.Context(), p)
			}
			if got := book.Sold(); err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q (%v)", got, tt.want, err)
			}
		})
	}
}
