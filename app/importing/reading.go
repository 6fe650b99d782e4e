package importing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/vcards"
)

// reading is one Read under way.
type reading struct {
	options   Options
	ids       *app.IDs
	preview   *Preview
	files     []file
	people    *people.People
	past      *past
	purchases []*app.Purchase // to write
	ended     []ended
	records   []app.Record // to write, of a whole book
	refused   []*app.Error // why files are left out
	chosen    bool         // somebody saved the settings of the book
	at        Progress
	done      atomic.Int64 // bytes; counted by whichever goroutine reads
}

type file struct {
	Source
	look
	about File

	empty   []int // columns of a table in which nothing was seen yet; nil before its first row
	days    dayColumns
	serving map[int]bool // columns of which something is made that are no field of their own
	refused bool         // it is left out, as was found out when it was read
}

// now is when the import is read: of what cannot have been yet.
func (r *reading) now() time.Time {
	if r.options.Clock == nil {
		return time.Now()
	}
	return r.options.Clock()
}

// title is how an error names the file.
func (f *file) title() string { return f.look.title(f.Source) }

func (r *reading) add(in input) {
	s, l := in.Source, in.look
	f := file{Source: s, look: l, about: File{
		Name: s.label(), From: in.from, Inside: in.inside, Sheet: l.sheetName, Kind: l.kind, Charset: l.charset, First: l.shown(),
	}}
	if in.skipped != nil {
		r.item(Item{
			File: s.label(), Sheet: l.sheetName, Line: 1, Kind: KindFile, Action: Reject,
			Name: cmp.Or(l.sheetName, s.label()), Problems: []*app.Error{in.skipped},
		})
		return
	}
	if l.delimiter != 0 {
		f.about.Delimiter = string(l.delimiter)
	}
	if l.kind == KindPurchases || l.kind == KindOpinions {
		r.at.Total += s.Size // it is read twice
	}
	r.at.Total += s.Size
	r.files = append(r.files, f)
}

// all reads the files: contacts first.
func (r *reading) all(ctx context.Context, known Known) error {
	plan, err := known.Plan()
	if err != nil {
		return fmt.Errorf("read the plan: %w", err)
	}
	r.people, r.past = people.New(known, r.ids, plan.Country), newPast(known)
	r.at.Files = len(r.files)
	if f := &r.files[0]; f.kind == KindBook {
		r.at.Stage, r.at.File, r.at.Number = Reading, f.about.Name, 1
		err = r.book(ctx, f, known)
		r.preview.Files = append(r.preview.Files, f.about)
		r.preview.changes = r.changes()
		return err
	}
	for _, kind := range []Kind{KindCards, KindPurchases, KindOpinions} {
		if err := r.ofKind(ctx, kind, plan, known); err != nil {
			return err
		}
	}
	for _, f := range r.files {
		if f.refused {
			continue
		}
		f.about.NotTaken, f.about.Hidden = f.notTaken(), f.hidden
		r.preview.Files = append(r.preview.Files, f.about)
		r.preview.Summary.Lines += f.tableRows()
		r.preview.Summary.NoOneLines += f.about.NoOne
		r.preview.Summary.BelowLines += f.about.Below
		r.preview.Summary.BadLines += f.about.Rejected
		r.preview.Summary.UndoneLines += f.about.Undone
	}
	r.preview.Summary.NoCountry = r.people.WithoutCountry()
	size, err := known.Size()
	if err != nil {
		return fmt.Errorf("read the size of the book: %w", err)
	}
	r.preview.Unchosen = !r.chosen && size.Purchases == 0
	r.follow(plan, size)
	r.preview.changes, r.preview.said = r.changes(), r.toRemember(cmp.Or(r.preview.Currency, plan.Currency))
	return nil
}

// ofKind reads the files of that kind. One that cannot be read is left out, if
// there are others and nothing was taken of it.
func (r *reading) ofKind(ctx context.Context, kind Kind, plan app.Plan, known Known) error {
	r.people.Buying = kind != KindCards
	var books []*bookkeeping
	for i := range r.files {
		f := &r.files[i]
		if f.kind != kind {
			continue
		}
		r.at.Stage, r.at.File, r.at.Number = Reading, f.about.Name, i+1
		items, met := len(r.preview.Items), r.people.Count()
		var err error
		switch {
		case kind == KindCards && !f.isTable():
			err = r.cards(ctx, f)
		case kind == KindCards:
			err = r.contacts(ctx, f)
		case kind == KindOpinions:
			err = newHearing(r, f, plan, known).read(ctx)
		default:
			b := newBookkeeping(r, f, plan)
			if err = b.read(ctx); err == nil {
				books = append(books, b)
			}
		}
		why := r.options.refusal(ctx, err)
		if isUntouched := items == len(r.preview.Items) && met == r.people.Count(); why != nil && isUntouched {
			f.refused = true
			r.refuse(f.about.Name, why)
		} else if err != nil {
			return placed(err, f.about.From, f.about.Inside)
		}
	}
	if err := r.settle(ctx, books); err != nil {
		return err
	}
	for _, b := range books {
		r.preview.Summary.NoOneReceipts += len(b.noOne)
	}
	return nil
}

func (f file) tableRows() int {
	if f.kind == KindPurchases {
		return f.about.Rows
	}
	return 0
}

// item puts an item on the preview.
func (r *reading) item(i Item) {
	s := &r.preview.Summary
	if i.Kind != KindCards || i.Action != Reject || s.Contacts.Rejected < MaxRejected {
		r.expect(i.Kind)
		r.preview.Items = append(r.preview.Items, i)
	}
	s.add(i.Action)
	switch i.Kind {
	case KindCards:
		s.Contacts.add(i.Action)
	case KindPurchases:
		s.Receipts.add(i.Action)
		if i.Return {
			s.Returns++
		}
	case KindCalls:
		s.Calls.add(i.Action)
	case KindOpinions:
		s.Opinions.add(i.Action)
	case KindComplaints:
		s.Complaints.add(i.Action)
	}
}

// expect makes room for as many items as there will be if the rest of the files
// has as many as what was read: growing by and by, a long list would be copied
// many times.
func (r *reading) expect(kind Kind) {
	n, done := len(r.preview.Items), r.done.Load()
	if kind != KindCards || n < often || n < cap(r.preview.Items) || done == 0 {
		return
	}
	all := min(float64(n)*float64(r.at.Total)/float64(done), mostExpected)
	r.preview.Items = slices.Grow(r.preview.Items, max(n/4, int(1.02*all)-n))
}

// mostExpected is for how many items room is made at the most.
const mostExpected = 1 << 18

// cards reads a file of contacts.
func (r *reading) cards(ctx context.Context, f *file) error {
	opened, closer, err := r.open(ctx, f)
	if err != nil {
		return err
	}
	defer closer.Close()
	cards, err := vcards.NewReader(opened, vcards.Options{Charset: f.charset})
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
		f.about.Rows++
		if err := r.contact(f, found{card.Index, card.Line, card.Customer, card.Problems}); err != nil {
			return err
		}
	}
}

// found is a contact as a file has it.
type found struct {
	index, line int
	customer    app.Customer
	problems    []*app.Error
}

// contact finds out what comes of one contact.
func (r *reading) contact(f *file, card found) error {
	if card.customer.ID.IsZero() && !f.isTable() {
		takeApart(&card.customer)
	}
	r.people.Dial(&card.customer)
	badEmails := tidyEmails(&card.customer)
	c := card.customer
	var called *app.Error
	card.problems, called = cutCalled(card.problems)
	item := Item{
		File: f.about.Name, Sheet: f.about.Sheet, Index: card.index, Line: card.line, Kind: KindCards,
		Name: c.Called(), Phones: c.Phones, Emails: c.Emails, Problems: card.problems,
	}
	for _, address := range badEmails {
		item.Problems = append(item.Problems, app.InvalidLine("import.card.email", card.line, app.Args{"Address": address}))
	}
	for _, p := range c.Phones {
		if p.Unfit == app.UnfitUnreadable {
			item.Problems = append(item.Problems, app.InvalidLine("import.card.undialable", card.line, app.Args{"Phone": p.Typed}))
		}
	}
	reject := func(problems ...*app.Error) error {
		item.Action, item.Problems = Reject, problems
		r.item(item)
		return nil
	}
	nameless := cutName(card.problems)
	switch {
	case c.Called() == "" && len(c.Phones) == 0 && len(c.Emails) == 0:
		return reject(append(item.Problems, app.InvalidLine("import.card.nobody", card.line, nil))...)
	case slices.ContainsFunc(c.Unknown, isGroup):
		return reject(append(item.Problems, app.InvalidLine("import.card.group", card.line, nil))...)
	case nameless != nil:
		return reject(app.InvalidLine("import.card.name-long", card.line, nameless.Args))
	}
	met, err := r.people.Meet(c)
	if err != nil {
		return err
	}
	if met.Person == nil {
		return reject(append(item.Problems, app.InvalidLine("import.card.forgotten", card.line, nil))...)
	}
	item.Action, item.ID, item.Customer, item.Alike, item.Added = actionOf(met), met.Person.ID(), met.Person.ID(), met.Alike, met.Added
	item.Problems = append(item.Problems, r.people.Resemblances(c, met.Alike, card.line)...)
	for _, kept := range met.Kept {
		item.Problems = append(item.Problems, app.InvalidLine("import.card.kept", card.line, app.Args{
			"Property": kept.What, "Ours": kept.Ours, "Theirs": kept.Theirs,
		}))
	}
	if called != nil && len(c.DoNotCall) == 0 && len(met.Person.Customer.DoNotCall) > 0 {
		item.Problems = append(item.Problems, called)
	}
	item.Problems = append(item.Problems, people.TellExcess(met.Excess, card.line)...)
	item.Problems = append(item.Problems, people.TellSettled(met.Settled, met.Person.Customer.Called(), card.line)...)
	r.item(item)
	return nil
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

// cutName returns the problem of a name that was too long to be one: whoever it
// is, a piece of it would not tell.
func cutName(problems []*app.Error) *app.Error {
	for _, p := range problems {
		if property, _ := p.Args["Property"].(string); p.Key == "import.card.shortened" && (property == "FN" || property == "N") {
			return p
		}
	}
	return nil
}

// table reads the rows of a table, without its header.
func (r *reading) table(ctx context.Context, f *file, header, row func(tables.Row) error) error {
	t, closer, err := r.rows(ctx, f)
	if err != nil {
		return err
	}
	defer closer.Close()
	apart := false
	for n := 0; ; n++ {
		if err := r.step(ctx, n); err != nil {
			return err
		}
		read, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return f.failed(err)
		case n == 0:
			err = header(read)
		case read.Blank():
			apart = true
		default:
			f.see(read)
			if read.Problem == nil {
				read.Problem = cmp.Or(f.failure(read), f.extra(read))
			}
			read.Apart, apart = read.Apart || apart, false
			err = row(read)
		}
		if err != nil {
			return err
		}
	}
}
