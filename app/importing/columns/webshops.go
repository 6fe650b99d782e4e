package columns

import (
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// webShops are the programs of shops on the web, and markets those of places where
// many shops sell.
var webShops = []preset{
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
		name: "BigCommerce", marks: []string{"orderid", "orderstatus", "ordertotalinctax", "productdetails"},
		fields: map[fields.Field][]string{
			fields.Total:    {"ordertotalinctax", "ordertotalextax"},
			fields.Amount:   nil, // Subtotal is the whole order's
			fields.Quantity: nil,
			fields.Item:     nil,
		},
		guest: "0", status: "orderstatus", undone: []string{"incomplete"}, details: "productdetails",
	},
}

var markets = []preset{
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
		order: values.MonthDay, heads: true, moneyBack: "refundamount",
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
}
