package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhatACustomerPaidIsWithTheTax(t *testing.T) {
	const before = "Receipt;Date;Customer ID;Item;Qty;"
	tests := []struct {
		name, header, row, want string
	}{
		{"gross beside net", "Net;VAT;Gross", "20.00;4.00;24.00", "2400 2400"},
		{"gross before net", "Gross;Net", "24.00;20.00", "2400 2400"},
		{"brutto beside netto", "Netto;MwSt;Brutto", "20,00;4,00;24,00", "2400 2400"},
		{"beside a price without it", "Price;Net;VAT;Gross", "10.00;20.00;4.00;24.00", "2400 2400"},
		{"prices of both sorts", "Price net;Price gross", "10.00;12.00", "2400 2400"},
		{"prices glued to their sort", "Nettopreis;Bruttopreis", "10,00;12,00", "2400 2400"},
		{"amounts of both sorts", "Total HT;TVA;Total TTC", "20,00;4,00;24,00", "0 2400"},
		{"amounts whose net stands first", "Amount excl. VAT;Amount incl. VAT", "20.00;24.00", "2400 2400"},
		{"sales, of which gross is before what was taken off", "Gross Sales;Discounts;Net Sales", "24.00;-4.00;20.00", "2000 2000"},
		{"net alone", "Net", "20.00", "2000 2000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(before+tt.header, "1;2026-03-14;7;Mug;2;"+tt.row))
			if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14 1 7 7: 2×Mug=" + tt.want + " GBP"}) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestADiscountIsTakenOffWhereOnlyThePriceSaysWhatWasPaid(t *testing.T) {
	const before = "Receipt;Date;Customer ID;Item;Qty;"
	tests := []struct {
		name, header, row, want string
	}{
		{"an amount", "Price;Discount", "10.00;5.00", "1500 1500"},
		{"an amount that is written as taken off", "Price;Discount", "10.00;-5.00", "1500 1500"},
		{"with decimals behind a comma", "Preis;Rabatt", "10,00;5,00", "1500 1500"},
		{"in per cent", "Price;Discount", "10.00;10%", "1800 1800"},
		{"in per cent, as the name says", "Price;Discount %", "10.00;10", "1800 1800"},
		{"nothing", "Price;Discount", "10.00;0", "2000 2000"},
		{"none", "Price;Discount", "10.00;", "2000 2000"},
		{"nobody can tell of what", "Price;Discount", "10.00;10", "2000 2000"},
		{"a coupon", "Price;Discount", "10.00;SUMMER10", "2000 2000"},
		{"it is taken off the amount already", "Price;Discount;Amount", "10.00;5.00;15.00", "1500 1500"},
		{"it is taken off the total already", "Price;Discount;Total", "10.00;5.00;15.00", "2000 1500"},
		{"of what was given back", "Price;Discount", "10.00;5.00", "-1500 -1500"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, quantity := importingtest.NewShelf(), "2"
			if tt.want[0] == '-' {
				quantity = "-2"
			}
			importingtest.Take(t, book, importingtest.Table(before+tt.header, "1;2026-03-14;7;Mug;"+quantity+";"+tt.row))
			if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14 1 7 7: " + quantity + "×Mug=" + tt.want + " GBP"}) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestADiscountThatIsMoreThanThePriceIsSaid(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Receipt,Date,Customer ID,Item,Qty,Price,Discount", "1,2026-03-14,7,Mug,1,5.00,1.00", "2,2026-03-14,7,Mug,1,5.00,7.00"))
	if p.Summary.Receipts.Created != 1 || p.Summary.BadLines != 1 || p.Files[0].NotTaken != nil {
		t.Errorf("%+v %q", p.Summary, p.Files[0].NotTaken)
	}
}
