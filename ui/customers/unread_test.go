package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

var unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}

func TestAListThatCannotBeReadSaysSo(t *testing.T) {
	d := &desk{drafts: map[string]customers.Draft{}, unread: unread}
	s := open(t, d, theme.Light, fyne.NewSize(1004, 708))
	pagetest.Sees(t, s.Content(), "The book is damaged")
	pagetest.Misses(t, s.Content(), "Reading the book")
}

func TestSomebodyWhoCannotBeReadIsSaidWhereTheyWouldStand(t *testing.T) {
	maija := customers.Page{Customer: app.Customer{ID: id(1), Name: app.Name{Full: "Maija Korhonen"}}}
	s := show(t, maija)
	s.desk.unread = unread
	s.Open(id(1))
	pagetest.Sees(t, s.Content(), "This cannot be shown", "The book is damaged")
	s.Back()
	pagetest.Sees(t, s.Content(), "Maija Korhonen")
}
