package importing

import (
	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/receipts"
)

// Preview is what would come of an import. It is not changed once it is made.
type Preview struct {
	Files   []File
	Items   []Item // contacts first, then receipts, each in the order of the files
	Summary Summary
	Beside  []Beside // in archives, what is neither contacts nor a table

	// Currency is what the plan's becomes with the import: that of the first
	// purchases of a book whose settings nobody has saved. Empty: it stays.
	Currency string
	// Unchosen tells that nobody has chosen the currency in the plan yet.
	Unchosen bool

	changes []app.Change      // to write
	keep    map[string][]byte // beside it
	state   app.ID            // of the book it was made from
	written bool              // Commit has had the changes
}

// Beside are the files in an archive of which nothing is made, since they are neither
// contacts nor tables.
type Beside struct {
	Archive string
	Files   []string // their paths in it, the beginnings of long ones
}

// Result is what an import did.
type Result struct {
	Batch   app.ID // zero if there was nothing to write
	Changed int    // records that are different now
	Summary Summary
}

// Action is what comes of a card or a receipt.
type Action string

// The actions.
const (
	Create   Action = "create"
	Update   Action = "update"             // the book's record gets something it lacked
	Same     Action = "same"               // the book has it already
	Possible Action = "possible-duplicate" // taken in as somebody new; Item.Alike says who it may be. Of receipts, the first of theirs
	Reject   Action = "reject"
)

// Item is what comes of one card, of the lines of one receipt, or of one record
// of a whole book.
type Item struct {
	File     string // the file's name without folders
	Sheet    string // of a workbook of several
	Index    int    // of the card or the receipt in its file, from 0
	Line     int    // that it begins on, from 1; 0 of a whole file
	Kind     Kind
	Action   Action
	ID       app.ID      // the customer of a card, the purchase of a receipt; zero if rejected
	Customer app.ID      // whose purchase it is; the same as ID for a card
	Name     string      // as the file has it; of a receipt, the customer's
	Phones   []app.Phone // as the file has them
	Emails   []app.Email
	Receipt  string
	Day      app.Day
	Lines    []app.Line        // of a receipt, as it was read
	Total    app.Money         // of a receipt
	Words    string            // of an opinion in a table, the first of them
	Return   bool              // the receipt gives back
	Alike    []app.ID          // whom a possible duplicate may be
	Added    []people.Addition // of a card: what the book's record gets that it lacked
	Problems []*app.Error      // what could not be read or was left out; Args has Line
}

// File is what was found out about a file.
type File struct {
	Name         string
	From         string // the Source's name: of an archive, that of the archive
	Inside       string // its path in the archive, if it is in one
	Sheet        string // of a workbook of several
	Kind         Kind
	Charset      string
	Delimiter    string // of a table
	Program      string // that wrote the table, if it is known by its columns
	Columns      []columns.Column
	Money        string            // as what amounts of a table were taken that do not say their currency; empty: there are none
	MoneySaid    bool              // a person said so; else it is the plan's
	NotTaken     []string          // columns that hold something of which nothing is made
	ByOrder      bool              // it names no customers, but orders that are known otherwise
	OneEach      bool              // no column was taken for how many were bought, though one may be
	TakenAsSold  []receipts.Status // what lines that were taken for sold say became of their order
	LeftAsNoSale []receipts.Status // what lines that are no sale say they are
	First        [][]string        // the first rows of a table, one cell for each column
	Rows         int               // cards, or lines of a table without its header
	NoOne        int               // lines of a table that name no customer, and were left out
	Rejected     int               // lines of a table that could not be read
	Undone       int               // lines of orders that were cancelled, or never paid
	NoSale       int               // lines of payments, fees, quotes and their like
	Hidden       Hidden            // of a sheet of a workbook, what a person does not see
	Below        int               // lines that were taken for further ones of the receipt above them
}

// Hidden is what of a sheet a person does not see, and was read like the rest.
type Hidden struct {
	Lines   int
	Columns []string
}

// MaxRejected is how many lines of a table that are left out become an item
// each, and how many cards; the rest is only counted.
const MaxRejected = 1000

// Counts are how many of a sort came to what.
type Counts struct {
	Read, Created, Updated, Same, Duplicates, Rejected int
}

func (c *Counts) add(a Action) {
	c.Read++
	switch a {
	case Create:
		c.Created++
	case Update:
		c.Updated++
	case Same:
		c.Same++
	case Possible:
		c.Duplicates++
	case Reject:
		c.Rejected++
	}
}

// Summary counts what comes of an import.
type Summary struct {
	Counts               // of all items
	Contacts      Counts // of the cards
	Receipts      Counts
	Calls         Counts // of a whole book, as Opinions and Complaints are
	Opinions      Counts
	Complaints    Counts
	Returns       int // of the receipts, those that give back
	Linked        int // of the returns, those whose purchase is known
	Cancelled     int // of the returns, those of orders that were cancelled since they came into the book
	ByOrder       int // of the new opinions, those whose customer only the number of an order told
	NumberOnly    int // customers made for a number, telephone or address that the book did not know
	NoCountry     int // telephones of which nobody can tell the country, since the shop's is not set
	Lines         int // of tables
	NoOneLines    int // lines that name no customer
	BadLines      int // lines that could not be read
	UndoneLines   int // lines of orders that were cancelled, or never paid
	NoSaleLines   int // lines of payments, fees, quotes and their like
	BelowLines    int // lines that were taken for further ones of the receipt above them
	NoOneReceipts int // receipts that name no customer
}
