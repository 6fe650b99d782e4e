package loyalty_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestABookThatCannotBeReadIsSaidOnThePage(t *testing.T) {
	shop := care()
	shop.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s := show(t, shop)
	s.Shown()
	pagetest.Sees(t, s.Content(), "This cannot be shown", "The book is damaged")
	pagetest.Misses(t, s.Content(), "Reading the book")
	shop.unread = nil
	s.Hidden()
	s.Shown()
	pagetest.Sees(t, s.Content(), "Maija Korhonen")
}
