package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/tables"
)

// preset is how one program writes its tables, where that differs from what the
// names of the columns say by themselves. Names are as plainName makes them.
type preset struct {
	name   string
	marks  []string // columns that only this program's tables have together
	fields map[Field][]string
	order  tables.Order // of days that do not say it
	guest  string       // what stands for the customer's number of somebody who has none
	status string       // the column that says what became of an order
	undone []string     // what that column says where nothing was bought
	sort   string       // the column that says Refund of a row that gives back
	noSale []string     // how what that column says of a row begins that is no sale: a payment, a fee
	whole  string       // what it says of a row that is of the whole receipt

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
		fields: map[Field][]string{
			FieldReceipt: {"name"}, // the order's number: #1001
			FieldName:    {"billingname", "shippingname"},
			FieldPhone:   {"phone", "billingphone", "shippingphone"},
			FieldDay:     {"createdat", "datecreated", "paidat"},
			FieldFirm:    {"billingcompany", "shippingcompany"},
			FieldAmount:  nil, // Subtotal is the whole order's
			FieldCode:    {"lineitemsku"},
			FieldCountry: {"billingcountry", "shippingcountry"},
		},
		status: "financialstatus", undone: []string{"voided", "expired"},
		returned: []string{"refunded"}, moneyBack: "refundedamount", cancelled: "cancelledat",
	},
	{
		name: "Squarespace", marks: []string{"orderid", "lineitemname", "createdat", "billingname"},
		fields: map[Field][]string{
			FieldReceipt: {"orderid"},
			FieldName:    {"billingname", "shippingname"},
			FieldPhone:   {"billingphone", "shippingphone"},
			FieldDay:     {"createdat", "paidat"},
			FieldAmount:  nil, // Subtotal is the whole order's
			FieldCode:    {"lineitemsku"},
			FieldCountry: {"billingcountry", "shippingcountry"},
		},
		status: "financialstatus", moneyBack: "amountrefunded", cancelled: "cancelledat",
	},
	{
		name: "Square", marks: []string{"grosssales", "netsales", "transactionid", "paymentid"},
		fields: map[Field][]string{
			FieldCustomer: {"customerid", "customerreferenceid"},
			FieldName:     {"customername"},
			FieldItem:     {"item", "description"},
			FieldAmount:   {"netsales"},
			FieldTotal:    {"totalcollected"},
			FieldQuantity: {"qty"},
		},
		sort: "eventtype",
	},
	{
		name: "WooCommerce", marks: []string{"order", "products", "itemssold", "netsales"},
		fields: map[Field][]string{
			FieldQuantity: nil, // Items sold is the whole order's
			FieldAmount:   nil,
			FieldTotal:    {"netsales"},
		},
		status: "status", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"}, byName: true,
	},
	{
		name: "WooCommerce", marks: []string{"orderid", "ordertotal", "customeruser", "billingemail"},
		fields: map[Field][]string{
			FieldReceipt: {"ordernumber", "orderid"},
			FieldName:    nil,
		},
		guest: "0", status: "status", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"},
	},
	{
		// Advanced Order Export, a plugin: a line for each thing, the order's cells again on each.
		name: "WooCommerce", marks: []string{"ordernumber", "orderstatus", "firstnamebilling", "ordertotalamount"},
		fields: map[Field][]string{
			FieldReceipt:  {"ordernumber"},
			FieldGiven:    {"firstnamebilling", "firstnameshipping"},
			FieldFamily:   {"lastnamebilling", "lastnameshipping"},
			FieldName:     nil,
			FieldFirm:     {"companybilling"},
			FieldEmail:    {"emailbilling"},
			FieldPhone:    {"phonebilling", "phoneshipping"},
			FieldItem:     {"itemname"},
			FieldQuantity: {"quantityrefund", "quantity"},
			FieldPrice:    {"itemcost"},
			FieldAmount:   {"orderlinesubtotal", "itemsubtotal", "orderlinetotal"},
			FieldTotal:    {"ordertotalamount"},
		},
		status: "orderstatus", undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		returned: []string{"refunded"}, moneyBack: "orderrefundamount",
	},
	{
		name: "Etsy", marks: []string{"saledate", "itemname", "orderid", "listingid"},
		fields: map[Field][]string{FieldCustomer: {"buyer"}, FieldName: {"shipname"}},
		order:  tables.MonthDay, handle: true,
	},
	{
		name: "Etsy", marks: []string{"saledate", "orderid", "buyeruserid", "ordertotal"},
		fields: map[Field][]string{FieldName: {"fullname"}, FieldQuantity: nil, FieldAmount: nil},
		order:  tables.MonthDay,
		status: "status",
	},
	{
		name: "Stripe", marks: []string{"id", "amount", "amountrefunded", "currency"},
		fields: map[Field][]string{
			FieldReceipt: {"id"},
			FieldName:    {"customername", "cardname", "customerdescription"},
			FieldItem:    {"description", "statementdescriptor"},
		},
		status: "status", undone: []string{"failed", "canceled", "incomplete", "requirespaymentmethod", "blocked"},
		returned: []string{"refunded"}, moneyBack: "amountrefunded",
	},
	{
		name: "Stripe", marks: []string{"id", "amountdue", "customer", "number", "total"},
		fields: map[Field][]string{
			FieldCustomer: {"customer"},
			FieldName:     {"customername"},
			FieldEmail:    {"customeremail"},
			FieldReceipt:  {"number", "id"},
			FieldDay:      {"dateutc", "createdutc", "createddateutc"},
			FieldItem:     {"description"},
			FieldAmount:   nil, // Subtotal is the whole invoice's
			FieldTotal:    {"total"},
		},
		status: "status", undone: []string{"draft", "void", "uncollectible"},
	},
	{
		// The total is the order's, again on each of its lines.
		name: "Wix", marks: []string{"ordernumber", "datecreated", "contactemail", "totalorderquantity"},
		fields: map[Field][]string{
			FieldName:    {"billingname", "recipientname"},
			FieldPhone:   {"billingphone", "recipientphone"},
			FieldFirm:    {"billingcompanyname", "recipientcompanyname"},
			FieldDay:     {"datecreated"},
			FieldTotal:   {"total"},
			FieldAmount:  nil,
			FieldCountry: {"billingcountry", "deliverycountry"},
		},
		status: "paymentstatus", moneyBack: "refundedamount",
	},
	{
		name: "eBay", marks: []string{"ordernumber", "itemtitle", "soldfor", "buyerusername"},
		fields: map[Field][]string{
			FieldCustomer: {"buyerusername"},
			FieldName:     {"buyername", "shiptoname", "posttoname"},
			FieldPhone:    {"shiptophone", "posttophone"},
			FieldEmail:    {"buyeremail"},
			FieldReceipt:  {"ordernumber", "salesrecordnumber"},
			FieldDay:      {"saledate", "paidondate"},
			FieldItem:     {"itemtitle"},
			FieldCode:     {"customlabel", "itemnumber"},
			FieldPrice:    {"soldfor"},
			FieldAmount:   nil,
			FieldTotal:    {"totalprice"},
			FieldCountry:  {"buyercountry"},
		},
		order: tables.MonthDay,
	},
	{
		// The price is that of all pieces together.
		name: "Amazon", marks: []string{"orderid", "orderitemid", "purchasedate", "quantitypurchased", "itemprice"},
		fields: map[Field][]string{
			FieldName:     {"buyername", "recipientname"},
			FieldPhone:    {"buyerphonenumber", "shipphonenumber"},
			FieldQuantity: {"quantitypurchased"},
			FieldAmount:   {"itemprice"},
			FieldPrice:    nil,
		},
	},
	{
		name: "PayPal", marks: []string{"type", "gross", "fee", "net", "fromemailaddress", "transactionid"},
		fields: map[Field][]string{
			FieldReceipt: {"transactionid"},
			FieldEmail:   {"fromemailaddress"},
			FieldPhone:   {"contactphonenumber"},
			FieldItem:    {"itemtitle", "subject"},
			FieldCode:    nil, // Item ID is no more than a count in many shops
			FieldAmount:  {"gross"},
			FieldTotal:   nil,
		},
		status: "status", sort: "type", sent: "toemailaddress", refunds: true,
		noSale: []string{"withdrawal", "conversion", "hold", "deposit", "fee", "authorization", "transfer", "loan", "shopping cart item", "reserve"},
	},
	{
		name: "Magento", marks: []string{"id", "purchasepoint", "purchasedate", "grandtotalpurchased"},
		fields: map[Field][]string{
			FieldReceipt: {"id"},
			FieldName:    {"billtoname", "customername", "shiptoname"},
			FieldTotal:   {"grandtotalpurchased", "grandtotalbase"},
			FieldAmount:  nil, // Subtotal is without tax and postage
		},
		status: "status", undone: []string{"pendingpayment", "fraud", "suspectedfraud"}, moneyBack: "totalrefunded",
	},
	{
		name: "Lightspeed", marks: []string{"receiptnumber", "linetype", "customercode", "details", "register"},
		fields: map[Field][]string{
			FieldItem:   {"details"},
			FieldAmount: {"total"},
			FieldTotal:  nil,
			FieldSoldBy: {"user"},
		},
		status: "status", undone: []string{"saved", "parked"}, sort: "linetype", noSale: []string{"payment"}, whole: "sale",
	},
	{
		name: "Loyverse", marks: []string{"receiptnumber", "receipttype", "netsales", "customercontacts"},
		fields: map[Field][]string{
			FieldEmail:  {"customercontacts"},
			FieldPhone:  {"customercontacts"},
			FieldItem:   {"item", "description"},
			FieldAmount: {"netsales"},
			FieldTotal:  {"totalcollected"},
			FieldSoldBy: {"cashiername"},
		},
		status: "status", sort: "receipttype", contacts: "customercontacts",
	},
	{
		name: "BigCommerce", marks: []string{"orderid", "orderstatus", "ordertotalinctax", "productdetails"},
		fields: map[Field][]string{
			FieldTotal:    {"ordertotalinctax", "ordertotalextax"},
			FieldAmount:   nil, // Subtotal is the whole order's
			FieldQuantity: nil,
			FieldItem:     nil,
		},
		guest: "0", status: "orderstatus", undone: []string{"incomplete"}, details: "productdetails",
	},
	{
		name: "Clover", marks: []string{"orderdate", "orderid", "orderpaymentstate", "paymentstotal"},
		fields: map[Field][]string{FieldReceipt: {"orderid"}, FieldTotal: {"ordertotal"}},
		status: "orderpaymentstate", moneyBack: "refundstotal",
	},
	{
		// A contact's name is unique in Xero, and all that names the customer.
		name: "Xero", marks: []string{"contactname", "invoicenumber", "invoicedate", "unitamount"},
		fields: map[Field][]string{FieldCustomer: nil, FieldName: {"contactname"}, FieldAmount: nil},
		byName: true, oneName: true, percent: "discount",
	},
	{
		// What it calls an item is often a kind of them, such as Sales.
		name: "QuickBooks", marks: []string{"invoiceno", "customer", "itemquantity", "itemrate"},
		fields: map[Field][]string{
			FieldCustomer: nil, FieldName: {"customer"}, FieldItem: {"itemdescription", "itemproductservice"},
		},
		byName: true,
	},
	{
		// Its Sales by Customer Detail, in groups: the column of the customers has no
		// name there.
		name: "QuickBooks", marks: []string{"transactiontype", "num", "salesprice", "amount"},
		fields: map[Field][]string{
			FieldCustomer: nil, FieldName: {"customer"}, FieldReceipt: {"num"}, FieldDay: {"date", "transactiondate"},
			FieldItem: {"item", "productservice", "productservicefullname", "memodescription"}, FieldQuantity: {"qty", "quantity"},
			FieldPrice: {"salesprice"}, FieldAmount: {"amount"},
		},
		byName: true, oneName: true, sort: "transactiontype", noSale: []string{"payment", "estimate"},
	},
	{
		name: Ours, marks: []string{"receipt", "date", "receipttotal", "idofthecustomer", "id"},
		fields: map[Field][]string{FieldPrice: nil, FieldTime: nil},
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
	for _, field := range Fields() {
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
func (c Columns) AmountsAreKnown() bool { return c.preset != nil && c.settled[FieldAmount] }

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
	at, ok := c.at[FieldName]
	return ok && (c.said[at] || c.preset != nil && c.preset.byName)
}

// OneName tells whether no two customers of the table have one name.
func (c Columns) OneName() bool { return c.preset != nil && c.preset.oneName }
