package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// more fills what the person says that further columns hold of the customer.
func (b *bookkeeping) more(c *app.Customer, row tables.Row) {
	c.Addresses = b.columns.Address(row)
	c.Name.Prefix = strings.Clone(b.cell(row, columns.FieldPrefix))
	c.Language = written.Language(b.cell(row, columns.FieldLanguage))
	c.Notes = strings.Clone(b.cell(row, columns.FieldNotes))
	c.Tags = written.Tags(strings.Clone(b.cell(row, columns.FieldTags)))
	c.DoNotCall, _ = b.wishes(row)
	if day, _, err := tables.ParseDay(b.cell(row, columns.FieldBirthday), b.columns.Order); err == nil {
		c.Birthday = day.String()
	}
}
