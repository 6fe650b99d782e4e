package contacts_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTablesOfContacts(t *testing.T) {
	ann := app.Customer{
		Name:   app.Name{Full: "Ann Bell", Given: "Ann", Family: "Bell"},
		Phones: []app.Phone{{Label: "mobile", Typed: "+44 20 7946 0290", E164: "+442079460290"}},
		Emails: []app.Email{{Address: "ann@example.com"}},
	}
	tests := []struct {
		name  string
		lines []string
		want  func(app.Customer) app.Customer
	}{
		{
			"Google's",
			[]string{
				"First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - City",
				"Ann,,Bell,,* myContacts ::: Clients,* Home,ann@example.com,Mobile,+44 20 7946 0290,Home,London",
			},
			func(c app.Customer) app.Customer {
				c.Tags, c.Emails[0].Label = []string{"Clients"}, "home"
				c.Addresses = []app.Address{{Label: "home", City: "London"}}
				return c
			},
		},
		{
			"Google's of old, with two numbers in a cell",
			[]string{
				"Name,Given Name,Family Name,Yomi Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value",
				"Ann Bell,Ann,Bell,,,ann@example.com,Mobile,+44 20 7946 0290 ::: +44 20 7946 0291",
			},
			func(c app.Customer) app.Customer {
				c.Phones = append(c.Phones, app.Phone{Label: "mobile", Typed: "+44 20 7946 0291", E164: "+442079460291"})
				return c
			},
		},
		{
			"Outlook's",
			[]string{
				"Title,First Name,Last Name,Company,Business Street,Business City,Business Country/Region,Business Fax,Mobile Phone,Birthday,E-mail Address,E-mail Type,E-mail Display Name,Notes",
				`,Ann,Bell,Care Co.,1 High Street,London,United Kingdom,+44 20 7946 0299,+44 20 7946 0290,0/0/00,ann@example.com,SMTP,Ann Bell,"one` + "\n" + `two"`,
			},
			func(c app.Customer) app.Customer {
				c.Firm, c.Notes = "Care Co.", "one\ntwo"
				c.Addresses = []app.Address{{Label: "work", Street: "1 High Street", City: "London", Country: "United Kingdom"}}
				c.Phones = append([]app.Phone{{Label: "work fax", Typed: "+44 20 7946 0299", E164: "+442079460299", Unfit: app.UnfitFax}}, c.Phones...)
				return c
			},
		},
		{
			"Thunderbird's",
			[]string{
				"First Name,Last Name,Display Name,Primary Email,Secondary Email,Mobile Number,Home City",
				"Ann,Bell,Ann Bell,ann@example.com,,+44 20 7946 0290,London",
			},
			func(c app.Customer) app.Customer {
				c.Addresses = []app.Address{{Label: "home", City: "London"}}
				return c
			},
		},
		{
			"a shop's",
			[]string{
				"Customer ID,First Name,Last Name,Email,Mobile,Accepts Email Marketing",
				"17850.0,Ann,Bell,ann@example.com,'+44 20 7946 0290,yes",
			},
			func(c app.Customer) app.Customer {
				c.References = []app.Reference{{Kind: app.ReferenceShop, Value: "17850"}}
				return c
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if p.Files[0].Kind != importing.KindCards || p.Summary.Contacts.Created != 1 {
				t.Fatalf("%s: %+v", p.Files[0].Kind, p.Summary)
			}
			got := book.Named(t, "Ann Bell")
			want := ann
			want.Phones, want.Emails = append([]app.Phone{}, ann.Phones...), append([]app.Email{}, ann.Emails...)
			want = tt.want(want)
			want.ID = got.ID
			if a, b := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); a != b {
				t.Errorf("got  %s\nwant %s", a, b)
			}
			if p := importingtest.Take(t, book, importingtest.Table(tt.lines...)); p.Summary.Same != 1 {
				t.Errorf("again: %+v", p.Summary)
			}
		})
	}
}

func TestATableOfPurchasesIsNotTakenForContacts(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("date,name,email,item", "2026-03-01,Ann,ann@example.com,Cup"))
	if p.Files[0].Kind != importing.KindPurchases || p.Summary.Receipts.Created != 1 {
		t.Errorf("%s: %+v", p.Files[0].Kind, p.Summary)
	}
}

// TestTablesOfContactsOfTheCorpus holds what is read of a table to what another
// program made of it: the card beside it.
func TestTablesOfContactsOfTheCorpus(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of contacts to try")
	}
	cards, err := filepath.Glob(filepath.Join(folder, "contacts-csv", "*.expected.vcf"))
	if err != nil || len(cards) < 2 {
		t.Fatalf("%d cards: %v", len(cards), err)
	}
	for _, path := range cards {
		only := func(path string) app.Customer {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importing.Path(path))
			for _, c := range book.Customers {
				return c
			}
			t.Fatalf("nobody in %s", path)
			return app.Customer{}
		}
		want, got := only(path), only(strings.TrimSuffix(path, ".expected.vcf")+".csv")
		if got.Name != want.Name || got.Firm != want.Firm || got.Birthday != want.Birthday || got.Notes != want.Notes {
			t.Errorf("%s: got %+v, want %+v", path, got, want)
		}
		for what, texts := range map[string][2][]string{
			"numbers":   {parts(got.Phones, func(p app.Phone) string { return p.Typed }), parts(want.Phones, func(p app.Phone) string { return p.Typed })},
			"mail":      {parts(got.Emails, func(e app.Email) string { return e.Address }), parts(want.Emails, func(e app.Email) string { return e.Address })},
			"addresses": {parts(got.Addresses, postal), parts(want.Addresses, postal)},
			"the rest":  {parts(got.Unknown, property), parts(want.Unknown, property)},
		} {
			if !slices.Equal(texts[0], texts[1]) {
				t.Errorf("%s, %s: got %q, want %q", filepath.Base(path), what, texts[0], texts[1])
			}
		}
	}
	// What the other tables hold, read by a person.
	for name, want := range map[string]int{
		"thunderbird__basic_addressbook.csv": 1, "thunderbird__basic_csv_addressbook.csv": 2,
		"thunderbird__csv_semicolon.csv": 2, "thunderbird__import.csv": 1, "thunderbird__quote.csv": 1,
	} {
		book := importingtest.NewShelf()
		if p := importingtest.Take(t, book, importing.Path(filepath.Join(folder, "contacts-csv", name))); p.Summary.Contacts.Created != want {
			t.Errorf("%s: %+v", name, p.Summary.Contacts)
		}
	}
}

// postal leaves out the post-office box, which the other program loses.
func postal(a app.Address) string {
	return strings.Join([]string{a.Street, a.City, a.Region, a.PostalCode, a.Country}, ";")
}

// property takes a relation for one whatever it is called: the other program
// makes a property of its own of a spouse.
func property(p app.Property) string {
	if p.Name == "X-SPOUSE" {
		p.Name = "RELATED"
	}
	return p.Name + ":" + p.Value
}

func parts[T any](all []T, text func(T) string) []string {
	var list []string
	for _, one := range all {
		list = append(list, text(one))
	}
	slices.Sort(list)
	return list
}

func TestTheDayOnWhichSomebodyWasTakenIntoAListIsNoPurchase(t *testing.T) {
	for _, column := range []string{"Created", "Created at", "Date added", "Created (UTC)", "Timestamp", "Customer since"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Name,Phone,"+column, "Ann Bell,+44 20 7946 0290,2026-03-01"))
		if p.Files[0].Kind != importing.KindCards || p.Summary.Contacts.Created != 1 || !slices.Equal(p.Files[0].NotTaken, []string{column}) {
			t.Errorf("%s: %s, not taken are %q: %+v", column, p.Files[0].Kind, p.Files[0].NotTaken, p.Summary)
		}
	}
	for _, header := range []string{"Name,Phone,Created,Total", "Name,Phone,Date,Total"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(header, "Ann Bell,+44 20 7946 0290,2026-03-01,5.00"))
		if p.Files[0].Kind != importing.KindPurchases {
			t.Errorf("%s: %s", header, p.Files[0].Kind)
		}
	}
}

func TestWhoHasButANicknameIsCalledByIt(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("First Name,Last Name,Nickname,Mobile Phone", ",,Bobo,+44 20 7946 0290", "Ann,Bell,Annie,+44 20 7946 0291"))
	book.Named(t, "Bobo")
	book.Named(t, "Ann Bell")
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("Nickname,Phone", "Bobo,+44 20 7946 0290"))
	if p.Summary.Contacts.Created != 1 || p.Items[0].Name != "Bobo" {
		t.Errorf("%+v", p.Items)
	}
}
