package written

import (
	"strings"
	"sync"
)

// tenders are what receipts are paid with, and what nobody sells.
const tenders = "Cash, Credit card, Debit card, Visa, Visa debit, Visa credit, Mastercard, Amex, American Express, Maestro, PayPal, Apple Pay, Google Pay, " +
	"Gift card redeemed, Gift card payment, Store credit, Bank transfer, Wire transfer, Payment, Paid, Amount paid, Tender, Tendered, Cash tendered, Amount tendered, " +
	"Paid by card, Paid in cash, Paid by cash, On account, House account, Contactless, EFTPOS, Tap to pay, Chip and PIN, Chip PIN, Chip & PIN, Split payment, " +
	"Klarna, SumUp, Venmo, Zelle, Afterpay, Clearpay, Affirm, Alipay, WeChat Pay, Cash App, Samsung Pay, Amazon Pay, Shop Pay, Revolut, " +
	"gegeben, Bargeld, Barzahlung, EC-Karte, EC cash, Girocard, Giropay, Kreditkarte, Debitkarte, Bankkarte, Kartenzahlung, Überweisung, Lastschrift, Vorkasse, " +
	"Zahlung, bezahlt, Gutschein eingelöst, Gutscheineinlösung, Twint, Paydirekt, Sofortüberweisung, Auf Rechnung, Zahlung auf Rechnung, " +
	"Espèces, Carte bancaire, Carte bleue, Carte de crédit, Carte de débit, Virement, Paiement, Sans contact, Titre-restaurant, Titres-restaurant, Ticket restaurant, " +
	"Tickets restaurant, Réglé, Prélèvement, " +
	"Contanti, Bancomat, Bonifico, Pagamento, Pagamento contante, Pagamento contanti, Pagamento elettronico, Carta di credito, Carta di debito, Carta bancaria, Satispay, " +
	"Buono pasto, Buoni pasto, Assegno, " +
	"Efectivo, Pago, Tarjeta de crédito, Tarjeta de débito, Tarjeta bancaria, Bizum, Transferencia, Transferencia bancaria, Contado, Al contado, Mercado Pago, " +
	"Dinheiro, Multibanco, Cartão de crédito, Cartão de débito, MB Way, Pix, Boleto, Numerário, Transferência, Transferência bancária, " +
	"Contant, Betaling, Pinnen, Pinbetaling, Bankpas, Bancontact, Tikkie, Overboeking, Overschrijving, " +
	"Kontant, Kontanter, Swish, Betalning, Kortbetalning, Kontantbetalning, Bankkort, Dankort, Vipps, MobilePay, BankAxept, Kortbetaling, Betalingskort, Kredittkort, Kreditkort, " +
	"Käteinen, Maksu, Korttimaksu, Käteismaksu, Pankkikortti, Luottokortti, Tilisiirto, " +
	"Gotówka, BLIK, Przelew, Przelewy24, Płatność, Karta płatnicza, Karta kredytowa, Karta debetowa, " +
	"Hotovost, Hotově, Platební karta, Kreditní karta, Platobná karta, Převod, Prevod, Stravenky, Készpénz, Bankkártya, Átutalás, " +
	"Nakit, Kredi kartı, Banka kartı, Havale, Numerar, Card bancar, Gotovina, Готівка, В брой, " +
	"Μετρητά, Πληρωμή, Πιστωτική κάρτα, Χρεωστική κάρτα, Κατάθεση, Επιταγή, " +
	"Наличные, Наличными, Безналичные, Безналичный, Банковская карта, Банковской картой, Оплата, " +
	"Tiền mặt, Chuyển khoản, Thẻ tín dụng, Thẻ ngân hàng, ZaloPay, VNPay, Quẹt thẻ, " +
	"现金, 支付宝, 微信支付, 刷卡, 银行卡, 信用卡, 現金, クレジットカード, クレジット, 電子マネー, PayPay, お預り, お預かり, 현금, 신용카드, 계좌이체"

// moneyBack is what a receipt says of what was handed back of a tender.
const moneyBack = "Change, Change due, Rückgeld, Wechselgeld, Monnaie, Rendu, Resto, Cambio, Vuelto, Troco, Wisselgeld, Växel, Byttepenge, Vaihtoraha, Reszta, " +
	"Vráceno, Visszajáró, Para üstü, Ρέστα, Сдача, 找零, お釣り, 거스름돈"

// tendersOrGoods are tenders that somebody may sell, too, or that may mean something else.
const tendersOrGoods = "Card, Check, Cheque, Gift card, Gift certificate, Gift voucher, Voucher, Account, Loyalty points, Points, Stripe, Square, " +
	"Bar, Karte, EC, Gutschein, Geschenkgutschein, Geschenkkarte, Rechnung, Carte, CB, Carte cadeau, Chèque, Chèque cadeau, Bon d'achat, Avoir, " +
	"Carta, Carta regalo, Buono, Buono regalo, Tarjeta, Tarjeta regalo, Vale, Vale regalo, Cartão, Cartão presente, Vale presente, " +
	"PIN, iDEAL, Cadeaubon, Cadeaukaart, Kort, Presentkort, Gavekort, Faktura, Kortti, Lahjakortti, Lasku, Karta, Bon podarunkowy, Karta podarunkowa, " +
	"Dárkový poukaz, Poukaz, Utalvány, Kártya, Kart, EFT, Κάρτα, Δωροκάρτα, POS, Карта, Картка, Сертификат, Thẻ, Momo, カード, 카드"

// tenderMoney are currencies as tills write them beside a tender; others are words, too.
const tenderMoney = " eur euro euros usd gbp chf cad aud nzd pln czk sek nok dkk huf ron "

// Tender is whether a text is what a receipt says of how it was paid.
type Tender uint8

const (
	NoTender    Tender = iota
	MayBeTender        // or something that was bought
	IsTender
)

var tenderWords = sync.OnceValue(func() map[string]Tender {
	all := make(map[string]Tender)
	for means, words := range map[Tender]string{IsTender: tenders + ", " + moneyBack, MayBeTender: tendersOrGoods} {
		for word := range strings.SplitSeq(words, ", ") {
			all[Plain(word)] = means
		}
	}
	return all
})

// TenderOf tells whether a text is what a receipt says of how it was paid, as in
// "Cash", "Visa **** 1234", and "Cash EUR".
func TenderOf(text string) Tender {
	if is := tenderWords()[Plain(text)]; is != NoTender {
		return is
	}
	is := NoTender
	for word := range strings.FieldsSeq(AsWords(text)) {
		switch of := tenderWords()[Plain(word)]; {
		case of != NoTender:
			is = max(is, of)
		case !strings.Contains(tenderMoney, " "+word+" "):
			return NoTender
		}
	}
	return is
}

var backWords = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for word := range strings.SplitSeq(moneyBack, ", ") {
		all[Plain(word)] = true
	}
	return all
})

// IsMoneyBack tells whether a text is what a receipt says of what was handed back of a
// tender.
func IsMoneyBack(text string) bool { return backWords()[Plain(text)] }
