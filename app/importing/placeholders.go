package importing

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// isPhoneField tells whether the field is of telephones.
func isPhoneField(f Field) bool {
	return f == FieldPhone || slices.ContainsFunc(phoneFields, func(kind phoneField) bool { return kind.field == f })
}

// who is a cell of a field that tells who the customer is; "" where it names
// nobody.
func (b *bookkeeping) who(row tables.Row, f Field) string {
	text := b.cell(row, f)
	if b.own == nil && (written.IsPlaceholder(text) || isPhoneField(f) && !strings.ContainsFunc(text, unicode.IsDigit)) {
		return ""
	}
	return text
}
