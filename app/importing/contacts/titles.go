package contacts

import (
	"slices"
	"strings"
)

// A column called Title holds what is said before a name in some tables, and what
// somebody does in a firm in others: what is in it tells.

// titleNames are such columns. In one called Salutation or Anrede there is no
// doubt.
var titleNames = []string{
	"title", "contacttitle", "titel", "titre", "titulo", "titolo", "titteli", "tytul", "τιτλοσ", "titelakadgrad",
}

// prefix takes what is said before the name. Where two columns do, as Anrede and
// Titel, it is both, the title behind.
func (r *contactRow) prefix(text string, title bool) {
	before := &r.customer.Name.Prefix
	text = spoken(text)
	switch {
	case text == "":
	case *before == "":
		*before = text
	case slices.Contains(strings.Fields(*before), text):
	case title:
		*before += " " + text
	default:
		*before = text + " " + *before
	}
}

// forms are what stands before a name in an address or a letter, and how one is
// spoken to by it.
var forms = map[string]string{
	"herrn": "Herr", "an herrn": "Herr", "an frau": "Frau", "sehr geehrter herr": "Herr", "sehr geehrte frau": "Frau",
	"lieber herr": "Herr", "liebe frau": "Frau", "geachte heer": "Heer", "geachte mevrouw": "Mevrouw", "szanowny pan": "Pan", "szanowna pani": "Pani",
}

// unspoken are what columns of how somebody is spoken to hold that nobody says: a
// sex, whereto a letter goes, or that nothing is known.
var unspoken = []string{
	"an", "an die", "an den", "firma", "fa.", "w", "d", "f", "x", "m/w", "m/w/d", "männlich", "weiblich", "divers", "male", "female", "diverse", "neutral", "other",
	"homme", "femme", "hombre", "mujer", "uomo", "donna", "keine angabe", "k.a.", "k. a.", "unbekannt", "unknown", "none", "n/a", "unspecified", "company",
	"herr/frau", "frau/herr", "herr oder frau", "guten tag", "hallo",
}

// spoken is how somebody is spoken to of whom a table says so: Herr of Herrn, and
// nothing of a sex. The M of French tables is Monsieur.
func spoken(text string) string {
	lower := strings.ToLower(text)
	if form := forms[strings.TrimSuffix(lower, ",")]; form != "" {
		return form
	}
	if slices.Contains(unspoken, lower) || text == "m" || strings.Trim(text, "0123456789") == "" {
		return ""
	}
	return text
}
