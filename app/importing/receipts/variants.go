package receipts

import (
	"regexp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/written"
)

// noSorts are what programs call the only sort that there is of a thing.
var noSorts = []string{"defaulttitle", "default", "regular", "standard", "none", "na", "no", "single", "onesize", "normal"}

// propertyOf is the name of a property before what it is: Color:Blue.
var propertyOf = regexp.MustCompile(`(^|[,;|/] ?)\pL[\pL ]{0,30}: ?`)

// ofSort is a thing with which sort of it was bought: Mug (Blue). What its name says
// already, and what says nothing, is not added.
func ofSort(item, variant string) string {
	variant = strings.TrimSpace(propertyOf.ReplaceAllString(variant, "$1"))
	switch plain := written.Plain(variant); {
	case item == "", plain == "", slices.Contains(noSorts, plain), strings.Contains(folding.Fold(item), folding.Fold(variant)):
		return item
	}
	return written.Clip(item + " (" + variant + ")")
}

// sameThings tells whether two receipts are of the same things, of which one says what the
// other does not: a code, or what they cost. It returns the lines of the first with what
// they lacked, and whether that is anything.
func sameThings(book, file []app.Line) (filled []app.Line, gains, same bool) {
	const most = 200 // each is looked for among all
	if len(book) != len(file) || len(book) == 0 || len(book) > most {
		return nil, false, false
	}
	filled = slices.Clone(book)
	used := make([]bool, len(file))
	for i := range filled {
		l := &filled[i]
		at := slices.IndexFunc(file, func(f app.Line) bool {
			return f.Item == l.Item && f.Quantity == l.Quantity && (f.Code == l.Code || f.Code == "" || l.Code == "") && (f.Amount == l.Amount || f.Amount == 0 || l.Amount == 0)
		})
		for at >= 0 && used[at] {
			next := slices.IndexFunc(file[at+1:], func(f app.Line) bool { return f == file[at] })
			if next < 0 {
				return nil, false, false
			}
			at += 1 + next
		}
		if at < 0 {
			return nil, false, false
		}
		used[at] = true
		if l.Code == "" && file[at].Code != "" {
			l.Code, gains = file[at].Code, true
		}
		if l.Amount == 0 && file[at].Amount != 0 {
			l.Amount, gains = file[at].Amount, true
		}
	}
	return filled, gains, true
}
