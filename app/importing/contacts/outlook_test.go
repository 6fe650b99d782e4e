package contacts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestOutlookInOtherLanguages(t *testing.T) {
	tests := []struct {
		name        string
		header, row string
		want        app.Customer
	}{
		{
			"German",
			"Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Straße geschäftlich 2,Ort geschäftlich," +
				"Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,Straße privat,Ort privat,Postleitzahl privat,Fax geschäftlich," +
				"Telefon geschäftlich,Telefon privat,Mobiltelefon,Jahrestag,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Angezeigter Name,Geburtstag",
			"Frau,Mia,Eva,Berg,,Bergs Laden,Einkauf,Chefin,Am Markt 3,Hof,Ulm,Schwaben,89073,Deutschland,Im Tal 9,Neu-Ulm,89231,0731 7654-99," +
				"0731 7654-10,0731 7654321,0171 7654321,,mia@example.de,SMTP,Mia Berg,berg@example.de,Berg,24.12.1970",
			app.Customer{
				Name: app.Name{Full: "Frau Mia Eva Berg", Prefix: "Frau", Given: "Mia", Middle: "Eva", Family: "Berg"}, Firm: "Bergs Laden", Birthday: "1970-12-24",
				Phones: []app.Phone{
					{Label: "work fax", Typed: "0731 7654-99", E164: "+49731765499", Unfit: app.UnfitFax},
					{Label: "work", Typed: "0731 7654-10", E164: "+49731765410"},
					{Label: "home", Typed: "0731 7654321", E164: "+497317654321"},
					{Label: "mobile", Typed: "0171 7654321", E164: "+491717654321"},
				},
				Emails: []app.Email{{Address: "mia@example.de"}, {Address: "berg@example.de"}},
				Addresses: []app.Address{
					{Label: "work", Street: "Am Markt 3", Extra: "Hof", City: "Ulm", Region: "Schwaben", PostalCode: "89073", Country: "Deutschland"},
					{Label: "home", Street: "Im Tal 9", City: "Neu-Ulm", PostalCode: "89231"},
				},
				Unknown: []app.Property{{Name: "X-DEPARTMENT", Value: "Einkauf"}, {Name: "TITLE", Value: "Chefin"}},
			},
		},
		{
			"French",
			"Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Titre1,Rue (bureau),Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau)," +
				"Rue (domicile),Ville (domicile),Télécopie (bureau),Téléphone (bureau),Téléphone (domicile),Tél. mobile,Adresse de messagerie,Type de messagerie," +
				"Nom complet de l'adresse de messagerie,Adresse de messagerie 2",
			"Mme,Léa,,Roux,Jr,Chez Léa,Gérante,3 rue du Pont,Lyon,Rhône,69001,France,9 rue Haute,Bron,04 72 00 00 99,04 72 00 00 10,04 72 00 00 11,06 12 00 00 12," +
				"lea@example.fr,SMTP,Léa Roux,roux@example.fr",
			app.Customer{
				Name: app.Name{Full: "Mme Léa Roux Jr", Prefix: "Mme", Given: "Léa", Family: "Roux", Suffix: "Jr"}, Firm: "Chez Léa",
				Phones: []app.Phone{
					{Label: "work fax", Typed: "04 72 00 00 99", E164: "+33472000099", Unfit: app.UnfitFax},
					{Label: "work", Typed: "04 72 00 00 10", E164: "+33472000010"},
					{Label: "home", Typed: "04 72 00 00 11", E164: "+33472000011"},
					{Label: "mobile", Typed: "06 12 00 00 12", E164: "+33612000012"},
				},
				Emails: []app.Email{{Address: "lea@example.fr"}, {Address: "roux@example.fr"}},
				Addresses: []app.Address{
					{Label: "work", Street: "3 rue du Pont", City: "Lyon", Region: "Rhône", PostalCode: "69001", Country: "France"},
					{Label: "home", Street: "9 rue Haute", City: "Bron"},
				},
				Unknown: []app.Property{{Name: "TITLE", Value: "Gérante"}},
			},
		},
		{
			"Spanish",
			"Nombre,Segundo nombre,Apellidos,Organización,Calle del trabajo,Calle del trabajo 2,Ciudad de trabajo,Provincia o estado de trabajo,Código postal del trabajo," +
				"País o región del trabajo,Calle del domicilio,Ciudad del domicilio,Código postal del domicilio,Teléfono del trabajo,Particular,Teléfono móvil," +
				"Dirección de correo electrónico,Tipo de correo electrónico,Nombre de pantalla de correo electrónico,Cumpleaños",
			"Eva,,Gil Roca,Casa Gil,Calle Alta 3,Bajo,Soria,Castilla,42001,España,Calle Baja 9,Burgos,09001,975 000 010,975 000 011,600 000 012,eva@example.es,SMTP,Eva Gil,0/0/00",
			app.Customer{
				Name: app.Name{Full: "Eva Gil Roca", Given: "Eva", Family: "Gil Roca"}, Firm: "Casa Gil",
				Phones: []app.Phone{
					{Label: "work", Typed: "975 000 010", E164: "+34975000010"},
					{Label: "home", Typed: "975 000 011", E164: "+34975000011"},
					{Label: "mobile", Typed: "600 000 012", E164: "+34600000012"},
				},
				Emails: []app.Email{{Address: "eva@example.es"}},
				Addresses: []app.Address{
					{Label: "work", Street: "Calle Alta 3", Extra: "Bajo", City: "Soria", Region: "Castilla", PostalCode: "42001", Country: "España"},
					{Label: "home", Street: "Calle Baja 9", City: "Burgos", PostalCode: "09001"},
				},
			},
		},
		{
			"Italian",
			"Nome,Cognome,Società,Via (uff.),Città (uff.),Provincia (uff.),CAP (uff.),Paese (uff.),Via (ab.),Città (ab.),CAP (ab.),Ufficio,Abitazione,Cellulare," +
				"Indirizzo posta elettronica,Nome visualizzato posta elettronica,Compleanno",
			"Ada,Neri,Da Ada,Via Alta 3,Pisa,PI,56121,Italia,Via Bassa 9,Lucca,55100,050 000010,0583 000011,333 0000012,ada@example.it,Ada Neri,0/0/00",
			app.Customer{
				Name: app.Name{Full: "Ada Neri", Given: "Ada", Family: "Neri"}, Firm: "Da Ada",
				Phones: []app.Phone{
					{Label: "work", Typed: "050 000010", E164: "+39050000010"},
					{Label: "home", Typed: "0583 000011", E164: "+390583000011"},
					{Label: "mobile", Typed: "333 0000012", E164: "+393330000012"},
				},
				Emails: []app.Email{{Address: "ada@example.it"}},
				Addresses: []app.Address{
					{Label: "work", Street: "Via Alta 3", City: "Pisa", Region: "PI", PostalCode: "56121", Country: "Italia"},
					{Label: "home", Street: "Via Bassa 9", City: "Lucca", PostalCode: "55100"},
				},
			},
		},
		{
			"Dutch",
			`Voornaam,Tussenvoegsel,Achternaam,Bedrijf,"Werkadres, straat","Werkadres, plaats","Werkadres, postcode","Werkadres, land/regio","Huisadres, straat","Huisadres, plaats",` +
				`Telefoon op werk,Telefoon thuis,Mobiele telefoon,E-mailadres,E-mailtype,"E-mail, weergavenaam",Verjaardag,Notities`,
			"Bo,,Smit,Bij Bo,Hoogweg 3,Gouda,2801 AA,Nederland,Laagweg 9,Delft,0182 000010,015 0000011,06 10000012,bo@example.nl,SMTP,Bo Smit,0-0-00,belt graag",
			app.Customer{
				Name: app.Name{Full: "Bo Smit", Given: "Bo", Family: "Smit"}, Firm: "Bij Bo", Notes: "belt graag",
				Phones: []app.Phone{
					{Label: "work", Typed: "0182 000010", E164: "+31182000010"},
					{Label: "home", Typed: "015 0000011", E164: "+31150000011"},
					{Label: "mobile", Typed: "06 10000012", E164: "+31610000012"},
				},
				Emails: []app.Email{{Address: "bo@example.nl"}},
				Addresses: []app.Address{
					{Label: "work", Street: "Hoogweg 3", City: "Gouda", PostalCode: "2801 AA", Country: "Nederland"},
					{Label: "home", Street: "Laagweg 9", City: "Delft"},
				},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Country = map[string]string{"German": "DE", "French": "FR", "Spanish": "ES", "Italian": "IT", "Dutch": "NL"}[tt.name]
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			got := book.Anyone(t)
			got.ID = app.ID{}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if len(p.Items[0].Problems) > 0 || p.Files[0].Program != "Outlook" {
				t.Errorf("from %q, problems %v", p.Files[0].Program, p.Items[0].Problems)
			}
		})
	}
}
