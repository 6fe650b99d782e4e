package data

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// Limits on what is read back: far above anything a shop writes, low enough
// that a damaged length cannot ask for all memory.
const (
	maxElements = 1 << 20
	maxNesting  = 16
)

// coding writes and reads values.
type coding struct {
	enc cbor.EncMode
	dec cbor.DecMode
}

// newCoding returns the one form of CBOR that books are written in: equal
// records give equal bytes (RFC 8949, 4.2.1), moments are whole seconds.
func newCoding() (coding, error) {
	opts := cbor.CoreDetEncOptions()
	opts.Time = cbor.TimeUnix
	enc, err := opts.EncMode()
	if err != nil {
		return coding{}, fmt.Errorf("set up encoding: %w", err)
	}
	dec, err := cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		MaxArrayElements: maxElements,
		MaxMapPairs:      maxElements,
		MaxNestedLevels:  maxNesting,
		UTF8:             cbor.UTF8DecodeInvalid, // what came in must come out
	}.DecMode()
	if err != nil {
		return coding{}, fmt.Errorf("set up decoding: %w", err)
	}
	return coding{enc, dec}, nil
}

func (c coding) encode(v any) ([]byte, error) {
	raw, err := c.enc.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return raw, nil
}

func decode[T any](c coding, raw []byte) (T, error) {
	var v T
	if err := c.dec.Unmarshal(raw, &v); err != nil {
		return v, damaged(fmt.Errorf("decode %T: %w", v, err))
	}
	return v, nil
}

// record reads a record of that kind; nil stays nil.
func (c coding) record(kind app.Kind, raw []byte) (app.Record, error) {
	if raw == nil {
		return nil, nil
	}
	switch kind {
	case app.KindCustomer:
		return decodeRecord[app.Customer](c, raw)
	case app.KindPurchase:
		return decodeRecord[app.Purchase](c, raw)
	case app.KindCall:
		return decodeRecord[app.Call](c, raw)
	case app.KindOpinion:
		return decodeRecord[app.Opinion](c, raw)
	case app.KindComplaint:
		return decodeRecord[app.Complaint](c, raw)
	case app.KindPlan:
		return decodeRecord[app.Plan](c, raw)
	}
	return nil, damaged(fmt.Errorf("no kind of record has the number %d", kind))
}

func decodeRecord[T app.Record](c coding, raw []byte) (app.Record, error) {
	v, err := decode[T](c, raw)
	if err != nil {
		return nil, err
	}
	return v, nil
}

// apart is an encoded record taken apart: what is written of each field, by its
// number.
type apart map[int]cbor.RawMessage

// apart takes a record of that kind apart; nil has no fields.
func (c coding) apart(kind app.Kind, raw []byte) (apart, error) {
	if raw == nil {
		return nil, nil
	}
	var fields apart
	if err := c.dec.Unmarshal(raw, &fields); err != nil {
		return nil, damaged(fmt.Errorf("take a record of kind %d apart: %w", kind, err))
	}
	return fields, nil
}

// sides takes apart what a record was before an entry of the journal and after it.
func (c coding) sides(e entry) (before, after apart, err error) {
	if before, err = c.apart(e.Kind, e.Before); err != nil {
		return nil, nil, err
	}
	after, err = c.apart(e.Kind, e.After)
	return before, after, err
}

// set has a field be that; nil is none.
func (a apart) set(field int, raw cbor.RawMessage) {
	if raw == nil {
		delete(a, field)
		return
	}
	a[field] = raw
}

// bucketOf returns where records of that kind lie.
func bucketOf(kind app.Kind) (bucket, bool) {
	switch kind {
	case app.KindCustomer:
		return inCustomers, true
	case app.KindPurchase:
		return inPurchases, true
	case app.KindCall:
		return inCalls, true
	case app.KindOpinion:
		return inOpinions, true
	case app.KindComplaint:
		return inComplaints, true
	case app.KindPlan:
		return inPlan, true
	}
	return 0, false
}
