package columns

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/written"
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

// plainNames takes apart names as they are compared.
func plainNames(words string) []string {
	var all []string
	for name := range strings.SplitSeq(words, ",") {
		all = append(all, written.Plain(name))
	}
	return all
}

// statusColumns are these as they are looked for.
var statusColumns = sync.OnceValue(func() []string { return plainNames(statusNames) })

// Outcome tells what became of an order by its status: by the words of the program
// that wrote it, where these have a meaning of their own, and else by all words
// known.
func (c *Columns) Outcome(status string) written.Outcome {
	p, means := c.preset, written.OutcomeOf(status)
	if p != nil && p.refunds && means == written.Returned {
		return written.Sold
	}
	if p == nil {
		return means
	}
	switch plain := written.Plain(status); {
	case slices.Contains(p.undone, plain) && means != written.Cancelled:
		return written.Failed
	case slices.Contains(p.returned, plain):
		return written.Returned
	}
	return means
}

// findStatuses finds the columns of what became of an order. One that was taken
// for a part of an address may be another: Estado is both.
func (c *Columns) findStatuses(plain []string, taken map[int]bool) {
	names := statusColumns()
	if c.preset != nil && c.preset.status != "" {
		names = []string{c.preset.status}
	}
	if at, said := c.at[FieldStatus]; said {
		c.Statuses = append(c.Statuses, at)
	}
	for i, name := range plain {
		if slices.Contains(c.Statuses, i) || c.said[i] || name == "" || !slices.Contains(names, name) {
			continue
		}
		c.Statuses = append(c.Statuses, i)
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

// IsStatus tells whether the column has the words of a status, and not a yes or a no.
func (c Columns) IsStatus(column int) bool {
	return c.Of(FieldStatus) == column || slices.Contains(c.also[FieldStatus], column)
}
