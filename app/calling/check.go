package calling

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/texts"
)

// check returns what is wrong with the report, by field.
func (n *note) check() error {
	errs := app.FieldErrors{}
	if !slices.Contains(app.Dispositions(), n.Disposition) {
		errs.Add(FieldDisposition, "error.calling.disposition.unknown", app.Args{"Disposition": string(n.Disposition)})
	}
	if n.Start.After(n.now) {
		errs.Add(FieldStart, "error.calling.start.ahead", nil)
	} else if n.End.Before(n.Start) {
		errs.Add(FieldEnd, "error.calling.end.before-start", nil)
	}
	switch n.Refuses {
	case "":
	case app.PurposeAny, app.PurposeFollowUp, app.PurposeMarketing:
		if n.Disposition != app.DoNotRing {
			errs.Add(FieldRefuses, "error.calling.refuses.outcome", nil)
		}
	default:
		errs.Add(FieldRefuses, "error.calling.refuses.unknown", app.Args{"Purpose": string(n.Refuses)})
	}
	n.checkNext(errs)
	n.checkSaid(errs)
	n.checkToPutRight(errs)
	if guard := n.objection(); guard != "" && n.Anyway == "" {
		errs.Add(FieldAnyway, "error.calling.anyway."+string(guard), app.Args{"Guard": string(guard)})
	}
	return errs.Err()
}

func (n *note) checkNext(errs app.FieldErrors) {
	switch {
	case n.Next == nil:
	case n.Disposition == app.DoNotRing:
		errs.Add(FieldNext, "error.calling.next.refused", nil)
	case n.Next.Timed && !n.Next.At.After(n.now), n.day(n.Next.At) < n.today():
		errs.Add(FieldNext, "error.calling.next.past", nil)
	}
}

func (n *note) checkSaid(errs app.FieldErrors) {
	if n.Opinion == nil {
		return
	}
	said := n.Opinion
	if said.Score != nil && (*said.Score < 0 || *said.Score > app.MaxScore) {
		errs.Add(FieldScore, "error.calling.score.range", app.Args{"Score": *said.Score, "Most": app.MaxScore})
	}
	if said.Stars != nil && (*said.Stars < 1 || *said.Stars > app.MaxStars) {
		errs.Add(FieldStars, "error.calling.stars.range", app.Args{"Stars": *said.Stars, "Most": app.MaxStars})
	}
	if said.Quote && said.Verbatim == "" {
		errs.Add(FieldQuote, "error.calling.quote.nothing", nil)
	}
	if !n.Disposition.Reached() && !said.empty() {
		errs.Add(FieldSaid, "error.calling.said.unreached", nil)
	}
}

func (n *note) checkToPutRight(errs app.FieldErrors) {
	n.checkFixes(errs)
	if n.Complaint != nil {
		n.checkOf(errs)
		known := !n.Complaint.Of.IsZero() || n.amended() != nil || n.wrong() != ""
		n.checkWanted(errs, *n.Complaint, known, wantedFields{FieldWrong, FieldPromise, FieldBy})
	}
	if n.Else != nil {
		n.checkElse(errs)
		n.checkWanted(errs, *n.Else, !n.Else.Of.IsZero() || n.Else.Wrong != "", wantedFields{FieldElseWrong, FieldElsePromise, FieldElseBy})
	}
}

// wantedFields are what FieldErrors call the fields of a ToPutRight.
type wantedFields struct{ wrong, promise, by string }

// checkWanted checks what is to be put right, where it is known or not what that
// is.
func (n *note) checkWanted(errs app.FieldErrors, wanted ToPutRight, known bool, fields wantedFields) {
	if !n.Disposition.Reached() {
		errs.Add(fields.wrong, "error.calling.complaint.unreached", nil)
	}
	if !known {
		errs.Add(fields.wrong, "error.calling.complaint.empty", nil)
	}
	if wanted.By.IsZero() {
		return
	}
	if wanted.Promise == "" {
		errs.Add(fields.promise, "error.calling.promise.empty", nil)
	}
	if wanted.By.Before(n.now) {
		errs.Add(fields.by, "error.calling.promise.past", nil)
	}
}

// wrong returns what went wrong, in the customer's words.
func (n *note) wrong() string {
	if n.Complaint.Wrong == "" && n.Opinion != nil {
		return n.Opinion.Verbatim
	}
	return n.Complaint.Wrong
}

// objection returns the guard for which a reason to call anyway is needed, ""
// if there is none. What was agreed on, complaints and further attempts need
// none, nor does a report that does not say at what hour the call was made need
// one for the hour. That the day's list is full is no guard here: nothing speaks
// against calling one more, and Standing does not name it.
func (n *note) objection() calllist.Guard {
	because := n.st.Because
	switch {
	case because == nil:
	case len(n.st.Reasons) > 0 && n.st.Reasons[0].Kind <= app.CallAgain:
	case because.Guard == calllist.GuardCooldown && n.st.Pursued:
	case because.Guard == calllist.GuardQuiet && !n.hourKnown:
	default:
		return because.Guard
	}
	return ""
}

func (s *Said) empty() bool {
	return s == nil || s.Score == nil && s.Stars == nil && s.Verbatim == "" && !s.Quote &&
		len(s.Themes)+len(s.Staff)+len(s.Praised) == 0
}

// tidied returns the report with its texts trimmed and its times cut to the
// second; the caller's own is left alone.
func tidied(r Report) Report {
	r.By, r.Number, r.Notes, r.Anyway = texts.OneLine(r.By), texts.OneLine(r.Number), texts.ManyLines(r.Notes), texts.ManyLines(r.Anyway)
	if !r.Start.IsZero() {
		r.Start = whole(r.Start)
	}
	if !r.End.IsZero() {
		r.End = whole(r.End)
	}
	if r.Next != nil {
		next := *r.Next
		next.Note = texts.ManyLines(next.Note)
		r.Next = &next
	}
	r.Fixes = slices.Clone(r.Fixes)
	if r.Opinion != nil {
		said := *r.Opinion
		said.Verbatim = texts.ManyLines(said.Verbatim)
		said.Themes, said.Staff, said.Praised = tidyAll(said.Themes), tidyAll(said.Staff), tidyAll(said.Praised)
		r.Opinion = &said
	}
	r.Complaint, r.Else = r.Complaint.tidied(), r.Else.tidied()
	return r
}

func (w *ToPutRight) tidied() *ToPutRight {
	if w == nil {
		return nil
	}
	wanted := *w
	wanted.Wrong, wanted.Wish, wanted.Promise = texts.ManyLines(w.Wrong), texts.ManyLines(w.Wish), texts.ManyLines(w.Promise)
	return &wanted
}

// tidyAll leaves out what is empty or comes twice.
func tidyAll(names []string) []string {
	var tidied []string
	for _, n := range names {
		if n = texts.OneLine(n); n != "" && !slices.Contains(tidied, n) {
			tidied = append(tidied, n)
		}
	}
	return tidied
}
