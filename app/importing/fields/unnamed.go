package fields

import (
	"slices"
	"strings"
)

// Columns of contacts that no name tells are told by what is in them, unless their
// names say that it is something else.

// otherNumbers are columns of numbers by which nobody is called, or by which somebody
// else is: parts of their names, and whole names.
var (
	otherNumbers = []string{
		"vat", "ustid", "ustnr", "steuer", "tax", "partitaiva", "piva", "tva", "siren", "siret", "regon", "pesel", "ssn", "αφμ", "account", "acct", "konto", "compte",
		"cuenta", "conto", "rekening", "iban", "bank", "card", "karte", "carte", "karta", "tarjeta", "loyal", "member", "mitglied", "kund", "client", "customer",
		"klant", "klient", "code", "codice", "codigo", "kod", "refno", "refnr", "reference", "referenz", "isbn", "passport", "insur", "policy", "poliza", "serial",
		"serien", "imei", "order", "bestel", "invoice", "rechn", "factur", "fattur", "faktur", "licen", "plate", "zip", "post", "plz", "isdn", "telex", "ausweis",
		"document", "emergenc", "notfall", "urgence", "spouse", "partner", "assist", "asst", "parent", "guarantor", "eori", "duns", "registr", "created", "date",
	}
	otherNames = []string{"iva", "ust", "nif", "dni", "cif", "nip", "dic", "ico", "afm", "ref", "bic", "ean", "pin"}
)

// MayBePhone tells of a column that nobody knows whether there may be telephones'
// numbers in it, by its name.
func MayBePhone(plain string) bool {
	return !ContainsAny(plain, otherNumbers...) && !slices.Contains(otherNames, plain) && !IsOfOthers(plain) &&
		!strings.HasPrefix(plain, "id") && !strings.HasSuffix(plain, "id")
}

// ShortPlace is the kind of number that a column says that is called by it alone:
// Port., Fisso.
func ShortPlace(plain string) string {
	plain = strings.TrimRight(plain, "0123456789")
	if kind := phoneShorts[plain]; kind != "" {
		return kind
	}
	return KindOfPhone(plain)
}

// births are parts of the names of columns that speak of being born.
var births = []string{
	"birth", "born", "geburt", "geboren", "naiss", "nacim", "nascim", "nascita", "urodz", "geboorte", "fodels", "fodsel", "syntym", "γεννησ", "sinh", "narozen", "szulet", "nastere",
}

// SpeaksOfBirth tells of a column whether it speaks of being born.
func SpeaksOfBirth(plain string) bool { return ContainsAny(plain, births...) }
