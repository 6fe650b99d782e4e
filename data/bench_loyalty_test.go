package data_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/loyalty"
)

// Telling all customers apart: well under a second. The bare limit is reading the
// summaries of all of them.
func BenchmarkLoyalty(b *testing.B) {
	book := benchBook(b)
	desk := loyalty.New(book, func() time.Time { return benchNow })
	bare := func() error { return book.Summaries(b.Context(), func(app.ID, app.Summary) bool { return true }) }
	b.Run("groups", func(b *testing.B) {
		against(b, func() error {
			_, err := desk.Read(b.Context())
			return err
		}, bare)
	})
	b.Run("preview of a rule", func(b *testing.B) {
		changed := benchPlan()
		changed.Quiet.Percent = 200
		against(b, func() error {
			_, err := desk.Preview(b.Context(), changed, nil)
			return err
		}, bare)
	})
}
