package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// People who keep their tables by hand call what was bought Bought, and the number
// of a receipt No. Such names may be of many other things, so that they count where
// nothing else says it, and what is in the columns goes with it.
var (
	goodsNames = []string{
		"what", "bought", "thing", "things", "was", "gekauft", "achat", "achats", "compra", "compras", "acquisto", "acquisti", "gekocht", "quoi", "whatwasbought", "whattheybought",
		"text", "tekst", "teksti", "items", "itemlist", "itemsordered", "itemspurchased", "itemssold", "orderitems", "ordereditems", "lineitem", "lineitems", "purchaseditems", "purchases", "goods",
		"basket", "cart", "contents", "ordercontents", "details", "orderdetails", "model", "models", "service", "services", "treatment", "treatments", "productsordered",
		"productlist", "waren", "ware", "produkte", "positionen", "position", "artikelliste", "gegenstand", "leistung", "leistungen", "dienstleistung", "modell", "inhalt",
		"marchandise", "marchandises", "prestation", "prestations", "objet", "modele", "articlesachetes", "productos", "mercancia", "mercancias", "servicio", "servicios",
		"modelo", "detalle", "articuloscomprados", "prodotti", "articoli", "merce", "servizio", "servizi", "modello", "dettaglio", "servico", "servicos", "itens",
		"mercadoria", "goederen", "producten", "artikelen", "dienst", "diensten", "inhoud", "varor", "produkter", "tjanst", "tjanster", "artiklar", "tjeneste", "tjenester",
		"artikler", "varer", "ostokset", "tavarat", "palvelu", "palvelut", "sisalto", "towary", "pozycje", "pozycja", "usluga", "uslugi", "zakupy", "produkty", "model",
		"titel", "titulo", "titre", "titolo", "προιοντα", "ειδη", "υπηρεσια", "υπηρεσιεσ", "αγορεσ", "μοντελο", "sanpham", "mathang", "hanghoa", "tenhang", "tensanpham", "dichvu", "monhang", "chitiet",
	}

	// receiptNames are plainly of papers that have a number.
	receiptNames = []string{
		"beleg", "rechnung", "bestellung", "auftrag", "bill", "sale", "docket", "purchaseid", "docno", "documentno", "vorgang", "vorgangsnr", "vorgangsnummer",
	}
	// bareNumbers may be of the line, of a customer or of anything else.
	bareNumbers = []string{"nr", "no", "#", "id", "number", "nummer", "num", "numer", "numero", "nro", "cislo", "αριθμοσ", "reference", "ref", "referenz", "referencia", "riferimento", "referentie", "viite"}
)

// ReadPurchases finds out which column of a table of purchases holds what, by their
// names and by what is in them.
func ReadPurchases(t Table) (Columns, error) {
	c, err := ReadHeader(t)
	if err != nil {
		return c, err
	}
	c.guessGoods(t)
	if err := c.findCalledName(t); err != nil {
		return c, err
	}
	c.findNamed(t)
	c.findMoneyBack(t)
	c.findReturns(t)
	c.findQuantity(t)
	c.findFlags(t)
	if err := c.guessCost(t); err != nil {
		return c, err
	}
	c.findCountBack(t)
	c.findPaid(t)
	c.findTenders(t)
	c.guessDiscount(t)
	c.guessReceipt(t) // a column called Sale may be what was paid
	c.findPaper(t)
	c.findRestated(t)
	if err := c.nothingBought(t); err != nil {
		return c, err
	}
	if err := c.nameless(t); err != nil {
		return c, err
	}
	return c, c.perhapsGoods(t)
}

// guessGoods finds the column of what was bought by a name that may be of other
// things: it has to hold words.
func (c *Columns) guessGoods(t Table) {
	if c.program != nil || len(c.Items) > 0 || c.Has(fields.Item) {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if claimed[i] || t.isSaid(i) || !slices.Contains(goodsNames, written.Plain(name)) {
			continue
		}
		if cells := t.column(i); written.All(cells, written.IsWords) && !written.All(cells, written.IsTitle) {
			c.at[fields.Item] = i
			return
		}
	}
}

// guessReceipt finds the column of the receipts' numbers by a name that may be of
// other things.
func (c *Columns) guessReceipt(t Table) {
	if c.Has(fields.Receipt) {
		c.otherReceipt(t)
	}
	if c.program != nil || c.Has(fields.Receipt) {
		return
	}
	if i := c.likeReceipt(t); i >= 0 {
		if c.at[fields.Receipt] = i; i == c.Sort {
			c.Sort = -1
		}
	}
}

// likeReceipt is the column that is called by such a name, and has what may be receipts'
// numbers; -1 for none.
func (c *Columns) likeReceipt(t Table) int {
	claimed := c.claimed()
	for i, name := range c.Names {
		plain := written.Plain(name)
		if plain == "" {
			plain = strings.TrimSpace(name) // the sign alone
		}
		letters := strings.HasPrefix(plain, "ref") // may stand without any digit
		numbered := func(cell string) bool { return written.IsPaperNumber(cell) || letters && isReference(cell) }
		if claimed[i] && i != c.Sort || t.isSaid(i) || !written.All(t.column(i), numbered) {
			continue
		}
		if slices.Contains(receiptNames, plain) || slices.Contains(bareNumbers, plain) && c.numbersReceipts(t, i) {
			return i
		}
	}
	return -1
}

// otherReceipt takes another column of receipts' numbers where there is nothing in
// the surest: the number of an invoice that was not written.
func (c *Columns) otherReceipt(t Table) {
	at := c.Of(fields.Receipt)
	isNone := func(cell string) bool { return strings.Trim(cell, "0") == "" }
	if c.program != nil || c.said[at] || slices.ContainsFunc(t.column(at), written.Not(isNone)) {
		return
	}
	claimed := c.claimed()
	for _, name := range fields.Names()[fields.Receipt] {
		i := slices.IndexFunc(c.Names, func(n string) bool { return written.Plain(n) == name })
		if i >= 0 && !claimed[i] && !t.isSaid(i) && slices.ContainsFunc(t.column(i), written.Not(isNone)) {
			c.at[fields.Receipt] = i
			return
		}
	}
}

// numbersReceipts tells whether the numbers of a column can be those of receipts:
// one that comes again does so on the same day, and without any that does they are
// longer than those of lines, or of how many.
func (c *Columns) numbersReceipts(t Table, column int) bool {
	const short = 2
	days, again, longer := make(map[string]string), false, true
	at := c.Of(fields.Day)
	for _, row := range t.first {
		if max(column, at) >= len(row) || strings.TrimSpace(row[column]) == "" {
			continue
		}
		number, day := strings.TrimSpace(row[column]), strings.TrimSpace(row[at])
		before, seen := days[number]
		if seen && day != "" && day != before {
			return false
		}
		if !seen {
			days[number] = day
		}
		again, longer = again || seen, longer && len(number) > short
	}
	return again || longer
}
