package importing

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/contacts"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/vcards"
	"ringback.app/app/importing/written"
	"ringback.app/app/timezones"
)

// cards reads a file of contacts.
func (r *reading) cards(ctx context.Context, f *file) error {
	opened, closer, err := r.open(ctx, f)
	if err != nil {
		return err
	}
	defer closer.Close()
	cards, err := vcards.NewReader(opened, vcards.Options{Charset: f.look.Charset, Today: app.DayOf(r.now())})
	if err != nil {
		return f.failed(err)
	}
	ahead := readAhead(cards)
	defer ahead.stop()
	for {
		if err := r.step(ctx, f.about.Rows); err != nil {
			return err
		}
		card, err := ahead.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return f.failed(err)
		}
		if err := r.contact(f, contacts.Contact{Line: card.Line, Customer: card.Customer, Problems: card.Problems}); err != nil {
			return err
		}
	}
}

// contacts reads a table of contacts.
func (r *reading) contacts(ctx context.Context, f *file) error {
	held, _ := columns.ReadContacts(f.Table)
	if !slices.ContainsFunc(r.files, func(other file) bool { return other.kind == KindPurchases }) {
		if err := held.PerhapsBought(f.Table); err != nil {
			return err
		}
	}
	book := contacts.New(held, f.Table, r.now())
	if book.IsOpen() {
		if err := r.rowsOf(ctx, f, book.Look); err != nil {
			return err
		}
	}
	if err := book.Decide(f.Table, f.days); err != nil {
		return err
	}
	f.about.Program, f.about.Columns = book.Program(), book.Described(f.Maps)
	take := func(contacts []contacts.Contact) error {
		for _, c := range contacts {
			if err := r.contact(f, c); err != nil {
				return err
			}
		}
		return nil
	}
	if err := r.rowsOf(ctx, f, func(row tables.Row) error { return take(book.Take(row)) }); err != nil {
		return err
	}
	last, footers := book.End()
	if err := take(last); err != nil {
		return err
	}
	for _, footer := range footers {
		line, _ := footer.Args["Line"].(int)
		r.item(Item{
			File: f.about.Name, Sheet: f.about.Sheet, Index: f.about.Rows, Line: line, Kind: KindCards, Action: Reject,
			Problems: []*app.Error{footer},
		})
		f.about.Rows++
	}
	if f.about.Rows == 0 {
		return app.Invalid("error.import.no-rows", app.Args{"File": f.Title})
	}
	return nil
}

// contact finds out what comes of one contact.
func (r *reading) contact(f *file, card contacts.Contact) error {
	index := f.about.Rows
	f.about.Rows++
	if card.Customer.ID.IsZero() && !f.isTable() {
		contacts.TakeApart(&card.Customer)
	}
	r.people.Dial(&card.Customer)
	card.Problems = append(card.Problems, inZone(&card.Customer, card.Line)...)
	badEmails := contacts.TidyEmails(&card.Customer)
	c := card.Customer
	var called *app.Error
	card.Problems, called = contacts.CutCalled(card.Problems)
	item := Item{
		File: f.about.Name, Sheet: f.about.Sheet, Index: index, Line: card.Line, Kind: KindCards,
		Name: c.Called(), Phones: c.Phones, Emails: c.Emails, Problems: card.Problems,
	}
	for _, address := range badEmails {
		item.Problems = append(item.Problems, app.InvalidLine("import.card.email", card.Line, app.Args{"Address": address}))
	}
	for _, p := range c.Phones {
		if p.Unfit == app.UnfitUnreadable {
			item.Problems = append(item.Problems, app.InvalidLine("import.card.undialable", card.Line, app.Args{"Phone": p.Typed}))
		}
	}
	reject := func(problems ...*app.Error) error {
		item.Action, item.Problems = Reject, problems
		r.item(item)
		return nil
	}
	switch {
	case c.Called() == "" && len(c.Phones) == 0 && len(c.Emails) == 0:
		return reject(append(item.Problems, app.InvalidLine("import.card.nobody", card.Line, nil))...)
	case slices.ContainsFunc(c.Unknown, isGroup):
		return reject(append(item.Problems, app.InvalidLine("import.card.group", card.Line, nil))...)
	case contacts.IsNameLong(c.Name) || wasNameCut(card.Problems):
		item.Name = written.Beginning(item.Name)
		return reject(app.InvalidLine("import.card.name-long", card.Line, app.Args{"Letters": app.NameLetters}))
	}
	met, err := r.people.Meet(c)
	if err != nil {
		return err
	}
	if met.Person == nil {
		return reject(append(item.Problems, app.InvalidLine("import.card.forgotten", card.Line, nil))...)
	}
	item.Action, item.ID, item.Customer, item.Alike, item.Added = actionOf(met), met.Person.ID(), met.Person.ID(), met.Alike, met.Added
	item.Problems = append(item.Problems, r.people.Resemblances(c, met.Alike, card.Line)...)
	for _, kept := range met.Kept {
		item.Problems = append(item.Problems, app.InvalidLine("import.card.kept", card.Line, app.Args{
			"Property": app.CardProperty(kept.What), "Ours": kept.Ours, "Theirs": kept.Theirs,
		}))
	}
	if called != nil && len(c.DoNotCall) == 0 && len(met.Person.Customer.DoNotCall) > 0 {
		item.Problems = append(item.Problems, called)
	}
	item.Problems = slices.Concat(item.Problems, people.TellExcess(met.Excess, card.Line),
		people.TellSettled(met.Settled, met.Person.Customer.Called(), card.Line), people.TellRefused(met.Refused, card.Line))
	r.item(item)
	return nil
}

// inZone gives a customer the time zone that their card names otherwise than by its
// name, and says what of it cannot be read.
func inZone(c *app.Customer, line int) []*app.Error {
	zone, unread := timezones.Of(*c)
	if c.TimeZone == "" {
		c.TimeZone = zone
	}
	if unread == "" {
		return nil
	}
	return []*app.Error{app.InvalidLine("import.card.time-zone", line, app.Args{"Text": written.Beginning(unread)})}
}

// actionOf is what comes of a record that somebody was met by.
func actionOf(met people.Meeting) Action {
	switch {
	case met.IsNew && len(met.Alike) > 0:
		return Possible
	case met.IsNew:
		return Create
	case met.Changed:
		return Update
	}
	return Same
}

// isGroup tells of a card that is a list of people (RFC 6350, 6.1.4; Apple writes
// the other).
func isGroup(p app.Property) bool {
	return (p.Name == "KIND" || p.Name == "X-ADDRESSBOOKSERVER-KIND") && strings.EqualFold(strings.TrimSpace(p.Value), "group")
}

// wasNameCut tells of a name that was too long to be one: whoever it is, a piece of it
// would not tell.
func wasNameCut(problems []*app.Error) bool {
	return slices.ContainsFunc(problems, func(p *app.Error) bool {
		property, _ := p.Args["Property"].(app.CardProperty)
		return p.Key == "import.card.shortened" && (property == "FN" || property == "N")
	})
}
