package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestHowManyWereBoughtIsFoundByThePartsOfAName(t *testing.T) {
	for _, name := range []string{
		"Qty Ordered", "Quantity Ordered", "Ordered Qty", "Qty Invoiced", "Units", "Units Sold", "Pcs", "Quantity Sold", "qty_ordered", "orderedQuantity",
		"Anzahl bestellt", "Bestellmenge", "Cantidad pedida", "Besteld aantal", "Ilość sztuk", "個数", "Zamówiona ilość", "Počet ks", "Antal köpta",
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,"+name+",Price", "1,2026-03-15,ann@example.com,Tea,3,10.00"))
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 3×Tea=3000 3000 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range []string{
		"Qty Refunded", "Quantity in stock", "Shipped qty", "Mengenrabatt", "Unit price", "Antal dagar", "Maximum quantity",
		"Units per case", "Pack quantity", "Pcs/box", "Anzahl Positionen", "Verpackungsmenge", "Cantidad por caja", "Počet dní", "Qty picked", "Reorder qty", "库存数量", "Количество дней",
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,"+name+",Amount", "1,2026-03-15,ann@example.com,Tea,3,10.00"))
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 1×Tea=1000 1000 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,Menge verpackt,Menge bestellt,Price", "1,2026-03-15,ann@example.com,Tea,2,3,10.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 3×Tea=3000 3000 GBP"}) {
		t.Errorf("of two: %q", got)
	}
}

func TestHowManyWereBoughtIsFoundByWhatItComesTo(t *testing.T) {
	for name, tt := range map[string]struct {
		lines   []string
		want    string
		oneEach bool
	}{
		"the price times it is the sum": {
			[]string{"Order,Date,Email,Item,Shelf,Xy,Price,Zw", "1,2026-03-15,ann@example.com,Tea,7,3,10.00,30.00", "1,2026-03-15,ann@example.com,Pot,8,1,5.00,5.00"},
			"2026-03-15 1  ann@example.com: 3×Tea=3000 1×Pot=500 3500 GBP", false,
		},
		"in commas": {
			[]string{"Order;Date;Email;Item;Xy;Price;Zw", "1;2026-03-15;ann@example.com;Tea;3;1.010,00;3.030,00"},
			"2026-03-15 1  ann@example.com: 3×Tea=303000 303000 GBP", false,
		},
		"what it comes to is points": {
			[]string{"Order,Date,Email,Item,Price,Points per pound,Points", "1,2026-03-15,ann@example.com,Tea,10.00,5,50"},
			"2026-03-15 1  ann@example.com: 1×Tea=1000 1000 GBP", true,
		},
		"nothing proves it": {
			[]string{"Order,Date,Email,Item,Xy,Price", "1,2026-03-15,ann@example.com,Tea,3,10.00"},
			"2026-03-15 1  ann@example.com: 1×Tea=1000 1000 GBP", true,
		},
		"it is one each time": {
			[]string{"Order,Date,Email,Item,Xy,Price", "1,2026-03-15,ann@example.com,Tea,1,10.00"},
			"2026-03-15 1  ann@example.com: 1×Tea=1000 1000 GBP", false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if got := book.Sold(); !slices.Equal(got, []string{tt.want}) || p.Files[0].OneEach != tt.oneEach {
				t.Errorf("%q, one each %t", got, p.Files[0].OneEach)
			}
		})
	}
}

func TestTheNumberOfAnOrderIsFoundByThePartsOfAName(t *testing.T) {
	for _, name := range []string{
		"Référence commande", "Réf. commande", "Order Reference", "Order Ref", "Código do pedido", "Ordine n.", "Sales order", "Increment ID", "Order Increment Id",
		"Sipariş Numarası", "Web order number", "Web-Bestellnummer extern", "заказ №", "订单流水号",
	} {
		for _, numbers := range [][2]string{{"AAAXB", "BBBXC"}, {"2026-001", "2026-002"}} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(name+",Date,Email,Item,Qty,Amount",
				numbers[0]+",2026-03-15,ann@example.com,Tea,1,10.00", numbers[1]+",2026-03-15,ann@example.com,Pot,1,20.00"))
			want := []string{
				"2026-03-15 " + numbers[0] + "  ann@example.com: 1×Tea=1000 1000 GBP", "2026-03-15 " + numbers[1] + "  ann@example.com: 1×Pot=2000 2000 GBP",
			}
			if got := book.Sold(); !slices.Equal(got, want) {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
	for _, name := range []string{
		"Order status code", "Order type no", "Parent order id", "Invoice customer no", "Order line no",
		"Invoice address ID", "Order row no", "Orderrad nr", "Belegzeile Nr", "Id ligne commande", "Order zip code", "Order contact number", "订单明细编号",
	} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(name+",Date,Email,Item,Qty,Amount",
			"A1001,2026-03-15,ann@example.com,Tea,1,10.00", "A1002,2026-03-15,ann@example.com,Pot,1,20.00"))
		if p.Summary.Receipts.Created != 1 {
			t.Errorf("%s: %+v", name, p.Summary.Receipts)
		}
	}
}

func TestAColumnCalledNameBesideThatOfCustomersIsWhatWasBought(t *testing.T) {
	const header = "Receipt number,Date,Customer email,Customer name,Name,Quantity,Price"
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-04,ann@example.com,Ann Lee,Tea,2,30.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-04 1 Ann Lee ann@example.com: 2×Tea=6000 6000 GBP"}) {
		t.Errorf("%q", got)
	}
	book = importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-04,ann@example.com,Ann Lee,Ann Lee,2,30.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-04 1 Ann Lee ann@example.com: 2×=6000 6000 GBP"}) {
		t.Errorf("their name again: %q", got)
	}
}

func TestTheFinalPriceIsThatOfTheLine(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Receipt number,Date,Customer email,Product,Quantity,Price (GBP),Final price (GBP)",
		"1,2026-03-04,ann@example.com,Tea,3,30.00,27.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-04 1  ann@example.com: 3×Tea=2700 2700 GBP"}) {
		t.Errorf("%q", got)
	}
}
