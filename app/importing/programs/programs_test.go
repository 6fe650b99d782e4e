package programs_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

func TestAProgramIsToldByTheColumnsOfItsTables(t *testing.T) {
	for header, want := range map[string]string{
		"Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price": "Shopify",
		"Order ID,Email,Financial Status,Lineitem name,Created at,Billing Name":                 "Squarespace",
		"Date,Gross Sales,Net Sales,Transaction ID,Payment ID,Customer Name":                    "Square",
		"id,Description,Created (UTC),Amount,Amount Refunded,Currency,Status":                   "Stripe",
		"Receipt,Date,Item,Quantity,Amount":                                                     "",
		"":                                                                                      "",
	} {
		var plain []string
		for _, name := range strings.Split(header, ",") {
			plain = append(plain, written.Plain(name))
		}
		got := ""
		if p := programs.OfSales(plain); p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("%s is told as %q, want %q", header, got, want)
		}
	}
}

func TestATableOfContactsIsToldByItsColumns(t *testing.T) {
	for header, want := range map[string]string{
		"Name,File As,Phonetic First Name,Labels":         "Google Contacts",
		"E-mail Address,Business Phone,Assistant's Phone": "Outlook",
		"Name,Phone": "",
	} {
		if got := programs.OfContacts(strings.Split(header, ",")); got != want {
			t.Errorf("%s is told as %q, want %q", header, got, want)
		}
	}
}
