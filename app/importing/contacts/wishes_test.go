package contacts_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAWishNotToBeCalledIsTakenFromATable(t *testing.T) {
	any := app.DoNotCall{Purpose: app.PurposeAny}
	tests := []struct {
		column, cell string
		want         []app.DoNotCall
	}{
		{"Do not call", "Yes", []app.DoNotCall{any}},
		{"Do Not Call", "TRUE", []app.DoNotCall{any}},
		{"DoNotCall", "1", []app.DoNotCall{any}},
		{"do_not_call", "✓", []app.DoNotCall{any}},
		{"Do not call", "asked in May", []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "asked in May"}}},
		{"Do not call", "2026-05-03", []app.DoNotCall{{Purpose: app.PurposeAny, Since: app.NewDay(2026, time.May, 3)}}},
		{"Do not call", "No", nil},
		{"Do not call", "false", nil},
		{"Do not call", "-", nil},
		{"Do not call", "n/a", nil},
		{"Do not call", "None", nil},
		{"Do not call", "", nil},
		{"Do not allow Phone Calls", "Do Not Allow", []app.DoNotCall{any}},
		{"Do not allow Phone Calls", "Allow", nil},
		{"Phone opt-out", "yes", []app.DoNotCall{any}},
		{"Phone consent", "No", []app.DoNotCall{any}},
		{"Phone consent", "denied", []app.DoNotCall{any}},
		{"Phone consent", "Yes", nil},
		{"Phone consent", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.column+" "+tt.cell, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table("Name,Phone,"+tt.column, "Ann Bell,+44 20 7946 0290,"+tt.cell))
			ann := book.Named(t, "Ann Bell")
			if !slices.Equal(ann.DoNotCall, tt.want) || len(ann.Phones) != 1 || len(p.Files[0].NotTaken) != 0 {
				t.Errorf("she refuses %+v and has %v, want %+v; not taken is %q", ann.DoNotCall, ann.Phones, tt.want, p.Files[0].NotTaken)
			}
		})
	}
}

func TestAFileThatHasSomebodyCalledWhoDoesNotWantToBeSaysThatTheBooksWishWasKept(t *testing.T) {
	for _, tt := range []struct {
		column, cell string
		said         bool
	}{
		{"Do not call", "No", true},
		{"Do not call", "0", true},
		{"Phone consent", "Yes", true},
		{"Do not call", "Yes", false},
		{"Do not call", "", false},
		{"Do not call", "n/a", false},
		{"Phone consent", "No", false},
	} {
		t.Run(tt.column+" "+tt.cell, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Name,Phone,Do not call", "Ann Bell,+44 20 7946 0290,Yes", "Bo Ek,+44 20 7946 0291,"))
			p := importingtest.Look(t, book, importing.Options{}, importingtest.Table("Name,Phone,"+tt.column, "Ann Bell,+44 20 7946 0290,"+tt.cell, "Bo Ek,+44 20 7946 0291,"+tt.cell))
			if said := slices.Contains(importingtest.ProblemKeys(p.Items[0]), "import.card.wish-kept"); said != tt.said {
				t.Errorf("of her it says %q", importingtest.ProblemKeys(p.Items[0]))
			}
			if slices.Contains(importingtest.ProblemKeys(p.Items[1]), "import.card.wish-kept") {
				t.Error("it is said of him, too")
			}
		})
	}
}

func TestWordsThatWereTakenForAWishNotToBeCalledAreSaid(t *testing.T) {
	for cell, want := range map[string]bool{"asked in May": true, "yes": false, "no": false, "n/a": false, "2026-05-03": false} {
		for of, header := range map[string]string{
			"another program": "Name,Phone,Do not call", "Ringback": "Name,Phone,Do not call,Best time to call",
		} {
			p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(header, "Ann Bell,+44 20 7946 0290,"+cell))
			if said := slices.Contains(importingtest.Problems(p), "import.card.wish"); said != want || p.Summary.Contacts.Created != 1 {
				t.Errorf("a table of %s, %q: %q", of, cell, importingtest.Problems(p))
			}
		}
	}
}

func TestWhatIsSaidOfMailsAndMessagesSaysNothingOfCalls(t *testing.T) {
	for _, column := range []string{
		"SMS consent", "Email consent", "Accepts Email Marketing", "Accepts SMS Marketing", "Unsubscribed from all email", "Opted out",
		"Email opt-out", "Marketing emails opt in", "Email verified",
	} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Name,Phone,Email,"+column, "Ann Bell,+44 20 7946 0290,ann@example.com,yes"))
		ann := book.Named(t, "Ann Bell")
		if len(ann.DoNotCall) != 0 || len(ann.Emails) != 1 || len(ann.Phones) != 1 || !slices.Equal(p.Files[0].NotTaken, []string{column}) {
			t.Errorf("%s: %+v; not taken is %q", column, ann, p.Files[0].NotTaken)
		}
	}
}

func TestAPersonCanSayThatAColumnIsOfWishesNotToBeCalled(t *testing.T) {
	m, err := columns.ParseMapping("Opted out=do-not-call")
	if err != nil {
		t.Fatal(err)
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Map: []columns.Mapping{m}}, importingtest.Table("Name,Phone,Opted out", "Ann Bell,+44 20 7946 0290,yes"))
	if p.Files[0].Kind != importing.KindCards || p.Files[0].Columns[2].Field != fields.DoNotCall {
		t.Errorf("%+v", p.Files[0])
	}
}

func TestAWishNotToBeCalledIsTakenFromATableOfPurchases(t *testing.T) {
	any := app.DoNotCall{Purpose: app.PurposeAny}
	tests := []struct {
		name   string
		header string
		lines  []string
		want   []app.DoNotCall
		said   []string
	}{
		{"by a column", "Do not call", []string{"1,2026-03-01,7,Cup,5,yes"}, []app.DoNotCall{any}, nil},
		{"with a no", "Do not call", []string{"1,2026-03-01,7,Cup,5,no"}, nil, nil},
		{"by a consent that is refused", "Phone consent", []string{"1,2026-03-01,7,Cup,5,No"}, []app.DoNotCall{any}, nil},
		{"by a consent that nobody was asked for", "Phone consent", []string{"1,2026-03-01,7,Cup,5,"}, nil, nil},
		{
			"on one receipt of several", "Do not call",
			[]string{"1,2026-03-01,7,Cup,5,", "2,2026-03-02,7,Pot,5,yes", "3,2026-03-03,7,Jug,5,no"},
			[]app.DoNotCall{any},
			nil,
		},
		{
			"in words", "Do not call",
			[]string{"1,2026-03-01,7,Cup,5,asked in May", "1,2026-03-01,7,Pot,5,asked in May"},
			[]app.DoNotCall{{Purpose: app.PurposeAny, Reason: "asked in May"}},
			[]string{"import.card.wish"},
		},
	}
	for _, tt := range tests {
		for _, who := range []string{"Customer no", "Phone"} {
			t.Run(tt.name+" with "+who, func(t *testing.T) {
				book := importingtest.NewShelf()
				lines := []string{"Order,Date," + who + ",Item,Price," + tt.header}
				for _, line := range tt.lines {
					if who == "Phone" {
						line = strings.Replace(line, ",7,", ",+44 20 7946 0290,", 1)
					}
					lines = append(lines, line)
				}
				p := importingtest.Take(t, book, importingtest.Table(lines...))
				if len(book.Customers) != 1 || len(p.Files[0].NotTaken) > 0 || !slices.Equal(importingtest.Problems(p), tt.said) {
					t.Fatalf("%d customers, said %q, not taken %q", len(book.Customers), importingtest.Problems(p), p.Files[0].NotTaken)
				}
				for _, c := range book.Customers {
					if !slices.Equal(c.DoNotCall, tt.want) {
						t.Errorf("they refuse %+v, want %+v", c.DoNotCall, tt.want)
					}
				}
			})
		}
	}
}

func TestAWishNotToBeCalledReachesWhomTheBookHasAlready(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+442079460290", "X-CUSTOMER-ID:7")))
	importingtest.Take(t, book, importingtest.Table("Order,Date,Customer no,Item,Price,Do not call", "1,2026-03-01,7,Cup,5,yes"))
	if got := book.Named(t, "Ann Bell").DoNotCall; len(got) != 1 {
		t.Errorf("she refuses %+v", got)
	}
}

func TestLeaveForMailsSaysNothingOfCallsInATableOfPurchasesEither(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Order,Date,Customer no,Item,Price,Accepts Marketing", "1,2026-03-01,7,Cup,5,no"))
	if got := book.Named(t, "7").DoNotCall; len(got) != 0 || !slices.Equal(p.Files[0].NotTaken, []string{"Accepts Marketing"}) {
		t.Errorf("they refuse %+v; not taken %q", got, p.Files[0].NotTaken)
	}
}

func TestWhetherANumberIsVerifiedIsNoNumber(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Order,Date,Email,Item,Price,Phone verified", "1,2026-03-01,ann@example.com,Cup,5,yes"))
	if len(p.Items) != 1 || len(p.Items[0].Phones) > 0 || !slices.Equal(p.Files[0].NotTaken, []string{"Phone verified"}) {
		t.Errorf("%+v; not taken %q", p.Items, p.Files[0].NotTaken)
	}
}
