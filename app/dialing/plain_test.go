package dialing

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

func TestThePlainWayFindsWhatLibphonenumberFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	tried := 0
	for code := range plainCodes {
		country := phonenumbers.GetRegionCodeForCountryCode(code)
		for range 3000 {
			digits := ""
			for range 5 + random.IntN(9) {
				digits += fmt.Sprint(random.IntN(10))
			}
			for _, text := range []string{fmt.Sprintf("+%d %s", code, digits), "0" + digits, digits} {
				got := parsePlain(text, country)
				if got == nil {
					continue
				}
				tried++
				want, err := phonenumbers.Parse(text, country)
				if err != nil {
					t.Fatalf("%q in %s: %v", text, country, err)
				}
				if a, b := phonenumbers.Format(got, phonenumbers.E164), phonenumbers.Format(want, phonenumbers.E164); a != b {
					t.Errorf("%q in %s: %s, libphonenumber %s", text, country, a, b)
				}
			}
		}
	}
	if tried < 10_000 {
		t.Errorf("only %d numbers were tried", tried)
	}
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"+44 7911 123456", "07911 123456", "+1 (404) 555-1212"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				Parse(text, "", "GB")
			}
		})
	}
}
