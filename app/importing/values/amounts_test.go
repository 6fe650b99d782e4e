package values_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/values"
)

func TestAnAmountIsWhollyOneNumber(t *testing.T) {
	for text, cents := range map[string]int64{
		"10€50": 1050, "12€": 1200, "€12.50 EUR": 1250, "USD $12.50": 1250, "$12.50 CAD": 1250, "12.50 usd": 1250, "AR$ 12,50": 1250,
		"1,00,000.00": 10000000, "₹1,00,000": 10000000, "12,34,567.89": 123456789, "1 007,50 zł": 100750, "10 000": 1000000, "1\u202f234,50": 123450,
		"100:-": 10000, "500/-": 50000, "Rs 1,500.00": 150000, "500/=": 50000, "1\u00a0250:-": 125000, "Rs. 500/-": 50000,
		"１，２００．５０": 120050, "￥１２": 1200, "($12.50)": -1250, "$(12.50)": -1250, "- 12.50": -1250, "€ -12": -1200, "12.50 € -": -1250, "12.50+": 1250,
		"2k": 200000, "$1.5k": 150000, "1,5 triệu": 150000000, "2tr": 200000000, "150K ₫": 15000000, "2 mio": 200000000, "3 Tsd. €": 300000, "-2k": -200000,
		"12.50 net": 1250, "12,50 € inkl. MwSt.": 1250, "5.00 each": 500, "'12.50": 1250, "12.": 1200, ".50": 50, "$.50": 50,
	} {
		a, err := values.ParseAmount(text, values.NoPoint)
		if got, ok := a.In(2); err != nil || !ok || got != cents {
			t.Errorf("%q is %d (%v), want %d", text, got, err, cents)
		}
	}
	for _, text := range []string{
		"5 € 20", "12'50", "10 50", "12 34", "1 2 3", "$5 $10", "10+5", "10+2.50", "5,50 + 2,00", "3)5", "(5", "5)", "10F50", "12h50", "10 5,50", "12;50", "10/5",
		"1O,50", "12.50 USD 11.00 EUR", "$12 EUR", "1.2345.678", "1,23,45", "1,000,00", "12,50,000.5,0", "1'00'000",
		"5.00 refund", "refund 5.00", "12.50 CR", "12,50 S", "12,50 H", "12.50 DR", "credit 5.00", "50 cents", "50c", "12.50 ct", "ca. 12", "~12", "12.50 *", "free",
		"1tr2", "1k5", "2 k", "2M", "2 m", "k 2", "2 doz", "2 k k", "1e3", "10%", "100,50:-", "1.250,50.-", "+-5", "(-5)", "--5", "5--", "9223372036854776k",
		"0,125,000", "1.000 000", "1 000'000",
	} {
		for _, point := range []values.Point{values.NoPoint, values.Dot, values.Comma} {
			if a, err := values.ParseAmount(text, point); err == nil || app.CodeOf(err) != app.CodeInvalid {
				t.Errorf("%q with %q is %+v, want no number", text, rune(point), a)
			}
		}
	}
}

func TestAMarkBetweenThousandsHasThreeDigitsBehindIt(t *testing.T) {
	for text, point := range map[string]values.Point{"12.50": values.Comma, "12,50": values.Dot, "0.125": values.Comma, "1,250.-": values.Comma, "1.5": values.Comma, "1234.567": values.Comma} {
		if a, err := values.ParseAmount(text, point); err == nil {
			t.Errorf("%q is %+v where the other sign is the decimal one", text, a)
		}
	}
}

func TestAQuantityIsWhollyOneNumberOfThings(t *testing.T) {
	for text, thousandths := range map[string]int64{
		"2": 2000, "2 pcs": 2000, "2x": 2000, "x2": 2000, "× 2": 2000, "2 Stk.": 2000, "1,5 m": 1500, "3 Tickets": 3000, "2 EA": 2000, "4 bottiglie": 4000, "2,5 kg": 2500, "3 pairs": 3000, "-1": -1000, "(1)": -1000, "1 Paar": 1000, "２個": 2000,
	} {
		a, err := values.ParseQuantity(text, values.NoPoint)
		if got, ok := a.In(3); err != nil || !ok || got != thousandths {
			t.Errorf("%q is %d (%v), want %d", text, got, err, thousandths)
		}
	}
	for _, text := range []string{"2+1", "5+5 free", "2 doz", "1 dozen", "2 Dtzd", "2 k", "2k", "2 for 1", "2 x 6", "2 refunded", "½", "1/2", "two", "2 2", "€2", "3 gross"} {
		if a, err := values.ParseQuantity(text, values.NoPoint); err == nil {
			t.Errorf("%q is %+v, want no number", text, a)
		}
	}
}

func TestACurrencyWithoutDecimalsTellsThatThousandsAreParted(t *testing.T) {
	for text, want := range map[string]values.Point{
		"75.000đ": values.Comma, "¥1,200": values.Dot, "1,200円": values.Dot, "75.000 VND": values.Comma, "￥１，２００": values.Dot,
		"$1,200": values.Undecided, "1.200 €": values.Undecided, "12.500 KWD": values.Undecided,
	} {
		var p values.Points
		if p.See(text); p.Point() != want {
			t.Errorf("%q says %q, want %q", text, rune(p.Point()), rune(want))
		}
	}
}

func TestWhatIsNoNumberSaysNothingOfTheColumn(t *testing.T) {
	var p values.Points
	for _, text := range []string{"12.05.2024", "1,2,3", "12.50/13,00", "5.00 x 2,5"} {
		p.See(text)
	}
	if got := p.Point(); got != values.NoPoint {
		t.Errorf("got %q", rune(got))
	}
}

func TestACodeTellsWhichOfTheCurrenciesOfASign(t *testing.T) {
	for text, want := range map[string][]string{
		"$12 USD": {"USD"}, "CAD $12": {"CAD"}, "ARS$12": {"ARS"}, "S$12": {"SGD"}, "12 usd": {"USD"}, "R$ 12": {"BRL"}, "R 12": {"ZAR"}, "10€50": {"EUR"},
	} {
		if got := values.Currencies(text); !slices.Equal(got, want) {
			t.Errorf("%q is in %v, want %v", text, got, want)
		}
	}
}
