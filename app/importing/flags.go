package importing

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Tables kept by hand say what became of a purchase by yes and no, in a column that
// is called Cancelled or Returned. The name is the status then.

// flagNames are such columns, by what a yes in them means.
var flagNames = map[outcome]string{
	outcomeCancelled: "Cancelled, Canceled, Is cancelled, Is canceled, Void, Voided, Storniert, Storno, Annulé, Annulée, Annullato, Anulado, Cancelado, Cancelada, Geannuleerd, " +
		"Makulerad, Annulleret, Kansellert, Peruttu, Anulowano",
	outcomeReturned: "Returned, Is returned, Refunded, Is refunded, Given back, Retourniert, Zurückgegeben, Erstattet, Retourné, Remboursé, Reso, Rimborsato, Devuelto, " +
		"Reembolsado, Devolvido, Geretourneerd, Terugbetaald, Returnerad, Återbetald, Returneret, Returnert, Palautettu, Zwrócono",
}

// paidNames are columns in which a no says that it is not paid yet, which it may be.
const paidNames = "Paid, Is paid, Bezahlt, Payé, Payée, Pagado, Pagato, Pago, Betaald, Betald, Betalt, Maksettu, Zapłacono"

// flags are the columns of yes and no of a table.
type flags struct {
	means map[int]outcome
	paid  int // -1: none
}

var flagged = sync.OnceValue(func() map[string]outcome {
	all := make(map[string]outcome)
	for means, names := range flagNames {
		for name := range strings.SplitSeq(names, ",") {
			all[written.Plain(name)] = means
		}
	}
	for name := range strings.SplitSeq(paidNames, ",") {
		all[written.Plain(name)] = outcomeSold
	}
	return all
})

// findFlags finds the columns that say by yes and no what became of a purchase.
func (b *bookkeeping) findFlags() {
	c := &b.columns
	c.flags.paid = -1
	if c.preset != nil {
		return
	}
	known := c.known()
	for i, name := range c.names {
		means, is := flagged()[written.Plain(name)]
		cells, status := b.f.column(i), c.of(FieldStatus) == i
		if !is || (known[i] || b.f.isSaid(i)) && !status || !written.All(cells, written.IsYesOrNo) {
			continue
		}
		if means == outcomeSold {
			c.flags.paid = i
			continue
		}
		if c.flags.means == nil {
			c.flags.means = make(map[int]outcome)
		}
		c.flags.means[i] = means
		if !slices.Contains(c.statuses, i) {
			c.statuses = append(c.statuses, i)
		}
	}
}

// flag is what a row's cell of such a column means.
func (c columns) flag(column int, text string) (outcome, bool) {
	means, is := c.flags.means[column]
	if !is || !written.IsYesOrNo(text) {
		return outcomeSold, false
	}
	if !written.IsYes(text) {
		means = outcomeSold
	}
	return means, true
}

// countUnpaid counts a row that was taken for sold and says that it is not paid.
func (b *bookkeeping) countUnpaid(row tables.Row) {
	if i := b.columns.flags.paid; i >= 0 {
		if text := row.Cell(i); written.IsYesOrNo(text) && !written.IsYes(text) {
			b.countAsSold(b.columns.names[i] + ": " + text)
		}
	}
}
