package importing

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// isPhoneField tells whether the field is of telephones.
func isPhoneField(f columns.Field) bool {
	return slices.ContainsFunc(columns.PhoneFields(), func(kind columns.PhoneField) bool { return kind.Field == f })
}

// who is a cell of a field that tells who the customer is; "" where it names
// nobody.
func (b *bookkeeping) who(row tables.Row, f columns.Field) string {
	text := b.cell(row, f)
	if b.own == nil && (written.IsPlaceholder(text) || isPhoneField(f) && !strings.ContainsFunc(text, unicode.IsDigit)) {
		return ""
	}
	return text
}
