package importing

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Tills write what is given back on a receipt of its own, and some write its
// figures as those of a sale: a column of the sort of receipt tells the two apart.

// sortNames are columns of the sort of a receipt or of its line.
const sortNames = "Type, Receipt type, Transaction type, Sale type, Event type, Document type, Doc type, Invoice type, Line type, Record type, Entry type, " +
	"Belegart, Belegtyp, Vorgang, Vorgangsart, Buchungsart, Geschäftsvorfall, Transaktionstyp, Type de document, Type de pièce, Type de vente, " +
	"Type de transaction, Tipo, Tipo de documento, Tipo documento, Tipo de venta, Tipo de transacción, Tipo di documento, Tipo vendita, Tipo de venda, Soort, " +
	"Documentsoort, Typ, Dokumenttyp, Kvittotyp, Bilagstype, Tyyppi, Tositelaji, Tapahtumalaji, Typ dokumentu, Rodzaj dokumentu, Typ dokladu, Tür, İşlem türü, " +
	"Тип, Тип документа, Вид операции, Τύπος, Είδος παραστατικού, Τύπος παραστατικού"

// creditWords are what such a column calls a receipt that gives back, beside the
// words of a status that do.
const creditWords = "credit note, credit memo, gutschrift, rechnungskorrektur, korrekturrechnung, avoir, note de crédit, nota de crédito, nota de abono, factura rectificativa, " +
	"abono., nota di credito, nota credito, creditnota, creditfactuur, kreditnota, kreditfaktura, kreditering, hyvityslasku, korekta, dobropis, jóváíró, storno, πιστωτικ, " +
	"devolución, geri ödeme"

// sortWords are these as they are looked for.
var sortWords = sync.OnceValue(func() struct {
	names  []string
	credit beginnings
} {
	var all struct {
		names  []string
		credit beginnings
	}
	for name := range strings.SplitSeq(sortNames, ",") {
		all.names = append(all.names, written.Plain(name))
	}
	all.credit = beginningsOf(creditWords)
	return all
})

// findSort finds the column of the sort of a row, where the program that wrote the
// table is not known to have another way to say it.
func (c *columns) findSort(plain []string, taken map[int]bool) {
	if c.sort >= 0 || c.preset != nil && c.preset.name == ours {
		return
	}
	c.sort = slices.IndexFunc(plain, func(name string) bool { return slices.Contains(sortWords().names, name) })
	if taken[c.sort] {
		c.sort = -1
	}
}

// bareSorts are columns of a sort that may be that of the goods.
var bareSorts = []string{"type", "typ", "tipo", "soort", "tyyppi", "tur", "тип", "τυποσ", "linetype"}

// sortsReceipts tells whether the column is plainly of the sort of receipt.
func (c columns) sortsReceipts() bool {
	if c.preset != nil && c.preset.sort != "" {
		return c.sort >= 0 && c.preset.whole == ""
	}
	return c.sort >= 0 && !slices.Contains(bareSorts, written.Plain(c.names[c.sort]))
}

// givesBack tells whether the row says that it gives back, whatever its figures
// say.
func (b *bookkeeping) givesBack(row tables.Row) bool {
	text := row.Cell(b.columns.sort)
	if text == "" {
		return false
	}
	back, met := b.sorts[text]
	if !met {
		means := outcomeOf(text)
		back = means == outcomeReturned || means != outcomeFailed && sortWords().credit.in(asWords(text))
		if len(b.sorts) < mostStatuses {
			b.sorts[strings.Clone(text)] = back
		}
	}
	return back
}
