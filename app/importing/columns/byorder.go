package columns

import "ringback.app/app/importing/fields"

// namesOrders tells of a table that names no customers whether it has what was ordered
// under numbers of orders.
func (c Columns) namesOrders() bool {
	return c.program == nil && c.Own == nil && c.Has(fields.Receipt) && (len(c.Items) > 0 || c.Has(fields.Item, fields.Code))
}

// IsByOrder tells of a table of purchases whether nothing but the numbers of orders can
// say whose they are, so that the tables that say it are to be read before.
func (t Table) IsByOrder() bool {
	c, err := ReadHeader(t)
	return err == nil && c.ByOrder
}
