package programs

import (
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// webShops are the programs of shops on the web, and markets those of places where
// many shops sell.
var webShops = []Program{
	{
		Name: "Shopify", Marks: []string{"name", "lineitemname"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"name"}, // the order's number: #1001
			fields.Name:    {"billingname", "shippingname"},
			fields.Phone:   {"phone", "billingphone", "shippingphone"},
			fields.Day:     {"createdat", "datecreated", "paidat"},
			fields.Firm:    {"billingcompany", "shippingcompany"},
			fields.Amount:  nil, // Subtotal is the whole order's
			fields.Code:    {"lineitemsku"},
			fields.Country: {"billingcountry", "shippingcountry"},
		},
		Status: "financialstatus", Undone: []string{"voided", "expired"},
		Returned: []string{"refunded"}, MoneyBack: "refundedamount", Cancelled: "cancelledat",
	},
	{
		Name: "Squarespace", Marks: []string{"orderid", "lineitemname", "createdat", "billingname"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"orderid"},
			fields.Name:    {"billingname", "shippingname"},
			fields.Phone:   {"billingphone", "shippingphone"},
			fields.Day:     {"createdat", "paidat"},
			fields.Amount:  nil, // Subtotal is the whole order's
			fields.Code:    {"lineitemsku"},
			fields.Country: {"billingcountry", "shippingcountry"},
		},
		Status: "financialstatus", MoneyBack: "amountrefunded", Cancelled: "cancelledat",
	},
	{
		Name: "WooCommerce", Marks: []string{"order", "products", "itemssold", "netsales"},
		Fields: map[fields.Field][]string{
			fields.Quantity: nil, // Items sold is the whole order's
			fields.Amount:   nil,
			fields.Total:    {"netsales"},
		},
		Status: "status", Undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		Returned: []string{"refunded"}, ByName: true,
	},
	{
		Name: "WooCommerce", Marks: []string{"orderid", "ordertotal", "customeruser", "billingemail"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"ordernumber", "orderid"},
			fields.Name:    nil,
		},
		Guest: "0", Status: "status", Undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		Returned: []string{"refunded"},
	},
	{
		// Advanced Order Export, a plugin: a line for each thing, the order's cells again on each.
		Name: "WooCommerce", Marks: []string{"ordernumber", "orderstatus", "firstnamebilling", "ordertotalamount"},
		Fields: map[fields.Field][]string{
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
		Status: "orderstatus", Undone: []string{"cancelled", "failed", "pending", "pendingpayment", "draft", "trash"},
		Returned: []string{"refunded"}, MoneyBack: "orderrefundamount",
	},
	{
		// The total is the order's, again on each of its lines.
		Name: "Wix", Marks: []string{"ordernumber", "datecreated", "contactemail", "totalorderquantity"},
		Fields: map[fields.Field][]string{
			fields.Name:    {"billingname", "recipientname"},
			fields.Phone:   {"billingphone", "recipientphone"},
			fields.Firm:    {"billingcompanyname", "recipientcompanyname"},
			fields.Day:     {"datecreated"},
			fields.Total:   {"total"},
			fields.Amount:  nil,
			fields.Country: {"billingcountry", "deliverycountry"},
		},
		Status: "paymentstatus", MoneyBack: "refundedamount",
	},
	{
		Name: "Magento", Marks: []string{"id", "purchasepoint", "purchasedate", "grandtotalpurchased"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"id"},
			fields.Name:    {"billtoname", "customername", "shiptoname"},
			fields.Total:   {"grandtotalpurchased", "grandtotalbase"},
			fields.Amount:  nil, // Subtotal is without tax and postage
		},
		Status: "status", Undone: []string{"pendingpayment", "fraud", "suspectedfraud"}, MoneyBack: "totalrefunded",
	},
	{
		Name: "BigCommerce", Marks: []string{"orderid", "orderstatus", "ordertotalinctax", "productdetails"},
		Fields: map[fields.Field][]string{
			fields.Total:    {"ordertotalinctax", "ordertotalextax"},
			fields.Amount:   nil, // Subtotal is the whole order's
			fields.Quantity: nil,
			fields.Item:     nil,
		},
		Guest: "0", Status: "orderstatus", Undone: []string{"incomplete"}, Details: "productdetails", MoneyBack: "refundamount",
	},
}

var markets = []Program{
	{
		Name: "Etsy", Marks: []string{"saledate", "itemname", "orderid", "listingid"},
		Fields: map[fields.Field][]string{fields.Customer: {"buyer"}, fields.Name: {"shipname"}},
		Order:  values.MonthDay, Handle: true,
	},
	{
		Name: "Etsy", Marks: []string{"saledate", "orderid", "buyeruserid", "ordertotal"},
		Fields: map[fields.Field][]string{fields.Name: {"fullname"}, fields.Quantity: nil, fields.Amount: nil},
		Order:  values.MonthDay,
		Status: "status",
	},
	{
		Name: "eBay", Marks: []string{"ordernumber", "itemtitle", "soldfor", "buyerusername"},
		Fields: map[fields.Field][]string{
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
		Order: values.MonthDay, Heads: true, MoneyBack: "refundamount",
	},
	{
		// The price is that of all pieces together.
		Name: "Amazon", Marks: []string{"orderid", "orderitemid", "purchasedate", "quantitypurchased", "itemprice"},
		Fields: map[fields.Field][]string{
			fields.Name:     {"buyername", "recipientname"},
			fields.Phone:    {"buyerphonenumber", "shipphonenumber"},
			fields.Quantity: {"quantitypurchased"},
			fields.Amount:   {"itemprice"},
			fields.Price:    nil,
		},
	},
	{
		// All orders, a line for each thing of each; the price is that of all pieces.
		Name: "Amazon", Marks: []string{"amazonorderid", "purchasedate", "itemprice"},
		Fields: map[fields.Field][]string{
			fields.Receipt: {"amazonorderid"}, fields.Name: {"buyername", "recipientname"}, fields.Amount: {"itemprice"}, fields.Price: nil,
		},
	},
}
