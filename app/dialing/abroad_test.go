package dialing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

func TestANumberWithoutItsCountryIsOfWhereTheyLive(t *testing.T) {
	for name, tt := range map[string]struct {
		typed, home string
		hints       []string
		want        string
	}{
		"a French mobile number":                        {"06 12 34 56 78", "DE", []string{"FR"}, "+33612345678"},
		"a number in New York":                          {"(212) 555-1234", "DE", []string{"US"}, "+12125551234"},
		"a Swiss mobile number":                         {"079 123 45 67", "DE", []string{"CH"}, "+41791234567"},
		"a landline in Zürich":                          {"044 668 18 00", "DE", []string{"CH"}, "+41446681800"},
		"a Dutch shop, and a French customer":           {"06 12 34 56 78", "NL", []string{"FR"}, "+33612345678"},
		"who lives abroad with a mobile number of home": {"0171 1234567", "DE", []string{"AT"}, "+491711234567"},
		"who lives here, too":                           {"06 12 34 56 78", "NL", []string{"FR", "NL"}, "+31612345678"},
		"nobody knows where":                            {"06 12 34 56 78", "NL", nil, "+31612345678"},
		"two countries that differ":                     {"06 12 34 56 78", "DE", []string{"FR", "NL"}, "+49612345678"},
		"with its country":                              {"+49 6 12345678", "DE", []string{"FR"}, "+49612345678"},
		"by the way out":                                {"0049 171 1234567", "DE", []string{"FR"}, "+491711234567"},
	} {
		t.Run(name, func(t *testing.T) {
			if p := dialing.Parse(tt.typed, "", tt.home, tt.hints...); p.E164 != tt.want {
				t.Errorf("%s, want %s", p.E164, tt.want)
			}
		})
	}
}

func TestANumberThatASpreadsheetSpoiltIsNotDialled(t *testing.T) {
	for _, typed := range []string{"4.93091E+11", "4,93091E+11", "3.58457E+11", "4.57396e+09", "4E+11", "+4.9E+11", "00493.0901820E2", "5E-3"} {
		for _, country := range []string{"DE", "FI", "AT", "US"} {
			if p := dialing.Parse(typed, "mobile", country); p.Unfit != app.UnfitUnreadable || p.E164 != "" || p.Typed != typed || p.Label != "mobile" {
				t.Errorf("%q in %s: %+v", typed, country, p)
			}
		}
	}
}
