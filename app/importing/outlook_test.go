package importing_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
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
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := newShelf()
			book.plan.Country = map[string]string{"German": "DE", "French": "FR"}[tt.name]
			p := take(t, book, table(tt.header, tt.row))
			got := book.anyone(t)
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
