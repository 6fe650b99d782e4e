package exporting_test

import (
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

func TestNotesNameWhatTheyKeptAsTheListDoes(t *testing.T) {
	b := shop()
	sold := b.purchases[id(30)]
	b.purchases[id(32)] = app.Purchase{
		ID: id(32), Customer: sold.Customer, Day: sold.Day + 1, Returns: sold.ID, Total: -52000, Currency: "EUR",
		Lines: []app.Line{{Item: "Oak chair", Quantity: -4 * app.One, Amount: -52000}},
	}
	for _, format := range []exporting.Format{exporting.CSV, exporting.Markdown} {
		out, _ := export(t, b, exporting.Filter{}, format)
		if !strings.Contains(out, "Oak table") || strings.Contains(strings.ToLower(out), "and 4 × oak chair") {
			t.Errorf("%s:\n%s", format, out)
		}
	}
}
