package importing_test

import (
	"fmt"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
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
			book := newShelf()
			p := take(t, book, table(tt.lines...))
			if p.Files[0].Kind != importing.KindCards || p.Summary.Contacts.Created != 1 {
				t.Fatalf("%s: %+v", p.Files[0].Kind, p.Summary)
			}
			got := book.named(t, "Ann Bell")
			want := ann
			want.Phones, want.Emails = append([]app.Phone{}, ann.Phones...), append([]app.Email{}, ann.Emails...)
			want = tt.want(want)
			want.ID = got.ID
			if a, b := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); a != b {
				t.Errorf("got  %s\nwant %s", a, b)
			}
			if p := take(t, book, table(tt.lines...)); p.Summary.Same != 1 {
				t.Errorf("again: %+v", p.Summary)
			}
		})
	}
}

func TestATableOfPurchasesIsNotTakenForContacts(t *testing.T) {
	p := look(t, newShelf(), importing.Options{}, table("date,name,email,item", "2026-03-01,Ann,ann@example.com,Cup"))
	if p.Files[0].Kind != importing.KindPurchases || p.Summary.Receipts.Created != 1 {
		t.Errorf("%s: %+v", p.Files[0].Kind, p.Summary)
	}
}
