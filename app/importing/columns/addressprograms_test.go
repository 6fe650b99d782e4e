package columns_test

import (
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheProgramThatWroteATableOfContactsIsNamed(t *testing.T) {
	for header, want := range map[string]string{
		"First Name,Phonetic First Name,File As,Labels,Phone 1 - Value":            "Google Contacts",
		"Name,Given Name,Yomi Name,Group Membership,Phone 1 - Value":               "Google Contacts",
		"First Name,Last Name,Assistant's Phone,Business Phone,E-mail Address":     "Outlook",
		"First Name,Last Name,Display Name,Primary Email,Screen Name,Work Phone":   "Thunderbird",
		"First Name,Last Name,Email,Accepts Email Marketing,Phone,Total Orders":    "Shopify",
		"Reference ID,First Name,Email Address,Square Customer ID,Creation Source": "Square",
		"Customer name,Email,Phone,Customer code,Points balance":                   "Loyverse",
		"Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME":              "Mailchimp",
		"Last Name,EMAIL,SMS,ADDED_TIME,MODIFIED_TIME":                             "Brevo",
		"Record ID,First Name,Email,Contact owner,Marketing contact status":        "HubSpot",
		"Record Id,Last Name,Email,Contact Owner,Email Opt Out":                    "Zoho",
		"Person - Name,Person - Phone - Work,Person - Owner":                       "Pipedrive",
		"Last Name,Mailing Zip/Postal Code,Phone,Account Owner":                    "Salesforce",
		"First Name,Phone": "",
	} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importing.Bytes("a.csv", []byte(header+"\nAnn,+442079460290,x,x,x,x\n")))
		if f := p.Files[0]; f.Kind != importing.KindCards || f.Program != want {
			t.Errorf("%s: %s from %q, want %q", header, f.Kind, f.Program, want)
		}
	}
}
