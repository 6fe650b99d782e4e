package importing_test

import (
	"context"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// FuzzImport holds for any file at all: it is refused with a sentence, or it goes
// in, and a second time changes nothing.
func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:7") + "\r\n" + importingtest.Card("FN:A Bell", "TEL:+442079460290"),
		"receipt,date,customer id,item,quantity,price\n1,2026-03-01,7,Cup,2,5\nC2,2026-03-02,7,Cup,2,5\n3,2026-03-02,,Cup,-1,5\n",
		"receipt;date;name;phone;email;item;amount\n1;1.3.2026;Ann;0207946029;;Cup;1.234,50\n;;;;;;\n1;;;;;Pot;2,00\n",
		"First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\nAnn,Bell,* x ::: y,a@b.c,Mobile,12345 ::: 67890\n",
		importingtest.Shopify + "\n#1,a@b.c,paid,,,EUR,,,,5,2026-03-01,1,2× Mug,5,,,Ann,,,,,,,,,,,,,,,,\n#1,a@b.c,,,,,,,,,,1,Cup,5,,,,,,,,,,,,,,,,,,,\n",
		`{"kind":"book","format":1,"made":"2026-11-22T09:00:00Z"}` + "\n" +
			`{"kind":"customer","id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","name":{"full":"Ann"}}` + "\n" +
			`{"kind":"end","customers":1,"purchases":0,"calls":0,"opinions":0,"complaints":0}` + "\n",
	} {
		f.Add([]byte(seed))
	}
	f.Add(importingtest.Packed(f, map[string]string{"a.vcf": importingtest.Card("FN:Ann"), "b.csv": "date,customer id\n2026-03-01,7\n"}))
	f.Add(importingtest.Content(f, importingtest.Workbook(f, excelize.Options{}, func(x *excelize.File) {
		importingtest.RowsOf(f, x, "Sheet1", 1, []any{"Date", "Customer ID", "Item", "Price"}, []any{46082.5, 42, "Oak table", 39.99})
	})))
	f.Fuzz(func(t *testing.T, content []byte) {
		book := importingtest.NewShelf()
		im := importing.New(book, book.IDs)
		files := []importing.Source{importing.Bytes("file", content)}
		first, err := im.Read(context.Background(), files, importing.Options{})
		if err != nil {
			var said *app.Error
			if !errors.As(err, &said) || said.Key == "" || said.Code == app.CodeInternal {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		if _, err := im.Commit(context.Background(), first); err != nil {
			t.Fatal(err)
		}
		again, err := im.Read(context.Background(), files, importing.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s := again.Summary; s.Same+s.Rejected != s.Read {
			t.Fatalf("the first time %+v, the second %+v", first.Summary.Counts, s.Counts)
		}
	})
}
