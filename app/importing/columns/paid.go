package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// What was handed over is not what a receipt comes to where change was given, and what
// was paid so far is not where something is left to pay.

var (
	// paidNames are columns of totals that are of what was handed over.
	paidNames = []string{"amountpaid", "totalpaid", "paidamount", "paid", "amounttendered", "tendered", "cashreceived", "bezahlt", "gezahlt", "gegeben", "paye", "pagado", "pagato", "pago", "betaald", "betalt", "maksettu", "zaplacono"}
	// paidByEach are columns of what was paid with one thing of several.
	paidByEach = []string{"totalpaidwpaymentmethod", "totalpaidwithpaymentmethod", "paymentamount", "tenderamount", "amountbytender", "zahlbetrag"}
	// tenderNames are columns of what was paid with.
	tenderNames = []string{
		"paymentmethod", "paymentmethods", "paymenttype", "tender", "tendertype", "paidwith", "paidby", "zahlart", "zahlungsart", "zahlungsmethode", "zahlmethode", "modedepaiement", "moyendepaiement",
		"formadepago", "metododepago", "mediodepago", "metododipagamento", "metodopagamento", "modalitadipagamento", "formadepagamento", "metododepagamento", "betaalmethode", "betaalwijze", "betalsatt", "betalningssatt",
		"betalingsmetode", "betalingsmate", "maksutapa", "formaplatnosci", "sposobplatnosci", "metodaplatnosci", "zpusobplatby", "fizetesimod", "modalitatedeplata", "τροποσπληρωμησ", "odemeyontemi", "способоплаты",
	}
	// changeNames are columns of what was given back of that in cash.
	changeNames = []string{"change", "changegiven", "changedue", "changeamount", "cashchange", "wechselgeld", "ruckgeld", "rendu", "monnaierendue", "vuelto", "cambioentregado", "resto", "troco", "wisselgeld", "vaxel", "byttepenge", "vaihtoraha", "reszta"}
	// dueNames are columns of what is left to pay.
	dueNames = []string{"balancedue", "outstanding", "outstandingbalance", "outstandingamount", "amountoutstanding", "restbetrag", "offenerbetrag", "resteapayer", "saldopendiente", "dapagare", "openstaand"}
)

// findTenders finds the columns of what was paid, and with what.
func (c *Columns) findTenders(t Table) {
	for i, name := range c.Names {
		rest, _ := fields.MoneyIn(name)
		switch plain := written.Plain(rest); {
		case t.isSaid(i):
		case slices.Contains(tenderNames, plain):
			c.Tender = i
		case slices.Contains(paidByEach, plain), c.Paid < 0 && slices.Contains(paidNames, plain):
			c.Paid = i
		}
	}
}

// ForgetPaid takes what was paid for no total.
func (c *Columns) ForgetPaid() {
	if at, ok := c.at[fields.Total]; ok && at == c.Paid && c.Has(fields.Amount, fields.Price) {
		delete(c.at, fields.Total)
	}
}

// findPaid finds what is to be taken off what was paid, or added to it, where no other
// column says what a receipt comes to.
func (c *Columns) findPaid(t Table) {
	c.Change, c.Due = -1, -1
	at := c.Of(fields.Total)
	if c.program != nil || at < 0 || c.said[at] {
		return
	}
	rest, _ := fields.MoneyIn(c.Names[at])
	if !slices.Contains(paidNames, written.Plain(rest)) {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		rest, _ := fields.MoneyIn(name)
		plain, cells := written.Plain(rest), t.column(i)
		if claimed[i] || t.isSaid(i) || !written.All(cells, written.IsAmount) || !slices.ContainsFunc(cells, func(cell string) bool { return strings.ContainsAny(cell, "123456789") }) {
			continue
		}
		switch {
		case slices.Contains(changeNames, plain):
			c.Change = i
		case slices.Contains(dueNames, plain):
			c.Due = i
		}
	}
}
