package fields

import (
	"strings"
	"sync"

	"ringback.app/app/importing/written"
)

// statusNames are columns of what became of an order.
const statusNames = "Status, Order status, Order state, Item status, Line item status, Line status, Payment status, Payment state, Order payment status, Order payment state, Financial status, Sale status, Transaction status, Invoice status, " +
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

// Statuses are these as they are looked for.
var Statuses = sync.OnceValue(func() []string { return plainNames(statusNames) })
