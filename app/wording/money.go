package wording

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/currency"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"ringback.app/app"
)

// Money writes an amount with the digits its currency has: "€ 840.00",
// "£12.50", "¥1,200", "CHF 12.50".
func (v *Voice) Money(m app.Money) string {
	return v.money(m.Minor, Digits(m.Currency), m.Currency, true)
}

// WholeMoney writes an amount to the nearest whole unit, for sums that are read
// at a glance: "€ 3,410".
func (v *Voice) WholeMoney(m app.Money) string {
	return v.money(m.Minor, Digits(m.Currency), m.Currency, false)
}

// Digits returns how many digits the minor units of an ISO 4217 currency have;
// 2 if there is no such currency. The numbers are those of Unicode's CLDR.
func Digits(code string) int {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2
	}
	digits, _ := currency.Standard.Rounding(unit)
	return digits
}

func (v *Voice) money(minor int64, digits int, code string, exact bool) string {
	shown := digits
	if !exact {
		shown = 0
	}
	value := float64(max(minor, -minor))
	for range digits {
		value /= 10
	}
	amount := message.NewPrinter(v.tag).Sprint(number.Decimal(value,
		number.MinFractionDigits(shown), number.MaxFractionDigits(shown)))
	symbol := v.symbol(code)
	args := app.Args{"Amount": amount, "Symbol": symbol}
	key := "thing.money.apart"
	switch {
	case symbol == "":
		key = "thing.money.bare"
	case utf8.RuneCountInString(symbol) == 1 && symbol != "€":
		key = "thing.money.close"
	}
	said := v.Say(key, args)
	if minor < 0 && strings.ContainsAny(amount, "123456789") {
		return v.Say("thing.money.minus", app.Args{"Money": said})
	}
	return said
}

// symbol returns the currency's sign, or its code where it has none.
func (v *Voice) symbol(code string) string {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return code
	}
	return message.NewPrinter(v.tag).Sprint(currency.NarrowSymbol(unit))
}
