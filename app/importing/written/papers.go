package written

import "sync"

// Paper is the kind of document that a row of a table is of.
type Paper uint8

const (
	OtherPaper Paper = iota // of no kind that is known
	Invoice
	Sale    // rung up or paid at once, or a thing on such a receipt
	Offer   // made before anything is sold: an estimate, a quote, a proforma
	Order   // what an invoice follows: an order, a delivery note
	Payment // of an invoice
)

// paperWords are how the words begin by which documents are called, in the languages
// of the statuses. One that ends with a full stop is a whole word.
var paperWords = map[Paper]string{
	Offer: "estimate, quote., quotes., quotation, proforma, pro forma, angebot, kostenvoranschlag, voranschlag, offert, devis., presupuesto, cotización, preventiv, " +
		"orçamento, cotação, tilbud, pristilbud, tarjous, oferta, ofertă, wycen, nabídk, ponuk, ponud, predračun, ajánlat, árajánlat, díjbekérő, deviz., " +
		"προσφορ, προτιμολ, teklif, предложени, смет, пропозиц, кошторис, báo giá, 报价, 報價, 估价, 見積",
	Payment: "payment, zahlung, paiement, règlement, encaissement, pago., pagos., cobro, pagament, incass, recebiment, betaling, betalning, inbetaln, indbetal, " +
		"innbetal, maksu., maksusuorit, suoritus., płatnoś, wpłat, zapłat, platb, úhrad, fizetés, befizetés, plată., plata., încasar, uplat, plačil, " +
		"πληρωμ, εισπραξ, ödeme, tahsilat, оплат, платеж, платёж, платіж, thanh toán, 付款, 收款, 入金",
	Invoice: "invoice, rechnung, ausgangsrechnung, schlussrechnung, endrechnung, teilrechnung, sammelrechnung, barrechnung, facture, factuur, verkoopfactuur, factura, " +
		"factură, fattur, fatura, nota fiscal, faktur, lasku., myyntilasku, számla, τιμολόγ, фактур, hóa đơn, 发票, 發票, 請求書",
	Order: "order., orders., auftrag, bestellung, commande, pedido, ordine, encomenda, bestelling, verkooporder, orderbekräft, ordrebekræft, ordrebekreft, ordre., " +
		"tilaus, zamówien, objednáv, megrendel, comand, παραγγελ, sipariş, заказ, замовлен, đơn đặt hàng, đơn hàng, 订单, 訂單, 注文, 受注, " +
		"delivery note, delivery docket, packing slip, lieferschein, bon de livraison, albarán, nota de entrega, remito, bolla, ddt., documento di trasporto, " +
		"guia de remessa, guia de transporte, pakbon, följesedel, følgeseddel, lähete, dodací list, szállítólevél, aviz., otpremnic, dobavnic, δελτίο αποστολ, " +
		"irsaliye, phiếu giao, 送货单, 納品書",
	Sale: "sale., sales., receipt., verkauf, barverkauf, kassenbon, kassenbeleg, kassenverkauf, vente., ventes., venta., ventas., vendit, venda., vendas., verkoop, " +
		"försälj, kvitto, salg., kvittering, myynti, kuitti, sprzedaż, paragon, prodej, účtenk, predaj, eladás, nyugta, vânzar, bon fiscal, prodaj, račun, " +
		"πώληση, πωλήσ, απόδειξ, satış, fiş., продаж, реализац, чек., bán hàng, scontrin, ticket., item., items., product., artikel., article., artículo., " +
		"articolo., 销售, 銷售, 売上",
}

// PaperOf tells the kind of document by what a table calls it. Of a text with words
// of several kinds it is the one that decides: a proforma invoice is none, and the
// payment of an invoice neither.
func PaperOf(text string) Paper {
	words, book := AsWords(text), papers()
	for _, paper := range []Paper{Offer, Payment, Invoice, Order, Sale} {
		if book[paper].in(words) {
			return paper
		}
	}
	return OtherPaper
}

var papers = sync.OnceValue(func() map[Paper]beginnings {
	book := make(map[Paper]beginnings)
	for paper, words := range paperWords {
		book[paper] = beginningsOf(words)
	}
	return book
})
