package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// Programs that keep what was ordered apart from the order write both into one table,
// and say of the columns of the things whose they are: Order Lines/Quantity, or
// Quantity (Items).

// scopes are what the things are called there, as written.Plain has them.
var scopes = []string{
	"lines", "line", "orderlines", "orderline", "invoicelines", "items", "item", "orderitems", "invoiceitems", "products", "product", "orderproducts", "details",
	"positionen", "auftragszeilen", "rechnungszeilen", "lignesdelacommande", "lignesdecommande", "lignesdefacture", "lineasdelpedido", "lineasdefactura", "righeordine", "orderregels", "factuurregels", "orderrader", "ordrelinjer", "pozycje",
}

// readScopes reads the columns of the things without the word that says that they are.
func (c *Columns) readScopes(plain []string, taken map[int]bool) {
	for i, name := range c.Names {
		rest, ok := unscoped(name)
		if !ok || taken[i] || slices.Contains(plain, rest) {
			continue
		}
		for _, field := range []fields.Field{fields.Item, fields.Code, fields.Quantity, fields.Price, fields.Amount} {
			if slices.Contains(fields.Names()[field], rest) {
				plain[i] = rest
				break
			}
		}
	}
}

// unscoped is the name of a column of the things by itself; false if it does not say
// whose it is.
func unscoped(name string) (string, bool) {
	scope, rest, ok := strings.Cut(name, "/")
	if !ok {
		rest, scope, ok = strings.Cut(strings.TrimSuffix(strings.TrimSpace(name), ")"), "(")
	}
	return written.Plain(rest), ok && slices.Contains(scopes, written.Plain(scope))
}

// itemNames and itemNumbers are columns of what was bought of which, where a table has one
// of each, the first is read out at the telephone and the second is the shop's own.
var (
	itemNames   = []string{"itemname", "productname", "articlename", "artikelname", "produktname", "itemdescription", "productdescription", "artikelbezeichnung", "produktbezeichnung", "varenavn", "produktnavn", "produktnamn"}
	itemNumbers = []string{"item", "product", "article", "artikel", "produkt", "vare", "vara"}
)

// preferNames takes a column of the things' names for what was bought, where one called
// Item stands beside it, which is then their number.
func (c *Columns) preferNames(plain []string, taken map[int]bool) {
	at, ok := c.at[fields.Item]
	if !ok || c.said[at] || !slices.Contains(itemNumbers, plain[at]) {
		return
	}
	for i, name := range plain {
		if !taken[i] && slices.Contains(itemNames, name) {
			c.at[fields.Item], taken[i] = i, true
			if !c.Has(fields.Code) {
				c.at[fields.Code] = at
			}
			return
		}
	}
}
