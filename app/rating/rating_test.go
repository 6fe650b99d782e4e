package rating_test

import (
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/rating"
)

func TestARatingIsAScoreOrStars(t *testing.T) {
	score := func(n int) rating.Rating { return rating.Rating{Score: &n} }
	stars := func(n int) rating.Rating { return rating.Rating{Stars: &n} }
	tests := []struct {
		text, why string
		want      rating.Rating
		key       string
	}{
		{"", "a card without one has none", rating.Rating{}, ""},
		{"  ", "spaces are none", rating.Rating{}, ""},
		{"9", "a bare number is a score", score(9), ""},
		{"0", "nought is a score", score(0), ""},
		{"10", "ten is the best score", score(10), ""},
		{"9/10", "of ten is a score", score(9), ""},
		{" 9 / 10 ", "spaces do not matter", score(9), ""},
		{"4/5", "of five is stars", stars(4), ""},
		{"4*", "a star behind is stars", stars(4), ""},
		{"4 ★", "a drawn star too", stars(4), ""},
		{"★4", "a star before is stars", stars(4), ""},
		{"⭐️⭐️⭐️", "pictures of stars are counted", stars(3), ""},
		{"★★★★☆", "an empty star is not given", stars(4), ""},
		{"****", "typed stars are counted", stars(4), ""},
		{"11", "eleven is on no scale", rating.Rating{}, "error.opinion.score.range"},
		{"11/10", "nor is it of ten", rating.Rating{}, "error.opinion.score.range"},
		{"99999999999999999999", "nor is a huge one", rating.Rating{}, "error.opinion.score.range"},
		{"6/5", "six of five is too much", rating.Rating{}, "error.opinion.stars.range"},
		{"0/5", "stars begin at one", rating.Rating{}, "error.opinion.stars.range"},
		{"☆☆☆☆☆", "five empty ones are no star", rating.Rating{}, "error.opinion.stars.range"},
		{"******", "six stars are too many", rating.Rating{}, "error.opinion.stars.range"},
		{"☆★", "stars are filled from the left", rating.Rating{}, "error.opinion.rating"},
		{"4**", "a number has one star", rating.Rating{}, "error.opinion.rating"},
		{"4/7", "sevens are no scale of ours", rating.Rating{}, "error.opinion.rating"},
		{"-1", "below nought is none", rating.Rating{}, "error.opinion.rating"},
		{"8.5", "halves are none", rating.Rating{}, "error.opinion.rating"},
		{"good", "words are none", rating.Rating{}, "error.opinion.rating"},
		{"/10", "half of it is none", rating.Rating{}, "error.opinion.rating"},
		{strings.Repeat("9", 1000), "nobody writes as much", rating.Rating{}, "error.opinion.rating"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			got, err := rating.Parse(test.text)
			if key := keyOf(err); key != test.key {
				t.Fatalf("%q: %v, want %q", test.text, err, test.key)
			}
			if !same(got, test.want) {
				t.Errorf("%q is %v, want %v", test.text, got, test.want)
			}
		})
	}
}

func keyOf(err error) string {
	if e, ok := err.(*app.Error); ok {
		return e.Key
	}
	return ""
}

func same(a, b rating.Rating) bool {
	equal := func(x, y *int) bool { return (x == nil) == (y == nil) && (x == nil || *x == *y) }
	return equal(a.Score, b.Score) && equal(a.Stars, b.Stars)
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "9", "9/10", "4/5", "4*", "★★★★☆", "11", "-1", "☆", "٤/٥", "4\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := rating.Parse(text)
		if err != nil {
			if (r != rating.Rating{}) || app.CodeOf(err) != app.CodeInvalid {
				t.Fatalf("%q: %v, %v", text, r, err)
			}
			return
		}
		if r.Score != nil && r.Stars != nil || r.Score != nil && (*r.Score < 0 || *r.Score > app.MaxScore) ||
			r.Stars != nil && (*r.Stars < 1 || *r.Stars > app.MaxStars) {
			t.Fatalf("%q is %v", text, r)
		}
		again, err := rating.Parse(rating.Of(app.Opinion{Score: r.Score, Stars: r.Stars}))
		if err != nil || !same(r, again) {
			t.Fatalf("%q comes back as %v, %v", text, again, err)
		}
	})
}
