package people

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/folding"
	"ringback.app/app/importing/written"
	"ringback.app/app/timezones"
)

// unknown adds properties of a sort that is not there yet: of those that are,
// the file's may be an earlier or a later state, so that both are shown.
func (m *merger) unknown(ours, theirs app.Customer) {
	left := ""
	m.keepSaid(ours)
	for _, p := range theirs.Unknown {
		if name, key, ok := cards.SaidOf(p); ok {
			m.saidOf(ours, theirs, name, key, p.Params, &left)
			continue
		}
		first := slices.IndexFunc(ours.Unknown, func(ours app.Property) bool { return ours.Name == p.Name })
		switch {
		case p.Name == timezones.Property && timezones.Read(timezones.Text(p), theirs) != "":
			if ours.TimeZone != m.c.TimeZone { // it goes out as it came with the zone
				m.take(p, &left)
			}
		case p.Name == "N": // likewise; what it says otherwise is told of the name
			if ours.Name != m.c.Name && cards.SaysName(p, m.c.Name) {
				m.take(p, &left)
			}
		case p.Name == "ORG" && folding.Fold(theirs.Firm) != folding.Fold(m.c.Firm): // which is told of the firm
		case first < 0:
			if m.take(p, &left) {
				m.add(p.Name, p.Value)
			}
		case slices.Contains(passing, p.Name) || strings.HasPrefix(p.Name, "X-AB"):
		case !hasProperty(ours.Unknown, p):
			m.kept = append(m.kept, Kept{p.Name, written.Beginning(ours.Unknown[first].Value), written.Beginning(p.Value)}) // that of a photo says enough
		}
	}
	if left != "" {
		m.full = append(m.full, Excess{left, mostUnknown})
	}
}

// take adds a property where there is room, and notes in left what there was none for.
func (m *merger) take(p app.Property, left *string) bool {
	if len(m.c.Unknown) >= mostUnknown {
		*left = cmp.Or(*left, p.Name)
		return false
	}
	if !hasProperty(m.c.Unknown, p) {
		m.c.Unknown = append(slices.Clip(m.c.Unknown), p)
	}
	return true
}

func hasProperty(all []app.Property, p app.Property) bool {
	return slices.ContainsFunc(all, func(other app.Property) bool {
		return other.Name == p.Name && strings.TrimSpace(other.Value) == strings.TrimSpace(p.Value)
	})
}

// passing are properties of the card and not of whom it is of: they differ
// whenever it is written.
var passing = []string{"REV", "PRODID", "SOURCE", "MAILER", "CLIENTPIDMAP", "SORT-STRING", "NAME", "PROFILE", "CLASS", "X-PRODID"}

// timeZone fills in the name of a zone, too, where only its distance from UTC is known.
func (m *merger) timeZone(theirs string) {
	ours := &m.c.TimeZone
	switch _, _, isOffset := app.Offset(theirs); {
	case theirs == "" || *ours == "" || *ours == theirs:
		m.fill(timezones.Property, ours, theirs)
	case isOffset && timezones.Says(theirs, *ours): // which is less
	case !isOffset && timezones.Says(*ours, theirs):
		*ours = theirs
		m.add(timezones.Property, theirs)
	default:
		m.fill(timezones.Property, ours, theirs)
	}
}
