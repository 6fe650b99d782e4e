package columns_test

import (
	"context"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestWhatWasBoughtIsKnownBesideATotalByPlainNames(t *testing.T) {
	for name := range strings.SplitSeq("Items,Item(s),Goods,Produkte,Waren,Positionen,Prodotti,Productos,Towary,Pozycje,Sản phẩm,Mặt hàng,Line items,Order items,Items ordered,"+
		"Basket,Service,Services,Model,Contents,What was bought,Leistung,Prestation,Servicio,Usługa,Υπηρεσία,Dịch vụ,Purchases,Prodotti", ",") {
		for _, more := range []struct{ header, cells string }{{"", ""}, {"SKU,", "M-1,"}} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Date,Order,Name,Phone,"+more.header+name+",Total",
				"2024-03-14,1,Ann Lee,617-555-0101,"+more.cells+"Blue mug,25.50", "2024-03-15,2,Bob Ray,617-555-0102,"+more.cells+"Plate,25.50"))
			if got := strings.Join(book.Sold(), "\n"); !strings.Contains(got, "×Blue mug=") || !strings.Contains(got, "×Plate=") {
				t.Errorf("%s%s: %s", more.header, name, got)
			}
		}
	}
}

func TestNumbersOfItemsAreNotWhatWasBought(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Date,Order,Name,Phone,Items,Total", "2024-03-14,1,Ann Lee,617-555-0101,3,25.50"))
	if got := strings.Join(book.Sold(), "\n"); strings.Contains(got, "×3=") {
		t.Error(got)
	}
}

func TestWordsLeftOverBesideATotalAreAskedAbout(t *testing.T) {
	for _, tt := range []struct {
		name, header string
		rows         []string
		asks         string
	}{
		{"words", "Date,Order,Name,Phone,Zeug,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,Blue mug,25.50"}, "Zeug"},
		{"behind how it was paid", "Date,Order,Name,Phone,Payment method,Zeug,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,Card,Blue mug,25.50"}, "Zeug"},
		{"how it was paid alone", "Date,Order,Name,Phone,Payment method,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,Card,25.50"}, ""},
		{"numbers", "Date,Order,Name,Phone,Zeug,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,17,25.50"}, ""},
		{"words in few rows", "Date,Order,Name,Phone,Zeug,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,Blue mug,25.50", "2024-03-15,2,Bob Ray,617-555-0102,,5.50"}, ""},
		{"the same few on many rows", "Date,Order,Name,Phone,Zeug,Total", []string{
			"2024-03-14,1,Ann Lee,617-555-0101,East,25.50", "2024-03-15,2,Bob Ray,617-555-0102,West,5.50", "2024-03-16,3,Bob Ray,617-555-0102,West,5.50",
			"2024-03-17,4,Ann Lee,617-555-0101,East,5.50", "2024-03-18,5,Bob Ray,617-555-0102,West,5.50",
		}, ""},
		{"beside what was bought", "Date,Order,Name,Phone,Item,Zeug,Total", []string{"2024-03-14,1,Ann Lee,617-555-0101,Plate,Blue mug,25.50"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			im := importing.New(book, book.IDs)
			files := []importing.Source{importingtest.Table(append([]string{tt.header}, tt.rows...)...)}
			_, err := im.Read(context.Background(), files, importing.Options{})
			if asked := importingtest.KeyOf(err) == "error.import.perhaps-goods"; asked != (tt.asks != "") || !asked && err != nil {
				t.Fatalf("%v", err)
			}
			if tt.asks == "" {
				return
			}
			for _, said := range []fields.Field{fields.Item, fields.Ignore} {
				if p, err := im.Read(context.Background(), files, importing.Options{Map: []columns.Mapping{{Column: tt.asks, Field: said}}}); err != nil || p.Summary.Receipts.Created != 1 {
					t.Errorf("said to be %s: %v", said, err)
				}
			}
		})
	}
}
