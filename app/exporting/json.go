package exporting

import (
	"encoding/json"
	"io"
	"time"

	"ringback.app/app"
)

// noteJSON is a call note as scripts get it. The fields are a promise: they do
// not change meaning. Times are RFC 3339 by the shop's clock, days YYYY-MM-DD,
// money in minor units.
type noteJSON struct {
	ID          app.ID          `json:"id"`
	Start       time.Time       `json:"start"`
	End         *time.Time      `json:"end,omitempty"`
	Customer    customerJSON    `json:"customer"`
	By          string          `json:"by,omitempty"`
	Number      string          `json:"number,omitempty"`
	Disposition app.Disposition `json:"disposition"`
	Reason      string          `json:"reason,omitempty"`
	Notes       string          `json:"notes,omitempty"`
	Anyway      string          `json:"anyway,omitempty"`
	FixWorked   *bool           `json:"fix_worked,omitempty"`
	Purchases   []purchaseJSON  `json:"purchases,omitempty"`
	Opinion     *opinionJSON    `json:"opinion,omitempty"`
	Complaint   *complaintJSON  `json:"complaint,omitempty"`
	Others      []complaintJSON `json:"other_complaints,omitempty"` // spoken of in the same call
	Next        *nextJSON       `json:"next,omitempty"`
}

type customerJSON struct {
	ID        app.ID `json:"id"`
	Name      string `json:"name,omitempty"`
	Firm      string `json:"firm,omitempty"`
	Reference string `json:"reference,omitempty"`
}

type purchaseJSON struct {
	ID       app.ID     `json:"id"`
	Day      app.Day    `json:"day"`
	Receipt  string     `json:"receipt,omitempty"`
	Items    []itemJSON `json:"items,omitempty"`
	Total    int64      `json:"total"`
	Currency string     `json:"currency,omitempty"`
}

type itemJSON struct {
	Item     string  `json:"item"`
	Quantity float64 `json:"quantity"`
	Amount   int64   `json:"amount"`
}

type opinionJSON struct {
	ID       app.ID   `json:"id"`
	Said     app.Day  `json:"said"`
	Score    *int     `json:"score,omitempty"`
	Verbatim string   `json:"verbatim,omitempty"`
	Themes   []string `json:"themes,omitempty"`
	Staff    []string `json:"staff,omitempty"`
	Praise   []string `json:"praise,omitempty"`
	Quote    bool     `json:"quote"` // they may be quoted today
}

type complaintJSON struct {
	ID       app.ID        `json:"id"`
	Opened   bool          `json:"opened"` // in this call; else the call was about it
	Wrong    string        `json:"wrong,omitempty"`
	Wish     string        `json:"wish,omitempty"`
	Promises []promiseJSON `json:"promises,omitempty"`
	Open     bool          `json:"open"`
	// FixWorked is what they said in this call of what was put right, if asked.
	FixWorked *bool `json:"fix_worked,omitempty"`
}

type promiseJSON struct {
	What string     `json:"what"`
	By   *time.Time `json:"by,omitempty"`
	Kept *time.Time `json:"kept,omitempty"`
}

type nextJSON struct {
	At    time.Time `json:"at"`
	Timed bool      `json:"timed"`
	Note  string    `json:"note,omitempty"`
}

type jsonNotes struct {
	sheet
	out *json.Encoder
}

func newJSON(s sheet, w io.Writer) *jsonNotes {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &jsonNotes{sheet: s, out: out}
}

func (j *jsonNotes) begin() error { return nil }

func (j *jsonNotes) end(Count) error { return nil }

func (j *jsonNotes) record(n Note) error {
	c := n.Call
	line := noteJSON{
		ID: c.ID, Start: c.Start.In(j.zone), End: j.moment(c.End),
		Customer: customerOf(n.Customer),
		By:       j.by(c), Number: c.Number, Disposition: c.Disposition, Reason: c.Reason.String(),
		Notes: c.Notes, Anyway: c.Anyway, FixWorked: c.FixWorked,
		Opinion: opinionOf(n),
	}
	if n.Complaint != nil {
		spoken := j.complaintOf(*n.Complaint, n.Opened, c)
		line.Complaint = &spoken
	}
	for _, other := range n.Others {
		line.Others = append(line.Others, j.complaintOf(other.Complaint, other.Opened, c))
	}
	for _, p := range n.About {
		line.Purchases = append(line.Purchases, purchaseOf(p))
	}
	if c.Next != nil {
		line.Next = &nextJSON{At: c.Next.At.In(j.zone), Timed: c.Next.Timed, Note: c.Next.Note}
	}
	return unwritable(j.out.Encode(line))
}

func (j *jsonNotes) moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(j.zone)
	return &t
}

func purchaseOf(p app.Purchase) purchaseJSON {
	out := purchaseJSON{ID: p.ID, Day: p.Day, Receipt: p.Receipt, Total: p.Total, Currency: p.Currency}
	for _, l := range p.Lines {
		out.Items = append(out.Items, itemJSON{l.Item, float64(l.Quantity) / float64(app.One), l.Amount})
	}
	return out
}

func opinionOf(n Note) *opinionJSON {
	if n.Opinion == nil {
		return nil
	}
	o := n.Opinion
	return &opinionJSON{
		ID: o.ID, Said: o.Said, Score: o.Score, Verbatim: o.Verbatim, Themes: o.Themes,
		Staff: o.Staff, Praise: o.Praise, Quote: quotable(*o),
	}
}

func (j *jsonNotes) complaintOf(c app.Complaint, opened bool, in app.Call) complaintJSON {
	out := complaintJSON{ID: c.ID, Opened: opened, Wrong: c.Wrong, Wish: c.Wish, Open: c.Open()}
	if worked, asked := c.FixIn(in); asked {
		out.FixWorked = &worked
	}
	for _, p := range c.Promises {
		out.Promises = append(out.Promises, promiseJSON{What: p.What, By: j.moment(p.By), Kept: j.moment(p.Kept)})
	}
	return out
}
