package exporting

import (
	"cmp"
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// plannedCall is a call that is to be made.
type plannedCall struct {
	who    app.Customer
	due    time.Time
	timed  bool // an hour was named, or chosen for another attempt
	stream calllist.Stream
	asked  bool // the customer asked for it
	agreed bool // with the customer; else it is another attempt
	note   string
	bought []app.Bought
}

// callLength is how long a call takes in a calendar.
const callLength = 15 * time.Minute

// planned writes the calls that are to be made as a calendar.
func (r *Records) planned(ctx context.Context, w io.Writer, s sheet) (int, error) {
	var all []plannedCall
	for calls, err := range r.plannedPages(ctx, s) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return 0, err
		}
		all = append(all, calls...)
	}
	slices.SortFunc(all, func(a, b plannedCall) int {
		return cmp.Or(a.due.Compare(b.due), a.who.ID.Compare(b.who.ID))
	})
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//Ringback//Ringback//EN")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName(oneLine(s.voice.Say("export.subject.planned", nil)))
	for _, call := range all {
		s.addEvent(calendar, call)
	}
	// Written to w itself, it would pass over some errors.
	if _, err := io.WriteString(w, calendar.Serialize(ics.WithNewLineWindows)); err != nil {
		return 0, unwritable(err)
	}
	r.notes.progress(len(all))
	return len(all), nil
}

func (r *Records) plannedPages(ctx context.Context, s sheet) iter.Seq2[[]plannedCall, error] {
	rules := calllist.NewRules(s.plan)
	return byCustomer(ctx, r, s.filter, func(id app.ID) ([]plannedCall, error) { return r.plannedOf(ctx, id, rules, s) })
}

// plannedOf returns the call that is to be made to a customer, if any.
func (r *Records) plannedOf(ctx context.Context, id app.ID, rules *calllist.Rules, s sheet) ([]plannedCall, error) {
	summary, err := r.shop.Summary(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, o := range rules.Openings(id, &summary) {
		if o.Blocked || o.Stream != calllist.StreamPromise && o.Stream != calllist.StreamCallAgain {
			continue
		}
		call := plannedCall{due: o.At, timed: true, stream: o.Stream, bought: summary.Buying.Recent}
		if next := summary.Talk.Next; next != nil && next.At.Truncate(time.Second).Equal(o.At) {
			call.agreed, call.timed, call.note, call.asked = true, next.Timed, next.Note, summary.Talk.NextAsked
		}
		if !call.agreed && call.due.Before(s.now) {
			// Nobody waits for that hour, and the attempt is still to be made.
			call.due, call.timed = s.now, false
		}
		day := app.DayOf(call.due.In(s.zone))
		if day < s.filter.From || !s.filter.To.IsZero() && day > s.filter.To {
			continue
		}
		if call.who, err = r.shop.Customer(ctx, id); err != nil {
			return nil, err
		}
		return []plannedCall{call}, nil
	}
	return nil, nil
}

// addEvent adds a call to a calendar. Its UID stays the same when the call is
// put off, so that a calendar that takes the file again moves it.
func (s sheet) addEvent(calendar *ics.Calendar, call plannedCall) {
	event := calendar.AddEvent(call.who.ID.String() + "@ringback.app")
	event.SetDtStampTime(s.now)
	event.SetClass(ics.ClassificationPrivate)
	if call.timed {
		event.SetStartAt(call.due)
		event.SetEndAt(call.due.Add(callLength))
	} else {
		// A day has no zone: it is the shop's.
		day := app.DayOf(call.due.In(s.zone))
		event.SetAllDayStartAt(day.Start(time.UTC))
		event.SetAllDayEndAt((day + 1).Start(time.UTC))
		event.SetTimeTransparency(ics.TransparencyTransparent)
	}
	name := call.who.Called()
	if name == "" {
		name = s.nameless()
	}
	event.SetSummary(oneLine(s.voice.Say("export.planned.call", app.Args{"Name": name})))
	event.SetDescription(strings.Join(s.described(call), "\n"))
}

func (s sheet) described(call plannedCall) []string {
	key := "again"
	switch {
	case call.asked:
		key = "asked"
	case call.agreed:
		key = "agreed"
	}
	lines := []string{joinedBy(": ", s.voice.Say("export.planned."+key, nil), oneLine(call.note))}
	for i, p := range call.who.Callable() {
		if i < 2 {
			lines = append(lines, oneLine(s.voice.Phone(p, s.plan.Country)))
		}
	}
	for _, b := range call.bought[:min(boughtOnSheet, len(call.bought))] {
		lines = append(lines, oneLine(s.voice.Bought(b)+" ("+b.Day.String()+")"))
	}
	return lines
}

// oneLine keeps text from breaking out of its line of a calendar: the library
// escapes line feeds, and no other control character.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\ufffd"), func(r rune) bool { return r < ' ' || r == 0x7f || r == ' ' }), " ")
}
