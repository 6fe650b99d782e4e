package customers

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/texts"
	"ringback.app/app/timezones"
	"ringback.app/app/when"
)

// How much fits, in letters. An address for mail ends where RFC 5321, 4.5.3.1.3
// ends a path.
const (
	mostEmail   = 254
	mostPhone   = 100
	mostAddress = 200
	mostNumber  = 100
	mostTag     = 60
	mostReason  = 500
	mostNotes   = 20_000
)

// check is a form on its way to a customer. What was in the record before is
// taken as it is: a form that shows an odd import must not refuse to be saved.
type check struct {
	desk    *Desk
	plan    app.Plan
	was     app.Customer
	form    Form
	errs    app.FieldErrors
	remarks app.FieldErrors
}

// customer returns the record as the form would have it. What the form does not
// show stays as it was.
func (k *check) customer() app.Customer {
	c := k.was
	c.Name = k.name()
	c.Firm = k.line(FieldFirm, k.form.Firm, k.was.Firm, app.NameLetters)
	c.Addresses = k.addresses()
	c.TimeZone = k.timeZone()
	c.Unknown = k.unknown(c.TimeZone)
	c.Phones = k.phones(c)
	c.Emails = k.emails()
	c.Birthday = k.birthday()
	c.Language = k.language()
	c.BestTime = k.bestTime()
	c.Tags = k.tags()
	if k.form.Notes != k.was.Notes {
		c.Notes = k.limited(FieldNotes, texts.ManyLines(k.form.Notes), mostNotes)
	}
	c.DoNotCall = k.doNotCall()
	c.References = k.references()
	if c.Name.Full == "" && c.Firm == "" && c.Reference(app.ReferenceShop) == "" && len(c.Phones) == 0 {
		k.errs.Add(FieldName, "error.customers.nobody", nil)
	}
	return c
}

func (k *check) name() app.Name {
	was := k.was.Name
	n := was
	n.Full = k.line(FieldName, k.form.Name, was.Full, app.NameLetters)
	n.Prefix = k.line(FieldPrefix, k.form.Prefix, was.Prefix, app.NameLetters)
	n.Given = k.line(FieldGiven, k.form.Given, was.Given, app.NameLetters)
	n.Family = k.line(FieldFamily, k.form.Family, was.Family, app.NameLetters)
	if was.Full != "" && n.Full != was.Full && n.Prefix == was.Prefix && n.Given == was.Given && n.Family == was.Family {
		return renamed(was, n.Full)
	}
	if n.Full == "" {
		n.Full = k.limited(FieldName, strings.Join(strings.Fields(n.Given+" "+n.Middle+" "+n.Family), " "), app.NameLetters)
	}
	return n
}

func (k *check) phones(c app.Customer) []app.Phone {
	hints := dialing.Hints(c)
	var phones []app.Phone
	preferred := false
	for i, f := range k.form.Phones {
		field := FieldAt(FieldPhones, i)
		p, known := k.knownPhone(f)
		if !known {
			typed := texts.OneLine(f.Typed)
			if typed == "" {
				continue
			}
			label := k.line(field, f.Label, "", mostTag)
			if utf8.RuneCountInString(typed) > mostPhone {
				k.long(field, "phone", typed, mostPhone)
				continue
			}
			p = dialing.Parse(typed, label, k.plan.Country, hints...)
		}
		if p.Unfit == app.UnfitUnreadable {
			k.remarks.Add(field, "error.customers.phone.unreadable", app.Args{"Number": p.Typed})
		}
		p.Preferred = f.Preferred && !preferred
		preferred = preferred || f.Preferred
		phones = append(phones, p)
	}
	return phones
}

// knownPhone returns the number as the record has it, unless it was typed anew
// or is good again.
func (k *check) knownPhone(f PhoneField) (app.Phone, bool) {
	for _, old := range k.was.Phones {
		if old.Typed == f.Typed && old.Label == f.Label && old.Unfit == f.Unfit {
			return old, true
		}
	}
	return app.Phone{}, false
}

func (k *check) emails() []app.Email {
	var emails []app.Email
	for i, e := range k.form.Emails {
		if slices.Contains(k.was.Emails, e) {
			emails = append(emails, e)
			continue
		}
		field := FieldAt(FieldEmails, i)
		e.Address, e.Label = texts.OneLine(e.Address), k.line(field, e.Label, "", mostTag)
		if e.Address == "" {
			continue
		}
		switch {
		case utf8.RuneCountInString(e.Address) > mostEmail:
			k.long(field, "email", e.Address, mostEmail)
		case !isEmail(e.Address):
			k.errs.Add(field, "error.customers.email.unreadable", app.Args{"Address": e.Address})
		}
		emails = append(emails, e)
	}
	return emails
}

// isEmail tells whether mail could go there at all; whether it arrives only
// mail can tell.
func isEmail(address string) bool {
	local, domain, found := strings.Cut(address, "@")
	return found && local != "" && domain != "" && !strings.ContainsAny(address, " ,;<>") && !strings.Contains(domain, "@")
}

func (k *check) addresses() []app.Address {
	var all []app.Address
	for i, a := range k.form.Addresses {
		if slices.Contains(k.was.Addresses, a) {
			all = append(all, a)
			continue
		}
		for _, part := range []*string{&a.Label, &a.POBox, &a.Extra, &a.Street, &a.City, &a.Region, &a.PostalCode, &a.Country} {
			*part = texts.OneLine(*part)
			if utf8.RuneCountInString(*part) > mostAddress {
				k.long(FieldAt(FieldAddresses, i), "address", *part, mostAddress)
			}
		}
		if bare := (app.Address{Label: a.Label}); a != bare {
			all = append(all, a)
		}
	}
	return all
}

func (k *check) timeZone() string {
	name := texts.OneLine(k.form.TimeZone)
	if name == "" || name == k.was.TimeZone {
		return name
	}
	if offset, _, ok := app.Offset(name); ok {
		return offset
	}
	if zone, err := time.LoadLocation(name); err != nil || zone == time.Local {
		k.errs.Add(FieldTimeZone, "error.customers.time-zone", app.Args{"Zone": texts.Quoted(name)})
	}
	return name
}

// unknown leaves out of what the customer's card has what it said of their time zone,
// where that is another one now: it would be sent out beside it.
func (k *check) unknown(zone string) []app.Property {
	if zone == k.was.TimeZone {
		return k.was.Unknown
	}
	return slices.DeleteFunc(slices.Clone(k.was.Unknown), func(p app.Property) bool {
		return p.Name == timezones.Property && timezones.Says(timezones.Text(p), k.was.TimeZone)
	})
}

func (k *check) language() string {
	name := texts.OneLine(k.form.Language)
	if name == "" || name == k.was.Language {
		return name
	}
	tag, err := language.Parse(name)
	if err != nil {
		k.errs.Add(FieldLanguage, "error.customers.language", app.Args{"Language": texts.Quoted(name)})
		return name
	}
	return tag.String()
}

func (k *check) bestTime() app.BestTime {
	b := app.BestTime{
		From: k.hour(FieldBestFrom, k.form.BestFrom),
		To:   k.hour(FieldBestTo, k.form.BestTo),
		Not:  k.form.NotOn & app.Week,
	}
	switch {
	case b.To == 0:
	case b.To == b.From:
		k.errs.Add(FieldBestTo, "error.customers.best-time.same", app.Args{"At": b.From.String()})
	case b.To < b.From:
		k.errs.Add(FieldBestTo, "error.customers.best-time", app.Args{"From": b.From.String(), "To": b.To.String()})
	}
	if b.Not == app.Week {
		k.errs.Add(FieldNotOn, "error.customers.best-days", nil)
	}
	return b
}

func (k *check) hour(field, text string) app.Minute {
	if texts.OneLine(text) == "" {
		return 0
	}
	m, err := when.ParseHour(text, k.desk.typing.Words)
	if err != nil {
		k.keep(field, err)
	}
	return m
}

func (k *check) tags() []string {
	if k.form.Tags == strings.Join(k.was.Tags, ", ") {
		return k.was.Tags
	}
	var tags []string
	for tag := range strings.SplitSeq(k.form.Tags, ",") {
		tag = texts.OneLine(tag)
		if tag == "" || slices.Contains(tags, tag) {
			continue
		}
		if !slices.Contains(k.was.Tags, tag) && utf8.RuneCountInString(tag) > mostTag {
			k.long(FieldTags, "tag", tag, mostTag)
		}
		tags = append(tags, tag)
	}
	return tags
}

func (k *check) doNotCall() []app.DoNotCall {
	var wishes []app.DoNotCall
	for i, w := range k.form.DoNotCall {
		if slices.Contains(k.was.DoNotCall, w) {
			wishes = append(wishes, w)
			continue
		}
		switch w.Purpose {
		case app.PurposeAny, app.PurposeFollowUp, app.PurposeMarketing:
		default:
			k.errs.Add(FieldAt(FieldDoNotCall, i), "error.customers.purpose", app.Args{"Purpose": texts.Quoted(string(w.Purpose))})
		}
		w.Reason = k.line(FieldAt(FieldDoNotCall, i), w.Reason, "", mostReason)
		if w.Since.IsZero() {
			w.Since = k.desk.today(k.plan)
		}
		wishes = append(wishes, w)
	}
	return wishes
}

// references keeps what other systems call the customer, and sets the shop's
// own number.
func (k *check) references() []app.Reference {
	was := k.was.Reference(app.ReferenceShop)
	number := k.line(FieldNumber, k.form.Number, was, mostNumber)
	if number == was {
		return k.was.References
	}
	var all []app.Reference
	for _, r := range k.was.References {
		if r.Kind != app.ReferenceShop || r.Value != was {
			all = append(all, r)
		}
	}
	if number != "" {
		all = append([]app.Reference{{Kind: app.ReferenceShop, Value: number}}, all...)
	}
	return all
}

// line cleans a text of one line and limits its length.
func (k *check) line(field, text, was string, most int) string {
	if text == was {
		return text
	}
	return k.limited(field, texts.OneLine(text), most)
}

func (k *check) limited(field, text string, most int) string {
	if utf8.RuneCountInString(text) > most {
		name, _, _ := strings.Cut(field, ".")
		k.long(field, name, text, most)
	}
	return text
}

// long says that a text does not fit: error.customers.name.long and the like.
func (k *check) long(field, name, text string, most int) {
	k.errs.Add(field, "error.customers."+name+".long", app.Args{
		"Length": utf8.RuneCountInString(text), "Most": most,
	})
}

// keep notes an error of another package under its field.
func (k *check) keep(field string, err error) { keep(k.errs, field, err) }

func keep(errs app.FieldErrors, field string, err error) {
	var e *app.Error
	if errors.As(err, &e) {
		errs.Add(field, e.Key, e.Args)
	}
}
