package fields

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/written"
)

// Tables kept by hand say what became of a purchase by yes and no, in a column that
// is called Cancelled or Returned. The name is the status then.

// flagNames are such columns, by what a yes in them means.
var flagNames = map[written.Outcome]string{
	written.Cancelled: "Cancelled, Canceled, Is cancelled, Is canceled, Void, Voided, Storniert, Storno, Annulé, Annulée, Annullato, Anulado, Cancelado, Cancelada, Geannuleerd, " +
		"Makulerad, Annulleret, Kansellert, Peruttu, Anulowano",
	written.Returned: "Returned, Is returned, Refunded, Is refunded, Given back, Retourniert, Zurückgegeben, Erstattet, Retourné, Remboursé, Reso, Rimborsato, Devuelto, " +
		"Reembolsado, Devolvido, Geretourneerd, Terugbetaald, Returnerad, Återbetald, Returneret, Returnert, Palautettu, Zwrócono",
}

// returnNames are columns in which a yes says that the row itself is what was given back.
const returnNames = "Is return, Return, Is refund, Refund, Is credit note, Is return (Credit Note), Is credit, Credit note, Retoure, Ist Retoure, Rückgabe, Gutschrift, Ist Gutschrift, Retour, Est un retour, Avoir, " +
	"Devolución, Es devolución, Reso, È un reso, Devolução, Retourzending, Retur, Palautus, Zwrot, Vratka"

var returning = sync.OnceValue(func() []string { return plainNames(returnNames) })

// SaysReturn tells of a column whether a yes in it says that the row gives something back;
// sure, that it is asked there in as many words.
func SaysReturn(plain string) (says, sure bool) {
	says = slices.Contains(returning(), plain)
	return says, says && strings.HasPrefix(plain, "is")
}

// paidNames are columns in which a no says that it is not paid yet, which it may be.
const paidNames = "Paid, Is paid, Bezahlt, Payé, Payée, Pagado, Pagato, Pago, Betaald, Betald, Betalt, Maksettu, Zapłacono"

var flagged = sync.OnceValue(func() map[string]written.Outcome {
	all := make(map[string]written.Outcome)
	for means, names := range flagNames {
		for _, name := range plainNames(names) {
			all[name] = means
		}
	}
	for _, name := range plainNames(paidNames) {
		all[name] = written.Sold
	}
	return all
})

// Flag tells of a column that says by yes and no what became of a purchase what a yes in
// it means; Sold where a no says that it is not paid yet.
func Flag(plain string) (means written.Outcome, is bool) {
	means, is = flagged()[plain]
	return means, is
}
