package data

import (
	"context"

	"ringback.app/app"
)

// Currencies returns the currencies in which customers bought last, in the order of
// their codes. It looks at one customer of each.
func (b *Book) Currencies(ctx context.Context) (all []string, err error) {
	err = b.view(ctx, func(s *state) error {
		var from []byte
		for more := true; more; {
			more = false
			err := s.rows(inCurrencies, from, nil, func(k, _ []byte) (bool, error) {
				code := k[:len(k)-idSize]
				all = append(all, string(code))
				from, more = after(code), true
				return false, nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

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
