package exporting_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/opinions"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

type ledger []opinions.Quoted

func (l ledger) Allowed(context.Context) ([]opinions.Quoted, error) { return l, nil }

func TestQuotesGoOutWithTheirProof(t *testing.T) {
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	quotes := exporting.NewQuotes(&book{}, ledger{
		{
			Told: opinions.Told{
				Opinion: app.Opinion{ID: app.ID{15: 7}, Source: app.FromCard, Said: app.NewDay(2026, time.November, 9)},
				Who:     app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Maija Korhonen"}},
			},
			Quote: app.Quote{Words: "=lovely", Where: "website", Name: "Maija K.", Since: at},
		},
		{Told: opinions.Told{Opinion: app.Opinion{Source: app.FromWeb, Sender: "order 7"}}, Quote: app.Quote{Words: "Ihana!", Since: at}},
	}, c.In("en"), func() time.Time { return at })
	var table, lines bytes.Buffer
	if n, err := quotes.Write(context.Background(), &table, exporting.CSV); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := quotes.Write(context.Background(), &lines, exporting.JSON); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	for _, want := range []string{"'=lovely,Maija K.,website,2026-11-20", "on a card,2026-11-09,Maija Korhonen", "Ihana!", "order 7"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("no %q in %s", want, table.String())
		}
	}
	if first, _, _ := strings.Cut(lines.String(), "\n"); !strings.Contains(first, `"words":"=lovely","name":"Maija K.","where":"website"`) || !strings.Contains(first, `"said":"2026-11-09"`) {
		t.Error(lines.String())
	}
	if _, err := quotes.Write(context.Background(), &table, exporting.PDF); app.CodeOf(err) != app.CodeInvalid {
		t.Error(err)
	}
}
