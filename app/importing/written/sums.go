package written

import (
	"slices"
	"strings"
)

// sums are what programs write before the sum of a table, as Plain has it.
var sums = []string{
	"total", "totals", "grandtotal", "sum", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "subtotal", "totalgeneral", "totaux",
	"sommetotale", "totale", "totaalbedrag", "totaal", "eindtotaal", "summa", "totalt", "yhteensa", "razem", "suma", "lacznie", "συνολο", "tong", "tongcong",
	"ogolem", "celkem", "spolu", "osszesen", "ukupno", "skupaj", "toplam", "kokku", "kopa", "isviso", "ialt", "samtals", "итого", "всего", "разом", "общо", "合计", "合計", "总计", "總計", "합계", "총계",
}

// further are what a receipt says before the sum that is left to pay, as Plain has it.
var further = []string{
	"balancedue", "amountdue", "totaldue", "dueamount", "amounttopay", "topay", "totaltopay", "ordertotal", "invoicetotal", "zuzahlen", "zuzahlenderbetrag",
	"restbetrag", "offenerbetrag", "gesamtbetrag", "endbetrag", "rechnungsbetrag", "soustotal", "netapayer", "resteapayer", "totalttc", "totalht",
	"saldo", "subtotale", "totaleapagare", "apagar", "totalapagar", "subtotaal", "tebetalen", "attbetala", "delsumma", "atbetale", "ibetale", "maksettava",
	"dozaplaty", "kuhrade", "fizetendo", "καταβλητεο", "коплате", "промежуточныйитог", "小計", "小计",
}

// tenders are what receipts are paid with, as Plain has it, and what nobody sells.
var tenders = []string{
	"cash", "creditcard", "debitcard", "visa", "mastercard", "amex", "americanexpress", "maestro", "paypal", "applepay", "googlepay",
	"giftcardredeemed", "giftcardpayment", "storecredit", "banktransfer", "payment", "paid", "amountpaid", "tender", "tendered", "cashtendered", "change", "changedue", "gegeben", "monnaie", "rendu", "resto", "cambio", "reszta",
	"bargeld", "barzahlung", "eckarte", "girocard", "kreditkarte", "uberweisung", "zahlung", "bezahlt", "ruckgeld", "wechselgeld",
	"especes", "cartebancaire", "virement", "paiement", "contanti", "bancomat", "bonifico", "pagamento",
	"efectivo", "pago", "dinheiro", "multibanco", "troco", "contant", "betaling", "wisselgeld", "kontant", "swish", "betalning", "vaxel",
	"kontanter", "dankort", "vipps", "byttepenge", "kateinen", "maksu", "gotowka", "blik", "przelew", "platnosc", "hotovost", "keszpenz", "bankkartya",
	"μετρητα", "πληρωμη", "ρεστα", "наличные", "оплата", "сдача", "tienmat", "现金", "現金", "お釣り",
}

// tendersOrGoods are the same that somebody may sell, or that may mean something else.
var tendersOrGoods = []string{
	"card", "check", "cheque", "giftcard", "voucher", "bar", "karte", "gutschein", "carte", "cb", "carta",
	"tarjeta", "cartao", "pin", "kort", "kortti", "karta", "καρτα", "карта",
}

// Tender is whether a text is what a receipt says of how it was paid.
type Tender uint8

const (
	NoTender    Tender = iota
	MayBeTender        // or something that was bought
	IsTender
)

// TenderOf tells whether a text is what a receipt says of how it was paid, as in
// "Cash", and "Visa **** 1234".
func TenderOf(text string) Tender {
	if is := tenderWord(Plain(text)); is != NoTender {
		return is
	}
	is := NoTender
	for word := range strings.FieldsSeq(AsWords(text)) {
		switch of := tenderWord(Plain(word)); {
		case of != NoTender:
			is = max(is, of)
		case !IsDigits(word):
			return NoTender
		}
	}
	return is
}

func tenderWord(plain string) Tender {
	switch {
	case slices.Contains(tenders, plain):
		return IsTender
	case slices.Contains(tendersOrGoods, plain):
		return MayBeTender
	}
	return NoTender
}

// IsSumWord tells whether a text is what programs write before a sum.
func IsSumWord(text string) bool {
	plain := Plain(text)
	return slices.Contains(sums, plain) || slices.Contains(further, plain)
}

// BeginsOrEndsAsSum tells whether the first or the last word of a text is what programs
// write before a sum, as in "Total incl. VAT".
func BeginsOrEndsAsSum(text string) bool {
	all := strings.Fields(AsWords(text))
	return len(all) > 1 && (IsSumWord(all[0]) || IsSumWord(all[len(all)-1]))
}
