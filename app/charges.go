package app

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DefaultCharges are what tills and web shops call the lines of a receipt that are
// no goods. A * stands for any other words before or behind.
func DefaultCharges() []string {
	return []string{
		"* postage", "postage & packing", "postage and packing", "P&P", "* shipping", "shipping (*", "shipping & handling",
		"shipping and handling", "shipping cost", "shipping costs", "shipping fee", "shipping charge", "carriage", "next day carriage",
		"freight", "handling", "delivery", "delivery charge", "delivery fee", "* discount", "tip", "rounding", "bank charges", "* service charge", "Amazon fee", "adjust bad debt",
		"* Versand", "* Versandkosten", "Versandkosten *", "Porto", "Lieferkosten", "* Rabatt", "Trinkgeld",
		"frais de port *", "frais de livraison *", "frais d’expédition", "livraison", "remise", "pourboire",
		"envío", "gastos de envío *", "descuento", "propina", "frete", "portes", "desconto", "gorjeta",
		"spese di spedizione *", "spedizione", "sconto", "mancia", "verzending", "verzendkosten *", "korting", "fooi",
		"dostawa", "wysyłka", "koszt dostawy", "koszt wysyłki", "rabat", "napiwek", "frakt", "fragt", "fraktkostnad",
		"toimituskulut", "postikulut", "alennus", "doprava", "poštovné", "sleva", "kargo", "indirim",
		"μεταφορικά", "έξοδα αποστολής", "έκπτωση", "phí vận chuyển", "phí giao hàng", "giảm giá", "доставка", "скидка",
	}
}

// ChargeNames are what lines that are no goods are called by this plan.
func (p Plan) ChargeNames() []string {
	if p.Charges == nil {
		return DefaultCharges()
	}
	return p.Charges
}

// IsGoods tells whether an item of that name is what somebody came for.
func (p Plan) IsGoods(item string) bool { return p.Goods()(item) }

// Goods returns IsGoods for who asks about many items: the names are read once.
func (p Plan) Goods() func(item string) bool {
	charges := p.charges()
	return func(item string) bool { return !anyCharge(charges, item) }
}

// charge is the name of what is no goods, and whether other words may stand before
// it and behind.
type charge struct {
	name           string
	before, behind bool
}

// usualCharges are read once: they are asked of each line of a million receipts.
var usualCharges = chargesOf(DefaultCharges())

func (p Plan) charges() []charge {
	if p.Charges == nil {
		return usualCharges
	}
	return chargesOf(p.Charges)
}

func chargesOf(names []string) []charge {
	all := make([]charge, 0, len(names))
	for _, text := range names {
		if name := strings.Trim(text, "* "); name != "" {
			all = append(all, charge{name, strings.HasPrefix(text, "*"), strings.HasSuffix(text, "*")})
		}
	}
	return all
}

// anyCharge tells whether one of the names is that of the line.
func anyCharge(names []charge, item string) bool {
	item = strings.TrimSpace(item)
	return slices.ContainsFunc(names, func(c charge) bool { return c.fits(item) })
}

// fits tells whether an item has the name, whatever the case.
func (c charge) fits(item string) bool {
	switch n := len(item) - len(c.name); {
	case n < 0:
		return false
	case n == 0:
		return strings.EqualFold(item, c.name)
	case c.before && strings.EqualFold(item[n:], c.name):
		left, _ := utf8.DecodeLastRuneInString(item[:n])
		right, _ := utf8.DecodeRuneInString(c.name)
		return !oneWord(left, right)
	case c.behind && strings.EqualFold(item[:len(c.name)], c.name):
		left, _ := utf8.DecodeLastRuneInString(c.name)
		right, _ := utf8.DecodeRuneInString(item[len(c.name):])
		return !oneWord(left, right)
	}
	return false
}

// oneWord tells whether no word ends between the two.
func oneWord(left, right rune) bool { return unicode.IsLetter(left) && unicode.IsLetter(right) }
