package customers

import (
	"cmp"
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// roster is everybody in the book as lines of the list, by name. It holds each
// in some 60 bytes, all texts one after the other, since a book may have
// 100,000 of them and the list is kept as long as the window is open.
type roster struct {
	texts string
	lines []rosterLine
}

// rosterLine is where the texts of somebody lie: name, firm, phone and the
// shop's number follow each other from begin on.
type rosterLine struct {
	id         app.ID
	begin      uint32
	lengths    [4]uint16
	lastBought app.Day
	archived   bool
}

// mostLetters is how many bytes of a text are kept: more than a line shows, or
// a book takes in.
const mostLetters = 1 << 12

func (r *roster) count() int { return len(r.lines) }

// at returns a line. Its e-mail addresses are not kept.
func (r *roster) at(i int) app.Listed {
	l := r.lines[i]
	rest := r.texts[l.begin:]
	next := func(n int) string {
		text := rest[:l.lengths[n]]
		rest = rest[l.lengths[n]:]
		return text
	}
	return app.Listed{
		ID: l.id, Name: next(0), Firm: next(1), Phone: next(2), Reference: next(3),
		LastBought: l.lastBought, Archived: l.archived,
	}
}

// index returns the line of that customer, -1 for none.
func (r *roster) index(id app.ID) int {
	return slices.IndexFunc(r.lines, func(l rosterLine) bool { return l.id == id })
}

// rosterOf returns the customers in their order.
func rosterOf(customers []app.Listed) *roster {
	b := rosterBuilder{}
	for _, c := range customers {
		b.add(c)
	}
	return b.roster()
}

// everybody reads all customers and sorts them by name: letters first, then
// numbers; those without a name come last.
func everybody(ctx context.Context, book Book) (*roster, error) {
	b := rosterBuilder{}
	var keys []byte
	var order []rosterKey
	err := book.Customers(ctx, func(c app.Listed) bool {
		key := folding.Fold(c.Name)
		order = append(order, rosterKey{at: len(b.lines), begin: len(keys), end: len(keys) + len(key), rank: rankOf(key)})
		keys = append(keys, key...)
		b.add(c)
		return true
	})
	all := string(keys)
	slices.SortFunc(order, func(x, y rosterKey) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(all[x.begin:x.end], all[y.begin:y.end]), cmp.Compare(x.at, y.at))
	})
	sorted := make([]rosterLine, len(order))
	for i, k := range order {
		sorted[i] = b.lines[k.at]
	}
	b.lines = sorted
	return b.roster(), err
}

// rosterKey is what somebody is sorted by; the text of it lies between begin
// and end.
type rosterKey struct {
	at, begin, end int
	rank           uint8
}

// rankOf puts words before numbers, and nothing last.
func rankOf(key string) uint8 {
	switch {
	case key == "":
		return 2
	case key[0] >= '0' && key[0] <= '9':
		return 1
	}
	return 0
}

type rosterBuilder struct {
	texts []byte
	lines []rosterLine
}

func (b *rosterBuilder) add(c app.Listed) {
	l := rosterLine{id: c.ID, begin: uint32(len(b.texts)), lastBought: c.LastBought, archived: c.Archived}
	for i, text := range [...]string{c.Name, c.Firm, c.Phone, c.Reference} {
		text = text[:min(len(text), mostLetters)]
		l.lengths[i] = uint16(len(text))
		b.texts = append(b.texts, text...)
	}
	b.lines = append(b.lines, l)
}

func (b *rosterBuilder) roster() *roster { return &roster{texts: string(b.texts), lines: b.lines} }
