package data_test

import (
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
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
// order of time, in which the sums of the days lie.
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
			}, walk(book, "by-time"))
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

// Each keystroke in what customers said, of 100,000 opinions. Budget: 10 ms. The
// bare limit is reading the opinions that are shown.
func BenchmarkFindOpinions(b *testing.B) {
	book := talkative(b)
	for name, q := range map[string]app.OpinionQuery{
		"everything": {}, "s": {Words: "s"}, "st": {Words: "st"}, "rare word": {Words: rareWord}, "its beginning": {Words: rareWord[:4]},
		"no such word": {Words: "xqzvw"}, "no such two letters": {Words: "xq"}, "common words": {Words: "w1 w2"},
		"never together": {Words: rareWord + " " + rareWord[:4] + "x"}, "theme": {Theme: "quality"}, "no such theme": {Theme: "qualitty"},
		"theme and word": {Theme: "delivery", Words: "w3"}, "unhappy": {Unhappy: true}, "nothing of the web": {Source: app.FromWeb},
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
}

// fiftyShown is how many opinions a page shows at once.
const fiftyShown = 50

// How talkative the shop of the benchmark is: words come up the more often the
// smaller their number.
const (
	opinionsSaid = 100_000
	wordsEach    = 25
	wordsKnown   = 20_000
	rareWord     = "w19999"
)

// talkative opens a book of many opinions, made up of made-up words.
func talkative(b *testing.B) *data.Book {
	b.Helper()
	path := filepath.Join(b.TempDir(), "talkative.book")
	book, err := data.Open(b.Context(), path, benchOptions(benchNow))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	ids, r := benchIDs(), rand.New(rand.NewPCG(1, 2))
	often := rand.NewZipf(r, 1.2, 20, wordsKnown-1)
	anna := app.Customer{ID: ids.Next(), Name: app.Name{Full: "Anna Korhonen"}}
	batch := app.Batch{Act: app.ActImport, Changes: []app.Change{app.Put(anna)}}
	for n := range opinionsSaid {
		var words []string
		for range wordsEach {
			words = append(words, "w"+strconv.FormatUint(often.Uint64(), 10))
		}
		score := r.IntN(app.MaxScore + 1)
		batch.Changes = append(batch.Changes, app.Put(app.Opinion{
			ID: ids.Next(), Taken: benchNow.Add(time.Duration(n-opinionsSaid) * 15 * time.Minute), Source: app.FromCard,
			Score: &score, Verbatim: strings.Join(words, " "), Themes: []string{[]string{"quality", "delivery", "staff"}[r.IntN(3)]},
		}))
	}
	if _, err := book.Apply(b.Context(), batch); err != nil {
		b.Fatal(err)
	}
	return book
}
