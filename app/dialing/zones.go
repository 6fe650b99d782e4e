package dialing

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers"
)

//go:embed zones.txt
var zoneTable string

// zoneList is where the time zones lie.
type zoneList struct {
	country map[string]string   // of a zone
	in      map[string][]string // a country, without names since replaced
}

var zones = sync.OnceValue(func() zoneList {
	list := zoneList{country: make(map[string]string), in: make(map[string][]string)}
	replaced := false
	for line := range strings.Lines(zoneTable) {
		if strings.HasPrefix(line, "#") {
			replaced = replaced || strings.HasPrefix(line, "# Replaced since")
			continue
		}
		if zone, country, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			list.country[zone] = country
			if !replaced {
				list.in[country] = append(list.in[country], zone)
			}
		}
	}
	return list
})

// CountryOfZone returns the ISO 3166 alpha-2 code of the country that an IANA
// time zone is named after; "" if it is none.
func CountryOfZone(zone string) string { return zones().country[zone] }

// ZonesOf returns the IANA time zones of a country (ISO 3166 alpha-2), without names
// that were replaced.
func ZonesOf(country string) []string { return slices.Clone(zones().in[country]) }

// Lies returns the country (ISO 3166 alpha-2) in which a number, as the world dials
// it, is, and the time zones of that country in which numbers are that begin so; "" if
// nobody knows, as of one that is dialled from several countries.
func Lies(e164 string) (country string, within []string) {
	n, err := parse(e164, phonenumbers.UNKNOWN_REGION)
	if err != nil {
		return "", nil
	}
	begins, err := phonenumbers.GetTimezonesForNumber(n)
	if err != nil {
		return "", nil
	}
	if country = phonenumbers.GetRegionCodeForNumber(n); len(zones().in[country]) == 0 {
		country = ""
		for _, zone := range begins { // it is none that is given out, and lies somewhere all the same
			other := CountryOfZone(zone)
			if country != "" && other != country {
				return "", nil
			}
			country = other
		}
	}
	for _, zone := range begins {
		switch {
		case CountryOfZone(zone) != country:
		case slices.Contains(zones().in[country], zone):
			within = append(within, zone)
		default: // by a name that was replaced
			return country, ZonesOf(country)
		}
	}
	return country, within
}
