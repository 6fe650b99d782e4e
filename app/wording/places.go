package wording

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ringback.app/app"
)

// Country names a country by its ISO 3166 code ("GB"); anything else is
// returned as it is, since people write countries out too.
func (v *Voice) Country(code string) string {
	region, err := language.ParseRegion(code)
	if len(code) != 2 || err != nil {
		return code
	}
	if name := display.Regions(v.tag).Name(region); name != "" {
		return name
	}
	return code
}

// Tongue names a language by its BCP 47 code ("pt-BR"); anything else is
// returned as it is.
func (v *Voice) Tongue(code string) string {
	tag, err := language.Parse(code)
	if err != nil || code == "" {
		return code
	}
	if name := display.Languages(v.tag).Name(tag); name != "" {
		return name
	}
	return code
}

// TimeZone names a customer's time zone: as the IANA does, or by how far it is from UTC.
func (v *Voice) TimeZone(zone string) string {
	if offset, _, ok := app.Offset(zone); ok {
		return v.Say("people.time-zone.offset", app.Args{"Offset": offset})
	}
	return zone
}
