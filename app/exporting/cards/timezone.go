package cards

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/timezones"
)

// timeZone writes the zone that the customer's clock shows, unless what came of it with
// their card says it still: that goes out as it came. The zone goes out beside whatever
// can be read otherwise.
func (w *writer) timeZone(c app.Customer) {
	if c.TimeZone == "" {
		return
	}
	came := func(p app.Property) bool { return p.Name == timezones.Property }
	_, _, isOffset := app.Offset(c.TimeZone)
	if !slices.ContainsFunc(c.Unknown, func(p app.Property) bool { return came(p) && timezones.Says(timezones.Text(p), c.TimeZone) }) {
		switch {
		case !isOffset: // in version 3.0 TZ is an offset unless it says otherwise
			w.property(timezones.Property, w.only(V3, params{"VALUE": {"text"}}), w.text(c.TimeZone))
		case w.version == V3:
			w.property(timezones.Property, nil, c.TimeZone)
		default: // in version 4.0 it is a text unless it says otherwise (RFC 6350, 4.7)
			w.property(timezones.Property, params{"VALUE": {"utc-offset"}}, strings.ReplaceAll(c.TimeZone, ":", ""))
		}
	}
	if isOffset || slices.ContainsFunc(c.Unknown, came) {
		w.property(ownTimeZone, nil, w.text(c.TimeZone))
	}
}
