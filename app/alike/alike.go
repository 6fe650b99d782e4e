// Package alike compares what tells one customer from another: their names,
// their numbers, and what others call them by.
package alike

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Likeness is how far two names agree.
type Likeness int

// The likenesses, each closer than the one before.
const (
	Other Likeness = iota
	Near           // could be the same person: an initial, a name left out
	Same
)

// Names compares whom two records name. A father and a son of one name are two
// people; one of them and somebody of whom it is not said which may be one. A
// couple, Mr and Mrs Smith, are two; whose whole name is the same but for that may
// be one with a slip in the title.
func Names(a, b app.Customer) Likeness {
	likeness := sameWords(a, b)
	if likeness == Other {
		return Other
	}
	if elder, other := generation(a), generation(b); elder != other {
		if elder != "" && other != "" {
			return Other
		}
		return Near
	}
	if x, y := sexOf(a), sexOf(b); x != "" && y != "" && x != y {
		if likeness == Same && len(Words(a)) > 1 {
			return Near
		}
		return Other
	}
	if likeness == Same && (byHusband(a) != byHusband(b) || marksDiffer(a, b)) {
		return Near
	}
	return likeness
}

func sameWords(a, b app.Customer) Likeness {
	x, y := Words(a), Words(b)
	switch {
	case len(x) == 0 && len(y) == 0:
		return Same
	case len(x) == 0 || len(y) == 0:
		return Near
	}
	if slices.Equal(x, y) {
		return Same
	}
	if name := unspaced(nameOf(a)); name != "" && name == unspaced(nameOf(b)) {
		return Same
	}
	if transcribed(x) == transcribed(y) {
		return Near
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, word := range x {
		i := slices.IndexFunc(y, func(other string) bool { return word == other || isInitial(word, other) })
		if i < 0 {
			return Other
		}
		y = slices.Delete(y, i, i+1)
	}
	return Near
}

// generation tells which of a father and a son of one name somebody is, by what
// stands behind the name: "jr", "sr", or "" where nothing says it. What is written
// out is a family's name, too, and needs another one before it.
func generation(c app.Customer) string {
	for _, words := range [][]string{wordsOf(c.Name.Full), append([]string{"", ""}, wordsOf(c.Name.Suffix)...)} {
		for i, w := range words {
			switch {
			case i > 0 && (w == "jr" || w == "jnr") || i > 1 && w == "junior":
				return "jr"
			case i > 0 && (w == "sr" || w == "snr") || i > 1 && w == "senior":
				return "sr"
			}
		}
	}
	return ""
}

// parts tells what stands between the words of a name; also hyphens, which people
// leave out: Anne-Marie is Anne Marie.
func parts(r rune) bool { return strings.ContainsRune(" .,;()\"-\u2010\u2011", r) }

// transcription undoes how letters are written where there are none with dots or
// a ring, so that Joerg Mueller and Jörg Müller can be one.
var transcription = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "aa", "a")

func transcribed(words []string) string {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = transcription.Replace(w)
	}
	slices.Sort(plain)
	return strings.Join(plain, " ")
}

func isInitial(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// Words are the words of a customer's name, or else of their firm's, as they
// are compared: folded, without titles, in the order of the alphabet.
func Words(c app.Customer) []string {
	kept := slices.DeleteFunc(wordsOf(nameOf(c)), isTitle)
	slices.Sort(kept)
	return kept
}

// nameOf is a customer's name, or else their firm's.
func nameOf(c app.Customer) string {
	if c.Name.Full != "" && !NamedByReach(c) {
		return c.Name.Full
	}
	return c.Firm
}

// PhoneKey is a number as it is compared: in E.164, or else its digits. It is
// empty for what nobody can read as a number.
func PhoneKey(p app.Phone) string {
	if p.E164 != "" {
		return p.E164
	}
	if p.Unfit == app.UnfitUnreadable {
		return ""
	}
	digits := folding.Digits(p.Typed)
	if abroad, ok := strings.CutPrefix(digits, "00"); ok {
		return "+" + abroad
	}
	return digits
}

// LookUp is a number as it is looked up: the digits that are dialled, without the way
// out of most countries, so that 0049 … is found by +49 ….
func LookUp(number string) string { return worldwide(folding.Digits(number)) }

// TypedKey is a number of which the country is known as somebody else writes it who
// does not say the country; empty where it was typed with it, or nobody knows it.
func TypedKey(p app.Phone) string {
	if p.E164 == "" || strings.HasPrefix(p.Typed, "+") {
		return ""
	}
	digits := folding.Digits(p.Typed)
	if worldwide(digits) == p.E164[1:] {
		return ""
	}
	return digits
}

// Numbers tells whether two numbers are one, also where one of them is known
// only as it was typed.
func Numbers(a, b app.Phone) bool {
	if a.E164 != "" && b.E164 != "" {
		return a.E164 == b.E164 && a.Extension == b.Extension
	}
	if a.Typed == b.Typed {
		return true
	}
	x, y := folding.Digits(a.Typed), folding.Digits(b.Typed)
	switch {
	case x == "" || y == "":
		return false
	case x == y:
		return true
	case a.E164 != "" && a.Extension == "":
		return worldwide(y) == a.E164[1:]
	case b.E164 != "" && b.Extension == "":
		return worldwide(x) == b.E164[1:]
	}
	return false
}

// worldwide is the digits of a number that begins with its country, without the
// way out of most others.
func worldwide(digits string) string { return strings.TrimPrefix(digits, "00") }

// Emails tells whether two addresses for mail are one.
func Emails(a, b app.Email) bool { return folding.Fold(a.Address) == folding.Fold(b.Address) }

// Unlike tells whether two records have nothing in common: another name, and no
// number and no address for mail that both have.
func Unlike(a, b app.Customer) bool {
	return Names(a, b) == Other &&
		!slices.ContainsFunc(a.Phones, func(x app.Phone) bool {
			return slices.ContainsFunc(b.Phones, func(y app.Phone) bool { return Numbers(x, y) })
		}) &&
		!slices.ContainsFunc(a.Emails, func(x app.Email) bool {
			return slices.ContainsFunc(b.Emails, func(y app.Email) bool { return Emails(x, y) })
		})
}

// Strangers tells whether two records are Unlike, though both could have something
// in common. Somebody with nothing but a name is nobody's stranger by that alone.
func Strangers(a, b app.Customer) bool {
	return len(a.Phones)+len(a.Emails) > 0 && len(b.Phones)+len(b.Emails) > 0 && Unlike(a, b)
}

// ToldApart tells whether the shop has numbers for both of them, and none that
// is the same but for zeros before it, which spreadsheets take off. A customer has
// several numbers after two were merged.
func ToldApart(a, b app.Customer) bool {
	numbered := false
	for _, x := range a.References {
		for _, y := range b.References {
			if x.Kind != app.ReferenceShop || y.Kind != app.ReferenceShop {
				continue
			}
			if x.Value == y.Value || WithoutZeros(x.Value) == WithoutZeros(y.Value) {
				return false
			}
			numbered = true
		}
	}
	return numbered
}

// WithoutZeros is a customer number of digits alone without the zeros before it; any
// other is as it is.
func WithoutZeros(number string) string {
	if short := strings.TrimLeft(number, "0"); short != "" && strings.Trim(short, "0123456789") == "" {
		return short
	}
	return number
}

// BornApart tells whether two were born on different days, as far as the days are
// known in full.
func BornApart(a, b app.Customer) bool {
	full := func(day string) bool { return day != "" && !strings.HasPrefix(day, "--") }
	return full(a.Birthday) && full(b.Birthday) && a.Birthday != b.Birthday
}

// NameAlone tells whether two records may be of one person though they have
// nothing in common but the name: one of the two has no number and no address
// for mail that could tell them apart, and the shop did not number them as two.
// Of two who can both be reached a name says nothing: many people share it.
func NameAlone(a, b app.Customer) bool {
	return Names(a, b) == Same && len(Words(a)) > 0 && !(Reachable(a) && Reachable(b)) && !ToldApart(a, b)
}

// Reachable tells whether somebody has a number that can be read, or an address
// for mail.
func Reachable(c app.Customer) bool {
	return len(c.Emails) > 0 || slices.ContainsFunc(c.Phones, func(p app.Phone) bool { return PhoneKey(p) != "" })
}
