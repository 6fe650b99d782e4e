package fields

import (
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/written"
)

// contactWords are what columns of contacts are called in German, French,
// Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Greek,
// Vietnamese and English, and the plainest in Czech, Slovak, Hungarian, Romanian,
// Croatian and Turkish, beside the names that programs give theirs.
var contactWords = sync.OnceValue(func() map[string]Field {
	all := make(map[string]Field)
	for part, words := range map[Field]string{
		Name: "Celé jméno, Jméno a příjmení, Meno a priezvisko, Teljes név, Név, Nume complet, Nume și prenume, Ime i prezime, Ad Soyad, Adı Soyadı, Zákazník, Vásárló, " +
			"Ganzer Name, Kunde, Kundenname, Nom complet, Nom et prénom, Nombre completo, Nombre y apellidos, Nome completo, " +
			"Nome e cognome, Volledige naam, Fullständigt namn, Koko nimi, Imię i nazwisko, Ονοματεπώνυμο, Πλήρες όνομα, Họ và tên, " +
			"Họ tên, Tên đầy đủ, Nazwa, Nom du client, Nombre cliente, Nombre del cliente, Nome cliente, Nome do cliente, Klantnaam, Naam klant, " +
			"Kundnamn, Kundens namn, Kundenavn, Kundens navn, Fulde navn, Fullt navn, Asiakkaan nimi, Nazwa klienta, Asiakas, Customer, Klant, Kund, Klient, Cliente, Client, Πελάτης, Khách hàng, " +
			"Käufer, Käufername, Name des Käufers, Acheteur, Nom de l'acheteur, Nom acheteur, Comprador, Nombre del comprador, Nombre comprador, Nome do comprador, Nome comprador, " +
			"Acquirente, Nome acquirente, Nome dell'acquirente, Koper, Naam koper, Naam van de koper, Köpare, Køber, Kjøper, Ostaja, Ostajan nimi, Kupujący, Nabywca, Αγοραστής",
		Given: "Vorname, Rufname, Prénom, Nombre de pila, Nome proprio, Primeiro nome, Voornaam, Förnamn, Tilltalsnamn, Fornavn, Etunimi, " +
			"Křestní jméno, Krstné meno, Keresztnév, Utónév, Prenume, " +
			"Kutsumanimi, Imię, Μικρό όνομα, Tên gọi, First, Forename, Christian name",
		Middle: "Zweiter Vorname, Weitere Vornamen, Deuxième prénom, Segundo nombre, Secondo nome, Nome do meio, Tweede voornaam, Mellannamn, " +
			"Toinen nimi, Drugie imię, Πατρώνυμο, Tên đệm, " +
			"Tussenvoegsel, Tussenvoegsels, Voorvoegsel, Voorvoegsels",
		Family: "Nachname, Familienname, Zuname, Nom de famille, Apellido, Apellidos, Primer apellido, Cognome, Sobrenome, " +
			"Apelido, Achternaam, Familienaam, Efternamn, Efternavn, Etternavn, Sukunimi, Nazwisko, Příjmení, Priezvisko, Vezetéknév, Családnév, Nume de familie, Prezime, Priimek, Soyad, Soyadı, Επώνυμο, Επίθετο, Họ, Last, Second name",
		Prefix: "Titel, Anrede, Titre, Titre de civilité, Civilité, Título, Tratamiento, Titolo, Tratamento, Aanhef, Titteli, Arvonimi, Tytuł, " +
			"Τίτλος, Danh xưng, Salutation, Honorific",
		Suffix: "Suffixe, Namenszusatz, Sufijo, Suffisso, Sufixo, Achtervoegsel",
		Firm: "Firma, Firmenname, Unternehmen, Organisation, Organización, Organizzazione, Organização, Société, Entreprise, Raison sociale, Empresa, Compañía, Razón social, " +
			"Azienda, Ditta, Società, Ragione sociale, Bedrijf, Bedrijfsnaam, Företag, Företagsnamn, Yritys, Yrityksen nimi, " +
			"Przedsiębiorstwo, Nazwa firmy, Εταιρεία, Επωνυμία, Công ty, Tên công ty, Business, Business name, Organization, " +
			"Organizacja, Firma/Organizacja, Firmanavn, Virksomhed, Bedrift, Selskap, Bedriftsnavn, Firmanamn, Nombre de la empresa, Nombre empresa, Nome azienda, Nome da empresa, Nom de l'entreprise, Nom de la société, Nom société, Nazwa przedsiębiorstwa, Όνομα εταιρείας, " +
			"Organisation name, Organization name, Name of firm, Trading name",
		Street: "Straße, Straße und Hausnummer, Straße Nr, Anschrift, Adresse, Rue, Adresse postale, Calle, Dirección, Domicilio, " +
			"Via, Indirizzo, Rua, Morada, Endereço, Straat, Straat en huisnummer, Adres, Gata, Gatuadress, Adress, Katu, Katuosoite, " +
			"Ulice, Ulice a číslo, Ulica a číslo, Adresa, Cím, Utca, Utca házszám, Stradă, Strada, Cadde, " +
			"Osoite, Lähiosoite, Ulica, Οδός, Διεύθυνση, Đường, Địa chỉ, Street address, " +
			"Adresszeile 1, Anschrift 1, Adresse ligne 1, Ligne d'adresse 1, Adresse 1, Dirección 1, Línea de dirección 1, Calle y número, Indirizzo 1, Riga indirizzo 1, Via e numero, Via e numero civico, Endereço 1, Endereço linha 1, Logradouro, Adresregel 1, Straatnaam, Straat en nummer, Adressrad 1, Utdelningsadress, Adresselinje 1, Adresselinie 1, Gade, Vej, Vejnavn, Gate, Gateadresse, Osoiterivi 1, Osoite 1, Adres 1, Ulica i numer, Ulica i nr, Ulica nr, Διεύθυνση 1, Οδός και αριθμός, Địa chỉ 1, Street name, Street line 1, Address first line",
		Extra: "Adresszusatz, Zusatz, Complément d'adresse, Complemento, Presso, Toevoeging, Osoitteen lisätiedot, " +
			"Address line 2, Street 2, Adresse 2, " +
			"Adresszeile 2, Anschrift 2, Ligne d'adresse 2, Adresse ligne 2, Dirección 2, Línea de dirección 2, Piso, Indirizzo 2, Riga indirizzo 2, Endereço 2, Endereço linha 2, Adresregel 2, Adressrad 2, Adresselinje 2, Adresselinie 2, Osoiterivi 2, Osoite 2, Adres 2, Διεύθυνση 2, Địa chỉ 2, Street line 2, " +
			"Complément, Bairro, Freguesia, Suite, Apartment, Apt, Apartment suite",
		City: "Ort, Stadt, Wohnort, Ortschaft, Ville, Commune, Localité, Ciudad, Localidad, Población, Municipio, Città, Comune, " +
			"Località, Cidade, Stad, Woonplaats, Plaats, Postort, Ort och stad, Kaupunki, Postitoimipaikka, Paikkakunta, Miasto, Město, Obec, Mesto, Város, Település, Oraș, Localitate, Grad, Kraj pošta, Şehir, " +
			"Miejscowość, Πόλη, Thành phố, City town, Suburb, " +
			"Stadt Ort, Ort Stadt, PLZ Ort, Ville commune, Ciudad población, Población ciudad, Città comune, Concelho, Município, Poststed, Postnr og by, Postnr by, Postnr og sted, Postnr Ort, Postcode plaats, Postcode en plaats, Gemeente, Kommun, Bostadsort, Kotikunta, Kunta, Miasto miejscowość, Miejscowość miasto, Δήμος, City suburb, Suburb city, Locality, " +
			"Localidade",
		Region: "Bundesland, Kanton, Bundesland Kanton, Région, Département, Dép Région, Provincia, Provincia o estado, Comunidad autónoma, Estado, Regione, Distrito, Provincie, " +
			"Län, Landskap, Maakunta, Województwo, Νομός, Περιφέρεια, Tỉnh, Quận, State province, County, " +
			"Region, Estado Provincia, Provincia Estado, Prov, UF, Concelho distrito, Fylke, Pays/État, Région département, Tỉnh thành, Tỉnh thành phố",
		Postcode: "PLZ, Postleitzahl, Code postal, CP, Código postal, CAP, Codice postale, CEP, Postcode, Postnummer, Postnr, " +
			"PSČ, Poštovní směrovací číslo, Irányítószám, Cod poștal, Poštanski broj, Poštna številka, Posta kodu, " +
			"Postinumero, Kod pocztowy, Ταχυδρομικός κώδικας, ΤΚ, Mã bưu điện, Mã bưu chính, Zip code, Zip postal code, " +
			"PLZ Postleitzahl, Code postal CP, CP Código postal, Código postal CP, C P, C A P, CAP codice postale, Postkode, Post nr, Post kode",
		Country: "Land, Země, Stát, Krajina, Štát, Ország, Țară, Țara, Država, Ülke, Staat, Land Region, Land regio, Nazione Regione, Pays, Pays Région, País, País o región, Paese, Nazione, Maa, Kraj, Państwo, Χώρα, Quốc gia, Nước",
		Birthday: "Geburtstag, Geburtsdatum, Geb Datum, Geboren, Anniversaire, Date de naissance, Naissance, Cumpleaños, " +
			"Fecha de nacimiento, Compleanno, Data di nascita, Aniversário, Data de nascimento, Verjaardag, Geboortedatum, " +
			"Födelsedag, Födelsedatum, Syntymäpäivä, Syntymäaika, Urodziny, Data urodzenia, Γενέθλια, Ημερομηνία γέννησης, " +
			"Ngày sinh, Sinh nhật, DOB, Birth date, Bday, " +
			"Né le, Née le, Né(e) le, Nato il, Nata il, Nato/a il, Geb, Geboren am, Data ur, Ημ/νία γέννησης, Ημ γέννησης, Fecha nac, Fecha de nac, F nacimiento, F nac, " +
			"Date naissance, Fecha nacimiento, Data nascita, Data nascimento, Data de aniversário, Fødselsdag, Fødselsdato, Fødselsdagsdato, Geburtstagsdatum, Born, Date born",
		Notes: "Notiz, Notizen, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Remarque, Remarques, Nota, Notas, " +
			"Observaciones, Note, Osservazioni, Observações, Opmerking, Opmerkingen, Notitie, Notities, Anteckning, Anteckningar, " +
			"Anmärkning, Muistiinpano, Muistiinpanot, Huomautus, Lisätiedot, Notatka, Notatki, Uwagi, Σημείωση, Σημειώσεις, " +
			"Παρατηρήσεις, Ghi chú, remarks, Remark, " +
			"Kommentar, Kommentare, Commentaire, Commentaires, Comentario, Comentarios, Comentário, Comentários, Commento, Commenti, Commentaar, Kommentarer, Bemærkning, Bemærkninger, Bemerkning, Bemerkninger, Merknad, Merknader, Noter, Notater, Notat, Kommentti, Kommentit, Komentarz, Komentarze, Σχόλια, Σχόλιο, Nhận xét, Bình luận, " +
			"Customer notes, Customer note, Contact notes, Kundennotiz",
		Tags: "Schlagwörter, Schlagworte, Kategorie, Kategorien, Gruppe, Gruppen, Étiquettes, Catégorie, Catégories, Groupe, " +
			"Groupes, Etiquetas, Categoría, Categorías, Grupo, Grupos, Etichette, Categoria, Categorie, Gruppo, Etiketten, Groep, " +
			"Groepen, Taggar, Kategorier, Grupp, Grupper, Tunnisteet, Ryhmä, Ryhmät, Luokka, Tagi, Etykiety, Grupa, Grupy, " +
			"Ετικέτες, Κατηγορία, Ομάδα, Thẻ, Nhãn, Nhóm, Group, Groups, " +
			"Schlagwort, Etikett, Label, Étiquette, Mot clé, Mots clés, Etiqueta, Etichetta, Etiket, Tagg, Etikette, Mærke, Mærkat, Merke, Merkelapp, Kategori, Tunniste, Etykieta, Kategoria, Ετικέτα, " +
			"Customer group, Customer groups, Kundengruppe, Groupe client, Groupe de clients, Grupo de clientes, Gruppo clienti, Klantgroep, Kundgrupp, Kundegruppe, Asiakasryhmä, Grupa klientów, Nhóm khách hàng",
		Language: "Sprache, Langue, Idioma, Lingua, Língua, Taal, Språk, Kieli, Język, Γλώσσα, Ngôn ngữ",
		Email: "Mail, Mail Adresse, Messagerie, Adresse de messagerie, Courriel, Adresse courriel, Mél, Adresse électronique, Correo, Correo electrónico, " +
			"Dirección de correo electrónico, Posta elettronica, Indirizzo posta elettronica, Correio eletrónico, Correio eletrônico, E-post, E-postadress, E-postadresse, Mejl, Mailadress, " +
			"Sähköposti, Sähköpostiosoite, Poczta elektroniczna, Poczta, Ηλεκτρονικό ταχυδρομείο, Ηλεκτρονική διεύθυνση, Thư điện tử, " +
			"Hòm thư, Mailaddress, Mail address",
	} {
		for word := range strings.SplitSeq(words, ",") {
			if plain := written.Plain(word); all[plain] == None {
				all[plain] = part
			}
		}
	}
	return all
})

// anyName are the columns that hold the whole name, or the part of it that no
// other column holds: Name beside Vorname is the family's, Nombre beside
// Apellidos one's own.
var anyName = []string{
	"name", "nom", "nombre", "nome", "naam", "namn", "navn", "nimi", "ονομα", "ten", "nazwa", "jmeno", "meno", "nume", "ime",
}

// contactPersons are the columns of who is to be asked for in a firm.
var contactPersons = []string{
	"contact", "contactperson", "kontakt", "ansprechpartner", "kontaktperson", "contacto", "personadecontacto", "contatto", "contato",
	"contactpersoon", "yhteyshenkilo", "osobakontaktowa", "υπευθυνοσ", "nguoilienhe",
}

// What columns of telephones are called: parts of a name, and whole names.
var (
	phoneParts = []string{
		"phone", "fax", "telecop", "pager", "telefon", "puhelin", "telefax", "mobil", "mobiel", "movil", "celular", "cellulare", "cellphone", "telemovel", "faks",
		"matkapuh", "kannykka", "komork", "komorkow", "τηλεφων", "κινητο", "φαξ", "dienthoai", "didong", "portable", "telefoon",
		"gsmnummer", "handynummer",
	}
	phoneNames = []string{
		"tel", "telnr", "telno", "telefonnr", "handy", "handynr", "gsm", "natel", "cell", "cel", "contactnumber", "contactno", "contactnr", "landline", "landlinenumber", "landlineno", "whatsapp", "whatsappnumber", "mob", "mobno", "mobnr",
		"numerodecontacto", "numerocontacto", "numerodecontato", "recapito", "recapiti", "sdt", "sodt", "puh", "puhnro", "fijo",
		"fon", "rufnummer", "festnetz", "fixe", "stacjonarny", "nrtel", "τηλ", "σταθερο", "kom",
		"tfno", "tlf", "tlfno", "ph", "phno", "phnr", "dtdd", "κιν", "σταθ",
	}
	// phoneShorts are kinds of number in short, behind or before Tel.
	phoneShorts = map[string]string{
		"port": "mobile", "kom": "mobile", "cel": "mobile", "pro": "work", "prof": "work", "professionnel": "work", "gesch": "work", "dom": "home",
		"perso": "home", "personnel": "home", "priv": "home", "stacjonarny": "home", "fisso": "home", "fijo": "home", "οικιασ": "home",
	}
)

// shortKind is the kind of number that a column says in short: Tél. pro; "" if it
// says none.
func shortKind(plain string) string {
	plain = strings.TrimRight(plain, "0123456789")
	for _, tel := range []string{"tel", "τηλ"} {
		if kind, ok := strings.CutPrefix(plain, tel); ok && phoneShorts[kind] != "" {
			return phoneShorts[kind]
		}
		if kind, ok := strings.CutSuffix(plain, tel); ok && phoneShorts[kind] != "" {
			return phoneShorts[kind]
		}
	}
	return map[string]string{"dtdd": "mobile", "κιν": "mobile", "σταθ": "home"}[plain]
}

// phoneKinds tell the kind of number by parts of a column's name.
var phoneKinds = []struct{ in, label string }{
	{"mobil", "mobile"},
	{"mob", "mobile"},
	{"handy", "mobile"},
	{"whatsapp", "mobile"},
	{"sms", "mobile"},
	{"landline", "home"},
	{"movil", "mobile"},
	{"celular", "mobile"},
	{"cellulare", "mobile"},
	{"cell", "mobile"},
	{"telemovel", "mobile"},
	{"matkapuh", "mobile"},
	{"kannykka", "mobile"},
	{"komork", "mobile"},
	{"κινητο", "mobile"},
	{"didong", "mobile"},
	{"portable", "mobile"},
	{"gsm", "mobile"},
	{"natel", "mobile"},
	{"fax", "fax"},
	{"faks", "fax"},
	{"telecop", "fax"},
	{"φαξ", "fax"},
	{"privat", "home"},
	{"home", "home"},
	{"domicile", "home"},
	{"casa", "home"},
	{"thuis", "home"},
	{"hem", "home"},
	{"koti", "home"},
	{"domow", "home"},
	{"σπιτι", "home"},
	{"nharieng", "home"},
	{"festnetz", "home"},
	{"fixe", "home"},
	{"fijo", "home"},
	{"dienst", "work"},
	{"geschaft", "work"},
	{"arbeit", "work"},
	{"buro", "work"},
	{"firma", "work"},
	{"travail", "work"},
	{"bureau", "work"},
	{"trabajo", "work"},
	{"oficina", "work"},
	{"ufficio", "work"},
	{"lavoro", "work"},
	{"trabalho", "work"},
	{"werk", "work"},
	{"zakelijk", "work"},
	{"arbet", "work"},
	{"jobb", "work"},
	{"tyo", "work"},
	{"praca", "work"},
	{"sluzbow", "work"},
	{"εργασια", "work"},
	{"coquan", "work"},
	{"office", "work"},
}

// InWords tells what a column holds by the words of the languages known.
func InWords(plain string) (Contact, bool) {
	if slices.Contains(anyName, plain) || slices.Contains(contactPersons, plain) {
		return Contact{Part: Name}, true
	}
	part, ok := contactWords()[plain]
	if !ok {
		part = contactWords()[strings.TrimRight(plain, "23")] // a second one
		if part != Email {
			return inPlace(plain)
		}
	}
	switch {
	case part == Email:
		return Contact{Part: part, Group: plain}, true
	case slices.Contains(AddressParts(), part):
		return Contact{Part: part, Group: "address"}, true
	}
	return Contact{Part: part}, true
}

// placeWords tell whose address a column is of, before or behind the part of it:
// Straße geschäftlich, Rue (bureau), Weitere Postleitzahl.
var placeWords = []struct{ in, place string }{
	{"geschaftlich", "work"},
	{"dienstlich", "work"},
	{"deltrabajo", "work"},
	{"detrabajo", "work"},
	{"dilavoro", "work"},
	{"uff", "work"},
	{"werkadres", "work"},
	{"deldomicilio", "home"},
	{"deresidencia", "home"},
	{"dicasa", "home"},
	{"diresidenza", "home"},
	{"ab", "home"}, // Città (ab.)
	{"huisadres", "home"},
	{"bureau", "work"},
	{"trabajo", "work"},
	{"trabalho", "work"},
	{"ufficio", "work"},
	{"lavoro", "work"},
	{"zakelijk", "work"},
	{"werk", "work"},
	{"arbete", "work"},
	{"tyo", "work"},
	{"privat", "home"},
	{"prive", "home"},
	{"privee", "home"},
	{"professionnelle", "work"},
	{"professionnel", "work"},
	{"domowy", "home"},
	{"sluzbowy", "work"},
	{"dom", "home"}, // Miasto (dom)
	{"praca", "work"},
	{"domicile", "home"},
	{"particular", "home"},
	{"abitazione", "home"},
	{"thuis", "home"},
	{"hem", "home"},
	{"koti", "home"},
	{"weitere", "other"},
	{"weiterer", "other"},
	{"weiteres", "other"},
	{"autre", "other"},
	{"otra", "other"},
	{"otro", "other"},
	{"altro", "other"},
}

// inPlace tells what a column of a postal address holds that says whose it is in
// another language than English.
func inPlace(plain string) (Contact, bool) {
	bare := strings.TrimRight(plain, "23")
	for _, w := range placeWords {
		rest, found := strings.CutSuffix(bare, w.in)
		if !found {
			rest, found = strings.CutPrefix(bare, w.in)
		}
		part := contactWords()[rest]
		if !found || !slices.Contains(AddressParts(), part) {
			continue
		}
		switch line := plain[len(bare):]; {
		case line == "2" && part == Street:
			part = Extra
		case line != "":
			return Contact{}, false
		}
		return Contact{Part: part, Group: "address" + w.place, Label: strings.TrimPrefix(w.place, "other")}, true
	}
	return Contact{}, false
}

// isPhoneWord tells whether a column of that name holds a telephone's number.
func isPhoneWord(plain string) bool {
	trimmed := strings.TrimRight(plain, "0123456789")
	if ContainsAny(plain, phoneParts...) || slices.Contains(phoneNames, trimmed) {
		return true
	}
	kind, ok := strings.CutPrefix(trimmed, "tel") // Tel. privat, Home tel
	if !ok {
		kind, ok = strings.CutSuffix(trimmed, "tel")
	}
	return shortKind(plain) != "" || ok && (reachLabel(kind) != "" || slices.Contains(numberWords, kind))
}

// KindOfPhone is the kind of number that a column says in a language other than
// English; "" if it says none.
func KindOfPhone(plain string) string {
	for _, kind := range phoneKinds {
		if strings.Contains(plain, kind.in) {
			return kind.label
		}
	}
	return ""
}

// IsContactPerson tells of a column whether it is of whom to ask for in a firm.
func IsContactPerson(plain string) bool { return slices.Contains(contactPersons, plain) }

// IsBareName tells of a column whether it is called Name and no more, in any language.
func IsBareName(plain string) bool { return slices.Contains(anyName, plain) }
