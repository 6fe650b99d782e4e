package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// A list of credit notes or of returns has amounts as if all of it were bought, and
// nothing but the name of its column of numbers tells.

// returnPapers are names of the numbers of what is given back, without the word for
// number.
var returnPapers = []string{
	"creditnote", "creditmemo", "return", "refund", "rma", "gutschrift", "gutschrifts", "rechnungskorrektur", "retoure", "retouren", "ruckgabe", "avoir", "retour",
	"notadecredito", "notacredito", "devolucion", "notadicredito", "reso", "devolucao", "creditnota", "creditfactuur", "kreditnota", "kreditfaktura", "hyvityslasku", "korekta", "fakturakorygujaca", "dobropis",
}

// paperNumbers are words for number behind or before those.
var paperNumbers = []string{"id", "no", "nr", "num", "number", "nummer", "numero", "code", "ref", "reference"}

// countsBack are columns of how many of a thing were given back.
var countsBack = []string{
	"returnedquantity", "quantityreturned", "returnquantity", "returnedqty", "qtyreturned", "returnqty", "quantityofreturn", "skuquantityofreturn", "returnedcount", "refundedquantity", "quantityrefunded", "refundedqty", "qtyrefunded", "returneditems", "returnedunits",
	"retourniertemenge", "retourmenge", "ruckgabemenge", "quantiteretournee", "cantidaddevuelta", "quantitaresa", "quantidadedevolvida",
}

// isReturnPaper tells of a column by its name whether it has the numbers of credit notes
// or of returns.
func isReturnPaper(plain string) bool {
	return plain == "creditnote" || plain == "creditmemo" || slices.ContainsFunc(paperNumbers, func(number string) bool {
		before, is := strings.CutSuffix(plain, number)
		after, leads := strings.CutPrefix(plain, number)
		return is && slices.Contains(returnPapers, before) || leads && slices.Contains(returnPapers, after)
	})
}

// findReturns finds out whether the table lists what was given back: each of its rows
// has the number of a credit note, or of a return. What was bought may have one, too,
// where it came back.
func (c *Columns) findReturns(t Table) {
	if c.program != nil || c.Own != nil || len(t.first) == 0 {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if claimed[i] && i != c.Of(fields.Receipt) || t.isSaid(i) || !isReturnPaper(written.Plain(name)) {
			continue
		}
		if cells := t.column(i); len(cells) < len(t.first) || !written.All(cells, written.IsPaperNumber) {
			continue
		}
		c.Returns = true
		if !c.Has(fields.Receipt) {
			c.at[fields.Receipt] = i
		}
		c.spare = append(c.spare, i)
		c.takeBack(t)
		return
	}
}

// takeBack takes what the columns say was given back for what the rows are of, where
// nothing else says it.
func (c *Columns) takeBack(t Table) {
	claimed := c.claimed()
	for i, name := range c.Names {
		if !claimed[i] && !t.isSaid(i) && !c.Has(fields.Quantity) && slices.Contains(countsBack, written.Plain(name)) {
			c.at[fields.Quantity] = i
		}
	}
	if c.MoneyBack >= 0 && !c.Has(fields.Costs()...) {
		c.at[fields.Amount], c.MoneyBack = c.MoneyBack, -1
	}
}

// findCountBack finds the column of how many of what was bought were given back since.
func (c *Columns) findCountBack(t Table) {
	claimed := c.claimed()
	for i, name := range c.Names {
		if c.program == nil && c.Has(fields.Quantity) && !c.Returns && !claimed[i] && !t.isSaid(i) && slices.Contains(countsBack, written.Plain(name)) {
			c.CountBack = i
			return
		}
	}
}

// findMoneyBack finds the column of the money paid back where its name may mean a word or
// a day, too, and its cells are amounts.
func (c *Columns) findMoneyBack(t Table) {
	if c.program != nil || c.MoneyBack >= 0 || c.Own != nil {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if claimed[i] || t.isSaid(i) || !fields.MayBeRefund(written.Plain(name)) {
			continue
		}
		cells := slices.DeleteFunc(t.column(i), func(cell string) bool { return written.IsDash(cell) || cell == "0" })
		if len(cells) > 0 && written.AreMoney(cells) {
			c.MoneyBack = i
			return
		}
	}
}
