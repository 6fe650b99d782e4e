// Package cards writes customers as vCards of version 3.0 (RFC 2426) and 4.0
// (RFC 6350).
//
// go-vcard's encoder is not used: it escapes what is escaped already, so that
// properties do not go out as they came; it leaves the semicolons in the parts
// of a name as they are, and so cuts it in two; and it does not fold.
//
// What vCard has no property for goes out in properties of our own: see own.go,
// whose Adopt reads them back.
package cards

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
)

// Version is a version of vCard.
type Version string

// The versions.
const (
	V3 Version = "3.0" // read by everything
	V4 Version = "4.0"
)

// Append appends the customer's card. A card must have a name: nameless is what
// to call a customer who has neither name nor firm, number nor address.
//
// Properties that came with a card and that nothing was made of go out as they
// came.
func Append(to []byte, c app.Customer, v Version, nameless string) []byte {
	w := writer{out: to, version: v, groups: make(map[string]bool), params: paramsIn(c.Unknown)}
	for _, p := range c.Unknown {
		w.groups[strings.ToLower(p.Group)] = true
	}
	w.property("BEGIN", nil, "VCARD")
	w.property("VERSION", nil, string(v))
	w.names(c, nameless)
	for _, p := range c.Phones {
		w.phone(p)
	}
	for _, e := range c.Emails {
		w.labelled("EMAIL", e.Label, e.Preferred, w.kept("EMAIL", EmailKey(e.Address), e.Preferred), w.text(e.Address))
	}
	for _, a := range c.Addresses {
		w.labelled("ADR", a.Label, false, w.kept("ADR", AddressKey(a), false), structured(a.POBox, a.Extra, a.Street, a.City, a.Region, a.PostalCode, a.Country))
	}
	w.about(c)
	w.references(c)
	w.own(c)
	w.unknown(c)
	w.property("END", nil, "VCARD")
	return w.out
}

type writer struct {
	out     []byte
	version Version
	groups  map[string]bool // in use
	items   int
	params  []app.Property // what numbers and addresses said of themselves
}

// firmOf returns which of the unknown properties is the firm as it came, with its
// departments, and whether these stand in the firm's name; -1 if none is. The first
// ORG is, unless the firm was changed since; others are of other firms.
func firmOf(c app.Customer) (at int, whole bool) {
	at = slices.IndexFunc(c.Unknown, func(p app.Property) bool { return p.Name == "ORG" })
	if at < 0 {
		return -1, false
	}
	units := slices.DeleteFunc(split(c.Unknown[at].Value), func(unit string) bool { return strings.TrimSpace(unit) == "" })
	for i := range units {
		units[i] = strings.Join(strings.Fields(units[i]), " ")
	}
	whole = strings.Join(units, ", ") == c.Firm
	if c.Firm == "" || len(units) == 0 || !whole && units[0] != c.Firm {
		return -1, false
	}
	return at, whole
}

// first returns the first thing that such a customer can be called by.
func first(c app.Customer, name, nameless string) string {
	candidates := []string{name, c.Called()}
	for _, p := range c.Phones {
		candidates = append(candidates, p.Dialled())
	}
	for _, e := range c.Emails {
		candidates = append(candidates, e.Address)
	}
	for _, candidate := range candidates {
		if strings.TrimSpace(candidate) != "" {
			return candidate
		}
	}
	return nameless
}

// phone writes a number with its country, since nobody knows where it will be
// read: how it was typed goes out beside it. It is a URI (RFC 3966) if only that
// can say its extension.
func (w *writer) phone(p app.Phone) {
	typed := p.Typed
	if typed == "" {
		typed = p.E164
	}
	if typed == "" {
		return
	}
	if isNational(p) {
		typed = p.E164
	}
	if ext := p.Extension; ext != "" && !strings.HasSuffix(typed, ext) && !strings.Contains(typed, ";ext=") {
		typed = digits(p.Dialled()) + ";ext=" + ext
	}
	said := w.kept("TEL", PhoneKey(p.Typed), p.Preferred)
	if strings.Contains(typed, ";ext=") && !strings.ContainsAny(typed, "\\,\r\n ") {
		if w.version == V3 { // whose numbers are no URIs (RFC 2426, 3.3.1)
			w.labelled("TEL", p.Label, p.Preferred, said, typed)
			return
		}
		if said == nil {
			said = params{}
		}
		said["VALUE"] = []string{"uri"}
		w.labelled("TEL", p.Label, p.Preferred, said, "tel:"+typed)
		return
	}
	w.labelled("TEL", p.Label, p.Preferred, said, w.text(typed))
}

// isNational tells whether a number was typed otherwise than the world dials it, which is
// known: without its country, or with the 0 that only those at home dial, as in
// +44 (0)20 7946 0290.
func isNational(p app.Phone) bool {
	return p.E164 != "" && p.Extension == "" && p.Typed != "" && (!strings.HasPrefix(p.Typed, "+") || digits(p.Typed) != p.E164)
}

// digits leaves out what stands between them.
func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}

func (w *writer) about(c app.Customer) {
	w.birthday(c.Birthday)
	if c.Language != "" {
		w.property("LANG", nil, w.text(c.Language))
	}
	w.timeZone(c)
	if len(c.Tags) > 0 {
		tags := make([]string, len(c.Tags))
		for i, t := range c.Tags {
			tags[i] = compound(t)
		}
		w.property("CATEGORIES", nil, strings.Join(tags, ","))
	}
	if c.Notes != "" {
		w.property("NOTE", nil, w.text(c.Notes))
	}
}

// only returns the parameters for that version, and none for the other.
func (w *writer) only(v Version, p params) params {
	if w.version == v {
		return p
	}
	return nil
}

// birthday writes a day as the version has it: 19800229 and --0229 in 4.0;
// 1980-02-29 in 3.0, which has no form without a year: there it is written as
// Apple does.
func (w *writer) birthday(day string) {
	switch bare := strings.ReplaceAll(day, "-", ""); {
	case day == "":
	case len(day) == len("--02-29") && strings.HasPrefix(day, "--"):
		if w.version == V4 {
			w.property("BDAY", nil, "--"+bare)
			return
		}
		w.property("BDAY", params{"X-APPLE-OMIT-YEAR": {"1604"}}, "1604-"+day[2:])
	case w.version == V4 && len(day) == len("1980-02-29"):
		w.property("BDAY", nil, bare)
	default:
		w.property("BDAY", nil, w.text(day))
	}
}

func (w *writer) references(c app.Customer) {
	seen := make(map[app.ReferenceKind]bool)
	for _, ref := range c.References {
		switch {
		case seen[ref.Kind]:
			w.property(ownReference, nil, structured(string(ref.Kind), ref.Value))
		case ref.Kind == app.ReferenceShop:
			w.property("X-CUSTOMER-ID", nil, w.text(ref.Value))
		case w.version == V4 && !isURI(ref.Value):
			w.property("UID", params{"VALUE": {"text"}}, w.text(ref.Value))
		default:
			w.property("UID", nil, w.text(ref.Value))
		}
		seen[ref.Kind] = true
	}
}

func isURI(text string) bool {
	scheme, rest, ok := strings.Cut(text, ":")
	return ok && rest != "" && isName(scheme) && !strings.ContainsAny(text, " ,\\")
}

// ofTheCard are properties of the card that came, and not of whom it is of. Some
// programs read no card that has PROFILE (RFC 2426, 2.1.1).
var ofTheCard = []string{"BEGIN", "END", "VERSION", "PROFILE", "PRODID", "X-PRODID", "REV"}

// unknown writes properties as they came, but for labels whose number or address
// carries them now.
func (w *writer) unknown(c app.Customer) {
	properties := c.Unknown
	firm, _ := firmOf(c)
	changed := firm < 0 // since
	owned, written := make(map[string]bool), make(map[string]bool)
	written["BDAY"], written["FN"] = c.Birthday != "", true
	for _, p := range properties {
		if !isLabel(p.Name) {
			owned[strings.ToLower(p.Group)] = true
		}
	}
	for _, p := range properties {
		switch {
		case !isName(p.Name), isOwn(p.Name), isLabel(p.Name) && p.Group != "" && !owned[strings.ToLower(p.Group)]:
			continue
		case slices.Contains(ofTheCard, strings.ToUpper(p.Name)), p.Name == nameProperty: // which is written, or was of another name
			continue
		case p.Name == "ORG" && changed:
			changed = false // the others are other firms
			continue
		case w.once(p.Name) && written[strings.ToUpper(p.Name)]:
			w.also(p)
			continue
		}
		written[strings.ToUpper(p.Name)] = true
		name := p.Name
		if isLabel(name) {
			name = "X-ABLabel" // as Apple has it, whose programs tell the case
		}
		if isName(p.Group) {
			name = p.Group + "." + name
		}
		if w.version == V3 && w.photo(name, p) {
			continue
		}
		w.property(name, p.Params, clean(p.Value))
	}
}

// photo writes a picture that the card holds itself the way version 3.0 has it:
// not as a data: URI (RFC 2397), but as base64 with its sort beside it. False
// for anything else.
func (w *writer) photo(name string, p app.Property) bool {
	about, picture, ok := strings.Cut(p.Value, ";base64,")
	kind, isImage := strings.CutPrefix(about, "data:image/")
	if !ok || !isImage || !strings.EqualFold(p.Name, "PHOTO") || len(p.Params) > 0 {
		return false
	}
	w.property(name, params{"ENCODING": {"b"}, "TYPE": {strings.ToUpper(kind)}}, clean(picture))
	return true
}

func isLabel(name string) bool { return strings.EqualFold(name, "X-ABLABEL") }

// labelled writes a number or an address with what it is called: as types if
// they say it, else as Apple and Google do, in a group with X-ABLabel.
func (w *writer) labelled(name, label string, preferred bool, extra params, value string) {
	p := maps.Clone(extra)
	if p == nil {
		p = params{}
	}
	types, ok := typesOf(label)
	if preferred {
		if w.version == V3 {
			types = append(types, "pref")
		} else {
			p["PREF"] = []string{"1"}
		}
	}
	if w.version == V3 {
		for i, t := range types {
			types[i] = strings.ToUpper(t)
		}
	}
	if len(types) > 0 {
		p["TYPE"] = types
	}
	if ok {
		w.property(name, p, value)
		return
	}
	group := w.group()
	w.property(group+"."+name, p, value)
	w.property(group+".X-ABLabel", nil, w.text(label))
}

// group returns a group that is not in use.
func (w *writer) group() string {
	for {
		w.items++
		if name := "item" + strconv.Itoa(w.items); !w.groups[name] {
			return name
		}
	}
}
