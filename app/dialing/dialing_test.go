package dialing_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name    string
		typed   string
		label   string
		country string
		hints   []string
		want    app.Phone
	}{
		{
			"a number of the shop's country", "020 7946 0290", "home",
			"GB", nil,
			app.Phone{Label: "home", Typed: "020 7946 0290", E164: "+442079460290"},
		},
		{
			"a number with its country needs none", "+358 457 3960002", "", "", nil,
			app.Phone{Typed: "+358 457 3960002", E164: "+3584573960002"},
		},
		{
			"the way out of the shop's country is understood", "00358 457 3960002", "",
			"GB", nil,
			app.Phone{Typed: "00358 457 3960002", E164: "+3584573960002"},
		},
		{
			"a number set aside for fiction can be called", "07700 900001", "",
			"",
			[]string{"DE", "GB"},
			app.Phone{Typed: "07700 900001", E164: "+447700900001"},
		},
		{
			"without a country it is dialled as written", "07700 900001", "", "", nil,
			app.Phone{Typed: "07700 900001"},
		},
		{
			"not valid where we are: dialled as written, never made up", "07700 900001", "", "IS", nil,
			app.Phone{Typed: "07700 900001", E164: ""},
		},
		{
			"an extension", "+44 20 7946 0290 ext. 12", "", "", nil,
			app.Phone{Typed: "+44 20 7946 0290 ext. 12", E164: "+442079460290", Extension: "12"},
		},
		{
			"a URI", "tel:+1-201-555-0123;ext=5", "work", "", nil,
			app.Phone{Label: "work", Typed: "+1-201-555-0123;ext=5", E164: "+12015550123", Extension: "5"},
		},
		{
			"a URI of a local number with its context", "tel:555-0123;phone-context=+1201", "", "", nil,
			app.Phone{Typed: "555-0123;phone-context=+1201", E164: "+12015550123"},
		},
		{
			"a fax is not called", "+44 20 7946 0290", "work,fax", "", nil,
			app.Phone{Label: "work,fax", Typed: "+44 20 7946 0290", E164: "+442079460290", Unfit: app.UnfitFax},
		},
		{
			"a pager is not called", "+44 20 7946 0290", "work pager", "", nil,
			app.Phone{Label: "work pager", Typed: "+44 20 7946 0290", E164: "+442079460290", Unfit: app.UnfitPager},
		},
		{
			"nor is a modem", "+44 20 7946 0290", "work modem", "", nil,
			app.Phone{Label: "work modem", Typed: "+44 20 7946 0290", E164: "+442079460290", Unfit: app.UnfitPager},
		},
		{
			"a telephone that also shows who called", "+44 20 7946 0290", "mobile pager", "", nil,
			app.Phone{Label: "mobile pager", Typed: "+44 20 7946 0290", E164: "+442079460290"},
		},
		{
			"a fax that also takes calls", "+44 20 7946 0290", "voice,fax", "", nil,
			app.Phone{Label: "voice,fax", Typed: "+44 20 7946 0290", E164: "+442079460290"},
		},
		{
			"two hinted countries that both have it: not decided", "07700 900002", "", "",
			[]string{"DE", "AT"},
			app.Phone{Typed: "07700 900002", E164: "+497700900002"},
		},
		{
			"the shop's country goes before the hints", "020 7946 0290", "", "GB",
			[]string{"DE"},
			app.Phone{Typed: "020 7946 0290", E164: "+442079460290"},
		},
		{
			"a URI of a number that has no country", "tel:040%201234567;ext=5", "", "", nil,
			app.Phone{Typed: "040 1234567", Extension: "5"},
		},
		{"a number within one town", "+1 555-0144", "", "US", nil, app.Phone{Typed: "+1 555-0144", Unfit: app.UnfitUnreadable}},
		{"one that is too short for its country", "+10202555", "", "", nil, app.Phone{Typed: "+10202555", Unfit: app.UnfitUnreadable}},
		{"words", "ask Mary", "", "GB", nil, app.Phone{Typed: "ask Mary", Unfit: app.UnfitUnreadable}},
		{"a URI of nothing", "tel:", "", "", nil, app.Phone{Typed: "tel:", Unfit: app.UnfitUnreadable}},
		{"four digits", "1234", "", "", nil, app.Phone{Typed: "1234", Unfit: app.UnfitUnreadable}},
		{"five digits", "12345", "", "", nil, app.Phone{Typed: "12345"}},
		{"fifteen digits", "123456789012345", "", "", nil, app.Phone{Typed: "123456789012345"}},
		{"sixteen digits", "1234567890123456", "", "", nil, app.Phone{Typed: "1234567890123456", Unfit: app.UnfitUnreadable}},
		{"a country that is none", "+999 12345678", "", "", nil, app.Phone{Typed: "+999 12345678", Unfit: app.UnfitUnreadable}},
		{"nothing", "", "", "", nil, app.Phone{Unfit: app.UnfitUnreadable}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := dialing.Parse(tt.typed, tt.label, tt.country, tt.hints...)
			if got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestCountry(t *testing.T) {
	for name, want := range map[string]string{
		"Iceland": "IS", "EIRE": "IE", "United Kingdom": "GB", "uk": "GB", "GB": "GB", "DEU": "DE",
		"Deutschland": "DE", "SUOMI": "FI", "Österreich": "AT", "Channel Islands": "JE", "Narnia": "", "": "",
		"Česko": "CZ", "Česká republika": "CZ", "Россия": "RU", "Ελλάδα": "GR", "Magyarország": "HU", "Україна": "UA", "대한민국": "KR",
	} {
		if got := dialing.Country(name); got != want {
			t.Errorf("Country(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestHintsComeFromAddressesThenTheTimeZone(t *testing.T) {
	c := app.Customer{
		Addresses: []app.Address{{Country: "Iceland"}, {Country: "?"}, {Country: "IS"}},
		TimeZone:  "Europe/London",
	}
	if got := dialing.Hints(c); !slices.Equal(got, []string{"IS", "GB"}) {
		t.Errorf("got %v, want IS, GB", got)
	}
	if got := dialing.Hints(app.Customer{}); len(got) != 0 {
		t.Errorf("got %v for nobody in particular", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("+44 20 7946 0290 x5", "fax", "GB")
	f.Add("tel:%zz;ext=", "", "")
	f.Fuzz(func(t *testing.T, typed, label, country string) {
		p := dialing.Parse(typed, label, country)
		if p.E164 != "" && (p.E164[0] != '+' || len(p.E164) > 20) {
			t.Errorf("%q is dialled as %q", typed, p.E164)
		}
	})
}
