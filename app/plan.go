package app

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ringback.app/app/folding"
)

// Plan is how the shop goes about its calls.
type Plan struct {
	Owner    string   `cbor:"1,keyasint,omitempty"` // the owner's own name, as said in a call
	Shop     string   `cbor:"2,keyasint,omitempty"`
	Country  string   `cbor:"3,keyasint,omitempty"` // ISO 3166 alpha-2, for numbers typed without one
	Currency string   `cbor:"4,keyasint,omitempty"` // ISO 4217
	TimeZone string   `cbor:"5,keyasint,omitempty"` // IANA name; empty: the machine's
	Staff    []string `cbor:"6,keyasint,omitempty"`
	Themes   []string `cbor:"7,keyasint,omitempty"`

	Open     OpeningHours `cbor:"8,keyasint,omitempty"` // complaint clocks run in these only
	Holidays []Day        `cbor:"9,keyasint,omitempty"` // the shop is shut
	Calling  CallingHours `cbor:"10,keyasint"`          // outside them nobody is rung, by the customer's own clock

	Capacity     int                 `cbor:"11,keyasint"` // people on one day's list
	Cooldown     int                 `cbor:"12,keyasint"` // days between two calls nobody asked for
	AnswerWithin Minute              `cbor:"13,keyasint"` // business minutes to the first reply to a complaint
	FixWithin    int                 `cbor:"14,keyasint"` // business days to the fix
	CheckAfter   int                 `cbor:"15,keyasint"` // days from the fix to the call that checks it
	Attempts     int                 `cbor:"16,keyasint"` // calls to one number that nobody answers
	RestDays     int                 `cbor:"17,keyasint"` // after the last attempt
	Recycle      map[Disposition]int `cbor:"18,keyasint,omitempty"`

	Windows   []Window  `cbor:"19,keyasint,omitempty"` // when to ask how a purchase is
	ItemTags  []ItemTag `cbor:"20,keyasint,omitempty"`
	Quiet     QuietRule `cbor:"21,keyasint"`
	AskWeekly int       `cbor:"22,keyasint"` // never-asked customers a week
	Thank     ThankRule `cbor:"23,keyasint"`

	StaffRemedy  int64      `cbor:"24,keyasint,omitempty"` // what staff may spend on a remedy, in minor units
	OwnerFrom    int64      `cbor:"25,keyasint,omitempty"` // complaints of who spends as much a year are the owner's; 0: no such rule
	Direct       string     `cbor:"26,keyasint,omitempty"` // the owner's direct number, as printed on cards
	Standards    []Standard `cbor:"27,keyasint"`           // nil: DefaultStandards
	PassOnWithin int        `cbor:"28,keyasint,omitempty"` // days to pass praise on; 0: DefaultPassOn
	Charges      []string   `cbor:"29,keyasint"`           // what lines that are no goods are called; nil: DefaultCharges
}

// Standard is something the shop wants to be true of itself, in its own words,
// and what tells whether it is.
type Standard struct {
	Words   string  `cbor:"1,keyasint,omitempty"` // empty: the words of the measure
	Measure Measure `cbor:"2,keyasint"`
	Within  int     `cbor:"3,keyasint,omitempty"` // of MeasureAsked, MeasurePassed and MeasureRead: days
	Theme   string  `cbor:"4,keyasint,omitempty"` // of MeasureTheme
}

// Measure is what a standard is measured by.
type Measure string

// The measures. Those of complaints go by the plan's own clocks.
const (
	MeasureAsked    Measure = "asked"    // buyers who were asked within so many days
	MeasureAnswered Measure = "answered" // complaints answered within the plan's hours
	MeasureFixed    Measure = "fixed"    // complaints put right within the plan's days
	MeasurePromises Measure = "promises" // promises kept by their hour
	MeasurePassed   Measure = "passed"   // praise passed on within so many days
	MeasureRead     Measure = "read"     // cards and letters read within so many days of being written
	MeasureTheme    Measure = "theme"    // opinions with a theme that are not unhappy
)

// InDays tells whether the measure needs a number of days.
func (m Measure) InDays() bool {
	return m == MeasureAsked || m == MeasurePassed || m == MeasureRead
}

// DefaultStandards are those of a shop that has set none.
func DefaultStandards() []Standard {
	return []Standard{
		{Measure: MeasureAsked, Within: 15}, {Measure: MeasureAnswered}, {Measure: MeasurePromises},
	}
}

// DefaultPassOn is after how many days praise ought to be passed on.
const DefaultPassOn = 7

// MostAttempts is the most calls to one number that a plan can ask for.
const MostAttempts = 10

// OpeningHours are the hours of each time.Weekday; a shut day has none.
type OpeningHours [7][]Span

// Span is a stretch of a day, from a minute up to and without another.
type Span struct {
	From Minute `cbor:"1,keyasint"`
	To   Minute `cbor:"2,keyasint"`
}

// Window is the stretch of days after a purchase in which a customer is asked
// how it is: from the start of day Opens up to the start of day Closes, which is
// RecentDays at most.
type Window struct {
	Opens  int    `cbor:"1,keyasint"`
	Closes int    `cbor:"2,keyasint"`
	Tag    string `cbor:"3,keyasint,omitempty"` // only for purchases with this tag, in place of the untagged windows
}

// ItemTag gives a tag to every item whose name contains one of the words.
type ItemTag struct {
	Tag   string   `cbor:"1,keyasint"`
	Words []string `cbor:"2,keyasint"`
}

// QuietRule says when a customer has gone quiet: past Percent of their own
// median gap between purchases, and at least MinDays after the last one.
type QuietRule struct {
	Percent int `cbor:"1,keyasint"`
	MinDays int `cbor:"2,keyasint"`
}

// ThankRule says what a customer is thanked for, and for how many days the
// reason stands.
type ThankRule struct {
	Purchases []int `cbor:"1,keyasint,omitempty"` // round numbers of purchases
	Years     []int `cbor:"2,keyasint,omitempty"` // round years since the first one
	Days      int   `cbor:"3,keyasint"`
}

// DefaultPlan is the plan of a new shop. The calling hours come from outside
// and are the caller's to give.
func DefaultPlan(calling CallingHours) Plan {
	weekday := []Span{{From: 9 * 60, To: 17 * 60}}
	return Plan{
		Currency:     "EUR",
		Open:         OpeningHours{nil, weekday, weekday, weekday, weekday, weekday, nil},
		Calling:      calling,
		Capacity:     12,
		Cooldown:     14,
		AnswerWithin: 4 * 60,
		FixWithin:    3,
		CheckAfter:   3,
		Attempts:     3,
		RestDays:     60,
		Recycle:      map[Disposition]int{NoAnswer: 1, Busy: 1, LeftMessage: 3, Declined: 60},
		Windows:      []Window{{Opens: 3, Closes: 15}},
		Quiet:        QuietRule{Percent: 150, MinDays: 30},
		AskWeekly:    5,
		Thank:        ThankRule{Purchases: []int{10, 25, 50, 100}, Years: []int{1, 5, 10, 20}, Days: 14},
	}
}

// IsOwner tells whether that is the owner: nobody is named, or the owner is.
func (p Plan) IsOwner(by string) bool {
	return by == "" || folding.Fold(by) == folding.Fold(p.Owner)
}

// OwnerCalls tells whether the owner must call about complaints of a customer
// who spends as much a year.
func (p Plan) OwnerCalls(yearValue int64) bool { return p.OwnerFrom > 0 && yearValue >= p.OwnerFrom }

// Location returns the shop's time zone, or the machine's where the plan names
// none or one that this machine does not know.
func (p Plan) Location() *time.Location { return Location(p.TimeZone, time.Local) }

// Holiday tells whether the shop is shut all that day.
func (p Plan) Holiday(d Day) bool { return slices.Contains(p.Holidays, d) }

func (p Plan) tagsOf(lines []Line) []string {
	var tags []string
	for _, t := range p.ItemTags {
		if slices.ContainsFunc(lines, t.matches) {
			tags = append(tags, t.Tag)
		}
	}
	return tags
}

func (t ItemTag) matches(l Line) bool {
	item := folding.Fold(l.Item)
	return slices.ContainsFunc(t.Words, func(w string) bool {
		w = folding.Fold(w)
		return w != "" && strings.Contains(item, w)
	})
}

// Clone returns the plan with nothing shared: whoever gets it may change it.
func (p Plan) Clone() Plan {
	p.Staff, p.Themes = slices.Clone(p.Staff), slices.Clone(p.Themes)
	for i, spans := range p.Open {
		p.Open[i] = slices.Clone(spans)
	}
	p.Holidays, p.Recycle = slices.Clone(p.Holidays), maps.Clone(p.Recycle)
	p.Windows, p.ItemTags = slices.Clone(p.Windows), slices.Clone(p.ItemTags)
	for i, tag := range p.ItemTags {
		p.ItemTags[i].Words = slices.Clone(tag.Words)
	}
	p.Thank.Purchases, p.Thank.Years = slices.Clone(p.Thank.Purchases), slices.Clone(p.Thank.Years)
	p.Standards, p.Charges = slices.Clone(p.Standards), slices.Clone(p.Charges)
	return p
}
