package importing

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/rating"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// hearing makes opinions of the lines of one table. What is of nobody in the
// book stays without a customer: an opinion alone makes nobody known.
type hearing struct {
	*reading
	f       *file
	known   Known
	own     *columns.Own // of a table that Ringback wrote
	columns columns.Columns
	zone    *time.Location
	now     time.Time
	plan    app.Plan

	survey opinionSurvey
	seen   map[app.ID]bool // in this file
	again  map[string]int  // lines without a number of their own that are the same
	index  int
}

func newHearing(r *reading, f *file, plan app.Plan, known Known) *hearing {
	return &hearing{
		reading: r, f: f, known: known, plan: plan, zone: plan.Location(), now: r.now(),
		seen: make(map[app.ID]bool), again: make(map[string]int),
	}
}

// read reads the table twice: to find out how its columns are cell, and to
// take down what its lines say.
func (h *hearing) read(ctx context.Context) error {
	h.columns = columns.ReadOpinions(h.f.Table)
	h.own = h.columns.Own
	if err := h.rowsOf(ctx, h.f, h.look); err != nil {
		return err
	}
	if err := h.decide(); err != nil {
		return err
	}
	h.f.describe(h.columns)
	if err := h.rowsOf(ctx, h.f, h.line); err != nil {
		return err
	}
	if h.f.about.Rows == 0 {
		return app.Invalid("error.import.no-rows", app.Args{"File": h.f.Title})
	}
	return nil
}

// line takes down what a row says.
func (h *hearing) line(row tables.Row) error {
	h.f.about.Rows++
	item := Item{File: h.f.about.Name, Sheet: h.f.about.Sheet, Index: h.index, Line: row.Line, Kind: KindOpinions}
	h.index++
	o, bad := h.opinion(row, &item)
	switch {
	case row.Problem == nil:
	case row.Problem.Key == "import.table.cell-long", row.Problem.Key == "import.table.line-long":
		bad = app.InvalidLine("import.opinion.cell-long", row.Line, app.Args{"Most": app.MaxVerbatim}) // half of what was said is not what was said
	default:
		item.Problems = append(item.Problems, row.Problem)
	}
	if bad != nil {
		for _, p := range append(item.Problems, bad) {
			if p.Key == unrated { // there is no rest of it that is kept
				p.Key = unratedAlone
			}
		}
		h.reject(item, bad)
		return nil
	}
	c := h.customer(row)
	sender := senderOf(c, written.OneLine(row.Cell(h.columns.Of(columns.FieldReceipt))))
	if o.Quote != nil {
		o.Quote.Since = o.Taken // the table does not say since when
	}
	h.name(&o, row, sender)
	who, err := h.whose(row, c)
	if err != nil {
		return err
	}
	if who != nil {
		o.Customer, item.Name = who.ID(), who.Customer.Called()
	} else {
		o.Sender, item.Name = sender, sender
	}
	item.ID, item.Customer, item.Day, item.Words = o.ID, o.Customer, o.Said, written.Beginning(o.Verbatim)
	met := len(h.records)
	if err := h.keep(o, item); err != nil {
		return err
	}
	if who != nil && len(h.records) > met && who.HasSeveralNumbers() {
		h.cameUnder(o.ID, c.Reference(app.ReferenceShop))
	}
	return nil
}

// What is said of a rating that is on no scale: of a line that is taken in
// without it, and of one that is left out.
const (
	unrated      = "import.opinion.rating"
	unratedAlone = "import.opinion.rating-alone"
)

// opinion reads what was said, when, and how much was given.
func (h *hearing) opinion(row tables.Row, item *Item) (app.Opinion, *app.Error) {
	o := app.Opinion{Source: app.FromWeb, Verbatim: h.words(row)}
	if letters := utf8.RuneCountInString(o.Verbatim); letters > app.MaxVerbatim {
		return o, app.InvalidLine("import.opinion.long", row.Line, app.Args{"Length": letters, "Most": app.MaxVerbatim})
	}
	for _, f := range []columns.Field{columns.FieldScore, columns.FieldStars} {
		cell := row.Cell(h.columns.Of(f))
		text := cell
		if n, ok := written.WholeNumber(text); ok {
			text = strconv.Itoa(n)
			if f == columns.FieldStars {
				text += "/" + strconv.Itoa(app.MaxStars)
			}
		}
		given, err := rating.Parse(text)
		switch {
		case err != nil: // one bad number shall not cost the words
			item.Problems = append(item.Problems, app.InvalidLine(unrated, row.Line, app.Args{"Text": written.Clip(cell), "Column": h.columns.Name(f)}))
		case given.Score != nil && o.Stars == nil:
			o.Score = given.Score
		case given.Stars != nil && o.Score == nil:
			o.Stars = given.Stars
		}
	}
	o.Themes = h.several(row.Cell(h.columns.Of(columns.FieldTheme)))
	if h.own != nil {
		h.ownOpinion(row, &o)
	} else if staff := written.Clip(written.OneLine(row.Cell(h.columns.Of(columns.FieldSoldBy)))); staff != "" {
		o.Staff = []string{strings.Clone(staff)}
	}
	if o.Verbatim == "" && !o.Rated() && len(o.Themes) == 0 {
		if last := len(item.Problems) - 1; last >= 0 { // that it was on no scale says more
			bad := item.Problems[last]
			item.Problems = item.Problems[:last]
			return o, bad
		}
		return o, app.InvalidLine("import.opinion.empty", row.Line, nil)
	}
	return o, h.when(row, &o)
}

// words are what was said, letter by letter, below its title if it has one.
func (h *hearing) words(row tables.Row) string {
	var parts []string
	for _, f := range []columns.Field{columns.FieldTitle, columns.FieldWords} {
		text := texts.ManyLines(spreadsheet.Unguard(row.Cell(h.columns.Of(f))))
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Clone(strings.Join(parts, "\n"))
}

// when reads when it was said and when the shop heard it. Each stands in for the
// other; without both it was today.
func (h *hearing) when(row tables.Row, o *app.Opinion) *app.Error {
	said, _, bad := h.day(row, columns.FieldSaid)
	if bad != nil {
		return bad
	}
	heard, minute, bad := h.day(row, columns.FieldTaken)
	if bad != nil {
		return bad
	}
	today := app.DayOf(h.now.In(h.zone))
	o.Undated = said == 0 || heard == 0
	switch {
	case said == 0 && heard == 0:
		o.Said, o.Taken = today, h.now.UTC().Truncate(time.Second)
		return nil
	case said == 0:
		said = heard
	case heard == 0:
		heard = said
	}
	if last := today + 1; said > last || heard > last { // it may be tomorrow where they are
		return app.InvalidLine("import.opinion.ahead", row.Line, app.Args{"Day": max(said, heard).String()})
	}
	o.Said, o.Taken = said, heard.At(minute, h.zone).UTC()
	if second := secondOf(row.Cell(h.columns.Of(columns.FieldTaken))); second > 0 {
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

func (h *hearing) day(row tables.Row, f columns.Field) (app.Day, app.Minute, *app.Error) {
	text := written.Unquoted(row.Cell(h.columns.Of(f)))
	if text == "" {
		return 0, 0, nil
	}
	day, minute, err := tables.ParseDay(text, h.columns.Order)
	if err != nil {
		return 0, 0, app.InvalidLine("import.row.day", row.Line, app.Args{"Text": written.Clip(text), "Column": h.columns.Name(f)})
	}
	return day, minute, nil
}

// customer is who the row says it is from.
func (h *hearing) customer(row tables.Row) app.Customer {
	cell := func(f columns.Field) string {
		return strings.Clone(written.Clip(written.OneLine(row.Cell(h.columns.Of(f)))))
	}
	c := app.Customer{Name: app.Name{Full: cell(columns.FieldName), Given: cell(columns.FieldGiven), Family: cell(columns.FieldFamily)}, Firm: cell(columns.FieldFirm)}
	if c.Name.Full == "" {
		c.Name.Full = strings.TrimSpace(c.Name.Given + " " + c.Name.Family)
	}
	if written.IsPlaceholder(c.Name.Full) {
		c.Name = app.Name{}
	}
	switch number := texts.ShopNumber(cell(columns.FieldCustomer)); {
	case number == "" || written.IsPlaceholder(number):
	case h.columns.Slips && !written.IsCode(number):
		c.Name.Full = cmp.Or(c.Name.Full, number)
	default:
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: number}}
	}
	if phone := cell(columns.FieldPhone); phone != "" && !written.IsPlaceholder(phone) {
		c.Phones = []app.Phone{dialing.Parse(phone, "", h.plan.Country, dialing.Country(cell(columns.FieldCountry)))}
	}
	if email := cell(columns.FieldEmail); email != "" {
		c.Emails = []app.Email{{Address: email}}
	}
	return c
}

// whose finds whom in the book it is from; nil for nobody known.
func (h *hearing) whose(row tables.Row, c app.Customer) (*people.Person, error) {
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
func (h *hearing) several(cell string) []string {
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

// name gives the opinion an ID that follows from the line, so that the same line
// is the same opinion in every import and on every desktop: from the number that
// the other program gave it, or else from all that it says.
func (h *hearing) name(o *app.Opinion, row tables.Row, sender string) {
	number := written.OneLine(row.Cell(h.columns.Of(columns.FieldNumber)))
	if h.own != nil {
		if id, err := app.ParseID(number); err == nil {
			o.ID = id
			return
		}
	}
	dated := h.columns.Has(columns.FieldSaid, columns.FieldTaken)
	key := strings.Join([]string{"opinion", number, sender}, "\x00")
	if number == "" {
		key = strings.Join([]string{key, rating.Of(*o), o.Verbatim, strings.Join(o.Themes, "\x01")}, "\x00")
		if dated {
			key += "\x00" + o.Said.String()
		}
		h.again[key]++
		key += "\x00" + strconv.Itoa(h.again[key])
	}
	sum := sha256.Sum256([]byte(key))
	copy(o.ID[6:], sum[:])
	if dated {
		var moment [8]byte
		binary.BigEndian.PutUint64(moment[:], uint64(max(0, o.Said.Start(time.UTC).UnixMilli())))
		copy(o.ID[:6], moment[2:])
	}
}

// keep finds out whether the book has the opinion, and puts it on the preview.
// What the book has stays as it is there.
func (h *hearing) keep(o app.Opinion, item Item) error {
	had, err := h.known.Record(app.KindOpinion, o.ID)
	switch {
	case h.seen[o.ID]:
		item.Action = Same
	case err == nil:
		item.Action = Same
		if was, ok := had.(app.Opinion); ok {
			item.Customer = was.Customer
			if was.Verbatim != o.Verbatim || rating.Of(was) != rating.Of(o) {
				item.Problems = append(item.Problems, app.InvalidLine("import.opinion.kept", item.Line, nil))
			}
		}
	case app.CodeOf(err) == app.CodeNotFound:
		item.Action = Create
		h.records = append(h.records, o)
	default:
		return fmt.Errorf("look an opinion up: %w", err)
	}
	h.seen[o.ID] = true
	h.item(item)
	return nil
}

// reject leaves a row out, and says why.
func (h *hearing) reject(item Item, why *app.Error) {
	h.f.about.Rejected++
	if h.f.about.Rejected > MaxRejected {
		return
	}
	item.Action = Reject
	item.Problems = append(item.Problems, why)
	h.item(item)
}
