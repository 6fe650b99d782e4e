package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// preset is how one program writes its tables, where that differs from what the
// names of the columns say by themselves. Names are as written.Plain makes them.
type preset struct {
	name   string
	marks  []string // columns that only this program's tables have together
	fields map[fields.Field][]string
	order  values.Order // of days that do not say it
	guest  string       // what stands for the customer's number of somebody who has none
	status string       // the column that says what became of an order
	undone []string     // what that column says where nothing was bought
	sort   string       // the column that says Refund of a row that gives back
	papers bool         // it says the kind of document
	noSale []string     // how what that column says of a row begins that is no sale: a payment, a fee
	whole  string       // what it says of a row that is of the whole receipt
	heads  bool         // a row that names nothing that was bought is of the whole receipt

	returned  []string // what the status says of an order that was given back
	moneyBack string   // the column of the money that was paid back of an order
	byName    bool     // a name is all that it writes of a customer
	oneName   bool     // no two of its customers have one name
	cancelled string   // the column of the day on which an order was cancelled
	percent   string   // the column of what is taken off a line's price, in per cent
	sent      string   // the column of the address of whom money was sent to, where a row is below nothing
	refunds   bool     // what is given back has a row of its own, whatever the status of the sale says
	contacts  string   // the column that has an address and a telephone together
	details   string   // the column that has all that was bought
	handle    bool     // the customer is written as "Ann Bell (annbell)", of which annbell is the number
}

// presets are the programs known, by the header lines of their exports.
var presets = []preset{
	{
		name: "Shopify", marks: []string{"name", "lineitemname"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"name"}, // the order's number: #1001
			fields.Name:    {"billingname", "shippingname"},
			fields.Phone:   {"phone", "billingphone", "shippingphone"},
			fields.Day:     {"createdat", "datecreated", "paidat"},
			fields.Firm:    {"billingcompany", "shippingcompany"},
			fields.Amount:  nil, // Subtotal is the whole order's
			fields.Code:    {"lineitemsku"},
			fields.Country: {"billingcountry", "shippingcountry"},
		},
		status: "financialstatus", undone: []string{"voided", "expired"},
		returned: []string{"refunded"}, moneyBack: "refundedamount", cancelled: "cancelledat",
	},
	{
		name: "Squarespace", marks: []string{"orderid", "lineitemname", "createdat", "billingname"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"orderid"},
			fields.Name:    {"billingname", "shippingname"},
			fields.Phone:   {"billingphone", "shippingphone"},
			fields.Day:     {"createdat", "paidat"},
			fields.Amount:  nil, // Subtotal is the whole order's
			fields.Code:    {"lineitemsku"},
			fields.Country: {"billingcountry", "shippingcountry"},
		},
		status: "financialstatus", moneyBack: "amountrefunded", cancelled: "cancelledat",
	},
	{
		name: "Square", marks: []string{"grosssales", "netsales", "transactionid", "paymentid"},
		fields: map[fields.Field][]string{
			fields.Customer: {"customerid", "customerreferenceid"},
			fields.Name:     {"customername"},
			fields.Item:     {"item", "description"},
			fields.Amount:   {"netsales"},
			fields.Total:    {"totalcollected"},
			fields.Quantity: {"qty"},
		},
		sort: "eventtype",
	},
	{
		name: "WooCommerce", marks: []string{"order", "products", "itemssold", "netsales"},
		fields: map[fields.Field][]string{
			fields.Quantity: nil, // Items sold is the whole order's
			fields.Amount:   nil,
			fields.Total:    {"netsales"},
		},
		status: "status", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"}, byName: true,
	},
	{
		name: "WooCommerce", marks: []string{"orderid", "ordertotal", "customeruser", "billingemail"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"ordernumber", "orderid"},
			fields.Name:    nil,
		},
		guest: "0", status: "status", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"},
	},
	{
		// Advanced Order Export, a plugin: a line for each thing, the order's cells again on each.
		name: "WooCommerce", marks: []string{"ordernumber", "orderstatus", "firstnamebilling", "ordertotalamount"},
		fields: map[fields.Field][]string{
			fields.Receipt:  {"ordernumber"},
			fields.Given:    {"firstnamebilling", "firstnameshipping"},
			fields.Family:   {"lastnamebilling", "lastnameshipping"},
			fields.Name:     nil,
			fields.Firm:     {"companybilling"},
			fields.Email:    {"emailbilling"},
			fields.Phone:    {"phonebilling", "phoneshipping"},
			fields.Item:     {"itemname"},
			fields.Quantity: {"quantityrefund", "quantity"},
			fields.Price:    {"itemcost"},
			fields.Amount:   {"orderlinesubtotal", "itemsubtotal", "orderlinetotal"},
			fields.Total:    {"ordertotalamount"},
		},
		status: "orderstatus", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"}, moneyBack: "orderrefundamount",
	},
	{
		name: "Etsy", marks: []string{"saledate", "itemname", "orderid", "listingid"},
		fields: map[fields.Field][]string{fields.Customer: {"buyer"}, fields.Name: {"shipname"}},
		order:  values.MonthDay, handle: true,
	},
	{
		name: "Etsy", marks: []string{"saledate", "orderid", "buyeruserid", "ordertotal"},
		fields: map[fields.Field][]string{fields.Name: {"fullname"}, fields.Quantity: nil, fields.Amount: nil},
		order:  values.MonthDay,
		status: "status",
	},
	{
		name: "Stripe", marks: []string{"id", "amount", "amountrefunded", "currency"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"id"},
			fields.Name:    {"customername", "cardname", "customerdescription"},
			fields.Item:    {"description", "statementdescriptor"},
		},
		status: "status", undone: []string{"failed", "canceled", "incomplete", "requirespaymentmethod", "blocked"},
		returned: []string{"refunded"}, moneyBack: "amountrefunded",
	},
	{
		name: "Stripe", marks: []string{"id", "amountdue", "customer", "number", "total"},
		fields: map[fields.Field][]string{
			fields.Customer: {"customer"},
			fields.Name:     {"customername"},
			fields.Email:    {"customeremail"},
			fields.Receipt:  {"number", "id"},
			fields.Day:      {"dateutc", "createdutc", "createddateutc"},
			fields.Item:     {"description"},
			fields.Amount:   nil, // Subtotal is the whole invoice's
			fields.Total:    {"total"},
		},
		status: "status", undone: []string{"draft", "void", "uncollectible"},
	},
	{
		// The total is the order's, again on each of its lines.
		name: "Wix", marks: []string{"ordernumber", "datecreated", "contactemail", "totalorderquantity"},
		fields: map[fields.Field][]string{
			fields.Name:    {"billingname", "recipientname"},
			fields.Phone:   {"billingphone", "recipientphone"},
			fields.Firm:    {"billingcompanyname", "recipientcompanyname"},
			fields.Day:     {"datecreated"},
			fields.Total:   {"total"},
			fields.Amount:  nil,
			fields.Country: {"billingcountry", "deliverycountry"},
		},
		status: "paymentstatus", moneyBack: "refundedamount",
	},
	{
		name: "eBay", marks: []string{"ordernumber", "itemtitle", "soldfor", "buyerusername"},
		fields: map[fields.Field][]string{
			fields.Customer: {"buyerusername"},
			fields.Name:     {"buyername", "shiptoname", "posttoname"},
			fields.Phone:    {"shiptophone", "posttophone"},
			fields.Email:    {"buyeremail"},
			fields.Receipt:  {"ordernumber", "salesrecordnumber"},
			fields.Day:      {"saledate", "paidondate"},
			fields.Item:     {"itemtitle"},
			fields.Code:     {"customlabel", "itemnumber"},
			fields.Price:    {"soldfor"},
			fields.Amount:   nil,
			fields.Total:    {"totalprice"},
			fields.Country:  {"buyercountry"},
		},
		order: values.MonthDay, heads: true,
	},
	{
		// The price is that of all pieces together.
		name: "Amazon", marks: []string{"orderid", "orderitemid", "purchasedate", "quantitypurchased", "itemprice"},
		fields: map[fields.Field][]string{
			fields.Name:     {"buyername", "recipientname"},
			fields.Phone:    {"buyerphonenumber", "shipphonenumber"},
			fields.Quantity: {"quantitypurchased"},
			fields.Amount:   {"itemprice"},
			fields.Price:    nil,
		},
	},
	{
		// All orders, a line for each thing of each; the price is that of all pieces.
		name: "Amazon", marks: []string{"amazonorderid", "purchasedate", "itemprice"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"amazonorderid"}, fields.Name: {"buyername", "recipientname"}, fields.Amount: {"itemprice"}, fields.Price: nil,
		},
	},
	{
		name: "PayPal", marks: []string{"type", "gross", "fee", "net", "fromemailaddress", "transactionid"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"transactionid"},
			fields.Email:   {"fromemailaddress"},
			fields.Phone:   {"contactphonenumber"},
			fields.Item:    {"itemtitle", "subject"},
			fields.Code:    nil, // Item ID is no more than a count in many shops
			fields.Amount:  {"gross"},
			fields.Total:   nil,
		},
		status: "status", sort: "type", sent: "toemailaddress", refunds: true,
		noSale: []string{"withdrawal", "conversion", "hold", "deposit", "fee", "authorization", "transfer", "loan", "shopping cart item", "reserve"},
	},
	{
		name: "Magento", marks: []string{"id", "purchasepoint", "purchasedate", "grandtotalpurchased"},
		fields: map[fields.Field][]string{
			fields.Receipt: {"id"},
			fields.Name:    {"billtoname", "customername", "shiptoname"},
			fields.Total:   {"grandtotalpurchased", "grandtotalbase"},
			fields.Amount:  nil, // Subtotal is without tax and postage
		},
		status: "status", undone: []string{"pendingpayment", "fraud", "suspectedfraud"}, moneyBack: "totalrefunded",
	},
	{
		name: "Lightspeed", marks: []string{"receiptnumber", "linetype", "customercode", "details", "register"},
		fields: map[fields.Field][]string{
			fields.Item:   {"details"},
			fields.Amount: {"total"},
			fields.Total:  nil,
			fields.SoldBy: {"user"},
		},
		status: "status", undone: []string{"saved", "parked"}, sort: "linetype", noSale: []string{"payment"}, whole: "sale",
	},
	{
		name: "Loyverse", marks: []string{"receiptnumber", "receipttype", "netsales", "customercontacts"},
		fields: map[fields.Field][]string{
			fields.Email:  {"customercontacts"},
			fields.Phone:  {"customercontacts"},
			fields.Item:   {"item", "description"},
			fields.Amount: {"netsales"},
			fields.Total:  {"totalcollected"},
			fields.SoldBy: {"cashiername"},
		},
		status: "status", sort: "receipttype", contacts: "customercontacts",
	},
	{
		name: "BigCommerce", marks: []string{"orderid", "orderstatus", "ordertotalinctax", "productdetails"},
		fields: map[fields.Field][]string{
			fields.Total:    {"ordertotalinctax", "ordertotalextax"},
			fields.Amount:   nil, // Subtotal is the whole order's
			fields.Quantity: nil,
			fields.Item:     nil,
		},
		guest: "0", status: "orderstatus", undone: []string{"incomplete"}, details: "productdetails",
	},
	{
		name: "Clover", marks: []string{"orderdate", "orderid", "orderpaymentstate", "paymentstotal"},
		fields: map[fields.Field][]string{fields.Receipt: {"orderid"}, fields.Total: {"ordertotal"}},
		status: "orderpaymentstate", moneyBack: "refundstotal",
	},
	{
		// A contact's name is unique in Xero, and all that names the customer.
		name: "Xero", marks: []string{"contactname", "invoicenumber", "invoicedate", "unitamount"},
		fields: map[fields.Field][]string{fields.Customer: nil, fields.Name: {"contactname"}, fields.Amount: nil},
		byName: true, oneName: true, percent: "discount",
	},
	{
		// What it calls an item is often a kind of them, such as Sales.
		name: "QuickBooks", marks: []string{"invoiceno", "customer", "itemquantity", "itemrate"},
		fields: map[fields.Field][]string{
			fields.Customer: nil, fields.Name: {"customer"}, fields.Item: {"itemdescription", "itemproductservice"},
		},
		byName: true,
	},
	{
		// Its Sales by Customer Detail, in groups: the column of the customers has no
		// name there.
		name: "QuickBooks", marks: []string{"transactiontype", "num", "salesprice", "amount"},
		fields: map[fields.Field][]string{
			fields.Customer: nil, fields.Name: {"customer"}, fields.Receipt: {"num"}, fields.Day: {"date", "transactiondate"},
			fields.Item: {"item", "productservice", "productservicefullname", "memodescription"}, fields.Quantity: {"qty", "quantity"},
			fields.Price: {"salesprice"}, fields.Amount: {"amount"},
		},
		byName: true, oneName: true, sort: "transactiontype", papers: true,
	},
	{
		name: Ours, marks: []string{"receipt", "date", "receipttotal", "idofthecustomer", "id"},
		fields: map[fields.Field][]string{fields.Price: nil, fields.Time: nil},
	},
}

// presetOf finds the program of those that wrote a header; nil if it is none of
// them.
func presetOf(of []preset, plain []string) *preset {
	for i := range of {
		if hasAll(plain, of[i].marks) {
			return &of[i]
		}
	}
	return nil
}

// hasAll tells whether the columns are all there.
func hasAll(plain, names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(plain, name) })
}

// apply takes the columns as the preset has them; the first of several that are
// there is the field's, the others stand in where it is empty.
func (p *preset) apply(c *Columns, plain []string, taken map[int]bool) {
	for _, field := range fields.All() {
		if _, said := c.at[field]; said {
			continue
		}
		names, own := p.fields[field]
		if !own {
			continue
		}
		c.settled[field] = true
		for _, name := range names {
			i := slices.Index(plain, name)
			if i < 0 || taken[i] && c.said[i] {
				continue
			}
			taken[i] = true
			if _, ok := c.at[field]; !ok {
				c.at[field] = i
			} else {
				c.also[field] = append(c.also[field], i)
			}
		}
	}
	if at := slices.Index(plain, p.details); p.details != "" && at >= 0 {
		c.Items = append(c.Items, at)
	}
	for at, name := range map[*int]string{
		&c.Sort: p.sort, &c.sent: p.sent, &c.contacts: p.contacts, &c.MoneyBack: p.moneyBack, &c.Cancelled: p.cancelled, &c.Percent: p.percent,
	} {
		if name != "" { // a column may have no name
			*at = slices.Index(plain, name)
		}
	}
}

// IsKnown tells whether the program is known that wrote the table.
func (c Columns) IsKnown() bool { return c.preset != nil }

// Program names it; "" if it is not known.
func (c Columns) Program() string {
	if c.preset == nil {
		return ""
	}
	return c.preset.name
}

// AmountsAreKnown tells whether the program is known to say nothing, or what it says,
// in a column of amounts.
func (c Columns) AmountsAreKnown() bool { return c.preset != nil && c.settled[fields.Amount] }

// CustomerNumber is the customer's number as a cell of the program has it.
func (c Columns) CustomerNumber(text string) string {
	p := c.preset
	if p == nil {
		return text
	}
	if text == p.guest {
		return ""
	}
	if p.handle {
		if before, handle, ok := strings.Cut(strings.TrimSuffix(text, ")"), "("); ok && before != "" {
			return handle
		}
	}
	return text
}

// ByName tells whether a name alone is enough to know somebody by.
func (c Columns) ByName() bool {
	at, ok := c.at[fields.Name]
	return ok && (c.said[at] || c.preset != nil && c.preset.byName)
}

// OneName tells whether no two customers of the table have one name.
func (c Columns) OneName() bool { return c.preset != nil && c.preset.oneName }
