package settings

import (
	"strconv"
	"strings"

	"ringback.app/app"
)

// Form is the plan as a person types it.
type Form struct {
	Draft string // the key of the draft that saving makes needless, if any

	Owner    string
	Shop     string
	Country  string // its name, or its ISO 3166 code
	Currency string // ISO 4217
	TimeZone string // IANA name; empty: the machine's
	Staff    string // one a line, or parted by commas
	Themes   string // one a line, or parted by commas

	Open        [7]string // of each time.Weekday: "9–17", "9–12, 13–17"; empty: shut
	Holidays    string    // one a line, or parted by commas
	CallingFrom string    // an hour
	CallingTo   string    // an hour
	CallingDays app.Weekdays

	Capacity     string // people a day
	Cooldown     string // days
	AnswerWithin string // business hours, 4 or 4:30
	FixWithin    string // business days
	CheckAfter   string // days
	Attempts     string
	RestDays     string
	Recycle      map[app.Disposition]string // days of rest after an outcome

	Windows      []WindowField
	ItemTags     []ItemTagField
	Charges      string // parted by commas
	QuietPercent string
	QuietDays    string
	AskWeekly    string // people a week
	ThankCounts  string // numbers of purchases, parted by commas
	ThankYears   string // parted by commas
	ThankDays    string

	StaffRemedy  string // money, in Currency; empty: nothing
	OwnerFrom    string // money a year, in Currency; empty: no such rule
	Direct       string
	PassOnWithin string // days
	Standards    []StandardField
}

// StandardField is a standard as a person types it. What its measure does not
// need is passed over.
type StandardField struct {
	Measure app.Measure
	Words   string
	Within  string // days
	Theme   string
}

// WindowField is a window after a purchase as a person types it.
type WindowField struct{ Opens, Closes, Tag string }

// ItemTagField is a tag as a person types it, its words parted by commas.
type ItemTagField struct{ Tag, Words string }

// The fields that errors name. The members of a list are named by FieldAt.
const (
	FieldOwner        = "owner"
	FieldShop         = "shop"
	FieldCountry      = "country"
	FieldCurrency     = "currency"
	FieldTimeZone     = "time-zone"
	FieldStaff        = "staff"
	FieldThemes       = "themes"
	FieldOpen         = "open" // a list by weekday: open.1 is Monday
	FieldHolidays     = "holidays"
	FieldCallingFrom  = "calling-from"
	FieldCallingTo    = "calling-to"
	FieldCallingDays  = "calling-days"
	FieldCapacity     = "capacity"
	FieldCooldown     = "cooldown"
	FieldAnswerWithin = "answer-within"
	FieldFixWithin    = "fix-within"
	FieldCheckAfter   = "check-after"
	FieldAttempts     = "attempts"
	FieldRestDays     = "rest-days"
	FieldRecycle      = "recycle" // by outcome: recycle.no-answer
	FieldWindows      = "windows"
	FieldItemTags     = "item-tags"
	FieldCharges      = "charges"
	FieldQuietPercent = "quiet-percent"
	FieldQuietDays    = "quiet-days"
	FieldAskWeekly    = "ask-weekly"
	FieldThankCounts  = "thank-counts"
	FieldThankYears   = "thank-years"
	FieldThankDays    = "thank-days"
	FieldStaffRemedy  = "staff-remedy"
	FieldOwnerFrom    = "owner-from"
	FieldDirect       = "direct"
	FieldPassOnWithin = "pass-on-within"
	FieldStandards    = "standards"
)

// FieldAt names one member of a list of fields, counted from 0: "windows.1".
func FieldAt(list string, i int) string { return list + "." + strconv.Itoa(i) }

// Recycled lists the outcomes after which a customer rests for a set number of
// days, in the order of their keys.
func Recycled() []app.Disposition {
	return []app.Disposition{app.NoAnswer, app.LeftMessage, app.Busy, app.Declined}
}

// FormOf returns the form that shows the plan.
func FormOf(p app.Plan) Form {
	f := Form{
		Owner: p.Owner, Shop: p.Shop, Country: p.Country, Currency: p.Currency, TimeZone: p.TimeZone,
		Staff: lines(p.Staff), Themes: lines(p.Themes),
		CallingFrom: p.Calling.From.String(), CallingTo: p.Calling.To.String(), CallingDays: p.Calling.Days,
		Capacity: strconv.Itoa(p.Capacity), Cooldown: strconv.Itoa(p.Cooldown),
		AnswerWithin: hours(p.AnswerWithin), FixWithin: strconv.Itoa(p.FixWithin),
		CheckAfter: strconv.Itoa(p.CheckAfter), Attempts: strconv.Itoa(p.Attempts), RestDays: strconv.Itoa(p.RestDays),
		Recycle:      make(map[app.Disposition]string),
		QuietPercent: strconv.Itoa(p.Quiet.Percent), QuietDays: strconv.Itoa(p.Quiet.MinDays),
		AskWeekly:   strconv.Itoa(p.AskWeekly),
		ThankCounts: numbers(p.Thank.Purchases), ThankYears: numbers(p.Thank.Years), ThankDays: strconv.Itoa(p.Thank.Days),
	}
	f.StaffRemedy, f.OwnerFrom = money(p.StaffRemedy, p.Currency), money(p.OwnerFrom, p.Currency)
	f.Direct, f.PassOnWithin = p.Direct, strconv.Itoa(passOnWithin(p))
	f.Standards = standardFields(p)
	for day, spans := range p.Open {
		f.Open[day] = spanned(spans)
	}
	days := make([]string, 0, len(p.Holidays))
	for _, d := range p.Holidays {
		days = append(days, d.String())
	}
	f.Holidays = lines(days)
	for _, outcome := range Recycled() {
		f.Recycle[outcome] = strconv.Itoa(p.Recycle[outcome])
	}
	for _, w := range p.Windows {
		f.Windows = append(f.Windows, WindowField{strconv.Itoa(w.Opens), strconv.Itoa(w.Closes), w.Tag})
	}
	for _, t := range p.ItemTags {
		f.ItemTags = append(f.ItemTags, ItemTagField{t.Tag, strings.Join(t.Words, ", ")})
	}
	f.Charges = strings.Join(p.ChargeNames(), ", ")
	return f
}

func lines(all []string) string { return strings.Join(all, "\n") }

// hours writes business minutes as hours, without minutes where there are none.
func hours(m app.Minute) string {
	if m%60 == 0 {
		return strconv.Itoa(int(m) / 60)
	}
	return strconv.Itoa(int(m)/60) + ":" + strconv.Itoa(int(m)%60/10) + strconv.Itoa(int(m)%10)
}

func numbers(all []int) string {
	texts := make([]string, 0, len(all))
	for _, n := range all {
		texts = append(texts, strconv.Itoa(n))
	}
	return strings.Join(texts, ", ")
}

func spanned(spans []app.Span) string {
	texts := make([]string, 0, len(spans))
	for _, s := range spans {
		texts = append(texts, s.From.String()+"–"+s.To.String())
	}
	return strings.Join(texts, ", ")
}
