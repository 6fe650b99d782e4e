package app

// Money is an amount in minor units (cents, pence) of an ISO 4217 currency.
type Money struct {
	Minor    int64  `cbor:"1,keyasint,omitempty"`
	Currency string `cbor:"2,keyasint,omitempty"`
}

// Quantity counts what was bought in thousandths, so that 1.5 kg is exact.
type Quantity int64

// One is the quantity of one piece.
const One Quantity = 1000

// MostMoney is the most that one amount may be, in minor units, and MostQuantity
// one quantity: hundred thousands of them add up to what an int64 holds.
const (
	MostMoney             = 10_000_000_000_000
	MostQuantity Quantity = 10_000_000_000_000
)
