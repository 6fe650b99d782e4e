package columns

// refundNames are columns of programs that are not known that hold the money paid
// back.
var refundNames = []string{"refundedamount", "amountrefunded", "refundamount", "totalrefunded", "erstattungsbetrag", "montantrembourse"}
