package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/complaints"
	"ringback.app/app/folding"
	"ringback.app/app/rating"
	"ringback.app/app/when"
	"ringback.app/data"
)

// logCommand puts a call on record.
type logCommand struct {
	ID string `arg:"" name:"id"`

	Outcome string   `required:"" placeholder:"OUTCOME"`
	Score   score    `placeholder:"N"`
	Said    string   `placeholder:"TEXT"`
	Theme   []string `placeholder:"T"`
	Staff   []string `placeholder:"NAME"`
	Praise  []string `placeholder:"NAME"`
	Quote   bool
	Notes   string `placeholder:"TEXT"`
	Next    string `placeholder:"DAY"`
	About   string `placeholder:"TEXT"`

	Complaint  bool
	ForOwner   bool
	Wrong      string      `placeholder:"TEXT"`
	Wish       string      `placeholder:"TEXT"`
	Promise    string      `placeholder:"TEXT"`
	PromisedBy string      `placeholder:"DAY"`
	FixWorked  []fixWorked `placeholder:"YES|NO"`
	Which      app.ID      `placeholder:"COMPLAINT"`
	Else       string      `placeholder:"TEXT"`

	Refuses string `placeholder:"PURPOSE"`
	Anyway  string `placeholder:"REASON"`
	Number  string `placeholder:"NUMBER"`
	Start   string `placeholder:"TIME"`
	End     string `placeholder:"TIME"`
	By      byName `placeholder:"NAME"`
}

type loggedFields struct {
	ID        app.ID `json:"id"` // of the call
	Batch     app.ID `json:"batch"`
	Opinion   app.ID `json:"opinion"`
	Complaint app.ID `json:"complaint"`
	Else      app.ID `json:"else"`

	Next       *time.Time `json:"next"`        // as it was understood, or planned where no time was named
	PromisedBy *time.Time `json:"promised_by"` // likewise
	Refused    []app.ID   `json:"refused"`     // who may be the same, and is not called either
}

func (c *logCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	report, err := c.report(s, book)
	if err != nil {
		return err
	}
	logged, err := calling.New(book, s.clock, s.ids).Log(s.ctx, report)
	if err != nil {
		return err
	}
	who, err := book.Customer(s.ctx, report.Customer)
	if err != nil {
		return err
	}
	if digits := folding.Digits(c.Number); digits != "" && !slices.ContainsFunc(who.Phones, func(p app.Phone) bool {
		return folding.Digits(p.Typed) == digits || folding.Digits(p.E164) == digits
	}) {
		key := "command.log.strange-number"
		if r := report.Disposition; r == app.WrongNumber || r == app.OutOfService {
			key = "command.log.strange-number.unfit"
		}
		s.complain(s.say(key, app.Args{"Number": c.Number, "Name": s.headOf(who)}))
	}
	if s.asJSON {
		fields := loggedFields{ID: logged.Call, Batch: logged.Batch, Opinion: logged.Opinion, Complaint: logged.Complaint, Else: logged.Else, Refused: []app.ID{}}
		if logged.Next != nil {
			fields.Next = s.timeOrNull(logged.Next.At)
		}
		if report.Complaint != nil {
			fields.PromisedBy = s.timeOrNull(report.Complaint.By)
		}
		for _, other := range logged.Refused {
			fields.Refused = append(fields.Refused, other.ID)
		}
		s.out.json(fields)
		return nil
	}
	done := "command.log.done"
	if report.Complaint != nil || report.Else != nil {
		done = "command.log.done.complaint"
	}
	s.out.line(s.say(done, app.Args{"Name": s.headOf(who), "Outcome": s.voice.Disposition(report.Disposition)}))
	if others := s.voice.AlsoRefused(logged.Refused); others != "" {
		s.out.line(others)
	}
	plan, err := book.Plan(s.ctx)
	if err != nil {
		return err
	}
	s.tellTimes(report, logged, plan)
	return nil
}

// tellTimes says how the days and hours to come were understood, and when the next
// call is where no time was named.
func (s *session) tellTimes(r calling.Report, logged calling.Logged, plan app.Plan) {
	now := s.now()
	if next := cmp.Or(r.Next, logged.Next); next != nil {
		s.out.line(s.say("command.log.next", app.Args{"When": s.voice.Agreed(*next, plan, logged.There, now)}))
	}
	if r.Complaint != nil && !r.Complaint.By.IsZero() {
		s.out.line(s.say("command.log.promised", app.Args{"When": s.voice.Moment(r.Complaint.By, now)}))
	}
}

// report is the call as the flags tell it.
func (c *logCommand) report(s *session, book *data.Book) (calling.Report, error) {
	who, err := s.who(book, c.ID)
	if err != nil {
		return calling.Report{}, err
	}
	r := calling.Report{
		Customer: who.ID, By: string(c.By), Number: c.Number, Disposition: app.Disposition(c.Outcome), Notes: c.Notes,
		Anyway: c.Anyway, Refuses: app.Purpose(c.Refuses), Case: c.Which,
	}
	for _, fix := range c.FixWorked {
		r.Fixes = append(r.Fixes, calling.Fix(fix))
	}
	if c.Else != "" {
		r.Else = &calling.ToPutRight{Wrong: c.Else}
	}
	if r.Start, err = s.point(c.Start); err != nil {
		return r, err
	}
	if r.End, err = s.point(c.End); err != nil {
		return r, err
	}
	if c.Next != "" {
		next, err := when.Parse(c.Next, s.reading(when.OnlyAhead))
		if err != nil {
			return r, usageError{err}
		}
		r.Next = &app.NextStep{At: next.In(s.zone), Timed: next.Timed, Note: c.About}
	}
	if c.Score != (score{}) || c.Said != "" || c.Quote || len(c.Theme)+len(c.Staff)+len(c.Praise) > 0 {
		r.Opinion = &calling.Said{
			Score: c.Score.Score, Stars: c.Score.Stars, Verbatim: c.Said, Themes: c.Theme,
			Staff: c.Staff, Praised: c.Praise, Quote: c.Quote,
		}
	}
	if c.Complaint || c.ForOwner || c.Wrong != "" || c.Wish != "" || c.Promise != "" || c.PromisedBy != "" {
		r.Complaint = &calling.ToPutRight{Wrong: c.Wrong, Wish: c.Wish, Promise: c.Promise, Serious: c.ForOwner}
		if c.PromisedBy != "" {
			by, err := when.Parse(c.PromisedBy, s.reading(when.OnlyAhead))
			if err != nil {
				return r, usageError{err}
			}
			plan, err := book.Plan(s.ctx)
			if err != nil {
				return r, err
			}
			r.Complaint.By = complaints.EndOf(by, plan)
		}
	}
	return r, nil
}

// point reads a point in time that has gone by: RFC 3339, or as people type it.
// None is the zero time.
func (s *session) point(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	m, err := when.Parse(text, s.reading(when.OnlyBehind))
	if err != nil {
		return time.Time{}, usageError{err}
	}
	return m.In(s.zone), nil
}

// score is what --score takes: a score, or stars.
type score rating.Rating

// UnmarshalText reads a whole number, or stars as 4/5; what is too much of a
// score is for the shop to say.
func (n *score) UnmarshalText(text []byte) error {
	if strings.ContainsAny(string(text), "/*★") {
		given, err := rating.Parse(string(text))
		*n = score(given)
		return err
	}
	read, err := strconv.Atoi(string(text))
	if err != nil {
		return &app.Error{
			Code: app.CodeInvalid, Key: "error.command.score",
			Args: app.Args{"Text": string(text), "Most": app.MaxScore},
		}
	}
	n.Score = &read
	return nil
}

// fixWorked is what --fix-worked takes.
type fixWorked calling.Fix

// UnmarshalText reads yes or no, of one of several after its complaint and "=".
func (f *fixWorked) UnmarshalText(text []byte) error {
	complaint, answer, named := strings.Cut(string(text), "=")
	if named {
		id, err := app.ParseID(complaint)
		if err != nil {
			return err
		}
		f.Complaint = id
	} else {
		answer = complaint
	}
	switch answer {
	case "yes":
		f.Worked = true
	case "no":
		f.Worked = false
	default:
		return &app.Error{Code: app.CodeInvalid, Key: "error.command.yes-no", Args: app.Args{"Text": answer}}
	}
	return nil
}
