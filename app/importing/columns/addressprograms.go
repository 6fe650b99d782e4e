package columns

import (
	"ringback.app/app/importing/written"
)

// Brevo writes telephones in a way of its own, the others have columns of which only
// they know what they hold: Stripe calls the customers' numbers no more than id.
const (
	brevo       = "Brevo"
	stripe      = "Stripe"
	thunderbird = "Thunderbird"
	datev       = "DATEV"
)

// addressProgram names the program that wrote a table of contacts by columns
// that only its tables have together; "" if it is none of those known. How a
// column is read does not depend on it, save for what is said of these.
func addressProgram(header []string) string {
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
		{thunderbird, []string{"displayname", "primaryemail", "screenname"}},
		{thunderbird, []string{"anzeigename", "spitzname", "geburtsjahr"}},
		{thunderbird, []string{"nomaafficher", "surnom", "anneedenaissance"}},
		{thunderbird, []string{"wyswietlananazwa", "pseudonim", "urodzinyrok"}},
		{datev, []string{"konto", "nameadressattypunternehmen", "nameadressattypnaturlperson"}},
		{"Shopify", []string{"acceptsemailmarketing", "totalorders", "phone"}},
		{"Loyverse", []string{"customername", "customercode", "pointsbalance"}},
		{"Mailchimp", []string{"emailaddress", "memberrating", "optintime"}},
		{brevo, []string{"email", "addedtime", "modifiedtime"}},
		{"HubSpot", []string{"recordid", "contactowner", "marketingcontactstatus"}},
		{"Zoho", []string{"recordid", "contactowner", "emailoptout"}},
		{"Salesforce", []string{"accountowner", "mailingzippostalcode"}},
		{"Salesforce", []string{"accountid", "mailingpostalcode", "assistantphone"}},
		{"Pipedrive", []string{"personname", "personowner"}},
		{"Square", []string{"squarecustomerid", "creationsource"}},
		{stripe, []string{"id", "email", "delinquent"}},
	} {
		if hasAll(plain, program.marks) {
			return program.name
		}
	}
	return ""
}
