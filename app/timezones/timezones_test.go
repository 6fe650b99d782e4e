package timezones_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/timezones"
)

func TestAnOffsetIsReadByWhereTheCustomerIs(t *testing.T) {
	number := func(e164 string) app.Customer { return app.Customer{Phones: []app.Phone{{Typed: e164, E164: e164}}} }
	living := func(country string) app.Customer { return app.Customer{Addresses: []app.Address{{Country: country}}} }
	for _, tt := range []struct {
		name, text string
		who        app.Customer
		want       string
	}{
		{"a name says it", "Asia/Tokyo", number("+14045550123"), "Asia/Tokyo"},
		{"a name wins over the offset beside it", "-05:00; EST; America/Detroit", number("+14045550123"), "America/Detroit"},
		{"a name the other way round", "London/Europe", app.Customer{}, "Europe/London"},
		{"a name of both halves of the year", "PST8PDT", app.Customer{}, "America/Los_Angeles"},
		{"UTC by name, of whomever", "UTC", number("+442079460290"), "UTC"},
		{"UTC by its letter, of whomever", "Z", number("+442079460290"), "UTC"},
		{"UTC by another name", "Etc/GMT", number("+442079460290"), "UTC"},
		{"an offset of nobody known stays", "+0545", app.Customer{}, "+05:45"},
		{"an offset with more beside it", "-05:00; EST; Raleigh/North America", app.Customer{}, "-05:00"},
		{"as Outlook shows it", "(GMT+01:00) Amsterdam, Berlin", app.Customer{}, "+01:00"},
		{"of a German number", "+01:00", number("+493090182010"), "Europe/Berlin"},
		{"of a German number, written in summer", "+0200", number("+493090182010"), "Europe/Berlin"},
		{"of a British number", "+0000", number("+442079460290"), "Europe/London"},
		{"of a number in Nepal", "+0545", number("+97714123456"), "Asia/Kathmandu"},
		{"of an Atlanta number", "-0500", number("+14042370123"), "America/New_York"},
		{"of a number that is not given out", "-0500", number("+14045550123"), "America/New_York"},
		{"of an Arizona number", "-0700", number("+16022370123"), "America/Phoenix"},
		{"of a Denver number", "-0700", number("+13032370123"), "America/Denver"},
		{"of somebody who moved to Chicago", "-0600", number("+14042370123"), "America/Chicago"},
		{"of somebody who moved where two clocks are", "-0700", number("+14042370123"), "-07:00"},
		{"of a number dialled from several countries", "-0500", number("+18002370123"), "America/New_York"},
		{"another country's stays", "+0900", number("+493090182010"), "+09:00"},
		{"by the address where there is no number", "+0100", living("Germany"), "Europe/Berlin"},
		{"by the second number", "+0100", app.Customer{Phones: []app.Phone{{E164: "+14042370123"}, {E164: "+493090182010"}}}, "Europe/Berlin"},
		{"letters in their country", "EST", number("+14042370123"), "America/New_York"},
		{"letters of summer", "CEST", number("+493090182010"), "Europe/Berlin"},
		{"letters by the address", "CST", living("China"), "Asia/Shanghai"},
		{"letters that mean something else there", "IST", number("+353871234567"), "Europe/Dublin"},
		{"letters of nobody known", "EST", app.Customer{}, ""},
		{"letters of another country", "EST", number("+493090182010"), ""},
		{"letters of two clocks", "MST", living("USA"), ""},
		{"no sign", "1:00", number("+493090182010"), ""},
		{"words", "as at home", number("+493090182010"), ""},
		{"nothing", "", number("+493090182010"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := timezones.Read(tt.text, tt.who)
			if got != tt.want {
				t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
			}
			if got != "" && !timezones.Says(tt.text, got) {
				t.Errorf("%q does not say %q", tt.text, got)
			}
		})
	}
}

func TestATextSaysNoOtherZone(t *testing.T) {
	for _, tt := range [][2]string{{"-0500", "Asia/Tokyo"}, {"America/Detroit", "America/New_York"}, {"EST", "Europe/Berlin"}, {"as at home", "Europe/Berlin"}, {"+0100", ""}, {"+0100", "+02:00"}} {
		if timezones.Says(tt[0], tt[1]) {
			t.Errorf("%q says %q", tt[0], tt[1])
		}
	}
}
