package importing_test

import (
	"context"
	"errors"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// FuzzImport holds for any file at all: it is refused with a sentence, or it goes
// in, and a second time changes nothing.
func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		card("FN:Ann Bell", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:7") + "\r\n" + card("FN:A Bell", "TEL:+442079460290"),
		"receipt,date,customer id,item,quantity,price\n1,2026-03-01,7,Cup,2,5\nC2,2026-03-02,7,Cup,2,5\n3,2026-03-02,,Cup,-1,5\n",
		"receipt;date;name;phone;email;item;amount\n1;1.3.2026;Ann;0207946029;;Cup;1.234,50\n;;;;;;\n1;;;;;Pot;2,00\n",
		"First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\nAnn,Bell,* x ::: y,a@b.c,Mobile,12345 ::: 67890\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		book := newShelf()
		im := importing.New(book, book.ids)
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
