package written

import (
	"slices"
)

// sums are what programs write before the sum of a table, as Plain has it.
var sums = []string{
	"total", "totals", "grandtotal", "sum", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "subtotal", "totalgeneral", "totaux",
	"sommetotale", "totale", "totaalbedrag", "totaal", "eindtotaal", "summa", "totalt", "yhteensa", "razem", "suma", "lacznie", "συνολο", "tong", "tongcong",
	"ogolem", "celkem", "spolu", "osszesen", "ukupno", "skupaj", "toplam", "kokku", "kopa", "isviso", "ialt", "samtals", "итого", "всего", "разом", "общо", "合计", "合計", "总计", "總計", "합계", "총계",
}

// IsSumWord tells whether a text is what programs write before a sum.
func IsSumWord(text string) bool { return slices.Contains(sums, Plain(text)) }
