package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// Tables of lines call what was bought Name, too, and name the customer by an address, a
// telephone or a number alone. Customers would be called Blue mug, and each thing of an
// order be somebody else's.

// nameOrGoods is what is asked where nobody can tell.
const nameOrGoods = "error.import.name-or-goods"

// sampledRows is in how many rows is looked for what a column called Name tells.
const sampledRows = 500

// findCalledName takes a column called Name and no more for what was bought where its cells
// are nobody's names: several of them stand on one order of one customer, or beside one
// customer and each beside several. Where no row tells, it is asked.
func (c *Columns) findCalledName(t Table) error {
	at := c.Of(fields.Name)
	if c.Bare >= 0 {
		at = c.Named
	}
	if c.program != nil || at < 0 || c.said[at] || len(c.Items) > 0 || c.Has(fields.Item) || !fields.IsBareName(written.Plain(c.Names[at])) {
		return nil
	}
	keys := c.keys()
	if len(keys) == 0 {
		return nil
	}
	switch found := c.witness(t, at, keys); {
	case found.areGoods():
		if c.at[fields.Item] = at; c.Of(fields.Name) == at {
			delete(c.at, fields.Name)
		}
		if c.Named == at {
			c.Named = -1
		}
	case found.open() && t.Alone && c.Bare < 0 && c.Has(fields.Code, fields.Quantity):
		return t.Ask(nameOrGoods, app.Args{"Column": strings.TrimSpace(c.Names[at])})
	}
	return nil
}

// keys are the columns that tell customers apart without their names.
func (c *Columns) keys() []int {
	var keys []int
	if c.Bare >= 0 {
		keys = append(keys, c.Bare)
	}
	for _, f := range []fields.Field{fields.Customer, fields.Email, fields.Phone, fields.Mobile, fields.Home, fields.Work} {
		if c.Has(f) {
			keys = append(keys, c.Of(f))
		}
	}
	return keys
}

// witness is what rows tell of a column that may name customers, or what they bought.
type witness struct {
	names         int // cells of it
	people        int // of them, those that look like the name of a person, or are that of the address
	named, theirs int // those beside other columns of the customer's name; and of them those that are in it
	orders, mixed int // of several rows of one customer; and those with several names
	keys, several int // of several rows; and those with several names
	shared        int // names beside several customers
}

// areGoods tells whether the cells are what was bought.
func (w witness) areGoods() bool {
	if w.named > 0 {
		return w.theirs == 0 && w.several > 0
	}
	if w.mixed > 0 {
		return 2*w.mixed >= w.orders && (w.people < w.names || w.shared > 0)
	}
	return w.orders == 0 && w.people == 0 && w.several > 0 && 2*w.several >= w.keys && (w.shared > 0 || w.several > 1)
}

// open tells whether nobody can say what the cells are.
func (w witness) open() bool {
	return w.named == 0 &&
		(w.mixed > 0 && 2*w.mixed >= w.orders || w.names > 0 && w.people == 0 && w.orders == 0 && (w.several > 0 || w.keys == 0))
}

// witness looks the first rows through.
func (c *Columns) witness(t Table, at int, keys []int) witness {
	orders, byKey, byName := make(sets), make(sets), make(sets)
	w := witness{}
	order, last, receipt := "", "", c.Of(fields.Receipt)
	if receipt < 0 {
		receipt = c.likeReceipt(t)
	}
	for _, row := range t.sample {
		cell := func(i int) string {
			if i < 0 || i >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[i])
		}
		name, key := folding.Fold(cell(at)), ""
		for _, i := range keys {
			key += "\x00" + folding.Fold(cell(i))
		}
		number := cell(receipt)
		if key = strings.TrimRight(key, "\x00"); key == "" && number != "" && number == order {
			key = last // the first row of an order says whose it is
		}
		order, last = number, key
		if name == "" || key == "" {
			continue
		}
		w.names++
		if written.IsFullName(cell(at)) || isOfAddress(name, cell(c.Of(fields.Email))) {
			w.people++
		}
		if parts := folding.Fold(cell(c.Of(fields.Given)) + " " + cell(c.Of(fields.Family)) + " " + withoutCode(cell(c.Bare))); parts != "" {
			w.named++
			if slices.ContainsFunc(strings.Fields(parts), func(part string) bool { return strings.Contains(name, part) }) {
				w.theirs++
			}
		}
		byKey.add(key, name)
		byName.add(name, key)
		if number != "" {
			orders.add(number+"\x00"+cell(c.Of(fields.Day))+key, name)
		}
	}
	w.orders, w.mixed = orders.count()
	w.keys, w.several = byKey.count()
	_, w.shared = byName.count()
	return w
}

// withoutCode is a cell of a column that may have customers' numbers or names, if it is a
// name.
func withoutCode(cell string) string {
	if written.IsCode(cell) || written.IsPlaceholder(cell) {
		return ""
	}
	return cell
}

// isOfAddress tells whether an address for mail is made of a name.
func isOfAddress(name, address string) bool {
	const short = 3 // letters, which an address may have by chance
	local, _, _ := strings.Cut(folding.Fold(address), "@")
	return slices.ContainsFunc(strings.Fields(name), func(word string) bool {
		return len(word) >= short && strings.Contains(local, word)
	})
}

// sets are what stands beside each of some things.
type sets map[string]*set

type set struct {
	rows    int
	first   string
	several bool
}

// add takes into account what stands beside a thing.
func (s sets) add(thing, beside string) {
	if s[thing] == nil {
		s[thing] = &set{first: beside}
	}
	s[thing].rows++
	s[thing].several = s[thing].several || s[thing].first != beside
}

// count returns how many things there are more than once, and of them those that have
// several others beside them.
func (s sets) count() (again, several int) {
	for _, one := range s {
		if one.rows > 1 {
			again++
		}
		if one.several {
			several++
		}
	}
	return again, several
}
