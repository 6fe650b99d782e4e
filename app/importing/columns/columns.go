package columns

import (
	"regexp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// Field is what a column of a purchases table holds.
type Field string

// The fields. Their names are what a person writes after COLUMN= and do not
// change.
const (
	FieldCustomer Field = "customer" // the shop's number for the customer
	FieldName     Field = "name"
	FieldGiven    Field = "given-name"
	FieldFamily   Field = "family-name"
	FieldFirm     Field = "firm"
	FieldPhone    Field = "phone"
	FieldEmail    Field = "email"
	FieldReceipt  Field = "receipt"
	FieldDay      Field = "day"
	FieldTime     Field = "time"
	FieldItem     Field = "item"
	FieldCode     Field = "code"
	FieldQuantity Field = "quantity"
	FieldPrice    Field = "price"  // of one
	FieldAmount   Field = "amount" // of the line
	FieldTotal    Field = "total"  // of the receipt
	FieldCurrency Field = "currency"
	FieldCountry  Field = "country"
	FieldSoldBy   Field = "sold-by"
	FieldIgnore   Field = "ignore"
)

// Fields lists the fields a column can be mapped to.
func Fields() []Field {
	return append([]Field{
		FieldCustomer, FieldName, FieldGiven, FieldFamily, FieldFirm, FieldPhone, FieldEmail, FieldReceipt,
		FieldDay, FieldTime, FieldItem, FieldCode, FieldQuantity, FieldPrice, FieldAmount, FieldTotal,
		FieldCurrency, FieldCountry, FieldSoldBy, FieldStatus, FieldIgnore,
	}, append(contactFields(), opinionFields()...)...)
}

// Mapping says what a column holds, where its name does not.
type Mapping struct {
	Column string
	Field  Field
	Order  tables.Order // of a day's numbers; empty: found out
	Point  tables.Point // before an amount's decimals; 0: found out
	Money  string       // the currency of amounts that leave it open (ISO 4217); empty: found out

	remembered bool // from an import before
}

// ParseMapping reads COLUMN=FIELD, with the way it is written behind a colon
// where that has to be said: Date=day:dmy, Date=day:mdy, Price=price:comma,
// Price=price:point, Price=price:usd. It returns an Error with CodeInvalid for anything else.
func ParseMapping(text string) (Mapping, error) {
	column, field, ok := cutLast(text, '=')
	field, how, _ := strings.Cut(field, ":")
	m := Mapping{Column: strings.TrimSpace(column), Field: Field(strings.ToLower(strings.TrimSpace(field)))}
	known := slices.Contains(Fields(), m.Field)
	switch how = strings.ToLower(strings.TrimSpace(how)); {
	case !ok || m.Column == "":
		return m, app.Invalid("error.import.mapping", app.Args{"Mapping": text})
	case !known:
		return m, app.Invalid("error.import.field", app.Args{"Field": field, "Fields": fieldNames()})
	case how == "":
	case m.isDay() && (how == string(tables.DayMonth) || how == string(tables.MonthDay)):
		m.Order = tables.Order(how)
	case m.isNumber() && how == "comma":
		m.Point = tables.Comma
	case m.isNumber() && how == "point":
		m.Point = tables.Dot
	case slices.Contains(PricedFields(), m.Field) && isCurrency(how):
		m.Money = strings.ToUpper(how)
	default:
		return m, app.Invalid("error.import.mapping", app.Args{"Mapping": text})
	}
	return m, nil
}

func (m Mapping) isDay() bool {
	return m.Field == FieldDay || m.Field == FieldSaid || m.Field == FieldTaken || m.Field == FieldBirthday
}

func (m Mapping) isNumber() bool {
	switch m.Field {
	case FieldQuantity, FieldPrice, FieldAmount, FieldTotal:
		return true
	}
	return false
}

func fieldNames() string {
	var names []string
	for _, f := range Fields() {
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
	at    map[Field]int
	Names []string // the header
	Order tables.Order
	Point map[Field]tables.Point

	Own     *Own           // of a table that Ringback wrote
	preset  *preset        // of the program that wrote it; nil: none that is known
	settled map[Field]bool // what the preset says, also that there is none
	said    map[int]bool   // columns that the person named

	moneys       map[int][]string // the currencies that columns' names say
	GuessedTotal bool             // the column of totals was found by what is in it
	WholeTotal   bool             // the person says that the total is of the receipt, and not only how it is written
	EachAmount   bool             // likewise that the amount is of the line
	remembered   []Field          // of them, those named in an import before
	also         map[Field][]int  // columns that stand in where the field's own is empty
	Items        []int            // columns with one thing that was bought each
	Statuses     []int            // what became of an order
	flags        flags
	sent         int            // of the preset; -1: none
	contacts     int            // of the preset; -1: none
	Sort         int            // whether a row sells or gives back; -1: none
	MoneyBack    int            // paid back of an order; -1: none
	Cancelled    int            // of the preset; -1: none
	Percent      int            // of the preset; -1: none
	Discount     int            // taken off a line's price; -1: none
	PerCent      bool           // the discounts are in per cent where they do not say so
	Money        string         // the currency, as the person says; "": they do not
	spare        []int          // columns that say again what others say
	Bare         int            // called Customer and no more: their number or their name; -1: none
	Slips        bool           // a few cells of the customers' numbers are names
	Named        int            // that has the name if the bare one has the number; -1: none
	places       []placeColumns // postal addresses
}

func (c Columns) Of(f Field) int {
	if i, ok := c.at[f]; ok {
		return i
	}
	return -1
}

func (c Columns) Has(fields ...Field) bool {
	return slices.ContainsFunc(fields, func(f Field) bool { return c.Of(f) >= 0 })
}

// Name returns the header of the field's column.
func (c Columns) Name(f Field) string {
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
	buys := c.Has(FieldDay, FieldReceipt, FieldItem, FieldCode, FieldQuantity, FieldPrice, FieldAmount, FieldTotal)
	switch {
	case !buys && c.Has(FieldName, FieldGiven, FieldFamily, FieldFirm, FieldPhone, FieldEmail):
		return c, t.Ask("error.import.no-contact", nil)
	case !c.Has(FieldCustomer, FieldPhone, FieldEmail, FieldName):
		return c, t.Ask("error.import.no-customer", nil)
	case !c.Has(FieldDay):
		return c, t.Ask("error.import.no-day", nil)
	}
	return c, nil
}

// readColumns finds out as much as can be told of which column holds what.
func readColumns(header []string, maps []Mapping) Columns {
	c, plain, taken := readSaid(header, maps)
	if c.preset = presetOf(presets, plain); c.preset != nil {
		c.preset.apply(&c, plain, taken)
	}
	if c.preset == nil {
		c.readNets(plain, taken)
	}
	c.guess(plain, taken)
	c.findStatuses(plain, taken)
	c.findSort(plain, taken)
	if c.preset == nil {
		c.MoneyBack = slices.IndexFunc(plain, func(name string) bool { return slices.Contains(refundNames, name) })
	}
	c.Own = ownColumnsOf(c)
	return c
}

// readSaid takes the columns for what the person says of them. It returns their
// names as they are compared, and which of them are taken.
func readSaid(header []string, maps []Mapping) (c Columns, plain []string, taken map[int]bool) {
	c = Columns{
		at: make(map[Field]int), Point: make(map[Field]tables.Point), settled: make(map[Field]bool),
		said: make(map[int]bool), also: make(map[Field][]int), Sort: -1, sent: -1, contacts: -1, MoneyBack: -1, Cancelled: -1, Percent: -1, Discount: -1, Bare: -1, Named: -1,
	}
	plain = make([]string, len(header))
	for i, name := range header {
		c.Names = append(c.Names, strings.TrimSpace(name))
		plain[i] = written.Plain(name)
	}
	taken = make(map[int]bool)
	for _, m := range maps {
		i := slices.Index(plain, written.Plain(m.Column))
		if i < 0 {
			continue // of another table of this import; checkMap has looked
		}
		taken[i], c.said[i] = true, true
		if m.Field == FieldIgnore {
			continue
		}
		c.at[m.Field] = i
		if m.remembered {
			c.remembered = append(c.remembered, m.Field)
		}
		if m.Order != tables.AnyOrder {
			c.Order = m.Order
		}
		switch plainly := m.Money == "" && m.Point == tables.NoPoint; m.Field {
		case FieldTotal:
			c.WholeTotal = plainly
		case FieldAmount:
			c.EachAmount = plainly
		}
		if m.Money != "" {
			c.Money = m.Money
		}
		if m.Point != tables.NoPoint {
			c.Point[m.Field] = m.Point
		}
	}
	c.readMoney(plain)
	return c, plain, taken
}

// find takes the surest of these names that is there for the field, unless it
// has a column or is known to have none.
func (c *Columns) find(field Field, names, plain []string, taken map[int]bool) {
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

// guess finds the fields that neither the person nor a preset named.
func (c *Columns) guess(plain []string, taken map[int]bool) {
	c.findWishes(plain, taken)
	for _, field := range Fields() {
		c.find(field, columnNames()[field], plain, taken)
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
