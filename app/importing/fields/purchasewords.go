package fields

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/written"
)

// purchaseWords are what tills and shops call the columns of what was bought in
// German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
// Norwegian, Finnish, Polish and Greek, beside the names of headers. # is any of the
// ways to say number before or behind a word.
var purchaseWords = map[Field]string{
	Customer: "Kunden #, Kunden ID, Kd #, # client, # du client, Code client, Réf client, Référence client, ID client, # cliente, " +
		"# socio, Código cliente, Código de cliente, Código do cliente, Cód cliente, ID cliente, Codice cliente, Cod cliente, Klant #, Klant ID, " +
		"Klantcode, Kund #, Kund ID, Kunde #, Kunde ID, Asiakas #, Asiakas ID, # klienta, ID klienta, Kod klienta, " +
		"Login kupującego, Nutzername des Käufers, " +
		"Κωδικός πελάτη, Κωδ πελάτη, # πελάτη",
	Receipt: "Rechnung #, Rechnungs #, Rg #, Beleg #, Bon #, Kassenbon, Kassenbon #, Bestell #, Bestellung #, Auftrags #, Transaktions #, Transaktionscode, Transaktions ID, Quittung, Quittungs #, " +
		"# facture, # de facture, # ticket, # de ticket, # commande, # de commande, # pièce, # de pièce, # reçu, Commande, Reçu, Ticket de caisse, " +
		"# factura, # ticket, # pedido, # orden, # de la orden, # venta, # de venta, # recibo, # albarán, # boleta, # comprobante, # folio, Folio, Boleta, Comprobante, Recibo, Pedido, Orden, Albarán, " +
		"ID pedido, ID del pedido, ID do pedido, ID orden, ID de orden, ID de la orden, ID commande, ID de commande, ID ordine, ID zamówienia, " +
		"# fattura, # scontrino, # ordine, # ricevuta, Fattura, Scontrino, Ordine, Ricevuta, # fatura, # encomenda, Fatura, Encomenda, " +
		"Factuur, Factuur #, Bon, Kassabon, Kassabon #, Order #, Bestelling, Bestelling #, Bestel #, Ordernummer, " +
		"Faktura, Faktura #, Kvitto, Kvitto #, Kvittens #, Ordre, Ordre #, Bon #, Kvittering, Kvitterings #, Bilag, Bilags #, " +
		"Lasku, Lasku #, Laskun #, Kuitin #, Kuitti #, Tilaus, Tilaus #, Tilauksen #, Tosite #, " +
		"# faktury, # paragonu, # zamówienia, # dokumentu, # rachunku, # transakcji, Paragon, Zamówienie, Rachunek, " +
		"# παραστατικού, # απόδειξης, # τιμολογίου, # παραγγελίας, Παραστατικό, Απόδειξη, Τιμολόγιο, Παραγγελία, Κωδικός παραγγελίας, Κωδικός παραστατικού",
	Day: "Kaufdatum, Verkaufsdatum, Auftragsdatum, Bondatum, Datum Uhrzeit, Date facture, Date de facture, Date de facturation, Date de vente, Date vente, " +
		"Date d'achat, Date achat, Date commande, Date de commande, Date du ticket, Jour, Fecha factura, Fecha de factura, Fecha venta, " +
		"Fecha de venta, Fecha compra, Fecha de compra, Fecha pedido, Fecha del pedido, Fecha y hora, Fecha hora, Fecha emisión, Fecha de emisión, Data fattura, Data vendita, " +
		"Data di vendita, Data acquisto, Data di acquisto, Data ordine, Data scontrino, Data documento, Data e ora, Giorno, Data da venda, Data venda, " +
		"Data da compra, Data compra, Data da fatura, Data fatura, Data do pedido, Data e hora, Data de emissão, Factuurdatum, Verkoopdatum, Aankoopdatum, Besteldatum, " +
		"Orderdatum, Bondatum, Datum tijd, Fakturadatum, Köpdatum, Inköpsdatum, Försäljningsdatum, Försäljningsdag, Kvittodatum, Datum tid, Fakturadato, " +
		"Købsdato, Kjøpsdato, Salgsdato, Ordredato, Bilagsdato, Laskun päivä, Laskun päiväys, Laskun pvm, Laskupäivä, Laskun päivämäärä, Myyntipäivä, Ostopäivä, " +
		"Kauppapäivä, Tilauspäivä, Kuitin päivä, Päivä, Data sprzedaży, Data zakupu, Data faktury, Data wystawienia, Data paragonu, " +
		"Data zamówienia, Data transakcji, Dzień, " +
		"Verkauft am, Gekauft am, Vendu le, Acheté le, " +
		"Ημερομηνία, Ημ/νία, Ημερομηνία παραστατικού, Ημερομηνία παραγγελίας, Ημερομηνία αγοράς, Ημερομηνία πώλησης, Ημερομηνία έκδοσης, Ημ/νία παραστατικού, Ημ/νία παραγγελίας, Ημέρα",
	Time: "Verkaufszeit, Heure de vente, Hora de venta, Ora, Hora da venda, Tijd, Tijdstip, Tid, Tidpunkt, Tidspunkt, Klokkeslæt, Klokkeslett, Kellonaika, Aika, " +
		"Godzina, Czas, " +
		"Ώρα",
	Item: "Artikelbezeichnung, Artikelname, Produktname, Produktbezeichnung, Ware, Warenbezeichnung, Artikeltext, Beschreibung, " +
		"Désignation article, Libellé, Libellé article, Nom du produit, Nom de l'article, Nom produit, Désignation produit, Produits, Articles, Artículo, Artículos, Nombre del producto, " +
		"Nombre producto, Nombre artículo, Descripción artículo, Descripción del artículo, Concepto, Prodotto, Nome prodotto, Descrizione, Descrizione articolo, Nome articolo, " +
		"Produto, Produtos, Nome do produto, Artigo, Descrição, Descrição do produto, Artikelomschrijving, Artikelnaam, Productnaam, Productomschrijving, " +
		"Artikelbenämning, Benämning, Produktnamn, Vara, Varunamn, Beskrivning, Vare, Varenavn, Varetekst, Produktnavn, Beskrivelse, Tuotenimi, Tuotteen nimi, Tuotteet, " +
		"Nimikkeen nimi, Tuotekuvaus, Kuvaus, Selite, Towar, Nazwa towaru, Nazwa produktu, Produkty, Nazwa artykułu, Artykuł, Opis, Opis towaru, " +
		"Zboží, Název zboží, Výrobek, Položka, Tovar, Názov tovaru, Termék, Terméknév, Termék neve, Cikk, Produs, Produse, Nume produs, Denumire produs, Articol, Artikl, Proizvod, Ürün, Ürün adı, " +
		"Towar usługa, Nazwa towaru lub usługi, Nazwa oferty, Angebotstitel, Título del producto, Título de la publicación, Título do produto, Título do anúncio, Titre de l'annonce, " +
		"Περιγραφή, Περιγραφή είδους, Είδος, Είδη, Ονομασία είδους, Προϊόν, Προϊόντα, Όνομα προϊόντος, Περιγραφή προϊόντος",
	Code: "Artikel #, Art #, Produkt #, Waren #, Artikelcode, Produktcode, Code article, Code produit, Réf article, Réf produit, Référence article, " +
		"Référence produit, Code barre, Code barres, Code à barres, Código artículo, Código de artículo, Código producto, Código de producto, Código de barras, ID producto, ID del producto, ID de producto, ID artículo, Ref artículo, " +
		"Referencia artículo, Codice articolo, Cod articolo, Codice prodotto, Codice a barre, Código do produto, ID produto, ID do produto, ID produit, ID article, ID prodotto, ID articolo, Produkt ID, Artikel ID, ID produktu, ID towaru, Código do artigo, Código produto, " +
		"Productcode, Product #, Streepjescode, Vare #, Varu #, Streckkod, Strekkode, Stregkode, Tuote #, Tuotteen #, Nimike #, Viivakoodi, Kod towaru, Kod produktu, " +
		"# artykułu, # towaru, Kod kreskowy, Symbol towaru, " +
		"Κωδικός είδους, Κωδ είδους, Κωδικός προϊόντος, # είδους",
	Quantity: "Stückzahl, Anz, Nb articles, Nombre d'articles, Cant, Unidades, Uds, Quantidade, Qtd, Qtde, Unidade vendida, Q.tà, Qta, Q.ta, Pezzi, " +
		"Stuks, Hoeveelheid, Mängd, Kvantitet, Antall, Mengde, Mængde, Lukumäärä, Lkm, Liczba, Sztuk, Szt, Liczba sztuk, " +
		"Cantidad del producto, Cantidad comprada, Cantidad vendida, Quantidade do produto, Quantidade comprada, Quantidade vendida, Quantité commandée, Quantité achetée, " +
		"Ποσότητα, Τεμάχια, Τεμ, Ποσ",
	Price: "Preis pro Stück, Einzelpreis brutto, E Preis, EP, VK Preis, VK Brutto, VK Preis brutto, VK, Prix unitaire TTC, PU TTC, PU, Prix TTC, Prix de vente, Prix unitaire HT, " +
		"PU HT, Precio unitario, Precio unidad, P unitario, Precio venta, Precio de venta, PVP, Prezzo unitario, Prezzo di vendita, Preço, Preço unitário, " +
		"Preço de venda, Stukprijs, Eenheidsprijs, Prijs per stuk, Verkoopprijs, Pris, Styckpris, À pris, Enhetspris, Stykpris, Enhedspris, " +
		"Salgspris, Stykkpris, Yksikköhinta, Kappalehinta, Kpl hinta, Myyntihinta, Cena, Cena jednostkowa, Cena brutto, Cena jednostkowa brutto, Cena sprzedaży, Cena netto, " +
		"Precio del producto, Precio producto, Precio unitario de venta, Valor unitario, Valor unitario venta, Preço do produto, Valor do produto, Valor unitário, Prix du produit, Prix produit, Prezzo prodotto, Prezzo del prodotto, " +
		"Τιμή, Τιμή μονάδας, Τιμή τεμαχίου, Λιανική τιμή, Τιμή πώλησης",
	Amount: "Zeilensumme, Positionssumme, Zeilenbetrag, Betrag brutto, Bruttobetrag, Umsatz, Gesamt brutto, Gesamtpreis brutto, Summe brutto, Gesamt, Montant TTC, Montant ligne, Total ligne, " +
		"Total ligne TTC, Montant HT, Importe línea, Importe total, Monto, Monto línea, Total línea, Importe con IVA, Subtotal, Importo riga, Totale riga, Importo totale, Valor, Valor total, Total da linha, " +
		"Regelbedrag, Regeltotaal, Bedrag incl btw, Summa, Radsumma, Radbelopp, Radtotal, Beløp, Beløb, Linjebeløp, Linjebeløb, Linjesum, " +
		"Summa, Rivin summa, Rivihinta, Rivi yhteensä, Verollinen summa, Kwota, Wartość, Wartość brutto, Kwota brutto, Wartość sprzedaży, Wartość netto, " +
		"Αξία, Ποσό, Αξία γραμμής, Σύνολο γραμμής, Μικτή αξία, Καθαρή αξία, Τελική αξία",
	Total: "Gesamt, Gesamtbetrag brutto, Endbetrag, Endsumme, Rechnungssumme, Bestellsumme, Auftragssumme, Bonsumme, Montant total, Total facture, Total commande, Total général, Net à payer, " +
		"Montant TTC, Total factura, Total pedido, Total venta, Monto total, Total boleta, Importe total, Totale, Totale fattura, Totale documento, Totale ordine, Importo totale, Total da fatura, Total do pedido, Total da venda, Valor do pedido, " +
		"Total fatura, Valor total, Totaalbedrag, Eindtotaal, Factuurbedrag, Summa, Totalt, Totalsumma, Totalbelopp, Fakturabelopp, Att betala, I alt, Totalbeløb, Totalbeløp, " +
		"Sum, Totalsum, Fakturabeløb, Laskun summa, Kokonaissumma, Kuitin summa, Summa, Suma, Razem, Kwota razem, Do zapłaty, Wartość zamówienia, " +
		"Σύνολο, Γενικό σύνολο, Σύνολο παραγγελίας, Σύνολο παραστατικού, Σύνολο τιμολογίου, Πληρωτέο, Τελικό ποσό",
	Currency: "Währung, Monnaie, Divisa, Moeda, Valuta, Munt, Waluta, " +
		"Νόμισμα",
	SoldBy: "Mitarbeiter, Kassierer, Kassiererin, Bediener, Bedient von, Vendeuse, Caissier, Caissière, Vendu par, Vendedora, Cajero, Atendido por, Venditore, Cassiere, " +
		"Operatore, Commesso, Verkoper, Medewerker, Kassier, Kassör, Expedit, Sælger, Selger, Ekspedient, Kasserer, Myyjän nimi, Kassa henkilö, Kassanhoitaja, " +
		"Sprzedawca, Sprzedający, Kasjer, Kasjerka, " +
		"Πωλητής, Ταμίας, Υπάλληλος, Χειριστής",
}

// descriptions are columns of what was bought in tables of purchases, and of who
// somebody is in those of contacts.
var descriptions = []string{
	"description", "beschreibung", "descripcion", "omschrijving", "descrizione", "descricao", "opis", "kuvaus", "selite", "περιγραφη", "beskrivelse", "beskrivning", "concepto",
}

// numberWords are the ways to say number beside a word, as written.Plain has them:
// N°, Nº, Nr., No, Nro, Número, Numéro de, Numero di, Αρ.
var numberWords = []string{
	"nr", "n", "no", "nro", "num", "numer", "numero", "nummer", "nde", "node", "nrde", "numde", "numerode", "numerodu", "numerodi", "numerodo", "numeroda", "numerodel", "nda", "noda", "αρ", "αριθμοσ",
}

// Names are the names of the columns of each field, the surest first.
var Names = sync.OnceValue(func() map[Field][]string {
	all := make(map[Field][]string, len(headers))
	for field, names := range headers {
		all[field] = append(all[field], names...)
	}
	for field, words := range furtherWords {
		all[field] = append(all[field], plainNames(words)...)
	}
	for field, words := range purchaseWords {
		for word := range strings.SplitSeq(words, ",") {
			before, after, numbered := strings.Cut(word, "#")
			if !numbered {
				all[field] = append(all[field], written.Plain(word))
				continue
			}
			for _, number := range numberWords {
				all[field] = append(all[field], written.Plain(before)+number+written.Plain(after))
			}
		}
	}
	return all
})

// IsDescription tells of a column whether it describes something, or somebody.
func IsDescription(plain string) bool { return slices.Contains(descriptions, plain) }
