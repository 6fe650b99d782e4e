package columns

import (
	"regexp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// Mapping says what a column holds, where its name does not.
type Mapping struct {
	Column string
	Field  fields.Field
	Order  values.Order // of a day's numbers; empty: found out
	Point  values.Point // before an amount's decimals; 0: found out
	Money  string       // the currency of amounts that leave it open (ISO 4217); empty: found out

	remembered bool // from an import before
}

// ParseMapping reads COLUMN=FIELD, with the way it is written behind a colon
// where that has to be said: Date=day:dmy, Date=day:mdy, Date=day:ymd, Price=price:comma,
// Price=price:point, Price=price:usd. It returns an Error with CodeInvalid for anything else.
func ParseMapping(text string) (Mapping, error) {
	column, field, ok := cutLast(text, '=')
	field, how, _ := strings.Cut(field, ":")
	m := Mapping{Column: strings.TrimSpace(column), Field: fields.Field(strings.ToLower(strings.TrimSpace(field)))}
	known := slices.Contains(fields.All(), m.Field)
	switch how = strings.ToLower(strings.TrimSpace(how)); {
	case !ok || m.Column == "":
		return m, app.Invalid("error.import.mapping", app.Args{"Mapping": text})
	case !known:
		return m, app.Invalid("error.import.field", app.Args{"Field": field, "Fields": fieldNames()})
	case how == "":
	case m.isDay() && values.Order(how).IsOne():
		m.Order = values.Order(how)
	case m.isNumber() && how == "comma":
		m.Point = values.Comma
	case m.isNumber() && how == "point":
		m.Point = values.Dot
	case slices.Contains(fields.Priced(), m.Field) && isCurrency(how):
		m.Money = strings.ToUpper(how)
	default:
		return m, app.Invalid("error.import.mapping", app.Args{"Mapping": text})
	}
	return m, nil
}

func (m Mapping) isDay() bool {
	return m.Field == fields.Day || m.Field == fields.Said || m.Field == fields.Taken || m.Field == fields.Birthday
}

func (m Mapping) isNumber() bool {
	switch m.Field {
	case fields.Quantity, fields.Price, fields.Amount, fields.Total:
		return true
	}
	return false
}

func fieldNames() string {
	var names []string
	for _, f := range fields.All() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

func cutLast(text string, at byte) (before, after string, ok bool) {
	i := strings.LastIndexByte(text, at)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+1:], true
}

// Columns is which column of a table holds which field, -1 for none, and how the
// columns are written.
type Columns struct {
	at    map[fields.Field]int
	Names []string // the header
	Order values.Order
	Point map[fields.Field]values.Point

	Own     *Own                  // of a table that Ringback wrote
	program *programs.Program     // of the program that wrote it; nil: none that is known
	settled map[fields.Field]bool // what the program is known to mean, also that there is none
	said    map[int]bool          // columns that the person named
	scaled  map[int]bool          // that say in their names how far their ratings go

	moneys       map[int][]string       // the currencies that columns' names say
	GuessedTotal bool                   // the column of totals was found by what is in it
	WholeTotal   bool                   // the person says that the total is of the receipt, and not only how it is written
	EachAmount   bool                   // likewise that the amount is of the line
	EachPrice    bool                   // likewise that the price is of one thing
	remembered   []fields.Field         // of them, those named in an import before
	also         map[fields.Field][]int // columns that stand in where the field's own is empty
	Items        []int                  // columns with one thing that was bought each
	Statuses     []int                  // what became of an order
	flags        flags
	sent         int            // as the program is known to have it; -1: none
	contacts     int            // as the program is known to have it; -1: none
	Sort         int            // whether a row sells or gives back; -1: none
	Returns      bool           // each row gives back
	CountBack    int            // how many of what was bought were given back; -1: none
	Change       int            // given back of what was handed over, which is the total then; -1: none
	Due          int            // left to pay beside what was paid, likewise; -1: none
	MoneyBack    int            // paid back of an order; -1: none
	Cancelled    int            // as the program is known to have it; -1: none
	Percent      int            // as the program is known to have it; -1: none
	Discount     int            // taken off a line's price; -1: none
	debit        int            // of a ledger, beside credit: what the customer owes for; -1: none
	credit       int            // likewise what they paid, or got back; -1: none
	ByOrder      bool           // it names no customers but orders, whose customers are known otherwise
	Variant      int            // which sort of the thing was bought; -1: none
	Tax          int            // what comes on top of a line, as the program is known to have it; -1: none
	Unsaid       bool           // what was bought, and for how much, is in no column that is known, but maybe in another one
	OneEach      bool           // nothing says how many were bought, though a column that is not taken may
	PerCent      bool           // the discounts are in per cent where they do not say so
	Money        string         // the currency, as the person says; "": they do not
	spare        []int          // columns that say again what others say
	Restated     int            // says the amounts again, with a currency; -1: none
	Paid         int            // what was paid, maybe with one thing of several; -1: none
	Tender       int            // with what; -1: none
	Bare         int            // called Customer and no more: their number or their name; -1: none
	Slips        bool           // a few cells of the customers' numbers are names
	Named        int            // that has the name if the bare one has the number; -1: none
	places       []placeColumns // postal addresses
	zones        zones          // of the hours
}

// Of is the column that holds the field; -1 for none.
func (c Columns) Of(f fields.Field) int {
	if i, ok := c.at[f]; ok {
		return i
	}
	return -1
}

// Has tells whether one of these has a column.
func (c Columns) Has(wanted ...fields.Field) bool {
	return slices.ContainsFunc(wanted, func(f fields.Field) bool { return c.Of(f) >= 0 })
}

// Name returns the header of the field's column.
func (c Columns) Name(f fields.Field) string {
	if i := c.Of(f); i >= 0 {
		return c.Names[i]
	}
	return ""
}

// ReadHeader finds out which column holds what: as the person says, and else by
// the columns' names. It returns an Error with CodeInvalid if the person names a
// column that is not there, and if no customer or no day can be found.
func ReadHeader(t Table) (Columns, error) {
	c := readColumns(t.Header, t.Maps)
	if c.namesThingsOfOrders() {
		c.at[fields.Item] = c.at[fields.Name]
		delete(c.at, fields.Name)
	}
	buys := c.Has(fields.Day, fields.Receipt, fields.Item, fields.Code, fields.Quantity, fields.Price, fields.Amount, fields.Total)
	switch {
	case !buys && c.Has(fields.Name, fields.Given, fields.Family, fields.Firm, fields.Phone, fields.Email):
		return c, t.Ask("error.import.no-contact", nil)
	case !c.Has(fields.Customer, fields.Phone, fields.Email, fields.Name):
		if c.ByOrder = c.namesOrders(); !c.ByOrder {
			return c, t.Ask("error.import.no-customer", nil)
		}
	case !c.Has(fields.Day):
		return c, t.Ask("error.import.no-day", nil)
	}
	return c, nil
}

// readColumns finds out as much as can be told of which column holds what.
func readColumns(header []string, maps []Mapping) Columns {
	c, plain, taken := readSaid(header, maps)
	if c.program = programs.OfSales(plain); c.program != nil {
		c.follow(c.program, plain, taken)
	}
	if c.program == nil {
		c.readScopes(plain, taken)
		c.readNets(plain, taken)
	}
	c.findLedger(plain, taken)
	c.guess(plain, taken)
	c.findStatuses(plain, taken)
	c.findSort(plain, taken)
	if c.program == nil {
		c.MoneyBack = slices.IndexFunc(plain, fields.IsRefund)
	}
	c.Own = ownColumnsOf(c)
	if at := slices.IndexFunc(plain, fields.IsVariant); at >= 0 && !c.claimed()[at] && !c.said[at] && c.Own == nil {
		c.Variant = at
	}
	return c
}

// newColumns are the columns of a table of which nothing is known but their names.
func newColumns(header []string) Columns {
	c := Columns{
		at: make(map[fields.Field]int), Point: make(map[fields.Field]values.Point), settled: make(map[fields.Field]bool),
		said: make(map[int]bool), scaled: make(map[int]bool), also: make(map[fields.Field][]int), flags: flags{paid: -1, back: -1}, zones: zones{column: -1},
		sent: -1, contacts: -1, Sort: -1, MoneyBack: -1, Cancelled: -1, Percent: -1, Discount: -1, debit: -1, credit: -1, Restated: -1, CountBack: -1, Change: -1, Due: -1, Paid: -1, Tender: -1, Variant: -1, Tax: -1, Bare: -1, Named: -1,
	}
	for _, name := range header {
		c.Names = append(c.Names, strings.TrimSpace(name))
	}
	return c
}

// readSaid takes the columns for what the person says of them. It returns their
// names as they are compared, and which of them are taken.
func readSaid(header []string, maps []Mapping) (c Columns, plain []string, taken map[int]bool) {
	c = newColumns(header)
	plain = make([]string, len(header))
	for i, name := range header {
		plain[i] = written.Plain(name)
	}
	taken = make(map[int]bool)
	for _, m := range maps {
		i := slices.Index(plain, written.Plain(m.Column))
		if i < 0 {
			continue // of another table of this import, which has looked that it is of one
		}
		taken[i], c.said[i] = true, true
		if m.Field == fields.Ignore {
			continue
		}
		c.at[m.Field] = i
		if m.remembered {
			c.remembered = append(c.remembered, m.Field)
		}
		if m.Order != values.AnyOrder {
			c.Order = m.Order
		}
		switch plainly := m.Money == "" && m.Point == values.NoPoint; m.Field {
		case fields.Total:
			c.WholeTotal = plainly
		case fields.Amount:
			c.EachAmount = plainly
		case fields.Price:
			c.EachPrice = plainly
		}
		if m.Money != "" {
			c.Money = m.Money
		}
		if m.Point != values.NoPoint {
			c.Point[m.Field] = m.Point
		}
	}
	c.readMoney(plain)
	c.zones = zonesOf(c.Names, plain)
	return c, plain, taken
}

// find takes the surest of these names that is there for the field, unless it
// has a column or is known to have none.
func (c *Columns) find(field fields.Field, names, plain []string, taken map[int]bool) {
	if _, ok := c.at[field]; ok || c.settled[field] {
		return
	}
	for _, name := range names {
		if i := slices.Index(plain, name); i >= 0 && !taken[i] {
			c.at[field], taken[i] = i, true
			return
		}
	}
}

// Listed names the columns in a sentence, the first ones of many.
func Listed(names []string) string {
	const most = 20
	if len(names) > most {
		names = append(slices.Clone(names[:most]), "…")
	}
	short := make([]string, len(names))
	for i, name := range names {
		short[i], _ = texts.Shorten(texts.OneLine(name), 40)
	}
	return strings.Join(short, ", ")
}

// orderItem are the columns of exports that have one for each thing bought.
var orderItem = regexp.MustCompile(`^orderitem\d+$`)

// guess finds the fields that neither the person nor the program named.
func (c *Columns) guess(plain []string, taken map[int]bool) {
	c.findWishes(plain, taken)
	for _, field := range fields.All() {
		c.find(field, fields.Names()[field], plain, taken)
	}
	if c.program == nil {
		c.preferNames(plain, taken)
	}
	c.guessNames(plain, taken)
	c.findBare(plain, taken)
	c.findPlaces(plain, taken)
	for i, name := range plain {
		if orderItem.MatchString(name) && !taken[i] {
			c.Items = append(c.Items, i)
		}
	}
}
