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
	FoundSaid      FoundIn = "said" // an opinion of theirs
)

// OpinionQuery says which opinions are looked for. What is left at its zero value
// does not matter.
type OpinionQuery struct {
	Words   string // each of them is how a word of the opinion begins, without regard to accents and case
	Theme   string // as Opinion.Themes names it, without regard to accents and case
	Item    string // as Line.Item of a purchase that it is about names it, likewise
	Seller  string // who sold such a purchase, likewise
	From    Day    // by the shop's day of Taken: From ≤ day
	To      Day    // day < To
	Unhappy bool   // Opinion.Unhappy only
	Source  Source
	Limit   int // 0: all
}

// MaxVerbatim is how many letters an opinion may have. The longest that people
// write are a quarter of it.
const MaxVerbatim = 100_000

// Size counts what a book holds.
type Size struct {
	Customers, Purchases, Calls, Opinions, Complaints int
}

// Empty tells whether nothing was put in the book yet.
func (s Size) Empty() bool { return s == Size{} }
