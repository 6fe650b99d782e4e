package archive

import "ringback.app/app"

// Plan is how the shop goes about its calls, as JSON.
type Plan struct {
	Owner    string   `json:"owner,omitempty"`
	Shop     string   `json:"shop,omitempty"`
	Country  string   `json:"country,omitempty"`
	Currency string   `json:"currency,omitempty"`
	TimeZone string   `json:"time_zone,omitempty"`
	Staff    []string `json:"staff,omitempty"`
	Themes   []string `json:"themes,omitempty"`

	Open     map[string][]Span `json:"open,omitempty"` // by weekday; a shut day is left out
	Holidays []app.Day         `json:"holidays,omitempty"`
	Calling  CallingHours      `json:"calling"`

	Capacity     int                     `json:"capacity"`
	Cooldown     int                     `json:"cooldown"`          // days
	AnswerWithin int                     `json:"answer_within"`     // business minutes
	FixWithin    int                     `json:"fix_within"`        // business days
	CheckAfter   int                     `json:"check_after"`       // days
	Attempts     int                     `json:"attempts"`          // calls to one number
	RestDays     int                     `json:"rest_days"`         // after the last attempt
	Recycle      map[app.Disposition]int `json:"recycle,omitempty"` // days

	Windows   []Window  `json:"windows,omitempty"`
	ItemTags  []ItemTag `json:"item_tags,omitempty"`
	Quiet     Quiet     `json:"quiet"`
	AskWeekly int       `json:"ask_weekly"`
	Thank     Thank     `json:"thank"`

	StaffRemedy  int64      `json:"staff_remedy,omitempty"` // minor units
	OwnerFrom    int64      `json:"owner_from,omitempty"`   // minor units a year
	Direct       string     `json:"direct,omitempty"`
	Standards    []Standard `json:"standards"`                // null: the usual ones
	PassOnWithin int        `json:"pass_on_within,omitempty"` // days
	Charges      []string   `json:"charges"`                  // null: the usual ones
}

// Standard is something the shop wants to be true of itself.
type Standard struct {
	Words   string      `json:"words,omitempty"`
	Measure app.Measure `json:"measure"`
	Within  int         `json:"within,omitempty"` // days
	Theme   string      `json:"theme,omitempty"`
}

// Span is a stretch of a day, from a minute up to and without another.
type Span struct {
	From Minute `json:"from"`
	To   Minute `json:"to"`
}

// CallingHours are when customers may be rung.
type CallingHours struct {
	From Minute   `json:"from"`
	To   Minute   `json:"to"`
	Days Weekdays `json:"days"`
}

// Window is when, in days after it, to ask how a purchase is.
type Window struct {
	Opens  int    `json:"opens"`
	Closes int    `json:"closes"`
	Tag    string `json:"tag,omitempty"`
}

// ItemTag gives a tag to items by the words in their names.
type ItemTag struct {
	Tag   string   `json:"tag"`
	Words []string `json:"words"`
}

// Quiet says when a customer has gone quiet.
type Quiet struct {
	Percent int `json:"percent"`
	MinDays int `json:"min_days"`
}

// Thank says what a customer is thanked for.
type Thank struct {
	Purchases []int `json:"purchases,omitempty"`
	Years     []int `json:"years,omitempty"`
	Days      int   `json:"days"`
}

// PlanOf returns the plan as JSON.
func PlanOf(p app.Plan) Plan {
	open := make(map[string][]Span)
	for day, spans := range p.Open {
		if len(spans) > 0 {
			open[weekdayNames[day]] = all(spans, func(s app.Span) Span { return Span{Minute(s.From), Minute(s.To)} })
		}
	}
	return Plan{
		Owner: p.Owner, Shop: p.Shop, Country: p.Country, Currency: p.Currency, TimeZone: p.TimeZone,
		Staff: p.Staff, Themes: p.Themes, Open: open, Holidays: p.Holidays,
		Calling:  CallingHours{Minute(p.Calling.From), Minute(p.Calling.To), Weekdays(p.Calling.Days)},
		Capacity: p.Capacity, Cooldown: p.Cooldown, AnswerWithin: int(p.AnswerWithin), FixWithin: p.FixWithin,
		CheckAfter: p.CheckAfter, Attempts: p.Attempts, RestDays: p.RestDays, Recycle: p.Recycle,
		Windows:  all(p.Windows, func(w app.Window) Window { return Window(w) }),
		ItemTags: all(p.ItemTags, func(t app.ItemTag) ItemTag { return ItemTag(t) }),
		Quiet:    Quiet(p.Quiet), AskWeekly: p.AskWeekly, Thank: Thank(p.Thank),
		StaffRemedy: p.StaffRemedy, OwnerFrom: p.OwnerFrom, Direct: p.Direct, PassOnWithin: p.PassOnWithin,
		Standards: set(p.Standards, func(s app.Standard) Standard { return Standard(s) }),
		Charges:   p.Charges,
	}
}

// plan returns the plan as the book keeps it.
func (p Plan) plan() (app.Plan, error) {
	var open app.OpeningHours
	for name, spans := range p.Open {
		day, err := weekday(name)
		if err != nil {
			return app.Plan{}, err
		}
		open[day] = all(spans, func(s Span) app.Span { return app.Span{From: app.Minute(s.From), To: app.Minute(s.To)} })
	}
	return app.Plan{
		Owner: p.Owner, Shop: p.Shop, Country: p.Country, Currency: p.Currency, TimeZone: p.TimeZone,
		Staff: p.Staff, Themes: p.Themes, Open: open, Holidays: p.Holidays,
		Calling:  app.CallingHours{From: app.Minute(p.Calling.From), To: app.Minute(p.Calling.To), Days: app.Weekdays(p.Calling.Days)},
		Capacity: p.Capacity, Cooldown: p.Cooldown, AnswerWithin: app.Minute(p.AnswerWithin), FixWithin: p.FixWithin,
		CheckAfter: p.CheckAfter, Attempts: p.Attempts, RestDays: p.RestDays, Recycle: p.Recycle,
		Windows:  all(p.Windows, func(w Window) app.Window { return app.Window(w) }),
		ItemTags: all(p.ItemTags, func(t ItemTag) app.ItemTag { return app.ItemTag(t) }),
		Quiet:    app.QuietRule(p.Quiet), AskWeekly: p.AskWeekly, Thank: app.ThankRule(p.Thank),
		StaffRemedy: p.StaffRemedy, OwnerFrom: p.OwnerFrom, Direct: p.Direct, PassOnWithin: p.PassOnWithin,
		Standards: set(p.Standards, func(s Standard) app.Standard { return app.Standard(s) }),
		Charges:   p.Charges,
	}, nil
}

// set is all, but none that were set stay apart from none set at all.
func set[A, B any](from []A, as func(A) B) []B {
	if from != nil && len(from) == 0 {
		return []B{}
	}
	return all(from, as)
}
