package values

import (
	"regexp"
	"strings"
	"time"
)

// zoneNames are the names that programs write for zones beside those of the IANA's
// database. Those that stand for several, such as CST and IST, are none of them. The
// longer ones are those of Square's exports.
var zoneNames = map[string]string{
	"z": "UTC", "utc": "UTC", "gmt": "UTC", "ut": "UTC", "zulu": "UTC",
	"pst": "-08:00", "pdt": "-07:00", "mdt": "-06:00", "est": "-05:00", "edt": "-04:00",
	"cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00", "jst": "+09:00",
	"eastern time (us & canada)": "America/New_York", "central time (us & canada)": "America/Chicago",
	"mountain time (us & canada)": "America/Denver", "pacific time (us & canada)": "America/Los_Angeles",
	"arizona": "America/Phoenix", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu", "atlantic time (canada)": "America/Halifax",
	"london": "Europe/London", "dublin": "Europe/Dublin", "paris": "Europe/Paris", "madrid": "Europe/Madrid", "tokyo": "Asia/Tokyo",
	"sydney": "Australia/Sydney", "melbourne": "Australia/Melbourne", "brisbane": "Australia/Brisbane", "perth": "Australia/Perth", "adelaide": "Australia/Adelaide",
}

var (
	// offset is how far a zone is from UTC, before whatever else is said of it: +0100
	// (CET), UTC+2.
	offset = regexp.MustCompile(`^(?i:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?(?:$|[^\d:.,])`)
	// fraction is a part of a second.
	fraction = regexp.MustCompile(`^[.,]\d+`)
	// head is a zone in the name of a column: Created (UTC), created_utc, Paid at (GMT+2).
	head = regexp.MustCompile(`(?i)(?:^|[^\pL])((?:UTC|GMT)(?:[+\-−]\d{1,2}(?::?\d{2})?)?)(?:[^\pL\d]|$)`)
	// bracketed is what stands in brackets there.
	bracketed = regexp.MustCompile(`\(([^()]+)\)`)
)

// ParseZone reads a zone by its name or its distance from UTC; nil if it is none.
func ParseZone(text string) *time.Location {
	text = strings.TrimSpace(text)
	if m := offset.FindStringSubmatch(text); m != nil {
		hours, minutes := numberOf(m[2]), numberOf(m[3])
		if hours > 14 || minutes > 59 { // the Line Islands are 14 hours ahead
			return nil
		}
		east := hours*3600 + minutes*60
		if m[1] != "+" {
			east = -east
		}
		return time.FixedZone("", east)
	}
	name := zoneNames[strings.ToLower(text)]
	switch {
	case name != "" && strings.ContainsAny(name[:1], "+-"):
		return ParseZone(name)
	case name == "" && !strings.Contains(text, "/"):
		return nil
	case name == "":
		name = text
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// ZoneIn is the zone that the name of a column says its hours are in; nil if it says
// none.
func ZoneIn(name string) *time.Location {
	if m := bracketed.FindStringSubmatch(name); m != nil {
		if zone := ParseZone(m[1]); zone != nil {
			return zone
		}
	}
	if m := head.FindStringSubmatch(strings.ReplaceAll(name, "_", " ")); m != nil {
		return ParseZone(m[1])
	}
	return nil
}

// zoneBehind is the zone that follows an hour; nil if none does.
func zoneBehind(text string) *time.Location {
	text = strings.TrimSpace(text)
	text = strings.TrimSpace(strings.TrimPrefix(text, fraction.FindString(text)))
	if text == "" {
		return nil
	}
	if zone := ParseZone(text); zone != nil {
		return zone
	}
	word, _, _ := strings.Cut(text, " ")
	return ParseZone(word)
}
