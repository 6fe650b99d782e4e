package archive

import "ringback.app/app"

// Purchase is a purchase as JSON.
type Purchase struct {
	ID       app.ID  `json:"id"`
	Customer app.ID  `json:"customer"`
	Day      app.Day `json:"day"`
	Receipt  string  `json:"receipt,omitempty"`
	Items    []Item  `json:"items,omitempty"`
	Total    int64   `json:"total"` // minor units
	Currency string  `json:"currency,omitempty"`
	SoldBy   string  `json:"sold_by,omitempty"`
	Returns  app.ID  `json:"returns,omitzero"` // the purchase this gives back
}

// Item is one thing on a receipt.
type Item struct {
	Item     string   `json:"item"`
	Quantity Quantity `json:"quantity"`
	Amount   int64    `json:"amount"` // minor units, for the whole quantity
	Code     string   `json:"code,omitempty"`
}

// PurchaseOf returns the purchase as JSON.
func PurchaseOf(p app.Purchase) Purchase {
	return Purchase{
		ID: p.ID, Customer: p.Customer, Day: p.Day, Receipt: p.Receipt, Total: p.Total, Currency: p.Currency,
		SoldBy: p.SoldBy, Returns: p.Returns,
		Items: all(p.Lines, func(l app.Line) Item { return Item{l.Item, Quantity(l.Quantity), l.Amount, l.Code} }),
	}
}

// Record returns the purchase as the book keeps it.
func (p Purchase) Record() app.Record {
	return app.Purchase{
		ID: p.ID, Customer: p.Customer, Day: p.Day, Receipt: p.Receipt, Total: p.Total, Currency: p.Currency,
		SoldBy: p.SoldBy, Returns: p.Returns,
		Lines: all(p.Items, func(i Item) app.Line {
			return app.Line{Item: i.Item, Quantity: app.Quantity(i.Quantity), Amount: i.Amount, Code: i.Code}
		}),
	}
}
