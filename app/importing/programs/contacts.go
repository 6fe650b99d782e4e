package programs

import (
	"ringback.app/app/importing/written"
)

// Brevo writes telephones in a way of its own, the others have columns of which only
// they know what they hold: Stripe calls the customers' numbers no more than id.
const (
	Brevo       = "Brevo"
	Stripe      = "Stripe"
	Thunderbird = "Thunderbird"
	DATEV       = "DATEV"
)

// OfContacts names the program that wrote a table of contacts by columns
// that only its tables have together; "" if it is none of those known. How a
// column is read does not depend on it, save for what is said of these.
func OfContacts(header []string) string {
	plain := make([]string, len(header))
	for i, name := range header {
		plain[i] = written.Plain(name)
	}
	for _, program := range []struct {
		name  string
		marks []string
	}{
		{"Google Contacts", []string{"phoneticfirstname", "fileas", "labels"}},
		{"Google Contacts", []string{"yominame", "groupmembership"}},
		{"Outlook", []string{"assistantsphone", "businessphone", "emailaddress"}},
		{"Outlook", []string{"telefongeschaftlich", "faxgeschaftlich", "emailadresse"}},
		{"Outlook", []string{"telephonebureau", "telecopiebureau", "adressedemessagerie"}},
		{"Outlook", []string{"telefonodeltrabajo", "telefonomovil", "direcciondecorreoelectronico"}},
		{"Outlook", []string{"ufficio", "abitazione", "indirizzopostaelettronica"}},
		{"Outlook", []string{"telefoonopwerk", "mobieletelefoon", "emailadres"}},
		{Thunderbird, []string{"displayname", "primaryemail", "screenname"}},
		{Thunderbird, []string{"anzeigename", "spitzname", "geburtsjahr"}},
		{Thunderbird, []string{"nomaafficher", "surnom", "anneedenaissance"}},
		{Thunderbird, []string{"wyswietlananazwa", "pseudonim", "urodzinyrok"}},
		{DATEV, []string{"konto", "nameadressattypunternehmen", "nameadressattypnaturlperson"}},
		{"Shopify", []string{"acceptsemailmarketing", "totalorders", "phone"}},
		{"Loyverse", []string{"customername", "customercode", "pointsbalance"}},
		{"Mailchimp", []string{"emailaddress", "memberrating", "optintime"}},
		{Brevo, []string{"email", "addedtime", "modifiedtime"}},
		{"HubSpot", []string{"recordid", "contactowner", "marketingcontactstatus"}},
		{"Zoho", []string{"recordid", "contactowner", "emailoptout"}},
		{"Salesforce", []string{"accountowner", "mailingzippostalcode"}},
		{"Salesforce", []string{"accountid", "mailingpostalcode", "assistantphone"}},
		{"Pipedrive", []string{"personname", "personowner"}},
		{"Square", []string{"squarecustomerid", "creationsource"}},
		{Stripe, []string{"id", "email", "delinquent"}},
	} {
		if HasAll(plain, program.marks) {
			return program.name
		}
	}
	return ""
}
