package wording

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/currency"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

// Money writes an amount with the digits its currency has: "€ 840.00",
// "£12.50", "¥1,200", "CHF 12.50".
func (v *Voice) Money(m app.Money) string {
	return v.money(m, true)
}

// WholeMoney writes an amount to the nearest whole unit, for sums that are read
// at a glance: "€ 3,410".
func (v *Voice) WholeMoney(m app.Money) string {
	return v.money(m, false)
}

func (v *Voice) money(m app.Money, exact bool) string {
	digits, _ := amounts.Digits(m.Currency)
	shown := digits
	if !exact {
		shown = 0
	}
	value := float64(max(m.Minor, -m.Minor))
	for range digits {
		value /= 10
	}
	amount := message.NewPrinter(v.tag).Sprint(number.Decimal(value,
		number.MinFractionDigits(shown), number.MaxFractionDigits(shown)))
	symbol := v.symbol(m.Currency)
	args := app.Args{"Amount": amount, "Symbol": symbol}
	key := "thing.money.apart"
	switch {
	case symbol == "":
		key = "thing.money.bare"
	case utf8.RuneCountInString(symbol) == 1 && symbol != "€":
		key = "thing.money.close"
	}
	said := v.Say(key, args)
	if m.Minor < 0 && strings.ContainsAny(amount, "123456789") {
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
