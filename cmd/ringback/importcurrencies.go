package main

import (
	"ringback.app/app"
	"ringback.app/app/importing"
)

// importCurrencies are as what amounts were taken that name no currency, and what
// that makes of the one in the settings.
type importCurrencies struct {
	TakenAs []importMoney `json:"taken_as"`
	Set     string        `json:"currency_set"` // "": it stays
}

type importMoney struct {
	File     string `json:"file"`
	Sheet    string `json:"sheet,omitempty"` // of a workbook of several
	Currency string `json:"currency"`
	Said     bool   `json:"said"` // by the person; else it is that of the settings
}

func currenciesOf(preview *importing.Preview) importCurrencies {
	all := importCurrencies{TakenAs: []importMoney{}, Set: preview.Currency}
	for _, f := range preview.Files {
		if f.Money != "" {
			all.TakenAs = append(all.TakenAs, importMoney{f.Name, f.Sheet, f.Money, f.MoneySaid})
		}
	}
	return all
}

// printTakenAs says as what amounts were taken that name no currency, and what
// that makes of the one in the settings.
func (s *session) printTakenAs(preview *importing.Preview) {
	for _, f := range preview.Files {
		column, _ := f.Priced()
		args := app.Args{"File": f.Name, "Currency": f.Money, "Column": column.Name, "Field": string(column.Field)}
		switch {
		case f.Money == "":
		case f.MoneySaid:
			s.out.line(s.say("command.import.money.said", args))
		default:
			s.out.line(s.say("command.import.money", args))
		}
	}
	if preview.Currency != "" {
		s.out.line(s.say("import.currency-follows", app.Args{"Currency": preview.Currency}))
	}
}
