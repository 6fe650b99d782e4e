package app

import "time"

// Summary is what the call list needs to know of a customer without reading
// everything about them. It follows from the customer's records alone, never
// from the hour, so that it can be kept up to date or made anew at any time.
type Summary struct {
	Reach  Reach   `cbor:"1,keyasint"`
	Buying Buying  `cbor:"2,keyasint"`
	Talk   Contact `cbor:"3,keyasint"`
}

// Reach is whether and where a customer may be rung.
type Reach struct {
	Zone     string      `cbor:"1,keyasint,omitempty"` // IANA name; empty: the shop's
	Numbers  int         `cbor:"2,keyasint,omitempty"` // numbers a call can go to
	Archived bool        `cbor:"3,keyasint,omitempty"`
	Refusals []DoNotCall `cbor:"4,keyasint,omitempty"`
	BestTime BestTime    `cbor:"5,keyasint,omitzero"`
	Keys     []string    `cbor:"6,keyasint,omitempty"` // the numbers as dialled, in order of use
	Thanked  Day         `cbor:"7,keyasint,omitempty"` // when they were last given something for being a customer
}

// Refuses tells whether the customer does not want calls for that purpose.
func (r Reach) Refuses(p Purpose) (DoNotCall, bool) {
	return Customer{DoNotCall: r.Refusals}.Refuses(p)
}

// Buying is what a customer's purchases come to. Purchases given back in full
// do not count; of the others, Recent names what was kept.
type Buying struct {
	Rhythm
	First     Day      `cbor:"3,keyasint,omitempty"`
	Totals    []Money  `cbor:"5,keyasint,omitempty"` // by currency, less what was given back
	YearValue int64    `cbor:"6,keyasint,omitempty"` // minor units of Currency spent in the 365 days up to Last, less what was given back in them or since
	Recent    []Bought `cbor:"8,keyasint,omitempty"` // newest first; see RecentBought
	Dates     Dates    `cbor:"9,keyasint,omitempty"` // the different days they bought on
}

// Rhythm is how often a customer buys. It lies within Buying, under its keys.
type Rhythm struct {
	Count     int `cbor:"1,keyasint,omitempty"`
	Days      int `cbor:"2,keyasint,omitempty"` // different days they bought on
	Last      Day `cbor:"4,keyasint,omitempty"`
	MedianGap int `cbor:"7,keyasint,omitempty"` // half days between buying days; 0 under two of them
}

// Currency is that of YearValue: of the last purchase, "" if there is none.
func (b Buying) Currency() string {
	if len(b.Recent) == 0 {
		return ""
	}
	return b.Recent[0].Currency
}

// RecentBought is how many purchases a summary names each by itself, and
// RecentDays how long before the last one those may lie that it names. No window
// after a purchase closes later than that.
const (
	RecentBought = 8
	RecentDays   = 120
)

// Contact is what a customer's calls, opinions and complaints come to.
type Contact struct {
	Calls      int             `cbor:"1,keyasint,omitempty"`
	LastCall   time.Time       `cbor:"2,keyasint,omitzero"`
	LastResult Disposition     `cbor:"3,keyasint,omitempty"`
	Reached    time.Time       `cbor:"4,keyasint,omitzero"`  // the last call on which we talked or they declined
	Tries      []Try           `cbor:"5,keyasint,omitempty"` // calls since then that did not reach them, oldest first
	Next       *NextStep       `cbor:"6,keyasint,omitempty"` // agreed on in the last call that reached them
	NextAsked  bool            `cbor:"7,keyasint,omitempty"` // they asked for it (call back later), we did not promise it
	NextFrom   time.Time       `cbor:"8,keyasint,omitzero"`  // when that was agreed
	Opinions   int             `cbor:"9,keyasint,omitempty"`
	FirstTold  time.Time       `cbor:"10,keyasint,omitzero"` // the first opinion taken down
	LastTold   time.Time       `cbor:"11,keyasint,omitzero"`
	Kindness   []Kindness      `cbor:"12,keyasint,omitempty"` // praise and leave to quote, oldest first, the last few
	Complaints []OpenComplaint `cbor:"13,keyasint,omitempty"` // oldest first
	FirstAsked time.Time       `cbor:"14,keyasint,omitzero"`  // the first call on which we talked or they declined
	Unhappy    time.Time       `cbor:"15,keyasint,omitzero"`  // their last word was a low score then, or the last complaint that is open came then; that a fix worked is a word too
	Owed       []OwedPromise   `cbor:"16,keyasint,omitempty"` // not kept yet, of complaints that were put right or are over, the oldest complaint first
}

// OwedPromise is something we said we would do by an hour, about a complaint that
// was put right, or is over.
type OwedPromise struct {
	Complaint ID        `cbor:"1,keyasint"`
	Number    int       `cbor:"2,keyasint,omitempty"` // which of the complaint's promises
	What      string    `cbor:"3,keyasint"`
	By        time.Time `cbor:"4,keyasint"`
}

// Try is a call that did not reach the customer.
type Try struct {
	At     time.Time   `cbor:"1,keyasint"`
	Number string      `cbor:"2,keyasint,omitempty"`
	Result Disposition `cbor:"3,keyasint"`
}

// Kindness is something to thank for.
type Kindness struct {
	At    time.Time `cbor:"1,keyasint"`
	Quote bool      `cbor:"2,keyasint,omitempty"` // leave to publish; else praise
	Staff []string  `cbor:"3,keyasint,omitempty"`
}

// OpenComplaint is a complaint that waits for somebody.
type OpenComplaint struct {
	ID       ID        `cbor:"1,keyasint"`
	Received time.Time `cbor:"2,keyasint"`
	Answered time.Time `cbor:"3,keyasint,omitzero"`
	PutRight time.Time `cbor:"4,keyasint,omitzero"`
	Promises []Promise `cbor:"5,keyasint,omitempty"` // those not kept yet
	Wrong    string    `cbor:"6,keyasint,omitempty"`
	// AnswerFrom is as Complaint.AnswerFrom where that is not Received.
	AnswerFrom time.Time `cbor:"7,keyasint,omitzero"`
	ForOwner   bool      `cbor:"8,keyasint,omitempty"`
	Awaits     bool      `cbor:"9,keyasint,omitempty"` // the owner is asked to allow a remedy
	LastTold   time.Time `cbor:"10,keyasint,omitzero"` // as Complaint.LastTold where that is not Received
}
