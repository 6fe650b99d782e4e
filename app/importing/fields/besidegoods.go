package fields

import "slices"

// besideGoods are parts of the names of columns of words that tables of receipts have
// beside what was bought: how it was paid and sent, where and by whom it was sold.
var besideGoods = []string{
	"pay", "zahl", "paiement", "pago", "pagament", "betal", "betaal", "platn", "zaplac", "maksu", "πληρωμ", "thanhtoan", "card", "karte", "carte", "tarjeta", "gateway",
	"method", "methode", "metodo", "tender", "status", "estado", "stato", "κατασταση", "trangthai", "ship", "versand", "liefer", "livr", "envio",
	"spedi", "verzend", "levering", "frakt", "fragt", "dostaw", "wysyl", "toimitus", "αποστολ", "deliver", "carrier", "courier", "tracking", "channel", "kanal", "canal",
	"quelle", "origin", "campaign", "kampagne", "utm", "referr", "affiliate", "location", "standort", "lieu", "store", "shop", "branch", "filial",
	"outlet", "register", "kasse", "caisse", "caja", "cassa", "kassa", "terminal", "device", "warehouse", "lager", "note", "notiz", "remark", "bemerk", "comment",
	"kommentar", "remarque", "anmerk", "observa", "osserva", "opmerk", "uwagi", "huomaut", "παρατηρ", "σχολι", "ghichu", "message", "nachricht", "instruction", "currency",
	"tax", "vat", "steuer", "coupon", "voucher", "promo", "discount", "rabatt", "vendor", "supplier", "lieferant", "brand", "marke", "type", "kind",
	"categor", "kategor", "gruppe", "department", "abteilung", "staff", "employee", "cashier", "seller", "operator", "agent",
	"weekday", "wochentag", "month", "monat", "mois", "season", "language", "sprache", "locale", "timezone", "risk", "reason", "grund",
	"color", "colour", "farbe", "einheit", "segment", "country", "city", "salutation", "gender",
}

// besideNames are whole names of such columns.
var besideNames = []string{
	"art", "typ", "mes", "rep", "sort", "till", "tag", "tags", "kind", "unit", "sex", "sales", "user", "url", "title", "link", "state", "etat", "tila", "gift", "size", "reference",
	"table", "tisch", "region", "period", "group", "medium", "source", "by", "site", "via", "who", "wer", "qui", "chi", "initials",
}

// IsBesideGoods tells of a column that nobody knows whether its name says that it is
// not of what was bought.
func IsBesideGoods(plain string) bool {
	return ContainsAny(plain, besideGoods...) || slices.Contains(besideNames, plain)
}
