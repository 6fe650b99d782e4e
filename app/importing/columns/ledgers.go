package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// A customers' ledger has two columns of money: what was sold is the customer's debit,
// what they paid or got back their credit.

// debits are such columns in several languages, each with that of the credits.
var debits = map[string]string{
	"debit": "credit", "debits": "credits", "debitamount": "creditamount", "soll": "haben", "debe": "haber", "dare": "avere", "debet": "kredit", "winien": "ma",
	"debito": "credito", "χρεωση": "πιστωση",
}

// findLedger finds them, unless the person says what one of them is.
func (c *Columns) findLedger(plain []string, taken map[int]bool) {
	if c.program != nil || c.Has(fields.Amount, fields.Total, fields.Price) {
		return
	}
	for i, name := range plain {
		other := slices.Index(plain, debits[name])
		if debits[name] == "" || other < 0 || taken[i] || taken[other] {
			continue
		}
		c.debit, c.credit = i, other
		c.at[fields.Amount], taken[i], taken[other] = i, true, true
		return
	}
}

// isCredit tells whether a row of a ledger takes off what the customer owes: it is
// of no sale.
func (c *Columns) isCredit(row tables.Row) bool {
	return c.credit >= 0 && c.Of(fields.Amount) == c.debit && written.IsNought(row.Cell(c.debit)) && strings.ContainsAny(row.Cell(c.credit), "123456789")
}
