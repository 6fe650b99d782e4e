package dialing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/dialing"
)

func TestFormsOfANumber(t *testing.T) {
	const (
		mexican   = "+525512345678"
		american  = "+12015550123"
		chinese   = "+861065529988"
		japanese  = "+81312345678"
		argentine = "+5491112345678"
		brazilian = "+5511912345678"
	)
	tests := []struct {
		name, typed, country string
		e164, extension      string
		label                string
	}{
		{"a Mexican mobile as it was written until 2019", "+52 1 55 1234 5678", "", mexican, "", ""},
		{"without a space", "+5215512345678", "GB", mexican, "", ""},
		{"as a program for messages has it", "5215512345678", "MX", mexican, "", ""},
		{"behind the way out", "011 52 1 55 1234 5678", "US", mexican, "", ""},
		{"with what was dialled at home from the same town", "044 55 1234 5678", "MX", mexican, "", ""},
		{"with what was dialled at home from another", "01 55 1234 5678", "MX", mexican, "", ""},
		{"as it is written today", "55 1234 5678", "MX", mexican, "", ""},

		{"an extension with a sign for number", "(201)555-0123 ext#12", "US", american, "12", ""},
		{"an extension with the word number", "(201) 555-0123 extension no. 12", "US", american, "12", ""},
		{"an extension in Chinese", "010-65529988转802", "CN", chinese, "802", ""},
		{"an extension in Taiwan's letters", "010-65529988 分機 802", "CN", chinese, "802", ""},
		{"an extension in Japanese, in brackets", "03-1234-5678(内線12)", "JP", japanese, "12", ""},
		{"an extension in Korean", "02-312-3456 내선 12", "KR", "+8223123456", "12", ""},
		{"an extension in Russian", "8 (495) 123-45-67 вн. 12", "RU", "+74951234567", "12", ""},
		{"an extension in Austria", "01 5124567 Kl. 23", "AT", "+4315124567", "23", ""},
		{"an extension behind a hyphen", "010-65529988-802", "CN", chinese, "802", ""},
		{"digits behind a hyphen that are part of the number", "030 901820-23", "DE", "+493090182023", "", ""},
		{"digits behind a hyphen that are none of the number", "+1 201-555-0123-45", "", american, "45", ""},

		{"a wait", "201-555-0123,,4455#", "US", american, "4455", ""},
		{"a wait with semicolons", "201-555-0123;;4455#", "US", american, "4455", ""},
		{"two waits", "+12015550123,,,4455,,12#", "", american, "4455,,12", ""},
		{"a wait in a URI", "tel:+12015550123;4455", "", american, "4455", ""},

		{"wide digits and a long vowel for a hyphen", "０３ー１２３４ー５６７８", "JP", japanese, "", ""},
		{"wide brackets", "（０３）１２３４－５６７８", "JP", japanese, "", ""},
		{"a narrow long vowel", "03ｰ1234ｰ5678", "JP", japanese, "", ""},
		{"underscores", "020_7946_0000", "GB", "+442079460000", "", ""},
		{"dots in the middle", "020 · 7946 · 0000", "GB", "+442079460000", "", ""},

		{"an Argentine mobile at home", "011 15-1234-5678", "AR", argentine, "", ""},
		{"an Argentine mobile from abroad", "+54 9 11 1234-5678", "", argentine, "", ""},
		{"a place for the carrier in Brazil", "0xx11 91234-5678", "BR", brazilian, "", ""},
		{"such a place in brackets", "(0XX11) 91234-5678", "BR", brazilian, "", ""},
		{"such a place behind the country", "+55 (0xx11) 91234-5678", "", brazilian, "", ""},
		{"a carrier in Brazil", "0 15 11 91234-5678", "BR", brazilian, "", ""},

		{"a 0 in the middle", "+44 (0) 20 7946 0000", "", "+442079460000", "", ""},
		{"a town's 0 in Italy", "+39 (0)6 1234 5678", "", "+390612345678", "", ""},
		{"a town of Italy whose 0 was left out", "+39 6 1234 5678", "", "+390612345678", "", ""},
		{"an Italian mobile with a 0 that it does not have", "+39 (0)333 123 4567", "", "+393331234567", "", ""},

		{"the last digits of a second line", "030 901820/21", "DE", "+4930901820", "", "/21"},
		{"the last digit of a second line", "020 7946 0000 / 1", "GB", "+442079460000", "", "/1"},
		{"behind a town with a slash of its own", "01/5124567/23", "AT", "+4315124567", "", "/23"},
		{"a slash behind the town", "030/901820", "DE", "+4930901820", "", ""},
		{"slashes between all digits", "0475/12/34/56", "BE", "+32475123456", "", ""},

		{"an extension beside where a URI's number is from", "tel:+12015550123;ext=12;phone-context=+1", "US", american, "12", ""},
		{"a URI with what is for machines", "tel:+1-201-555-0123;isub=12", "", american, "", ""},
		{"a URI with slashes", "callto://+12015550123", "", american, "", ""},
		{"a URI with signs in hexadecimal", "tel:+1(201)555-0123%20ext.%2012", "", american, "12", ""},
		{"an address for calls over the net", "sip:+12015550123@example.com;user=phone", "", american, "", ""},
		{"a link to write to somebody", "https://wa.me/12015550123?text=Hello", "GB", american, "", "WhatsApp"},
		{"a link without its scheme", "wa.me/12015550123", "", american, "", "WhatsApp"},
		{"another link to write to somebody", "https://api.whatsapp.com/send?phone=12015550123&text=hi", "", american, "", "WhatsApp"},
		{"a link for messages", "sms:+12015550123?body=hi", "", american, "", "sms"},
		{"a number beside whose it is", "Mum 0176 12345678", "DE", "+4917612345678", "", "Mum"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := dialing.Parse(tt.typed, "", tt.country)
			want := app.Phone{Label: tt.label, Typed: got.Typed, E164: tt.e164, Extension: tt.extension}
			if got != want {
				t.Fatalf("got  %+v\nwant %+v", got, want)
			}
			if again := dialing.Parse(got.Typed, got.Label, tt.country); again != got {
				t.Errorf("read again it is %+v", again)
			}
		})
	}
}

func TestFormsOfANumberWithoutItsCountry(t *testing.T) {
	for typed, want := range map[string]struct{ dialled, extension string }{
		"201-555-0123,,4455#":   {"201-555-0123", "4455"},
		"201-555-0123;4455":     {"201-555-0123", "4455"},
		"(201)555-0123 #12":     {"(201)555-0123", "12"},
		"(201)555-0123 ext#12":  {"(201)555-0123", "12"},
		"010-65529988转802":      {"010-65529988", "802"},
		"０３ー１２３４ー５６７８":          {"03-1234-5678", ""},
		"0044 (0)20 7946 0000":  {"0044 20 7946 0000", ""},
		"020 7946 0000/1":       {"020 7946 0000", ""},
		"030/901820":            {"030/901820", ""},
		"*31#0201 555 0123":     {"*31#0201 555 0123", ""},
		"0052 1 55 1234 5678":   {"0052 1 55 1234 5678", ""},
		"tel:040 1234567;ext=5": {"040 1234567", "5"},
	} {
		got := dialing.Parse(typed, "", "")
		if got.Dialled() != want.dialled || got.Extension != want.extension || got.E164 != "" || got.Unfit != app.FitToCall {
			t.Errorf("%q: %+v, dialled as %q; want %+v", typed, got, got.Dialled(), want)
		}
		if again := dialing.Parse(got.Typed, got.Label, ""); again.Dialled() != want.dialled {
			t.Errorf("%q read again is dialled as %q", typed, again.Dialled())
		}
	}
}

func TestWhatIsNobodysNumberIsKeptAndNotCalled(t *testing.T) {
	for _, of := range []struct{ country, typed string }{
		{"GB", "999"},
		{"GB", "118 118"},
		{"GB", "116 123"},
		{"US", "911"},
		{"DE", "11880"},
		{"DE", "116 117"},
		{"", "116117"},
		{"GB", "00000000000"},
		{"", "1111111111"},
		{"GB", "sip:reception@example.com"},
		{"GB", "sip:2015550123@example.com"},
		{"GB", "https://wa.me/message/ABC123DEF456"},
		{"GB", "callto:ann.bell"},
		{"GB", "tel:%0A%00"},
	} {
		got := dialing.Parse(of.typed, "", of.country)
		if got.Unfit != app.UnfitUnreadable || got.E164 != "" || got.Typed == "" {
			t.Errorf("%q in %q: %+v", of.typed, of.country, got)
		}
	}
	for _, of := range []struct{ country, typed string }{{"GB", "60777"}, {"DE", "22333"}, {"", "12345"}, {"GB", "07777777777"}} {
		if got := dialing.Parse(of.typed, "", of.country); got.Unfit != app.FitToCall {
			t.Errorf("%q in %q may be one within a town: %+v", of.typed, of.country, got)
		}
	}
}
