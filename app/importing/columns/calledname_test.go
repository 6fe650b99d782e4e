package columns_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAColumnCalledNameThatHoldsGoodsNamesNoCustomer(t *testing.T) {
	for _, tt := range []struct {
		header string
		rows   []string
		want   []string
	}{
		{
			"order number,order date,email,phone,sku,name,qty,price,order total",
			[]string{"A1,2026-03-01,ann@x.example,,M1,Blue mug,1,10,30", "A1,2026-03-01,ann@x.example,,P1,Plate,1,20,30", "A2,2026-03-02,bob@x.example,,M1,Blue mug,2,10,20"},
			[]string{"2026-03-01 A1  ann@x.example: 1×Blue mug=1000 1×Plate=2000 3000 GBP", "2026-03-02 A2  bob@x.example: 2×Blue mug=2000 2000 GBP"},
		},
		{
			"increment_id,created_at,customer_email,customer_firstname,customer_lastname,sku,name,qty_ordered,price",
			[]string{"1,2026-03-01 10:00:00,ann@x.example,Ann,Lee,M1,Oak Table,1,10", "1,2026-03-01 10:00:00,ann@x.example,Ann,Lee,P1,Plate,1,20"},
			[]string{"2026-03-01 1 Ann Lee ann@x.example: 1×Oak Table=1000 1×Plate=2000 3000 GBP"},
		},
		{
			"Datum;Beleg;E-Mail;Name;Menge;Preis",
			[]string{"01.03.2026;55;ann@x.example;Blaue Tasse;1;10,00", "01.03.2026;55;ann@x.example;Teller;1;20,00", "13.03.2026;56;bob@x.example;Teller;2;20,00"},
			[]string{"2026-03-01 55  ann@x.example: 1×Blaue Tasse=1000 1×Teller=2000 3000 GBP", "2026-03-13 56  bob@x.example: 2×Teller=4000 4000 GBP"},
		},
		{
			"date,receipt,customer id,name,quantity,price",
			[]string{"2026-03-01,55,C1,Blue mug,1,10", "2026-03-01,55,C1,Plate,1,20", "2026-03-02,56,C2,Plate,1,20"},
			[]string{"2026-03-01 55 C1 C1: 1×Blue mug=1000 1×Plate=2000 3000 GBP", "2026-03-02 56 C2 C2: 1×Plate=2000 2000 GBP"},
		},
		{
			"date,receipt,customer,email,name,quantity,price",
			[]string{"2026-03-01,55,Ann Lee,ann@x.example,Blue mug,1,10", "2026-03-01,55,Ann Lee,ann@x.example,Plate,1,20"},
			[]string{"2026-03-01 55 Ann Lee ann@x.example: 1×Blue mug=1000 1×Plate=2000 3000 GBP"},
		},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(append([]string{tt.header}, tt.rows...)...))
		if got := book.Sold(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.header, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

func TestAColumnCalledNameGoesOnNamingCustomersWhereItMay(t *testing.T) {
	const header = "order,date,email,name,sku,qty,price"
	for _, rows := range [][]string{
		{"1,2026-03-01,ann@x.example,Ann Lee,M1,1,10", "2,2026-03-01,bob@x.example,Bob Ray,P1,1,20"},
		{"1,2026-03-01,ann@x.example,ann,M1,1,10", "2,2026-03-02,shop7@x.example,bob,P1,1,20"},
		{"1,2026-03-01,q@x.example,ann,M1,1,10", "1,2026-03-01,q@x.example,ann,P1,1,20", "2,2026-03-02,q@x.example,bob,P1,1,20"},
		{"1,2026-03-01,ann@x.example,Ann Lee,M1,1,10", "1,2026-03-01,bob@x.example,Bob Ray,P1,1,20"}, // each of a group
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(append([]string{header}, rows...)...))
		for _, c := range book.Customers {
			if c.Name.Full == "" {
				t.Errorf("%q: %+v has no name", rows, c)
			}
		}
	}
}

func TestAColumnCalledNameOfWhichNothingTellsWhatItHoldsIsAskedAbout(t *testing.T) {
	file := importingtest.Table("order,date,email,name,sku,qty,price", "1,2026-03-01,ann@x.example,Blue mug,M1,1,10", "2,2026-03-01,bob@x.example,Plate,P1,1,20")
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	_, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{})
	asked, is := columns.Asks(err)
	if importingtest.KeyOf(err) != "error.import.name-or-goods" || !is || asked.Fields[3] != "" {
		t.Fatalf("%v %+v", err, asked.Fields)
	}
	for said, want := range map[fields.Field]string{fields.Name: "2026-03-01 1 Blue mug ann@x.example: 1×M1=1000 1000 GBP", fields.Item: "2026-03-01 1  ann@x.example: 1×Blue mug=1000 1000 GBP"} {
		book := importingtest.NewShelf()
		im := importing.New(book, book.IDs)
		p, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{Map: []columns.Mapping{{Column: "name", Field: said}}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := im.Commit(context.Background(), p); err != nil {
			t.Fatal(err)
		}
		if got := book.Sold(); len(got) != 2 || got[0] != want {
			t.Errorf("%s: %q", said, got)
		}
	}
}
