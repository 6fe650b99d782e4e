package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// costNames are columns of what was paid by names that may be of other things, the
// surest first: they count where nothing else says it, and all in them is numbers.
var costNames = []string{
	"gross", "revenue", "turnover", "sales", "sale", "salevalue", "salesvalue", "value", "soldfor", "net", "paid", "spend", "spent", "takings", "income", "money",
	"brutto", "netto", "wert", "bezahlt", "encaisse", "paye", "pagado", "pagato", "pago", "betaald", "betalt", "maksettu", "zaplacono",
}

// noCosts are parts of the names of columns of money that nobody paid for what was
// bought.
var noCosts = []string{
	"tax", "vat", "gst", "mwst", "tva", "iva", "moms", "alv", "ship", "post", "delivery", "freight", "versand", "discount", "rabatt", "remise", "descuento", "sconto",
	"korting", "tip", "fee", "commission", "weight", "gewicht", "point", "balance", "saldo", "rating", "score", "margin", "profit", "costof", "unitcost", "refund",
	"version", "time", "hour", "percent", "rate", "lat", "lon", "credit", "stock",
	"volume", "volumen", "length", "width", "height", "size", "lange", "breite", "taille", "tamano", "talla", "litre", "liter", "litro", "mileage", "distance", "duration", "dauer",
}

// units are what is measured of what was bought, where a column's name has it in
// brackets.
var units = []string{
	"l", "cl", "dl", "ml", "mg", "g", "kg", "t", "lb", "lbs", "oz", "mm", "cm", "m", "km", "m2", "m3", "m²", "m³", "in", "inch", "yd", "min", "h", "hrs", "hours", "std", "w", "kw", "kwh", "%",
}

// numbered are the ends of the names of columns by whose numbers something is known.
var numbered = []string{"id", "no", "nr", "num", "number", "nummer", "numero", "code", "ref", "reference", "register", "till", "kasse", "caisse", "caja", "cassa"}

// isNoCost tells of a column by its name and by what is in it whether nobody paid that
// for what was bought.
func isNoCost(name string, cells []string) bool {
	plain := written.Plain(name)
	if fields.ContainsAny(plain, noCosts...) || slices.Contains(units, strings.ToLower(fields.InBrackets(name))) {
		return true
	}
	isEnd := func(end string) bool { return strings.HasSuffix(plain, end) && !strings.HasSuffix(plain, "paid") }
	return slices.ContainsFunc(numbered, isEnd) && written.All(cells, written.MayBeCode)
}

// guessCost finds the column of what was paid where no name tells, by what is in
// the columns: the one that holds money. It asks where several do.
func (c *Columns) guessCost(t Table) error {
	if c.program != nil || len(c.Items) > 0 || c.Has(fields.Amount, fields.Total) {
		return nil
	}
	var open, money []int
	claimed := c.claimed()
	for i, name := range c.Names {
		cells := t.column(i)
		if claimed[i] || t.isSaid(i) || len(cells) == 0 || isNoCost(name, cells) || isColumnOfContact(name) {
			continue
		}
		if written.All(cells, written.IsAmount) {
			open = append(open, i)
		}
		if written.AreMoney(cells) {
			money = append(money, i)
		}
	}
	if gross, net, ok := c.grossBeside(open); ok {
		c.at[fields.Total], c.GuessedTotal, c.spare = gross, true, append(c.spare, net)
		return nil
	}
	if c.Has(fields.Price) {
		return nil
	}
	for _, name := range costNames {
		for _, i := range open {
			rest, _ := fields.MoneyIn(c.Names[i])
			if written.Plain(rest) == name {
				c.at[fields.Total], c.GuessedTotal = i, true
				return nil
			}
		}
	}
	switch goods := c.Has(fields.Item, fields.Code); {
	case !goods: // what was bought is asked, too
	case len(money) == 1:
		c.at[fields.Total], c.GuessedTotal = money[0], true
	case len(money) > 1 || slices.ContainsFunc(open, func(i int) bool { return !slices.ContainsFunc(t.column(i), written.IsLong) }):
		return t.Ask("error.import.no-amount", nil)
	}
	return nil
}
