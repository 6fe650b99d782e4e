package data

import (
	"context"

	"ringback.app/app"
)

// PurchasesIn yields the purchases in that currency, in the order of their IDs,
// until yield returns false.
func (b *Book) PurchasesIn(ctx context.Context, currency string, yield func(app.Purchase) bool) error {
	return b.view(ctx, func(s *state) error {
		return s.scan(inPurchases, nil, nil, func(_, raw []byte) (bool, error) {
			// Of a receipt in another, which may be long, no more is wanted.
			of, err := decode[struct {
				Currency string `cbor:"7,keyasint"`
			}](s.coding, raw)
			if err != nil || of.Currency != currency {
				return err == nil, err
			}
			p, err := decode[app.Purchase](s.coding, raw)
			return err == nil && yield(p), err
		})
	})
}
