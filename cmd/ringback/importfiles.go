package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"ringback.app/app"
	"ringback.app/app/folders"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/data"
)

// importCommand takes contacts and purchases in from files.
type importCommand struct {
	Files     []string `arg:"" name:"file"`
	DryRun    bool
	Map       []string `placeholder:"COLUMN=FIELD"`
	Charset   string   `placeholder:"NAME"`
	Delimiter string   `placeholder:"SIGN"`
}

type importedFields struct {
	File     string           `json:"file"`
	Index    int              `json:"index"`
	Name     string           `json:"name"`
	Phones   []string         `json:"phones"` // as the file has them
	Emails   []string         `json:"emails"`
	Action   importing.Action `json:"action"`
	ID       app.ID           `json:"id"`
	Problems []string         `json:"problems"`
	Kind     importing.Kind   `json:"kind"`
	Customer app.ID           `json:"customer"`
	Receipt  string           `json:"receipt"`
	Day      app.Day          `json:"day"`
	Items    []string         `json:"items"` // of a receipt
	Total    int64            `json:"total"` // in minor units of the currency
	Currency string           `json:"currency"`
	Alike    []app.ID         `json:"alike"`
	Sheet    string           `json:"sheet,omitempty"` // of a workbook of several
	Added    []importAdded    `json:"added,omitempty"` // of an update: what the book lacked
}

type importAdded struct {
	Property string `json:"property"` // as a vCard names it: TEL
	Text     string `json:"text"`
}

type importSummary struct {
	Read       int    `json:"read"`
	Created    int    `json:"created"`
	Updated    int    `json:"updated"`
	Same       int    `json:"same"`
	Duplicates int    `json:"duplicates"`
	Rejected   int    `json:"rejected"`
	Batch      app.ID `json:"batch"`

	Contacts      importCounts `json:"contacts"`
	Purchases     importCounts `json:"purchases"`
	Calls         importCounts `json:"calls"`
	Opinions      importCounts `json:"opinions"`
	Complaints    importCounts `json:"complaints"`
	Returns       int          `json:"returns"`
	Cancelled     int          `json:"cancelled_since"`
	ByOrder       int          `json:"by_order"`
	NumberOnly    int          `json:"number_only"`
	NoCountry     int          `json:"no_country"`
	NoOneLines    int          `json:"no_one_lines"`
	NoOneReceipts int          `json:"no_one_receipts"`
	BadLines      int          `json:"bad_lines"`
	UndoneLines   int          `json:"undone_lines"`
	NoSaleLines   int          `json:"no_sale_lines"`
	BelowLines    int          `json:"below_lines"`

	NotTaken     []importLeft   `json:"not_taken"`
	OneEach      []importTable  `json:"one_each"`
	TheirOrders  []importTable  `json:"customers_by_order"`
	Hidden       []importHidden `json:"hidden"`
	TakenAsSold  []importSold   `json:"taken_as_sold"`
	LeftAsNoSale []importSold   `json:"left_as_no_sale"`
	Beside       []importBeside `json:"beside"`
	importCurrencies

	IntoSample bool `json:"into_sample"`
}

// importLeft are the columns of a table that hold something of which nothing is
// made.
type importLeft struct {
	File    string   `json:"file"`
	Sheet   string   `json:"sheet,omitempty"` // of a workbook of several
	Columns []string `json:"columns"`
}

// importTable is a table of which something is to be told.
type importTable struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"` // of a workbook of several
}

// importSold is what a table says of the orders that were taken for sold, or of the
// lines that are no sale.
type importSold struct {
	File     string         `json:"file"`
	Sheet    string         `json:"sheet,omitempty"` // of a workbook of several
	Statuses []importStatus `json:"statuses"`
}

type importStatus struct {
	Text  string `json:"text"`
	Lines int    `json:"lines"`
}

type importCounts struct {
	Read       int `json:"read"`
	Created    int `json:"created"`
	Updated    int `json:"updated"`
	Same       int `json:"same"`
	Duplicates int `json:"duplicates"`
	Rejected   int `json:"rejected"`
}

// importGC is how much, in percent of what is needed, may be garbage: with Go's
// own 100 an import of 100,000 cards and a year's trade takes 600 MiB, and to undo
// it 680; with this some 570 and 590, and a fortieth more time.
const importGC = 50

func (c *importCommand) run(s *session) (err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(importGC))
	options, err := c.options(s)
	if err != nil {
		return err
	}
	book, done, err := c.book(s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	var sources []importing.Source
	for _, path := range c.Files {
		sources = append(sources, importing.Path(path))
	}
	importer := importing.New(book, s.ids)
	preview, err := importer.Read(s.ctx, sources, options)
	if err != nil {
		return err
	}
	for _, it := range preview.Items {
		if isWholeFile(it) {
			s.complain(s.problems(it)[0])
		}
	}
	mixed, err := book.HoldsSample(s.ctx)
	if err != nil {
		return err
	}
	if mixed {
		s.complain(s.say("command.import.into-sample", nil))
	}
	if s.asJSON {
		s.itemsAsJSON(preview)
	}
	preview.Items = withProblems(preview.Items)
	result := importing.Result{Summary: preview.Summary}
	if !c.DryRun {
		if result, err = importer.Commit(s.ctx, preview); err != nil {
			return err
		}
	}
	if s.asJSON {
		s.importAsJSON(preview, result, mixed)
	} else {
		s.printImport(preview, result, c.DryRun)
	}
	if sum := preview.Summary; sum.Read > 0 && sum.Rejected == sum.Read {
		return errors.Join(s.out.flush(), &app.Error{Code: app.CodeInvalid, Key: "error.command.import.unreadable"})
	}
	return nil
}

// options are what the person says of the files.
func (c *importCommand) options(s *session) (o importing.Options, err error) {
	o = importing.Options{Charset: c.Charset, Clock: s.clock, Unasked: true}
	for _, text := range c.Map {
		m, err := columns.ParseMapping(text)
		if err != nil {
			return o, usageError{err}
		}
		o.Map = append(o.Map, m)
	}
	if c.Delimiter != "" {
		if o.Delimiter, err = importing.ParseDelimiter(c.Delimiter); err != nil {
			return o, usageError{err}
		}
	}
	return o, nil
}

// isWholeFile tells of an item whether it is a file that cannot be read, which does
// not cost the others.
func isWholeFile(it importing.Item) bool { return it.Kind == importing.KindFile && it.Sheet == "" }

// withProblems returns the items of which something is still to be printed once
// the book is written, which takes all the memory there is.
func withProblems(items []importing.Item) []importing.Item {
	var some []importing.Item
	for _, it := range items {
		if len(it.Problems) > 0 {
			some = append(some, it)
		}
	}
	return some
}

// book returns the book to import into. To try an import before there is a book,
// or to find out why there is nothing to read, takes one that is thrown away.
func (c *importCommand) book(s *session) (book *data.Book, done func() error, err error) {
	done = func() error { return nil }
	if s.isNew() && (c.DryRun || !slices.ContainsFunc(c.Files, isThere)) {
		return s.scratchBook()
	}
	book, err = s.book(toWrite)
	return book, done, err
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// isNew tells whether a book was named that is yet to be made.
func (s *session) isNew() bool {
	if s.named == "" {
		return false
	}
	_, err := os.Stat(s.named)
	return errors.Is(err, os.ErrNotExist)
}

func (s *session) scratchBook() (book *data.Book, done func() error, err error) {
	folder, remove, err := folders.Scratch()
	if err != nil {
		return nil, nil, &app.Error{Code: app.CodeStorage, Key: "error.command.scratch", Err: err}
	}
	book, err = s.openBook(filepath.Join(folder, "book"), toWrite)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return book, func() error { return errors.Join(book.Close(), remove()) }, nil
}

func (s *session) itemsAsJSON(preview *importing.Preview) {
	for _, it := range preview.Items {
		fields := importedFields{
			File: it.File, Index: it.Index, Name: it.Name, Phones: []string{}, Emails: []string{},
			Action: it.Action, ID: it.ID, Problems: s.problems(it), Kind: it.Kind,
			Customer: it.Customer, Receipt: it.Receipt, Day: it.Day, Alike: orEmpty(it.Alike), Sheet: it.Sheet,
			Items: []string{}, Total: it.Total.Minor, Currency: it.Total.Currency,
		}
		for _, l := range it.Lines {
			fields.Items = append(fields.Items, l.Item)
		}
		for _, a := range it.Added {
			fields.Added = append(fields.Added, importAdded{a.What, a.Text})
		}
		for _, p := range it.Phones {
			fields.Phones = append(fields.Phones, p.Typed)
		}
		for _, e := range it.Emails {
			fields.Emails = append(fields.Emails, e.Address)
		}
		s.out.json(fields)
	}
}

func (s *session) importAsJSON(preview *importing.Preview, result importing.Result, mixed bool) {
	sum, left, sold, noSale := result.Summary, []importLeft{}, []importSold{}, []importSold{}
	oneEach, byOrder := []importTable{}, []importTable{}
	for _, f := range preview.Files {
		if f.OneEach {
			oneEach = append(oneEach, importTable{f.Name, f.Sheet})
		}
		if f.ByOrder {
			byOrder = append(byOrder, importTable{f.Name, f.Sheet})
		}
		if len(f.NotTaken) > 0 {
			left = append(left, importLeft{f.Name, f.Sheet, f.NotTaken})
		}
		sold = append(sold, statusesOf(f, f.TakenAsSold)...)
		noSale = append(noSale, statusesOf(f, f.LeftAsNoSale)...)
	}
	s.out.json(struct {
		Summary importSummary `json:"summary"`
	}{importSummary{
		Read: sum.Read, Created: sum.Created, Updated: sum.Updated, Same: sum.Same,
		Duplicates: sum.Duplicates, Rejected: sum.Rejected, Batch: result.Batch,
		Contacts: importCounts(sum.Contacts), Purchases: importCounts(sum.Receipts),
		Calls: importCounts(sum.Calls), Opinions: importCounts(sum.Opinions), Complaints: importCounts(sum.Complaints),
		Returns: sum.Returns, Cancelled: sum.Cancelled, ByOrder: sum.ByOrder, NumberOnly: sum.NumberOnly, NoCountry: sum.NoCountry,
		NoOneLines: sum.NoOneLines, NoOneReceipts: sum.NoOneReceipts, BadLines: sum.BadLines,
		UndoneLines: sum.UndoneLines, NoSaleLines: sum.NoSaleLines, BelowLines: sum.BelowLines,
		NotTaken: left, OneEach: oneEach, TheirOrders: byOrder, Hidden: hiddenOf(preview), TakenAsSold: sold, LeftAsNoSale: noSale, Beside: besideOf(preview),
		importCurrencies: currenciesOf(preview), IntoSample: mixed,
	}})
}

func (s *session) problems(it importing.Item) []string {
	problems := []string{}
	for _, p := range it.Problems {
		problems = append(problems, s.voice.Error(p))
	}
	return problems
}

// How many problems are printed for people, and how many letters of a name beside
// them; --json has all of them.
const (
	mostProblems = 20
	mostName     = 60
)

func (s *session) printImport(preview *importing.Preview, result importing.Result, dry bool) {
	sum := result.Summary
	count := func(key string, n int) string {
		return s.voice.Count(key, n, app.Args{"Number": s.voice.Number(int64(n))})
	}
	s.printCounts(sum)
	for _, fact := range []struct {
		key string
		n   int
	}{
		{"command.import.returns", sum.Returns},
		{"import.cancelled", sum.Cancelled},
		{"command.import.number-only", sum.NumberOnly},
		{"import.no-country", sum.NoCountry},
		{"command.import.no-one", sum.NoOneLines},
		{"command.import.bad-lines", sum.BadLines},
		{"import.undone", sum.UndoneLines},
		{"import.no-sale", sum.NoSaleLines},
		{"import.below", sum.BelowLines},
		{"import.by-order", sum.ByOrder},
	} {
		if fact.n > 0 {
			s.out.line(count(fact.key, fact.n))
		}
	}
	s.printTakenAs(preview)
	s.printTakenAsSold(preview)
	s.printNotTaken(preview)
	s.printHidden(preview)
	s.printBeside(preview)
	s.printProblems(preview)
	switch {
	case dry:
		s.out.line(s.say("command.import.dry", nil))
	case result.Batch.IsZero() && sum.Rejected < sum.Read:
		s.out.line(s.say("command.import.nothing", nil))
	case result.Batch.IsZero(): // the error says so
	default:
		s.out.line(s.say("command.import.done", app.Args{"Batch": result.Batch.String()}))
	}
}

// printCounts prints how many of each sort came of it.
func (s *session) printCounts(sum importing.Summary) {
	rows := [][]string{{
		"", s.say("command.import.read", nil), s.say("command.import.created", nil), s.say("command.import.updated", nil),
		s.say("command.import.same", nil), s.say("command.import.duplicates", nil), s.say("command.import.rejected", nil),
	}}
	for _, sort := range []struct {
		key    string
		counts importing.Counts
	}{
		{"command.import.contacts", sum.Contacts},
		{"command.import.purchases", sum.Receipts},
		{"command.import.calls", sum.Calls},
		{"command.import.opinions", sum.Opinions},
		{"command.import.complaints", sum.Complaints},
	} {
		if sort.counts.Read == 0 {
			continue
		}
		row := []string{s.say(sort.key, nil)}
		for _, n := range []int{sort.counts.Read, sort.counts.Created, sort.counts.Updated, sort.counts.Same, sort.counts.Duplicates, sort.counts.Rejected} {
			row = append(row, s.voice.Number(int64(n)))
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 { // else there was nothing to read, as was said already
		s.out.rows(0, rows)
		s.out.blank()
	}
}
