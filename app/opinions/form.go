package opinions

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/rating"
)

// Form is an opinion as it is typed.
type Form struct {
	ID       app.ID     `json:"id,omitzero"`       // the opinion to correct; zero: a new one
	Customer app.ID     `json:"customer,omitzero"` // zero: nobody knows whose it is
	Sender   string     `json:"sender,omitempty"`  // who it is from as the card says
	Source   app.Source `json:"source,omitempty"`  // empty: a card
	Said     string     `json:"said,omitempty"`    // the day it was said or written; empty: today
	Rating   string     `json:"rating,omitempty"`  // "9", "9/10", "4/5", "4*"; see rating.Parse
	Words    string     `json:"words,omitempty"`   // theirs, letter by letter
	Themes   []string   `json:"themes,omitempty"`
	Staff    []string   `json:"staff,omitempty"`   // who served them
	Praise   []string   `json:"praise,omitempty"`  // who was praised; they have served them, too
	About    []app.ID   `json:"about,omitempty"`   // the purchases it is about; none: see Desk.Take
	Chosen   bool       `json:"chosen,omitempty"`  // About is what the person chose, also where it is none
	Receipt  string     `json:"receipt,omitempty"` // of the purchase it is about, as the card bears it

	Quote     *QuoteForm     `json:"quote,omitempty"`     // nil: we may not quote it
	Complaint *ComplaintForm `json:"complaint,omitempty"` // nil: nothing is to be put right
	Draft     string         `json:"-"`                   // the draft that saving makes needless
	Kept      time.Time      `json:"kept,omitzero"`       // of a draft: when it was kept
	// Origin is the opinion as the form showed it at first: what is still the same was
	// not touched. Nil: as the book has it when the form is taken.
	Origin *Form `json:"origin,omitempty"`
}

// QuoteForm says what may be published of an opinion.
type QuoteForm struct {
	Words string `json:"words,omitempty"` // a part of theirs; empty: all of them
	Where string `json:"where,omitempty"` // empty: anywhere
	Name  string `json:"name,omitempty"`  // the name to print; empty: none
}

// ComplaintForm says what is to be put right.
type ComplaintForm struct {
	Wrong    string `json:"wrong,omitempty"`    // empty: the words of the opinion
	Wish     string `json:"wish,omitempty"`     // what would put it right, in their eyes
	Promise  string `json:"promise,omitempty"`  // what we promise
	By       string `json:"by,omitempty"`       // until when, as typed
	ForOwner bool   `json:"forOwner,omitempty"` // the owner must call
}

// The fields of a form, as FieldErrors name them.
const (
	FieldCustomer  = "customer"
	FieldSource    = "source"
	FieldReceipt   = "receipt"
	FieldSaid      = "said"
	FieldRating    = "rating"
	FieldWords     = "words"
	FieldThemes    = "themes"
	FieldStaff     = "staff"
	FieldQuote     = "quote"
	FieldWhere     = "where"
	FieldName      = "name"
	FieldWrong     = "wrong"
	FieldWish      = "wish"
	FieldPromise   = "promise"
	FieldBy        = "by"
	FieldComplaint = "complaint"
)

// Sources lists where opinions come from, those typed in most often first.
func Sources() []app.Source {
	return []app.Source{app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb, app.FromCall}
}

// FormOf returns the form that corrects an opinion.
func FormOf(o app.Opinion) Form {
	f := Form{
		ID: o.ID, Customer: o.Customer, Sender: o.Sender, Source: o.Source, Said: o.Said.String(), Rating: rating.Of(o),
		Words: o.Verbatim, Themes: o.Themes, Staff: o.Staff, Praise: o.Praise, About: o.About,
	}
	if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
		f.Quote = &QuoteForm{Words: o.Quote.Words, Where: o.Quote.Where, Name: o.Quote.Name}
	}
	return f
}

// Blank tells whether nothing was typed that is worth keeping. The source and
// the day are those of the card before.
func (f Form) Blank() bool {
	return f.Customer.IsZero() && f.Sender == "" && f.Rating == "" && f.Words == "" &&
		len(f.Themes)+len(f.Staff)+len(f.Praise)+len(f.About) == 0 && f.Quote == nil && f.Complaint == nil
}
