// Package timezones reads the time zones that cards name: by their names of the
// IANA's, by how far they are from UTC, and by the letters that people know them by.
package timezones

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/texts"
)

// Property is what a card calls a time zone (RFC 6350, 6.5.1).
const Property = "TZ"

// Name returns the IANA zone that the text names, whatever country it is of; "" if it
// names none. It may name the city first, or have the offset beside it, as the example
// of RFC 2426, 3.4.1 has: -05:00; EST; America/New_York.
func Name(text string) string {
	for part := range strings.SplitSeq(text, ";") {
		part = strings.TrimSpace(part)
		if part == "UTC" || dialing.CountryOfZone(part) != "" {
			return part
		}
		if city, region, ok := strings.Cut(part, "/"); ok && dialing.CountryOfZone(region+"/"+city) != "" {
			return region + "/" + city
		}
		if named := lettered[part]; named != "" {
			return named
		}
	}
	return ""
}

// lettered are names of the IANA's that say both of a zone's times.
var lettered = map[string]string{
	"EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
	"Etc/UTC": "UTC", "Etc/GMT": "UTC", "Z": "UTC",
}

// Read returns the zone that a text means for a customer, as their record has it; ""
// if it cannot be read.
//
// An offset says the hour of one half of the year. If a zone where their numbers, or
// else their addresses, lie has it, that zone is meant, so that summer time is right:
// one that has it in winter before one that has it in summer, and, since two that are
// the same distance away may put their clocks forward at other times or not at all, only
// if all that have it agree. Else the clock there is taken to stay as the text says.
// Letters such as EST mean something in a country only.
func Read(text string, c app.Customer) string {
	if name := Name(text); name != "" {
		return name
	}
	s := saidIn(text)
	if s.offset == "" && s.letters == "" {
		return ""
	}
	for where := range places(c) {
		zone, found := where.only(s)
		if zone != "" {
			return zone
		}
		if found {
			break // which of several nobody knows
		}
	}
	return s.offset
}

// Says tells whether a text may mean that zone of a customer's record.
func Says(text, zone string) bool {
	if name := Name(text); name != "" {
		return name == zone
	}
	return saidIn(text).of(zone) > stranger
}

// Of returns the zone that a card names for the customer who was made of it, among what
// of it is kept as it came, and the first text that cannot be read as one.
func Of(c app.Customer) (zone, unread string) {
	for _, p := range c.Unknown {
		if p.Name != Property {
			continue
		}
		text := Text(p)
		read := Read(text, c)
		switch {
		case read == "" && unread == "":
			unread = text
		case zone == "":
			zone = read
		}
	}
	return zone, unread
}

// Text is what such a property says.
func Text(p app.Property) string {
	return texts.OneLine(strings.NewReplacer(`\;`, ";", `\,`, ",", `\:`, ":").Replace(p.Value))
}

// leading is an offset before whatever else is said of it: (GMT+01:00) Berlin.
var leading = regexp.MustCompile(`^\(?((?i:UTC|GMT)? ?[+\-−]\d{1,2}(?::?\d{2})?)(?:$|[^\d:.])`)

// said is what a text says of a zone; empty what it does not say.
type said struct {
	offset  string // as a record has it
	east    int    // in seconds
	letters string // as EST
}

func saidIn(text string) said {
	var s said
	for part := range strings.SplitSeq(text, ";") {
		part = strings.TrimSpace(part)
		if m := leading.FindStringSubmatch(part); m != nil && s.offset == "" {
			s.offset, s.east, _ = app.Offset(m[1])
		}
		if isLetters(part) && s.letters == "" {
			s.letters = part
		}
	}
	return s
}

// isLetters tells whether it is written as EST, CEST and WIB are.
func isLetters(text string) bool {
	return len(text) >= 2 && len(text) <= 5 && !strings.ContainsFunc(text, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// kinship is how near a zone is to what a text says.
type kinship int

const (
	stranger kinship = iota
	atTimes          // the clock there shows that while it is put forward
	mostly           // it does else
)

// year is the one by whose rules zones are compared: that of dialing's table.
const year = 2025

// clock is what the clock of a zone shows at the middle of each month, in seconds east
// of UTC, and the letters it goes by then.
type clock struct {
	east    [12]int
	letters [12]string
}

// clocks are those asked for so far, by the zone, since finding one reads a file.
var clocks sync.Map

// clockOf returns the clock of a zone; nil if nobody knows it.
func clockOf(zone string) *clock {
	if known, ok := clocks.Load(zone); ok {
		return known.(*clock)
	}
	where := app.Location(zone, nil)
	if where == nil {
		return nil
	}
	c := new(clock)
	for i := range c.east {
		c.letters[i], c.east[i] = time.Date(year, time.Month(i+1), 15, 12, 0, 0, 0, time.UTC).In(where).Zone()
	}
	clocks.Store(zone, c)
	return c
}

// of tells how near a zone is to the offset or, where there is none, to the letters.
func (s said) of(zone string) kinship {
	theirs := clockOf(zone)
	if theirs == nil || s.offset == "" && s.letters == "" {
		return stranger
	}
	best, standard := stranger, slices.Min(theirs.east[:])
	for i, east := range theirs.east {
		if s.offset != "" && east != s.east || s.offset == "" && theirs.letters[i] != s.letters {
			continue
		}
		if east == standard {
			return mostly
		}
		best = atTimes
	}
	return best
}

// place is somewhere with several time zones.
type place []string

// places are where a customer may be, the likeliest first: where their numbers begin,
// the countries of those, and those of their addresses. They are found as they are asked
// for, since most often the first one tells.
func places(c app.Customer) iter.Seq[place] {
	return func(yield func(place) bool) {
		var countries []string
		for _, p := range c.Phones {
			if p.E164 == "" {
				continue
			}
			country, within := dialing.Lies(p.E164)
			if countries = append(countries, country); !yield(within) {
				return
			}
		}
		for _, country := range append(countries, dialing.Hints(c)...) {
			if !yield(dialing.ZonesOf(country)) {
				return
			}
		}
	}
}

// only returns the zone of the place that is next of kin, if all that are as near have
// one clock, and whether there is any.
func (p place) only(s said) (only string, found bool) {
	for _, near := range []kinship{mostly, atTimes} {
		var shown [12]int
		for _, zone := range p {
			if s.of(zone) != near {
				continue
			}
			switch east := clockOf(zone).east; {
			case !found:
				only, shown, found = zone, east, true
			case shown != east:
				return "", true
			case rank(zone) < rank(only):
				only = zone
			}
		}
		if found {
			return only, true
		}
	}
	return "", false
}

// foremost are the zones that people know a country's clock by, where it has several
// that show the same.
var foremost = []string{
	"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage",
	"America/Toronto", "America/Winnipeg", "America/Halifax", "America/Vancouver", "America/Mexico_City",
	"America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Santiago", "Europe/Berlin", "Europe/Madrid",
	"Europe/Lisbon", "Europe/Moscow", "Europe/Kyiv", "Asia/Almaty", "Asia/Jakarta", "Asia/Shanghai", "Australia/Sydney",
	"Pacific/Auckland",
}

func rank(zone string) int {
	if at := slices.Index(foremost, zone); at >= 0 {
		return at
	}
	return len(foremost)
}
