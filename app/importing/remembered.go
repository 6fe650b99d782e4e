package importing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// keptPrefix is where the book keeps what a person once said of the columns of a
// table, under a hash of its header.
const keptPrefix = "mapping:"

// keptMapping is a Mapping as the book keeps it.
type keptMapping struct {
	Column string       `json:"column"`
	Field  Field        `json:"field"`
	Order  tables.Order `json:"order,omitempty"`
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

// mapsFor returns what the person says of the columns of that header: now, and
// of the others what they said when such a table was imported before.
func (o Options) mapsFor(l look) ([]Mapping, error) {
	header := l.header
	var maps []Mapping
	named := make(map[string]bool)
	filled := make(map[Field]bool)
	for _, m := range o.Map {
		if slices.ContainsFunc(header, func(h string) bool { return written.Plain(h) == written.Plain(m.Column) }) {
			maps = append(maps, m)
			named[written.Plain(m.Column)], filled[m.Field] = true, m.Field != FieldIgnore
		}
	}
	if o.recall == nil || l.headless { // every such table has the same header
		return maps, nil
	}
	before, err := o.recall(keyOf(header))
	if err != nil {
		return nil, err
	}
	for _, m := range before {
		if !named[written.Plain(m.Column)] && !filled[m.Field] {
			m.remembered = true
			maps = append(maps, m)
		}
	}
	return maps, nil
}

// recall returns what the book remembers of a header. What it does not
// understand, of a later version say, is as if it were not there.
func (im *Importer) recall(ctx context.Context) func(key string) ([]Mapping, error) {
	return func(key string) ([]Mapping, error) {
		value, err := im.book.Kept(ctx, key)
		if err != nil {
			return nil, fmt.Errorf("read what is known of a table: %w", err)
		}
		var kept []keptMapping
		if value == nil || json.Unmarshal(value, &kept) != nil {
			return nil, nil
		}
		var maps []Mapping
		for _, k := range kept {
			m := Mapping{Column: k.Column, Field: k.Field, Order: k.Order, Money: k.Money}
			if k.Point != "" {
				m.Point = tables.Point(k.Point[0])
			}
			if slices.Contains(Fields(), m.Field) {
				maps = append(maps, m)
			}
		}
		return maps, nil
	}
}

// remembered is what the book shall keep of what the person said of the columns
// of the tables.
func remembered(all []said) (map[string][]byte, error) {
	values := make(map[string][]byte, len(all))
	for _, said := range all {
		var kept []keptMapping
		for _, m := range said.maps {
			k := keptMapping{Column: m.Column, Field: m.Field, Order: m.Order, Money: m.Money}
			if m.Point != tables.NoPoint {
				k.Point = string(rune(m.Point))
			}
			kept = append(kept, k)
		}
		value, err := json.Marshal(kept)
		if err != nil {
			return nil, fmt.Errorf("write down what is known of a table: %w", err)
		}
		values[said.key] = value
	}
	return values, nil
}

// said is what a person said of the columns of a table.
type said struct {
	key  string
	maps []Mapping
}

// toRemember returns what was said now of the tables. A currency that is the
// plan's anyway is not, so that the table goes along when another one turns out to
// be meant; but a total without one would be said to be of the receipt.
func (r *reading) toRemember(currency string) []said {
	var all []said
	for _, f := range r.files {
		if !f.headless && slices.ContainsFunc(f.maps, func(m Mapping) bool { return !m.remembered }) {
			maps := slices.Clone(f.maps)
			for i, m := range maps {
				if m.Money == currency && m.Field != FieldTotal {
					maps[i].Money = ""
				}
			}
			all = append(all, said{keyOf(f.header), maps})
		}
	}
	return all
}
