package importing

import (
	"ringback.app/app"
)

// UnderPrefix is how the keys begin under which the book keeps by which of their
// customer's numbers purchases and opinions came in, where the shop has several for
// one customer, as after a merge: should these be two again, what came in goes with
// the number. Behind it stands the record's ID; the value is the number.
const UnderPrefix = "under."

// cameUnder remembers by which number of theirs a record of a customer came in; ""
// is none that is worth to be remembered.
func (r *reading) cameUnder(record app.ID, number string) {
	if number == "" {
		return
	}
	r.preview.keep[UnderPrefix+record.String()] = []byte(number)
}
