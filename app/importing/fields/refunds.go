package fields

import "slices"

// refundNames are columns of programs that are not known that hold the money paid
// back.
var refundNames = []string{"refundedamount", "amountrefunded", "refundamount", "totalrefunded", "erstattungsbetrag", "montantrembourse"}

// IsRefund tells of a column whether it holds the money paid back of an order.
func IsRefund(plain string) bool { return slices.Contains(refundNames, plain) }
