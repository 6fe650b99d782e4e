package contacts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestKindsOfTelephonesMayStandInColumnsOfTheirOwn(t *testing.T) {
	const (
		mobile = "07700 900001"
		fax    = "020 7946 0001"
	)
	dialled := map[string]string{mobile: "+447700900001", fax: "+442079460001"}
	two := []app.Phone{{Label: "mobile", Typed: mobile, E164: dialled[mobile]}, {Label: "fax", Typed: fax, E164: dialled[fax], Unfit: app.UnfitFax}}
	one := two[:1]
	plain := []app.Phone{{Typed: mobile, E164: dialled[mobile]}}
	for _, tt := range []struct {
		name, header, row string
		want              []app.Phone
	}{
		{"behind each", "Name,Phone,Type,Phone 2,Type 2", "Ann Bell," + mobile + ",Mobile," + fax + ",Fax", two},
		{"before each", "Name,Phone type,Phone,Phone type 2,Phone 2", "Ann Bell,Mobile," + mobile + ",Fax," + fax, two},
		{"of the name of each", "Name,Phone,Other phone,Phone Type,Other phone type", "Ann Bell," + mobile + "," + fax + ",Mobile,Fax", two},
		{"in German", "Name,Telefon,Telefonart,Telefon 2,Telefonart 2", "Ann Bell," + mobile + ",Mobile," + fax + ",Fax", two},
		{"as Google has it", "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value", "Ann Bell,* Mobile," + mobile + ",Fax," + fax, two},
		{"as Outlook has it", "First Name,Last Name,Mobile Phone,Other Fax", "Ann,Bell," + mobile + "," + fax, two},
		{"with the number as the world dials it", "Name,Phone,Phone label", `Ann Bell,` + mobile + `,"mobile, +447700900001"`, one},
		{"with one that is another", "Name,Phone,Phone label", `Ann Bell,` + mobile + `,"mobile, +442079460001"`, one},
		{"changed for each other", "Name,Phone label,Phone", "Ann Bell,+447700900001,Mobile", []app.Phone{{Label: "mobile", Typed: "+447700900001", E164: dialled[mobile]}}},
		{"of the customer", "Name,Type,Phone", "Ann Bell,Business," + mobile, plain},
		{"of the customer, not a telephone's at all", "Name,Phone,Type", "Ann Bell," + mobile + ",Retail", plain},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Country = "GB"
			importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			if got := book.Anyone(t).Phones; !slices.Equal(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}
