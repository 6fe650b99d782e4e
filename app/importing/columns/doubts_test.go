package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestATableOfContactsThatMayBeOfPurchasesIsAskedAbout(t *testing.T) {
	rows := []string{
		"Jane Smith,+44 7700 900123,jane@example.com,2026-03-14,Oak table,249.00",
		"Tom Brown,+44 7700 900124,tom@example.com,2026-03-17,Lamp,39.50",
	}
	tests := []struct {
		name, header string
		rows         []string
		day          string // column; "": nothing is asked
	}{
		{"in English", "Name,Phone,Email,When,What,How much", rows, "When"},
		{"in Estonian", "Nimi,Telefon,E-post,Millal,Mida,Kui palju", rows, "Millal"},
		{"a day and words, and half of the table would be left out", "Name,Phone,When,What", []string{"Jane Smith,+44 7700 900123,14.03.2026,Oak table"}, "When"},
		{"a day and words beside much that is known", "Name,Phone,Street,City,Since,Job", []string{"Jane Smith,+44 7700 900123,1 High Street,Leeds,14.03.2026,Carpenter"}, ""},
		{"a day alone", "Name,Phone,Since", []string{"Jane Smith,+44 7700 900123,14.03.2026"}, ""},
		{"amounts alone", "Name,Phone,Worth", []string{"Jane Smith,+44 7700 900123,20.00"}, ""},
		{"what they owe", "Name,Phone,Since,Balance", []string{"Jane Smith,+44 7700 900123,14.03.2026,20.00"}, ""},
		{"several days, as programs write them", "Name,Phone,First visit,Last visit,Spent so far", []string{"Jane Smith,+44 7700 900123,14.03.2025,14.03.2026,20.00"}, ""},
		{"when somebody was taken into the list", "Name,Phone,Created,Last seen,Spent so far", []string{"Jane Smith,+44 7700 900123,14.03.2025,14.03.2026,20.00"}, ""},
		{"columns of which nothing is filled", "Name,Phone,When,What,How much", []string{"Jane Smith,+44 7700 900123,,,"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			file := importingtest.Table(append([]string{tt.header}, tt.rows...)...)
			p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
			if tt.day == "" {
				if err != nil || p.Files[0].Kind != importing.KindCards {
					t.Errorf("%v", err)
				}
				return
			}
			asked, ok := columns.Asks(err)
			at := slices.Index(asked.Names, tt.day)
			if importingtest.KeyOf(err) != "error.import.perhaps-purchases" || !ok || at < 0 || asked.Likely[at] != fields.Day || asked.Likely[at+1] != fields.Item {
				t.Fatalf("%v, %+v", err, asked)
			}
			contacts := importing.Options{Map: []columns.Mapping{{Column: tt.day, Field: fields.Ignore}}}
			if p := importingtest.Look(t, book, contacts, file); p.Files[0].Kind != importing.KindCards || p.Summary.Contacts.Created != len(tt.rows) {
				t.Errorf("said to be contacts: %+v", p.Summary)
			}
			bought := importing.Options{Map: []columns.Mapping{{Column: tt.day, Field: fields.Day}, {Column: asked.Names[at+1], Field: fields.Item}}}
			if p := importingtest.Look(t, book, bought, file); p.Summary.Receipts.Created != len(tt.rows) {
				t.Errorf("said to be purchases: %+v", p.Summary)
			}
		})
	}
}

func TestAListOfPeopleBesideTheirPurchasesIsNotAskedAbout(t *testing.T) {
	people := importing.Bytes("people.csv", []byte("Name,Phone,Last visit,Spent so far\nJane Smith,+44 7700 900123,14.03.2026,20.00\n"))
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, people, importingtest.Table("Receipt,Date,Phone,Item,Total", "1,2026-03-14,+44 7700 900123,Mug,20.00"))
	if p.Summary.Contacts.Created != 1 || p.Summary.Receipts.Created != 1 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAFileThatMayHoldPurchasesIsLeftOutWhereNobodyIsAsked(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Unasked: true},
		importingtest.Table("Name,Phone,When,What,How much", "Jane Smith,+44 7700 900123,2026-03-14,Lamp,39.50"), importingtest.Cards(importingtest.Card("FN:Ann")))
	if p.Summary.Contacts.Created != 1 || !slices.Contains(importingtest.Problems(p), "error.import.perhaps-purchases") {
		t.Errorf("%+v %q", p.Summary, importingtest.Problems(p))
	}
}

func TestAColumnThatLooksLikeTheCustomersNamesIsAskedAboutWhereNoneIsKnown(t *testing.T) {
	tests := []struct {
		name  string
		cells []string
		ask   bool
	}{
		{"a name for each number", []string{"Jane Smith", "Tom van Brown", "Ann Lee", "Jane Smith"}, true},
		{"names of signs", []string{"田中太郎", "王小明", "김철수", "田中太郎"}, true},
		{"the same for different people", []string{"Garden Tools", "Garden Tools", "Home Decor", "Home Decor"}, false},
		{"different things for one", []string{"Garden Tools", "Home Decor", "Oak Wood", "Soft Toys"}, false},
		{"single words", []string{"Garden", "Home", "Toys", "Garden"}, false},
		{"numbers", []string{"A 1", "B 2", "C 3", "A 1"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			lines := []string{"Date,Phone,Punter,Item,Price"}
			for i, phone := range []string{"+44 7700 900123", "+44 7700 900124", "+44 7700 900125", "+44 7700 900123"} {
				lines = append(lines, "2026-03-14,"+phone+","+tt.cells[i]+",Mug,5.00")
			}
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(lines...)}, importing.Options{})
			if !tt.ask {
				if err != nil {
					t.Error(err)
				}
				return
			}
			asked, ok := columns.Asks(err)
			if importingtest.KeyOf(err) != "error.import.no-name" || !ok || asked.Likely[2] != fields.Name || app.CodeOf(err) != app.CodeInvalid {
				t.Fatalf("%v %+v", err, asked)
			}
			said := importing.Options{Map: []columns.Mapping{{Column: "Punter", Field: fields.Name}}}
			if p := importingtest.Look(t, book, said, importingtest.Table(lines...)); p.Items[0].Name != tt.cells[0] {
				t.Errorf("%+v", p.Items[0])
			}
		})
	}
}

func TestWordsThatNobodyKnowsAreAskedAboutWhereNeitherNamesNorGoodsAreKnown(t *testing.T) {
	tests := []struct {
		name, header string
		rows         []string
		column       string // that is asked about; "": none
		likely       []fields.Field
	}{
		{
			"in Lithuanian", "Vardas;Telefon;Datum;Prekė;Cena",
			[]string{"Jan Novák;+420601123456;14. 3. 2026;Stůl;2 490 Kč", "Eva Malá;+420601123457;17. 3. 2026;Lampa;395 Kč"},
			"Vardas",
			[]fields.Field{fields.Name, "", "", fields.Item, ""},
		},
		{
			"what may be names or goods", "Zeug;Telefon;Datum;Cena",
			[]string{"Oak Table;+420601123456;14. 3. 2026;2 490 Kč", "Desk Lamp;+420601123457;17. 3. 2026;395 Kč"},
			"Zeug",
			[]fields.Field{"", "", "", ""},
		},
		{
			"words that many have", "Zahlung;Telefon;Datum;Cena",
			[]string{"Karte;+420601123456;14. 3. 2026;2 490 Kč", "Karte;+420601123457;17. 3. 2026;395 Kč"},
			"", nil,
		},
		{
			"whoever sold it", "Store manager;Telefon;Datum;Cena",
			[]string{"Jan Novák;+420601123456;14. 3. 2026;2 490 Kč", "Eva Malá;+420601123457;17. 3. 2026;395 Kč"},
			"", nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(append([]string{tt.header}, tt.rows...)...)}, importing.Options{})
			if tt.column == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			asked, _ := columns.Asks(err)
			if args := importingtest.ArgsOf(err); importingtest.KeyOf(err) != "error.import.no-name" || args["Column"] != tt.column || !slices.Equal(asked.Likely, tt.likely) {
				t.Errorf("%v, %v, %q", err, args["Column"], asked.Likely)
			}
		})
	}
}

func TestPaymentsThatLookLikeContactsAreAskedAbout(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("id,created_at,customer_email,customer_name,description,amount_cents,currency", "p1,2026-03-15,a@example.com,Ann Lee,Table,10050,usd")
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
	if asked, ok := columns.Asks(err); importingtest.KeyOf(err) != "error.import.perhaps-purchases" || !ok || asked.Fields[1] != fields.Day || asked.Fields[4] != fields.Item {
		t.Errorf("%v, %+v", err, asked)
	}
}
