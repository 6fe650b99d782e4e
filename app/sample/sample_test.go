package sample_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/sample"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// book counts and keeps what is written.
type book struct {
	plan    app.Plan
	size    app.Size
	records []app.Record
	batches []app.Batch
	refuse  int // the batch that is refused, from 1 on
	forget  bool
}

func newBook() *book {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)})
	plan.Country, plan.TimeZone, plan.Currency = "GB", "Europe/London", "GBP"
	return &book{plan: plan}
}

func (b *book) Size(context.Context) (app.Size, error) { return b.size, nil }
func (b *book) Plan(context.Context) (app.Plan, error) { return b.plan, nil }

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	b.batches = append(b.batches, batch)
	if len(b.batches) == b.refuse {
		return app.Applied{}, errors.New("disk full")
	}
	if b.forget {
		b.batches[len(b.batches)-1].Changes = nil
		return app.Applied{}, nil
	}
	for _, c := range batch.Changes {
		b.records = append(b.records, c.Put)
	}
	return app.Applied{Batch: app.ID{15: byte(len(b.batches))}, Changed: len(batch.Changes)}, nil
}

func of[R app.Record](b *book) []R {
	var all []R
	for _, r := range b.records {
		if r, ok := r.(R); ok {
			all = append(all, r)
		}
	}
	return all
}

// Thursday 19 November 2026, 10:30 in London.
var now = time.Date(2026, 11, 19, 10, 30, 0, 0, time.UTC)

func small() sample.Options {
	return sample.Options{Customers: sample.DefaultCustomers, Purchases: sample.DefaultPurchases, Seed: 1, Now: now}
}

func write(t *testing.T, o sample.Options) (*book, sample.Result) {
	t.Helper()
	b := newBook()
	result, err := sample.Write(t.Context(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	return b, result
}

func TestTheShopIsAsLargeAsWasAskedFor(t *testing.T) {
	for _, size := range [][2]int{{120, 900}, {1, 0}, {1, 1}, {1, 50}, {2, 1}, {5, 3}, {30, 10}, {40, 500}, {3000, 20_000}, {700, 0}} {
		o := small()
		o.Customers, o.Purchases = size[0], size[1]
		b, result := write(t, o)
		if n := len(of[app.Customer](b)); n != size[0] || result.Size.Customers != n {
			t.Errorf("%v: %d customers, told %d", size, n, result.Size.Customers)
		}
		if n := len(of[app.Purchase](b)); n != size[1] || result.Size.Purchases != n {
			t.Errorf("%v: %d purchases, told %d", size, n, result.Size.Purchases)
		}
		if result.Size.Calls != len(of[app.Call](b)) || result.Size.Opinions != len(of[app.Opinion](b)) || result.Size.Complaints != len(of[app.Complaint](b)) {
			t.Errorf("%v: told %+v", size, result.Size)
		}
	}
}

func TestTheSameSeedAndMomentMakeTheSameShop(t *testing.T) {
	print := func(o sample.Options) []byte {
		b, _ := write(t, o)
		text, err := json.Marshal(b.records)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	first := print(small())
	if !bytes.Equal(first, print(small())) {
		t.Error("two of them differ")
	}
	other := small()
	other.Seed = 2
	if bytes.Equal(first, print(other)) {
		t.Error("another seed makes the same")
	}
}

func TestTheSmallShopIsOneBatchToUndo(t *testing.T) {
	b, result := write(t, small())
	if len(b.batches) != 1 || len(result.Batches) != 1 || b.batches[0].Act != app.ActSample {
		t.Errorf("%d batches", len(b.batches))
	}
}

func TestALargeShopIsWrittenInBatchesWithIDsThatAscend(t *testing.T) {
	o := small()
	o.Customers, o.Purchases = 5000, 50_000
	var told []int
	o.Progress = func(written, whole int) {
		if whole != 55_000 {
			t.Fatalf("of %d", whole)
		}
		told = append(told, written)
	}
	b, result := write(t, o)
	if len(b.batches) < 3 || len(told) != len(b.batches) || told[len(told)-1] != 55_000 || len(result.Batches) != len(b.batches) {
		t.Errorf("%d batches, progress %v", len(b.batches), told)
	}
	last := make(map[app.Kind]app.ID)
	for _, r := range b.records {
		kind, id := r.Key()
		if kind != app.KindPlan && id.Compare(last[kind]) <= 0 {
			t.Fatalf("%v %s comes after %s", kind, id, last[kind])
		}
		last[kind] = id
	}
}

func TestEveryRecordHangsTogether(t *testing.T) {
	b, _ := write(t, sample.Options{Customers: 700, Purchases: 4000, Seed: 7, Now: now})
	customers, purchases, opinions := map[app.ID]bool{}, map[app.ID]bool{}, map[app.ID]bool{}
	for _, c := range of[app.Customer](b) {
		customers[c.ID] = true
		if c.Called() == "" {
			t.Errorf("%s has no name", c.ID)
		}
	}
	today := app.DayOf(now)
	for _, p := range of[app.Purchase](b) {
		var sum int64
		for _, l := range p.Lines {
			sum += l.Amount
			if l.Item == "" || l.Quantity == 0 || strings.ContainsAny(l.Item, "{}|") {
				t.Errorf("line %+v", l)
			}
		}
		if sum != p.Total || len(p.Lines) == 0 || p.Currency != "GBP" || p.SoldBy == "" || p.Receipt == "" {
			t.Errorf("purchase %+v", p)
		}
		if !customers[p.Customer] || p.Day > today || p.Day < today-3*365-10 {
			t.Errorf("purchase of %s on %s", p.Customer, p.Day)
		}
		if p.IsReturn() && !purchases[p.Returns] {
			t.Errorf("%s gives back what was not bought", p.ID)
		}
		purchases[p.ID] = true
	}
	for _, o := range of[app.Opinion](b) {
		opinions[o.ID] = true
		if o.Verbatim == "" || strings.ContainsAny(o.Verbatim, "{}|") || o.Taken.After(now) || o.Score != nil && (*o.Score < 0 || *o.Score > app.MaxScore) {
			t.Errorf("opinion %+v", o)
		}
	}
	for _, c := range of[app.Call](b) {
		if c.Start.After(now) || app.DayOf(c.Start) == today || c.End.Before(c.Start) || !customers[c.Customer] {
			t.Errorf("call %+v", c)
		}
		for _, id := range c.About {
			if !purchases[id] {
				t.Errorf("a call about %s", id)
			}
		}
	}
	for _, c := range of[app.Complaint](b) {
		if !opinions[c.Opinion] || c.Wrong == "" || c.Received.After(now) || c.PutRight.After(now) {
			t.Errorf("complaint %+v", c)
		}
	}
}

func TestNoNumberAndNoAddressIsSomebodys(t *testing.T) {
	// What regulators set aside for fiction; see made-up/homes.txt.
	fiction := []string{
		"+44207946 0", "+447700900", "+44113496 0", "+44114496 0", "+44115496 0", "+44116496 0", "+44117496 0", "+44118496 0",
		"+44121496 0", "+44131496 0", "+44141496 0", "+44151496 0", "+44161496 0", "+4428 96496", "+4429 20180",
		"+493023125", "+496990009", "+494066969", "+492214710", "+498999998",
		"+33199 00", "+33261 91", "+33353 01", "+33465 71", "+33536 49", "+33639 98",
	}
	for i, f := range fiction {
		fiction[i] = strings.ReplaceAll(f, " ", "")
	}
	for _, country := range []string{"GB", "DE", "FR", "US", "FI", ""} {
		b := newBook()
		b.plan.Country = country
		if _, err := sample.Write(t.Context(), b, sample.Options{Customers: 2000, Seed: 3, Now: now}); err != nil {
			t.Fatal(err)
		}
		numbers := 0
		for _, c := range of[app.Customer](b) {
			for _, p := range c.Phones {
				numbers++
				known := len(p.E164) == 12 && strings.HasPrefix(p.E164, "+1") && p.E164[5:10] == "55501"
				for _, f := range fiction {
					known = known || strings.HasPrefix(p.E164, f)
				}
				if !known {
					t.Errorf("%s (%s) is nobody's to give", p.E164, p.Typed)
				}
			}
			for _, e := range c.Emails {
				if !strings.HasSuffix(e.Address, "@example.com") {
					t.Errorf("address %s", e.Address)
				}
			}
		}
		if numbers < 1900 {
			t.Errorf("only %d numbers", numbers)
		}
	}
}

func TestNumbersReadAsDialingReadsThem(t *testing.T) {
	b, _ := write(t, sample.Options{Customers: 300, Seed: 3, Now: now})
	for _, c := range of[app.Customer](b) {
		country := c.Addresses[0].Country
		for _, p := range c.Phones[:min(1, len(c.Phones))] {
			if got := dialing.Parse(p.Typed, p.Label, country); got.E164 != "" && got.E164 != p.E164 {
				t.Errorf("%s in %s is dialled %s, kept as %s", p.Typed, country, got.E164, p.E164)
			}
		}
	}
}

func TestPricesFitTheCurrency(t *testing.T) {
	for code, most := range map[string]int64{"EUR": 2_000_00, "JPY": 400_000, "KWD": 2_000_000, "SEK": 20_000_00, "": 2_000_00} {
		b := newBook()
		b.plan.Currency = code
		if _, err := sample.Write(t.Context(), b, small()); err != nil {
			t.Fatal(err)
		}
		var dearest int64
		for _, p := range of[app.Purchase](b) {
			for _, l := range p.Lines {
				dearest = max(dearest, l.Amount*int64(app.One)/max(1, int64(l.Quantity)))
			}
		}
		if dearest > most || dearest < most/10 {
			t.Errorf("the dearest thing costs %d minor units of %q", dearest, code)
		}
	}
}

func TestThePlanIsFilledWhereItSaysNothing(t *testing.T) {
	b, _ := write(t, small())
	plan := of[app.Plan](b)[0]
	if plan.Owner == "" || plan.Shop == "" || len(plan.Staff) == 0 || plan.Calling != b.plan.Calling {
		t.Errorf("plan %+v", plan)
	}
	b = newBook()
	b.plan.Owner, b.plan.Shop, b.plan.Staff = "Jim", "Care Co", []string{"Mo"}
	if _, err := sample.Write(t.Context(), b, small()); err != nil {
		t.Fatal(err)
	}
	if plan = of[app.Plan](b)[0]; plan.Owner != "Jim" || plan.Shop != "Care Co" || len(plan.Staff) != 1 {
		t.Errorf("plan %+v", plan)
	}
}

func TestCallingHoursAreStretchedToAHourOfTheNight(t *testing.T) {
	o := small()
	o.Now = time.Date(2026, 11, 22, 23, 40, 0, 0, time.UTC) // a Sunday
	b, _ := write(t, o)
	c := of[app.Plan](b)[0].Calling
	if !c.Days.Has(time.Sunday) || c.From != 9*60 || c.To != 24*60 {
		t.Errorf("calling hours %+v", c)
	}
}

func TestABookWithSomebodyInItIsLeftAlone(t *testing.T) {
	b := newBook()
	b.size.Customers = 1
	_, err := sample.Write(t.Context(), b, small())
	if app.CodeOf(err) != app.CodeConflict || len(b.batches) != 0 {
		t.Errorf("%v, %d batches", err, len(b.batches))
	}
}

func TestAShopThatCannotBeIsRefused(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {0, 5}, {-1, 5}, {5, -1}, {sample.MostCustomers + 1, 0}} {
		b := newBook()
		o := small()
		o.Customers, o.Purchases = size[0], size[1]
		if _, err := sample.Write(t.Context(), b, o); app.CodeOf(err) != app.CodeInvalid || len(b.batches) != 0 {
			t.Errorf("%v: %v", size, err)
		} else if said := english(t).Error(err); strings.HasPrefix(said, "error.") || strings.Contains(said, "<no value>") {
			t.Errorf("%v: says %q", size, said)
		}
	}
}

func english(t *testing.T) *wording.Voice {
	t.Helper()
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return catalogue.In("en")
}

func TestWhatWasWrittenBeforeAFailureIsTold(t *testing.T) {
	o := small()
	o.Customers, o.Purchases = 5000, 50_000
	b := newBook()
	b.refuse = 2
	result, err := sample.Write(t.Context(), b, o)
	if err == nil || len(result.Batches) != 1 || len(b.batches) != 2 || result.Size.Customers == 0 {
		t.Errorf("%v: %+v after %d batches", err, result, len(b.batches))
	}

	ctx, cancel := context.WithCancel(t.Context())
	o.Progress = func(int, int) { cancel() }
	b = newBook()
	result, err = sample.Write(ctx, b, o)
	if !errors.Is(err, context.Canceled) || len(result.Batches) != 1 || len(b.batches) != 1 {
		t.Errorf("%v: %+v after %d batches", err, result, len(b.batches))
	}
}

// What making a shop up costs without writing it.
func BenchmarkWrite(b *testing.B) {
	for b.Loop() {
		book := newBook()
		book.forget = true
		if _, err := sample.Write(b.Context(), book, sample.Options{Customers: 10_000, Purchases: 100_000, Seed: 1, Now: now}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestComplaintsAreAboutWhatTheirOpinionsAreAbout(t *testing.T) {
	b, _ := write(t, small())
	about := make(map[app.ID][]string)
	for _, o := range of[app.Opinion](b) {
		about[o.ID] = o.Themes
	}
	for _, c := range of[app.Complaint](b) {
		if len(c.Themes) == 0 || !slices.Equal(c.Themes, about[c.Opinion]) {
			t.Errorf("%q is about %q, its opinion about %q", c.Wrong, c.Themes, about[c.Opinion])
		}
	}
}
