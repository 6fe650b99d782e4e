package exporting_test

import (
	"context"
	"io"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

func TestAsManyAreCountedAsAreWritten(t *testing.T) {
	filters := map[string]exporting.Filter{
		"all":                    {},
		"a customer":             {Customer: id(maija)},
		"a period":               {From: app.NewDay(2026, 11, 14), To: app.NewDay(2026, 11, 21)},
		"a period of a customer": {Customer: id(maija), From: app.NewDay(2026, 11, 13), To: app.NewDay(2026, 11, 20)},
	}
	some := 0
	for name, f := range filters {
		for _, what := range exporting.Subjects() {
			b := shop()
			b.calls = slices.DeleteFunc(b.calls, func(c app.Call) bool { return c.Customer == id(9) }) // whom the book does not have
			r := records(t, b)
			written, err := r.Write(context.Background(), io.Discard, what, f, what.Formats()[0])
			if err != nil {
				t.Fatal(err)
			}
			counted, err := r.Count(context.Background(), what, f)
			if err != nil || counted != written {
				t.Errorf("%s, %s: counted %d (%v), wrote %d", what, name, counted, err, written)
			}
			some += written
		}
	}
	if some == 0 {
		t.Error("nothing was written at all")
	}
}

func TestACountThatIsStoppedOrCannotBeMeantSaysSo(t *testing.T) {
	r := records(t, shop())
	if _, err := r.Count(context.Background(), exporting.Purchases, exporting.Filter{From: 20, To: 10}); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("the wrong way round: %v", err)
	}
	if _, err := r.Count(context.Background(), exporting.Customers, exporting.Filter{Customer: id(99)}); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("nobody: %v", err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := r.Count(stopped, exporting.Complaints, exporting.Filter{From: 1}); app.CodeOf(err) != app.CodeCancelled {
		t.Errorf("stopped: %v", err)
	}
}
