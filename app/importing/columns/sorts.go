package columns

import (
	"slices"
	"sync"

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

// sortColumns are these as they are looked for.
var sortColumns = sync.OnceValue(func() []string { return plainNames(sortNames) })

// findSort finds the column of the sort of a row, where the program that wrote the
// table is not known to have another way to say it.
func (c *Columns) findSort(plain []string, taken map[int]bool) {
	if c.Sort >= 0 || c.preset != nil && c.preset.name == Ours {
		return
	}
	c.Sort = slices.IndexFunc(plain, func(name string) bool { return slices.Contains(sortColumns(), name) })
	if taken[c.Sort] {
		c.Sort = -1
	}
}

// bareSorts are columns of a sort that may be that of the goods.
var bareSorts = []string{"type", "typ", "tipo", "soort", "tyyppi", "tur", "тип", "τυποσ", "linetype"}

// SortsReceipts tells whether the column is plainly of the sort of receipt.
func (c Columns) SortsReceipts() bool {
	if c.preset != nil && c.preset.sort != "" {
		return c.Sort >= 0 && c.preset.whole == ""
	}
	return c.Sort >= 0 && !slices.Contains(bareSorts, written.Plain(c.Names[c.Sort]))
}
