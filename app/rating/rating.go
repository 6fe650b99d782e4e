// Package rating reads what customers give a shop, on the two scales that there
// are: a score of 0 to 10, which NPS takes, and 1 to 5 stars, which CSAT takes.
package rating

import (
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/texts"
)

// Rating is what a customer gave: a score, stars, or neither.
type Rating struct {
	Score *int // 0 to app.MaxScore
	Stars *int // 1 to app.MaxStars
}

// The signs that people write for a star.
const (
	starSigns  = "*★⭐✭✩☆"
	emptyStars = "☆✩" // drawn and not given, as in ★★★★☆
)

// longestRating is how many bytes of a rating are looked at: nobody writes more.
const longestRating = 64

// Parse reads a score of 0 to 10, "9" or "9/10", or stars, "4/5", "4*" or
// "★★★★☆". Nothing is no rating. It returns an Error with CodeInvalid for
// anything else, and for what is not on its scale.
func Parse(text string) (Rating, error) {
	t := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\u00a0' || r == '\ufe0f' { // the last makes a star a picture
			return -1
		}
		return r
	}, text)
	if t == "" {
		return Rating{}, nil
	}
	if len(t) > longestRating {
		return Rating{}, unreadableRating(text)
	}
	if strings.ContainsAny(t, starSigns) {
		return starred(t, text)
	}
	given, scale, of := strings.Cut(t, "/")
	n, ok := digits(given)
	if !ok {
		return Rating{}, unreadableRating(text)
	}
	switch {
	case !of, scale == strconv.Itoa(app.MaxScore):
		if n > app.MaxScore {
			return Rating{}, ratingError("error.opinion.score.range", text)
		}
		return Rating{Score: &n}, nil
	case scale == strconv.Itoa(app.MaxStars):
		return stars(n, text)
	}
	return Rating{}, unreadableRating(text)
}

// starred reads a number with a star beside it, or a row of stars.
func starred(t, text string) (Rating, error) {
	bare := strings.Trim(t, starSigns)
	if bare != "" {
		n, ok := digits(strings.TrimSuffix(bare, "/"+strconv.Itoa(app.MaxStars)))
		if !ok || len([]rune(t)) > len([]rune(bare))+1 {
			return Rating{}, unreadableRating(text)
		}
		return stars(n, text)
	}
	drawn, given := 0, 0
	for _, r := range t {
		drawn++
		if !strings.ContainsRune(emptyStars, r) {
			given++
			if given != drawn { // a star after an empty one
				return Rating{}, unreadableRating(text)
			}
		}
	}
	if drawn > app.MaxStars {
		return Rating{}, ratingError("error.opinion.stars.range", text)
	}
	return stars(given, text)
}

func stars(n int, text string) (Rating, error) {
	if n < 1 || n > app.MaxStars {
		return Rating{}, ratingError("error.opinion.stars.range", text)
	}
	return Rating{Stars: &n}, nil
}

// digits reads a whole number without a sign, as large as it may be written.
func digits(text string) (int, bool) {
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 1 << 30, true // off any scale
	}
	return n, true
}

func unreadableRating(text string) error { return ratingError("error.opinion.rating", text) }

func ratingError(key, text string) error {
	return &app.Error{
		Code: app.CodeInvalid, Key: key, Args: app.Args{"Rating": texts.Quoted(text), "Most": app.MaxScore, "Stars": app.MaxStars},
	}
}

// Of writes what the customer gave as Parse reads it, "" for none.
func Of(o app.Opinion) string {
	switch {
	case o.Score != nil:
		return strconv.Itoa(*o.Score)
	case o.Stars != nil:
		return strconv.Itoa(*o.Stars) + "/" + strconv.Itoa(app.MaxStars)
	}
	return ""
}
