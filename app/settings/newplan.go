package settings

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/texts"
)

// Machine is what the machine knows of where it stands.
type Machine struct {
	// Locales are the values of LC_ALL, LC_MONETARY and LANG, or what the system
	// has in their place, the first that counts first: "fi_FI.UTF-8", "fi-FI".
	Locales []string
	// Zones are the value of TZ, what /etc/timezone says, and where the link
	// /etc/localtime points, the first that counts first.
	Zones []string
}

// Voice finds a text of a language by its dotted key; wording.Voice is one.
type Voice interface {
	Say(key string, args app.Args) string
}

// NewPlan returns the plan that a new book starts with: the default one, in the
// country, currency and time zone that the machine stands in, with the usual
// themes in the language of the voice.
func NewPlan(m Machine, calling app.CallingHours, voice Voice) app.Plan {
	p := app.DefaultPlan(calling)
	p.TimeZone = m.timeZone()
	p.Country = m.country()
	if p.Country == "" {
		p.Country = dialing.CountryOfZone(p.TimeZone)
	}
	if region, err := language.ParseRegion(p.Country); err == nil {
		if unit, ok := currency.FromRegion(region); ok {
			p.Currency = unit.String()
		}
	}
	for theme := range strings.SplitSeq(voice.Say("settings.themes", nil), ",") {
		if theme = texts.OneLine(theme); theme != "" {
			p.Themes = append(p.Themes, theme)
		}
	}
	return p
}

// country returns the country of the first locale that names one.
func (m Machine) country() string {
	for _, locale := range m.Locales {
		locale, _, _ = strings.Cut(locale, ".")
		locale, _, _ = strings.Cut(locale, "@")
		tag, err := language.Parse(strings.ReplaceAll(locale, "_", "-"))
		if err != nil {
			continue
		}
		if region, sure := tag.Region(); sure == language.Exact && region.IsCountry() {
			return region.String()
		}
	}
	return ""
}

// timeZone returns the first zone that is one, or "" for the machine's own.
func (m Machine) timeZone() string {
	for _, name := range m.Zones {
		name = strings.TrimPrefix(strings.TrimSpace(name), ":")
		if _, below, found := strings.Cut(name, "zoneinfo/"); found {
			name = strings.TrimPrefix(strings.TrimPrefix(below, "posix/"), "right/")
		}
		if isZone(name) {
			return name
		}
	}
	return ""
}

// Shipped is a rule that came with the program, and where it is from.
type Shipped struct {
	Hours  app.CallingHours
	Source string
	AsOf   app.Day
}

// ParseCallingHours reads the calling hours that come with the program, as
// assets.CallingHours returns them.
func ParseCallingHours(data []byte) (Shipped, error) {
	var file struct {
		From, To, Source string
		Days             []string
		AsOf             app.Day `json:"as_of"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return Shipped{}, fmt.Errorf("calling hours: %w", err)
	}
	s := Shipped{Source: file.Source, AsOf: file.AsOf}
	var err error
	if s.Hours.From, err = app.ParseMinute(file.From); err != nil {
		return Shipped{}, fmt.Errorf("calling hours: from: %w", err)
	}
	if s.Hours.To, err = app.ParseMinute(file.To); err != nil {
		return Shipped{}, fmt.Errorf("calling hours: to: %w", err)
	}
	for _, name := range file.Days {
		day, ok := weekday(name)
		if !ok {
			return Shipped{}, fmt.Errorf("calling hours: no day %q", name)
		}
		s.Hours.Days |= app.DaysOf(day)
	}
	if s.Hours.To <= s.Hours.From || s.Hours.Days == 0 || s.Source == "" || s.AsOf.IsZero() {
		return Shipped{}, fmt.Errorf("calling hours: incomplete")
	}
	return s, nil
}

// weekday reads mon to sun.
func weekday(name string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.ToLower(d.String()[:3]) == name {
			return d, true
		}
	}
	return 0, false
}
