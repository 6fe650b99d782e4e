package dialing

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Names that people write and Unicode's list (CLDR) does not have.
var otherNames = map[string]string{
	"uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
	"usa": "US", "u.s.a.": "US", "united states of america": "US", "eire": "IE", "republic of ireland": "IE",
	"holland": "NL", "the netherlands": "NL", "czech republic": "CZ", "ceska republika": "CZ", "turkey": "TR", "channel islands": "JE",
	"south korea": "KR", "korea": "KR", "russia": "RU", "russian federation": "RU", "viet nam": "VN", "hong kong": "HK",
}

var names = sync.OnceValue(func() map[string]string {
	table := make(map[string]string)
	// Its own languages' name for a country, and the name it has in those that
	// address books are most often written in.
	writers := []language.Tag{
		language.English, language.German, language.French, language.Spanish, language.Italian,
		language.Portuguese, language.Dutch, language.Finnish, language.Swedish, language.Danish,
		language.Norwegian, language.Polish, language.Japanese, language.Chinese,
	}
	for _, writer := range writers {
		namer := display.Regions(writer)
		for _, country := range zones().country {
			region, err := language.ParseRegion(country)
			if err != nil {
				continue
			}
			name := folding.Fold(namer.Name(region))
			if _, taken := table[name]; name != "" && !taken {
				table[name] = country
			}
		}
	}
	for _, country := range zones().country {
		own, err := language.Parse("und-" + country)
		if err != nil {
			continue
		}
		region, _ := own.Region()
		spoken, _ := own.Base() // what most speak there
		namer := display.Regions(language.Make(spoken.String()))
		if namer == nil {
			continue
		}
		name := folding.Fold(namer.Name(region))
		if _, taken := table[name]; name != "" && !taken {
			table[name] = country
		}
	}
	for name, country := range otherNames {
		table[name] = country
	}
	return table
})

// Country returns the ISO 3166 alpha-2 code of a country by its code of two or
// three letters, or by its name in one of the languages of many address books;
// "" if it is none.
func Country(name string) string {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 100 {
		return ""
	}
	if country, ok := names()[folding.Fold(name)]; ok {
		return country
	}
	if len(name) == 2 || len(name) == 3 {
		if region, err := language.ParseRegion(strings.ToUpper(name)); err == nil && region.IsCountry() {
			return region.Canonicalize().String()
		}
	}
	return ""
}

// Hints returns the countries that the customer's record hints at, by its
// addresses and its time zone.
func Hints(c app.Customer) []string {
	var found []string
	for _, a := range c.Addresses {
		if country := Country(a.Country); country != "" && !slices.Contains(found, country) {
			found = append(found, country)
		}
	}
	if country := CountryOfZone(c.TimeZone); country != "" && !slices.Contains(found, country) {
		found = append(found, country)
	}
	return found
}
