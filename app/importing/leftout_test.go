package importing_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestACardWithANameOfTenThousandLettersIsLeftOutAndCostsNoOther(t *testing.T) {
	cards := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + strings.Repeat("x", 10_000) + "\r\nTEL:+358401234567\r\nEND:VCARD\r\n" +
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Maija Korhonen\r\nTEL:+358401234568\r\nEND:VCARD\r\n"
	p := importingtest.Take(t, importingtest.NewShelf(), importing.Bytes("a.vcf", []byte(cards)))
	if p.Summary.Rejected != 1 || p.Summary.Created != 1 {
		t.Fatalf("%+v", p.Summary)
	}
	long := p.Items[0]
	if long.Action != importing.Reject || len(long.Problems) != 1 || long.Problems[0].Key != "import.card.name-long" || len(long.Name) > 400 {
		t.Errorf("%+v", long)
	}
}

func TestALineThatIsLeftOutMakesNobodyKnown(t *testing.T) {
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("customer id,invoice,date,item,quantity", "17850,1,31.31.2010,Lamp,1", "17851,2,2010-12-01,Lamp,many"))
	if p.Summary.NumberOnly != 0 || p.Summary.BadLines != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestALineThatIsLeftOutSaysWhomItNames(t *testing.T) {
	tests := map[string]struct{ header, line, want string }{
		"a name":            {"customer id,name,date,item,amount", "17850,Ann Lee,soon,Lamp,12.50", "Ann Lee"},
		"a name in two":     {"customer id,first name,last name,date,item,amount", "17850,Ann,Lee,soon,Lamp,12.50", "Ann Lee"},
		"a firm":            {"customer id,company,date,item,amount", "17850,Oak Ltd,soon,Lamp,12.50", "Oak Ltd"},
		"a number alone":    {"customer id,date,item,amount", "17850,soon,Lamp,12.50", "17850"},
		"nobody whatsoever": {"customer id,date,item,amount", ",soon,Lamp,12.50", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table(tt.header, tt.line, strings.Replace(tt.line, "soon", "2010-12-01", 1)))
			if left := p.Items[0]; left.Action != importing.Reject || left.Name != tt.want {
				t.Errorf("%+v", left)
			}
		})
	}
}

func TestATableWithoutLinesIsSaid(t *testing.T) {
	ids := app.NewIDs(time.Now, rand.Reader)
	_, err := importing.New(importingtest.NewShelf(), ids).Read(t.Context(), []importing.Source{importingtest.Table("customer id,invoice,date,item")}, importing.Options{})
	var e *app.Error
	if !errors.As(err, &e) || e.Key != "error.import.no-rows" {
		t.Errorf("%v", err)
	}
}

func TestAColumnCalledCustomerMayHoldAnyKindOfNumber(t *testing.T) {
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("customer,date,invoice,item,quantity,price", "A1,2026-03-01,1,Lamp,1,9.50", "B-2,2026-03-02,2,Lamp,1,9.50"))
	if p.Summary.NoOneLines != 0 || p.Summary.NumberOnly != 2 || p.Summary.Receipts.Created != 2 {
		t.Errorf("%+v", p.Summary)
	}
	p = importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("customer,phone,date,invoice,item,quantity,price", "Maija Korhonen,,2026-03-01,1,Lamp,1,9.50", "Bo Ek,+358401234567,2026-03-01,2,Lamp,1,9.50"))
	if p.Summary.NoOneLines != 1 || p.Summary.NumberOnly != 1 {
		t.Errorf("a name is no number: %+v", p.Summary)
	}
}

func TestAHeaderAloneIsSaidToBeOne(t *testing.T) {
	for _, header := range []string{"Name,Phone", "Receipt,Date,Customer ID,Item,Price"} {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(header)}, importing.Options{})
		if importingtest.KeyOf(err) != "error.import.no-rows" {
			t.Errorf("%q: %v", header, err)
		}
	}
}
