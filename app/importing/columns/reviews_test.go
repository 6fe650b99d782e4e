package columns_test

import (
	"fmt"
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// heardIn writes down, in the words of the test, the one opinion of a book.
func heardIn(book *importingtest.Shelf) string {
	for _, o := range importingtest.OpinionsOf(book) {
		given := ""
		if o.Score != nil {
			given = fmt.Sprint(*o.Score)
		}
		if o.Stars != nil {
			given = fmt.Sprint(*o.Stars, "*")
		}
		return fmt.Sprintf("%s %s %q %q", o.Said, given, o.Verbatim, o.Sender)
	}
	return "nothing"
}

func TestReviewsAreOpinionsWhateverStandsBesideThem(t *testing.T) {
	for name, tt := range map[string]struct{ header, row, want string }{
		"the code of what was bought": {"Date,Email,SKU,Rating,Comment", "2026-03-15,ann@example.com,MG,5,Soaks in fast", `2026-03-15 5* "Soaks in fast" "ann@example.com"`},
		"whose it is, in parts":       {"reviewId,productId,rating,title,body,reviewer.name,reviewer.email,dateCreated", "r1,123,5,Great,Soaks in fast,Ann Bell,ann@example.com,2026-03-15T10:00:00Z", `2026-03-15 5* "Great\nSoaks in fast" "Ann Bell, ann@example.com"`},
		"the number of the order":     {"id,rating,author,email,body,date,productId,orderId", "l1,4,Ann B.,ann@example.com,Lovely,2026-03-15,7,1001", `2026-03-15 4* "Lovely" "Ann B., ann@example.com, 1001"`},
		"a reference":                 {"Review User Email,Review Created (UTC),Review Content,Review Stars,Reference Id", "ann@example.com,2026-03-15 10:00:00,Lovely mugs,5,1001", `2026-03-15 5* "Lovely mugs" "ann@example.com, 1001"`},
		"stars written out":           {"Reviewer,Star Rating,Comment,Create Time", "Ann Bell,FIVE,Lovely shop,2026-03-15T10:00:00Z", `2026-03-15 5* "Lovely shop" "Ann Bell"`},
		"stars in words":              {"Datum,Kunde,E-Mail,Bewertung,Kommentar", "2026-03-15,Ann Bell,ann@example.com,4 von 5 Sternen,Prima", `2026-03-15 4* "Prima" "Ann Bell, ann@example.com"`},
		"a survey of people":          {"Respondent ID,Date Created,Email Address,First Name,Last Name,How likely is it that you would recommend us?,What could we improve?", "11800,2026-03-15 10:00,ann@example.com,Ann,Bell,2,The bowl broke", `2026-03-15 2 "The bowl broke" "Ann Bell, ann@example.com"`},
		"a form":                      {"Timestamp,Email Address,How satisfied are you with your purchase? (1 to 5),What should we know?", "2026-03-15 14:03:22,ann@example.com,3,Slow", `2026-03-15 3* "Slow" "ann@example.com"`},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			if got := heardIn(book); got != tt.want || p.Files[0].Kind != importing.KindOpinions || len(book.Bought)+len(book.Customers) > 0 {
				t.Errorf("%s: %s, want %s", p.Files[0].Kind, got, tt.want)
			}
		})
	}
}

func TestWhatOnlyLooksLikeAReviewIsNone(t *testing.T) {
	for name, tt := range map[string]struct {
		header, row string
		want        importing.Kind
	}{
		"an order with a review": {"Order ID,Date,Email,Product,Qty,Amount,Rating,Review", "1001,2026-03-15,ann@example.com,Mug,1,5.00,5,Lovely", importing.KindPurchases},
		"people with a rating":   {"Name,Phone,Rating,Comments", "Ann Bell,+44 20 7946 0290,5,Likes tea", importing.KindCards},
		"a rating in words":      {"Name,Phone,Rating,Feedback", "Ann Bell,+44 20 7946 0290,Hot,Likes tea", importing.KindCards},
	} {
		t.Run(name, func(t *testing.T) {
			p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table(tt.header, tt.row))
			if !slices.ContainsFunc(p.Files, func(f importing.File) bool { return f.Kind == tt.want }) {
				t.Errorf("taken for %s", p.Files[0].Kind)
			}
		})
	}
}
