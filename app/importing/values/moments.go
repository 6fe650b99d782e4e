package values

import (
	"strings"
	"time"

	"ringback.app/app"
)

// Moment is a day as a cell has it, with or without an hour and the zone of that.
type Moment struct {
	Day    app.Day
	Minute app.Minute     // 0: at midnight, or not Timed
	Timed  bool           // it has an hour
	Zone   *time.Location // that the cell gives; nil: it gives none
}

// ParseMoment reads a date as ParseDay does, and the hour and the zone behind it.
func ParseMoment(text string, order Order) (Moment, error) {
	text = inNumbers(text)
	if n, ok := threeNumbers(text); ok {
		if day, ok := n.day(order); ok {
			return momentOf(day, n.rest, n.joined), nil
		}
	} else if len(text) == 8 && strings.Trim(text, "0123456789") == "" {
		if t, err := time.Parse("20060102", text); err == nil {
			return Moment{Day: app.DayOf(t)}, nil
		}
	} else if len(text) < 80 {
		if day, rest, ok := byName(text); ok {
			return momentOf(day, rest, false), nil
		}
		if english, named := inEnglish(text); named {
			if day, rest, ok := byName(english); ok {
				return momentOf(day, rest, false), nil
			}
		}
	}
	return Moment{}, &app.Error{Code: app.CodeInvalid, Key: "error.import.day", Args: app.Args{"Text": text}}
}

func momentOf(day app.Day, rest string, joined bool) Moment {
	m := ParseHour(rest)
	if joined && m.Timed && m.Zone == nil {
		_, _, left, _ := hourOf(rest)
		m.Zone = zoneBehind(left)
	}
	m.Day = day
	return m
}

// ParseHour reads an hour from a column of its own: a Moment without a day.
func ParseHour(text string) Moment {
	minute, hour, rest, ok := hourOf(text)
	if !ok {
		return Moment{}
	}
	m := Moment{Minute: minute, Timed: true}
	behind := strings.TrimSpace(rest)
	if until := strings.HasPrefix(behind, "-") && strings.Contains(behind, ":") && strings.Count(hour, ":") < 2; !until { // 10:00-11:30
		m.Zone = zoneBehind(rest)
	}
	return m
}

// In is the moment in the zone of the shop, if it is known in which it is given: by
// the cell, or else by that zone, nil where nothing says it. A day without an hour
// stays that day.
func (m Moment) In(shop, given *time.Location) Moment {
	if m.Zone != nil {
		given = m.Zone
	}
	if !m.Timed || given == nil {
		return m
	}
	t := m.Day.At(m.Minute, given).In(shop)
	m.Day, m.Minute, m.Zone = app.DayOf(t), app.Minute(t.Hour()*60+t.Minute()), shop
	return m
}

// HasHour tells whether a cell has an hour other than midnight, which many programs
// write behind a mere day.
func HasHour(text string) bool {
	at := strings.IndexByte(text, ':')
	if at < 1 || at+2 >= len(text) {
		return false
	}
	hour := strings.TrimLeft(text[max(0, at-2):at], " T")
	midnight := strings.Trim(hour, "0") == "" || hour == "12" && strings.HasSuffix(strings.ToUpper(text), "AM")
	return !midnight || text[at+1:at+3] != "00"
}

// narrow are the spaces that some programs write before PM.
var narrow = strings.NewReplacer("\u202f", " ", "\u00a0", " ")

// hourOf reads an hour behind a date, and parts it from what follows; false if there
// is none.
func hourOf(text string) (minute app.Minute, hour, rest string, ok bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, "", "", false
	}
	text = narrow.Replace(text)
	for _, layout := range []string{"3:04:05 PM", "3:04:05PM", "3:04 PM", "3:04PM", "15:04:05", "15:04", "15.04"} {
		if len(text) < len(layout)-1 {
			continue
		}
		for _, end := range []int{len(layout), len(layout) + 1, len(layout) - 1} {
			if end > len(text) {
				continue
			}
			if t, err := time.Parse(layout, strings.ToUpper(text[:end])); err == nil {
				return app.Minute(t.Hour()*60 + t.Minute()), text[:end], text[end:], true
			}
		}
	}
	return 0, "", "", false
}
