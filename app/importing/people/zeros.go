package people

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
)

// longestNumber is how many digits a customer number may have for it to be looked
// for with more or fewer zeros before it.
const longestNumber = 8

// numberedAlike returns whose number is the same but for zeros before it, which
// spreadsheets take off: nobody has the number itself, and only one such. Nil where
// anything else says that they are two.
func (ps *People) numberedAlike(ref app.Reference, c app.Customer) (*Person, error) {
	number := alike.WithoutZeros(ref.Value)
	if len(ref.Value) > longestNumber || strings.Trim(number, "0123456789") != "" || strings.Trim(number, "0") == "" {
		return nil, nil
	}
	var found []*Person
	for ; len(number) <= longestNumber; number = "0" + number {
		as := app.Reference{Kind: ref.Kind, Value: number}
		if p := ps.byReference[as]; p != nil && !slices.Contains(found, p) {
			found = append(found, p)
			continue
		}
		ids, err := ps.known.ByReference(as.Kind, as.Value)
		if err != nil {
			return nil, fmt.Errorf("look a reference up: %w", err)
		}
		for _, id := range ids {
			p, err := ps.take(id)
			if err != nil {
				return nil, err
			}
			if !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
	if len(found) != 1 || found[0].isOther(c) || alike.Names(found[0].Customer, c) == alike.Other || alike.BornApart(found[0].Customer, c) {
		return nil, nil
	}
	return found[0], nil
}
