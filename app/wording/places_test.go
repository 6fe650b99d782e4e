package wording_test

import "testing"

func TestCodesAreSaidAsWords(t *testing.T) {
	say := english(t)
	for code, want := range map[string]string{"GB": "United Kingdom", "FI": "Finland", "": "", "United Kingdom": "United Kingdom", "Q!": "Q!"} {
		if got := say.Country(code); got != want {
			t.Errorf("country %q is %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{"es": "Spanish", "pt-BR": "Brazilian Portuguese", "": "", "not a code": "not a code"} {
		if got := say.Tongue(code); got != want {
			t.Errorf("language %q is %q, want %q", code, got, want)
		}
	}
	for zone, want := range map[string]string{"Europe/Helsinki": "Europe/Helsinki", "+05:45": "UTC+05:45", "": ""} {
		if got := say.TimeZone(zone); got != want {
			t.Errorf("time zone %q is %q, want %q", zone, got, want)
		}
	}
}
