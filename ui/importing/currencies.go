package importing

import (
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// offeredCurrencies are those that a person can choose for amounts that name none
// (ISO 4217). Any other is set in the settings before.
func offeredCurrencies() []string {
	return []string{
		"EUR", "GBP", "USD", "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW",
		"MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "RSD", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "VND", "ZAR",
	}
}

// currencyOptions are the currencies to choose from, with the file's own among
// them.
func currencyOptions(own string) []widgets.Option {
	codes := offeredCurrencies()
	if !slices.Contains(codes, own) {
		codes = append([]string{own}, codes...)
	}
	options := make([]widgets.Option, 0, len(codes))
	for _, code := range codes {
		options = append(options, widgets.Option{Key: code, Text: code})
	}
	return options
}

// takenAs says as what the amounts of a file were taken that name no currency.
func (p *Page) takenAs(f importing.File) string {
	key := "bring.file.money"
	if f.MoneySaid {
		key = "bring.file.money.said"
	}
	return p.say.Say(key, app.Args{"Currency": f.Money})
}

// aboutCurrency says what is to be known of the currency before the import is
// written: that nobody has chosen one yet, and what the first purchases make of
// it.
func (p *Page) aboutCurrency() []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	guessed := slices.IndexFunc(p.preview.Files, func(f importing.File) bool { return f.Money != "" && !f.MoneySaid })
	if guessed >= 0 && p.preview.Unchosen {
		text := p.say.Say("bring.money.unchosen", app.Args{"Currency": p.preview.Files[guessed].Money})
		lines = append(lines, widgets.NewParagraph(text, widgets.Note.In(theme.ColorSoon)))
	}
	if code := p.preview.Currency; code != "" {
		lines = append(lines, widgets.NewParagraph(p.say.Say("import.currency-follows", app.Args{"Currency": code}), widgets.Note))
	}
	return lines
}
