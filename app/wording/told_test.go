package wording_test

import (
	"testing"

	"ringback.app/app"
)

func TestWhoHasNoNameIsCalledByWhatIsKnownOfThem(t *testing.T) {
	number := func(n string) []app.Reference { return []app.Reference{{Kind: app.ReferenceShop, Value: n}} }
	phone, mail := []app.Phone{{Typed: "07700 900113", E164: "+447700900113"}}, []app.Email{{Address: "ann@example.com"}}
	tests := map[string]struct {
		customer app.Customer
		want     string
	}{
		"a name":            {app.Customer{Name: app.Name{Full: "Ann Bell"}, References: number("7"), Phones: phone}, "Ann Bell"},
		"a firm":            {app.Customer{Firm: "Bell Ltd", References: number("7")}, "Bell Ltd"},
		"only a number":     {app.Customer{References: number("7"), Phones: phone}, "Customer 7"},
		"only a telephone":  {app.Customer{Phones: phone, Emails: mail}, "+44 7700 900113"},
		"only a fax":        {app.Customer{Phones: []app.Phone{{Typed: "123", Unfit: app.UnfitFax}}}, "123"},
		"only an address":   {app.Customer{Emails: mail}, "ann@example.com"},
		"nothing at all":    {app.Customer{}, "A customer without a name"},
		"a number for name": {app.Customer{Name: app.Name{Full: "7"}, References: number("7")}, "7"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := english(t).Called(tt.customer); got != tt.want {
				t.Errorf("called %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAListSaysTheFirmAndWhoIsArchived(t *testing.T) {
	say := english(t)
	for want, l := range map[string]app.Listed{
		"Ann Bell, Bell Ltd":    {Name: "Ann Bell", Firm: "Bell Ltd"},
		"Bell Ltd":              {Name: "Bell Ltd", Firm: "Bell Ltd"},
		"ann@example.com":       {Emails: []string{"ann@example.com"}},
		"Customer 7":            {Name: "7", Reference: "7"},
		"Customer 7 (archived)": {Name: "7", Reference: "7", Archived: true},
	} {
		if got := say.ListedWithFirm(l); got != want {
			t.Errorf("called %q, want %q", got, want)
		}
	}
}
