package app

import "time"

// Kind is what sort of record something is. The numbers are written in books
// and do not change.
type Kind uint8

// The sorts of record.
const (
	KindCustomer  Kind = 1
	KindPurchase  Kind = 2
	KindCall      Kind = 3
	KindOpinion   Kind = 4
	KindComplaint Kind = 5
	KindPlan      Kind = 6
)

// Record is something the book keeps a history of.
type Record interface {
	// Key says what sort of record it is and which.
	Key() (Kind, ID)
	// Whose is the customer the record is about; zero for the plan.
	Whose() ID
}

// PlanID is the ID of the one plan in a book.
func PlanID() ID { return ID{15: 1} }

func (c Customer) Key() (Kind, ID)  { return KindCustomer, c.ID }
func (p Purchase) Key() (Kind, ID)  { return KindPurchase, p.ID }
func (c Call) Key() (Kind, ID)      { return KindCall, c.ID }
func (o Opinion) Key() (Kind, ID)   { return KindOpinion, o.ID }
func (c Complaint) Key() (Kind, ID) { return KindComplaint, c.ID }
func (p Plan) Key() (Kind, ID)      { return KindPlan, PlanID() }

func (c Customer) Whose() ID  { return c.ID }
func (p Purchase) Whose() ID  { return p.Customer }
func (c Call) Whose() ID      { return c.Customer }
func (o Opinion) Whose() ID   { return o.Customer }
func (c Complaint) Whose() ID { return c.Customer }
func (p Plan) Whose() ID      { return ID{} }

// Change is one record as it shall be, or its removal.
type Change struct {
	Put    Record // the record as it shall be; nil to remove one
	Kind   Kind   // what to remove
	Remove ID
}

// Put returns the change that writes the record, new or not.
func Put(r Record) Change { return Change{Put: r} }

// Remove returns the change that takes a record away.
func Remove(kind Kind, id ID) Change { return Change{Kind: kind, Remove: id} }

// Act is what somebody did: the title of a batch.
type Act string

// The acts.
const (
	ActAddCustomer    Act = "add-customer"
	ActEditCustomer   Act = "edit-customer"
	ActAddPurchase    Act = "add-purchase"
	ActEditPurchase   Act = "edit-purchase"
	ActRemovePurchase Act = "remove-purchase"
	ActLogCall        Act = "log-call"
	ActKeepPromise    Act = "keep-promise"
	ActPutRight       Act = "put-right"
	ActAnswer         Act = "answer"   // whoever complained heard from us
	ActPromise        Act = "promise"  // whoever complained was promised something
	ActGive           Act = "give"     // a remedy was decided on
	ActAllow          Act = "allow"    // the owner allowed a remedy
	ActRefuse         Act = "refuse"   // the owner did not allow a remedy
	ActMark           Act = "mark"     // a complaint was marked as the owner's to call about
	ActUnmark         Act = "unmark"   // it is not the owner's to call about any more
	ActClose          Act = "close"    // a complaint was closed without a call
	ActReopen         Act = "reopen"   // a complaint was not put right after all
	ActComplain       Act = "complain" // an opinion was made a complaint
	ActTakeOpinion    Act = "take-opinion"
	ActEditOpinion    Act = "edit-opinion"
	ActMatchOpinion   Act = "match-opinion" // an opinion was found to be somebody's
	ActPassOn         Act = "pass-on"       // praise was passed on
	ActQuote          Act = "quote"         // leave to quote was noted; in old journals also that it was withdrawn
	ActWithdraw       Act = "withdraw"      // leave to quote was withdrawn
	ActThankYou       Act = "thank-you"     // something small was given
	ActImport         Act = "import"
	ActMerge          Act = "merge" // two customers became one
	ActSample         Act = "sample"
	ActLeaveSample    Act = "leave-sample" // the made-up people were taken out
	ActEditPlan       Act = "edit-plan"
	ActUndo           Act = "undo"
	ActForget         Act = "forget" // a customer was erased, which cannot be undone
	ActStart          Act = "start"  // the first plan of a new book
)

// Batch is one act of one person. All of its changes are written, or none.
type Batch struct {
	ID      ID // zero: the book gives one
	Act     Act
	By      string // who; empty: the owner
	Note    string // what it was done with: a file's name, say
	Changes []Change
	Draft   string // the draft that these changes make needless, if any

	Keep     map[string][]byte  // small values to keep with the changes, as Book.Keep does; not undone with them
	Progress func(part float64) // told now and then how much is written, 0 to 1, on the goroutine of Apply; may be nil
}

// Applied says what became of a batch.
type Applied struct {
	Batch   ID
	Changed int // records that are different now; writing what is there already changes nothing
}

// BatchInfo is a batch as the journal remembers it.
type BatchInfo struct {
	ID      ID        `cbor:"1,keyasint"`
	Act     Act       `cbor:"2,keyasint"`
	By      string    `cbor:"3,keyasint,omitempty"`
	Note    string    `cbor:"4,keyasint,omitempty"`
	At      time.Time `cbor:"5,keyasint"`
	First   uint64    `cbor:"6,keyasint"` // sequence numbers of its entries in the journal
	Last    uint64    `cbor:"7,keyasint"`
	Undoes  ID        `cbor:"8,keyasint,omitzero"` // the batch it undid
	Undone  ID        `cbor:"9,keyasint,omitzero"` // the batch that undid it
	Desktop string    `cbor:"10,keyasint,omitempty"`
}

// Parts tells whether taking the batch back with that undo parted two customers who
// had been one while other things came on record: what is of that time stays with the
// one who was kept, since nobody can tell whose it is.
func (b BatchInfo) Parts(undo BatchInfo) bool {
	return b.Act == ActMerge && undo.First > b.Last+1
}

// Entry is one change in the journal. Before and After are the record then, nil
// where there was none.
type Entry struct {
	Sequence uint64
	At       time.Time
	Desktop  string
	By       string
	Batch    ID
	Act      Act
	Kind     Kind
	ID       ID
	Customer ID
	Before   Record
	After    Record
	Undone   bool // the batch was taken back since
	Undoes   Act  // what an undo is about in the end, past all undos of undos; empty: it is none
	Back     bool // it brought that back

	With string // of a merge, and of what took one back: what the other customer was called; empty: nobody knows
}

// Changed is the event that follows a commit: what a page may have to show
// anew.
type Changed struct {
	Batch     ID
	Act       Act
	Undoes    ID   // the batch that was taken back; zero if none was
	Customers []ID // the customers concerned; nil when they are too many to name
	Plan      bool // the plan changed, and with it everybody's reasons
}
