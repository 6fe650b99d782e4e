package fields

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// Programs put words together as they like, such as Qty Ordered, Units Sold and Web
// order ref. no. Where no whole name of a column is known, its words tell, as
// written.AsWords has them, if it has no others: a pack quantity, or the number of an
// order's line, is something else.
var (
	quantities = wordsOf(
		"quantity quantities qty qtys units pcs pieces menge bestellmenge kaufmenge verkaufsmenge auftragsmenge rechnungsmenge anzahl stuck stueck stk stuckzahl stueckzahl " +
			"quantite qte unites cantidad cant unidades uds quantita qta pezzi pz quantidade qtd qtde unidades pecas quantitat aantal stuks antal stycken st antall " +
			"maara kpl kappalemaara ilosc szt sztuk pocet mnozstvi ks kusu kusov mnozstvo mennyiseg menny db darab adet adedi miktar miktari kolicina kom kogus kiekis daudzums " +
			"cantitate buc количество кол кількість шт ποσοτητα τεμαχια τεμ",
	)
	// bought are words for what customers did to the things.
	bought = wordsOf(
		"ordered sold bought purchased invoiced bestellt bestellte verkauft verkaufte gekauft gekaufte berechnet pedida pedidas pedido vendida vendidas comprada compradas " +
			"commandee commandees vendue vendues achetee achetees ordinata ordinati venduta venduti acquistata acquistati encomendada encomendadas besteld bestelde verkocht verkochte " +
			"gekocht gekochte bestalld bestallda sald salda kopt kopta bestilt solgt kobt kjopt tilattu myyty ostettu zamowiona zamowionych sprzedana sprzedanych sprzedane kupiona " +
			"objednane objednano prodane prodano zakoupene megrendelt eladott vasarolt satilan comandata vanduta заказано продано куплено замовлено",
	)
	// things are words that say no more than that something was.
	things = wordsOf("item product line article")
	// wide are the names that are written without spaces.
	wideQuantities = wordsOf("数量 個数 个数 件数 订购数量 购买数量 销售数量 订单数量 注文数量 注文数 購入数量 購入数 販売数量 수량 주문수량 구매수량 판매수량")

	papers = wordsOf(
		"order orders invoice receipt bill sale salesorder bestellung bestell rechnung beleg auftrag auftrags quittung kassenbon commande facture recu pedido pedidos factura recibo orden " +
			"ordine fattura scontrino ricevuta bestelling factuur kassabon zamowienia zamowienie faktury faktura paragonu paragon objednavky objednavka dokladu doklad siparis fatura " +
			"encomenda ordre kvittering kvitto tilaus tilauksen kuitti kuitin lasku laskun rendeles rendelesi szamla comanda comenzii заказ заказа чек чека замовлення " +
			"παραγγελια παραγγελιασ τιμολογιο τιμολογιου αποδειξη αποδειξησ transaction checkout",
	)
	numbers = wordsOf(
		"no nr n nro num number numero nummer numer id ref reference referenz referencia referenza referentie code kod kode codigo codice cislo numarasi номер increment " +
			"αριθμοσ κωδικοσ folio uuid key",
	)
	// besides are words that change nothing of which number it is.
	besides      = wordsOf("de du do da di del della of the our your web webshop online internet sales external extern externe shopify woocommerce amazon ebay etsy")
	compounds    = wordsOf("bestell bestellungs auftrags rechnungs beleg bon order ordre faktura kvitto kvitterings bestellings factuur kassabon shopbestell")
	widePapers   = wordsOf("订单 訂單 注文 주문 发票 伝票")
	wideNumbers  = wordsOf("号 编号 編號 号码 號碼 流水号 番号 번호 單號 编码")
	numberSigns  = []string{"#", "№", "n°", "nº"}
	numberEnding = []string{"nummer", "nr"}
)

func wordsOf(text string) []string { return strings.Fields(text) }

// MayBeQuantity tells of a column by the words of its name whether it may hold how many
// of a thing were bought; sure, that of several it is the one.
func MayBeQuantity(name string) (may, sure bool) {
	if slices.Contains(wideQuantities, written.Plain(name)) {
		return true, false
	}
	for word := range strings.FieldsSeq(written.AsWords(name)) {
		switch {
		case slices.Contains(quantities, word):
			may = true
		case slices.Contains(bought, word):
			sure = true
		case !slices.Contains(things, word):
			return false, false
		}
	}
	return may, may && sure
}

// MayNumberPapers tells of a column by the words of its name whether it may hold the
// numbers of receipts, of orders or of invoices.
func MayNumberPapers(name string) bool {
	plain := written.Plain(name)
	for _, paper := range widePapers {
		if rest, ok := strings.CutPrefix(plain, paper); ok && slices.Contains(wideNumbers, rest) {
			return true
		}
	}
	paper, number := false, ContainsAny(strings.ToLower(name), numberSigns...)
	for word := range strings.FieldsSeq(written.AsWords(name)) {
		switch {
		case slices.Contains(papers, word):
			paper = true
		case slices.Contains(numbers, word):
			number = true
		case isCompound(word):
			paper, number = true, true
		case !slices.Contains(besides, word):
			return false
		}
	}
	return paper && number
}

// isCompound tells whether a word is of a paper and its number: Bestellnummer.
func isCompound(word string) bool {
	return slices.ContainsFunc(numberEnding, func(ending string) bool {
		paper, ok := strings.CutSuffix(word, ending)
		return ok && slices.Contains(compounds, paper)
	})
}
