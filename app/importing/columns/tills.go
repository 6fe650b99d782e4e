package columns

import "ringback.app/app/importing/fields"

// tills are the programs of tills, and bookkeepers those by which bills are written
// and paid.
var tills = []preset{
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
		name: "Clover", marks: []string{"orderdate", "orderid", "orderpaymentstate", "paymentstotal"},
		fields: map[fields.Field][]string{fields.Receipt: {"orderid"}, fields.Total: {"ordertotal"}},
		status: "orderpaymentstate", moneyBack: "refundstotal",
	},
}

var bookkeepers = []preset{
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
}
