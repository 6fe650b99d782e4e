package importing_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/exporting"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/opinions"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// stock is the shelf as an export asks for it.
type stock struct {
	exporting.Shop
	*importingtest.Shelf
}

func (s stock) Plan(context.Context) (app.Plan, error) { return s.Settings, nil }

func (s stock) Batches(ctx context.Context, limit int) ([]app.BatchInfo, error) {
	return s.Shelf.Batches(ctx, limit)
}

func (s stock) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	return importingtest.NewView(s.Shelf).Customer(id)
}

func (s stock) Customers(_ context.Context, yield func(app.Listed) bool) error {
	for _, id := range slices.SortedFunc(maps.Keys(s.Shelf.Customers), app.ID.Compare) {
		if !yield(app.Listed{ID: id}) {
			break
		}
	}
	return nil
}

func (s stock) PurchasesBetween(_ context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	all := slices.SortedFunc(maps.Values(s.Bought), func(a, b app.Purchase) int { return a.ID.Compare(b.ID) })
	for _, p := range all {
		if p.Day >= from && p.Day < to && !yield(p) {
			break
		}
	}
	return nil
}

func (s stock) OpinionsBetween(_ context.Context, from, to time.Time, yield func(app.Opinion) bool) error {
	for _, r := range s.Others {
		if o, ok := r.(app.Opinion); ok && !o.Taken.Before(from) && o.Taken.Before(to) && !yield(o) {
			break
		}
	}
	return nil
}

var voices = func() *wording.Voice {
	c, err := wording.Load(assets.Translations())
	if err != nil {
		panic(err)
	}
	return c.In("en")
}()

// written writes the shelf out as a table.
func written(t interface{ Fatal(...any) }, s *importingtest.Shelf, subject exporting.Subject) string {
	var out bytes.Buffer
	records := exporting.NewRecords(stock{Shelf: s}, voices, time.Now)
	if _, err := records.Write(context.Background(), &out, subject, exporting.Filter{}, exporting.CSV); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// moved has the columns of a table in another order.
func moved(t interface{ Fatal(...any) }, table string, seed uint64) string {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	order := rand.New(rand.NewPCG(seed, 0)).Perm(len(rows[0]))
	var out strings.Builder
	w := csv.NewWriter(&out)
	for _, row := range rows {
		var cells []string
		for _, i := range order {
			cells = append(cells, row[i])
		}
		if err := w.Write(cells); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return out.String()
}

func drawText(t *rapid.T) string {
	return strings.Join(strings.Fields(rapid.StringMatching(`[=+@A-Za-z;,|:()\\"'üß0-9 ]{0,16}`).Draw(t, "text")), " ")
}

func drawKnown(t *rapid.T, n int) app.Customer {
	flip := func() bool { return rapid.Bool().Draw(t, "bool") }
	label := func() string {
		return rapid.SampledFrom([]string{"", "home", "work fax", "preferred", "Summer, house (old)"}).Draw(t, "label")
	}
	c := app.Customer{
		Name: app.Name{Full: "N" + drawText(t), Given: drawText(t), Family: drawText(t), Prefix: drawText(t), Middle: drawText(t), Suffix: drawText(t)},
		Firm: drawText(t), Notes: strings.TrimSpace(drawText(t) + "\n" + drawText(t)),
		Birthday: rapid.SampledFrom([]string{"", "1980-02-29", "--12-31"}).Draw(t, "birthday"),
		Language: rapid.SampledFrom([]string{"", "fi", "pt-BR"}).Draw(t, "language"),
		TimeZone: rapid.SampledFrom([]string{"", "America/New_York"}).Draw(t, "zone"),
		Archived: flip(),
		BestTime: app.BestTime{
			From: app.Minute(rapid.IntRange(0, 1439).Draw(t, "from")), To: app.Minute(rapid.IntRange(0, 1440).Draw(t, "to")),
			Not: app.Weekdays(rapid.IntRange(0, int(app.Week)).Draw(t, "not")),
		},
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "how many") {
		number := rapid.SampledFrom([]string{"+358 40 123 45", "040 123 45", "(0121) 496 00", "123-45"}).Draw(t, "number")
		country := rapid.SampledFrom([]string{"FI", "GB", ""}).Draw(t, "country")
		p := dialing.Parse(number+string(rune('0'+n))+string(rune('0'+i)), label(), country)
		p.Preferred = flip()
		if flip() && p.Unfit == app.FitToCall {
			p.Unfit = app.UnfitWrong
		}
		c.Phones = append(c.Phones, p)
		c.Emails = append(c.Emails, app.Email{Label: label(), Address: "x" + string(rune('0'+n)) + string(rune('0'+i)) + "@example.com", Preferred: flip()})
		c.Addresses = append(c.Addresses, app.Address{Label: label(), Street: "S" + drawText(t), Extra: drawText(t), POBox: drawText(t), City: drawText(t), Region: drawText(t), PostalCode: drawText(t), Country: rapid.SampledFrom([]string{"", "No, man|s"}).Draw(t, "land")})
		c.Tags = append(c.Tags, string(rune('a'+i))+drawText(t))
	}
	// The number to call first is written first.
	callable := c.Callable()
	for _, p := range c.Phones {
		if p.Unfit != app.FitToCall {
			callable = append(callable, p)
		}
	}
	c.Phones = callable
	for _, purpose := range []app.Purpose{app.PurposeAny, app.PurposeMarketing, app.PurposeFollowUp} {
		if flip() {
			c.DoNotCall = append(c.DoNotCall, app.DoNotCall{Purpose: purpose, Reason: drawText(t), Since: app.Day(rapid.IntRange(0, 700000).Draw(t, "day"))})
		}
	}
	if flip() {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: "1" + string(rune('0'+n))}}
		for i := range rapid.IntRange(0, 2).Draw(t, "other numbers") {
			c.References = append(c.References, app.Reference{Kind: app.ReferenceShop, Value: "K;" + string(rune('0'+n)) + string(rune('0'+i))})
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "UIDs") {
		c.References = append(c.References, app.Reference{Kind: app.ReferenceVCard, Value: "urn:uuid:" + string(rune('0'+n)) + string(rune('0'+i)) + drawText(t)})
	}
	return c
}

// Our own table of customers comes back whole: into an empty book as it was, and
// into the same one as nothing new.
func TestTheTableOfCustomersComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := importingtest.NewShelf()
		for n := range rapid.IntRange(1, 3).Draw(t, "customers") {
			c := drawKnown(t, n)
			c.ID = from.IDs.Next()
			from.Customers[c.ID] = c
		}
		table := importing.Bytes("customers.csv", []byte(moved(t, written(t, from, exporting.Customers), rapid.Uint64().Draw(t, "order"))))
		for name, into := range map[string]*importingtest.Shelf{"the same book": from, "an empty book": importingtest.NewShelf()} {
			into.Settings.Country = "US" // where nobody of them typed their number
			im := importing.New(into, into.IDs)
			p, err := im.Read(context.Background(), []importing.Source{table}, importing.Options{})
			if err != nil {
				t.Fatal(name, err)
			}
			if p.Files[0].Program != "Ringback" || p.Files[0].Kind != importing.KindCards {
				t.Fatalf("taken for %+v", p.Files[0])
			}
			want := importing.Counts{Read: len(from.Customers), Same: len(from.Customers)}
			if into != from {
				want.Created, want.Same = want.Same, 0
			}
			if p.Summary.Contacts != want {
				t.Fatalf("%s: %+v of %+v", name, p.Summary.Contacts, want)
			}
			if _, err := im.Commit(context.Background(), p); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(from.Customers, into.Customers, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
	})
}

// notesOf writes the shelf's call notes out as a table.
func notesOf(t interface{ Fatal(...any) }, s *importingtest.Shelf) string {
	var out bytes.Buffer
	if _, err := exporting.New(stock{Shelf: s}, voices, time.Now).Notes(context.Background(), &out, exporting.Filter{}, exporting.CSV); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// quoted are the words of customers that may be published.
type quoted []opinions.Quoted

func (q quoted) Allowed(context.Context) ([]opinions.Quoted, error) { return q, nil }

func quotesOf(t interface{ Fatal(...any) }, s *importingtest.Shelf) string {
	var out bytes.Buffer
	allowed := quoted{{Quote: app.Quote{Words: "lovely", Since: time.Now()}}}
	if _, err := exporting.NewQuotes(stock{Shelf: s}, allowed, voices, time.Now).Write(context.Background(), &out, exporting.CSV); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (s stock) Complaints(_ context.Context, id app.ID) (all []app.Complaint, err error) {
	for _, r := range s.Others {
		if c, ok := r.(app.Complaint); ok && c.Customer == id {
			all = append(all, c)
		}
	}
	return all, nil
}

func (s stock) Summary(context.Context, app.ID) (app.Summary, error) { return app.Summary{}, nil }

func (s stock) Opinions(context.Context, app.ID, int) ([]app.Opinion, error) { return nil, nil }

func (s stock) CallsBetween(_ context.Context, from, to time.Time, yield func(app.Call) bool) error {
	for _, r := range s.Others {
		if c, ok := r.(app.Call); ok && !c.Start.Before(from) && c.Start.Before(to) && !yield(c) {
			break
		}
	}
	return nil
}
