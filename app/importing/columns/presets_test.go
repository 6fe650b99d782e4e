package columns_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestTablesOfShopsAreKnownByTheirColumns(t *testing.T) {
	tests := []struct {
		name, program, header string
		rows                  []importingtest.Cells
		want                  []string // day receipt who: quantity×item=amount … total currency
		left                  int      // lines left out
	}{
		{
			"Shopify's orders, the customer on the first line of each", "Shopify", importingtest.Shopify,
			[]importingtest.Cells{
				{
					"Name": "#1001", "Email": "ann@example.com", "Financial Status": "paid", "Currency": "EUR", "Subtotal": "50.00", "Total": "55.00",
					"Created at": "2025-10-07 09:50:26 +0200", "Lineitem quantity": "2", "Lineitem name": "Mug", "Lineitem price": "12.50",
					"Lineitem sku": "M1", "Billing Name": "Ann Bell", "Shipping Phone": "'+44 20 7946 0290",
				},
				{"Name": "#1001", "Email": "ann@example.com", "Lineitem quantity": "1", "Lineitem name": "Plate", "Lineitem price": "25.00"},
				{"Name": "#1002", "Email": "bo@example.com", "Financial Status": "voided", "Created at": "2025-10-08 09:00:00 +0200", "Lineitem quantity": "1", "Lineitem name": "Pot", "Lineitem price": "5.00"},
				{"Name": "#1002", "Email": "bo@example.com", "Lineitem quantity": "1", "Lineitem name": "Pan", "Lineitem price": "5.00"},
				{"Name": "#1003", "Financial Status": "paid", "Created at": "2025-10-09 09:00:00 +0200", "Lineitem quantity": "1", "Lineitem name": "Cup", "Lineitem price": "5.00"},
				{"Name": "#1003", "Lineitem quantity": "1", "Lineitem name": "Saucer", "Lineitem price": "5.00"},
			},
			[]string{"2025-10-07 #1001 Ann Bell ann@example.com +442079460290: 2×Mug=2500 1×Plate=2500 5500 EUR"},
			4,
		},
		{
			"Square's items, one given back", "Square", importingtest.SquareItems,
			[]importingtest.Cells{
				{
					"Date": "2026-07-18", "Time": "12:59:30", "Item": "Tote", "Qty": "1.0", "SKU": "T1", "Gross Sales": "$10.00", "Net Sales": "$8.00",
					"Transaction ID": "tx1", "Payment ID": "p1", "Event Type": "Payment", "Customer ID": "C7", "Customer Name": "Ann Bell", "Employee": "Jim",
				},
				{
					"Date": "2026-07-19", "Time": "12:59:30", "Item": "Tote", "Qty": "1.0", "Net Sales": "-$8.00", "Transaction ID": "tx2",
					"Payment ID": "p2", "Event Type": "Refund", "Customer ID": "C7", "Customer Name": "Ann Bell",
				},
				{"Date": "2026-07-19", "Item": "Tote", "Qty": "1.0", "Net Sales": "$8.00", "Transaction ID": "tx3", "Event Type": "Payment"},
			},
			[]string{"2026-07-18 tx1 Ann Bell C7: 1×Tote=800 800 USD", "2026-07-19 tx2 Ann Bell C7: -1×Tote=-800 -800 USD"},
			1,
		},
		{
			"Square's transactions", "Square", importingtest.SquareTill,
			[]importingtest.Cells{{
				"Date": "2026-07-18", "Time": "12:59:30", "Net Sales": "$8.00", "Total Collected": "$9.00", "Transaction ID": "tx1", "Payment ID": "p1",
				"Description": "Tote", "Event Type": "Payment", "Customer ID": "C7", "Customer Name": "Ann Bell", "Staff Name": "Jim",
			}},
			[]string{"2026-07-18 tx1 Ann Bell C7: 1×Tote=800 900 USD"},
			0,
		},
		{
			"WooCommerce's orders, several things in a cell", "WooCommerce", importingtest.WooReport + ",Email",
			[]importingtest.Cells{
				{"Date": "2026-03-01 10:00:00", "Order #": "77", "Status": "completed", "Customer": "Ann Bell", "Product(s)": "2× Mug, blue, 1× Plate", "Items sold": "3", "Net Sales": "45.5", "Email": "ann@example.com"},
				{"Date": "2026-03-02 10:00:00", "Order #": "78", "Status": "completed", "Customer": "Ann Bell", "Product(s)": "3× Cup", "Items sold": "3", "Net Sales": "15", "Email": "ann@example.com"},
				{"Date": "2026-03-02 11:00:00", "Order #": "79", "Status": "Cancelled", "Customer": "Ann Bell", "Product(s)": "1× Cup", "Items sold": "1", "Net Sales": "5", "Email": "ann@example.com"},
			},
			[]string{"2026-03-01 77 Ann Bell ann@example.com: 2×Mug, blue=0 1×Plate=0 4550 GBP", "2026-03-02 78 Ann Bell ann@example.com: 3×Cup=1500 1500 GBP"},
			1,
		},
		{
			"WooCommerce's orders as it exports them, by name alone", "WooCommerce", importingtest.WooReport,
			[]importingtest.Cells{
				{"Date": "2026-05-04 10:11:12", "Order #": "321", "Status": "completed", "Customer": "Ann Bell", "Product(s)": "2× Mug", "Items sold": "2", "Net Sales": "45.5"},
				{"Date": "2026-05-05 10:11:12", "Order #": "322", "Status": "completed", "Customer": "Ann Bell", "Product(s)": "1× Mug", "Items sold": "1", "Net Sales": "20"},
			},
			[]string{"2026-05-04 321 Ann Bell: 2×Mug=4550 4550 GBP", "2026-05-05 322 Ann Bell: 1×Mug=2000 2000 GBP"},
			0,
		},
		{
			"WooCommerce's orders with a column for each thing", "WooCommerce", importingtest.WooOrders,
			[]importingtest.Cells{{
				"order_id": "501", "order_number": "77", "date": "2026-03-01 10:00:00", "status": "processing", "order_total": "45.50", "customer_user": "0",
				"billing_first_name": "Ann", "billing_last_name": "Bell", "billing_email": "ann@example.com", "order_item_1": "Mug x 2", "order_item_2": "Plate",
			}},
			[]string{"2026-03-01 77 Ann Bell ann@example.com: 2×Mug=0 1×Plate=0 4550 GBP"},
			0,
		},
		{
			"WooCommerce's things in parts", "WooCommerce", importingtest.WooOrders,
			[]importingtest.Cells{{
				"order_id": "501", "order_number": "77", "date": "2026-03-01 10:00:00", "status": "completed", "order_total": "45.50", "customer_user": "3",
				"order_item_1": "name:Mug|product_id:12|sku:M1|quantity:2|total:20.00", "order_item_2": "name:Plate|quantity:1|total:20.50",
			}},
			[]string{"2026-03-01 77 3 3: 2×Mug=2000 1×Plate=2050 4550 GBP"},
			0,
		},
		{
			"Etsy's items, the month first", "Etsy", importingtest.EtsyItems,
			[]importingtest.Cells{
				{"Sale Date": "03/04/26", "Item Name": "Mug", "Buyer": "Ann Bell (annbell)", "Quantity": "2", "Price": "10.00", "Item Total": "20.00", "Currency": "USD", "Transaction ID": "1", "Order ID": "900", "Ship Name": "Ann Bell"},
				{"Sale Date": "03/04/26", "Item Name": "Plate", "Buyer": "Ann Bell (annbell)", "Quantity": "1", "Price": "5.00", "Item Total": "5.00", "Currency": "USD", "Transaction ID": "2", "Order ID": "900", "Ship Name": "Ann Bell"},
			},
			[]string{"2026-03-04 900 Ann Bell annbell: 2×Mug=2000 1×Plate=500 2500 USD"},
			0,
		},
		{
			"Etsy's orders", "Etsy", importingtest.EtsyOrders,
			[]importingtest.Cells{{"Sale Date": "03/04/26", "Order ID": "900", "Buyer User ID": "annbell", "Full Name": "Ann Bell", "Number of Items": "3", "Currency": "USD", "Order Value": "25.00", "Order Total": "30.00"}},
			[]string{"2026-03-04 900 Ann Bell annbell: 1×=3000 3000 USD"},
			0,
		},
		{
			"Stripe's payments", "Stripe", importingtest.Stripe,
			[]importingtest.Cells{
				{"id": "ch_1", "Description": "Mug", "Created (UTC)": "2026-03-01 10:00:00", "Amount": "12.50", "Currency": "eur", "Status": "Paid", "Customer ID": "cus_1", "Customer Email": "ann@example.com", "Card Name": "Ann Bell"},
				{"id": "ch_2", "Description": "Mug", "Created (UTC)": "2026-03-01 09:00:00", "Amount": "12.50", "Currency": "eur", "Status": "Failed", "Customer ID": "cus_1"},
			},
			[]string{"2026-03-01 ch_1 Ann Bell cus_1 ann@example.com: 1×Mug=1250 1250 EUR"},
			1,
		},
		{
			"Xero's invoices", "Xero", importingtest.Xero,
			[]importingtest.Cells{
				{"*ContactName": "Ann Bell", "*InvoiceNumber": "INV-1", "*InvoiceDate": "13/03/2026", "*Description": "Mug", "*Quantity": "2", "*UnitAmount": "5.00", "Currency": "GBP"},
				{"*ContactName": "Ann Bell", "*InvoiceNumber": "INV-1", "*InvoiceDate": "13/03/2026", "*Description": "Pot", "*Quantity": "1", "*UnitAmount": "7.00", "Currency": "GBP"},
			},
			[]string{"2026-03-13 INV-1 Ann Bell: 2×Mug=1000 1×Pot=700 1700 GBP"},
			0,
		},
		{
			"QuickBooks' invoices", "QuickBooks", importingtest.QuickBooks,
			[]importingtest.Cells{
				{"InvoiceNo": "1", "Customer": "Ann Bell", "InvoiceDate": "2026-03-13", "Item(Product/Service)": "Sales", "ItemDescription": "Guitar", "ItemQuantity": "2", "ItemRate": "5.00", "ItemAmount": "10.00"},
				{"InvoiceNo": "2", "Customer": "Ann Bell", "InvoiceDate": "2026-03-14", "Item(Product/Service)": "Strings", "ItemQuantity": "1", "ItemRate": "5.00", "ItemAmount": "5.00"},
			},
			[]string{"2026-03-13 1 Ann Bell: 2×Guitar=1000 1000 GBP", "2026-03-14 2 Ann Bell: 1×Strings=500 500 GBP"},
			0,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := []string{tt.header}
			for _, row := range tt.rows {
				lines = append(lines, importingtest.Filled(tt.header, row))
			}
			book := importingtest.NewShelf()
			if tt.program == "Square" {
				book.Settings.Currency = "USD" // it writes $ and not whose
			}
			p := importingtest.Take(t, book, importingtest.Table(lines...))
			if got := p.Files[0].Program; got != tt.program {
				t.Errorf("written by %q, want %q", got, tt.program)
			}
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if left := p.Summary.NoOneLines + p.Summary.BadLines + p.Summary.UndoneLines; left != tt.left {
				t.Errorf("%d lines left out, want %d", left, tt.left)
			}
			if again := importingtest.Take(t, book, importingtest.Table(lines...)); again.Summary.Same+again.Summary.Rejected != again.Summary.Read {
				t.Errorf("a second time: %+v", again.Summary)
			}
		})
	}
}

func TestAnOrderThatWasCancelledIsNoPurchaseWhicheverProgramSaysSo(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Table("order_id,customer_id,order_status,order_purchase_timestamp",
		"1,7,delivered,2018-08-01 10:00:00", "2,8,canceled,2018-08-02 10:00:00", "3,9,Cancelled,2018-08-02 10:00:00", "4,9,shipped,2018-08-03 10:00:00"))
	if p.Summary.Receipts.Created != 2 || p.Summary.UndoneLines != 2 || p.Summary.BadLines != 0 || p.Summary.NumberOnly != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestATableWithNothingButNamesAsksWhetherTheseAreEnough(t *testing.T) {
	book := importingtest.NewShelf()
	source := importingtest.Table("Customer,Date,Receipt,Item,Price", "Ann Bell,2026-04-03,R1,Mug,5.00", "Bo Cole,2026-04-03,R2,Mug,5.00")
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{source}, importing.Options{})
	asked, ok := columns.Asks(err)
	if !ok || asked.Fields[0] != "" || asked.Fields[1] != fields.Day {
		t.Fatalf("%v asks %+v", err, asked)
	}
	named := importing.Options{Map: []columns.Mapping{{Column: "Customer", Field: fields.Name}}}
	if p := importingtest.Look(t, book, named, source); p.Summary.Receipts.Created != 2 || p.Summary.NumberOnly != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestXerosNamesAreNoNumbersAndItsDueDaysTellTheOrder(t *testing.T) {
	row := func(more importingtest.Cells) string {
		all := importingtest.Cells{"*ContactName": "Ann Bell", "*InvoiceDate": "04/05/2026", "*DueDate": "18/05/2026", "*Description": "Mug", "*Quantity": "2", "*UnitAmount": "5.00", "Currency": "GBP"}
		for k, v := range more {
			all[k] = v
		}
		return importingtest.Filled(importingtest.Xero, all)
	}
	file := importingtest.Table(importingtest.Xero, row(importingtest.Cells{"*InvoiceNumber": "INV-1"}), row(importingtest.Cells{"*InvoiceNumber": "INV-2", "EmailAddress": "ann@example.com"}))
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, file)
	if len(book.Customers) != 1 || p.Items[0].Day != app.NewDay(2026, time.May, 4) {
		t.Errorf("%d customers, bought on %s", len(book.Customers), p.Items[0].Day)
	}
	if ann := book.Named(t, "Ann Bell"); ann.Reference(app.ReferenceShop) != "" {
		t.Errorf("her number is %q", ann.Reference(app.ReferenceShop))
	}
	if again := importingtest.Take(t, book, file); again.Summary.Same != again.Summary.Read || len(book.Customers) != 1 {
		t.Errorf("again: %+v, %d customers", again.Summary, len(book.Customers))
	}
}

func TestXerosDiscountIsPerCent(t *testing.T) {
	row := func(quantity, price, discount string) string {
		return importingtest.Filled(importingtest.Xero, importingtest.Cells{
			"*ContactName": "Ann Bell", "*InvoiceNumber": "INV-1", "*InvoiceDate": "13/04/2026", "*Description": "Chair",
			"*Quantity": quantity, "*UnitAmount": price, "Discount": discount, "Currency": "GBP",
		})
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(
		importingtest.Xero, row("3", "100.00", "10"), row("1", "50.00", ""), row("1", "9.99", "12.5%"), row("1", "5.00", "100"), row("-1", "9.99", "50"), row("1", "5.00", "half"),
	))
	var amounts []int64
	for _, line := range p.Items[0].Lines {
		amounts = append(amounts, line.Amount)
	}
	if want := []int64{27000, 5000, 874, 0, -500}; !slices.Equal(amounts, want) || p.Items[0].Total.Minor != 32374 {
		t.Errorf("%v, together %d; want %v", amounts, p.Items[0].Total.Minor, want)
	}
	if p.Summary.BadLines != 1 || len(p.Files[0].NotTaken) > 0 {
		t.Errorf("%d bad lines, not taken: %v", p.Summary.BadLines, p.Files[0].NotTaken)
	}
}

func TestOneColumnOfDaysTellsTheOrderOfAnother(t *testing.T) {
	tests := []struct{ name, header, row, asked string }{
		{"of purchases", "Date,Customer ID,Item,Delivered", "04/05/2026,7,Cup,18/05/2026", ""},
		{"of opinions", "Date,Email,Comment,Stars,Visited", "04/05/2026,ann@example.com,Nice,5,28/04/2026", ""},
		{"of contacts", "Name,Phone,Birthday,Member since", "Ann,+44 20 7946 0290,04/05/1980,28/04/2026", ""},
		{"that does not tell either", "Date,Customer ID,Item,Delivered", "04/05/2026,7,Cup,08/05/2026", "error.import.day-order"},
		{"that has other things", "Date,Customer ID,Item,Delivered", "04/05/2026,7,Cup,1.22.3", "error.import.day-order"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(tt.header, tt.row)}, importing.Options{})
			if importingtest.KeyOf(err) != tt.asked {
				t.Errorf("got %v, want %q", err, tt.asked)
			}
		})
	}
}
