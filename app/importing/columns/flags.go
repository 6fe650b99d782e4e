package columns

import (
	"slices"
	"sync"

	"ringback.app/app/importing/tables"
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

// paidNames are columns in which a no says that it is not paid yet, which it may be.
const paidNames = "Paid, Is paid, Bezahlt, Payé, Payée, Pagado, Pagato, Pago, Betaald, Betald, Betalt, Maksettu, Zapłacono"

// flags are the columns of yes and no of a table.
type flags struct {
	means map[int]written.Outcome
	paid  int // -1: none
}

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

// findFlags finds the columns that say by yes and no what became of a purchase.
func (c *Columns) findFlags(t Table) {
	c.flags.paid = -1
	if c.preset != nil {
		return
	}
	known := c.known()
	for i, name := range c.Names {
		means, is := flagged()[written.Plain(name)]
		cells, status := t.column(i), c.Of(FieldStatus) == i
		if !is || (known[i] || t.isSaid(i)) && !status || !written.All(cells, written.IsYesOrNo) {
			continue
		}
		if means == written.Sold {
			c.flags.paid = i
			continue
		}
		if c.flags.means == nil {
			c.flags.means = make(map[int]written.Outcome)
		}
		c.flags.means[i] = means
		if !slices.Contains(c.Statuses, i) {
			c.Statuses = append(c.Statuses, i)
		}
	}
}

// Flag is what a row's cell of such a column means.
func (c Columns) Flag(column int, text string) (written.Outcome, bool) {
	means, is := c.flags.means[column]
	if !is || !written.IsYesOrNo(text) {
		return written.Sold, false
	}
	if !written.IsYes(text) {
		means = written.Sold
	}
	return means, true
}

// Unpaid is what a row says of that it is not paid yet; "" if it does not.
func (c Columns) Unpaid(row tables.Row) string {
	if i := c.flags.paid; i >= 0 {
		if text := row.Cell(i); written.IsYesOrNo(text) && !written.IsYes(text) {
			return c.Names[i] + ": " + text
		}
	}
	return ""
}
