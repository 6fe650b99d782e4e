package customers

import "slices"

// over lays what was typed over the purchase as the book has it now, which may have been
// changed since the form was opened. What was not touched stays as the book has it. It
// returns the names of the fields that both changed: there what was typed stands.
func (f PurchaseForm) over(now PurchaseForm) (over PurchaseForm, both []string) {
	was := f.Origin
	if was == nil {
		return f, nil
	}
	over = f
	if f.Customer == was.Customer {
		over.Customer = now.Customer
	}
	if f.Returns == was.Returns {
		over.Returns = now.Returns
	}
	for _, field := range []struct {
		name            string
		was, typed, now string
		out             *string
	}{
		{FieldDay, was.Day, f.Day, now.Day, &over.Day},
		{FieldReceipt, was.Receipt, f.Receipt, now.Receipt, &over.Receipt},
		{FieldTotal, was.Total, f.Total, now.Total, &over.Total},
		{FieldCurrency, was.Currency, f.Currency, now.Currency, &over.Currency},
		{FieldSoldBy, was.SoldBy, f.SoldBy, now.SoldBy, &over.SoldBy},
	} {
		switch {
		case field.typed == field.was:
			*field.out = field.now
		case field.now != field.was && field.now != field.typed:
			both = append(both, field.name)
		}
	}
	switch {
	case slices.Equal(f.Lines, was.Lines):
		over.Lines = now.Lines
	case !slices.Equal(now.Lines, was.Lines) && !slices.Equal(now.Lines, f.Lines):
		both = append(both, FieldLines)
	}
	return over, both
}
