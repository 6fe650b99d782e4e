package fields

import "slices"

// refundNames are columns of programs that are not known that hold the money paid
// back.
var refundNames = []string{"refundedamount", "amountrefunded", "refundamount", "totalrefunded", "orderrefundamount", "totalrefundamount", "amountofrefund", "erstattungsbetrag", "montantrembourse"}

// mayBeRefunds are columns that hold that money, or say by a word, a day or a count that
// something came back.
var mayBeRefunds = plainNames("Refund, Refunds, Refunded, Refund total, Partial refund, Money back, Rückerstattung, Rückerstattet, Rückzahlung, Erstattung, Erstattet, Zurückgezahlt, " +
	"Remboursement, Remboursé, Reembolso, Reembolsado, Devolución, Rimborso, Rimborsato, Terugbetaling, Terugbetaald, Återbetalning, Återbetalt, Tilbagebetalt, Refundering, Refundert, " +
	"Hyvitys, Palautettu, Zwrot, Zwrócono, Vráceno, Επιστροφή, Возврат, Hoàn tiền, 退款, 返金, 환불")

// MayBeRefund tells of a column whether it may hold the money paid back of an order, if
// its cells are amounts.
func MayBeRefund(plain string) bool { return slices.Contains(mayBeRefunds, plain) }

// IsRefund tells of a column whether it holds the money paid back of an order.
func IsRefund(plain string) bool { return slices.Contains(refundNames, plain) }
