package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestSage50sCodesTellWhatARowIs(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Type,Account Reference,Nominal A/C Ref,Department Code,Date,Reference,Details,Net Amount,Tax Code,Tax Amount",
		"SI,LEE001,4000,0,2026-03-15,1001,Teapot,100.00,T1,20.00", "SC,LEE001,4000,0,2026-03-20,C1001,Teapot,100.00,T1,20.00",
		"SA,LEE001,1200,0,2026-03-17,BACS,Payment on account,120.00,T9,0.00", "SR,LEE001,1200,0,2026-03-17,BACS,Sales receipt,120.00,T9,0.00", "PI,POT001,5000,0,2026-03-17,P1,Clay,50.00,T1,10.00"))
	want := []string{"2026-03-15 1001 LEE001 LEE001: 1×Teapot=12000 12000 GBP", "2026-03-20 C1001 LEE001 LEE001: -1×Teapot=-12000 -12000 GBP"}
	if got := book.Sold(); !slices.Equal(got, want) || p.Summary.NoSaleLines != 3 {
		t.Errorf("got %q, %+v", got, p.Summary)
	}
}
