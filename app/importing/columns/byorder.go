package columns

import (
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// namesOrders tells of a table that names no customers whether it has what was ordered
// under numbers of orders.
func (c Columns) namesOrders() bool {
	return c.program == nil && c.Own == nil && c.Has(fields.Receipt) && (len(c.Items) > 0 || c.Has(fields.Item, fields.Code))
}

// namesThingsOfOrders tells of a table whether the column called Name and no more has what
// was ordered: it says how much of it, or for how much, but neither who ordered nor when.
func (c Columns) namesThingsOfOrders() bool {
	at, ok := c.at[fields.Name]
	return ok && !c.said[at] && c.program == nil && c.Own == nil && fields.IsBareName(written.Plain(c.Names[at])) && len(c.Items) == 0 &&
		c.Has(fields.Receipt) && c.Has(fields.Quantity, fields.Price, fields.Amount) &&
		!c.Has(fields.Day, fields.Item, fields.Customer, fields.Given, fields.Family, fields.Firm, fields.Phone, fields.Email)
}

// IsByOrder tells of a table of purchases whether nothing but the numbers of orders can
// say whose they are, so that the tables that say it are to be read before.
func (t Table) IsByOrder() bool {
	c, err := ReadHeader(t)
	return err == nil && c.ByOrder
}
