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
