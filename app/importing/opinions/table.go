package opinions

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/rating"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// Table is a table of opinions that is read. What is of nobody in the book stays
// without a customer: an opinion alone makes nobody known.
type Table struct {
	table   columns.Table
	Columns columns.Columns
	own     *columns.Own // of a table that Ringback wrote
	people  *people.People
	zone    *time.Location
	now     time.Time
	country string // the shop's
	survey  survey
	asSaid  app.Day                   // of the row being read: when it was said, as it is written, in another zone perhaps
	again   map[[sha256.Size]byte]int // lines without a number of their own that are the same, by the hash of what they say
	less    map[[sha256.Size]byte]int // likewise, if less of them were read
	named   map[string]bool           // orders that the rows name, folded
	orders  map[string][]order        // of them, those that are known
	known   map[app.ID]bool           // of these, their purchases
}

// New begins to read a table of opinions.
func New(t columns.Table, plan app.Plan, who *people.People, now time.Time) *Table {
	held := columns.ReadOpinions(t)
	return &Table{
		table: t, Columns: held, own: held.Own, people: who, zone: plan.Location(), now: now, country: plan.Country,
		again: make(map[[sha256.Size]byte]int), less: make(map[[sha256.Size]byte]int), named: make(map[string]bool), orders: make(map[string][]order), known: make(map[app.ID]bool),
		survey: survey{said: values.Orders{Year: now.Year()}, taken: values.Orders{Year: now.Year()}},
	}
}

// Heard is what a row says.
type Heard struct {
	Opinion  app.Opinion
	Before   []app.ID       // what it is called if it came in by less of its line: without what was given, its themes, its order or its number
	Numbered bool           // the line has a number of its own
	Person   *people.Person // who said it; nil: nobody known
	ByOrder  bool           // only the number of an order told who
	Number   string         // of the shop's, by which the row names them
	Problems []*app.Error
	Rejected bool // the problems say why
}

// Line takes down what a row says.
func (h *Table) Line(row tables.Row) (Heard, error) {
	o, problems, bad := h.opinion(row)
	switch {
	case row.Problem == nil:
	case row.Problem.Key == "import.table.cell-long", row.Problem.Key == "import.table.line-long":
		bad = app.InvalidLine("import.opinion.cell-long", row.Line, app.Args{"Most": app.MaxVerbatim}) // half of what was said is not what was said
	default:
		problems = append(problems, row.Problem)
	}
	if bad != nil {
		problems = append(problems, bad)
		for _, p := range problems {
			if p.Key == unrated { // there is no rest of it that is kept
				p.Key = unratedAlone
			}
		}
		return Heard{Problems: problems, Rejected: true}, nil
	}
	c := h.customer(row)
	sender := senderOf(c, h.receipt(row))
	if o.Quote != nil {
		o.Quote.Since = o.Taken // the table does not say since when
	}
	before, numbered := h.name(&o, row, sender, senderOf(c, ""))
	who, err := h.whose(row, c)
	if err != nil {
		return Heard{}, err
	}
	heard := Heard{Opinion: o, Before: before, Numbered: numbered, Person: who, Number: c.Reference(app.ReferenceShop), Problems: problems}
	if err := h.byOrder(&heard, c, row); err != nil {
		return Heard{}, err
	}
	if heard.Person != nil {
		heard.Opinion.Customer = heard.Person.ID()
	} else {
		heard.Opinion.Sender = sender
	}
	return heard, nil
}

// What is said of a rating that is on no scale: of a line that is taken in
// without it, and of one that is left out.
const (
	unrated      = "import.opinion.rating"
	unratedAlone = "import.opinion.rating-alone"
)

// opinion reads what was said, when, and how much was given. It returns what of it
// could not be read, and why nothing is made of the row.
func (h *Table) opinion(row tables.Row) (o app.Opinion, problems []*app.Error, bad *app.Error) {
	o = app.Opinion{Source: app.FromWeb, Verbatim: h.words(row)}
	if letters := utf8.RuneCountInString(o.Verbatim); letters > app.MaxVerbatim {
		return o, problems, app.InvalidLine("import.opinion.long", row.Line, app.Args{"Length": letters, "Most": app.MaxVerbatim})
	}
	for _, f := range []fields.Field{fields.Score, fields.Stars} {
		cell := row.Cell(h.Columns.Of(f))
		text := written.Rating(cell)
		if n, ok := written.WholeNumber(text); ok {
			text = strconv.Itoa(n)
			if f == fields.Stars {
				text += "/" + strconv.Itoa(app.MaxStars)
			}
		}
		given, err := rating.Parse(text)
		switch {
		case err != nil: // one bad number shall not cost the words
			problems = append(problems, app.InvalidLine(unrated, row.Line, app.Args{"Text": written.Clip(cell), "Column": h.Columns.Name(f)}))
		case given.Score != nil && o.Stars == nil:
			o.Score = given.Score
		case given.Stars != nil && o.Score == nil:
			o.Stars = given.Stars
		}
	}
	o.Themes = h.several(row.Cell(h.Columns.Of(fields.Theme)))
	if h.own != nil {
		h.ownOpinion(row, &o)
	} else if staff := written.Clip(written.OneLine(row.Cell(h.Columns.Of(fields.SoldBy)))); staff != "" {
		o.Staff = []string{strings.Clone(staff)}
	}
	if o.Verbatim == "" && !o.Rated() && len(o.Themes) == 0 {
		if last := len(problems) - 1; last >= 0 { // that it was on no scale says more
			bad = problems[last]
			problems = problems[:last]
			return o, problems, bad
		}
		return o, problems, app.InvalidLine("import.opinion.empty", row.Line, nil)
	}
	bad = h.when(row, &o)
	return o, problems, bad
}

// words are what was said, letter by letter, below its title if it has one.
func (h *Table) words(row tables.Row) string {
	var parts []string
	for _, f := range []fields.Field{fields.Title, fields.Words} {
		text := texts.ManyLines(spreadsheet.Unguard(row.Cell(h.Columns.Of(f))))
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Clone(strings.Join(parts, "\n"))
}

// when reads when it was said and when the shop heard it. Each stands in for the
// other; without both it was today.
func (h *Table) when(row tables.Row, o *app.Opinion) *app.Error {
	said, saidAs, bad := h.day(row, fields.Said)
	if bad != nil {
		return bad
	}
	heard, heardAs, bad := h.day(row, fields.Taken)
	if bad != nil {
		return bad
	}
	today := app.DayOf(h.now.In(h.zone))
	o.Undated = said.Day == 0 || heard.Day == 0
	h.asSaid = cmp.Or(saidAs, heardAs, today)
	switch {
	case said.Day == 0 && heard.Day == 0:
		o.Said, o.Taken = today, h.now.UTC().Truncate(time.Second)
		return nil
	case said.Day == 0:
		said = heard
	case heard.Day == 0:
		heard = values.Moment{Day: said.Day}
	}
	if last := today + 1; said.Day > last || heard.Day > last { // it may be tomorrow where they are
		return app.InvalidLine("import.opinion.ahead", row.Line, app.Args{"Day": max(said.Day, heard.Day).String()})
	}
	o.Said, o.Taken = said.Day, heard.Day.At(heard.Minute, h.zone).UTC()
	if second := secondOf(row.Cell(h.Columns.Of(fields.Taken))); second > 0 {
		o.Taken = o.Taken.Add(time.Duration(second) * time.Second)
	}
	return nil
}

// secondOf is the second of a time such as 2018-03-08 12:27:34, 0 of any other.
func secondOf(text string) int {
	t, err := time.Parse(time.DateTime, strings.TrimSpace(text))
	if err != nil {
		return 0
	}
	return t.Second()
}

// day reads a day where the shop is, and as it is written.
func (h *Table) day(row tables.Row, f fields.Field) (m values.Moment, asSaid app.Day, bad *app.Error) {
	text := written.Unquoted(row.Cell(h.Columns.Of(f)))
	if text == "" {
		return m, 0, nil
	}
	m, asSaid, err := h.Columns.Moment(row, f, h.zone)
	if err != nil {
		return m, 0, app.InvalidLine("import.row.day", row.Line, app.Args{"Text": written.Clip(text), "Column": h.Columns.Name(f)})
	}
	return m, asSaid, nil
}

// customer is who the row says it is from.
func (h *Table) customer(row tables.Row) app.Customer {
	cell := func(f fields.Field) string {
		return strings.Clone(written.Clip(written.OneLine(row.Cell(h.Columns.Of(f)))))
	}
	c := app.Customer{Name: app.Name{Full: cell(fields.Name), Given: cell(fields.Given), Family: cell(fields.Family)}, Firm: cell(fields.Firm)}
	if c.Name.Full == "" {
		c.Name.Full = strings.TrimSpace(c.Name.Given + " " + c.Name.Family)
	}
	if written.IsPlaceholder(c.Name.Full) {
		c.Name = app.Name{}
	}
	switch number := texts.ShopNumber(cell(fields.Customer)); {
	case number == "" || written.IsPlaceholder(number):
	case h.Columns.Slips && !written.IsCode(number):
		c.Name.Full = cmp.Or(c.Name.Full, number)
	default:
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: number}}
	}
	if phone := cell(fields.Phone); phone != "" && !written.IsPlaceholder(phone) {
		c.Phones = []app.Phone{dialing.Parse(phone, "", h.country, dialing.Country(cell(fields.Country)))}
	}
	if email := cell(fields.Email); email != "" {
		c.Emails = []app.Email{{Address: email}}
	}
	return c
}

// whose finds whom in the book it is from; nil for nobody known.
func (h *Table) whose(row tables.Row, c app.Customer) (*people.Person, error) {
	if id := h.own.Buyer(row); !id.IsZero() {
		if who, err := h.people.Became(id); who != nil || err != nil {
			return who, err
		}
	}
	if len(c.References)+len(c.Phones)+len(c.Emails) == 0 {
		return nil, nil
	}
	found, _, err := h.people.Find(c)
	return found, err
}

// several reads a cell of several words: as Ringback writes them where it wrote the
// table, else parted by semicolons.
func (h *Table) several(cell string) []string {
	all := strings.Split(written.OneLine(cell), ";")
	if h.own != nil {
		all = cells.ReadWords(written.OwnCell(cell))
	}
	var words []string
	for _, word := range all {
		if word = strings.TrimSpace(written.Clip(word)); word != "" && !slices.Contains(words, word) {
			words = append(words, strings.Clone(word))
		}
	}
	return words
}

// senderOf is who it is from in one line, for finding out later whom that is.
func senderOf(c app.Customer, receipt string) string {
	var parts []string
	add := func(text string) {
		if text != "" && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	add(c.Name.Full)
	add(c.Firm)
	for _, p := range c.Phones {
		add(p.Typed)
	}
	for _, e := range c.Emails {
		add(e.Address)
	}
	add(c.Reference(app.ReferenceShop))
	add(written.Clip(receipt))
	return strings.Clone(strings.Join(parts, ", "))
}

// dated tells whether the table says when things were said.
func (h *Table) dated() bool { return h.Columns.Has(fields.Said, fields.Taken) }

// ownOpinion reads what only our own table says of an opinion. Whom it is to be
// quoted by is read only where it may be.
func (h *Table) ownOpinion(row tables.Row, o *app.Opinion) {
	o.Staff = h.several(row.Cell(h.Columns.Of(fields.SoldBy)))
	o.Praise = h.several(row.Cell(h.own.Praise))
	for _, source := range []app.Source{app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb} {
		if written.OwnCell(row.Cell(h.own.Source)) == string(source) {
			o.Source = source
		}
	}
	if written.OwnCell(row.Cell(h.own.Quote)) == "yes" {
		o.Quote = &app.Quote{
			Words: written.OwnText(row.Cell(h.own.Words)), Where: written.OwnText(row.Cell(h.own.Where)), Name: written.OwnText(row.Cell(h.own.As)),
		}
	}
}
