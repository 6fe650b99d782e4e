package amounts_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

func TestAnAmountIsReadAsPeopleWriteIt(t *testing.T) {
	for _, c := range []struct {
		text, code string
		want       int64
	}{
		{"12", "EUR", 1200},
		{"12.5", "EUR", 1250},
		{"12,50", "EUR", 1250},
		{"0,05", "EUR", 5},
		{".5", "EUR", -1},
		{"1.234,50", "EUR", 123450},
		{"1,234.50", "GBP", 123450},
		{"1 234,50", "EUR", 123450},
		{"1'234.50", "CHF", 123450},
		{"1.234", "EUR", 123400},
		{"1,234", "USD", 123400},
		{"1.234.567", "EUR", 123456700},
		{"0.123", "EUR", -1},
		{"1234.567", "EUR", -1},
		{"€ 12.50", "EUR", 1250},
		{"12,50 €", "EUR", 1250},
		{"12.50 eur", "EUR", 1250},
		{"-12.50", "EUR", -1250},
		{"−3", "EUR", -300},
		{"1500", "JPY", 1500},
		{"1,500", "JPY", 1500},
		{"15.5", "JPY", -1},
		{"1.234", "KWD", 1234},
		{"", "EUR", -1},
		{"-", "EUR", -1},
		{"12.", "EUR", -1},
		{"1.23,4.5", "EUR", -1},
		{"12,34,56", "EUR", -1},
		{"1e3", "EUR", -1},
		{"free", "EUR", -1},
		{"99999999999.99", "EUR", app.MostMoney - 1},
		{"999999999999", "EUR", -1},
		{"9999999999999", "JPY", app.MostMoney - 1},
		{"10000000000000", "JPY", -1},
		{"1", "euros", -1},
	} {
		got, ok := amounts.Parse(c.text, c.code)
		if c.want == -1 && ok || c.want != -1 && (!ok || got != c.want) {
			t.Errorf("%q %s is %d, %v; want %d", c.text, c.code, got, ok, c.want)
		}
	}
}

func TestAQuantityIsExact(t *testing.T) {
	for text, want := range map[string]int64{"1": 1000, "1.5": 1500, "1,5": 1500, "1,234": 1234, "-2": -2000, "0.001": 1, "0.0001": 0} {
		got, ok := amounts.ParseQuantity(text)
		if ok != (want != 0) || ok && got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, ok, want)
		}
	}
	for n, want := range map[int64]string{1000: "1", 1500: "1.5", -2000: "-2", 1: "0.001", 10_000: "10"} {
		if got := amounts.FormatQuantity(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}

func TestAnExampleIsAnAmountInItsCurrency(t *testing.T) {
	for code, want := range map[string]string{"EUR": "1234.50", "JPY": "1234", "KWD": "1234.500", "lots": "1234.50"} {
		got := amounts.Example(1234, code)
		if _, ok := amounts.Parse(got, code); got != want || !ok && code != "lots" {
			t.Errorf("in %s such as %q, want %q", code, got, want)
		}
	}
}

func FuzzAmount(f *testing.F) {
	for _, seed := range []string{"1.234,50", "-12", "€ 3", "0.001", "1'000"} {
		f.Add(seed, uint8(0))
	}
	codes := []string{"EUR", "JPY", "KWD"}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		code := codes[int(which)%len(codes)]
		n, ok := amounts.Parse(text, code)
		if !ok {
			return
		}
		digits, _ := amounts.Digits(code)
		if again, ok := amounts.Parse(amounts.Format(n, digits), code); !ok || again != n {
			t.Fatalf("%q %s is %d, written %q, and that is %d, %v", text, code, n, amounts.Format(n, digits), again, ok)
		}
	})
}
