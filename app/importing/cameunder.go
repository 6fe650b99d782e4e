package importing

import (
	"strings"

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
	if r.preview.under == nil {
		r.preview.under = make(map[app.ID]string)
	}
	r.preview.under[record] = strings.Clone(number)
}

// kept is what the book shall keep beside what is imported.
func (p *Preview) kept() (map[string][]byte, error) {
	all, err := remembered(p.said)
	if err != nil {
		return nil, err
	}
	for record, number := range p.under {
		all[UnderPrefix+record.String()] = []byte(number)
	}
	return all, nil
}
