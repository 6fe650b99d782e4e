package contacts_test

import (
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestATelephonesColumnIsKnownByItsNameInShortOrByWhatIsInIt(t *testing.T) {
	for _, tt := range []struct {
		field fields.Field
		names string
		cell  string
	}{
		{fields.Phone, "Tfno,Tfno.,Tlf,Tlf.,Tlfno,Ph,Ph.,Ph #,N° tél,Num. tél", "612 345 678"},
		{fields.Mobile, "Tél. port.,Port.,ĐTDĐ,Κιν.", "06 12 34 56 78"},
		{fields.Home, "Tél. dom.,Tél. personnel,Tel. stacjonarny,Fisso,Σταθ.,Τηλ. οικίας", "06 1234 5678"},
		{fields.Work, "Tél. pro,Tél. prof.,Tél. professionnel,Tel. gesch.", "01.44.55.66.77"},
		{fields.Phone, "ĐT,Zalo,Liên hệ,Numéro,Nummer,Number,Preferred number,Callback,Wie erreichbar", "0912 345 678"},
		{fields.Phone, "Numéro", "617-555-0101"},
		{fields.Phone, "Nummer", "+49 171 1234567 / 089 123456789"},
		{"", "VAT,NIP,SIRET,Loyalty card,Account,Emergency contact number 2 spouse,Tax number,Store ID,Asst", "612 345 678"},
		{"", "Numéro,Nummer,Zalo", "20240314"},
		{"", "Numéro,Nummer,Zalo", "1 234 567.00"},
		{"", "Numéro,Nummer,Zalo", "00012345"},
		{"", "Bemerkung (Telefon),Telefonnotiz", "Zentrale"},
	} {
		for name := range strings.SplitSeq(tt.names, ",") {
			f := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Name;E-Mail;"+name, "Ann Lee;ann@example.com;"+tt.cell)).Files[0]
			if f.Kind != importing.KindCards || f.Columns[2].Field != tt.field {
				t.Errorf("%s with %q is taken for %q, the table for %s", name, tt.cell, f.Columns[2].Field, f.Kind)
			}
		}
	}
}

func TestPeopleWithNothingButNumbersThatNoNameTellsAreContacts(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Tên,Zalo", "Nguyễn Thị Hòa,0912 345 678", "Trần Dũng,0912 345 679"))
	if f := p.Files[0]; f.Kind != importing.KindCards || len(book.Customers) != 2 || len(book.Named(t, "Trần Dũng").Phones) != 1 {
		t.Errorf("%s, %+v", f.Kind, book.Customers)
	}
}

func TestABirthdaysColumnIsKnownByItsNameInShortOrByWhatIsInIt(t *testing.T) {
	for _, name := range []string{"Né(e) le", "Ημ/νία γέννησης", "Tag der Geburt", "Geb.", "Nato/a il", "Birth day and month"} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table("Name;E-Mail;"+name, "Ann Lee;ann@example.com;19/03/1980"))
		if c := book.Anyone(t); c.Birthday != "1980-03-19" {
			t.Errorf("%s: %q", name, c.Birthday)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Name;E-Mail;Geburtsort", "Ann Lee;ann@example.com;Leeds"))
	if c := book.Anyone(t); c.Birthday != "" {
		t.Errorf("%q", c.Birthday)
	}
}

// As thunderbird-l10n has what heads an address book that was saved as a table
// (importMsgs.properties, 2100 to 2136).
func TestThunderbirdsAddressBookIsReadInSeveralLanguages(t *testing.T) {
	for _, tt := range []struct{ name, header string }{
		{"German", "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,Pager-Nummer," +
			"Mobil-Tel.-Nr.,Privat: Adresse,Privat: Adresse 2,Privat: Ort,Privat: Bundesland,Privat: PLZ,Privat: Land,Dienstlich: Adresse,Dienstlich: Adresse 2,Dienstlich: Ort," +
			"Dienstlich: Bundesland,Dienstlich: PLZ,Dienstlich: Land,Arbeitstitel,Abteilung,Organisation,Webseite 1,Webseite 2,Geburtsjahr,Geburtsmonat,Geburtstag,Benutzerdef. 1," +
			"Benutzerdef. 2,Benutzerdef. 3,Benutzerdef. 4,Notizen"},
		{"French", "Prénom,Nom de famille,Nom à afficher,Surnom,Adresse e-mail principale,Adresse e-mail secondaire,Nom de l’écran,Tél. professionnel,Tél. personnel,Fax,Pager," +
			"Portable,Adresse privée,Adresse privée 2,Ville,Pays/État,Code postal,Pays/Région (domicile),Adresse professionnelle,Adresse professionnelle 2,Ville,Pays/État," +
			"Code postal,Pays/Région (bureau),Profession,Service,Société,Site web 1,Site web 2,Année de naissance,Mois,Jour,Divers 1,Divers 2,Divers 3,Divers 4,Notes"},
		{"Polish", "Imię,Nazwisko,Wyświetlana nazwa,Pseudonim,Podstawowy e-mail,Dodatkowy e-mail,Komunikator AIM,Telefonu służbowy,Telefon domowy,Numer faksu,Pager," +
			"Numer telefonu komórkowego,Adres domowy,Adres domowy 2,Miasto (dom),Województwo (dom),Kod pocztowy (dom),Państwo (dom),Adres służbowy,Adres służbowy 2,Miasto (praca)," +
			"Województwo (praca),Kod pocztowy (praca),Państwo (praca),Stanowisko,Dział,Firma/Organizacja,Strona WWW 1,Strona WWW 2,Urodziny – Rok,Urodziny – Miesiąc," +
			"Urodziny – Dzień,Informacja 1,Informacja 2,Informacja 3,Informacja 4,Notatki"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header,
				"Ann,Lee,Ann Lee,Annie,ann@example.com,lee@example.com,,020 7946 0101,020 7946 0102,020 7946 0103,,07911 123456,1 High St,Flat 2,Leeds,Yorks,LS1 1AA,UK,"+
					"2 Low St,,York,Yorks,YO1 1AA,UK,Baker,Ovens,Bread Ltd,https://ann.example,,1980,3,19,,,,,likes rye"))
			if f := p.Files[0]; f.Program != "Thunderbird" {
				t.Errorf("%q", f.Program)
			}
			c := book.Anyone(t)
			labels := []string{}
			for _, phone := range c.Phones {
				labels = append(labels, phone.Label)
			}
			if got := strings.Join(labels, ","); got != "work,home,fax,mobile" {
				t.Errorf("telephones: %s", got)
			}
			home := app.Address{Label: "home", Street: "1 High St", Extra: "Flat 2", City: "Leeds", Region: "Yorks", PostalCode: "LS1 1AA", Country: "UK"}
			work := app.Address{Label: "work", Street: "2 Low St", City: "York", Region: "Yorks", PostalCode: "YO1 1AA", Country: "UK"}
			if len(c.Addresses) != 2 || c.Addresses[0] != home || c.Addresses[1] != work {
				t.Errorf("%+v", c.Addresses)
			}
			if c.Birthday != "1980-03-19" || c.Name.Full != "Ann Lee" || c.Firm != "Bread Ltd" || len(c.Emails) != 2 || len(c.Unknown) != 4 || c.Notes != "likes rye" {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestDATEVsListOfDebtorsIsReadAndItsRemarksAreNoTelephones(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		`"EXTF";700;16;"Debitoren/Kreditoren";5;20240314101200000;;"RE";"jim";"";1001;456;20240101;4;;;"Debitoren";"";;;;"";;"";;;"";;"";""`,
		"Konto;Name (Adressattyp Unternehmen);Unternehmensgegenstand;Name (Adressattyp natürl. Person);Vorname (Adressattyp natürl. Person);Name (Adressattyp keine Angabe);"+
			"Adressattyp;Kurzbezeichnung;EU-Land;EU-UStID;Anrede;Titel/Akad. Grad;Straße;Postfach;Postleitzahl;Ort;Land;Telefon;Bemerkung (Telefon);Telefon GL;"+
			"Bemerkung (Telefon GL);E-Mail;Bemerkung (E-Mail);Fax;Bemerkung (Fax)",
		`10000;"";"";"Müller";"Jürgen";"";"1";"Müller";"";"";"Herr";"Dr.";"Hauptstr. 1";"";"80331";"München";"DE";"089/123456-0";"Zentrale";"";"";"j.mueller@example.de";"dienstlich";"";""`,
		`10001;"Brot GmbH";"";"";"";"";"2";"Brot";"";"";"Firma";"";"Weg 2";"77";"80331";"München";"DE";"089/1234567";"";"";"";"";"";"";""`,
	))
	c := book.Named(t, "Herr Dr. Jürgen Müller")
	if len(c.Phones) != 1 || len(c.Emails) != 1 || c.Reference(app.ReferenceShop) != "10000" || p.Files[0].Program != "DATEV" {
		t.Errorf("%+v, written by %q", c, p.Files[0].Program)
	}
	if len(book.Customers) != 2 {
		t.Errorf("%+v", book.Customers)
	}
}
