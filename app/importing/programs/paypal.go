package programs

import "ringback.app/app/importing/fields"

// payPal is how PayPal writes what was paid, and what the shop itself paid, in each of its
// languages. The address that money came from is the customer's, and below nothing the one
// it went to.
type payPal struct {
	gross, from, to, id string
	item                []string
	kind, status        string
	pending             []string
	noSale              []string
	marks               []string // beside these
}

// payPals are its languages: English, German, French, Spanish, Italian, Dutch.
var payPals = []payPal{
	{
		"gross", "fromemailaddress", "toemailaddress", "transactionid",
		[]string{"itemtitle", "subject"},
		"type", "status",
		[]string{"pending"},
		[]string{"withdrawal", "conversion", "hold", "deposit", "fee", "authorization", "transfer", "loan", "shopping cart item", "reserve"},
		[]string{"type", "fee", "net"},
	},
	{
		"brutto", "absenderemailadresse", "empfangeremailadresse", "transaktionscode",
		[]string{"artikelbezeichnung", "betreff"},
		"typ", "status",
		[]string{"ausstehend"},
		[]string{"abbuchung", "wahrungsumrechnung", "umrechnung", "einbehalt", "einzahlung", "gebuhr", "autorisierung", "uberweisung", "darlehen", "reserve", "bankgutschrift"},
		[]string{"typ"},
	},
	{
		"avantcommission", "deladresseemail", "aladresseemail", "numerodetransaction",
		[]string{"titredelobjet", "objet"},
		"type", "etat",
		[]string{"enattente"},
		[]string{"virement", "retrait", "conversion", "suspension", "blocage", "depot", "commission", "autorisation", "transfert", "pret", "reserve"},
		[]string{"type"},
	},
	{
		"bruto", "correoelectronicodelremitente", "correoelectronicodeldestinatario", "iddetransaccion",
		[]string{"titulodelarticulo", "asunto"},
		"tipo", "estado",
		[]string{"pendiente"},
		[]string{"retirada", "conversion", "retencion", "deposito", "tarifa", "comision", "autorizacion", "transferencia", "prestamo", "reserva"},
		[]string{"tipo"},
	},
	{
		"lordo", "indirizzoemailmittente", "indirizzoemaildestinatario", "codicetransazione",
		[]string{"titolooggetto", "oggetto"},
		"tipo", "stato",
		[]string{"insospeso", "inattesa"},
		[]string{"prelievo", "conversione", "blocco", "deposito", "tariffa", "commissione", "autorizzazione", "bonifico", "trasferimento", "prestito", "riserva"},
		[]string{"tipo"},
	},
	{
		"bruto", "vanemailadres", "naaremailadres", "transactiereferentie",
		[]string{"naamitem", "onderwerp"},
		"type", "status",
		[]string{"inafwachting", "inbehandeling"},
		[]string{"opname", "valutaomrekening", "omrekening", "blokkering", "storting", "kosten", "autorisatie", "overboeking", "lening", "reserve"},
		[]string{"type"},
	},
}

// paidWithPayPal are these, and the statement that it writes in German, which names but
// who sent the money: of what the shop sent, itself.
func paidWithPayPal() []Program {
	var all []Program
	for _, p := range payPals {
		all = append(all, Program{
			Name: "PayPal", Marks: append([]string{p.gross, p.from, p.to, p.id}, p.marks...),
			Fields: map[fields.Field][]string{
				fields.Receipt: {p.id},
				fields.Email:   {p.from},
				fields.Phone:   {"contactphonenumber", "telefon", "telephone", "telefono", "telefoon"},
				fields.Item:    p.item,
				fields.Code:    nil, // Item ID is no more than a count in many shops
				fields.Amount:  {p.gross},
				fields.Total:   nil,
			},
			Status: p.status, Undone: p.pending, Sort: p.kind, Sent: p.to, Refunds: true, NoSale: p.noSale,
		})
	}
	german := payPals[1]
	return append(all, Program{
		Name: "PayPal", Marks: []string{german.gross, german.from, german.id, "beschreibung", "guthaben"},
		Fields: map[fields.Field][]string{fields.Receipt: {german.id}, fields.Email: {german.from}, fields.Item: nil, fields.Code: nil, fields.Amount: {german.gross}, fields.Total: nil},
		Sort:   "beschreibung", SentByUs: true, Refunds: true, NoSale: german.noSale,
	})
}
