package fields

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// Programs put words together as they like, such as Qty Ordered, Units Sold and
// Bestellmenge. Where no whole name of a column is known, its parts tell, as
// written.Plain has them, if what is in it goes with that.
var (
	quantityParts = []string{
		"quantit", "qty", "quantidad", "cantidad", "menge", "anzahl", "stuckzahl", "stueckzahl", "aantal", "antal", "ilosc", "pocet", "mnozstvi", "mennyiseg",
		"cantitat", "adet", "miktar", "kolicin", "kogus", "kiekis", "daudzums", "количеств", "кількіст", "ποσοτητα", "τεμαχια", "soluong", "数量", "個数", "件数", "수량",
	}
	quantityWords = []string{"units", "unidades", "uds", "pcs", "pieces", "stk", "szt", "sztuk", "ks", "kusu", "kpl", "kom", "шт", "pezzi", "pz", "pecas", "stycken", "menny"}
	// ordered are parts of the name that is meant where several are of how many.
	ordered = []string{"order", "sold", "bought", "purchas", "invoic", "bestell", "verkauft", "gekauft", "pedid", "vendid", "command", "vendu", "achet", "ordinat", "besteld", "kopt", "zamow"}
	// noQuantity are parts of names of how many of something else there are.
	noQuantity = []string{
		"refund", "return", "retour", "cancel", "storn", "ship", "fulfil", "deliver", "geliefert", "versand", "livr", "avail", "verfugbar", "stock", "bestand", "onhand", "reserv",
		"back", "price", "preis", "prix", "preci", "prezz", "prijs", "pris", "cost", "total", "tax", "discount", "rabatt", "remise", "descuento", "sconto", "minim", "maxim",
		"point", "unitof", "einheit", "tag", "dag", "day", "jour", "dias", "giorn", "week", "person", "gast", "guest", "pax",
	}

	paperParts = []string{
		"order", "invoice", "receipt", "bestell", "rechnung", "beleg", "auftrag", "quittung", "commande", "facture", "recu", "pedido", "factura", "recibo", "ordine", "fattura",
		"scontrino", "ricevuta", "bestelling", "factuur", "kassabon", "zamowieni", "faktur", "paragon", "objednavk", "doklad", "siparis", "fatura", "encomenda", "ordre", "kvitter", "kvitto",
		"tilau", "kuit", "lasku", "rendeles", "szamla", "comanda", "comenz", "заказ", "чек", "замовлен", "订单", "訂單", "注文", "주문", "παραγγελ", "τιμολογ", "αποδειξ", "donhang", "hoadon",
		"transaction", "checkout",
	}
	paperNumbers = []string{
		"no", "nr", "n", "nro", "num", "number", "numero", "nummer", "numer", "id", "ref", "reference", "referenz", "referencia", "referenza", "referentie", "code", "kod", "kode",
		"codigo", "codice", "cislo", "numarasi", "номер", "increment", "αριθμοσ", "κωδικοσ", "ma", "so", "folio", "uuid", "key",
	}
	numberSigns = []string{"番号", "编号", "編號", "号码", "号", "#", "№", "n°", "nº"}
	noPapers    = []string{
		"date", "datum", "fecha", "time", "status", "state", "total", "amount", "value", "item", "line", "position", "customer", "client", "kunde", "kunden", "cliente", "buyer", "email",
		"type", "currency", "count", "quantity", "discount", "tax", "vat", "shipping", "delivery", "payment", "method", "source", "channel", "note", "url", "track", "product", "artikel",
		"article", "sku", "store", "location", "register", "user", "staff", "coupon", "parent", "original", "related", "vendor", "supplier", "lieferant", "refund", "return",
	}
)

// MayBeQuantity tells of a column by the parts of its name whether it may hold how many
// of a thing were bought; sure, that of several it is the one.
func MayBeQuantity(name string) (may, sure bool) {
	plain := written.Plain(name)
	if ContainsAny(plain, noQuantity...) {
		return false, false
	}
	words := strings.Fields(written.AsWords(name))
	may = ContainsAny(plain, quantityParts...) || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(quantityWords, w) })
	return may, may && ContainsAny(plain, ordered...)
}

// MayNumberPapers tells of a column by the parts of its name whether it may hold the
// numbers of receipts, of orders or of invoices.
func MayNumberPapers(name string) bool {
	plain := written.Plain(name)
	if !ContainsAny(plain, paperParts...) || ContainsAny(plain, noPapers...) {
		return false
	}
	words := strings.Fields(written.AsWords(name))
	return ContainsAny(strings.ToLower(name), numberSigns...) || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(paperNumbers, w) || strings.HasSuffix(w, "nummer") || strings.HasSuffix(w, "nr")
	})
}
