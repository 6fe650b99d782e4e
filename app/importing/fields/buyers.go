package fields

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// buyerWords are words beside the name of a column that say no more than that it is of
// whoever bought.
var buyerWords = wordsOf("customer customers client clients buyer buyers purchaser billing bill invoice shipping ship delivery contact guest " +
	"kunde kunden kaufer kaeufer besteller rechnung rechnungs lieferung liefer client acheteur facturation livraison cliente comprador facturacion envio acquirente fatturazione spedizione " +
	"faturacao entrega klant koper factuur verzending levering kund kopare fakturerings leverans kunde kober fakturering asiakas asiakkaan laskutus toimitus klient kupujacy")

// OfBuyer tells which part of a name a column holds, where beside the word for that there
// are but such that say whose it is: customers.given_name, Kunde Vorname.
func OfBuyer(name string) (Contact, bool) {
	var rest []string
	words := strings.Fields(written.AsWords(name))
	for _, word := range words {
		if !slices.Contains(buyerWords, word) {
			rest = append(rest, word)
		}
	}
	if len(rest) == 0 || len(rest) == len(words) {
		return Contact{}, false
	}
	plain := written.Plain(strings.Join(rest, ""))
	for _, part := range []Field{Given, Family} {
		if slices.Contains(headers[part], plain) || contactWords()[plain] == part {
			return Contact{Part: part}, true
		}
	}
	return Contact{}, false
}
