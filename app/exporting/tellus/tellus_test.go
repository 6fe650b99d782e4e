package tellus_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/exporting/tellus"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// book is a shop in memory.
type book struct {
	plan      app.Plan
	customers []app.Customer
	purchases []app.Purchase // newest first
}

func (b *book) Plan(context.Context) (app.Plan, error) { return b.plan, nil }

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	for _, c := range b.customers {
		if c.ID == id {
			return c, nil
		}
	}
	return app.Customer{}, &app.Error{Code: app.CodeNotFound, Key: "error.not-found"}
}

func (b *book) Purchases(_ context.Context, customer app.ID, _ int) ([]app.Purchase, error) {
	return slices.DeleteFunc(slices.Clone(b.purchases), func(p app.Purchase) bool { return p.Customer != customer }), nil
}

func (b *book) PurchasesBetween(_ context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	for _, p := range slices.Backward(b.purchases) {
		if p.Day >= from && p.Day < to && !yield(p) {
			break
		}
	}
	return nil
}

var (
	maija = app.ID{15: 1}
	eleni = app.ID{15: 2}
	hana  = app.ID{15: 3}
)

func shop() *book {
	bought := func(id byte, customer app.ID, receipt string, day int) app.Purchase {
		return app.Purchase{ID: app.ID{0: id}, Customer: customer, Receipt: receipt, Day: app.NewDay(2026, time.November, day), Lines: []app.Line{{Item: "Lamp", Quantity: 1}}}
	}
	lamps := bought(3, maija, "77", 19)
	lamps.Lines[0].Quantity = 2
	returned := bought(4, maija, "C77", 20) // one of them
	returned.Lines[0].Quantity, returned.Total = -1, -100
	return &book{
		plan: app.Plan{Shop: "Care Co", Owner: "Jim", Direct: "+44 20 7946 0000", TimeZone: "Europe/London", Country: "GB"},
		customers: []app.Customer{
			{ID: maija, Name: app.Name{Full: "Maija Korhonen"}, Language: "fi", References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}},
			{ID: eleni, Name: app.Name{Full: "Ελένη Παπαδοπούλου"}, Language: "el"},
			{ID: hana, Name: app.Name{Full: "田中 花子"}, Language: "ja"},
		},
		purchases: []app.Purchase{bought(5, eleni, "R80", 25), returned, lamps, bought(2, eleni, "R76", 13), bought(1, maija, "75", 9)},
	}
}

func catalogue(t testing.TB) *wording.Catalogue {
	t.Helper()
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func printer(t testing.TB, b *book) *tellus.Printer {
	t.Helper()
	return tellus.New(b, catalogue(t).In("en"), func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) })
}

var pageCount = regexp.MustCompile(`/Count ([0-9]+)`)

func TestFourCardsFitOnAPage(t *testing.T) {
	for blank, want := range map[int]string{1: "1", 4: "1", 5: "2", 12: "3"} {
		var out bytes.Buffer
		done, err := printer(t, shop()).Write(context.Background(), &out, tellus.Order{Blank: blank})
		if err != nil {
			t.Fatal(err)
		}
		if got := pageCount.FindStringSubmatch(out.String()); got == nil || got[1] != want || done.Cards != blank {
			t.Errorf("%d cards: %v pages, %+v", blank, got, done)
		}
	}
}

func TestTheSameCardsAreTheSameFile(t *testing.T) {
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if _, err := printer(t, shop()).Write(context.Background(), out, tellus.Order{Customers: []app.ID{maija}, Blank: 2}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("they differ")
	}
}

func TestACardKnowsItsOwner(t *testing.T) {
	tests := map[string]struct {
		order tellus.Order
		want  []string
	}{
		"by number, about what they bought last":    {tellus.Order{Customers: []app.ID{maija}}, []string{"Asiakasnro 12347 · Kuitti 77 · 2026-11-19"}},
		"by name where the shop has no number":      {tellus.Order{Customers: []app.ID{eleni}}, []string{"Ελένη Παπαδοπούλου · Απόδειξη R76 · 2026-11-13"}},
		"without an order where there was none":     {tellus.Order{Customers: []app.ID{hana}}, []string{"田中 花子"}},
		"about the receipt of theirs that is named": {tellus.Order{Customers: []app.ID{maija}, Receipts: []string{"75"}}, []string{"Asiakasnro 12347 · Kuitti 75 · 2026-11-09"}},
		"a receipt of one of two, and what the other bought last": {
			tellus.Order{Customers: []app.ID{maija, eleni}, Receipts: []string{"75"}},
			[]string{"Asiakasnro 12347 · Kuitti 75 · 2026-11-09", "Ελένη Παπαδοπούλου · Απόδειξη R76 · 2026-11-13"},
		},
		"about a receipt, whoever's it is":  {tellus.Order{Receipts: []string{"r76", "75"}}, []string{"Asiakasnro 12347 · Kuitti 75 · 2026-11-09", "Ελένη Παπαδοπούλου · Απόδειξη R76 · 2026-11-13"}},
		"nobody's, in a language asked for": {tellus.Order{Blank: 1, Language: "vi"}, []string{""}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			cards, err := printer(t, shop()).Cards(context.Background(), test.order)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range cards {
				got = append(got, c.Whose)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestACardIsAboutWhatTheyKept(t *testing.T) {
	back := app.Purchase{ID: app.ID{0: 9}, Customer: maija, Receipt: "C78", Day: app.NewDay(2026, time.November, 21), Lines: []app.Line{{Item: "Lamp", Quantity: -1}}}
	postage := app.Purchase{ID: app.ID{0: 8}, Customer: maija, Receipt: "78", Day: app.NewDay(2026, time.November, 20), Lines: []app.Line{{Item: "Postage", Quantity: 1, Amount: 500}}}
	for name, c := range map[string]struct {
		later []app.Purchase // newest first
		order tellus.Order
		want  string
	}{
		"not about what was brought back":          {[]app.Purchase{back}, tellus.Order{}, "Asiakasnro 12347 · Kuitti 75 · 2026-11-09"},
		"not about postage":                        {[]app.Purchase{postage}, tellus.Order{}, "Asiakasnro 12347 · Kuitti 77 · 2026-11-19"},
		"unless its receipt is named":              {[]app.Purchase{back, postage}, tellus.Order{Receipts: []string{"78"}}, "Asiakasnro 12347 · Kuitti 78 · 2026-11-20"},
		"about nothing where everything came back": {[]app.Purchase{also(back, 10), also(back, 11), back, postage}, tellus.Order{}, "Asiakasnro 12347"},
	} {
		t.Run(name, func(t *testing.T) {
			b := shop()
			b.purchases = slices.Concat(c.later, b.purchases)
			c.order.Customers = []app.ID{maija}
			cards, err := printer(t, b).Cards(context.Background(), c.order)
			if err != nil || len(cards) != 1 || cards[0].Whose != c.want {
				t.Errorf("%+v, %v; want %q", cards, err, c.want)
			}
		})
	}
}

// also returns the purchase once more.
func also(p app.Purchase, id byte) app.Purchase {
	p.ID = app.ID{0: id}
	return p
}

func TestACardIsInTheCustomersLanguage(t *testing.T) {
	headings := map[string]string{"": "How was it?", "fi": "Millaista oli?", "el": "Πώς ήταν;", "vi-VN": "Quý khách"}
	for language, want := range headings {
		cards, err := printer(t, shop()).Cards(context.Background(), tellus.Order{Blank: 1, Language: language})
		if err != nil || !strings.HasPrefix(cards[0].Heading, want) {
			t.Errorf("%q: %q, %v", language, cards, err)
		}
	}
	cards, err := printer(t, shop()).Cards(context.Background(), tellus.Order{Customers: []app.ID{hana}})
	if err != nil || !strings.HasPrefix(cards[0].Heading, "How was it?") {
		t.Errorf("to somebody who speaks what we lack: %q, %v", cards, err)
	}
}

func TestWhoReadsTheCardIsSaid(t *testing.T) {
	tests := []struct{ owner, direct, want string }{
		{"Jim", "020 7946 0000", "Jim, the owner, reads every card.|Or ring directly: 020 7946 0000"},
		{"Jim", "", "Jim, the owner, reads every card.|"},
		{"", "", "The owner reads every card.|"},
	}
	for _, test := range tests {
		b := shop()
		b.plan.Owner, b.plan.Direct = test.owner, test.direct
		cards, err := printer(t, b).Cards(context.Background(), tellus.Order{Blank: 1})
		if done, err := printer(t, b).Write(context.Background(), io.Discard, tellus.Order{Blank: 1}); err != nil || done.Nameless != (test.owner == "") {
			t.Errorf("%+v, %v", done, err)
		}
		if err != nil || cards[0].Read+"|"+cards[0].Direct != test.want {
			t.Errorf("%+v, %v, want %q", cards[0], err, test.want)
		}
	}
}

func TestWhatTheFontLacksIsSaid(t *testing.T) {
	b := shop()
	b.plan.Shop, b.plan.Direct = "שולחן", ""
	done, err := printer(t, b).Write(context.Background(), &bytes.Buffer{}, tellus.Order{Customers: []app.ID{maija, eleni, hana}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"שולחן", "田中 花子"}, done.Boxed); diff != "" || !done.Numberless || done.Nameless {
		t.Error(diff, done)
	}
}

func TestCardsThatCannotBePrintedAreRefused(t *testing.T) {
	tests := map[string]struct {
		order tellus.Order
		code  app.Code
		key   string
	}{
		"none":                            {tellus.Order{}, app.CodeInvalid, "error.cards.none"},
		"fewer than none":                 {tellus.Order{Blank: -1}, app.CodeInvalid, "error.cards.blank"},
		"a forest of them":                {tellus.Order{Blank: tellus.MostBlank + 1}, app.CodeInvalid, "error.cards.blank"},
		"of a receipt nobody has":         {tellus.Order{Receipts: []string{"99"}}, app.CodeNotFound, "error.cards.receipt.none"},
		"of a receipt of somebody else's": {tellus.Order{Customers: []app.ID{eleni}, Receipts: []string{"77"}}, app.CodeNotFound, "error.cards.receipt.theirs"},
		"in a language that we lack":      {tellus.Order{Blank: 4, Language: "xx"}, app.CodeInvalid, "error.cards.language"},
		"in what is no language":          {tellus.Order{Blank: 4, Language: "Klingon!"}, app.CodeInvalid, "error.cards.language"},
		"of nobody in the book":           {tellus.Order{Customers: []app.ID{{1: 1}}}, app.CodeNotFound, "error.not-found"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			_, err := printer(t, shop()).Write(context.Background(), &out, test.order)
			var e *app.Error
			if !errors.As(err, &e) || e.Code != test.code || e.Key != test.key || out.Len() != 0 {
				t.Errorf("%v, %d bytes written", err, out.Len())
			}
		})
	}
}

func TestWhateverIsWrittenCanBeDrawn(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a\xff", "\U0010ffff", strings.Repeat("W", 9000), strings.Repeat("λόγος ", 900)}))
	for seed := range 5 {
		next := seed * 1000
		said := func() string { next++; return text.Example(next) }
		s := tellus.Sheet{Title: said(), MaxScore: app.MaxScore, Letter: seed%2 == 0}
		for range 9 {
			s.Cards = append(s.Cards, tellus.Card{said(), said(), said(), said(), said(), said(), said(), said(), said(), said(), said(), said(), said()})
		}
		var out bytes.Buffer
		if err := tellus.Write(&out, s); err != nil || !strings.HasPrefix(out.String(), "%PDF") {
			t.Fatalf("no PDF of seed %d: %v", seed, err)
		}
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	_, err := printer(t, shop()).Write(context.Background(), full{}, tellus.Order{Blank: 1})
	if app.CodeOf(err) != app.CodeStorage {
		t.Errorf("got %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

// TestPrintForTheEye writes cards in many languages where RINGBACK_CARDS says, for
// somebody to look at.
func TestPrintForTheEye(t *testing.T) {
	path := os.Getenv("RINGBACK_CARDS")
	if path == "" {
		t.Skip("RINGBACK_CARDS names no file to write to")
	}
	b := shop()
	var ids []app.ID
	spoken, err := fs.Glob(assets.Translations(), "tellus.*.json")
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range spoken {
		id, language := app.ID{1: 1, 15: byte(i)}, strings.Split(file, ".")[1]
		b.customers = append(b.customers, app.Customer{ID: id, Language: language, References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}})
		ids = append(ids, id)
	}
	var out bytes.Buffer
	if _, err := printer(t, b).Write(context.Background(), &out, tellus.Order{Customers: append([]app.ID{maija, eleni, hana}, ids...)}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
