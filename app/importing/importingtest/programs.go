package importingtest

import (
	"fmt"
	"strings"
)

// Filled is a row of a table of those columns, of which only some are filled.
func Filled(header string, cells map[string]string) string {
	var row []string
	for _, name := range strings.Split(header, ",") {
		row = append(row, `"`+strings.ReplaceAll(cells[name], `"`, `""`)+`"`)
		delete(cells, name)
	}
	if len(cells) > 0 {
		panic(fmt.Sprintf("no such columns: %v", cells))
	}
	return strings.Join(row, ",")
}

// The header lines as the shops write them, shortened by columns that nothing is
// made of.
const (
	Shopify     = "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Billing Name,Billing Company,Billing Country,Billing Phone,Shipping Name,Shipping Phone,Notes,Cancelled at,Vendor,Employee,Location,Id,Tags,Source,Tax 1 Name,Phone,Receipt Number"
	SquareItems = "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token"
	SquareTill  = "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Fees,Net Total,Transaction ID,Payment ID,Staff Name,Staff ID,Details,Description,Event Type,Location,Customer ID,Customer Name,Customer Reference ID"
	WooReport   = "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution"
	WooOrders   = "order_id,order_number_formatted,order_number,date,status,order_shipping,order_tax,order_total,payment_method,customer_user,billing_first_name,billing_last_name,billing_email,billing_phone,billing_country,billing_company,customer_note,order_item_1,order_item_2,order_notes"
	EtsyItems   = "Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Country,Order ID,Variations,Order Type,SKU"
	EtsyOrders  = "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Ship Country,Currency,Order Value,Discount Amount,Order Total,Status,Order Net,Buyer,SKU"
	Stripe      = "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Tax,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Name"
	Xero        = "*ContactName,EmailAddress,POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,Currency"
	QuickBooks  = "InvoiceNo,Customer,InvoiceDate,DueDate,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,ItemAmount,ItemTaxCode,Currency"
)

// Cells are what is in a row, by column.
type Cells = map[string]string
