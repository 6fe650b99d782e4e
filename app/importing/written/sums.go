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

// tenders are what receipts are paid with, and what is given back in change, as Plain
// has it.
var tenders = []string{
	"cash", "card", "creditcard", "debitcard", "visa", "mastercard", "amex", "americanexpress", "maestro", "paypal", "applepay", "googlepay", "check", "cheque",
	"giftcard", "giftcardredeemed", "giftcardpayment", "voucher", "storecredit", "banktransfer", "payment", "paid", "amountpaid", "tender", "tendered", "cashtendered", "change", "changedue",
	"bar", "bargeld", "barzahlung", "karte", "eckarte", "girocard", "kreditkarte", "gutschein", "uberweisung", "zahlung", "bezahlt", "gegeben", "ruckgeld", "wechselgeld",
	"especes", "carte", "cartebancaire", "cb", "virement", "paiement", "monnaie", "rendu", "contanti", "carta", "bancomat", "bonifico", "pagamento", "resto",
	"efectivo", "tarjeta", "pago", "cambio", "dinheiro", "cartao", "multibanco", "troco", "contant", "pin", "betaling", "wisselgeld", "kontant", "kort", "swish", "betalning", "vaxel",
	"kontanter", "dankort", "vipps", "byttepenge", "kateinen", "kortti", "maksu", "gotowka", "karta", "blik", "przelew", "platnosc", "reszta", "hotovost", "keszpenz", "bankkartya",
	"μετρητα", "καρτα", "πληρωμη", "ρεστα", "наличные", "карта", "оплата", "сдача", "tienmat", "现金", "現金", "お釣り",
}

// IsTender tells whether a text is what a receipt says of how it was paid.
func IsTender(text string) bool { return slices.Contains(tenders, Plain(text)) }

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
