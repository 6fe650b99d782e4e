package main

import (
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// The JSON that several commands print. Its fields are documented in each
// command's --help and are a promise: they are always there, and their meaning
// does not change. Times are RFC 3339 in the shop's zone, days YYYY-MM-DD, money
// is in minor units; what is not known is "", a time that is none is null.

// customerFields are a customer in brief.
type customerFields struct {
	ID        app.ID `json:"id"`
	Name      string `json:"name"`
	Phone     string `json:"phone"` // as dialled; "" if there is none
	Reference string `json:"reference"`
}

func customerInBrief(c app.Customer, number app.Phone) customerFields {
	return customerFields{ID: c.ID, Name: c.Called(), Phone: number.Dialled(), Reference: c.Reference(app.ReferenceShop)}
}

// someNumber is the number to try, or the first one that there is.
func someNumber(c app.Customer) app.Phone {
	if callable := c.Callable(); len(callable) > 0 {
		return callable[0]
	}
	if len(c.Phones) > 0 {
		return c.Phones[0]
	}
	return app.Phone{}
}

// purchaseFields are a purchase in brief.
type purchaseFields struct {
	Day      app.Day  `json:"day"`
	Items    []string `json:"items"`
	Total    int64    `json:"total"`
	Currency string   `json:"currency"`
}

func purchaseInBrief(p app.Purchase) purchaseFields {
	fields := purchaseFields{Day: p.Day, Items: []string{}, Total: p.Total, Currency: p.Currency}
	for _, l := range p.Lines {
		fields.Items = append(fields.Items, l.Item)
	}
	return fields
}

// reasonFields are a reason to call.
type reasonFields struct {
	Kind app.ReasonKind `json:"kind"`
	Text string         `json:"text"`
	Due  *time.Time     `json:"due"`
}

func (s *session) reasonFields(r calllist.Reason) reasonFields {
	return reasonFields{Kind: r.Kind, Text: s.reason(r), Due: s.timeOrNull(r.Due)}
}

func (s *session) reason(r calllist.Reason) string { return s.voice.Reason(r, s.now(), s.zone) }

func (s *session) because(b calllist.Because) string { return s.voice.Because(b, s.now(), s.zone) }

// timeOrNull is the time in the shop's zone, nil for none.
func (s *session) timeOrNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(s.zone)
	return &t
}

// orEmpty is a list that JSON shows as [] when it has nothing in it.
func orEmpty[T any](list []T) []T { return slices.Clip(append([]T{}, list...)) }

// written are the fields of what was put on record.
type written struct {
	ID       app.ID   `json:"id"`
	Batch    app.ID   `json:"batch"`
	Problems []string `json:"problems"`
}
