package app

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Location returns the zone of that name of the IANA's, or that far from UTC, or the
// other one where the name is empty or unknown.
func Location(name string, otherwise *time.Location) *time.Location {
	if name == "" {
		return otherwise
	}
	if offset, east, ok := Offset(name); ok {
		return time.FixedZone(offset, east)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return otherwise
	}
	return zone
}

// offsetForm is how far a zone is from UTC, as people, cards (RFC 2426, 3.4.1; RFC
// 6350, 4.7) and programs write it: +0545, -05:00, -5, UTC+2, GMT-3:30.
var offsetForm = regexp.MustCompile(`^(?i:UTC|GMT)? ?([+\-−])(\d{1,2})(?::?(\d{2}))?$`)

// furthest is how many hours a zone is from UTC at the most: the Line Islands are 14
// ahead.
const furthest = 14

// Offset reads how far a zone is from UTC. It returns that as a customer's record has
// it, +05:45, and the seconds east of UTC; false if the text is none.
func Offset(text string) (offset string, east int, ok bool) {
	if len(text) > len("UTC −05:00") { // most are names
		return "", 0, false
	}
	m := offsetForm.FindStringSubmatch(text)
	if m == nil {
		return "", 0, false
	}
	hours, _ := strconv.Atoi(m[2])
	minutes, _ := strconv.Atoi("0" + m[3])
	if hours*60+minutes > furthest*60 || minutes > 59 {
		return "", 0, false
	}
	sign, east := "+", hours*3600+minutes*60
	if m[1] != "+" && east != 0 {
		sign, east = "-", -east
	}
	return fmt.Sprintf("%s%02d:%02d", sign, hours, minutes), east, true
}
