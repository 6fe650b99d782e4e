package people

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/folding"
	"ringback.app/app/importing/written"
)

// Kept is something that a file says otherwise than the book, which stays as it
// is.
type Kept struct {
	What, Ours, Theirs string
}

// What a customer may have of a sort, as many as of one card are read: cards that
// meet in one customer, as those with the shop's own number and one name do, must
// not make one of which each further card costs all before.
const (
	mostContacts = 100 // numbers, addresses, tags and references
	mostUnknown  = 200 // other properties
)

// numberProperty is what a card calls the shop's number for a customer.
const numberProperty = "X-CUSTOMER-ID"

// merge adds to a customer what a file knows of them: it fills what is empty and
// adds telephones, addresses, tags and references. Nothing that is there is
// overwritten; what the file has otherwise is told.
func merge(ours, theirs app.Customer) merger {
	m := merger{c: ours}
	m.naming(theirs)
	m.fill("ORG", &m.c.Firm, theirs.Firm)
	m.birthday(theirs.Birthday)
	m.fill("LANG", &m.c.Language, theirs.Language)
	m.timeZone(theirs.TimeZone)
	if !holdsNote(m.c.Notes, theirs.Notes) {
		m.fill("NOTE", &m.c.Notes, theirs.Notes)
	}
	m.addresses(theirs.Addresses)
	m.tags(theirs.Tags)
	m.bestTime(theirs.BestTime)
	m.refusals(theirs.DoNotCall)
	m.phones(theirs.Phones)
	m.emails(theirs.Emails)
	for _, ref := range theirs.References {
		if !slices.Contains(m.c.References, ref) && m.room("UID", len(m.c.References), mostContacts) {
			m.c.References = append(slices.Clip(m.c.References), ref)
			m.add(map[app.ReferenceKind]string{app.ReferenceVCard: "UID", app.ReferenceShop: numberProperty}[ref.Kind], ref.Value)
		}
	}
	m.unknown(ours, theirs)
	return m
}

// merger is a customer to whom something is added.
type merger struct {
	c       app.Customer
	changed bool
	rekeyed bool // a number is found otherwise than before
	added   []Addition
	kept    []Kept
	full    []Excess // what there was no room for
}

// add notes that the customer got something.
func (m *merger) add(what, text string) {
	m.changed = true
	m.added = append(m.added, Addition{what, written.Beginning(text)})
}

// Excess is a sort of which a customer has as many as they may have.
type Excess struct {
	what string
	most int
}

// AndExcess adds what was not told yet.
func AndExcess(told, further []Excess) []Excess {
	for _, f := range further {
		if !slices.Contains(told, f) {
			told = append(told, f)
		}
	}
	return told
}

// TellExcess says what of a record was left out because the customer has as much of
// it as anybody may have.
func TellExcess(all []Excess, line int) []*app.Error {
	var said []*app.Error
	for _, f := range all {
		said = append(said, app.InvalidLine("import.card.full", line, app.Args{"Property": app.CardProperty(f.what), "Count": f.most}))
	}
	return said
}

// room tells whether a customer who has so many of a sort may have one more.
func (m *merger) room(what string, n, most int) bool {
	if n < most {
		return true
	}
	m.full = AndExcess(m.full, []Excess{{what, most}})
	return false
}

func (m *merger) fill(what string, ours *string, theirs string) {
	switch {
	case theirs == "" || *ours == theirs:
	case *ours == "":
		*ours = theirs
		m.add(what, theirs)
	case folding.Fold(*ours) != folding.Fold(theirs):
		m.kept = append(m.kept, Kept{what, *ours, theirs})
	}
}

// holdsNote tells whether a note is a paragraph of notes, or several, as where two
// customers became one.
func holdsNote(notes, note string) bool {
	return note != "" && strings.Contains("\n\n"+notes+"\n\n", "\n\n"+strings.Trim(note, "\n")+"\n\n")
}

// birthday fills in the year, too, where the day is the same.
func (m *merger) birthday(theirs string) {
	ours := &m.c.Birthday
	day, yearless := strings.CutPrefix(*ours, "--")
	other, without := strings.CutPrefix(theirs, "--")
	switch {
	case yearless && !without && strings.HasSuffix(theirs, "-"+day):
		*ours = theirs
		m.add("BDAY", theirs)
	case without && !yearless && strings.HasSuffix(*ours, "-"+other):
	default:
		m.fill("BDAY", ours, theirs)
	}
}

// refusals adds wishes not to be called; none is ever taken back by a file.
func (m *merger) refusals(theirs []app.DoNotCall) {
	for _, wish := range theirs {
		if !slices.ContainsFunc(m.c.DoNotCall, func(ours app.DoNotCall) bool { return ours.Purpose == wish.Purpose }) {
			m.c.DoNotCall = append(slices.Clip(m.c.DoNotCall), wish)
			m.add("X-DO-NOT-CALL", cells.Refusal(wish))
		}
	}
}

// addresses adds those that are other places, and fills what is empty of those
// that are there.
func (m *merger) addresses(theirs []app.Address) {
	for _, a := range theirs {
		if slices.Contains(m.c.Addresses, a) {
			continue // as it is, even if another one could be filled with it
		}
		at := slices.IndexFunc(m.c.Addresses, func(ours app.Address) bool { return samePlace(ours, a) })
		if at < 0 {
			if m.room("ADR", len(m.c.Addresses), mostContacts) {
				m.c.Addresses = append(slices.Clip(m.c.Addresses), a)
				m.add("ADR", inOneLine(a))
			}
			continue
		}
		filled := m.c.Addresses[at]
		for i, part := range partsOf(&filled) {
			if *part == "" {
				*part = *partsOf(&a)[i]
			}
		}
		if filled != m.c.Addresses[at] {
			m.c.Addresses = slices.Clone(m.c.Addresses)
			m.c.Addresses[at] = filled
			m.add("ADR", inOneLine(filled))
		}
	}
}

// inOneLine is an address as it is shown.
func inOneLine(a app.Address) string {
	var parts []string
	for _, part := range partsOf(&a)[1:] { // without the label
		if *part != "" {
			parts = append(parts, *part)
		}
	}
	return strings.Join(parts, ", ")
}

func partsOf(a *app.Address) []*string {
	return []*string{&a.Label, &a.POBox, &a.Extra, &a.Street, &a.City, &a.Region, &a.PostalCode, &a.Country}
}

// samePlace tells whether two addresses are one: no part that both have is
// another, and they share the street, or one says nothing that the other does
// not.
func samePlace(a, b app.Address) bool {
	a.Label, b.Label = "", ""
	shared, onlyA, onlyB := false, false, false
	for i, part := range partsOf(&a) {
		x, y := folding.Fold(*part), folding.Fold(*partsOf(&b)[i])
		switch {
		case x != "" && y != "" && x != y:
			return false
		case x == y:
			shared = shared || x != "" && (part == &a.Street || part == &a.POBox)
		default:
			onlyA, onlyB = onlyA || x != "", onlyB || y != ""
		}
	}
	return shared || !onlyA || !onlyB
}

func (m *merger) tags(theirs []string) {
	for _, tag := range theirs {
		if !slices.ContainsFunc(m.c.Tags, func(ours string) bool { return folding.Fold(ours) == folding.Fold(tag) }) &&
			m.room("CATEGORIES", len(m.c.Tags), mostContacts) {
			m.c.Tags = append(slices.Clip(m.c.Tags), tag)
			m.add("CATEGORIES", tag)
		}
	}
}

func (m *merger) bestTime(theirs app.BestTime) {
	ours := m.c.BestTime
	switch {
	case theirs.IsZero() || ours == theirs:
	case ours.IsZero():
		m.c.BestTime = theirs
		m.add("BEST-TIME", cells.BestTime(theirs))
	default:
		m.kept = append(m.kept, Kept{"BEST-TIME", cells.BestTime(ours), cells.BestTime(theirs)})
	}
}

// phones adds numbers that are not there, and to those that are what was not known
// of them.
func (m *merger) phones(theirs []app.Phone) {
	for _, p := range theirs {
		at := slices.IndexFunc(m.c.Phones, func(ours app.Phone) bool { return alike.Numbers(ours, p) })
		if at < 0 {
			if m.room("TEL", len(m.c.Phones), mostContacts) {
				p.Preferred = p.Preferred && !slices.ContainsFunc(m.c.Phones, func(ours app.Phone) bool { return ours.Preferred })
				m.c.Phones = append(slices.Clip(m.c.Phones), p)
				m.add("TEL", p.Typed)
			}
			continue
		}
		if known := dialing.Together(m.c.Phones[at], p); known != m.c.Phones[at] {
			m.rekeyed = m.rekeyed || alike.PhoneKey(known) != alike.PhoneKey(m.c.Phones[at])
			m.c.Phones = slices.Clone(m.c.Phones)
			m.c.Phones[at] = known
			m.add("TEL", strings.TrimSpace(p.Label+" "+p.Typed))
		}
	}
}

// dialAgain reads the numbers of which the country is not known by the addresses of
// both records, as it will be when what the book writes out is read again.
func (m *merger) dialAgain(country string) {
	read, changed := dialing.Again(m.c, country)
	if !changed {
		return
	}
	m.c, m.rekeyed = read, true
	m.c.Phones = numbersOnce(m.c.Phones)
}

func (m *merger) emails(theirs []app.Email) {
	for _, e := range theirs {
		at := slices.IndexFunc(m.c.Emails, func(ours app.Email) bool { return alike.Emails(ours, e) })
		switch {
		case at < 0 && !m.room("EMAIL", len(m.c.Emails), mostContacts):
		case at < 0:
			e.Preferred = e.Preferred && !slices.ContainsFunc(m.c.Emails, func(ours app.Email) bool { return ours.Preferred })
			m.c.Emails = append(slices.Clip(m.c.Emails), e)
			m.add("EMAIL", e.Address)
		case m.c.Emails[at].Label == "" && e.Label != "":
			m.c.Emails = slices.Clone(m.c.Emails)
			m.c.Emails[at].Label = e.Label
			m.add("EMAIL", e.Label+" "+e.Address)
		}
	}
}

// Within leaves out of a record what is more than anybody may have: a table may
// have a thousand numbers in a cell.
func Within(c app.Customer) (app.Customer, []Excess) {
	var m merger
	c.Phones = firstOnes(&m, "TEL", c.Phones)
	c.Emails = firstOnes(&m, "EMAIL", c.Emails)
	c.Addresses = firstOnes(&m, "ADR", c.Addresses)
	c.Tags = firstOnes(&m, "CATEGORIES", c.Tags)
	c.References = firstOnes(&m, "UID", c.References)
	return c, m.full
}

func firstOnes[T any](m *merger, what string, all []T) []T {
	if len(all) <= mostContacts {
		return all
	}
	m.room(what, len(all), mostContacts)
	return all[:mostContacts:mostContacts]
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

// numbersOnce leaves out numbers that come a second time, and keeps what their
// records say together, whichever comes first.
func numbersOnce(all []app.Phone) []app.Phone {
	kept := once(all, alike.Numbers)
	if len(kept) == len(all) {
		return all
	}
	for i := range kept {
		for _, p := range all {
			if alike.Numbers(kept[i], p) {
				preferred := kept[i].Preferred || p.Preferred
				kept[i] = dialing.Together(kept[i], p)
				kept[i].Preferred = preferred
			}
		}
	}
	return kept
}

// Addition is something that a customer's record gets.
type Addition struct {
	What string // the vCard property it is, or would be: TEL
	Text string // in one line, the beginning of it
}
