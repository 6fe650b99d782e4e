package exporting

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
)

// Book is what the page asks of the book.
type Book interface {
	exporting.Shop
	Search(ctx context.Context, query string, limit int) ([]app.Found, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Toast shows a sentence for a while; undo, if not nil, is offered with it.
	Toast(text string, undo func())
	// Offer shows a sentence for a while, with a button of that word.
	Offer(text, word string, do func())
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	Book   Book
	Window Window
	Clock  app.Clock
	Run    execute.Executor
	Words  *when.Words // how people write days
	Order  when.Order

	// OnSave lets the person choose where a file goes, that name being proposed,
	// and hands over its path, "" if they thought better of it.
	OnSave func(name string, chosen func(path string))
	// OnOpen shows a file, or a folder, in the program that the system has for
	// it; nil: there is no way to.
	OnOpen func(path string)
	// OnCustomer goes back to the customer whose page led here; nil: nowhere.
	OnCustomer func(customer app.ID)
}
