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
	"title", "contacttitle", "titel", "titre", "titulo", "titolo", "titteli", "tytul", "τιτλοσ",
}

// prefix takes what is said before the name. Where two columns do, as Anrede and
// Titel, it is both, the title behind.
func (r *contactRow) prefix(text string, title bool) {
	before := &r.customer.Name.Prefix
	switch {
	case *before == "":
		*before = text
	case slices.Contains(strings.Fields(*before), text):
	case title:
		*before += " " + text
	default:
		*before = text + " " + *before
	}
}
