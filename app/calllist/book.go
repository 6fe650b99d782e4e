package calllist

import (
	"context"
	"time"

	"ringback.app/app"
)

// Book is what the call list asks of the book.
type Book interface {
	// ReadList calls read with one consistent state of the book, and returns
	// its error. The state is gone when read returns.
	ReadList(ctx context.Context, read func(Snapshot) error) error
}

// Snapshot is one state of the book, seen by the call list. It is as of the end
// of the shop's today: purchases of days to come do not exist yet.
type Snapshot interface {
	Plan() (app.Plan, error)
	// Customer returns the record of that ID, or an Error with CodeNotFound.
	Customer(id app.ID) (app.Customer, error)
	Summary(id app.ID) (app.Summary, error)

	// Zones returns the time zones in which somebody has an opening, "" being
	// the shop's own, in a fixed order.
	Zones() ([]string, error)
	// Openings yields what the book keeps of Openings in that range, in the
	// order of At, then Value (the highest first), then Customer, until yield
	// returns false.
	Openings(r Range, yield func(Opening) bool) error
	// Unasked yields the customers for whom IsUnasked, in a fixed order.
	Unasked(yield func(customer app.ID, firstBought app.Day) bool) error

	// CallsSince yields who was called, when, and whether that settled what they
	// were to be called about, as app.Disposition.Settles, of the calls that started
	// at or after the moment, oldest first.
	CallsSince(from time.Time, yield func(customer app.ID, start time.Time, settled bool) bool) error
	// ToldSince yields who had an opinion taken down at or after the moment,
	// oldest first; a customer may come more than once.
	ToldSince(from time.Time, yield func(customer app.ID) bool) error

	// ShopGap is the median gap between the buying days of all customers, in
	// half days; 0 while nobody has bought on two days.
	ShopGap() (int, error)
}

// Stream sorts openings by what makes them due. Each stream is kept apart in
// the book, in the order of time.
type Stream uint8

// The streams. The numbers are written in books and do not change.
const (
	StreamPromise    Stream = 1 // At: the promised hour
	StreamComplaint  Stream = 2 // At: when the open complaint comes to be late
	StreamCheckFix   Stream = 3 // At: when to hear whether the fix worked
	StreamCallAgain  Stream = 4 // At: when to try again
	StreamBought     Stream = 5 // At: when the window after a purchase opens
	StreamOwnRhythm  Stream = 6 // At: when they are past their own median gap
	StreamShopRhythm Stream = 7 // At: the day they last bought; the shop's gap is added when it is asked for
	StreamThank      Stream = 8 // At: when there was something to thank for
	StreamYears      Stream = 9 // At: the day they first bought; round years are added when asked for
	// StreamShopTalked are those of StreamShopRhythm who were reached a while
	// after they last bought. At: 1970 plus the time from then to that call.
	StreamShopTalked Stream = 10
	StreamRunsOut    Stream = 11 // At: when the clock of an open complaint runs out
	StreamOwed       Stream = 12 // At: the hour of a promise about a complaint that was closed
	// StreamMoreWindows and those after it are StreamBought for the second
	// window of the plan and those after it, so that each is read for as long as
	// it is open and no longer.
	StreamMoreWindows Stream = 32
)

// Opening is one moment from which a customer may be due. It follows from the
// customer's summary and the plan alone. Those of StreamBought and of the windows
// after it stay when a call has settled them.
type Opening struct {
	Stream   Stream
	Zone     string // the customer's time zone, "" for the shop's own
	Blocked  bool   // nothing but a change of the customer's record can put them on the list
	At       time.Time
	Value    int64 // the customer's yearly value, minor units
	Customer app.ID
	// Rests is until when their attempts keep the customer off the list; zero if
	// they do not. With it, and with the calls of the last weeks, nobody's summary
	// is read only to find out that they rest.
	Rests time.Time
	// Since is, of StreamShopTalked, the start of the day they last bought.
	Since time.Time
}

// Range is a stretch of one stream: From ≤ At < To, at whole seconds.
type Range struct {
	Stream  Stream
	Zone    string
	Blocked bool
	From    time.Time
	To      time.Time
}
