package dialing_test

import (
	"testing"

	"ringback.app/app/dialing"
)

func TestANumberThatLostItsPlusIsReadInFull(t *testing.T) {
	for typed, tt := range map[string]struct{ country, want string }{
		"491761234567":     {"DE", "+491761234567"},
		"49176 12345678":   {"DE", "+4917612345678"},
		"49 30 12345678":   {"DE", "+493012345678"},
		"493012345678":     {"DE", "+493012345678"},
		"4921 80123":       {"DE", "+49492180123"}, // Emden, without its 0
		"4921 8012345":     {"DE", "+4949218012345"},
		"04921 80123":      {"DE", "+49492180123"},
		"0491 7612345":     {"DE", "+494917612345"},
		"436641234567":     {"AT", "+436641234567"},
		"3931234567":       {"IT", "+393931234567"}, // a mobile number that begins as the country's code
		"55 98765 4321":    {"BR", "+5555987654321"},
		"9198123456":       {"IN", "+919198123456"},
		"447700900123":     {"GB", "+447700900123"},
		"+49 4921 8012345": {"DE", "+4949218012345"},
	} {
		if p := dialing.Parse(typed, "", tt.country); p.E164 != tt.want {
			t.Errorf("%q in %s is %s, want %s", typed, tt.country, p.E164, tt.want)
		}
	}
}
