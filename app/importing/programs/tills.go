package programs

import "ringback.app/app/importing/fields"

// tills are the programs of tills, and bookkeepers those by which bills are written
// and paid.
var tills = []Program{
	{
		Name: "Square", Marks: []string{"grosssales", "netsales", "transactionid", "paymentid"},
		Fields: map[fields.Field][]string{
			fields.Customer: {"customerid", "customerreferenceid"},
			fields.Name:     {"customername"},
			fields.Item:     {"item", "description"},
			fields.Amount:   {"netsales"},
			fields.Total:    {"totalcollected"},
			fields.Quantity: {"qty"},
		},
		Sort: "eventtype",
	},
	{
		Name: "Lightspeed", Marks: []string{"receiptnumber", "linetype", "customercode", "details", "register"},
		Fields: map[fields.Field][]string{
			fields.Item:   {"details"},
			fields.Amount: {"total"},
			fields.Total:  nil,
			fields.SoldBy: {"user"},
		},
		Status: "status", Undone: []string{"saved", "parked"}, Sort: "linetype", NoSale: []string{"payment"}, Whole: "sale",
	},
	{
		Name: "Loyverse", Marks: []string{"receiptnumber", "receipttype", "netsales", "customercontacts"},
		Fields: map[fields.Field][]string{
			fields.Email:  {"customercontacts"},
			fields.Phone:  {"customercontacts"},
			fields.Item:   {"item", "description"},
			fields.Amount: {"netsales"},
			fields.Total:  {"totalcollected"},
			fields.SoldBy: {"cashiername"},
		},
		Status: "status", Sort: "receipttype", Contacts: "customercontacts",
	},
	{
		Name: "Clover", Marks: []string{"orderdate", "orderid", "orderpaymentstate", "paymentstotal"},
		Fields: map[fields.Field][]string{fields.Receipt: {"orderid"}, fields.Total: {"ordertotal"}},
		Status: "orderpaymentstate", MoneyBack: "refundstotal",
	},
}

var bookkeepers = []Program{
	{
		Name: "Stripe", Marks: []string{"id", "amount", "amountrefunded", "currency"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"id"},
			fields.Name:    {"customername", "cardname", "customerdescription"},
			fields.Item:    {"description", "statementdescriptor"},
		},
		Status: "status", Undone: []string{"failed", "canceled", "incomplete", "requirespaymentmethod", "blocked"},
		Returned: []string{"refunded"}, MoneyBack: "amountrefunded",
	},
	{
		Name: "Stripe", Marks: []string{"id", "amountdue", "customer", "number", "total"},
		Fields: map[fields.Field][]string{
			fields.Customer: {"customer"},
			fields.Name:     {"customername"},
			fields.Email:    {"customeremail"},
			fields.Receipt:  {"number", "id"},
			fields.Day:      {"dateutc", "createdutc", "createddateutc"},
			fields.Item:     {"description"},
			fields.Amount:   nil, // Subtotal is the whole invoice's
			fields.Total:    {"total"},
		},
		Status: "status", Undone: []string{"draft", "void", "uncollectible"},
	},
	{
		// Beside what was sold it has what was paid, and what the shop itself bought.
		Name: "Sage 50", Marks: []string{"type", "accountreference", "nominalacref", "netamount", "taxamount"},
		Fields: map[fields.Field][]string{
			fields.Customer: {"accountreference"}, fields.Receipt: {"reference"}, fields.Item: {"details"}, fields.Amount: {"netamount"}, fields.Total: nil, fields.Name: nil,
		},
		Sort: "type", Credits: []string{"sc"}, Tax: "taxamount",
		NoSale: []string{"sa", "sr", "sd", "sp", "pi", "pc", "pa", "pp", "pd", "pr", "jd", "jc", "bp", "br", "cp", "cr", "vp", "vr"},
	},
	{
		// A contact's name is unique in Xero, and all that names the customer.
		Name: "Xero", Marks: []string{"contactname", "invoicenumber", "invoicedate", "unitamount"},
		Fields: map[fields.Field][]string{fields.Customer: nil, fields.Name: {"contactname"}, fields.Amount: nil},
		ByName: true, OneName: true, Percent: "discount",
	},
	{
		// What it calls an item is often a kind of them, such as Sales.
		Name: "QuickBooks", Marks: []string{"invoiceno", "customer", "itemquantity", "itemrate"},
		Fields: map[fields.Field][]string{
			fields.Customer: nil, fields.Name: {"customer"}, fields.Item: {"itemdescription", "itemproductservice"},
		},
		ByName: true,
	},
	{
		// Its Sales by Customer Detail, in groups: the column of the customers has no
		// name there.
		Name: "QuickBooks", Marks: []string{"transactiontype", "num", "salesprice", "amount"},
		Fields: map[fields.Field][]string{
			fields.Customer: nil, fields.Name: {"customer"}, fields.Receipt: {"num"}, fields.Day: {"date", "transactiondate"},
			fields.Item: {"item", "productservice", "productservicefullname", "memodescription"}, fields.Quantity: {"qty", "quantity"},
			fields.Price: {"salesprice"}, fields.Amount: {"amount"},
		},
		ByName: true, OneName: true, Sort: "transactiontype", Papers: true,
	},
}
