package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// The fields of whether somebody may be called.
const (
	FieldDoNotCall Field = "do-not-call" // filled, and not with a no, where they do not want it
	FieldMayCall   Field = "may-call"    // no where they do not want it
)

// wishNames are columns by which other programs say plainly that somebody does,
// or does not, want to be called. What is said of mails and of messages says
// nothing of calls, and neither does a bare opt-out.
var wishNames = map[string]Field{
	"donotcall": FieldDoNotCall, "donotcallme": FieldDoNotCall, "donotphone": FieldDoNotCall, "dontcall": FieldDoNotCall, "nocalls": FieldDoNotCall,
	"nocall": FieldDoNotCall, "nophonecalls": FieldDoNotCall, "dnc": FieldDoNotCall, "donotallowphonecalls": FieldDoNotCall,
	"phoneoptout": FieldDoNotCall, "calloptout": FieldDoNotCall, "callsoptout": FieldDoNotCall, "optedoutofcalls": FieldDoNotCall,
	"optoutofcalls": FieldDoNotCall, "optedoutofphonecalls": FieldDoNotCall, "phoneoptedout": FieldDoNotCall, "callingoptout": FieldDoNotCall,
	"nichtanrufen": FieldDoNotCall, "keineanrufe": FieldDoNotCall, "alasoita": FieldDoNotCall, "nepasappeler": FieldDoNotCall,
	"nollamar": FieldDoNotCall, "nonchiamare": FieldDoNotCall, "nietbellen": FieldDoNotCall, "niedzwonic": FieldDoNotCall, "naoligar": FieldDoNotCall,
	"ringinte": FieldDoNotCall,

	"phoneconsent": FieldMayCall, "callconsent": FieldMayCall, "callingconsent": FieldMayCall, "consenttocall": FieldMayCall,
	"consenttocalls": FieldMayCall, "phoneoptin": FieldMayCall, "calloptin": FieldMayCall, "acceptscalls": FieldMayCall,
	"acceptsphonecalls": FieldMayCall, "allowcalls": FieldMayCall, "allowphonecalls": FieldMayCall, "maycall": FieldMayCall,
	"cancall": FieldMayCall, "okaytocall": FieldMayCall, "oktocall": FieldMayCall, "phonepermission": FieldMayCall,
	"callpermission": FieldMayCall,
}

// refuse takes what a cell says of whether somebody may be called. What was taken
// for a refusal since nobody here knows its words is said.
func (b addressBook) refuse(c *app.Customer, at int, text string, line int) []*app.Error {
	part := b.columns[at].part
	refused, ok := written.Refusal(part == FieldMayCall, text, b.order)
	switch {
	case !ok && written.MayCall(part == FieldMayCall, text):
		return []*app.Error{app.InvalidLine(calledAfterAll, line, app.Args{"Text": written.Beginning(text), "Column": strings.TrimSpace(b.names[at])})}
	case !ok, len(c.DoNotCall) > 0:
		return nil
	}
	c.DoNotCall = []app.DoNotCall{refused}
	if refused.Reason == "" {
		return nil
	}
	return []*app.Error{unsureWish(line, b.names[at], text)}
}

// calledAfterAll says that a file has somebody called who does not want to be, as
// the book has it. Of anybody else it is not said.
const calledAfterAll = "import.card.wish-kept"

// cutCalled parts what a row says of calling them after all from its problems; nil
// if it says nothing of it.
func cutCalled(problems []*app.Error) (others []*app.Error, called *app.Error) {
	at := slices.IndexFunc(problems, func(p *app.Error) bool { return p.Key == calledAfterAll })
	if at < 0 {
		return problems, nil
	}
	called = problems[at]
	return slices.DeleteFunc(problems, func(p *app.Error) bool { return p.Key == calledAfterAll }), called
}

func unsureWish(line int, column, text string) *app.Error {
	return app.InvalidLine("import.card.wish", line, app.Args{"Text": written.Beginning(text), "Column": strings.TrimSpace(column)})
}

// findWishes finds the columns of a table of purchases by which it says whether
// somebody may be called.
func (c *columns) findWishes(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if part := wishNames[name]; part != FieldNone && !taken[i] {
			c.find(part, []string{name}, plain, taken)
		}
	}
}

// wishes is whether the row's customer wants to be called, and what says that a
// refusal was only taken for one.
func (b *bookkeeping) wishes(row tables.Row) ([]app.DoNotCall, *app.Error) {
	if !b.columns.wishes() {
		return nil, nil
	}
	for _, part := range []Field{FieldDoNotCall, FieldMayCall} {
		text := strings.Clone(b.cell(row, part))
		refused, ok := written.Refusal(part == FieldMayCall, text, b.columns.order)
		switch {
		case text == "" || !ok:
		case refused.Reason != "":
			return []app.DoNotCall{refused}, unsureWish(row.Line, b.columns.name(part), text)
		default:
			return []app.DoNotCall{refused}, nil
		}
	}
	return nil, nil
}

// isOfWishes tells of a column about consent and its like that it holds no number
// and no address, whatever its name begins with.
func isOfWishes(plain string) bool {
	return containsAny(plain, "consent", "optin", "optout", "opted", "permission", "donot", "unsubscribed", "allow", "verified", "bounced")
}
