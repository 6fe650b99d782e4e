package programs

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// Ours is the name of the program whose numbers are IDs of ours.
const Ours = "Ringback"

// Program is how one program writes its tables, where that differs from what the
// names of the columns say by themselves. Names are as written.Plain makes them.
type Program struct {
	Name   string
	Marks  []string // columns that only this program's tables have together
	Fields map[fields.Field][]string
	Order  values.Order // of days that do not say it
	Guest  string       // what stands for the customer's number of somebody who has none
	Status string       // the column that says what became of an order
	Undone []string     // what that column says where nothing was bought
	Sort   string       // the column that says Refund of a row that gives back
	Papers bool         // it says the kind of document
	NoSale []string     // how what that column says of a row begins that is no sale: a payment, a fee
	Whole  string       // what it says of a row that is of the whole receipt
	Heads  bool         // a row that names nothing that was bought is of the whole receipt

	Returned  []string // what the status says of an order that was given back
	MoneyBack string   // the column of the money that was paid back of an order
	ByName    bool     // a name is all that it writes of a customer
	OneName   bool     // no two of its customers have one name
	Cancelled string   // the column of the day on which an order was cancelled
	Percent   string   // the column of what is taken off a line's price, in per cent
	Sent      string   // the column of the address of whom money was sent to, where a row is below nothing
	Credits   []string // what the column of sorts says of a row that gives back
	Tax       string   // the column of the tax that comes on top of a line
	SentByUs  bool     // nothing says whom; a row below nothing has the shop's own address
	Refunds   bool     // what is given back has a row of its own, whatever the status of the sale says
	Contacts  string   // the column that has an address and a telephone together
	Details   string   // the column that has all that was bought
	Handle    bool     // the customer is written as "Ann Bell (annbell)", of which annbell is the number
}

// OfSales finds the program that wrote a table of purchases with columns of those
// names; nil if it is none of those known.
func OfSales(plain []string) *Program {
	return found(slices.Concat(webShops, markets, tills, paidWithPayPal(), bookkeepers, []Program{ours}), plain)
}

// OfOpinions finds the one that wrote a table of opinions.
func OfOpinions(plain []string) *Program { return found(opinions, plain) }

func found(all []Program, plain []string) *Program {
	at := slices.IndexFunc(all, func(p Program) bool { return HasAll(plain, p.Marks) })
	if at < 0 {
		return nil
	}
	return &all[at]
}

// HasAll tells whether columns of those names are all there.
func HasAll(plain, names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(plain, name) })
}

// ours is how Ringback itself writes purchases.
var ours = Program{
	Name: Ours, Marks: []string{"receipt", "date", "receipttotal", "idofthecustomer", "id"},
	Fields: map[fields.Field][]string{fields.Price: nil, fields.Time: nil},
}
