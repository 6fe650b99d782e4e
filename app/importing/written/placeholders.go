package written

import (
	"strings"

	"ringback.app/app/folding"
)

// placeholders are what tills and web shops write for a customer whom they do not
// know, in the languages of package fields, folded; also where a number or an
// address is wanted.
var placeholders = map[string]bool{
	"n/a": true, "n.a.": true, "na": true, "n.v.t.": true, "none": true, "null": true, "nil": true, "no": true, "x": true, "xx": true, "xxx": true,
	"guest": true, "guest customer": true, "guest user": true, "guest checkout": true, "walk-in": true, "walk in": true, "walkin": true,
	"walk-in customer": true, "walk in customer": true, "walkin customer": true, "cash": true, "cash sale": true, "cash sales": true,
	"cash customer": true, "retail customer": true, "counter sale": true, "anonymous": true, "unknown": true, "unknown customer": true,
	"no customer": true, "default": true, "default customer": true, "not available": true, "not provided": true, "tbd": true,
	"gast": true, "gastkunde": true, "laufkunde": true, "laufkundschaft": true, "barverkauf": true, "barkunde": true, "unbekannt": true,
	"anonym": true, "keine": true, "keiner": true, "kein": true, "k.a.": true, "k. a.": true, "diverse": true, "divers": true, "diverse kunden": true,
	"invite": true, "client invite": true, "client de passage": true, "passage": true, "comptoir": true, "client comptoir": true, "anonyme": true,
	"inconnu": true, "aucun": true, "neant": true, "divers clients": true, "clients divers": true,
	"invitado": true, "cliente invitado": true, "cliente final": true, "anonimo": true, "desconocido": true, "ninguno": true, "sin cliente": true,
	"publico en general": true, "varios": true, "cliente varios": true, "contado": true, "cliente contado": true,
	"ospite": true, "cliente generico": true, "cliente occasionale": true, "sconosciuto": true, "nessuno": true,
	"convidado": true, "consumidor final": true, "desconhecido": true, "nenhum": true,
	"onbekend": true, "anoniem": true, "contante klant": true, "passant": true, "geen": true,
	"okand": true, "kontantkund": true, "gastkund": true, "ingen": true, "kontant": true,
	"vieras": true, "kateisasiakas": true, "satunnainen asiakas": true, "tuntematon": true, "ei": true,
	"gosc": true, "klient detaliczny": true, "detal": true, "paragon": true, "nieznany": true, "brak": true,
	"πελατησ λιανικησ": true, "λιανικη": true, "λιανικησ": true, "επισκεπτησ": true, "αγνωστοσ": true,
	"khach le": true, "khach vang lai": true, "khong": true, "khong co": true,
}

// IsPlaceholder tells whether a cell that should name a customer names nobody:
// nothing but noughts and signs, or a word for it.
func IsPlaceholder(text string) bool {
	const longest = 32
	if len(text) > longest || strings.ContainsAny(text, "123456789@") {
		return false
	}
	if strings.Trim(text, "0-–—._/?#*+() ") == "" {
		return true
	}
	return placeholders[folding.Fold(text)]
}

// IsDash tells whether a cell is what people type where something has to stand: a
// dash, a full stop.
func IsDash(text string) bool { return text != "" && strings.Trim(text, "-–—._ ") == "" }

// Undashed is a name without the dash that stands for the part of it that nobody
// said: Ann -
func Undashed(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && IsDash(words[len(words)-1]) {
		words = words[:len(words)-1]
		name = strings.Join(words, " ")
	}
	return name
}
