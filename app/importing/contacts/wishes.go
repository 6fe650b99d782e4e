package contacts

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// refuse takes what a cell says of whether somebody may be called. What was taken
// for a refusal since nobody here knows its words is said.
func (b Table) refuse(c *app.Customer, at int, text string, line int) []*app.Error {
	part := b.Columns[at].Part
	refused, ok := written.Refusal(part == fields.MayCall, text, b.order)
	switch {
	case !ok && written.MayCall(part == fields.MayCall, text):
		return []*app.Error{app.InvalidLine(calledAfterAll, line, app.Args{"Text": written.Beginning(text), "Column": strings.TrimSpace(b.Names[at])})}
	case !ok, len(c.DoNotCall) > 0:
		return nil
	}
	c.DoNotCall = []app.DoNotCall{refused}
	if refused.Reason == "" {
		return nil
	}
	return []*app.Error{written.UnsureWish(line, b.Names[at], text)}
}

// calledAfterAll says that a file has somebody called who does not want to be, as
// the book has it. Of anybody else it is not said.
const calledAfterAll = "import.card.wish-kept"

// CutCalled parts what a row says of calling them after all from its problems; nil
// if it says nothing of it.
func CutCalled(problems []*app.Error) (others []*app.Error, called *app.Error) {
	at := slices.IndexFunc(problems, func(p *app.Error) bool { return p.Key == calledAfterAll })
	if at < 0 {
		return problems, nil
	}
	called = problems[at]
	return slices.DeleteFunc(problems, func(p *app.Error) bool { return p.Key == calledAfterAll }), called
}
