package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// Tables that Ringback writes of what is more than a table can hold: a call
// note is of a call, its opinion and its complaint, and names purchases in
// words; or of less: quotes are words of opinions that the book has. They are for
// people, and are not read back.
var unreadable = []struct {
	marks []string
	key   string
}{
	{[]string{"numbercalled", "calledby", "outcome", "whattheysaid", "nextcall"}, "error.import.own-notes"},
	{[]string{"received", "whatwentwrong", "wepromised", "stillopen", "putright"}, "error.import.own-complaints"},
	{[]string{"words", "nametoprint", "allowedsince", "idoftheopinion"}, "error.import.own-quotes"},
}

// refused says why a table that Ringback wrote is not read back; nil for any
// other, and where a person says what its columns hold.
func (l look) refused(title string) error {
	if len(l.maps) > 0 {
		return nil
	}
	plain := make([]string, len(l.header))
	for i, name := range l.header {
		plain[i] = written.Plain(name)
	}
	for _, table := range unreadable {
		if !slices.ContainsFunc(table.marks, func(m string) bool { return !slices.Contains(plain, m) }) {
			return app.Invalid(table.key, app.Args{"File": title})
		}
	}
	return nil
}

// ownColumns are the columns that only a table has which Ringback wrote: the IDs of
// the record and of whose it is, and what else of an opinion it says. Nil in any
// other table.
type ownColumns struct {
	record, customer        int
	source, praise          int // of opinions; -1 in other tables
	quote, words, where, as int
}

func ownColumnsOf(c columns) *ownColumns {
	if c.preset == nil || c.preset.name != ours {
		return nil
	}
	at := func(name string) int {
		return slices.IndexFunc(c.names, func(n string) bool { return written.Plain(n) == name })
	}
	return &ownColumns{
		record: at("id"), customer: at("idofthecustomer"), source: at("source"), praise: at("praised"),
		quote: at("maybequoted"), words: at("wordstoquote"), where: at("wheretoquote"), as: at("nametoprint"),
	}
}

// serve keeps that something is made of them.
func (o *ownColumns) serve(f *file) {
	if o == nil {
		return
	}
	if f.serving == nil {
		f.serving = make(map[int]bool)
	}
	for _, i := range []int{o.record, o.customer, o.source, o.praise, o.quote, o.words, o.where, o.as} {
		f.serving[i] = true
	}
}

// of reads an ID; zero where there is none.
func (o *ownColumns) of(row tables.Row, column int) app.ID {
	id, err := app.ParseID(strings.TrimSpace(row.Cell(column)))
	if err != nil {
		return app.ID{}
	}
	return id
}

// purchase is the ID of the purchase that a row is of.
func (o *ownColumns) purchase(row tables.Row) app.ID {
	if o == nil {
		return app.ID{}
	}
	return o.of(row, o.record)
}

// whose finds whose record a row is, by the ID; nil where the book does not have
// it.
func (o *ownColumns) whose(ps *people.People, row tables.Row) (*people.Person, app.ID, error) {
	if o == nil {
		return nil, app.ID{}, nil
	}
	id := o.of(row, o.customer)
	if id.IsZero() {
		return nil, id, nil
	}
	p, err := ps.Became(id)
	return p, id, err
}

// ownBuyer finds whose purchase a row is of a table that Ringback wrote: by the
// ID; where the book does not have it, by what else names them.
func (b *bookkeeping) ownBuyer(row tables.Row) (*people.Person, error) {
	p, id, err := b.own.whose(b.people, row)
	if p != nil || err != nil {
		return p, err
	}
	if id.IsZero() {
		p, _, err = b.buyer(row)
		return p, err
	}
	c := app.Customer{ID: id, Name: b.name(row)}
	if number := texts.ShopNumber(b.cell(row, FieldCustomer)); number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
		if c.Name.Full == number {
			c.Name.Full = "" // it stands in for a name
		}
	}
	met, err := b.people.Meet(c)
	if met.IsNew {
		b.preview.Summary.NumberOnly++
	}
	return met.Person, err
}

// ownCell is a cell on one line, as it was before it went out.
func ownCell(text string) string { return texts.OneLine(spreadsheet.Unguard(text)) }

// wordsOf reads a cell of several words: as Ringback writes them where it wrote
// the table, else parted by semicolons.
func (o *ownColumns) wordsOf(cell string) []string {
	all := strings.Split(written.OneLine(cell), ";")
	if o != nil {
		all = cells.ReadWords(ownCell(cell))
	}
	var words []string
	for _, word := range all {
		if word = strings.TrimSpace(written.Clip(word)); word != "" && !slices.Contains(words, word) {
			words = append(words, strings.Clone(word))
		}
	}
	return words
}

// ownOpinion reads what only our own table says of an opinion. Whom it is to be
// quoted by is read only where it may be.
func (h *hearing) ownOpinion(row tables.Row, o *app.Opinion) {
	o.Staff = h.own.wordsOf(row.Cell(h.columns.of(FieldSoldBy)))
	o.Praise = h.own.wordsOf(row.Cell(h.own.praise))
	for _, source := range []app.Source{app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb} {
		if ownCell(row.Cell(h.own.source)) == string(source) {
			o.Source = source
		}
	}
	if ownCell(row.Cell(h.own.quote)) == "yes" {
		o.Quote = &app.Quote{
			Words: ownText(row.Cell(h.own.words)), Where: ownText(row.Cell(h.own.where)), Name: ownText(row.Cell(h.own.as)),
		}
	}
}
