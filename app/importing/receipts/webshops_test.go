package receipts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// bought is what a shelf has of a receipt.
func bought(p app.Purchase) string {
	var lines []string
	for _, l := range p.Lines {
		lines = append(lines, fmt.Sprintf("%d×%s=%d", l.Quantity/app.One, l.Item, l.Amount))
	}
	return fmt.Sprintf("%s %s: %s %d %s", p.Day, p.Receipt, strings.Join(lines, " "), p.Total, p.Currency)
}

func TestOrdersOfWebShopsAreReadAsTheyAreMeant(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		who   app.Customer // name, first phone, first address
		want  []string
	}{
		{
			"in Spanish, the order's cells on its first line alone",
			[]string{
				"Número de orden;Email;Fecha;Estado de la orden;Estado del pago;Moneda;Subtotal de productos;Costo de envío;Total;Nombre del comprador;Teléfono;Dirección;Número;Piso;" +
					"Localidad;Ciudad;Código postal;Provincia o estado;País;Nombre del producto;Precio del producto;Cantidad del producto;SKU",
				"71;eva@example.com;26/10/2025 23:50:38;Abierta;Recibido;ARS;300;10;310;Eva Gil;+54 11 5000 0010;Calle Alta;3;2 B;;Rosario;2000;Santa Fe;Argentina;Taza;100;2;T1",
				"71;eva@example.com;;;;;;;;;;;;;;;;;;Plato;100;1;P1",
				"72;eva@example.com;27/10/2025 08:00:00;Cancelada;Recibido;ARS;100;10;110;Eva Gil;+54 11 5000 0010;Calle Alta;3;2 B;;Rosario;2000;Santa Fe;Argentina;Plato;100;1;P1",
			},
			app.Customer{
				Name: app.Name{Full: "Eva Gil"}, Phones: []app.Phone{{Typed: "+54 11 5000 0010"}},
				Addresses: []app.Address{{Street: "Calle Alta 3", Extra: "2 B", City: "Rosario", PostalCode: "2000", Region: "Santa Fe", Country: "Argentina"}},
			},
			[]string{"2025-10-26 71: 2×Taza=20000 1×Plato=10000 31000 ARS"},
		},
		{
			"in Portuguese",
			[]string{
				"Número do Pedido;E-mail;Data;Status do Pedido;Moeda;Subtotal;Valor do Frete;Total;Nome do comprador;Telefone;Endereço;Número;Complemento;Bairro;Cidade;Código postal;" +
					"Nome do Produto;Valor do Produto;Quantidade Comprada",
				"81;bia@example.com;26/10/2025 10:00:00;Aberto;BRL;50,00;5,00;55,00;Bia Lima;+55 47 5000 0010;Rua Alta;3;;Centro;Blumenau;89010000;Copo;25,00;2",
			},
			app.Customer{
				Name: app.Name{Full: "Bia Lima"}, Phones: []app.Phone{{Typed: "+55 47 5000 0010"}},
				Addresses: []app.Address{{Street: "Rua Alta 3", Extra: "Centro", City: "Blumenau", PostalCode: "89010000"}},
			},
			[]string{"2025-10-26 81: 2×Copo=5000 5500 BRL"},
		},
		{
			"in Polish, the number of an order in the second of two columns",
			[]string{
				"Order;Id zamówienia;Data zakupu;Login kupującego;Imię i nazwisko;Telefon;Nazwa oferty;Liczba sztuk;Cena;Suma;Waluta",
				";z-9;2025-10-26 10:00:00;ola9;Ola Nowak;+48 600 000 010;Kubek;2;20,00;40,00;PLN",
			},
			app.Customer{Name: app.Name{Full: "Ola Nowak"}, Phones: []app.Phone{{Typed: "+48 600 000 010"}}},
			[]string{"2025-10-26 z-9: 2×Kubek=4000 4000 PLN"},
		},
		{
			"of WooCommerce's plugin for exports",
			[]string{
				"Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Address 1&2 (Billing),City (Billing),Postcode (Billing),Country Code (Billing),Phone (Billing)," +
					"First Name (Shipping),Address 1&2 (Shipping),City (Shipping),Order Subtotal Amount,Order Refund Amount,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost",
				"91,Completed,2025-10-26 10:00,Ann,Bell,1 High St,Leeds,LS1,GB,+44 113 496 0010,Tom,2 Low St,York,28,0,32,M1,1,Mug,2,10",
				"91,Completed,2025-10-26 10:00,Ann,Bell,1 High St,Leeds,LS1,GB,+44 113 496 0010,Tom,2 Low St,York,28,0,32,P1,2,Plate,1,8",
				"92,Cancelled,2025-10-27 10:00,Ann,Bell,1 High St,Leeds,LS1,GB,+44 113 496 0010,Tom,2 Low St,York,8,0,12,P1,1,Plate,1,8",
			},
			app.Customer{
				Name: app.Name{Full: "Ann Bell"}, Phones: []app.Phone{{Typed: "+44 113 496 0010"}},
				Addresses: []app.Address{{Street: "1 High St", City: "Leeds", PostalCode: "LS1", Country: "GB"}},
			},
			[]string{"2025-10-26 91: 2×Mug=2000 1×Plate=800 3200 GBP"},
		},
		{
			"with invoices that were not written",
			[]string{
				"order_id,invoice_no,firstname,lastname,telephone,payment_address_1,payment_city,payment_country,total,order_status,currency_code,date_added",
				"17,0,Ann,Bell,+44 113 496 0010,1 High St,Leeds,United Kingdom,61.8000,Complete,GBP,2025-10-26 10:00:00",
				"18,0,Ann,Bell,+44 113 496 0010,1 High St,Leeds,United Kingdom,5.0000,Complete,GBP,2025-10-26 11:00:00",
			},
			app.Customer{
				Name: app.Name{Full: "Ann Bell"}, Phones: []app.Phone{{Typed: "+44 113 496 0010"}},
				Addresses: []app.Address{{Street: "1 High St", City: "Leeds", Country: "United Kingdom"}},
			},
			[]string{"2025-10-26 17: 1×=6180 6180 GBP", "2025-10-26 18: 1×=500 500 GBP"},
		},
		{
			"of Shopify, with columns taken out and called otherwise",
			[]string{
				"Name,Email,Financial_Status,Subtotal,Shipping,Total,Date_created,Lineitem_name,Lineitem_quantity,Lineitem_price,Shipping_City,mobile_app_used,Phone",
				"#11,ann@example.com,paid,9,1,10,26/10/2025,Mug,2,4.50,Leeds,yes,+44 113 496 0010",
				"#12,ann@example.com,paid,9,1,10,27/10/2025,Mug,2,4.50,Leeds,yes,+44 113 496 0010",
			},
			app.Customer{Phones: []app.Phone{{Typed: "+44 113 496 0010"}}, Addresses: []app.Address{{City: "Leeds"}}},
			[]string{"2025-10-26 #11: 2×Mug=900 1000 GBP", "2025-10-27 #12: 2×Mug=900 1000 GBP"},
		},
		{
			"of somebody who has one name, and a dash for what they do not have",
			[]string{
				importingtest.Shopify + ",Billing Street,Billing City,Billing Zip",
				importingtest.Filled(importingtest.Shopify+",Billing Street,Billing City,Billing Zip", importingtest.Cells{
					"Name": "#9", "Financial Status": "paid", "Currency": "GBP", "Total": "5.00", "Created at": "2025-10-26 10:00:00 +0000", "Lineitem quantity": "1",
					"Lineitem name": "Cup", "Lineitem price": "5.00", "Billing Name": "Prince -", "Billing Phone": "+44 113 496 0010", "Billing City": "Leeds", "Billing Zip": "-",
				}),
			},
			app.Customer{
				Name: app.Name{Full: "Prince"}, Phones: []app.Phone{{Typed: "+44 113 496 0010"}},
				Addresses: []app.Address{{City: "Leeds"}},
			},
			[]string{"2025-10-26 #9: 1×Cup=500 500 GBP"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(tt.lines...))
			var got []string
			for _, p := range book.Bought {
				got = append(got, bought(p))
			}
			if slices.Sort(got); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			c := book.Anyone(t)
			if c.Name.Full != tt.who.Name.Full || len(c.Phones) != 1 || c.Phones[0].Typed != tt.who.Phones[0].Typed || !slices.Equal(c.Addresses, tt.who.Addresses) {
				t.Errorf("got %q %+v %+v", c.Name.Full, c.Phones, c.Addresses)
			}
		})
	}
}

func TestStripesCustomersAndInvoicesAreOfTheSamePeople(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"id,Description,Email,Name,Created (UTC),Delinquent,Card Address Line1,Card Address City,Card Address Zip,Currency,Total Spend,Payment Count",
		"cus_AbCdEf,,ann@example.com,Ann Bell,2025-09-08 00:33,false,1 High St,Leeds,LS1,,160.00,1",
	), importingtest.Table(
		"id,Amount Due,Billing,Closed,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Subtotal,Total Discount Amount,Tax,Total,Amount Paid,Status",
		"in_1,160.00,send_invoice,true,gbp,cus_AbCdEf,2025-09-08 00:38,2025-09-08 00:38,77AA-0001,true,150.00,20.00,,160.00,160.00,paid",
		"in_2,160.00,send_invoice,false,gbp,cus_AbCdEf,2025-09-09 00:38,2025-09-09 00:38,77AA-0002,false,150.00,20.00,,160.00,0.00,draft",
	))
	c := book.Anyone(t)
	want := []app.Address{{Street: "1 High St", City: "Leeds", PostalCode: "LS1"}}
	if c.Name.Full != "Ann Bell" || c.Reference(app.ReferenceShop) != "cus_AbCdEf" || !slices.Equal(c.Addresses, want) {
		t.Errorf("%+v", c)
	}
	if len(book.Bought) != 1 || p.Summary.UndoneLines != 1 {
		t.Fatalf("%d purchases, %d lines undone", len(book.Bought), p.Summary.UndoneLines)
	}
	for _, b := range book.Bought {
		if b.Customer != c.ID || bought(b) != "2025-09-08 77AA-0001: 1×=16000 16000 GBP" {
			t.Errorf("%s", bought(b))
		}
	}
}

func TestWhatIsBesideAColumnOfContactsTellsWhatItHolds(t *testing.T) {
	tests := []struct {
		name, header, row string
		phones            []string // label number
		addresses         []app.Address
		notTaken          []string
	}{
		{
			"a number behind the street is the house's", "Nombre,Dirección,Número,Ciudad,Email", "Eva,Calle Alta,3,Soria,eva@example.es",
			nil,
			[]app.Address{{Street: "Calle Alta 3", City: "Soria"}},
			nil,
		},
		{
			"a number behind something else is not", "Nombre,Email,Número,Dirección", "Eva,eva@example.es,3,Calle Alta",
			nil,
			[]app.Address{{Street: "Calle Alta"}},
			[]string{"Número"},
		},
		{
			"a place with numbers in it is of telephones", "First,Last,Email,Home,Work,Mobile", "Ann,Bell,ann@example.com,0113 496 0010,0113 496 0011,07700 900012",
			[]string{"home 0113 496 0010", "work 0113 496 0011", "mobile 07700 900012"},
			nil, nil,
		},
		{
			"a place with something else in it is not", "First,Last,Email,Home,Work", "Ann,Bell,ann@example.com,Leeds,teaches",
			nil, nil,
			[]string{"Home", "Work"},
		},
		{
			"Xero's two addresses", "*ContactName,EmailAddress,POAddressLine1,POCity,POPostalCode,SAAddressLine1,SACity,SARegion", "Ann Bell,ann@example.com,PO Box 1,Leeds,LS1,1 High St,York,Yorks",
			nil,
			[]app.Address{{Street: "PO Box 1", City: "Leeds", PostalCode: "LS1"}, {Street: "1 High St", City: "York", Region: "Yorks"}},
			nil,
		},
		{
			"a dash says nothing", "Name,Email,Street,City,Zip", "Ann Bell,ann@example.com,-,Leeds,-",
			nil,
			[]app.Address{{City: "Leeds"}},
			nil,
		},
		{
			"two addresses, when they were noted, and what is no telephone",
			"Customer Name,Mobile Number,Uses mobile app,Email Address,Physical Address Street,Physical Address City,Postal Address Street,Postal Address City,Pricing Level,Theme,Created On",
			"Ann Bell,07700 900012,no,ann@example.com,1 High St,Leeds,2 Low St,York,Standard,Blue,2025-10-26 10:00",
			[]string{"mobile 07700 900012"},
			[]app.Address{{Street: "1 High St", City: "Leeds"}, {Street: "2 Low St", City: "York"}},
			[]string{"Uses mobile app", "Pricing Level", "Theme", "Created On"},
		},
		{
			"one address for the bills and the goods is one", "Name,Email,Billing Address,Billing City,Shipping Address,Shipping City", "Ann,ann@example.com,1 High St,Leeds,1 High St,Leeds",
			nil,
			[]app.Address{{Street: "1 High St", City: "Leeds"}},
			nil,
		},
		{
			"names and addresses in parts of parts", "name.first,name.last,email,phones.phone,address.street,address.city,address.zip", "Ann,Bell,ann@example.com,0113 496 0010,1 High St,Leeds,LS1",
			[]string{" 0113 496 0010"},
			[]app.Address{{Street: "1 High St", City: "Leeds", PostalCode: "LS1"}},
			nil,
		},
		{"an address for mail, whatever it is called", "Name,Gmail,Phone,City", "Ann Bell,mailto:ann@example.com,0113 496 0010,Leeds", []string{" 0113 496 0010"}, []app.Address{{City: "Leeds"}}, nil},
		{
			"whether somebody is a customer is no name", "Kunde;Kundennummer;Name;Stadt;E-Mail", "Ja;17;Ann Bell;Ulm;ann@example.com",
			nil,
			[]app.Address{{City: "Ulm"}},
			[]string{"Kunde"},
		},
		{
			"Google's star is no kind of address", "Name,Given Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value", "Ann,Ann,* ,ann@example.com,* Work,0113 496 0010",
			[]string{"work 0113 496 0010"},
			nil, nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			c := book.Anyone(t)
			if c.Name.Full == "Ja" || c.Emails[0].Address[:2] == "ma" {
				t.Errorf("%q %+v", c.Name.Full, c.Emails)
			}
			var phones []string
			for _, x := range c.Phones {
				phones = append(phones, x.Label+" "+x.Typed)
			}
			if !slices.Equal(phones, tt.phones) || !slices.Equal(c.Addresses, tt.addresses) || !slices.Equal(p.Files[0].NotTaken, tt.notTaken) {
				t.Errorf("got %q %+v, not taken %q", phones, c.Addresses, p.Files[0].NotTaken)
			}
			if len(c.Emails) != 1 || c.Emails[0].Label != "" {
				t.Errorf("%+v", c.Emails)
			}
		})
	}
}

func TestWhatADayBroughtInTwoCurrenciesIsTwoReceipts(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"Date,Customer ID,Item,Total,Currency",
		"2026-03-01,7,Mug,12.50,GBP", "2026-03-01,7,Cup,20.00,EUR", "2026-03-01,7,Pot,2.50,GBP",
	))
	var got []string
	for _, p := range book.Bought {
		got = append(got, bought(p))
	}
	slices.Sort(got)
	if want := []string{"2026-03-01 : 1×Cup=2000 2000 EUR", "2026-03-01 : 1×Mug=1250 1×Pot=250 1500 GBP"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAmountsOfLinesThatNameNobodyAreTakenAsNothing(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(
		importingtest.Shopify,
		importingtest.Filled(importingtest.Shopify, importingtest.Cells{
			"Name": "#8", "Financial Status": "paid", "Currency": "CHF", "Total": "9.00", "Created at": "2025-10-26 10:00:00 +0000", "Lineitem quantity": "1",
			"Lineitem name": "Cup", "Lineitem price": "5.00", "Billing Name": "Ann Bell",
		}),
		importingtest.Filled(importingtest.Shopify, importingtest.Cells{"Name": "#8", "Lineitem quantity": "1", "Lineitem name": "Mug", "Lineitem price": "4.00"}),
		importingtest.Filled(importingtest.Shopify, importingtest.Cells{
			"Name": "#9", "Email": "bo@example.com", "Financial Status": "paid", "Currency": "CHF", "Total": "5.00", "Created at": "2025-10-26 10:00:00 +0000",
			"Lineitem quantity": "1", "Lineitem name": "Cup", "Lineitem price": "5.00",
		}),
	))
	if f := p.Files[0]; f.Money != "" || f.NoOne != 2 || len(p.Items) != 1 {
		t.Errorf("taken as %q, of nobody %d, %d items", f.Money, f.NoOne, len(p.Items))
	}
}

func TestSpanishNamesOfLatinAmericaAreKnown(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("id_cliente,id_producto,cantidad,monto,fecha,boleta", "7,T-1,2,25.50,2026-03-01,B9"))
	for _, b := range book.Bought {
		if got := bought(b); got != "2026-03-01 B9: 2×T-1=2550 2550 GBP" || b.Lines[0].Code != "T-1" || len(p.Files[0].NotTaken) > 0 {
			t.Errorf("%s %+v, not taken %q", got, b.Lines, p.Files[0].NotTaken)
		}
	}
	if len(book.Bought) != 1 {
		t.Errorf("%d purchases", len(book.Bought))
	}
}
