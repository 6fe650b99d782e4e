package when

import "strings"

// monthFirst lists the regions whose short dates, by the Unicode CLDR
// (cldr-dates-full, availableFormats "Md" of each region's main language), put
// the month before the day.
const monthFirst = " US PH GU PR VI AS MP UM FM MH PW CN JP KR KP TW HU MN LT "

// OrderOf returns the order of a locale such as en_US.UTF-8, en-US or sv-SE:
// day first where nothing is known.
func OrderOf(locale string) Order {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	if len(parts) < 2 {
		return DayFirst
	}
	region := strings.ToUpper(parts[len(parts)-1])
	if len(region) == 2 && strings.Contains(monthFirst, " "+region+" ") {
		return MonthFirst
	}
	return DayFirst
}
