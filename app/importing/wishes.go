package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/tables"
)

// The fields of whether somebody may be called.
const (
	FieldDoNotCall Field = "do-not-call" // filled, and not with a no, where they do not want it
	FieldMayCall   Field = "may-call"    // no where they do not want it
)

// wishNames are columns by which other programs say plainly that somebody does,
// or does not, want to be called. What is said of mails and of messages says
// nothing of calls, and neither does a bare opt-out.
var wishNames = map[string]contactPart{
	"donotcall": partRefuses, "donotcallme": partRefuses, "donotphone": partRefuses, "dontcall": partRefuses, "nocalls": partRefuses,
	"nocall": partRefuses, "nophonecalls": partRefuses, "dnc": partRefuses, "donotallowphonecalls": partRefuses,
	"phoneoptout": partRefuses, "calloptout": partRefuses, "callsoptout": partRefuses, "optedoutofcalls": partRefuses,
	"optoutofcalls": partRefuses, "optedoutofphonecalls": partRefuses, "phoneoptedout": partRefuses, "callingoptout": partRefuses,
	"nichtanrufen": partRefuses, "keineanrufe": partRefuses, "alasoita": partRefuses, "nepasappeler": partRefuses,
	"nollamar": partRefuses, "nonchiamare": partRefuses, "nietbellen": partRefuses, "niedzwonic": partRefuses, "naoligar": partRefuses,
	"ringinte": partRefuses,

	"phoneconsent": partAllows, "callconsent": partAllows, "callingconsent": partAllows, "consenttocall": partAllows,
	"consenttocalls": partAllows, "phoneoptin": partAllows, "calloptin": partAllows, "acceptscalls": partAllows,
	"acceptsphonecalls": partAllows, "allowcalls": partAllows, "allowphonecalls": partAllows, "maycall": partAllows,
	"cancall": partAllows, "okaytocall": partAllows, "oktocall": partAllows, "phonepermission": partAllows,
	"callpermission": partAllows,
}

const (
	partRefuses contactPart = "do-not-call"
	partAllows  contactPart = "may-call"
)

// What such a column says, as plainName makes it. What says neither is a word of
// its own about why, beside a refusal, and nothing beside a consent.
var (
	yesWords = []string{
		"yes", "y", "true", "t", "1", "10", "x", "on", "checked", "ja", "j", "oui", "si", "sim", "kylla", "tak", "donotcall", "dnc", "optedout",
		"donotallow", "denied", "refused",
	}
	withdrawn = []string{"no", "n", "false", "f", "0", "00", "off", "nein", "non", "nao", "ei", "nee", "nej", "nie", "denied", "refused", "declined", "withdrawn", "revoked", "optedout", "unsubscribed", "donotcall", "donotallow"}
)

// wish is what a cell of such a column says; false if it is no wish not to be
// called. A word that nobody here knows is taken for one where it refuses: one
// call too few is better than one too many.
func wish(part contactPart, text string, order tables.Order) (app.DoNotCall, bool) {
	said := plainName(text)
	refused := app.DoNotCall{Purpose: app.PurposeAny}
	switch {
	case part == partAllows:
		return refused, slices.Contains(withdrawn, said)
	case cells.NoWish(text):
		return refused, false
	case slices.Contains(yesWords, said), strings.Trim(text, "✓✔☑✗✘ ") == "":
		return refused, true
	}
	if day, _, err := tables.ParseDay(text, order); err == nil {
		refused.Since = day
	} else {
		refused.Reason = text
	}
	return refused, true
}

// refuse takes what a cell says of whether somebody may be called. What was taken
// for a refusal since nobody here knows its words is said.
func (b addressBook) refuse(c *app.Customer, at int, text string, line int) []*app.Error {
	part := b.columns[at].part
	refused, ok := wish(part, text, b.order)
	switch {
	case !ok && mayCall(part, text):
		return []*app.Error{problem(calledAfterAll, line, app.Args{"Text": beginning(text), "Column": strings.TrimSpace(b.names[at])})}
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

// mayCall tells whether a cell says in so many words that they may be called.
func mayCall(part contactPart, text string) bool {
	said := plainName(text)
	if part == partAllows {
		return slices.Contains(yesWords, said) && !slices.Contains(withdrawn, said)
	}
	return cells.NoWish(text) && slices.Contains(withdrawn, said)
}

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
	return problem("import.card.wish", line, app.Args{"Text": beginning(text), "Column": strings.TrimSpace(column)})
}

// findWishes finds the columns of a table of purchases by which it says whether
// somebody may be called.
func (c *columns) findWishes(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if part := wishNames[name]; part != partNone && !taken[i] {
			c.find(Field(part), []string{name}, plain, taken)
		}
	}
}

// wishes is whether the row's customer wants to be called, and what says that a
// refusal was only taken for one.
func (b *bookkeeping) wishes(row tables.Row) ([]app.DoNotCall, *app.Error) {
	if !b.columns.wishes() {
		return nil, nil
	}
	for _, part := range []contactPart{partRefuses, partAllows} {
		text := strings.Clone(b.cell(row, Field(part)))
		refused, ok := wish(part, text, b.columns.order)
		switch {
		case text == "" || !ok:
		case refused.Reason != "":
			return []app.DoNotCall{refused}, unsureWish(row.Line, b.columns.name(Field(part)), text)
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
