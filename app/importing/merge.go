package importing

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// kept is something that a file says otherwise than the book, which stays as it
// is.
type kept struct {
	what, ours, theirs string
}

// merge adds to a customer what a file knows of them: it fills what is empty and
// adds telephones, addresses for mail and references. Nothing that is there is
// overwritten; what the file has otherwise is told.
func merge(ours, theirs app.Customer) (app.Customer, bool, []kept) {
	m := merger{c: ours}
	m.name(theirs.Name)
	m.fill("ORG", &m.c.Firm, theirs.Firm)
	m.fill("BDAY", &m.c.Birthday, theirs.Birthday)
	m.fill("LANG", &m.c.Language, theirs.Language)
	m.fill("TZ", &m.c.TimeZone, theirs.TimeZone)
	m.fill("NOTE", &m.c.Notes, theirs.Notes)
	if len(ours.Addresses) == 0 && len(theirs.Addresses) > 0 {
		m.c.Addresses, m.changed = theirs.Addresses, true
	}
	if len(ours.Tags) == 0 && len(theirs.Tags) > 0 {
		m.c.Tags, m.changed = theirs.Tags, true
	}
	if m.c.BestTime.IsZero() && !theirs.BestTime.IsZero() {
		m.c.BestTime, m.changed = theirs.BestTime, true
	}
	m.refusals(theirs.DoNotCall)
	m.phones(theirs.Phones)
	m.emails(theirs.Emails)
	for _, ref := range theirs.References {
		if !slices.Contains(m.c.References, ref) {
			m.c.References = append(slices.Clip(m.c.References), ref)
			m.changed = true
		}
	}
	m.unknown(theirs.Unknown)
	return m.c, m.changed, m.kept
}

type merger struct {
	c       app.Customer
	changed bool
	kept    []kept
}

func (m *merger) fill(what string, ours *string, theirs string) {
	switch {
	case theirs == "" || *ours == theirs:
	case *ours == "":
		*ours, m.changed = theirs, true
	case folding.Fold(*ours) != folding.Fold(theirs):
		m.kept = append(m.kept, kept{what, *ours, theirs})
	}
}

// name fills the parts only of a name that is the same in full.
func (m *merger) name(theirs app.Name) {
	ours := &m.c.Name
	if *ours == (app.Name{}) {
		if theirs != (app.Name{}) {
			*ours, m.changed = theirs, true
		}
		return
	}
	m.fill("FN", &ours.Full, theirs.Full)
	if folding.Fold(ours.Full) != folding.Fold(theirs.Full) || ours.Given != "" || ours.Family != "" {
		return
	}
	if theirs.Given != "" || theirs.Family != "" {
		full := ours.Full
		*ours, m.changed = theirs, true
		ours.Full = full
	}
}

// refusals adds wishes not to be called; none is ever taken back by a file.
func (m *merger) refusals(theirs []app.DoNotCall) {
	for _, wish := range theirs {
		if !slices.ContainsFunc(m.c.DoNotCall, func(ours app.DoNotCall) bool { return ours.Purpose == wish.Purpose }) {
			m.c.DoNotCall = append(slices.Clip(m.c.DoNotCall), wish)
			m.changed = true
		}
	}
}

func (m *merger) phones(theirs []app.Phone) {
	for _, p := range theirs {
		if !slices.ContainsFunc(m.c.Phones, func(ours app.Phone) bool { return alike.Numbers(ours, p) }) {
			m.c.Phones = append(slices.Clip(m.c.Phones), p)
			m.changed = true
		}
	}
}

func (m *merger) emails(theirs []app.Email) {
	for _, e := range theirs {
		if !slices.ContainsFunc(m.c.Emails, func(ours app.Email) bool { return alike.Emails(ours, e) }) {
			m.c.Emails = append(slices.Clip(m.c.Emails), e)
			m.changed = true
		}
	}
}

// once leaves out what comes a second time: a card may have the same number
// twice.
func once[T any](all []T, same func(a, b T) bool) []T {
	for i := range all {
		if slices.ContainsFunc(all[:i], func(t T) bool { return same(t, all[i]) }) {
			kept := slices.Clone(all[:i])
			for _, t := range all[i+1:] {
				if !slices.ContainsFunc(kept, func(k T) bool { return same(k, t) }) {
					kept = append(kept, t)
				}
			}
			return kept
		}
	}
	return all
}

// unknown adds properties of a sort that is not there yet: of those that are,
// the file's may be an earlier or a later state.
func (m *merger) unknown(theirs []app.Property) {
	before := m.c.Unknown
	for _, p := range theirs {
		if !slices.ContainsFunc(before, func(ours app.Property) bool { return ours.Name == p.Name }) {
			m.c.Unknown = append(slices.Clip(m.c.Unknown), p)
			m.changed = true
		}
	}
}
