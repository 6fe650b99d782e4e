package wording

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"ringback.app/app"
)

// Phone writes a number for reading aloud: in the national form where it is of
// the shop's own country (ISO 3166 alpha-2), else in the international one. A
// number that is not valid is shown as it was typed.
func (v *Voice) Phone(p app.Phone, shopCountry string) string {
	shown := p.Typed
	if p.Extension != "" {
		shown = p.Dialled()
	}
	if p.E164 != "" {
		if n, err := phonenumbers.Parse(p.E164, ""); err == nil {
			form := phonenumbers.INTERNATIONAL
			if int(n.GetCountryCode()) == phonenumbers.GetCountryCodeForRegion(strings.ToUpper(shopCountry)) {
				form = phonenumbers.NATIONAL
			}
			shown = phonenumbers.Format(n, form)
		}
	}
	if shown == "" {
		shown = p.Dialled()
	}
	if p.Extension == "" || shown == "" {
		return shown
	}
	return v.Say("thing.extension", app.Args{"Number": shown, "Extension": p.Extension})
}
