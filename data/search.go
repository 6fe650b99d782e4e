package data

import (
	"context"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Search finds customers, best first.
func (b *Book) Search(ctx context.Context, query string, limit int) (found []app.Found, err error) {
	words := strings.Fields(folding.Fold(query))
	if len(words) == 0 {
		return nil, nil
	}
	err = b.Customers(ctx, func(l app.Listed) bool {
		text := folding.Fold(strings.Join(append([]string{l.Name, l.Firm, l.Reference, folding.Digits(l.Phone)}, l.Emails...), "\n"))
		for _, word := range words {
			if !strings.Contains(text, word) {
				return true
			}
		}
		found = append(found, app.Found{Listed: l, Where: app.FoundName})
		return limit <= 0 || len(found) < limit
	})
	return found, err
}
