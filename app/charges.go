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
func (p Plan) IsGoods(item string) bool { return !anyCharge(p.ChargeNames(), item) }

// anyCharge tells whether one of the names is that of the line.
func anyCharge(names []string, item string) bool {
	item = strings.TrimSpace(item)
	return slices.ContainsFunc(names, func(name string) bool { return nameFits(name, item) })
}

// nameFits tells whether an item has the name, whatever the case. It is asked of
// each line of a million receipts, so it copies nothing.
func nameFits(name, item string) bool {
	before, behind := strings.HasPrefix(name, "*"), strings.HasSuffix(name, "*")
	name = strings.Trim(name, "* ")
	switch n := len(item) - len(name); {
	case name == "" || n < 0:
		return false
	case n == 0:
		return strings.EqualFold(item, name)
	case before && strings.EqualFold(item[n:], name):
		left, _ := utf8.DecodeLastRuneInString(item[:n])
		right, _ := utf8.DecodeRuneInString(name)
		return !oneWord(left, right)
	case behind && strings.EqualFold(item[:len(name)], name):
		left, _ := utf8.DecodeLastRuneInString(name)
		right, _ := utf8.DecodeRuneInString(item[len(name):])
		return !oneWord(left, right)
	}
	return false
}

// oneWord tells whether no word ends between the two.
func oneWord(left, right rune) bool { return unicode.IsLetter(left) && unicode.IsLetter(right) }
