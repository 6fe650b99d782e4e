package columns

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
)

// A sale is of the day on which it was made where the shop is, and not of the day that
// the program that wrote the table had then. Stripe's Created (UTC) says the zone in the
// column's name, Shopify writes its distance from UTC behind each hour (the shop's own,
// which may not be where Ringback's book is kept, or +0000 through its interface), and
// Square has a column Time Zone beside Date and Time. An hour without any of these is the
// shop's own.

// zoneNames are what columns are called that say in which zone the hours of a row are.
var zoneNames = []string{"timezone", "zeitzone", "fuseauhoraire", "zonahoraria", "fusoorario", "fusohorario", "tijdzone", "tidszon", "strefaczasowa"}

// zones says in which zone the hours of a table are.
type zones struct {
	column int                       // that says it of its row; -1: none
	heads  map[int]*time.Location    // by the names of their columns
	known  map[string]*time.Location // of the cells read so far
	hours  map[fields.Field]bool     // the fields of which a cell has an hour
}

func zonesOf(names, plain []string) zones {
	z := zones{column: -1, heads: make(map[int]*time.Location), known: make(map[string]*time.Location), hours: make(map[fields.Field]bool)}
	for i, name := range names {
		if zone := values.ZoneIn(name); zone != nil {
			z.heads[i] = zone
		}
		if z.column < 0 && slices.Contains(zoneNames, plain[i]) {
			z.column = i
		}
	}
	return z
}

// SeeHour takes a row into account for whether a field's cells have hours: a column
// in which all are midnight is of days, and a day is the same in every zone.
func (c *Columns) SeeHour(row tables.Row, f fields.Field) {
	if !c.zones.hours[f] && values.HasHour(c.Raw(row, f)) {
		c.zones.hours[f] = true
	}
}

// Moment reads the day and the hour of a field as the shop had them that is in that
// zone, and the day as it is written. It returns an Error with CodeInvalid for what is
// no day.
func (c *Columns) Moment(row tables.Row, f fields.Field, shop *time.Location) (m values.Moment, written app.Day, err error) {
	if m, err = values.ParseMoment(c.Raw(row, f), c.Order); err != nil {
		return m, 0, err
	}
	written = m.Day
	zone := c.zoneOf(row, f, fields.Time)
	if hour := values.ParseHour(row.Cell(c.Of(fields.Time))); f == fields.Day && hour.Timed && m.Minute == 0 {
		m.Minute, m.Timed, m.Zone = hour.Minute, true, cmp.Or(hour.Zone, m.Zone)
	} else if !c.zones.hours[f] {
		return m, written, nil
	}
	return m.In(shop, zone), written, nil
}

// zoneOf is the zone of a row's hours: that its own column says, or else the names of
// those of the fields; nil if nothing does.
func (c *Columns) zoneOf(row tables.Row, of ...fields.Field) *time.Location {
	if text := strings.TrimSpace(row.Cell(c.zones.column)); text != "" {
		zone, ok := c.zones.known[text]
		if !ok {
			zone = values.ParseZone(text)
			c.zones.known[strings.Clone(text)] = zone
		}
		if zone != nil {
			return zone
		}
	}
	if len(c.zones.heads) == 0 {
		return nil
	}
	for _, f := range of {
		if zone := c.zones.heads[c.filled(row, f)]; zone != nil {
			return zone
		}
	}
	return nil
}

// filled is the column of a field that has something in the row; -1 if none has.
func (c *Columns) filled(row tables.Row, f fields.Field) int {
	for _, i := range append([]int{c.Of(f)}, c.also[f]...) {
		if i >= 0 && row.Cell(i) != "" {
			return i
		}
	}
	return -1
}
