package importing

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ringback.app/app/folding"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// FieldStatus is what became of an order, in the words of whoever wrote it down.
const FieldStatus Field = "status"

// statusNames are columns of what became of an order.
const statusNames = "Status, Order status, Order state, Payment status, Payment state, Financial status, Sale status, Transaction status, Invoice status, " +
	"Bestellstatus, Auftragsstatus, Zahlungsstatus, Rechnungsstatus, Statut, Statut commande, Statut de la commande, État, État commande, " +
	"État de la commande, État du paiement, Statut du paiement, Estado, Estado pedido, Estado del pedido, Estado del pago, Estado do pedido, Stato, " +
	"Stato ordine, Stato dell'ordine, Stato pagamento, Situação, Situação do pedido, Status do pedido, Status do pagamento, Situação do pagamento, Status da transação, Status transação, Status da venda, " +
	"Estado de la orden, Estado orden, Estado de la venta, Estado venta, Estado de la transacción, Estado de pago, Estado pago, Betaalstatus, " +
	"Bestelstatus, Betalstatus, Betalningsstatus, Betalingsstatus, Ordrestatus, Tila, Tilauksen tila, Maksun tila, Status zamówienia, " +
	"Status płatności, Stan zamówienia, Stav, Stav objednávky, Stav platby, Állapot, Státusz, Rendelés állapota, Stare, Stare comandă, Status comandă, " +
	"Κατάσταση, Κατάσταση παραγγελίας, Durum, Sipariş durumu, Ödeme durumu, Статус, Статус заказа, Статус оплаты, Состояние, Статус замовлення, " +
	"Trạng thái, Trạng thái đơn hàng, ステータス, 注文状況, 状态, 订单状态"

// outcome is what became of an order.
type outcome uint8

const (
	outcomeSold      outcome = iota
	outcomeFailed            // came to nothing, but may yet be paid
	outcomeCancelled         // came to nothing, and will not come to anything
	outcomeReturned
)

// statusWords are how the words of a status begin that say that an order came to
// nothing or was given back: in English, German, French, Spanish, Italian,
// Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak,
// Hungarian, Romanian, Croatian, Greek, Turkish, Russian, Ukrainian, Vietnamese,
// Chinese and Japanese. One that ends with a full stop is a whole word. A column
// of statuses has but a few words in a cell, so that a beginning is enough.
var statusWords = map[outcome]string{
	outcomeCancelled: "cancel, void, trash, expired, expirad, expirée, expiré., deleted, storn, abgebrochen, widerruf, abbestellt, verfallen, annul, anul, geannul, avbrut, avbryt, avbest, " +
		"makul, kansel, afbest, peruut, peruttu, mitätöi, odwołan, skasowan, zrušen, sztorn, töröl, lemond, visszavon, otkaz, poništ, preklic, ακυρ, iptal, " +
		"отмен, анул, аннул, скасован, hủy., 取消, キャンセル",
	outcomeFailed: "fail, declin, reject, refuse, denied, abandon, unavailable, fehlgeschlagen, gescheitert, abgelehnt, échou, échec, erreur, fallid, " +
		"rechazad, fallit, rifiutat, falhou, falhad, recusad, rejeitad, mislukt, geweigerd, afgewezen, misslyck, nekad, avvis, afvist, mislyk, epäonnistu, " +
		"hylät, nieudan, odrzuc, neúspěš, zamítnut, odmítnut, sikertelen, elutasít, eșuat, respins, αποτυχ, απέτυχ, απορρίφθ, başarısız, redded, неудач, отклон, " +
		"отказ, thất bại, từ chối, 失败, 失敗",
	outcomeReturned: "refund, retur, retour, chargeback, charged back, reversed, erstatt, zurückerstatt, rückerstatt, zurückgegeb, zurückgezahlt, zurückgesandt, " +
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

// statusBook is the words of statuses as they are looked for, and the names of
// their columns.
type statusBook struct {
	names                          []string
	means                          map[outcome]beginnings
	notSo, inPart, anAct, underway beginnings
}

var statuses = sync.OnceValue(func() statusBook {
	book := statusBook{
		means: make(map[outcome]beginnings), notSo: beginningsOf(notSo), inPart: beginningsOf(inPart), anAct: beginningsOf(anAct),
		underway: beginningsOf(underway),
	}
	for name := range strings.SplitSeq(statusNames, ",") {
		book.names = append(book.names, written.Plain(name))
	}
	for means, words := range statusWords {
		book.means[means] = beginningsOf(words)
	}
	return book
})

// outcomeOf tells what became of an order by the words of its status. What is not
// plainly otherwise was sold.
func outcomeOf(status string) outcome {
	book := statuses()
	text := asWords(status)
	over, back, turned := book.means[outcomeCancelled].in(text), book.means[outcomeReturned].in(text), book.means[outcomeFailed].in(text)
	switch {
	case book.inPart.in(text), book.notSo.in(text) && (!over || !back): // cancelled, refund pending
		return outcomeSold
	case turned && (back || over && book.anAct.in(text) || !over && book.underway.in(text)):
		return outcomeSold // a refund that was refused, a parcel that came back
	case over:
		return outcomeCancelled
	case turned:
		return outcomeFailed
	case back:
		return outcomeReturned
	}
	return outcomeSold
}

// asWords is a text as beginnings are looked for in it.
func asWords(text string) string {
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

// outcome tells what became of an order by its status: by the words of the program
// that wrote it, where these have a meaning of their own, and else by all words
// known.
func (p *preset) outcome(status string) outcome {
	means := outcomeOf(status)
	if p != nil && p.refunds && means == outcomeReturned {
		return outcomeSold
	}
	if p == nil {
		return means
	}
	switch plain := written.Plain(status); {
	case slices.Contains(p.undone, plain) && means != outcomeCancelled:
		return outcomeFailed
	case slices.Contains(p.returned, plain):
		return outcomeReturned
	}
	return means
}

// findStatuses finds the columns of what became of an order. One that was taken
// for a part of an address may be another: Estado is both.
func (c *columns) findStatuses(plain []string, taken map[int]bool) {
	names := statuses().names
	if c.preset != nil && c.preset.status != "" {
		names = []string{c.preset.status}
	}
	if at, said := c.at[FieldStatus]; said {
		c.statuses = append(c.statuses, at)
	}
	for i, name := range plain {
		if slices.Contains(c.statuses, i) || c.said[i] || name == "" || !slices.Contains(names, name) {
			continue
		}
		c.statuses = append(c.statuses, i)
		if taken[i] {
			continue
		}
		taken[i] = true
		if _, found := c.at[FieldStatus]; !found {
			c.at[FieldStatus] = i
		} else {
			c.also[FieldStatus] = append(c.also[FieldStatus], i)
		}
	}
}

// fate is what a row says of what became of its order.
type fate struct {
	outcome
	text   string
	column int
}

// fate tells what the row says of what became of its order: the worst of what its
// columns say. Its text is empty where they say nothing.
func (b *bookkeeping) fate(row tables.Row) fate {
	worst := fate{}
	graver := []outcome{outcomeSold, outcomeReturned, outcomeFailed, outcomeCancelled}
	for _, i := range b.columns.statuses {
		text := row.Cell(i)
		if text == "" {
			continue
		}
		means, met := b.columns.flag(i, text)
		if !met {
			means, met = b.outcomes[text]
		}
		if !met {
			means = b.columns.preset.outcome(text)
			if len(b.outcomes) < mostStatuses {
				b.outcomes[strings.Clone(text)] = means
			}
		}
		if worst.text == "" || slices.Index(graver, means) > slices.Index(graver, worst.outcome) {
			worst = fate{means, text, i}
		}
	}
	return worst
}

// Status is what a table says of what became of orders, and how many of its lines
// do.
type Status struct {
	Text  string
	Lines int
}

// mostStatuses is how many different statuses are kept: a column with more of them
// holds something else.
const mostStatuses = 100

// countSold counts what the columns of statuses, and of the sort of a receipt, say of
// a row that was taken for sold.
func (b *bookkeeping) countSold(row tables.Row) {
	for _, i := range b.columns.statuses {
		if b.columns.of(FieldStatus) == i || slices.Contains(b.columns.also[FieldStatus], i) {
			b.countAsSold(row.Cell(i))
		}
	}
	b.countUnpaid(row)
	if b.columns.sortsReceipts() && !b.givesBack(row) {
		b.countAsSold(row.Cell(b.columns.sort))
	}
}

func (b *bookkeeping) countAsSold(text string) {
	switch n, met := b.sold[text]; {
	case text == "":
	case met:
		*n++
	case len(b.sold) < mostStatuses:
		one := 1
		b.sold[strings.Clone(text)] = &one
	}
}

// takenAsSold lists what was counted, the most first.
func (b *bookkeeping) takenAsSold() []Status {
	var all []Status
	for text, lines := range b.sold {
		short, _ := texts.Shorten(texts.OneLine(text), written.ShownLetters)
		all = append(all, Status{short, *lines})
	}
	slices.SortFunc(all, func(x, y Status) int {
		return cmp.Or(cmp.Compare(y.Lines, x.Lines), cmp.Compare(x.Text, y.Text))
	})
	return all
}
