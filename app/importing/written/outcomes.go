package written

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ringback.app/app/folding"
)

// creditWords are what such a column calls a receipt that gives back, beside the
// words of a status that do.
const creditWords = "credit note, credit memo, gutschrift, rechnungskorrektur, korrekturrechnung, avoir, note de crédit, nota de crédito, nota de abono, factura rectificativa, " +
	"abono., nota di credito, nota credito, creditnota, creditfactuur, kreditnota, kreditfaktura, kreditering, hyvityslasku, korekta, dobropis, jóváíró, storno, πιστωτικ, " +
	"devolución, geri ödeme"

// SaysCredit tells whether the sort of a receipt says that it is one that gives
// back.
func SaysCredit(text string) bool { return credits().in(AsWords(text)) }

var credits = sync.OnceValue(func() beginnings { return beginningsOf(creditWords) })

// Outcome is what became of an order.
type Outcome uint8

const (
	Sold      Outcome = iota
	Failed            // came to nothing, but may yet be paid
	Cancelled         // came to nothing, and will not come to anything
	Returned
)

// statusWords are how the words of a status begin that say that an order came to
// nothing or was given back: in English, German, French, Spanish, Italian,
// Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak,
// Hungarian, Romanian, Croatian, Greek, Turkish, Russian, Ukrainian, Vietnamese,
// Chinese and Japanese. One that ends with a full stop is a whole word. A column
// of statuses has but a few words in a cell, so that a beginning is enough.
var statusWords = map[Outcome]string{
	Cancelled: "cancel, void, trash, expired, expirad, expirée, expiré., deleted, storn, abgebrochen, widerruf, abbestellt, verfallen, annul, anul, geannul, avbrut, avbryt, avbest, " +
		"makul, kansel, afbest, peruut, peruttu, mitätöi, odwołan, skasowan, zrušen, sztorn, töröl, lemond, visszavon, otkaz, poništ, preklic, ακυρ, iptal, " +
		"отмен, анул, аннул, скасован, hủy., 取消, キャンセル",
	Failed: "fail, declin, reject, refuse, denied, abandon, unavailable, fehlgeschlagen, gescheitert, abgelehnt, échou, échec, erreur, fallid, " +
		"rechazad, fallit, rifiutat, falhou, falhad, recusad, rejeitad, mislukt, geweigerd, afgewezen, misslyck, nekad, avvis, afvist, mislyk, epäonnistu, " +
		"hylät, nieudan, odrzuc, neúspěš, zamítnut, odmítnut, sikertelen, elutasít, eșuat, respins, αποτυχ, απέτυχ, απορρίφθ, başarısız, redded, неудач, отклон, " +
		"отказ, thất bại, từ chối, 失败, 失敗, error., quote., quotes., quotation, estimate., angebot., kostenvoranschlag, devis., presupuesto., preventivo., orçamento., offerte., offert., tilbud., tarjous., parked., saved., no show, " +
		"draft., drafts., entwurf., brouillon., borrador., bozza., rascunho., concept., koncept., utkast., kladde., luonnos., szkic, návrh., piszkozat, ciornă., nacrt., taslak, πρόχειρ, чернов, чернет, nháp, 草稿, 下書き",
	Returned: "refund, retur, retour, chargeback, charged back, reversed, erstatt, zurückerstatt, rückerstatt, zurückgegeb, zurückgezahlt, zurückgesandt, " +
		"zurückgesendet, rückgabe, rückzahl, gutgeschrieben, rembours, reembols, devuel, devol, rimbors, restitui, reso., resi., resa., estorn, geretour, " +
		"terugbet, teruggest, återbet, återköp, tilbagebet, tilbakebet, refusion, palaut, hyvite, zwróc, zwrot, vrácen, vráten, vratk, visszatér, visszafiz, " +
		"visszaküld, rambursat, επιστρ, επεστρ, iade, возвра, поверн, hoàn tiền, hoàn trả, trả hàng, 退款, 退货, 返品, 返金",
}

// Words beside these that say that it is not so: that it did not happen, was only
// asked for, or is of a part.
const (
	notSo = "not., no., non., never., without., nicht., kein., keine., ohne., pas., sans., sin., sem., senza., niet., geen., inte., ej., ikke., ei., nie., bez., " +
		"ne., nem., nu., δεν., όχι., не., нет., без., không., chưa., chờ., değil., request, ask, pending, await, progress, reversal, refundable, returnable, beantragt, " +
		"angefragt, angefordert, offen, demand, attente, solicit, pendient, pendent, richiest, attesa, aangevraagd, begär, väntar, anmod, afvent, venter, pyydet, " +
		"odottaa, oczek, žádost, čeká, kért, așteptare, αίτη, εκκρεμ, talep, taleb, bekle, запро, ожида, yêu cầu"
	inPart = "partial, partiel, partly., part., parzial, parcial, teil, delvis, deels., gedeelt, osit, osapal, osahyv, częśc, částeč, čiastoč, rész, parțial, μερικ, " +
		"kısm, част, một phần, 部分, 一部"
	// What was turned down did not happen: cancellation rejected. Beside the order's
	// own state it is the reason: cancelled, card declined.
	anAct    = "cancellation, stornierung, annulation, annullierung, cancelaci, cancelament, annullament, annulering"
	underway = "deliver, shipment, zustell, liefer, livraison, entrega, consegna, bezorg, lever, toimitu, dostaw, doruč"
)

// beginnings are words as they are looked for in a text that has a space before
// and behind each of its own.
type beginnings []string

func beginningsOf(words string) beginnings {
	var all beginnings
	for word := range strings.SplitSeq(words, ", ") {
		start, whole := strings.CutSuffix(folding.Fold(word), ".")
		if first, _ := utf8.DecodeRuneInString(start); !isUnspaced(first) {
			start = " " + start
		}
		if whole {
			start += " "
		}
		all = append(all, start)
	}
	return all
}

// isUnspaced tells of a letter whether its writing has no spaces between words.
func isUnspaced(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

func (b beginnings) in(text string) bool {
	return slices.ContainsFunc(b, func(word string) bool { return strings.Contains(text, word) })
}

// statusBook is the words of statuses as they are looked for.
type statusBook struct {
	means                          map[Outcome]beginnings
	notSo, inPart, anAct, underway beginnings
}

var statuses = sync.OnceValue(func() statusBook {
	book := statusBook{
		means: make(map[Outcome]beginnings), notSo: beginningsOf(notSo), inPart: beginningsOf(inPart), anAct: beginningsOf(anAct),
		underway: beginningsOf(underway),
	}
	for means, words := range statusWords {
		book.means[means] = beginningsOf(words)
	}
	return book
})

// OutcomeOf tells what became of an order by the words of its status. What is not
// plainly otherwise was sold.
func OutcomeOf(status string) Outcome {
	book := statuses()
	text := AsWords(status)
	over, back, turned := book.means[Cancelled].in(text), book.means[Returned].in(text), book.means[Failed].in(text)
	switch {
	case book.inPart.in(text), book.notSo.in(text) && (!over || !back): // cancelled, refund pending
		return Sold
	case turned && (back || over && book.anAct.in(text) || !over && book.underway.in(text)):
		return Sold // a refund that was refused, a parcel that came back
	case over:
		return Cancelled
	case turned:
		return Failed
	case back:
		return Returned
	}
	return Sold
}

// AsWords is a text as beginnings are looked for in it.
func AsWords(text string) string {
	words := strings.FieldsFunc(folding.Fold(apart(text)), func(r rune) bool { return !unicode.IsLetter(r) })
	return " " + strings.Join(words, " ") + " "
}

// apart sets the words apart of what programs write as one: fullyRefunded.
func apart(text string) string {
	var b strings.Builder
	lower := false
	for _, r := range text {
		if lower && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}
