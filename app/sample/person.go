package sample

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// person makes a customer up, who may live far away or not.
func (s *shop) person(r *rand.Rand, number int, far bool) app.Customer {
	c := app.Customer{ID: s.ids.Next()}
	culture := s.cultures[r.IntN(len(s.cultures))]
	h := s.near[r.IntN(len(s.near))]
	if far && len(s.far) > 0 && r.IntN(12) == 0 {
		h = s.far[r.IntN(len(s.far))]
	}
	// Every second one has a name of the language spoken where they live.
	if spoken := map[string]string{"GB": "en", "US": "en", "DE": "de", "FR": "fr"}[h.country]; r.IntN(2) == 0 {
		for _, other := range s.cultures {
			if other.language == spoken {
				culture = other
			}
		}
	}
	c.Name = culture.name(r)
	c.Language = culture.language
	if h.country != s.plan.Country && len(s.far) > 0 {
		c.TimeZone = h.zone
	}
	if r.IntN(16) == 0 {
		c.Firm = s.firms[r.IntN(len(s.firms))]
		c.Tags = append(c.Tags, "trade")
	}
	c.Phones = []app.Phone{s.phone(h)}
	if r.IntN(5) == 0 {
		c.Phones = append(c.Phones, s.phone(s.near[r.IntN(len(s.near))]))
		c.Phones[r.IntN(2)].Preferred = true
	}
	if r.IntN(10) < 7 {
		c.Emails = []app.Email{{Address: address(c.Name, number)}}
	}
	c.Addresses = []app.Address{{
		Street: street(h, 1+r.IntN(120)), PostalCode: h.postal, City: h.city, Country: h.country,
	}}
	if r.IntN(4) == 0 {
		c.Birthday = app.NewDay(1940+r.IntN(65), 1, 1+r.IntN(365)).String()
	}
	if r.IntN(8) == 0 {
		from := app.Minute(60 * (9 + r.IntN(8)))
		c.BestTime = app.BestTime{From: from, To: from + 180}
	}
	if r.IntN(4) == 0 {
		if tag := s.say(r, "tag")[0]; len(c.Tags) == 0 {
			c.Tags = append(c.Tags, tag)
		}
	}
	if r.IntN(6) == 0 {
		c.Notes = s.say(r, "about")[0]
	}
	c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strconv.Itoa(10_001 + number)}}
	return c
}

// titles by language: of women and of men.
var titles = map[string][2]string{
	"en": {"Ms", "Mr"}, "de": {"Frau", "Herr"}, "fr": {"Mme", "M."}, "es": {"Sra.", "Sr."}, "pl": {"Pani", "Pan"},
}

// name makes a name up in the way of the language.
func (c culture) name(r *rand.Rand) app.Name {
	sex := r.IntN(2)
	given := [2][]string{c.women, c.men}[sex]
	n := app.Name{Given: given[r.IntN(len(given))], Family: c.families[r.IntN(len(c.families))], Prefix: titles[c.language][sex]}
	if his, hers, both := strings.Cut(n.Family, "/"); both {
		n.Family = [2]string{hers, his}[sex]
	}
	n.Full = n.Given + " " + n.Family
	if c.language == "vi" { // the family's name comes first
		n.Full = n.Family + " " + n.Given
	}
	return n
}

// phone gives out the next number that nobody has there; when all are given
// out, they come round again.
func (s *shop) phone(h home) app.Phone {
	k := s.taken[h.e164]
	s.taken[h.e164]++
	size := 1
	for range strings.Count(h.e164, "#") {
		size *= 10
	}
	// 37 shares no factor with a power of ten, so that every number comes once
	// before one comes twice, and neighbours do not look alike.
	start := 0
	for i := range len(h.e164) {
		start = (start*31 + int(h.e164[i])) % size
	}
	n := (k*37 + start) % size
	return app.Phone{Label: h.label, Typed: fill(h.typed, n), E164: fill(h.e164, n)}
}

// fill puts the digits of the number in the places of #.
func fill(pattern string, n int) string {
	text := []byte(pattern)
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == '#' {
			text[i] = byte('0' + n%10)
			n /= 10
		}
	}
	return string(text)
}

func street(h home, number int) string {
	n := strconv.Itoa(number)
	if h.country == "DE" {
		return h.street + " " + n
	}
	return n + " " + h.street
}

// address makes an e-mail address up, at a domain that is nobody's (RFC 2606).
func address(n app.Name, number int) string {
	plain := func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}
	given, family := strings.Map(plain, folding.Fold(n.Given)), strings.Map(plain, folding.Fold(n.Family))
	local := strings.Trim(given+"."+family, ".")
	if local == "" {
		local = "customer"
	}
	return local + strconv.Itoa(number+1) + "@example.com"
}

// say picks one row of words.
func (s *shop) say(r *rand.Rand, what string) []string {
	rows := s.words[what]
	return rows[r.IntN(len(rows))]
}
