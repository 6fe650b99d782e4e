package data_test

import (
	"strconv"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/data"
)

// threeYears are as long as the made-up shop is.
func threeYears() review.Period {
	today := app.DayOf(benchNow)
	return review.Period{From: today - 3*365, To: today + 1}
}

// Review over three years. Budget: 100 ms. The bare limit is going through the
// sums of those days.
func BenchmarkReview(b *testing.B) {
	book := benchBook(b)
	r := review.New(book, func() time.Time { return benchNow })
	for name, p := range map[string]review.Period{
		"3years": threeYears(), "month": {From: app.DayOf(benchNow) - 29, To: app.DayOf(benchNow) + 1},
	} {
		b.Run(name, func(b *testing.B) {
			var f review.Figures
			var err error
			against(b, func() error {
				f, err = r.Figures(b.Context(), p)
				return err
			}, walk(book, "sums"))
			b.ReportMetric(float64(f.Calls.Now.Made), "calls")
			b.ReportMetric(float64(f.Opinions.Now.Count), "opinions")
			b.ReportMetric(float64(f.Outcome.Complaints), "complaints")
			b.ReportMetric(float64(f.Risk.Quiet), "quiet")
		})
	}
}

// walk returns the bare limit of reading a whole bucket.
func walk(book *data.Book, bucket string) func() error {
	return func() error {
		return data.Bare(book, func(tx *bolt.Tx) error {
			n := 0
			return tx.Bucket([]byte(bucket)).ForEach(func(_, v []byte) error { n += len(v); return nil })
		})
	}
}

// What lies behind a number. Budget: none of its own; a page waits for it.
func BenchmarkBehind(b *testing.B) {
	book := benchBook(b)
	r := review.New(book, func() time.Time { return benchNow })
	for _, about := range []review.About{
		review.AboutDetractors, review.AboutSilent, review.AboutTold, review.AboutQuiet, review.AboutLag, review.AboutStandard,
	} {
		b.Run(string(about), func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Behind(b.Context(), threeYears(), review.Question{About: about, Name: "0"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// fiftyShown is how many opinions a page shows at once.
const fiftyShown = 50

// Each keystroke in what customers said. Budget: 10 ms. The bare limit is reading
// the opinions that are shown.
func BenchmarkFindOpinions(b *testing.B) {
	book := benchBook(b)
	for name, q := range map[string]app.OpinionQuery{
		"everything": {}, "e": {Words: "e"}, "q": {Words: "q"}, "th": {Words: "th"}, "qu": {Words: "qu"}, "table": {Words: "table"},
		"xqz": {Words: "xqz"}, "two words": {Words: "best table"}, "never together": {Words: "table the wobbl best never"},
		"inside": {Words: "able"}, "theme": {Theme: "quality"}, "no theme": {Theme: "qualitty"},
		"theme and word": {Theme: "delivery", Words: "late"}, "unhappy": {Unhappy: true}, "web": {Source: app.FromWeb},
	} {
		q.Limit = fiftyShown
		b.Run(name, func(b *testing.B) {
			found, err := book.FindOpinions(b.Context(), q)
			if err != nil {
				b.Fatal(err)
			}
			var spots []spot
			for _, o := range found {
				spots = append(spots, spot{"diary", append(o.ID[:], 'o')})
			}
			against(b, func() error {
				_, err := book.FindOpinions(b.Context(), q)
				return err
			}, gets(book, spots))
			b.ReportMetric(float64(len(found)), "found")
		})
	}
	size, err := book.Size(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Log(strconv.Itoa(size.Opinions) + " opinions, " + strconv.Itoa(size.Calls) + " calls")
}
