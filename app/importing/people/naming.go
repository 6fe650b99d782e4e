package people

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// naming has a name that is one take the place of what only stands for it, and not the
// other way round.
func (m *merger) naming(theirs app.Customer) {
	if m.c.Name != (app.Name{}) && alike.NamedByReach(theirs) {
		return
	}
	if theirs.Name != (app.Name{}) && alike.NamedByReach(m.c) {
		m.c.Name = app.Name{}
	}
	m.name(theirs.Name)
}

// name fills the parts only of a name that is the same in full.
func (m *merger) name(theirs app.Name) {
	ours := &m.c.Name
	if *ours == (app.Name{}) {
		if theirs != (app.Name{}) {
			*ours = theirs
			m.add("FN", theirs.Full)
		}
		return
	}
	m.fill("FN", &ours.Full, theirs.Full)
	if folding.Fold(ours.Full) != folding.Fold(theirs.Full) || ours.Given != "" || ours.Family != "" {
		return
	}
	if theirs.Given != "" || theirs.Family != "" {
		full := ours.Full
		*ours = theirs
		ours.Full = full
		m.add("N", strings.TrimSpace(theirs.Given+" "+theirs.Family))
	}
}
