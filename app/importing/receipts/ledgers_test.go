package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWebShopsAndTillsAreReadAsTheyWriteTheirTables(t *testing.T) {
	tests := []struct {
		program, currency string
		lines             []string
		want              []string
		undone, noSale    int
	}{
		{
			"Squarespace", "USD",
			[]string{
				"Order ID,Email,Financial Status,Paid at,Currency,Subtotal,Amount Refunded,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at",
				"00012,ann@example.com,PAID,2024-03-14 10:12:33 -0400,USD,30.00,0.00,35.00,2024-03-14 10:12:33 -0400,2,Mug,10.00,M1,Ann Bell,",
				"00012,ann@example.com,,,,,,,,1,Plate,10.00,P1,,",
				"00013,ann@example.com,PAID,2024-03-14 16:12:33 -0400,USD,10.00,10.00,10.00,2024-03-14 16:12:33 -0400,1,Cup,10.00,C1,Ann Bell,",
			},
			[]string{
				"2024-03-14 00012 Ann Bell ann@example.com: 2×Mug=2000 1×Plate=1000 3500 USD",
				"2024-03-14 00013 Ann Bell ann@example.com: -1×Cup=-1000 -1000 USD", "2024-03-14 00013 Ann Bell ann@example.com: 1×Cup=1000 1000 USD",
			},
			0, 0,
		},
		{
			"Wix", "USD",
			[]string{
				"Order number,Date created,Time,Total order quantity,Contact email,Item,SKU,Qty,Price,Recipient name,Billing name,Payment status,Total,Currency,Refunded amount",
				`10001,"Mar 14, 2024",10:12:33 AM,2,ann@example.com,Mug,M1,1,10.00,Ann Bell,Ann Bell,Paid,25.00,USD,0`,
				`10001,"Mar 14, 2024",10:12:33 AM,2,ann@example.com,Plate,P1,1,10.00,Ann Bell,Ann Bell,Paid,25.00,USD,0`,
			},
			[]string{"2024-03-14 10001 Ann Bell ann@example.com: 1×Mug=1000 1×Plate=1000 2500 USD"},
			0, 0,
		},
		{
			"eBay", "USD",
			[]string{
				"Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Address 1,Buyer City,Buyer State,Buyer Zip,Ship To Name,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date",
				"101,12-01,annbell,Ann Bell,ann@example.com,1 High St,Atlanta,GA,30301,Ann Bell,3344,Blue mug,M1,2,$10.00,$5.00,$25.00,Mar-14-24",
			},
			[]string{"2024-03-14 12-01 Ann Bell annbell ann@example.com: 2×Blue mug=2000 2500 USD"},
			0, 0,
		},
		{
			"eBay", "GBP",
			[]string{ // the order's own row, and one for each of its things
				"Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date",
				"251,10-09,bird_77,Ann Bell,ann@example.com,,,,2,£25.00,£3.00,£28.00,Mar-14-24",
				"251,10-09,bird_77,,,1234567,Blue mug,M1,1,£15.00,,,Mar-14-24",
				"251,10-09,bird_77,,,1234568,Red mug,M2,1,£10.00,,,Mar-14-24",
				"252,10-10,cat_1,Bob Ray,bob@example.com,1234568,Red mug,M2,1,£10.00,£0.00,£10.00,Mar-15-24",
			},
			[]string{
				"2024-03-14 10-09 Ann Bell bird_77 ann@example.com: 1×Blue mug=1500 1×Red mug=1000 2800 GBP",
				"2024-03-15 10-10 Bob Ray cat_1 bob@example.com: 1×Red mug=1000 1000 GBP",
			},
			0, 0,
		},
		{
			"Amazon", "GBP",
			[]string{
				"order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price",
				"026-1\t111\t2024-03-14T10:12:33+00:00\tann@example.com\tAnn Bell\tM1\tMug, blue\t2\tGBP\t20.00\t4.00\t3.00",
			},
			[]string{"2024-03-14 026-1 Ann Bell ann@example.com: 2×Mug, blue=2000 2000 GBP"},
			0, 0,
		},
		{
			"PayPal", "GBP",
			[]string{
				"Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title,Item ID,Quantity",
				"14/03/2024,10:12:33,Europe/London,Ann Bell,Express Checkout Payment,Refunded,GBP,20.00,-0.90,19.10,ann@example.com,shop@example.com,TX1,Mug,1,2",
				"15/03/2024,10:12:33,Europe/London,,General Withdrawal,Completed,GBP,-100.00,0,-100.00,shop@example.com,,TX2,,,",
				"15/03/2024,11:12:33,Europe/London,Wool Ltd,General Payment,Completed,GBP,-30.00,0,-30.00,shop@example.com,wool@example.com,TX4,Wool,,1",
				"16/03/2024,10:12:33,Europe/London,Ann Bell,Payment Refund,Completed,GBP,-20.00,0.90,-19.10,shop@example.com,ann@example.com,TX3,Mug,1,2",
			},
			[]string{"2024-03-14 TX1 Ann Bell ann@example.com: 2×Mug=2000 2000 GBP", "2024-03-16 TX3 Ann Bell ann@example.com: -2×Mug=-2000 -2000 GBP"},
			0, 2,
		},
		{
			"Magento", "EUR",
			[]string{
				"ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Subtotal,Total Refunded",
				`000000012,Main,"Mar 14, 2024, 10:12:33 AM",Ann Bell,36.0000,36.0000,complete,ann@example.com,30.0000,0.0000`,
				`000000013,Main,"Mar 15, 2024, 10:12:33 AM",Bo Cole,18.0000,18.0000,canceled,bo@example.com,18.0000,0.0000`,
				`000000014,Main,"Mar 16, 2024, 10:12:33 AM",Ann Bell,18.0000,18.0000,closed,ann@example.com,15.0000,18.0000`,
			},
			[]string{
				"2024-03-14 000000012 Ann Bell ann@example.com: 1×=3600 3600 EUR", "2024-03-16 000000014 Ann Bell ann@example.com: -1×=-1800 -1800 EUR",
				"2024-03-16 000000014 Ann Bell ann@example.com: 1×=1800 1800 EUR",
			},
			1, 0,
		},
		{
			"Lightspeed", "EUR",
			[]string{
				"Date,Receipt Number,Line Type,Customer Code,Customer Name,Quantity,Details,Register,User,Status,Subtotal,Sales Tax,Total,Paid,Sku",
				"2024-03-14 10:12:00,101,Sale,AB-1,Ann Bell,3,2 X Mug + 1 X Plate,Main,Mo,CLOSED,30.00,6.00,36.00,36.00,",
				"2024-03-14 10:12:00,101,Sale Line,,,2,Mug,Main,Mo,,20.00,4.00,24.00,,M1",
				"2024-03-14 10:12:00,101,Sale Line,,,1,Plate,Main,Mo,,10.00,2.00,12.00,,P1",
				"2024-03-14 10:12:00,101,Payment,,,,Credit Card,Main,Mo,,,,,36.00,",
				"2024-03-15 11:00:00,102,Sale,BC-2,Bo Cole,1,1 X Bowl,Main,Mo,VOIDED,15.00,3.00,18.00,0,",
				"2024-03-15 11:00:00,102,Sale Line,,,1,Bowl,Main,Mo,,15.00,3.00,18.00,,B1",
			},
			[]string{"2024-03-14 101 Ann Bell AB-1: 2×Mug=2400 1×Plate=1200 3600 EUR"},
			2, 1,
		},
		{
			"Loyverse", "EUR",
			[]string{
				"Date,Receipt number,Receipt type,SKU,Item,Quantity,Gross sales,Discounts,Net sales,Cashier name,Customer name,Customer contacts,Status",
				`3/14/24 10:12 AM,1-1001,Sale,M1,Mug,2.000,22.00,2.00,20.00,Mo,Ann Bell,"ann@example.com, +442079460290",Closed`,
				`3/15/24 10:12 AM,1-1002,Refund,M1,Mug,2.000,22.00,2.00,20.00,Mo,Ann Bell,"ann@example.com, +442079460290",Closed`,
				`3/16/24 10:12 AM,1-1003,Sale,M1,Mug,1.000,11.00,0.00,11.00,Mo,Ann Bell,"ann@example.com, +442079460290",Cancelled`,
			},
			[]string{
				"2024-03-14 1-1001 Ann Bell ann@example.com +442079460290: 2×Mug=2000 2000 EUR",
				"2024-03-15 1-1002 Ann Bell ann@example.com +442079460290: -2×Mug=-2000 -2000 EUR",
			},
			1, 0,
		},
		{
			"BigCommerce", "USD",
			[]string{
				"Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Subtotal (inc tax),Order Total (inc tax),Order Total (ex tax),Total Quantity,Product Details,Order Currency Code",
				`101,0,Ann Bell,ann@example.com,14/03/2024,Completed,36.00,41.00,35.00,3,"Product ID: 1, Product Qty: 2, Product SKU: M1, Product Name: Mug, blue, Product Weight: 0.1, Product Total Price: 24.00|Product ID: 2, Product Qty: 1, Product SKU: P1, Product Name: Plate, Product Weight: 0.1, Product Total Price: 12.00",USD`,
			},
			[]string{"2024-03-14 101 Ann Bell ann@example.com: 2×Mug, blue=2400 1×Plate=1200 4100 USD"},
			0, 0,
		},
		{
			"Clover", "USD",
			[]string{
				"Order Date,Order ID,Order Number,Currency,Order Total,Payments Total,Refunds Total,Order Payment State,Customer ID,Customer Name",
				"14-Mar-2024 10:12 AM EDT,ABCDEF1234567,12,USD,21.60,21.60,0,Paid,CUST1,Ann Bell",
			},
			[]string{"2024-03-14 ABCDEF1234567 Ann Bell CUST1: 1×=2160 2160 USD"},
			0, 0,
		},
	}
	for _, tt := range tests {
		t.Run(tt.program, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = tt.currency
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if got := p.Files[0].Program; got != tt.program {
				t.Errorf("written by %q", got)
			}
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if s := p.Summary; s.UndoneLines != tt.undone || s.NoSaleLines != tt.noSale || s.BadLines+s.NoOneLines != 0 {
				t.Errorf("%+v", s)
			}
			if again := importingtest.Take(t, book, importingtest.Table(tt.lines...)); again.Summary.Same+again.Summary.Rejected != again.Summary.Read {
				t.Errorf("a second time: %+v", again.Summary)
			}
		})
	}
}

func TestTheBuyersAddressOfEBayIsTaken(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Currency = "USD"
	importingtest.Take(t, book, importingtest.Table("Order Number,Buyer Username,Buyer Name,Buyer Address 1,Buyer City,Buyer State,Buyer Zip,Item Title,Quantity,Sold For,Sale Date",
		"12-01,annbell,Ann Bell,1 High St,Atlanta,GA,30301,Mug,1,$10.00,Mar-14-24"))
	if c := book.Named(t, "Ann Bell"); len(c.Addresses) != 1 || c.Addresses[0].Street != "1 High St" || c.Addresses[0].PostalCode != "30301" {
		t.Errorf("%+v", c.Addresses)
	}
}
