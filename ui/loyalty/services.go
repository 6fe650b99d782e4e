package loyalty

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/ui/execute"
)

// Desk is where customers are told apart. *loyalty.Desk is one.
type Desk interface {
	Read(ctx context.Context) (*loyalty.Roll, error)
	People(ctx context.Context, members []loyalty.Member, most int) ([]loyalty.Person, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	Desk   Desk
	Window Window
	Run    execute.Executor

	OnCustomer func(customer app.ID) // shows the page of a customer
	OnThank    func(customer app.ID) // asks what a customer is given
	OnCall     func(customer app.ID) // shows the call card of a customer
	OnTune     func()                // leads to the rules by which the list names those slipping
	OnBack     func()                // leads back to where the page was opened from
	OnImport   func()                // leads to where purchases are taken in
}
