package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/programs"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
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

// IsOurs says why a table that Ringback wrote is not read back; nil for any
// other, and where a person says what its columns hold.
func (t Table) IsOurs() error {
	if len(t.Maps) > 0 {
		return nil
	}
	plain := make([]string, len(t.Header))
	for i, name := range t.Header {
		plain[i] = written.Plain(name)
	}
	for _, one := range unreadable {
		if programs.HasAll(plain, one.marks) {
			return app.Invalid(one.key, app.Args{"File": t.Title})
		}
	}
	return nil
}

// Own are the columns that only a table has which Ringback wrote: the IDs of
// the record and of whose it is, and what else of an opinion it says. Nil in any
// other table.
type Own struct {
	record, customer        int
	Source, Praise          int // of opinions; -1 in other tables
	Quote, Words, Where, As int
}

func ownColumnsOf(c Columns) *Own {
	if c.program == nil || c.program.Name != programs.Ours {
		return nil
	}
	at := func(name string) int {
		return slices.IndexFunc(c.Names, func(n string) bool { return written.Plain(n) == name })
	}
	return &Own{
		record: at("id"), customer: at("idofthecustomer"), Source: at("source"), Praise: at("praised"),
		Quote: at("maybequoted"), Words: at("wordstoquote"), Where: at("wheretoquote"), As: at("nametoprint"),
	}
}

// of reads an ID; zero where there is none.
func (o *Own) of(row tables.Row, column int) app.ID {
	id, err := app.ParseID(strings.TrimSpace(row.Cell(column)))
	if err != nil {
		return app.ID{}
	}
	return id
}

// Purchase is the ID of the purchase that a row is of.
func (o *Own) Purchase(row tables.Row) app.ID {
	if o == nil {
		return app.ID{}
	}
	return o.of(row, o.record)
}

// Buyer is the ID of whose record a row is; zero where it has none.
func (o *Own) Buyer(row tables.Row) app.ID {
	if o == nil {
		return app.ID{}
	}
	return o.of(row, o.customer)
}
