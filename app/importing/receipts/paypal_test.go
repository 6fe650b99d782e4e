package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWhatTheShopItselfPaidIsNobodysPurchaseInAnyLanguage(t *testing.T) {
	for name, header := range map[string]string{
		"in English": "Date,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title",
		"in German":  "Datum,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Absender E-Mail-Adresse,Empfänger E-Mail-Adresse,Transaktionscode,Artikelbezeichnung",
		"in French":  "Date,Nom,Type,État,Devise,Avant commission,Commission,Net,De l'adresse email,À l'adresse email,Numéro de transaction,Titre de l'objet",
		"in Spanish": "Fecha,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,Correo electrónico del remitente,Correo electrónico del destinatario,Id. de transacción,Título del artículo",
		"in Italian": "Data,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Indirizzo email mittente,Indirizzo email destinatario,Codice transazione,Titolo oggetto",
		"in Dutch":   "Datum,Naam,Type,Status,Valuta,Bruto,Kosten,Netto,Van e-mailadres,Naar e-mailadres,Transactiereferentie,Naam item",
	} {
		t.Run(name, func(t *testing.T) {
			words := map[string][5]string{ // a refund, money drawn, what was paid for, done, not done yet
				"in English": {"Payment Refund", "General Withdrawal", "Website Payment", "Completed", "Pending"},
				"in German":  {"Rückzahlung", "Allgemeine Abbuchung", "Website-Zahlung", "Abgeschlossen", "Ausstehend"},
				"in French":  {"Remboursement de paiement", "Virement standard", "Paiement", "Terminé", "En attente"},
				"in Spanish": {"Reembolso del pago", "Retirada general", "Pago exprés", "Completado", "Pendiente"},
				"in Italian": {"Rimborso pagamento", "Prelievo", "Pagamento", "Completata", "In sospeso"},
				"in Dutch":   {"Terugbetaling", "Opname", "Betaling", "Voltooid", "In afwachting"},
			}[name]
			refund, drawn, paid, done, open := words[0], words[1], words[2], words[3], words[4]
			book := importingtest.NewShelf()
			file := importingtest.Table(header,
				"2026-03-15,Bob Hill,"+paid+","+done+",EUR,100.00,-2.00,98.00,bob@example.com,shop@example.com,2AA2,Bench",
				"2026-03-16,Bob Hill,"+refund+","+done+",EUR,-25.00,0.50,-24.50,shop@example.com,bob@example.com,2AA3,Bench",
				"2026-03-17,,"+drawn+","+done+",EUR,-40.00,0.00,-40.00,shop@example.com,,2AA4,",
				"2026-03-17,Paper Ltd,"+paid+","+done+",EUR,-5.00,0.00,-5.00,shop@example.com,paper@example.com,2AA5,Paper",
				"2026-03-18,Ann Bell,"+paid+","+open+",EUR,30.00,0.00,30.00,ann@example.com,shop@example.com,2AA6,Mug")
			want := []string{"2026-03-15 2AA2 Bob Hill bob@example.com: 1×Bench=10000 10000 EUR", "2026-03-16 2AA3 Bob Hill bob@example.com: -1×Bench=-2500 -2500 EUR"}
			for range 2 {
				p := importingtest.Take(t, book, file)
				if got := book.Sold(); !slices.Equal(got, want) || p.Summary.NoSaleLines != 2 || p.Summary.UndoneLines != 1 {
					t.Fatalf("got\n%s\n%+v", strings.Join(got, "\n"), p.Summary)
				}
			}
		})
	}
}

func TestAStatementThatNamesButTheSenderGivesNobodyTheShopsAddress(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Datum,Beschreibung,Währung,Brutto,Guthaben,Transaktionscode,Absender E-Mail-Adresse,Name",
		"2026-03-15,Website-Zahlung,EUR,100.00,100.00,3AA1,bob@example.com,Bob Hill",
		"2026-03-16,Rückzahlung,EUR,-25.00,75.00,3AA2,shop@example.com,Bob Hill",
		"2026-03-17,Von Nutzer eingeleitete Abbuchung,EUR,-40.00,35.00,3AA3,shop@example.com,"))
	want := []string{"2026-03-15 3AA1 Bob Hill bob@example.com: 1×=10000 10000 EUR"}
	if got := book.Sold(); !slices.Equal(got, want) || p.Summary.NoOneLines != 1 || p.Summary.NoSaleLines != 1 || len(book.Customers) != 1 {
		t.Errorf("got %q, %+v", got, p.Summary)
	}
}
