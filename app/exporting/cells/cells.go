// Package cells writes what a customer has several of, or what has several
// parts, as one cell of a table, so that a person can read it and an import of
// the table gets it back.
//
// Things in a list are parted by semicolons, words by commas; what is to be
// known of a thing stands behind it in brackets:
//
//	040 123 4567 (work, preferred, +358401234567); 09 1234567 (out-of-service)
//
// A sign that would part something is written with a backslash before it. None
// of this depends on the language the table is written in.
package cells

import (
	"slices"
	"strings"
	"time"

	"ringback.app/app"
)

// List writes things as a list.
func List(things []string) string { return join(';', things) }

// Things reads what List wrote. Nothing that is empty is a thing.
func Things(cell string) []string { return split(';', cell) }

// Words writes words, a customer's tags say, with commas between them.
func Words(words []string) string { return join(',', words) }

// ReadWords reads what Words wrote.
func ReadWords(cell string) []string { return split(',', cell) }

func join(by byte, things []string) string {
	escaped := make([]string, len(things))
	for i, t := range things {
		escaped[i] = escape(t, `\`+string(by))
	}
	return strings.Join(escaped, string(by)+" ")
}

func split(by byte, cell string) []string {
	var things []string
	for _, part := range cut(by, cell) {
		if part = strings.TrimSpace(unescape(part)); part != "" {
			things = append(things, part)
		}
	}
	return things
}

// cut parts a text where the sign stands without a backslash before it, and
// leaves the backslashes.
func cut(by byte, text string) []string {
	var parts []string
	from := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case by:
			parts = append(parts, text[from:i])
			from = i + 1
		}
	}
	return append(parts, text[from:])
}

func escape(text, signs string) string {
	if !strings.ContainsAny(text, signs) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(signs, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func unescape(text string) string {
	if strings.IndexByte(text, '\\') < 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// noted writes a note behind a text, in brackets. A text that ends in a bracket
// gets empty ones where there is no note, so that its own are not taken for one.
func noted(text, note string) string {
	if note == "" && !strings.HasSuffix(text, ")") {
		return text
	}
	return text + " (" + note + ")"
}

// cutNote takes the note off; it is empty where there is none.
func cutNote(cell string) (text, note string) {
	cell = strings.TrimSpace(cell)
	at := strings.LastIndex(cell, " (")
	if at < 0 || !strings.HasSuffix(cell, ")") {
		return cell, ""
	}
	return strings.TrimSpace(cell[:at]), cell[at+2 : len(cell)-1]
}

// preferred marks what is used first.
const preferred = "preferred"

// Phone writes a number and what is to be known of it.
func Phone(p app.Phone) string { return noted(typed(p), AboutPhone(p)) }

// ReadPhone reads what Phone wrote. The number may have an E.164 form only where
// the typed one does not say it by itself.
func ReadPhone(cell string) app.Phone {
	number, about := cutNote(cell)
	return ReadAboutPhone(app.Phone{Typed: number}, about)
}

func typed(p app.Phone) string {
	if p.Typed == "" {
		return p.E164
	}
	return p.Typed
}

// AboutPhone is what is to be known of a number: its label, that it is called
// first, why it is not called at all, and how the world dials it.
func AboutPhone(p app.Phone) string {
	var marks []string
	if p.Preferred {
		marks = append(marks, preferred)
	}
	if p.Unfit == app.UnfitWrong || p.Unfit == app.UnfitDead { // what is unfit by itself is found again
		marks = append(marks, string(p.Unfit))
	}
	if p.E164 != "" && !strings.HasPrefix(typed(p), "+") {
		marks = append(marks, p.E164)
	}
	return about(p.Label, marks)
}

// ReadAboutPhone adds to a number what AboutPhone wrote of it.
func ReadAboutPhone(p app.Phone, cell string) app.Phone {
	label, marks := readAbout(cell)
	p.Label = label
	for _, m := range marks {
		switch {
		case m == preferred:
			p.Preferred = true
		case m[0] == '+':
			p.E164 = m
		default:
			p.Unfit = app.UnfitFor(m)
		}
	}
	return p
}

// Email writes an address for mail and what is to be known of it.
func Email(e app.Email) string { return noted(e.Address, AboutEmail(e)) }

// ReadEmail reads what Email wrote.
func ReadEmail(cell string) app.Email {
	address, about := cutNote(cell)
	return ReadAboutEmail(app.Email{Address: address}, about)
}

// AboutEmail is what is to be known of an address for mail: its label, and that
// it is used first.
func AboutEmail(e app.Email) string {
	if e.Preferred {
		return about(e.Label, []string{preferred})
	}
	return about(e.Label, nil)
}

// ReadAboutEmail adds to an address what AboutEmail wrote of it.
func ReadAboutEmail(e app.Email, cell string) app.Email {
	label, marks := readAbout(cell)
	e.Label, e.Preferred = label, slices.Contains(marks, preferred)
	return e
}

// about writes a label and the marks behind it. A label that reads like a mark
// has a backslash before it.
func about(label string, marks []string) string {
	if label == "" {
		return strings.Join(marks, ", ")
	}
	escaped := escape(label, `\,()`)
	if isMark(label) {
		escaped = `\` + label
	}
	return strings.Join(append([]string{escaped}, marks...), ", ")
}

func readAbout(cell string) (label string, marks []string) {
	for _, part := range cut(',', cell) {
		switch part = strings.TrimSpace(part); {
		case isMark(part):
			marks = append(marks, part)
		case part != "" && label == "":
			label = unescape(part)
		}
	}
	return label, marks
}

func isMark(word string) bool {
	return word == preferred || word == string(app.UnfitWrong) || word == string(app.UnfitDead) || strings.HasPrefix(word, "+")
}

// Address writes a postal address: street, what is beside it, post-office box,
// postal code, city, region and country.
func Address(a app.Address) string {
	parts := []string{a.Street, a.Extra, a.POBox, a.PostalCode, a.City, a.Region, a.Country}
	for i, p := range parts {
		parts[i] = escape(p, `\|`)
	}
	return noted(strings.Join(parts, " | "), escape(a.Label, `\()`))
}

// ReadAddress reads what Address wrote; of fewer parts, as many as there are.
func ReadAddress(cell string) app.Address {
	text, label := cutNote(cell)
	a := app.Address{Label: unescape(label)}
	into := []*string{&a.Street, &a.Extra, &a.POBox, &a.PostalCode, &a.City, &a.Region, &a.Country}
	for i, part := range cut('|', text) {
		if i < len(into) {
			*into[i] = strings.TrimSpace(unescape(part))
		}
	}
	return a
}

// dayNames are the weekdays, from Sunday, as time.Weekday counts them.
var dayNames = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// BestTime writes when somebody likes to be called: 09:00–12:00, not sat, sun.
func BestTime(b app.BestTime) string {
	hours := ""
	switch {
	case b.To != 0:
		hours = b.From.String() + "–" + b.To.String()
	case b.From != 0:
		hours = b.From.String() + "–"
	}
	var not []string
	for i := range dayNames {
		if day := (i + 1) % 7; b.Not.Has(time.Weekday(day)) {
			not = append(not, dayNames[day])
		}
	}
	switch {
	case len(not) == 0:
		return hours
	case hours == "":
		return "not " + strings.Join(not, ", ")
	}
	return hours + ", not " + strings.Join(not, ", ")
}

// ReadBestTime reads what BestTime wrote; false if it is anything else.
func ReadBestTime(cell string) (app.BestTime, bool) {
	var b app.BestTime
	hours, not, _ := strings.Cut(" "+strings.TrimSpace(cell), " not ")
	hours = strings.Trim(hours, " ,")
	if hours != "" {
		from, to, ranged := strings.Cut(strings.ReplaceAll(hours, "–", "-"), "-")
		if !ranged {
			return app.BestTime{}, false
		}
		var err error
		if b.From, err = app.ParseMinute(strings.TrimSpace(from)); err != nil {
			return app.BestTime{}, false
		}
		if to = strings.TrimSpace(to); to != "" {
			if b.To, err = app.ParseMinute(to); err != nil {
				return app.BestTime{}, false
			}
		}
	}
	for _, name := range strings.FieldsFunc(strings.ToLower(not), func(r rune) bool { return r == ',' || r == ' ' }) {
		i := slices.Index(dayNames[:], name)
		if i < 0 {
			return app.BestTime{}, false
		}
		b.Not |= app.DaysOf(time.Weekday(i))
	}
	return b, true
}
