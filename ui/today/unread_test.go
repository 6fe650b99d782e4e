package today_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestAListThatCannotBeReadIsSaidInItsPlace(t *testing.T) {
	s := newShop(2)
	s.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	d := begin(t, s)
	pagetest.Sees(t, d.page.Content(), "This cannot be shown", "The book is damaged")
	s.unread = nil
	d.page.Hidden()
	d.page.Shown()
	pagetest.Sees(t, d.page.Content(), "Person A")
	pagetest.Misses(t, d.page.Content(), "This cannot be shown")
}
