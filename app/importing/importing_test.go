package importing_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/tables"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func cards(lines ...string) importing.Source {
	return importing.Bytes("people.vcf", []byte(strings.Join(lines, "\r\n")+"\r\n"))
}

func card(lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD"
}

func table(lines ...string) importing.Source {
	return importing.Bytes("till.csv", []byte(strings.Join(lines, "\n")+"\n"))
}

// look reads the files without writing.
func look(t *testing.T, book *shelf, o importing.Options, files ...importing.Source) *importing.Preview {
	t.Helper()
	p, err := importing.New(book, book.ids).Read(context.Background(), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// take reads the files and writes what comes of them.
func take(t *testing.T, book *shelf, files ...importing.Source) *importing.Preview {
	t.Helper()
	p := look(t, book, importing.Options{}, files...)
	if _, err := importing.New(book, book.ids).Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return p
}

func actions(p *importing.Preview) []importing.Action {
	var all []importing.Action
	for _, i := range p.Items {
		all = append(all, i.Action)
	}
	return all
}

func problems(p *importing.Preview) []string {
	var all []string
	for _, i := range p.Items {
		for _, e := range i.Problems {
			all = append(all, e.Key)
		}
	}
	return all
}

// named returns the customer of that name.
func (s *shelf) named(t *testing.T, name string) app.Customer {
	t.Helper()
	for _, c := range s.customers {
		if c.Called() == name {
			return c
		}
	}
	t.Fatalf("nobody is called %q", name)
	return app.Customer{}
}

// bought returns the purchases of that customer, by receipt.
func (s *shelf) bought(id app.ID) map[string]app.Purchase {
	found := map[string]app.Purchase{}
	for _, p := range s.purchases {
		if p.Customer == id {
			found[p.Receipt] = p
		}
	}
	return found
}

func TestWhoIsWhom(t *testing.T) {
	ann := card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290", "EMAIL:ann@example.com", "X-CUSTOMER-ID:7")
	tests := []struct {
		name string
		next string // the card that comes after Ann's
		want importing.Action
	}{
		{"the same card again", ann, importing.Same},
		{"the same UID with another number", card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0291"), importing.Update},
		{"the shop's number, written as a decimal", card("FN:A. B.", "X-CUSTOMER-ID:7.0"), importing.Same},
		{"a number and a name that agree", card("FN:ANN  BÉLL", "TEL:+442079460290"), importing.Same},
		{"the family name first", card("FN:Bell, Ann", "TEL:+442079460290"), importing.Same},
		{"an address for mail and a name that agree", card("FN:Ann Bell", "EMAIL:ANN@example.com", "BDAY:1980-01-02"), importing.Update},
		{"a household shares a number", card("FN:Bob Bell", "TEL:+442079460290"), importing.Create},
		{"a name that could be hers", card("FN:A Bell", "TEL:+442079460290"), importing.Possible},
		{"half of her name", card("FN:Ann", "EMAIL:ann@example.com"), importing.Possible},
		{"a number without a name", card("TEL:+442079460290"), importing.Possible},
		{"her name and number with another shop number", card("FN:Ann Bell", "TEL:+442079460290", "X-CUSTOMER-ID:8"), importing.Possible},
		{"her name alone", card("FN:Ann Bell"), importing.Create},
		{"nobody", card("NOTE:hello"), importing.Reject},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			within := look(t, newShelf(), importing.Options{}, cards(ann, tt.next))
			if got := within.Items[1].Action; got != tt.want {
				t.Errorf("in one file: %s, want %s", got, tt.want)
			}
			book := newShelf()
			take(t, book, cards(ann))
			after := look(t, book, importing.Options{}, cards(tt.next))
			if got := after.Items[0].Action; got != tt.want {
				t.Errorf("in a later file: %s, want %s", got, tt.want)
			}
			if tt.want == importing.Possible && len(after.Items[0].Alike) != 1 {
				t.Errorf("alike: %v", after.Items[0].Alike)
			}
		})
	}
}

func TestALaterFileFillsGapsAndOverwritesNothing(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("UID:1", "FN:Ann Bell", "TEL:+44 20 7946 0290")))
	owned := book.named(t, "Ann Bell")
	owned.Notes, owned.Firm = "Likes tea", "Bell & Co"
	owned.Phones[0].Unfit = app.UnfitWrong
	book.customers[owned.ID] = owned

	p := take(t, book, cards(card("UID:1", "FN:Ann Bellamy", "ORG:Other Ltd", "NOTE:Likes coffee", "TEL:+442079460290", "TEL:+442079460291", "LANG:en")))
	got := book.named(t, "Ann Bell")
	if got.Notes != "Likes tea" || got.Firm != "Bell & Co" || got.Language != "en" {
		t.Errorf("got %+v", got)
	}
	if len(got.Phones) != 2 || got.Phones[0].Unfit != app.UnfitWrong {
		t.Errorf("numbers: %+v", got.Phones)
	}
	if n := len(slices.DeleteFunc(problems(p), func(k string) bool { return k != "import.card.kept" })); n != 3 {
		t.Errorf("%d things are told to be otherwise, want name, firm and note: %v", n, problems(p))
	}
}

func TestLinesOfAReceiptBecomeOnePurchase(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann Bell", "X-CUSTOMER-ID:7")), table(
		"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Employee",
		"100,A1,Oak table,1,2026-03-13 10:00:00,249.995,7.0,Jim",
		"100,B2,Chair,4,2026-03-13 10:00:00,40,7.0,Jim",
		"101,B2,Chair,1.5,2026-03-14,40,7,",
	))
	got := book.bought(book.named(t, "Ann Bell").ID)
	p := got["100"]
	if len(got) != 2 || p.Total != 25000+16000 || p.Currency != "GBP" || p.SoldBy != "Jim" || p.Day.String() != "2026-03-13" {
		t.Errorf("%d purchases, the first %+v", len(got), p)
	}
	want := []app.Line{
		{Item: "Oak table", Code: "A1", Quantity: app.One, Amount: 25000},
		{Item: "Chair", Code: "B2", Quantity: 4 * app.One, Amount: 16000},
	}
	if !slices.Equal(p.Lines, want) {
		t.Errorf("lines %+v, want %+v", p.Lines, want)
	}
	if q := got["101"].Lines[0]; q.Quantity != 1500 || q.Amount != 6000 {
		t.Errorf("one and a half chairs are %+v", q)
	}
}

func TestReturns(t *testing.T) {
	header := "receipt,date,customer id,item,quantity,price"
	tests := []struct {
		name  string
		lines []string
		back  string // the receipt that gives back
		gives string // what it gives back; "" if that cannot be told
	}{
		{"a negative quantity", []string{"1,2026-03-01,7,Cup,2,5", "2,2026-03-02,7,Cup,-1,5"}, "2", "1"},
		{"a number that begins with C", []string{"1,2026-03-01,7,Cup,2,5", "C2,2026-03-02,7,Cup,2,5"}, "C2", "1"},
		{"the latest purchase that has enough", []string{
			"1,2026-03-01,7,Cup,5,5", "2,2026-03-02,7,Cup,1,5", "3,2026-03-03,7,Cup,-4,5",
		}, "3", "1"},
		{"a purchase later than the return", []string{"2,2026-03-02,7,Cup,-1,5", "3,2026-03-03,7,Cup,5,5"}, "2", ""},
		{"another customer's purchase", []string{"1,2026-03-01,8,Cup,5,5", "2,2026-03-02,7,Cup,-1,5"}, "2", ""},
		{"another item", []string{"1,2026-03-01,7,Pot,5,5", "2,2026-03-02,7,Cup,-1,5"}, "2", ""},
		{"what was given back already", []string{
			"1,2026-03-01,7,Cup,2,5", "2,2026-03-02,7,Cup,-2,5", "3,2026-03-03,7,Cup,-1,5",
		}, "3", ""},
		{"a return before the purchase on the same day", []string{"2,2026-03-01 09:00,7,Cup,-1,5", "1,2026-03-01 10:00,7,Cup,5,5"}, "2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			take(t, book, table(append([]string{header}, tt.lines...)...))
			got := book.bought(book.named(t, "7").ID)
			back := got[tt.back]
			if !back.IsReturn() || back.Total >= 0 {
				t.Fatalf("not a return: %+v", back)
			}
			if want := got[tt.gives].ID; back.Returns != want {
				t.Errorf("gives back %s, want %s", back.Returns, want)
			}
		})
	}
}

func TestAReturnInALaterFileFindsItsPurchaseInTheBook(t *testing.T) {
	book := newShelf()
	header := "receipt,date,customer id,item,quantity,price"
	take(t, book, table(header, "1,2026-03-01,7,Cup,2,5"))
	take(t, book, table(header, "2,2026-03-02,7,Cup,-2,5"))
	got := book.bought(book.named(t, "7").ID)
	if got["2"].Returns != got["1"].ID {
		t.Errorf("gives back %s, want %s", got["2"].Returns, got["1"].ID)
	}
}

func TestANumberThatNobodyKnowsBecomesACustomerAndTheCardFindsThem(t *testing.T) {
	book := newShelf()
	p := take(t, book, table("receipt,date,customer id,item,amount", "1,2026-03-01,17850.0,Cup,5.00"))
	if p.Summary.NumberOnly != 1 || book.named(t, "17850").Name.Full != "" {
		t.Errorf("%+v", p.Summary)
	}
	later := take(t, book, cards(card("FN:Ann Bell", "X-CUSTOMER-ID:17850")))
	if got := actions(later); !slices.Equal(got, []importing.Action{importing.Update}) || len(book.customers) != 1 {
		t.Errorf("the card: %v, %d customers", got, len(book.customers))
	}
}

func TestPurchasesFindTheirCustomerByTelephoneAndMail(t *testing.T) {
	book := newShelf()
	book.plan.Country = "GB"
	take(t, book, cards(card("FN:Ann Bell", "TEL:020 7946 0290", "EMAIL:ann@example.com")))
	p := take(t, book, table(
		"order,date,name,phone,email,item,amount",
		"1,2026-03-01,Ann Bell,+44 20 7946 0290,,Cup,5.00",
		"2,2026-03-02,Ann Bell,,Ann@Example.com,Pot,9.00",
		"3,2026-03-03,Bob Bell,+44 20 7946 0290,,Jug,7.00",
		"4,2026-03-04,Just A Name,,,Jug,7.00",
	))
	if got := book.bought(book.named(t, "Ann Bell").ID); len(got) != 2 {
		t.Errorf("Ann bought %d times", len(got))
	}
	if got := book.bought(book.named(t, "Bob Bell").ID); len(got) != 1 || len(book.customers) != 2 {
		t.Errorf("Bob bought %d times; %d customers", len(got), len(book.customers))
	}
	if p.Summary.NoOneLines != 1 {
		t.Errorf("%d lines of nobody that can be told", p.Summary.NoOneLines)
	}
}

func TestAnotherExportOfAReceipt(t *testing.T) {
	header := "receipt,date,customer id,item,quantity,price"
	first := table(header, "1,2026-03-01,7,Cup,2,5")
	tests := []struct {
		name   string
		lines  []string
		action importing.Action
		total  int64
	}{
		{"the same", []string{"1,2026-03-01,7,Cup,2,5"}, importing.Same, 1000},
		{"with a line more", []string{"1,2026-03-01,7,Cup,2,5", "1,2026-03-01,7,Pot,1,9"}, importing.Update, 1900},
		{"with another price", []string{"1,2026-03-01,7,Cup,2,6"}, importing.Same, 1000},
		{"on another day, as tills that begin anew each day number them", []string{"1,2026-03-02,7,Cup,2,5"}, importing.Create, 1000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			take(t, book, first)
			p := take(t, book, table(append([]string{header}, tt.lines...)...))
			if got := actions(p); !slices.Equal(got, []importing.Action{tt.action}) {
				t.Errorf("got %v", got)
			}
			if total := book.purchases[p.Items[0].ID].Total; total != tt.total {
				t.Errorf("total %d, want %d", total, tt.total)
			}
		})
	}
	t.Run("twice in one import", func(t *testing.T) {
		book := newShelf()
		p := take(t, book, first, first)
		if got := actions(p); !slices.Equal(got, []importing.Action{importing.Create, importing.Same}) || len(book.purchases) != 1 {
			t.Errorf("got %v, %d purchases", got, len(book.purchases))
		}
	})
}

func TestReceiptsWithoutANumberAreTakenByDay(t *testing.T) {
	book := newShelf()
	file := table("date,customer id,item,amount", "2026-03-01,7,Cup,5.00", "2026-03-01,7,Pot,9.00", "2026-03-02,7,Jug,7.00")
	take(t, book, file)
	if len(book.purchases) != 2 {
		t.Errorf("%d purchases", len(book.purchases))
	}
	if p := take(t, book, file); p.Summary.Same != 2 || len(book.purchases) != 2 {
		t.Errorf("again: %+v", p.Summary)
	}
}

func TestAWebShopNamesTheCustomerOnTheFirstLineOnly(t *testing.T) {
	book := newShelf()
	p := take(t, book, table(
		"Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Currency,Total,Billing Name",
		"#1001,ann@example.com,2025-10-07 09:50:26 +0200,1,Cup,5.00,EUR,14.00,Ann Bell",
		"#1001,,,1,Pot,9.00,,,",
		"#1002,,2025-10-08 09:50:26 +0200,1,Jug,7.00,EUR,7.00,",
	))
	got := book.bought(book.named(t, "Ann Bell").ID)["#1001"]
	if len(got.Lines) != 2 || got.Total != 1400 || got.Currency != "EUR" {
		t.Errorf("got %+v", got)
	}
	if p.Summary.NoOneLines != 1 {
		t.Errorf("%d lines of nobody, want the last", p.Summary.NoOneLines)
	}
}

func TestLinesThatCannotBeReadAreLeftOutWithTheirNumber(t *testing.T) {
	book := newShelf()
	p := take(t, book, table(
		"receipt,date,customer id,item,quantity,price",
		"1,2026-02-30,7,Cup,2,5",
		"2,2026-03-01,7,Cup,two,5",
		"3,2026-03-01,7,Cup,2,cheap",
		"4,2026-03-01,7,Cup,2,5",
		"5,2026-03-01,7",
		"6,2026-03-01,,Cup,1,5",
	))
	if len(book.purchases) != 2 || p.Summary.BadLines != 3 || p.Summary.Rejected != 3 || p.Summary.NoOneLines != 1 {
		t.Errorf("%d purchases, %+v", len(book.purchases), p.Summary)
	}
	for i, line := range []int{2, 3, 4} {
		item := p.Items[i]
		if item.Action != importing.Reject || item.Line != line || item.Index != i || item.Problems[0].Args["Line"] != line {
			t.Errorf("item %d: %+v", i, item)
		}
	}
}

func TestMoneyIsReadAsItsColumnIsWritten(t *testing.T) {
	tests := []struct {
		name, price, currency string
		want                  int64
	}{
		{"a decimal comma", "\"1.234,50\"", "EUR", 123450},
		{"a decimal point", "\"1,234.50\"", "EUR", 123450},
		{"a currency without cents", "1234", "JPY", 1234},
		{"a currency of three places", "1.2345", "KWD", 1235},
		{"a currency sign", "$8.00", "USD", 800},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			take(t, book, table("receipt,date,customer id,item,price,currency", "1,2026-03-01,7,Cup,"+tt.price+","+tt.currency))
			if p := book.bought(book.named(t, "7").ID)["1"]; p.Total != tt.want || p.Currency != tt.currency {
				t.Errorf("got %d %s, want %d %s", p.Total, p.Currency, tt.want, tt.currency)
			}
		})
	}
}

func TestWhatCanBeReadInTwoWaysIsAsked(t *testing.T) {
	header := "receipt,date,customer id,item,price"
	book := newShelf()
	im := importing.New(book, book.ids)
	days := table(header, "1,3/4/2026,7,Cup,5.00")
	if _, err := im.Read(context.Background(), []importing.Source{days}, importing.Options{}); keyOf(err) != "error.import.day-order" {
		t.Errorf("a day: %v", err)
	}
	p := look(t, book, importing.Options{Map: []importing.Mapping{{Column: "date", Field: importing.FieldDay, Order: tables.MonthDay}}}, days)
	if got := p.Items[0].Day.String(); got != "2026-03-04" {
		t.Errorf("told that the month stands first: %s", got)
	}
	if p := look(t, book, importing.Options{}, table(header, "1,3/4/2026,7,Cup,5.00", "2,13/4/2026,7,Cup,5.00")); p.Items[0].Day.String() != "2026-04-03" {
		t.Errorf("another row decides: %s", p.Items[0].Day)
	}
	amounts := importing.Bytes("till.csv", []byte("receipt;date;customer id;item;price\n1;2026-03-04;7;Cup;1,234\n"))
	if _, err := im.Read(context.Background(), []importing.Source{amounts}, importing.Options{}); keyOf(err) != "error.import.point" {
		t.Errorf("an amount: %v", err)
	}
	p = look(t, book, importing.Options{Map: []importing.Mapping{{Column: "Price", Field: importing.FieldPrice, Point: tables.Comma}}}, amounts)
	if p.Summary.Receipts.Created != 1 {
		t.Errorf("told where the decimals begin: %+v", p.Summary)
	}
}

func keyOf(err error) string {
	var e *app.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

func TestFilesThatCannotBeImportedSaySo(t *testing.T) {
	folder := t.TempDir()
	secret := filepath.Join(folder, "secret.csv")
	if err := os.WriteFile(secret, []byte("a,b\n"), 0o000); err != nil {
		t.Fatal(err)
	}
	denied := importing.Source{Name: "denied.csv", Open: importing.Path(secret).Open}
	if os.Geteuid() == 0 {
		denied.Open = nil // root may read anything
	}
	tests := []struct {
		name string
		file importing.Source
		maps []importing.Mapping
		code app.Code
		key  string
	}{
		{"a missing file", importing.Path(filepath.Join(folder, "none.vcf")), nil, app.CodeNotFound, "error.import.missing"},
		{"a folder", importing.Path(folder), nil, app.CodeInvalid, "error.import.folder"},
		{"a file that may not be read", denied, nil, app.CodeStorage, "error.import.permission"},
		{"an empty file", importing.Bytes("a.csv", nil), nil, app.CodeInvalid, "error.import.empty"},
		{"a file of empty lines", importing.Bytes("a.csv", []byte("\n \r\n")), nil, app.CodeInvalid, "error.import.empty"},
		{"a picture", importing.Bytes("a.vcf", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00")), nil, app.CodeInvalid, "error.import.binary"},
		{"an archive", importing.Bytes("a.vcf", []byte("PK\x03\x04....")), nil, app.CodeInvalid, "error.import.zip"},
		{"a letter", importing.Bytes("a.csv", []byte("Dear Ann\nhow are you?\n")), nil, app.CodeInvalid, "error.import.neither"},
		{"no customer", table("receipt,date,item", "1,2026-03-01,Cup"), nil, app.CodeInvalid, "error.import.no-customer"},
		{"no day", table("receipt,customer id,item", "1,7,Cup"), nil, app.CodeInvalid, "error.import.no-day"},
		{
			"a mapping of a column that is not there", table("date,customer id", "2026-03-01,7"),
			[]importing.Mapping{{Column: "Datum", Field: importing.FieldDay}},
			app.CodeInvalid, "error.import.column",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.file.Open == nil {
				t.Skip("this user may read anything")
			}
			book := newShelf()
			_, err := importing.New(book, book.ids).Read(context.Background(), []importing.Source{cards(card("FN:Ann")), tt.file},
				importing.Options{Map: tt.maps})
			if app.CodeOf(err) != tt.code || keyOf(err) != tt.key {
				t.Errorf("got %v, want %s %s", err, tt.code, tt.key)
			}
		})
	}
	_, err := importing.New(newShelf(), nil).Read(context.Background(), []importing.Source{cards(card("FN:Ann"))},
		importing.Options{Map: []importing.Mapping{{Column: "Day", Field: importing.FieldDay}}})
	if keyOf(err) != "error.import.no-table" {
		t.Errorf("a mapping and no table: %v", err)
	}
	if _, err := importing.New(newShelf(), nil).Read(context.Background(), nil, importing.Options{}); keyOf(err) != "error.import.no-files" {
		t.Errorf("no files: %v", err)
	}
}

func TestTheKindOfAFileIsToldByWhatIsInIt(t *testing.T) {
	p := look(t, newShelf(), importing.Options{},
		importing.Bytes("a.vcf", []byte("receipt,date,customer id\n1,2026-03-01,7\n")),
		importing.Bytes("b.csv", []byte(card("FN:Ann"))))
	if p.Files[0].Kind != importing.KindPurchases || p.Files[1].Kind != importing.KindCards {
		t.Errorf("%s, %s", p.Files[0].Kind, p.Files[1].Kind)
	}
	if p.Items[0].Kind != importing.KindCards {
		t.Error("contacts do not come first")
	}
}

func TestMappings(t *testing.T) {
	for text, want := range map[string]importing.Mapping{
		"Cust=customer":     {Column: "Cust", Field: importing.FieldCustomer},
		" A=B = Day:DMY":    {Column: "A=B", Field: importing.FieldDay, Order: tables.DayMonth},
		"Price=price:comma": {Column: "Price", Field: importing.FieldPrice, Point: tables.Comma},
		"Total=total:point": {Column: "Total", Field: importing.FieldTotal, Point: tables.Dot},
		"Internal=ignore":   {Column: "Internal", Field: importing.FieldIgnore},
	} {
		if got, err := importing.ParseMapping(text); err != nil || got != want {
			t.Errorf("%q is %+v (%v), want %+v", text, got, err, want)
		}
	}
	for text, key := range map[string]string{
		"Cust": "error.import.mapping", "=day": "error.import.mapping", "Cust=who": "error.import.field",
		"Date=day:ymd": "error.import.mapping", "Item=item:comma": "error.import.mapping",
	} {
		if _, err := importing.ParseMapping(text); keyOf(err) != key {
			t.Errorf("%q: %v, want %s", text, err, key)
		}
	}
}

func TestAMappingIsForTheTableThatHasItsColumn(t *testing.T) {
	p := look(t, newShelf(), importing.Options{Map: []importing.Mapping{{Column: "When", Field: importing.FieldDay}}},
		table("when,customer id,item", "2026-03-01,7,Cup"), table("date,customer id,item", "2026-03-02,8,Pot"))
	if p.Summary.Receipts.Created != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAnItemOf10000LettersIsCutAndSaid(t *testing.T) {
	book := newShelf()
	p := take(t, book, table("date,customer id,item", "2026-03-01,7,"+strings.Repeat("ä", 10_000)))
	if !slices.Equal(problems(p), []string{"import.row.shortened"}) {
		t.Errorf("problems: %v", problems(p))
	}
	if got := book.bought(book.named(t, "7").ID)[""].Lines[0].Item; len([]rune(got)) != 500 {
		t.Errorf("%d letters are kept", len([]rune(got)))
	}
}

func TestAnIgnoredColumnIsNotGuessed(t *testing.T) {
	p := look(t, newShelf(), importing.Options{Map: []importing.Mapping{{Column: "Employee", Field: importing.FieldIgnore}}},
		table("receipt,date,customer id,employee", "1,2026-03-01,7,Jim"))
	for _, c := range p.Files[0].Columns {
		if c.Name == "employee" && c.Field != "" {
			t.Errorf("employee was taken for %s", c.Field)
		}
	}
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	book := newShelf()
	ctx, cancel := context.WithCancel(context.Background())
	var lines []string
	for range 5000 {
		lines = append(lines, card("FN:Ann"))
	}
	seen := 0
	_, err := importing.New(book, book.ids).Read(ctx, []importing.Source{cards(lines...)}, importing.Options{
		Progress: func(p importing.Progress) {
			if seen++; p.Items > 1000 {
				cancel()
			}
			if p.Done > p.Total || p.Files != 1 || p.Number != 1 {
				t.Errorf("progress %+v", p)
			}
		},
	})
	if app.CodeOf(err) != app.CodeCancelled || len(book.customers) != 0 || seen < 4 {
		t.Errorf("got %v after %d steps", err, seen)
	}
	p := look(t, book, importing.Options{}, cards(card("FN:Ann")))
	if _, err := importing.New(book, book.ids).Commit(ctx, p); app.CodeOf(err) != app.CodeCancelled || len(book.batches) != 0 {
		t.Errorf("committed after the end: %v", err)
	}
}

func TestAPreviewOfAnOlderBookIsNotWritten(t *testing.T) {
	book := newShelf()
	p := look(t, book, importing.Options{}, cards(card("FN:Ann")))
	take(t, book, cards(card("FN:Bob")))
	_, err := importing.New(book, book.ids).Commit(context.Background(), p)
	if app.CodeOf(err) != app.CodeConflict || len(book.customers) != 1 {
		t.Errorf("got %v, %d customers", err, len(book.customers))
	}
}

func TestAnImportIsOneBatchNamedAfterItsFiles(t *testing.T) {
	book := newShelf()
	p := look(t, book, importing.Options{}, cards(card("FN:Ann", "X-CUSTOMER-ID:7")), table("date,customer id", "2026-03-01,7"))
	if len(book.customers) != 0 {
		t.Fatal("looking wrote something")
	}
	result, err := importing.New(book, book.ids).Commit(context.Background(), p)
	if err != nil || len(book.batches) != 1 {
		t.Fatalf("%v, %d batches", err, len(book.batches))
	}
	if b := book.batches[0]; b.ID != result.Batch || b.Act != app.ActImport || b.Note != "people.vcf, till.csv" || result.Changed != 2 {
		t.Errorf("batch %+v, result %+v", b, result)
	}
}

func TestANumberThatCannotBeDialledIsKeptAndMarked(t *testing.T) {
	book := newShelf()
	p := take(t, book, cards(card("FN:Ann", "TEL:ask the neighbour")))
	if got := book.named(t, "Ann").Phones; len(got) != 1 || got[0].Unfit != app.UnfitUnreadable {
		t.Errorf("got %+v", got)
	}
	if !slices.Equal(problems(p), []string{"import.card.undialable"}) {
		t.Errorf("problems: %v", problems(p))
	}
}

func TestEverySentenceIsThere(t *testing.T) {
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	voice := sentences.In("en")
	key := regexp.MustCompile(`"((?:error\.)?import\.[a-z.-]+)"`)
	found := 0
	err = filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		for _, m := range key.FindAllStringSubmatch(string(code), -1) {
			found++
			if voice.Say(m[1], app.Args{}) == m[1] {
				t.Errorf("%s asks for %s, which no sentence has", path, m[1])
			}
		}
		return err
	})
	if err != nil || found < 30 {
		t.Errorf("%d keys found: %v", found, err)
	}
}

func TestACardWithANumberTwiceKeepsItOnce(t *testing.T) {
	book := newShelf()
	take(t, book, cards(card("FN:Ann", "TEL:+44 20 7946 0290", "TEL:+442079460290", "TEL:+44 20 7946 0291", "EMAIL:a@b.c", "EMAIL:A@B.C")))
	if c := book.named(t, "Ann"); len(c.Phones) != 2 || len(c.Emails) != 1 {
		t.Errorf("got %+v %+v", c.Phones, c.Emails)
	}
}
