package review

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"ringback.app/app"
)

// Label is something that opinions name.
type Label struct {
	Sort Sort
	Name string
}

// Sort says what a label is. The letters are written in books and do not change.
type Sort byte

// The sorts of label.
const (
	Theme   Sort = 't'
	Item    Sort = 'i' // on a purchase that the opinion is about
	Seller  Sort = 's' // who sold such a purchase
	Praised Sort = 'p' // a member of staff who earned praise
)

// Count counts opinions.
type Count struct{ All, Happy, Unhappy int }

func (c *Count) add(other Count, times int) {
	c.All += times * other.All
	c.Happy += times * other.Happy
	c.Unhappy += times * other.Unhappy
}

// countOf is the count of one opinion.
func countOf(o app.Opinion) Count {
	c := Count{All: 1}
	if o.Score != nil && *o.Score >= app.Promoting || o.Stars != nil && *o.Stars >= app.Satisfied {
		c.Happy = 1
	}
	if o.Unhappy() {
		c.Unhappy = 1
	}
	return c
}

// Day is what one of the shop's days comes to.
type Day struct {
	Sums
	Talk map[Label]Count
}

func (d *Day) talk(label Label, c Count, times int) {
	if d.Talk == nil {
		d.Talk = make(map[Label]Count)
	}
	sum := d.Talk[label]
	sum.add(c, times)
	if sum == (Count{}) {
		delete(d.Talk, label)
		return
	}
	d.Talk[label] = sum
}

// Add adds another day's numbers.
func (d *Day) Add(other *Day) {
	d.Sums.Add(&other.Sums, 1)
	for label, c := range other.Talk {
		d.talk(label, c, 1)
	}
}

// AppendTalk appends what was talked of in packed form, in the order of the
// labels.
func (d *Day) AppendTalk(to []byte) []byte {
	labels := slices.SortedFunc(maps.Keys(d.Talk), func(a, b Label) int {
		return cmp.Or(cmp.Compare(a.Sort, b.Sort), strings.Compare(a.Name, b.Name))
	})
	for _, label := range labels {
		c := d.Talk[label]
		to = append(to, byte(label.Sort))
		to = append(binary.AppendUvarint(to, uint64(len(label.Name))), label.Name...)
		for _, n := range []int{c.All, c.Happy, c.Unhappy} {
			to = binary.AppendVarint(to, int64(n))
		}
	}
	return to
}

// ReadTalk adds what AppendTalk wrote.
func (d *Day) ReadTalk(packed []byte) error {
	r := reader{packed: packed}
	for len(r.packed) > 0 {
		sort := Sort(r.packed[0])
		r.packed = r.packed[1:]
		label := Label{sort, r.text()}
		c := Count{r.int(), r.int(), r.int()}
		if r.failed {
			return errSums
		}
		d.talk(label, c, 1)
	}
	return nil
}
