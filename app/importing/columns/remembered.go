package columns

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// keptPrefix is where the book keeps what a person once said of the columns of a
// table, under a hash of its header.
const keptPrefix = app.KeptMappings

// keptMapping is a Mapping as the book keeps it.
type keptMapping struct {
	Column string       `json:"column"`
	Field  fields.Field `json:"field"`
	Order  values.Order `json:"order,omitempty"`
	Point  string       `json:"point,omitempty"`
	Money  string       `json:"money,omitempty"`
}

// keyOf names a header without saying what is in it.
func keyOf(header []string) string {
	plain := make([]string, len(header))
	for i, name := range header {
		plain[i] = written.Plain(name)
	}
	sum := sha256.Sum256([]byte(strings.Join(plain, "\x1f")))
	return keptPrefix + hex.EncodeToString(sum[:16])
}

// MapsFor returns what is said of the columns of the table: by the person now; of the
// others what they said when such a table was imported before, which recall returns by
// its key; and of contacts without a header what is in them.
func MapsFor(t Table, now []Mapping, recall func(key string) ([]byte, error)) ([]Mapping, error) {
	var maps []Mapping
	named := make(map[string]bool)
	filled := make(map[fields.Field]bool)
	for _, m := range now {
		if slices.ContainsFunc(t.Header, func(h string) bool { return written.Plain(h) == written.Plain(m.Column) }) {
			maps = append(maps, m)
			named[written.Plain(m.Column)], filled[m.Field] = true, m.Field != fields.Ignore
		}
	}
	if t.headless { // every such table has the same header
		return append(maps, t.guessContacts(maps)...), nil
	}
	value, err := recall(keyOf(t.Header))
	if err != nil {
		return nil, err
	}
	for _, m := range readKept(value) {
		if !named[written.Plain(m.Column)] && !filled[m.Field] {
			m.remembered = true
			maps = append(maps, m)
		}
	}
	return maps, nil
}

// readKept reads what the book remembers of a header. What it does not understand,
// of a later version say, is as if it were not there.
func readKept(value []byte) []Mapping {
	var kept []keptMapping
	if value == nil || json.Unmarshal(value, &kept) != nil {
		return nil
	}
	var maps []Mapping
	for _, k := range kept {
		m := Mapping{Column: k.Column, Field: k.Field, Order: k.Order, Money: k.Money}
		if k.Point != "" {
			m.Point = values.Point(k.Point[0])
		}
		if slices.Contains(fields.All(), m.Field) {
			maps = append(maps, m)
		}
	}
	return maps
}

// ToRemember is what the book shall keep of what was said now of the table, and under
// which key; "" where nothing was. A currency that is the plan's anyway is not kept, so
// that the table goes along when another one turns out to be meant; but a total without
// one would be said to be of the receipt.
func (t Table) ToRemember(currency string) (key string, value []byte, err error) {
	if t.headless || !slices.ContainsFunc(t.Maps, func(m Mapping) bool { return !m.remembered }) {
		return "", nil, nil
	}
	var kept []keptMapping
	for _, m := range t.Maps {
		k := keptMapping{Column: m.Column, Field: m.Field, Order: m.Order, Money: m.Money}
		if m.Money == currency && m.Field != fields.Total {
			k.Money = ""
		}
		if m.Point != values.NoPoint {
			k.Point = string(rune(m.Point))
		}
		kept = append(kept, k)
	}
	if value, err = json.Marshal(kept); err != nil {
		return "", nil, fmt.Errorf("write down what is known of a table: %w", err)
	}
	return keyOf(t.Header), value, nil
}
