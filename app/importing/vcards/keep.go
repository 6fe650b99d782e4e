package vcards

import (
	"maps"
	"slices"
	"strings"

	"github.com/emersion/go-vcard"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/texts"
)

// keep keeps a property as it came.
func (f *filler) keep(name string, field *vcard.Field) {
	c := &f.card.Customer
	if strings.TrimSpace(field.Value) == "" {
		return
	}
	longest := maxNotes
	if name == "PHOTO" {
		longest = 2 * maxPhoto // as base64
	}
	if len(c.Unknown) == maxUnknown || len(field.Value) > longest {
		f.problem("import.card.left-out", app.Args{"Property": app.CardProperty(name)})
		return
	}
	property := app.Property{Group: field.Group, Name: name, Value: texts.Safe(field.Value)}
	if len(field.Params) > 0 {
		property.Params = field.Params
		if name == "N" || name == "ORG" {
			property.Params = joined(field.Params)
		}
	}
	c.Unknown = append(c.Unknown, property)
}

// keepParams keeps what a number or an address says beside its value that nothing is
// made of. Most say nothing, so that their keys are not worked out before.
func (f *filler) keepParams(name string, field *vcard.Field, key func() string) {
	var kept vcard.Params
	for param, values := range field.Params {
		if slices.Contains(usedParams, param) || param == "PREF" && isPreferred(field.Params) {
			continue
		}
		if kept == nil {
			kept = make(vcard.Params)
		}
		kept[param] = values
	}
	if c := &f.card.Customer; kept != nil && len(c.Unknown) < maxUnknown {
		c.Unknown = append(c.Unknown, cards.ParamsOf(name, key(), joined(kept)))
	}
}

// joined puts together what go-vcard has parted.
func joined(params vcard.Params) vcard.Params {
	for _, param := range oneValue {
		if values := params[param]; len(values) > 1 {
			params = maps.Clone(params)
			params[param] = []string{strings.Join(values, ",")}
		}
	}
	return params
}

// saysMore tells whether a property says anything beside its value that nothing is made of.
func saysMore(field *vcard.Field) bool {
	for param := range field.Params {
		if !slices.Contains(usedParams, param) {
			return true
		}
	}
	return false
}

// usedParams are those of which something is made, or that say how a value is written.
var usedParams = []string{"TYPE", "VALUE", "ENCODING", "CHARSET"}

// oneValue are those of which the value may have commas in it (RFC 6350, 5.9 to 5.11 and 6.3.1).
var oneValue = []string{"GEO", "TZ", "LABEL", "SORT-AS"}
