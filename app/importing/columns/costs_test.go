package columns_test

import (
	"context"
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestWhatWasPaidIsFoundUnderNamesThatMayBeOfOtherThings(t *testing.T) {
	want := []string{"2026-03-14 1 7 7: 1×Mug=2000 2000 GBP"}
	for _, name := range []string{
		"Gross", "Net", "Paid", "Amount Paid", "Value", "Sales", "Sale Amount", "Ext. Price", "Total Price", "Revenue", "Total inc VAT", "Spend", "Bezahlt", "Wie viel",
	} {
		for _, rest := range []string{"20.00", "£20.00"} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Order,Date,Customer ID,Item,Weight,"+name, "1,2026-03-14,7,Mug,0.50,"+rest))
			got := book.Sold()
			if len(got) == 1 && got[0] == "2026-03-14 1 7 7: 1×Mug=0 2000 GBP" {
				got = want // the total of a receipt may be more than its one thing costs
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
}

func TestAColumnThatSaysWhetherItWasPaidIsNotWhatWas(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Order,Date,Customer ID,Item,Paid,Total", "1,2026-03-14,7,Mug,yes,20.00"))
	if p.Items[0].Total.Minor != 2000 || p.Files[0].Columns[4].Field != "" {
		t.Errorf("%+v", p.Items[0])
	}
	p = importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Order,Date,Customer ID,Item,Paid", "1,2026-03-14,7,Mug,yes"))
	if p.Summary.Receipts.Created != 1 || p.Files[0].Columns[4].Field != "" {
		t.Errorf("%+v", p.Items)
	}
}

func TestAColumnOfWholeNumbersIsAskedAboutWhereNothingElseSaysWhatWasPaid(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	file := importingtest.Table("Order,Date,Customer ID,Item,Abc,EAN13", "1,2026-03-14,7,Mug,20,4006381333931")
	if _, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{}); importingtest.KeyOf(err) != "error.import.no-amount" {
		t.Fatalf("%v", err)
	}
	said := importing.Options{Map: []columns.Mapping{{Column: "Abc", Field: fields.Ignore}}}
	if p, err := im.Read(context.Background(), []importing.Source{file}, said); err != nil || p.Summary.Receipts.Created != 1 {
		t.Errorf("said to be nothing: %v", err)
	}
}

func TestSeveralColumnsOfMoneyAreAskedAbout(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Order,Date,Customer ID,Item,Abc,Def", "1,2026-03-14,7,Mug,20.00,24.00")
	im := importing.New(book, book.IDs)
	_, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{})
	if _, asked := columns.Asks(err); importingtest.KeyOf(err) != "error.import.no-amount" || !asked {
		t.Fatalf("%v", err)
	}
	said := importing.Options{Map: []columns.Mapping{{Column: "Def", Field: fields.Amount}}}
	if p, err := im.Read(context.Background(), []importing.Source{file}, said); err != nil || p.Items[0].Total.Minor != 2400 {
		t.Errorf("as the person says: %v", err)
	}
}

func TestATableThatHasButNamesIsAskedAboutAlsoWhereAnOrderWasCancelled(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Name,Date,Order,Item,Price,Status", "Ann Bell,2026-03-14,1,Mug,20.00,Paid", "Bo Cole,2026-03-14,2,Mug,20.00,Cancelled")
	_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
	if importingtest.KeyOf(err) != "error.import.only-names" {
		t.Errorf("%v", err)
	}
}

func TestNumbersByWhichSomethingIsKnownAreNoAmountsInRand(t *testing.T) {
	for _, name := range []string{"Locker ID", "Register", "Referenznr.", "Reference code", "Till"} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,"+name, "2026-03-14,7,Mug,R1", "2026-03-15,8,Mug,R1002"))
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14  7 7: 1×Mug=0 0 GBP", "2026-03-15  8 8: 1×Mug=0 0 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWhatMayBeRandOrTheNumberOfSomethingIsAskedAbout(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Date,Customer ID,Item,Tyre", "2026-03-14,7,Tyres,R17", "2026-03-15,8,Tyres,R16")
	_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
	if importingtest.KeyOf(err) != "error.import.no-amount" {
		t.Errorf("%v", err)
	}
	importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Abc", "2026-03-14,7,Tyres,R1700", "2026-03-15,8,Tyres,R1649.50"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14  7 7: 1×Tyres=170000 170000 ZAR", "2026-03-15  8 8: 1×Tyres=164950 164950 ZAR"}) {
		t.Errorf("one has cents: %q", got)
	}
	book = importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,Paid", "2026-03-14,7,Tyres,R1700", "2026-03-15,8,Tyres,R1649"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14  7 7: 1×Tyres=170000 170000 ZAR", "2026-03-15  8 8: 1×Tyres=164900 164900 ZAR"}) {
		t.Errorf("by its name: %q", got)
	}
}

func TestWhatIsMeasuredIsNoAmount(t *testing.T) {
	for _, name := range []string{"Volume (l)", "Inhalt (ml)", "Abc (kg)", "Length", "Shoe size"} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Date,Customer ID,Item,"+name, "2026-03-14,7,Paint,2.50", "2026-03-15,8,Paint,10.00"))
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-14  7 7: 1×Paint=0 0 GBP", "2026-03-15  8 8: 1×Paint=0 0 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
