package dialing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

func TestWordsBesideANumber(t *testing.T) {
	tests := []struct {
		name, typed, label, country string
		want                        app.Phone
	}{
		{
			"whose it is", "030 7654321 Oma", "", "DE",
			app.Phone{Label: "Oma", Typed: "030 7654321 Oma", E164: "+49307654321"},
		},
		{
			"in capitals, behind a number that is whole", "0664 7654321 OMA", "home", "AT",
			app.Phone{Label: "home OMA", Typed: "0664 7654321 OMA", E164: "+436647654321"},
		},
		{
			"in brackets", "06 6982 (casa)", "", "IT",
			app.Phone{Label: "casa", Typed: "06 6982 (casa)", E164: "+39066982"},
		},
		{
			"before it", "Mobil: 0171 7654321", "", "DE",
			app.Phone{Label: "Mobil", Typed: "Mobil: 0171 7654321", E164: "+491717654321"},
		},
		{
			"that only say what it is", "Tel.: 030 7654321", "work", "DE",
			app.Phone{Label: "work", Typed: "Tel.: 030 7654321", E164: "+49307654321"},
		},
		{
			"with a figure in them", "030 7654321 nach 18 Uhr", "", "DE",
			app.Phone{Label: "nach 18 Uhr", Typed: "030 7654321 nach 18 Uhr", E164: "+49307654321"},
		},
		{
			"without a country", "030 7654321 Oma", "", "",
			app.Phone{Typed: "030 7654321 Oma", Unfit: app.UnfitUnreadable},
		},
		{
			"after a number with its country", "+44 (0)20 7946 0290 shop", "", "",
			app.Phone{Label: "shop", Typed: "+44 (0)20 7946 0290 shop", E164: "+442079460290"},
		},
		{
			"a fax behind it", "030 7654321 Fax", "work", "DE",
			app.Phone{Label: "work fax", Typed: "030 7654321 Fax", E164: "+49307654321", Unfit: app.UnfitFax},
		},
		{
			"a fax before it", "Fax: 030 7654321", "", "DE",
			app.Phone{Label: "fax", Typed: "Fax: 030 7654321", E164: "+49307654321", Unfit: app.UnfitFax},
		},
		{
			"a fax in French", "Télécopie 01 23 45 67 80", "", "FR",
			app.Phone{Label: "Télécopie", Typed: "Télécopie 01 23 45 67 80", E164: "+33123456780", Unfit: app.UnfitFax},
		},
		{
			"a fax in Greek", "ΦΑΞ 21 0123 4567", "", "GR",
			app.Phone{Label: "ΦΑΞ", Typed: "ΦΑΞ 21 0123 4567", E164: "+302101234567", Unfit: app.UnfitFax},
		},
		{
			"one line for both", "Tel/Fax 030 7654321", "", "DE",
			app.Phone{Label: "Tel/Fax", Typed: "Tel/Fax 030 7654321", E164: "+49307654321"},
		},
		{
			"a telephone, then a fax", "030 7654321 Fax 030 7654329", "", "DE",
			app.Phone{Label: "voice Fax 030 7654329", Typed: "030 7654321 Fax 030 7654329", E164: "+49307654321"},
		},
		{
			"a fax, then a telephone", "Fax 030 7654329 Tel 030 7654321", "", "DE",
			app.Phone{Label: "voice Fax 030 7654329", Typed: "Fax 030 7654329 Tel 030 7654321", E164: "+49307654321"},
		},
		{
			"of two numbers, none of them whole", "12345 fax 67890", "", "GB",
			app.Phone{Typed: "12345 fax 67890", Unfit: app.UnfitUnreadable},
		},
		{
			"a number of letters", "1-800-FLOWERS", "", "US",
			app.Phone{Typed: "1-800-FLOWERS", E164: "+18003569377"},
		},
		{
			"a number of letters in small ones", "1-800-flowers", "", "CA",
			app.Phone{Typed: "1-800-flowers", E164: "+18003569377"},
		},
		{
			"letters where we do not know the country", "1-800-FLOWERS", "", "",
			app.Phone{Typed: "1-800-FLOWERS", Unfit: app.UnfitUnreadable},
		},
		{
			"a word for the digits that a number lacks", "030 12 MAMA", "", "DE",
			app.Phone{Typed: "030 12 MAMA", Unfit: app.UnfitUnreadable},
		},
		{
			"an extension in German", "030 7654321 Durchwahl 12", "", "DE",
			app.Phone{Typed: "030 7654321 Durchwahl 12", E164: "+49307654321", Extension: "12"},
		},
		{
			"an extension and a word", "030 7654321 x12 Oma", "", "DE",
			app.Phone{Label: "Oma", Typed: "030 7654321 x12 Oma", E164: "+49307654321", Extension: "12"},
		},
		{
			"an extension of a number that has no country", "030 7654321 ext. 12", "", "",
			app.Phone{Typed: "030 7654321 ext. 12", Extension: "12"},
		},
		{
			"such a one joined to its extension", "404-555-1212x12", "", "",
			app.Phone{Typed: "404-555-1212x12", Extension: "12"},
		},
		{
			"a day and what looks like an extension", "2026-01-15 x 12", "", "",
			app.Phone{Typed: "2026-01-15 x 12", Unfit: app.UnfitUnreadable},
		},
		{
			"an address for mail", "oma307654321@example.de", "", "DE",
			app.Phone{Typed: "oma307654321@example.de", Unfit: app.UnfitUnreadable},
		},
		{
			"a day", "called 2026-01-15", "", "DE",
			app.Phone{Typed: "called 2026-01-15", Unfit: app.UnfitUnreadable},
		},
		{
			"words and too few digits", "flat 3", "", "GB",
			app.Phone{Typed: "flat 3", Unfit: app.UnfitUnreadable},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := dialing.Parse(tt.typed, tt.label, tt.country)
			if got != tt.want {
				t.Fatalf("got  %+v\nwant %+v", got, tt.want)
			}
			if again := dialing.Parse(got.Typed, got.Label, tt.country); again != got {
				t.Errorf("read again it is %+v", again)
			}
		})
	}
}
