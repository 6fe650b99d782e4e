package calling

import (
	"cmp"
	"slices"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/folding"
)

// write makes the changes of a report that was found good.
func (n *note) write() Logged {
	call := app.Call{
		ID: n.ids.Next(), Customer: n.customer.ID, Start: n.Start, End: n.End, By: n.By, Number: n.Number,
		Disposition: n.Disposition, Notes: n.Notes, About: n.about, Reason: n.Reason, Next: n.Next,
		FixWorked: n.worked(n.matter), Anyway: n.Anyway,
	}
	logged := Logged{Call: call.ID, Next: n.Next, There: n.st.There}
	if n.learn() {
		n.changes = append(n.changes, app.Put(n.customer))
	}
	if !n.Opinion.empty() {
		opinion := n.opinion(call.ID)
		logged.Opinion = opinion.ID
		n.changes = append(n.changes, app.Put(opinion))
	}
	changed := n.answer()
	changed = append(changed, n.begin(logged.Opinion, &logged)...)
	call.Complaint = logged.Complaint
	n.changes = append(n.changes, app.Put(call))
	for _, c := range changed {
		n.changes = append(n.changes, app.Put(c))
	}
	return logged
}

// learn puts on the customer's record what the call taught of it, and tells
// whether that was anything.
func (n *note) learn() bool {
	switch n.Disposition {
	case app.WrongNumber:
		return n.unfit(app.UnfitWrong)
	case app.OutOfService:
		return n.unfit(app.UnfitDead)
	case app.DoNotRing:
		purpose := n.refused()
		if slices.ContainsFunc(n.customer.DoNotCall, func(d app.DoNotCall) bool { return d.Purpose == purpose }) {
			return false
		}
		n.customer.DoNotCall = append(slices.Clone(n.customer.DoNotCall), app.DoNotCall{
			Purpose: purpose, Reason: n.Notes, Since: n.day(n.Start),
		})
		return true
	}
	return false
}

// refused is what the customer does not want to be called for.
func (n *note) refused() app.Purpose { return cmp.Or(n.Refuses, app.PurposeAny) }

func (n *note) unfit(why app.UnfitFor) bool {
	i := n.phone(n.Number)
	if i < 0 || n.customer.Phones[i].Unfit != app.FitToCall {
		return false
	}
	n.customer.Phones = slices.Clone(n.customer.Phones)
	n.customer.Phones[i].Unfit = why
	return true
}

// phone returns which of the customer's phones a number is, however it was
// written; -1 if none.
func (n *note) phone(number string) int {
	phones := n.customer.Phones
	i := slices.IndexFunc(phones, func(p app.Phone) bool { return p.Dialled() == number || p.Typed == number })
	if digits := folding.Digits(number); i < 0 && digits != "" {
		i = slices.IndexFunc(phones, func(p app.Phone) bool {
			return folding.Digits(p.Dialled()) == digits || folding.Digits(p.Typed) == digits
		})
	}
	return i
}

func (n *note) opinion(call app.ID) app.Opinion {
	said := n.Opinion
	o := app.Opinion{
		ID: n.ids.Next(), Customer: n.customer.ID, Said: n.day(n.Start), Taken: n.now, Source: app.FromCall,
		Score: said.Score, Stars: said.Stars, Verbatim: said.Verbatim, Themes: said.Themes, Staff: said.Staff, Praise: said.Praised,
		Call: call, About: n.about,
	}
	if said.Quote {
		o.Quote = &app.Quote{Words: said.Verbatim, Name: n.customer.Called(), Since: n.now}
	}
	return o
}

// answer returns the open complaints that the call changed: talking is a reply
// to all of them, and those asked about may have been put right, or not. One
// that was not is open again, and this call its answer.
func (n *note) answer() []app.Complaint {
	var changed []app.Complaint
	for i := range n.complaints {
		c := &n.complaints[i]
		touched := false
		if n.Disposition == app.Talked && c.Answered.IsZero() && n.answers(c) {
			if c.Answered, touched = n.Start, true; c.Received.After(n.Start) {
				c.Answered = c.Received // by another desktop's clock, or while they talked
			}
		}
		if worked := n.worked(c); worked != nil {
			touched = true
			at := n.Start
			if c.PutRight.After(at) { // while they talked
				at = c.PutRight
			}
			if *worked {
				c.Confirmed = at
			} else {
				*c = complaints.Again(*c, at, n.said())
			}
		}
		if c == n.amended() {
			touched = amend(c, n.Complaint) || touched
		}
		if n.Else != nil && n.Else.Of == c.ID {
			touched = amend(c, n.Else) || touched
		}
		if touched {
			changed = append(changed, *c)
		}
	}
	return changed
}

// answers tells whether a talk is a reply to a complaint: they had told us of it by
// the end, or the book has it already though our clock has not come that far, or
// the call was about it. One that is written down later is no reply to what came in
// meanwhile.
func (n *note) answers(c *app.Complaint) bool {
	return !c.Received.After(n.End) || c.Received.After(n.now) || c.ID == n.Case
}

// said returns their words, or else the notes about the call.
func (n *note) said() string {
	if n.Opinion != nil && n.Opinion.Verbatim != "" {
		return n.Opinion.Verbatim
	}
	return n.Notes
}

// promises returns what is promised of it.
func (w *ToPutRight) promises() []app.Promise {
	if w.Promise == "" {
		return nil
	}
	promise := app.Promise{What: w.Promise}
	if !w.By.IsZero() {
		promise.By = whole(w.By)
	}
	return []app.Promise{promise}
}

// begin returns the complaints that the call began, and notes them in what was
// logged. We are talking to them, so they are answered at once. What they spoke
// of, in a word, goes with the first: of one that was open before it is known.
func (n *note) begin(opinion app.ID, logged *Logged) (begun []app.Complaint) {
	add := func(w *ToPutRight, wrong string) app.ID {
		c := app.Complaint{
			ID: n.ids.Next(), Customer: n.customer.ID, Opinion: opinion, Wrong: wrong, Wish: w.Wish,
			Promises: w.promises(), Received: n.Start, Answered: n.Start, ForOwner: w.Serious,
		}
		if n.Opinion != nil && len(begun) == 0 {
			c.Themes = n.Opinion.Themes
		}
		begun = append(begun, c)
		return c.ID
	}
	if n.Complaint != nil && n.amended() == nil {
		logged.Complaint = add(n.Complaint, n.wrong())
	} else if n.matter != nil {
		logged.Complaint = n.matter.ID
	}
	if n.Else != nil && n.Else.Of.IsZero() {
		logged.Else = add(n.Else, n.Else.Wrong)
		if logged.Complaint.IsZero() {
			logged.Complaint = logged.Else
		}
	}
	return begun
}
