package columns_test

import (
	"context"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestTillsOfOtherLanguagesAreRead(t *testing.T) {
	for _, tt := range []struct{ language, header string }{
		{"Spanish", "Nº cliente;Nombre;Apellidos;Nº factura;Fecha de venta;Artículo;Cantidad;Precio unitario;Importe"},
		{"Spanish, the number under Cliente", "Cliente;Nombre;Apellidos;Nº factura;Fecha;Artículo;Uds;PVP;Importe total"},
		{"French", "N° client;Prénom;Nom;N° facture;Date de facture;Libellé;Qté;PU TTC;Montant TTC"},
		{"French, with words", "Code client;Prénom;Nom;Numéro de commande;Date d'achat;Nom du produit;Quantité;Prix TTC;Total ligne"},
		{"Italian", "Codice cliente;Nome;Cognome;N. fattura;Data vendita;Prodotto;Q.tà;Prezzo unitario;Importo riga"},
		{"Portuguese", "Código do cliente;Nome;Sobrenome;Nº da fatura;Data da venda;Produto;Quantidade;Preço unitário;Valor"},
		{"Dutch", "Klantnr;Voornaam;Achternaam;Factuurnummer;Factuurdatum;Productnaam;Aantal;Stukprijs;Regelbedrag"},
		{"German", "Kunden-Nr.;Vorname;Nachname;Bon-Nr.;Verkaufsdatum;Artikelbezeichnung;Stückzahl;E-Preis;Zeilensumme"},
		{"German, of JTL", "Kundennummer;Vorname;Nachname;Auftragsnummer;Auftragsdatum;Artikelname;Menge;VK Brutto;Gesamt Brutto"},
		{"Swedish", "Kundnr;Förnamn;Efternamn;Kvittonr;Köpdatum;Benämning;Antal;À-pris;Summa"},
		{"Danish", "Kundenr.;Fornavn;Efternavn;Fakturanr.;Fakturadato;Varenavn;Antal;Stykpris;Beløb"},
		{"Norwegian", "Kundenummer;Fornavn;Etternavn;Ordrenr;Kjøpsdato;Vare;Antall;Enhetspris;Beløp"},
		{"Finnish", "Asiakasnro;Etunimi;Sukunimi;Laskun numero;Laskun päivä;Tuotteen nimi;Kpl;Kpl-hinta;Summa"},
		{"Polish", "Nr klienta;Imię;Nazwisko;Nr faktury;Data sprzedaży;Towar;Ilość;Cena;Kwota"},
		{"Polish, with a description", "Nr klienta;Imię;Nazwisko;Nr faktury;Data sprzedaży;Opis;Ilość;Cena;Kwota"},
		{"Greek", "Κωδικός Πελάτη;Όνομα;Επώνυμο;Αρ. Παραστατικού;Ημερομηνία;Περιγραφή;Ποσότητα;Τιμή;Αξία"},
		{"Greek, of orders", "Αρ. πελάτη;Όνομα;Επώνυμο;Αρ. παραγγελίας;Ημ/νία παραγγελίας;Προϊόν;Τεμάχια;Τιμή μονάδας;Σύνολο"},
		{"Polish, of receipts", "Kod klienta;Imię;Nazwisko;Numer paragonu;Data zakupu;Nazwa towaru;Szt.;Cena brutto;Wartość brutto"},
	} {
		t.Run(tt.language, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, "17;Ana;Ruiz;F1;13/04/2026;Silla;2;10,50;21,00", "17;Ana;Ruiz;F1;13/04/2026;Mesa;1;50,00;50,00"))
			for _, c := range book.Customers {
				if c.Reference(app.ReferenceShop) != "17" || c.Name.Full != "Ana Ruiz" || c.Name.Given != "Ana" || c.Name.Family != "Ruiz" {
					t.Errorf("%+v", c)
				}
			}
			if len(book.Customers) != 1 || len(p.Items) != 1 || len(p.Files[0].NotTaken) > 0 {
				t.Fatalf("%d customers, %d receipts, not taken: %v", len(book.Customers), len(p.Items), p.Files[0].NotTaken)
			}
			if r := p.Items[0]; r.Receipt != "F1" || r.Total.Minor != 7100 || len(r.Lines) != 2 || r.Lines[0].Item != "Silla" || r.Lines[0].Quantity != 2*app.One {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestATableOfDaysThatSaysNotWhatWasBoughtIsAskedAbout(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	file := importingtest.Table("Customer ID,Date,Wat,Hoeveel", "17,2026-04-13,Lamp,9.50")
	_, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{})
	if asked, ok := columns.Asks(err); importingtest.KeyOf(err) != "error.import.no-goods" || !ok || asked.Likely[3] != fields.Amount {
		t.Fatalf("%v", err)
	}
	for _, said := range []fields.Field{fields.Item, fields.Ignore} {
		maps := []columns.Mapping{{Column: "Wat", Field: said}, {Column: "Hoeveel", Field: fields.Ignore}}
		if p, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{Map: maps}); err != nil || p.Summary.Receipts.Created != 1 {
			t.Errorf("said to be %s: %v", said, err)
		}
	}
	if p := importingtest.Look(t, book, importing.Options{}, importingtest.Table("Customer ID,Date,Phone", "17,2026-04-13,+49 30 7654321")); p.Summary.Receipts.Created != 1 {
		t.Errorf("days alone: %+v", p.Summary)
	}
}

func TestContactsThatAreDescribedBoughtNothing(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Nazwa;Telefon;Opis", "Mia Berg;+49 30 7654321;zna Annę"))
	if p.Files[0].Kind != importing.KindCards {
		t.Errorf("read as %s", p.Files[0].Kind)
	}
}

func TestATableOfWhatWasBoughtInGreekIsNoTableOfContacts(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Ημερομηνία;Αρ. Παραστατικού;Κωδικός Πελάτη;Επωνυμία;Τηλέφωνο;Κωδικός Είδους;Περιγραφή;Ποσότητα;Τιμή;Αξία",
		"14/03/2024;ΑΠΥ-201;30.00.001;Παπαδόπουλος Γιώργος;2103612345;001;Κούπα μπλε;2,00;10,00;20,00"))
	f := p.Files[0]
	if f.Kind != importing.KindPurchases || len(f.NotTaken) > 0 || p.Items[0].Total.Minor != 2000 || p.Items[0].Receipt != "ΑΠΥ-201" {
		t.Errorf("read as %s, not taken %q, %+v", f.Kind, f.NotTaken, p.Items[0])
	}
	contacts := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Όνομα;Επώνυμο;Τηλέφωνο;Περιγραφή", "Γιώργος;Παπαδόπουλος;+302103612345;κάτι"))
	if contacts.Files[0].Kind != importing.KindCards {
		t.Errorf("contacts read as %s", contacts.Files[0].Kind)
	}
}

func TestNothingThatIsKnownOfAContactIsOfferedAsAPurchase(t *testing.T) {
	file := importingtest.Table("First Name,Last Name,Email,Phone,Date of Birth,Other Zip,Description,Wat", "Jane,Doe,jane@example.com,+14045551212,1980-03-14,LS1,likes blue,LS1")
	if p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file); p.Files[0].Kind != importing.KindCards {
		t.Errorf("read as %s", p.Files[0].Kind)
	}
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{
		importingtest.Table("Receipt,Phone,Date of Birth,Other Zip,Wat", "1,+14045551212,1980-03-14,9.50,LS1"),
	}, importing.Options{})
	asked, ok := columns.Asks(err)
	if !ok || asked.Likely[2] != "" || asked.Likely[3] != "" || asked.Likely[4] != "" {
		t.Errorf("%v: %q", err, asked.Likely)
	}
}
