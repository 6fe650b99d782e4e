package cards

import (
	"slices"
	"strings"
	"time"

	"ringback.app/app"
)

// Properties of our own, in which goes what vCard has none for. The parts of a
// value are parted by semicolons. They are a promise: they do not change
// meaning.
const (
	ownPrefix = "X-RINGBACK-"
	// purpose (follow-up, marketing, any); since which day, or empty; the reason
	ownDoNotCall = ownPrefix + "DO-NOT-CALL"
	// from and to (HH:MM, or empty), and on which days not: 09:00;17:00;sat,sun
	ownBestTime = ownPrefix + "BEST-TIME"
	// a number as TEL has it; why nobody is reached on it (wrong-number,
	// out-of-service)
	ownUnfit = ownPrefix + "UNFIT"
	// whose (shop, vcard), and what they call the customer; beside the first,
	// which are X-CUSTOMER-ID and UID
	ownReference = ownPrefix + "REFERENCE"
	ownArchived  = ownPrefix + "ARCHIVED" // TRUE
	// a number as TEL has it, with its country; how it was typed
	ownTyped  = ownPrefix + "TYPED"
	ownWhole  = ownPrefix + "NO-PARTS" // TRUE: N is not the parts of a name
	ownNoName = ownPrefix + "NO-NAME"  // TRUE: FN is not a name
	ownFirm   = ownPrefix + "FIRM"     // the firm, where ORG says more
	// the time zone, where TZ does not name it: of the IANA's, or +05:45
	ownTimeZone = ownPrefix + "TZ"
	// a property that the card has already: its name; its value as it came
	ownAlso = ownPrefix + "ALSO"
	// in a book alone: TEL, EMAIL or ADR; which; what else it said is in the parameters
	ownParams = ownPrefix + "PARAMS"
)

const yes = "TRUE"

func isOwn(name string) bool { return strings.HasPrefix(strings.ToUpper(name), ownPrefix) }

func (w *writer) own(c app.Customer) {
	if c.Name.Full == "" {
		w.property(ownNoName, nil, yes)
	}
	if at, whole := firmOf(c); at >= 0 && !whole {
		w.property(ownFirm, nil, structured(c.Firm))
	}
	for _, d := range c.DoNotCall {
		w.property(ownDoNotCall, nil, structured(string(d.Purpose), d.Since.String(), d.Reason))
	}
	if b := c.BestTime; !b.IsZero() {
		w.property(ownBestTime, nil, hour(b.From)+";"+hour(b.To)+";"+strings.Join(weekdays(b.Not), ","))
	}
	for _, p := range c.Phones {
		if isNational(p) {
			w.property(ownTyped, nil, structured(p.E164, p.Typed))
		}
	}
	for _, p := range c.Phones {
		if p.Unfit == app.UnfitWrong || p.Unfit == app.UnfitDead {
			w.property(ownUnfit, nil, structured(p.Typed, string(p.Unfit)))
		}
	}
	if c.Archived {
		w.property(ownArchived, nil, yes)
	}
}

func hour(m app.Minute) string {
	if m == 0 {
		return ""
	}
	return m.String()
}

var dayNames = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func weekdays(set app.Weekdays) []string {
	var names []string
	for i, name := range dayNames {
		if set.Has(time.Weekday(i)) {
			names = append(names, name)
		}
	}
	return names
}

// Adopt makes of our own properties among the unknown ones what they stand for,
// and takes them away from there. What cannot be read stays unknown.
func Adopt(c *app.Customer) {
	if !slices.ContainsFunc(c.Unknown, func(p app.Property) bool { return isOwn(p.Name) }) {
		return
	}
	came := c.Unknown
	c.Unknown = nil
	for _, p := range came {
		if !adopt(c, p) {
			c.Unknown = append(c.Unknown, p)
		}
	}
}

func adopt(c *app.Customer, p app.Property) bool {
	parts := split(p.Value)
	part := func(i int) string {
		if i < len(parts) {
			return parts[i]
		}
		return ""
	}
	switch strings.ToUpper(p.Name) {
	case ownNoName:
		c.Name.Full = ""
		return true
	case ownWhole:
		c.Name = app.Name{Full: c.Name.Full}
		return true
	case ownFirm:
		c.Firm = part(0)
		return true
	case ownTimeZone:
		c.TimeZone = part(0)
		return true
	case ownTyped:
		return adoptTyped(c, part(0), part(1))
	case ownAlso:
		return adoptAlso(c, p)
	case ownArchived:
		c.Archived = strings.EqualFold(strings.TrimSpace(part(0)), yes)
		return true
	case ownDoNotCall:
		return adoptRefusal(c, app.Purpose(part(0)), part(1), part(2))
	case ownBestTime:
		return adoptBestTime(c, part(0), part(1), part(2))
	case ownUnfit:
		return adoptUnfit(c, part(0), app.UnfitFor(part(1)))
	case ownReference:
		kind := app.ReferenceKind(part(0))
		if kind != app.ReferenceShop && kind != app.ReferenceVCard || part(1) == "" {
			return false
		}
		c.References = append(c.References, app.Reference{Kind: kind, Value: part(1)})
		return true
	}
	return false
}

func adoptRefusal(c *app.Customer, purpose app.Purpose, since, reason string) bool {
	var day app.Day
	if err := day.UnmarshalText([]byte(since)); err != nil {
		return false
	}
	switch purpose {
	case app.PurposeFollowUp, app.PurposeMarketing, app.PurposeAny:
		c.DoNotCall = append(c.DoNotCall, app.DoNotCall{Purpose: purpose, Since: day, Reason: reason})
		return true
	}
	return false
}

func adoptBestTime(c *app.Customer, from, to, not string) bool {
	var b app.BestTime
	for _, read := range []struct {
		text string
		into *app.Minute
	}{{from, &b.From}, {to, &b.To}} {
		if read.text == "" {
			continue
		}
		m, err := app.ParseMinute(read.text)
		if err != nil {
			return false
		}
		*read.into = m
	}
	for name := range strings.SplitSeq(not, ",") {
		i := slices.Index(dayNames[:], name)
		if name != "" && i < 0 {
			return false
		}
		if i >= 0 {
			b.Not |= app.DaysOf(time.Weekday(i))
		}
	}
	c.BestTime = b
	return true
}

func adoptTyped(c *app.Customer, number, typed string) bool {
	i := slices.IndexFunc(c.Phones, func(p app.Phone) bool { return p.Typed == number && p.E164 == "" })
	if i < 0 || typed == "" || !strings.HasPrefix(number, "+") {
		return false
	}
	c.Phones[i].Typed, c.Phones[i].E164 = typed, number
	rekey(c, number, typed)
	return true
}

func adoptUnfit(c *app.Customer, typed string, why app.UnfitFor) bool {
	if why != app.UnfitWrong && why != app.UnfitDead {
		return false
	}
	i := slices.IndexFunc(c.Phones, func(p app.Phone) bool { return p.Typed == typed })
	if i < 0 {
		return false
	}
	c.Phones[i].Unfit = why
	return true
}
