package fields

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app/importing/values"
)

// Field is what a column of a purchases table holds.
type Field string

// The fields. Their names are what a person writes after COLUMN= and do not
// change.
const (
	Customer Field = "customer" // the shop's number for the customer
	Name     Field = "name"
	Given    Field = "given-name"
	Family   Field = "family-name"
	Firm     Field = "firm"
	Phone    Field = "phone"
	Email    Field = "email"
	Receipt  Field = "receipt"
	Day      Field = "day"
	Time     Field = "time"
	Item     Field = "item"
	Code     Field = "code"
	Quantity Field = "quantity"
	Price    Field = "price"  // of one
	Amount   Field = "amount" // of the line
	Total    Field = "total"  // of the receipt
	Currency Field = "currency"
	Country  Field = "country"
	SoldBy   Field = "sold-by"
	Ignore   Field = "ignore"
)

// All lists the fields a column can be mapped to.
func All() []Field {
	return append([]Field{
		Customer, Name, Given, Family, Firm, Phone, Email, Receipt,
		Day, Time, Item, Code, Quantity, Price, Amount, Total,
		Currency, Country, SoldBy, Status, Ignore,
	}, append(contactFields(), OfOpinions()...)...)
}

// Costs are the fields that say what a line comes to.
func Costs() []Field { return []Field{Price, Amount, Total} }

// The fields of a table of opinions. Whose they are, the receipt and who sold it
// are fields of purchases, too.
const (
	Words  Field = "words"
	Title  Field = "words-title" // above the words
	Score  Field = "score"       // 0 to 10
	Stars  Field = "stars"       // 1 to 5
	Said   Field = "said"
	Taken  Field = "taken" // when the shop heard it
	Theme  Field = "theme"
	Number Field = "opinion-number" // what the other program calls it
)

// OfOpinions are what only tables of opinions have.
func OfOpinions() []Field {
	return []Field{Words, Title, Score, Stars, Said, Taken, Theme, Number}
}

// Shared are what tables of opinions have in common with those of
// purchases.
func Shared() []Field {
	return []Field{
		Customer, Name, Given, Family, Firm, Phone, Email, Receipt,
		Country, SoldBy,
	}
}

// Numbers are the fields that hold numbers.
func Numbers() []Field {
	return []Field{Quantity, Price, Amount, Total}
}

// Priced are the fields that may say the currency beside the number.
func Priced() []Field { return []Field{Total, Amount, Price} }

// Status is what became of an order, in the words of whoever wrote it down.
const Status Field = "status"

// The fields of whether somebody may be called.
const (
	DoNotCall Field = "do-not-call" // filled, and not with a no, where they do not want it
	MayCall   Field = "may-call"    // no where they do not want it
)

// Number reads a cell of the field: money, or how many of a thing there are. It
// returns an Error with CodeInvalid for what is no number.
func (f Field) Number(text string, point values.Point) (values.Amount, error) {
	if f == Quantity {
		return values.ParseQuantity(text, point)
	}
	return values.ParseAmount(text, point)
}

// Reaches tells of a text in a column of telephones or addresses for mail whether
// anybody may be reached by it; true in any other.
func (f Field) Reaches(text string) bool {
	if f == Email {
		return strings.Contains(text, "@")
	}
	isPhone := slices.ContainsFunc(Telephones(), func(kind Telephone) bool { return kind.Field == f })
	return !isPhone || strings.ContainsFunc(text, unicode.IsDigit)
}
