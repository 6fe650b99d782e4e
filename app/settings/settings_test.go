package settings_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

var now = time.Date(2026, 11, 22, 10, 30, 0, 0, time.UTC)

// book is a book that holds a plan and customers.
type book struct {
	plan       app.Plan
	customers  []app.Customer
	purchases  []app.Purchase
	complaints []app.Complaint
	batches    []app.Batch
	kept       map[string][]byte
}

func (b *book) Keep(_ context.Context, key string, value []byte) error {
	b.kept[key] = value
	return nil
}

func (b *book) Kept(_ context.Context, key string) ([]byte, error) { return b.kept[key], nil }

func (b *book) Drop(_ context.Context, key string) error {
	delete(b.kept, key)
	return nil
}

func (b *book) Customers(_ context.Context, yield func(app.Listed) bool) error {
	for _, c := range b.customers {
		l := app.Listed{ID: c.ID}
		if len(c.Phones) > 0 {
			l.Phone = c.Phones[0].Typed
		}
		if !yield(l) {
			break
		}
	}
	return nil
}

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	for _, c := range b.customers {
		if c.ID == id {
			return c, nil
		}
	}
	return app.Customer{}, &app.Error{Code: app.CodeNotFound}
}

func (b *book) PurchasesIn(_ context.Context, currency string, yield func(app.Purchase) bool) error {
	for _, p := range b.purchases {
		if p.Currency == currency && !yield(p) {
			break
		}
	}
	return nil
}

func (b *book) ComplaintsBetween(_ context.Context, _, _ time.Time, yield func(app.Complaint) bool) error {
	for _, c := range b.complaints {
		if !yield(c) {
			break
		}
	}
	return nil
}

func (b *book) Plan(context.Context) (app.Plan, error) { return b.plan, nil }

func (b *book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return b.Apply(ctx, batch)
}

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	b.batches = append(b.batches, batch)
	b.plan = batch.Changes[0].Put.(app.Plan)
	return app.Applied{Changed: 1}, nil
}

func english(t *testing.T) *wording.Voice {
	t.Helper()
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return catalogue.In("en")
}

func desk(t *testing.T) (*book, *settings.Desk) {
	t.Helper()
	shipped, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		t.Fatal(err)
	}
	plan := settings.NewPlan(settings.Machine{Locales: []string{"en_GB.UTF-8"}, Zones: []string{"Europe/London"}}, shipped.Hours, english(t))
	b := &book{plan: plan, kept: make(map[string][]byte)}
	typing := when.Typing{Words: when.WordsOf(english(t))}
	return b, settings.New(b, func() time.Time { return now }, typing)
}

func form(t *testing.T, d *settings.Desk) settings.Form {
	t.Helper()
	f, err := d.Form(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAFormThatNobodyTouchedChangesNothing(t *testing.T) {
	b, d := desk(t)
	b.plan.Staff = []string{"Mo", "Aino"}
	b.plan.Holidays = []app.Day{app.NewDay(1850, 1, 1), app.NewDay(2020, 12, 25), app.NewDay(2026, 12, 25)}
	b.plan.ItemTags = []app.ItemTag{{Tag: "bed", Words: []string{"bed", "mattress"}}}
	b.plan.Windows = append(b.plan.Windows, app.Window{Opens: 60, Closes: 75, Tag: "bed"})
	b.plan.AnswerWithin = 4*60 + 5
	b.plan.Open[2] = []app.Span{{From: 9 * 60, To: 12 * 60}, {From: 13 * 60, To: 24 * 60}}
	b.plan.Recycle[app.CallBack] = 2
	want := b.plan
	got, err := d.Check(t.Context(), form(t, d))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("became\n%+v (%v)\nwas\n%+v", got, err, want)
	}
}

func TestWhatTheOwnerTypesBecomesThePlanInOneBatch(t *testing.T) {
	b, d := desk(t)
	f := form(t, d)
	f.Owner, f.Shop, f.Country, f.Currency, f.TimeZone = "Jim", "Care Co", "Finland", "eur", "Europe/Helsinki"
	f.Staff = "Mo, Aino\nMo"
	f.Open[time.Saturday] = "13 - 15, 10–12:30"
	f.Open[time.Monday] = ""
	f.Holidays = "25 dec, 24.12.\n2027-01-01"
	f.CallingFrom, f.CallingTo, f.CallingDays = "10", "7pm", app.DaysOf(time.Monday, time.Friday)
	f.AnswerWithin, f.Capacity = "1:30", " 20 "
	f.Recycle[app.NoAnswer] = "2"
	f.ItemTags = []settings.ItemTagField{{Tag: "bed", Words: "bed, mattress"}, {}}
	f.Windows = []settings.WindowField{{Opens: "2", Closes: "9"}, {Opens: "2", Closes: "5", Tag: "bed"}, {}}
	f.ThankCounts = "50, 5"
	f.Draft = "draft/plan"
	if _, err := d.Save(t.Context(), f, "Mo"); err != nil {
		t.Fatal(err)
	}
	p := b.plan
	want := p
	want.Owner, want.Shop, want.Country, want.Currency, want.TimeZone = "Jim", "Care Co", "FI", "EUR", "Europe/Helsinki"
	want.Staff = []string{"Mo", "Aino"}
	want.Open[time.Saturday] = []app.Span{{From: 600, To: 750}, {From: 780, To: 900}}
	want.Open[time.Monday] = nil
	want.Holidays = []app.Day{app.NewDay(2026, 12, 24), app.NewDay(2026, 12, 25), app.NewDay(2027, 1, 1)}
	want.Calling = app.CallingHours{From: 600, To: 19 * 60, Days: app.DaysOf(time.Monday, time.Friday)}
	want.AnswerWithin, want.Capacity = 90, 20
	want.Recycle = map[app.Disposition]int{app.NoAnswer: 2, app.Busy: 1, app.LeftMessage: 3, app.Declined: 60}
	want.ItemTags = []app.ItemTag{{Tag: "bed", Words: []string{"bed", "mattress"}}}
	want.Windows = []app.Window{{Opens: 2, Closes: 9}, {Opens: 2, Closes: 5, Tag: "bed"}}
	want.Thank.Purchases = []int{5, 50}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("plan is\n%+v\nwant\n%+v", p, want)
	}
	batch := b.batches[0]
	if len(b.batches) != 1 || batch.Act != app.ActEditPlan || batch.By != "Mo" || batch.Draft != "draft/plan" || len(batch.Changes) != 1 {
		t.Errorf("wrote %+v", b.batches)
	}
}

func TestWhatIsWrongWithThePlanIsToldByField(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*settings.Form)
		want  map[string]string
	}{
		"no such country":      {func(f *settings.Form) { f.Country = "Atlantis" }, map[string]string{"country": "error.settings.country"}},
		"no such currency":     {func(f *settings.Form) { f.Currency = "" }, map[string]string{"currency": "error.settings.currency"}},
		"no such zone":         {func(f *settings.Form) { f.TimeZone = "Local" }, map[string]string{"time-zone": "error.settings.time-zone"}},
		"words for a number":   {func(f *settings.Form) { f.Capacity = "a dozen" }, map[string]string{"capacity": "error.settings.number"}},
		"nobody a day":         {func(f *settings.Form) { f.Capacity = "0" }, map[string]string{"capacity": "error.settings.number"}},
		"less than no days":    {func(f *settings.Form) { f.Cooldown = "-1" }, map[string]string{"cooldown": "error.settings.number"}},
		"an answer at once":    {func(f *settings.Form) { f.AnswerWithin = "0" }, map[string]string{"answer-within": "error.settings.answer-within"}},
		"quiet before the gap": {func(f *settings.Form) { f.QuietPercent = "90" }, map[string]string{"quiet-percent": "error.settings.number"}},
		"hours without an end": {func(f *settings.Form) { f.Open[1] = "9" }, map[string]string{"open.1": "error.settings.open.span"}},
		"no hour":              {func(f *settings.Form) { f.Open[1] = "nine–five" }, map[string]string{"open.1": "error.when.hour"}},
		"hours backwards":      {func(f *settings.Form) { f.Open[1] = "17–9" }, map[string]string{"open.1": "error.settings.open.order"}},
		"opens as it shuts":    {func(f *settings.Form) { f.Open[1] = "9–9" }, map[string]string{"open.1": "error.settings.open.same"}},
		"hours twice":          {func(f *settings.Form) { f.Open[1] = "9–12, 11–17" }, map[string]string{"open.1": "error.settings.open.overlap"}},
		"never open":           {func(f *settings.Form) { f.Open = [7]string{} }, map[string]string{"open.1": "error.settings.open.never"}},
		"calls backwards":      {func(f *settings.Form) { f.CallingFrom = "21" }, map[string]string{"calling-to": "error.settings.calling.order"}},
		"calls past midnight":  {func(f *settings.Form) { f.CallingFrom, f.CallingTo = "18", "1" }, map[string]string{"calling-to": "error.settings.calling.night"}},
		"calls to the evening by a clock of twelve": {func(f *settings.Form) { f.CallingFrom, f.CallingTo = "9", "5" }, map[string]string{"calling-to": "error.settings.calling.night"}},
		"calls in no time":                          {func(f *settings.Form) { f.CallingTo = f.CallingFrom }, map[string]string{"calling-to": "error.settings.calling.same"}},
		"a window of no days": {
			func(f *settings.Form) { f.Windows = []settings.WindowField{{Opens: "3", Closes: "3"}} },
			map[string]string{"windows.0": "error.settings.windows.same"},
		},
		"calls on no day": {func(f *settings.Form) { f.CallingDays = 0 }, map[string]string{"calling-days": "error.settings.calling.never"}},
		"no such holiday": {func(f *settings.Form) { f.Holidays = "31.2." }, map[string]string{"holidays": "error.when.none"}},
		"no day at all":   {func(f *settings.Form) { f.Holidays = "Christmas" }, map[string]string{"holidays": "error.settings.holiday.unreadable"}},
		"days in a row that end before they begin": {func(f *settings.Form) { f.Holidays = "2026-12-26 – 2026-12-24" }, map[string]string{"holidays": "error.settings.holiday.row"}},
		"a year in a row":                          {func(f *settings.Form) { f.Holidays = "2027-01-01 – 2027-12-31" }, map[string]string{"holidays": "error.settings.holiday.row"}},
		"hours past midnight":                      {func(f *settings.Form) { f.Open[1] = "22–2" }, map[string]string{"open.1": "error.settings.open.night"}},
		"a holiday's hour":                         {func(f *settings.Form) { f.Holidays = "24.12. 15:00" }, map[string]string{"holidays": "error.when.day.hour"}},
		"a window backwards": {
			func(f *settings.Form) { f.Windows = []settings.WindowField{{Opens: "9", Closes: "3"}} },
			map[string]string{"windows.0": "error.settings.windows.order"},
		},
		"a window over another": {
			func(f *settings.Form) {
				f.Windows = []settings.WindowField{{Opens: "3", Closes: "15"}, {Opens: "14", Closes: "20"}}
			},
			map[string]string{"windows.1": "error.settings.windows.overlap"},
		},
		"a window for nothing": {
			func(f *settings.Form) { f.Windows = []settings.WindowField{{Opens: "3", Closes: "15", Tag: "bed"}} },
			map[string]string{"windows.0": "error.settings.windows.tag"},
		},
		"a tag without words": {
			func(f *settings.Form) { f.ItemTags = []settings.ItemTagField{{Tag: "bed"}} },
			map[string]string{"item-tags.0": "error.settings.item-tag.half"},
		},
		"a tag twice": {
			func(f *settings.Form) {
				f.ItemTags = []settings.ItemTagField{{Tag: "bed", Words: "bed"}, {Tag: "bed", Words: "cot"}}
			},
			map[string]string{"item-tags.1": "error.settings.item-tag.twice"},
		},
		"a name without end": {func(f *settings.Form) { f.Owner = strings.Repeat("å", 201) }, map[string]string{"owner": "error.settings.long"}},
		"no round number":    {func(f *settings.Form) { f.ThankYears = "1, many" }, map[string]string{"thank-years": "error.settings.number"}},
	} {
		t.Run(name, func(t *testing.T) {
			b, d := desk(t)
			f := form(t, d)
			c.spoil(&f)
			_, err := d.Save(t.Context(), f, "")
			got := make(map[string]string)
			var fields app.FieldErrors
			if errors.As(err, &fields) {
				for field, e := range fields {
					got[field] = e.Key
					if text := english(t).Error(e); text == e.Key || strings.Contains(text, "<no value>") {
						t.Errorf("%s says %q", field, text)
					}
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("told %v (%v), want %v", got, err, c.want)
			}
			if len(b.batches) != 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestANewPlanKnowsWhereTheMachineStands(t *testing.T) {
	calling := app.CallingHours{From: 1, To: 2, Days: 3}
	for name, c := range map[string]struct {
		machine                 settings.Machine
		country, currency, zone string
	}{
		"all is set": {
			settings.Machine{Locales: []string{"fi_FI.UTF-8"}, Zones: []string{"Europe/Helsinki"}}, "FI", "EUR", "Europe/Helsinki",
		},
		"a locale without a country says nothing": {
			settings.Machine{Locales: []string{"", "C.UTF-8", "en", "en_US"}, Zones: []string{"Europe/London"}}, "US", "USD", "Europe/London",
		},
		"the zone tells the country": {
			settings.Machine{Locales: []string{"C"}, Zones: []string{"", "Asia/Tokyo\n"}}, "JP", "JPY", "Asia/Tokyo",
		},
		"a link into the zones": {
			settings.Machine{Zones: []string{"../usr/share/zoneinfo/Europe/Paris"}}, "FR", "EUR", "Europe/Paris",
		},
		"a file named by TZ": {
			settings.Machine{Zones: []string{":/usr/share/zoneinfo/posix/Europe/Warsaw"}}, "PL", "PLN", "Europe/Warsaw",
		},
		"a TZ that is a rule gives way": {
			settings.Machine{Zones: []string{"EET-2EEST,M3.5.0", "Europe/Athens"}}, "GR", "EUR", "Europe/Athens",
		},
		"nothing is known": {
			settings.Machine{Locales: []string{"POSIX"}, Zones: []string{"Local", "../../etc/passwd"}}, "", "EUR", "",
		},
		"a hyphen and a modifier": {
			settings.Machine{Locales: []string{"de-CH@euro"}}, "CH", "CHF", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := settings.NewPlan(c.machine, calling, english(t))
			if p.Country != c.country || p.Currency != c.currency || p.TimeZone != c.zone {
				t.Errorf("stands in %q, %q, %q; want %q, %q, %q", p.Country, p.Currency, p.TimeZone, c.country, c.currency, c.zone)
			}
			if p.Calling != calling || len(p.Themes) < 5 || p.Capacity != 12 {
				t.Errorf("plan %+v", p)
			}
		})
	}
}

func TestTheShippedCallingHoursAreThoseOfTheDesign(t *testing.T) {
	s, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		t.Fatal(err)
	}
	want := app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)}
	if s.Hours != want || s.Source == "" || s.AsOf.IsZero() {
		t.Errorf("shipped %+v", s)
	}
}

func TestCallingHoursThatAreNotWholeAreRefused(t *testing.T) {
	for _, text := range []string{
		"", "{}", `{"from":"9","to":"20:00"}`,
		`{"from":"09:00","to":"20:00","days":["someday"],"source":"s","as_of":"2026-01-01"}`,
		`{"from":"09:00","to":"20:00","days":["mon"],"as_of":"2026-01-01"}`,
		`{"from":"09:00","to":"08:00","days":["mon"],"source":"s","as_of":"2026-01-01"}`,
		`{"from":"09:00","to":"20:00","days":["mon"],"source":"s","as_of":"today"}`,
	} {
		if s, err := settings.ParseCallingHours([]byte(text)); err == nil {
			t.Errorf("%s gives %+v", text, s)
		}
	}
}

func TestDaysInARowAreShut(t *testing.T) {
	for _, typed := range []string{"24.12. – 26.12.", "24.12.-26.12.", "2026-12-24 - 2026-12-26", "24 dec — 26 dec"} {
		b, d := desk(t)
		f := form(t, d)
		f.Holidays = typed
		_, err := d.Save(t.Context(), f, "")
		want := []app.Day{app.NewDay(2026, 12, 24), app.NewDay(2026, 12, 25), app.NewDay(2026, 12, 26)}
		if err != nil || !reflect.DeepEqual(b.plan.Holidays, want) {
			t.Errorf("%q is %v, %v", typed, b.plan.Holidays, err)
		}
	}
}
