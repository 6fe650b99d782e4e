package app

// Listed is a customer as a line in a list.
type Listed struct {
	ID         ID
	Name       string // as Customer.Called
	Firm       string
	Phone      string // the first callable number as typed, else the first of any
	Emails     []string
	Reference  string // the shop's customer number
	LastBought Day
	Archived   bool
}

// Found is a customer that a search found.
type Found struct {
	Listed
	Where FoundIn
	Text  string // the words that matched: the item, the note
}

// FoundIn says what of a customer matched.
type FoundIn string

// What can match.
const (
	FoundName      FoundIn = "name"
	FoundFirm      FoundIn = "firm"
	FoundPhone     FoundIn = "phone"
	FoundEmail     FoundIn = "email"
	FoundReference FoundIn = "reference"
	FoundItem      FoundIn = "item"
	FoundNotes     FoundIn = "notes"
)

// Size counts what a book holds.
type Size struct {
	Customers, Purchases, Calls, Opinions, Complaints int
}

// Empty tells whether nothing was put in the book yet.
func (s Size) Empty() bool { return s == Size{} }
