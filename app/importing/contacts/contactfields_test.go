package contacts_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/importingtest"
)

func TestTablesOfContactsAreReadInTheLanguagesOfTheShops(t *testing.T) {
	const number = "+44 20 7946 0290"
	anna := func(change func(*app.Customer)) app.Customer {
		c := app.Customer{
			Name:   app.Name{Full: "Anna Bell", Given: "Anna", Family: "Bell"},
			Phones: []app.Phone{{Typed: number, E164: "+442079460290"}},
			Emails: []app.Email{{Address: "a@example.com"}},
		}
		change(&c)
		return c
	}
	place := func(label string, c *app.Customer) {
		c.Phones[0].Label = label
		c.Addresses = []app.Address{{Street: "High Street 1", PostalCode: "01067", City: "London"}}
	}
	tests := []struct {
		name, header, row string
		want              app.Customer
	}{
		{
			"German", "Anrede;Vorname;Nachname;Handy;E-Mail;Straße;PLZ;Ort;Bundesland;Land;Geburtstag;Bemerkungen;Kategorie",
			"Frau;Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London;Kent;England;5.3.1980;liebt Eiche;Stamm",
			anna(func(c *app.Customer) {
				place("mobile", c)
				c.Name.Prefix, c.Name.Full, c.Birthday, c.Notes, c.Tags = "Frau", "Frau Anna Bell", "1980-03-05", "liebt Eiche", []string{"Stamm"}
				c.Addresses[0].Region, c.Addresses[0].Country = "Kent", "England"
			}),
		},
		{"German, Name for the family's", "Name;Vorname;Telefon;Mail;Ort", "Bell;Anna;" + number + ";a@example.com;London", anna(func(c *app.Customer) {
			c.Addresses = []app.Address{{City: "London"}}
		})},
		{"French", "Prénom;Nom;Téléphone portable;Courriel;Rue;Code postal;Ville", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Spanish", "Nombre;Apellidos;Teléfono;Correo electrónico;Calle;Código postal;Ciudad", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("", c) })},
		{"Italian", "Nome;Cognome;Cellulare;Posta elettronica;Indirizzo;CAP;Città", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Portuguese", "Nome;Apelido;Telemóvel;Correio eletrónico;Morada;Código postal;Cidade", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Dutch", "Voornaam;Achternaam;Telefoon thuis;E-mailadres;Straat;Postcode;Woonplaats", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("home", c) })},
		{"Swedish", "Förnamn;Efternamn;Mobil;E-post;Gatuadress;Postnummer;Postort", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Finnish", "Etunimi;Sukunimi;Matkapuhelin;Sähköposti;Katuosoite;Postinumero;Kaupunki", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Polish", "Imię;Nazwisko;Telefon komórkowy;E-mail;Ulica;Kod pocztowy;Miasto", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Greek", "Όνομα;Επώνυμο;Κινητό τηλέφωνο;Ηλεκτρονικό ταχυδρομείο;Οδός;Τ.Κ.;Πόλη", "Anna;Bell;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("mobile", c) })},
		{"Vietnamese", "Họ;Tên;Số điện thoại;Thư điện tử;Đường;Mã bưu điện;Thành phố", "Bell;Anna;" + number + ";a@example.com;High Street 1;01067;London", anna(func(c *app.Customer) { place("", c) })},
		{"a firm and whom to ask for", "Company;Contact;Phone;Email", "Care Co.;Anna Bell;" + number + ";a@example.com", anna(func(c *app.Customer) {
			c.Firm, c.Name = "Care Co.", app.Name{Full: "Anna Bell"}
		})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			if p.Files[0].Kind != importing.KindCards || len(p.Files[0].NotTaken) > 0 {
				t.Errorf("read as %s, not taken %q", p.Files[0].Kind, p.Files[0].NotTaken)
			}
			got := book.Anyone(t)
			got.ID, got.References = app.ID{}, nil
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, tt.want)
			}
		})
	}
}

func TestWhatAColumnOfContactsHoldsCanBeSaid(t *testing.T) {
	book := importingtest.NewShelf()
	var maps []columns.Mapping
	for _, text := range []string{
		"a=name", "b=work-phone", "c=mobile", "d=street", "e=postcode", "f=city", "g=region", "h=country", "i=birthday", "j=notes", "k=tags",
		"l=title", "m=email", "n=email", "o=ignore", "p=extra", "q=language", "r=phone",
	} {
		m, err := columns.ParseMapping(text)
		if err != nil {
			t.Fatal(err)
		}
		maps = append(maps, m)
	}
	source := importingtest.Table("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s",
		"Anna Bell,+44 20 7946 0290,+44 20 7946 0291,High Street 1,N1,London,Kent,England,1980-03-05,oak,old,Dr,a@example.com,b@example.com,x,Flat 2,English,+44 20 7946 0292,y")
	p := importingtest.Look(t, book, importing.Options{Map: maps}, source)
	if got := p.Files[0].NotTaken; !slices.Equal(got, []string{"s"}) {
		t.Errorf("not taken %q", got)
	}
	if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	got := book.Anyone(t)
	got.ID = app.ID{}
	want := app.Customer{
		Name: app.Name{Full: "Anna Bell", Prefix: "Dr"}, Birthday: "1980-03-05", Notes: "oak", Tags: []string{"old"}, Language: "en",
		Phones: []app.Phone{
			{Label: "work", Typed: "+44 20 7946 0290", E164: "+442079460290"},
			{Label: "mobile", Typed: "+44 20 7946 0291", E164: "+442079460291"},
			{Typed: "+44 20 7946 0292", E164: "+442079460292"},
		},
		Emails:    []app.Email{{Address: "a@example.com"}, {Address: "b@example.com"}},
		Addresses: []app.Address{{Street: "High Street 1", Extra: "Flat 2", PostalCode: "N1", City: "London", Region: "Kent", Country: "England"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestWebShopsSayWhereTheirCustomersLive(t *testing.T) {
	tests := []struct {
		name, header string
		row          importingtest.Cells
		want         app.Address
		notTaken     []string
	}{
		{
			"Shopify", importingtest.Shopify + ",Billing Street,Billing Address1,Billing Address2,Billing City,Billing Zip,Billing Province,Shipping City",
			importingtest.Cells{
				"Name": "#1", "Email": "a@example.com", "Created at": "2025-10-08 10:00:00 +0200", "Lineitem quantity": "1", "Lineitem name": "Chair", "Lineitem price": "25.00",
				"Billing Street": "1 rue X, 2e", "Billing Address1": "1 rue X", "Billing Address2": "2e", "Billing City": "Paris", "Billing Zip": "'75008", "Billing Country": "FR", "Shipping City": "Lyon", "Vendor": "Me",
			},
			app.Address{Street: "1 rue X", Extra: "2e", City: "Paris", PostalCode: "75008", Country: "FR"},
			[]string{"Vendor"},
		},
		{
			"WooCommerce", importingtest.WooOrders + ",billing_address_1,billing_postcode,billing_city",
			importingtest.Cells{
				"order_id": "7", "date": "2026-03-01 10:00:00", "status": "completed", "order_total": "5", "customer_user": "3", "order_item_1": "Mug",
				"billing_address_1": "1 High Street", "billing_postcode": "N1", "billing_city": "London", "billing_country": "GB", "customer_note": "leave it",
			},
			app.Address{Street: "1 High Street", City: "London", PostalCode: "N1", Country: "GB"},
			[]string{"customer_note"},
		},
		{
			"Etsy's orders", importingtest.EtsyOrders + ",Street 1,Street 2,Ship City,Ship State,Ship Zipcode",
			importingtest.Cells{
				"Sale Date": "03/04/26", "Order ID": "900", "Buyer User ID": "ann", "Full Name": "Ann Bell", "Currency": "USD", "Order Total": "30.00",
				"Street 1": "5 Main St", "Ship City": "Salem", "Ship State": "OR", "Ship Zipcode": "97301", "Ship Country": "United States",
			},
			app.Address{Street: "5 Main St", City: "Salem", Region: "OR", PostalCode: "97301", Country: "United States"},
			nil,
		},
		{
			"Xero", importingtest.Xero + ",POAddressLine1,POCity,POPostalCode",
			importingtest.Cells{
				"*ContactName": "Ann Bell", "*InvoiceNumber": "INV-1", "*InvoiceDate": "13/03/2026", "*Description": "Mug", "*Quantity": "2", "*UnitAmount": "5.00",
				"POAddressLine1": "5 Main St", "POCity": "London", "POPostalCode": "N1",
			},
			app.Address{Street: "5 Main St", City: "London", PostalCode: "N1"},
			nil,
		},
		{
			"Stripe", importingtest.Stripe + ",Card Address Line1,Card Address City,Card Address Zip,Card Address Country",
			importingtest.Cells{
				"id": "ch_1", "Description": "Mug", "Created (UTC)": "2026-03-01 10:00:00", "Amount": "12.50", "Currency": "eur", "Status": "Paid", "Customer ID": "cus_1",
				"Card Address Line1": "5 Main St", "Card Address City": "London", "Card Address Zip": "N1", "Card Address Country": "GB",
			},
			app.Address{Street: "5 Main St", City: "London", PostalCode: "N1", Country: "GB"},
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, importingtest.Filled(tt.header, tt.row)))
			if got := p.Files[0].NotTaken; !slices.Equal(got, tt.notTaken) {
				t.Errorf("not taken %q, want %q", got, tt.notTaken)
			}
			if got := book.Anyone(t).Addresses; !slices.Equal(got, []app.Address{tt.want}) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestTablesThatSeemToHoldContactsAskForWhatContactsHave(t *testing.T) {
	for name, header := range map[string]string{
		"a name and nobody to reach": "Vorname;Nachname;Wyzx", "numbers and no name": "Telefon;E-Mail;Wyzx",
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(header, "a;b;c")}, importing.Options{})
			var e *app.Error
			if !errors.As(err, &e) || e.Key != "error.import.no-contact" {
				t.Errorf("%v", err)
			}
			if asked, ok := columns.Asks(err); !ok || asked.Fields[0] == "" || asked.Fields[2] != "" {
				t.Errorf("%+v", asked)
			}
		})
	}
}
