package contacts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestUsualNamesOfColumnsOfContactsAreKnown(t *testing.T) {
	for field, names := range map[fields.Field]string{
		fields.Street: "Address Line 1,Mailing Street,Primary Address,Default Address Address1,Adresse 1,Dirección 1,Indirizzo 1,Endereço 1,Adresregel 1,Adressrad 1," +
			"Adresselinje 1,Vejnavn,Osoiterivi 1,Ulica i numer,Διεύθυνση 1,Địa chỉ 1",
		fields.Extra:    "Address Line 2,Adresszeile 2,Indirizzo 2,Adresregel 2,Adressrad 2,Default Address Address2",
		fields.City:     "Town/City,Mailing City,Default Address City,By,Poststed,Concelho,Gemeente,Miasto/Miejscowość",
		fields.Region:   "State / Region,Mailing State/Province,Default Address Province Code,UF,Fylke",
		fields.Postcode: "Postcode / ZIP,Postal / Zip Code,Mailing Zip/Postal Code,Mailing Zip,Default Address Zip,Code postal / CP,CAP",
		"country":       "Mailing Country,Default Address Country Code",
		fields.Phone:    "Contact Number,Contact No,Número de contacto,Recapito",
		fields.Home:     "Landline,LANDLINE_NUMBER,Home Tel,Tel. privat,Tél. fixe",
		fields.Mobile:   "WhatsApp,Mobiel,Mobiel nummer,Tel. kom.",
		fields.Work:     "Work Tel,Tel. geschäftlich",
		fields.Customer: "Kontaktnummer,Mã khách hàng",
		fields.Firm:     "Organisation Name,Account Name,Default Address Company,Firmanavn,Virksomhed",
		fields.Notes:    "Comments,Description,Commentaires,Comentarios,Commenti,Bemærkninger,Merknader,Kommentit,Komentarze,Σχόλια",
		fields.Tags:     "Tag,Person - Label,Etikett,Tagg,Etykieta",
		fields.Birthday: "DATE_NAISSANCE,Fødselsdato,Fecha nacimiento",
	} {
		for name := range strings.SplitSeq(names, ",") {
			text := "x"
			if field == fields.Birthday {
				text = "1980-03-14"
			}
			f := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("First Name;Last Name;Email;"+name, "Jane;Doe;jane@example.com;"+text)).Files[0]
			if f.Kind != importing.KindCards || f.Columns[3].Field != field {
				t.Errorf("%s is taken for %q, the table for %s", name, f.Columns[3].Field, f.Kind)
			}
		}
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Client Name,Email", "Jane Doe,jane@example.com"))
	if p.Items[0].Name != "Jane Doe" {
		t.Errorf("%+v", p.Items[0])
	}
}

func TestAPersonsAddressesAreToldApart(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"First Name,Last Name,Email,Asst Phone,Mailing Street,Mailing City,Mailing Zip,Other Street,Other City,Other Zip,Address Line 3",
		"Jane,Doe,jane@example.com,020 7946 0999,1 High St,London,E1 1AA,2 Low St,Leeds,LS1,",
	))
	c := book.Anyone(t)
	if len(c.Phones) > 0 { // which is the assistant's
		t.Errorf("%+v", c.Phones)
	}
	want := []app.Address{{Street: "1 High St", City: "London", PostalCode: "E1 1AA"}, {Street: "2 Low St", City: "Leeds", PostalCode: "LS1"}}
	if len(c.Addresses) != 2 || c.Addresses[0] != want[0] || c.Addresses[1] != want[1] {
		t.Errorf("%+v", c.Addresses)
	}
}

func TestListsOfProgramsForLettersAreReadAsTheyWriteThem(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"CONTACT ID;EMAIL;PRENOM;NOM;SMS;WHATSAPP;LANDLINE_NUMBER;OPT_IN;ADDED_TIME;MODIFIED_TIME",
		"1;anais@example.fr;Anaïs;Lefèvre;33612345678;;33144556677;Yes;14-03-2020 10:11:12;14-03-2021 10:11:12",
	))
	c := book.Anyone(t)
	want := []app.Phone{{Label: "mobile", Typed: "+33612345678", E164: "+33612345678"}, {Label: "home", Typed: "+33144556677", E164: "+33144556677"}}
	if !slices.Equal(c.Phones, want) {
		t.Errorf("%+v", c.Phones)
	}
	book = importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Email Address,First Name,MEMBER_RATING,OPTIN_TIME,TAGS", `jane@example.com,Jane,2,2020-01-02 10:11:12,"""VIP"",""Gift"""`))
	if c := book.Anyone(t); !slices.Equal(c.Tags, []string{"VIP", "Gift"}) {
		t.Errorf("%q", c.Tags)
	}
}

func TestPartsOfAnAddressThatComeTwiceCostNothing(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"Name,Email,Address Line 1,Address Line 2,Address Line 3,State,Province Name,Notes,Comments",
		"Jane Doe,jane@example.com,1 High St,Apt 4,Floor 2,Georgia,,likes blue,rings at noon",
	))
	c := book.Anyone(t)
	if a := c.Addresses[0]; a.Street != "1 High St" || a.Extra != "Apt 4, Floor 2" || a.Region != "Georgia" || c.Notes != "likes blue\n\nrings at noon" {
		t.Errorf("%+v, %q", a, c.Notes)
	}
}

func TestAHousesNumberStandsBehindItsStreet(t *testing.T) {
	for _, tt := range []struct{ header, row string }{
		{"Voornaam;Tussenvoegsel;Achternaam;Straat;Huisnummer;Plaats;E-mail", "Jan;van der;Berg;Lange Gracht;12 A;Utrecht;jan@example.com"},
		{"Voornaam;Tussenvoegsel;Achternaam;Hausnr.;Straße;Plaats;E-mail", "Jan;van der;Berg;12 A;Lange Gracht;Utrecht;jan@example.com"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
		if c := book.Named(t, "Jan van der Berg"); len(c.Addresses) != 1 || c.Addresses[0].Street != "Lange Gracht 12 A" {
			t.Errorf("%+v", c.Addresses)
		}
	}
	for range 10 { // the columns are in no order
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Factuurnummer;Factuurdatum;Klant;E-mail;Straat;Huisnummer;Plaats;Product;Bedrag", "1;14-03-2026;Jan Berg;jan@example.com;Lange Gracht;12 A;Utrecht;Kop;5,00"))
		if c := book.Anyone(t); len(c.Addresses) != 1 || c.Addresses[0].Street != "Lange Gracht 12 A" {
			t.Errorf("%+v", c.Addresses)
		}
	}
}

func TestTheSimplestContactsAreReadInLanguagesOfTheEast(t *testing.T) {
	for _, tt := range []struct{ language, header, row, name string }{
		{"Czech", "Jméno;Příjmení;Telefon;Ulice;Město;PSČ;Země", "Jan;Novák;+420 601 234 567;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
		{"Slovak", "Meno;Priezvisko;Telefón;Ulica;Mesto;PSČ;Štát", "Jan;Novák;+421 901 234 567;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
		{"Hungarian", "Név;Telefonszám;Cím;Város;Irányítószám;Ország", "Jan Novák;+36 30 123 4567;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
		{"Romanian", "Nume;Prenume;Telefon;Adresă;Oraș;Cod poștal;Țară", "Novák;Jan;+40 721 234 567;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
		{"Croatian", "Ime;Prezime;Telefon;Ulica;Grad;Poštanski broj;Država", "Jan;Novák;+385 91 234 5678;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
		{"Turkish", "Ad Soyad;Telefon;Adres;Şehir;Posta kodu;Ülke", "Jan Novák;+90 532 123 45 67;Dlouhá 1;Praha;110 00;CZ", "Jan Novák"},
	} {
		t.Run(tt.language, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			c := book.Anyone(t)
			want := []app.Address{{Street: "Dlouhá 1", City: "Praha", PostalCode: "110 00", Country: "CZ"}}
			if c.Name.Full != tt.name || len(c.Phones) != 1 || c.Phones[0].E164 == "" || !slices.Equal(c.Addresses, want) {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestWhatWasBoughtIsReadBesideNamesInLanguagesOfTheEast(t *testing.T) {
	for _, header := range []string{
		"Jméno;Telefon;Datum;Zboží;Cena", "Meno;Telefón;Dátum;Tovar;Cena", "Nume;Telefon;Data;Produs;Preț", "Név;Telefonszám;Dátum;Termék;Ár", "Ime;Telefon;Datum;Artikl;Cijena",
	} {
		t.Run(header, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(header, "Jan Novák;+420601123456;14.3.2026;Stůl;2490,00"))
			if c := book.Anyone(t); c.Name.Full != "Jan Novák" || len(p.Items) != 1 || len(p.Items[0].Lines) != 1 || p.Items[0].Lines[0].Item != "Stůl" {
				t.Errorf("%+v %+v", c.Name, p.Items)
			}
		})
	}
}
