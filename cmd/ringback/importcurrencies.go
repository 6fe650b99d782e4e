package main

import (
	"slices"
	"strings"

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
	for _, t := range takenAlike(preview.Files) {
		column, _ := t.files[0].Priced()
		key := "command.import.money"
		if t.files[0].MoneySaid {
			key = "command.import.money.said"
		}
		s.out.line(s.say(key, app.Args{"File": t.title, "Currency": t.files[0].Money, "Column": column.Name, "Field": string(column.Field)}))
	}
	if preview.Currency != "" {
		s.out.line(s.say("import.currency-follows", app.Args{"Currency": preview.Currency}))
	}
}

// taken are the sheets of a workbook whose amounts were taken as one currency, and
// whose column of them is called the same; of any other file, the file.
type taken struct {
	title string // of the file, with its sheets where others of it are not among them
	files []importing.File
}

// takenAlike gathers what one sentence is said of.
func takenAlike(files []importing.File) []taken {
	var all []taken
	book := func(f importing.File) [3]string { return [3]string{f.From, f.Inside, f.Name} }
	sheets := make(map[[3]string]int)
	for _, f := range files {
		sheets[book(f)]++
		if f.Money == "" {
			continue
		}
		column, _ := f.Priced()
		at := slices.IndexFunc(all, func(t taken) bool {
			first := t.files[0]
			other, _ := first.Priced()
			return f.Sheet != "" && book(first) == book(f) && first.Money == f.Money && first.MoneySaid == f.MoneySaid &&
				other.Name == column.Name && other.Field == column.Field
		})
		if at < 0 {
			at = len(all)
			all = append(all, taken{title: f.Name})
		}
		all[at].files = append(all[at].files, f)
	}
	for i, t := range all {
		if first := t.files[0]; first.Sheet == "" || len(t.files) == sheets[book(first)] {
			continue
		}
		var names []string
		for _, f := range t.files {
			names = append(names, f.Sheet)
		}
		all[i].title += " (" + strings.Join(names, ", ") + ")"
	}
	return all
}
