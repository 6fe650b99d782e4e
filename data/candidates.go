package data

import (
	"encoding/binary"
	"strings"
)

// candidates are the customers in whom a word may be found, by how good the
// match would be, and the items in which it was.
type candidates struct {
	byTier [tiers]set
	buyers set          // who bought something with the word in its name
	items  []boughtItem // those items, in the order of their numbers; nil for a short word
}

// boughtItem is an item by its number, and its folded name.
type boughtItem struct {
	number uint32
	folded string
}

// candidatesFor asks the index.
func (s *state) candidatesFor(w word) (c candidates, err error) {
	short := len(w.text) < gramSize
	if !short {
		if c.byTier[tierName], err = s.insideOf(nameInside, w.text); err != nil {
			return c, err
		}
	}
	start := w.text[:min(len(w.text), gramSize)]
	if c.byTier[tierNameStart], err = s.having(gramOf(nameStart, start...)); err != nil {
		return c, err
	}
	if !short {
		c.byTier[tierNameStart] = c.byTier[tierNameStart].and(c.byTier[tierName])
	}
	for i, digits := range w.numbers {
		in, err := s.insideOf(phoneDigits, []rune(digits))
		if err != nil {
			return c, err
		}
		tier := phoneTier(i)
		c.byTier[tier] = c.byTier[tier].or(in)
	}
	if c.byTier[tierReference], err = s.texts(referenceStart, referenceInside, w.text); err != nil {
		return c, err
	}
	others, err := s.texts(otherStart, otherInside, w.text)
	if err != nil {
		return c, err
	}
	if short {
		c.buyers, err = s.having(gramOf(itemStart, w.text...))
	} else {
		err = s.bought(&c, w)
	}
	c.byTier[tierOther] = others.or(c.buyers)
	return c, err
}

// texts asks for a word in a field that has both sorts of gram.
func (s *state) texts(start, inside gramField, text []rune) (set, error) {
	if len(text) < gramSize {
		return s.having(gramOf(start, text...))
	}
	return s.insideOf(inside, text)
}

func (s *state) having(g gram) (set, error) { return s.posted(inGrams, s.gramKey(g), nil) }

// insideOf returns who has all grams of the text, or the text itself where it
// is shorter than one.
func (s *state) insideOf(field gramField, text []rune) (set, error) {
	if len(text) <= gramSize {
		return s.having(gramOf(field, text...))
	}
	var all set
	for i := 0; i+gramSize <= len(text); i++ {
		one, err := s.having(gramOf(field, text[i:i+gramSize]...))
		if err != nil {
			return nil, err
		}
		if i == 0 {
			all = one
		} else {
			all = all.and(one)
		}
		if all.size() == 0 {
			return nil, nil
		}
	}
	return all, nil
}

// bought finds the items with the word in their name, and who bought them.
func (s *state) bought(c *candidates, w word) error {
	numbers, err := s.insideOf(itemInside, w.text)
	if err != nil {
		return err
	}
	for n := range numbers.each {
		folded, err := s.item(n)
		if err != nil {
			return err
		}
		if !strings.Contains(folded, string(w.text)) {
			continue
		}
		c.items = append(c.items, boughtItem{n, folded})
		if c.buyers, err = s.posted(inItemBuyers, u32(n), c.buyers); err != nil {
			return err
		}
	}
	return nil
}

// boughtBy names the first of the items that the customer bought.
func (s *state) boughtBy(c candidates, number uint32) (string, error) {
	for _, item := range c.items {
		raw, err := s.get(inItemBuyers, join(u32(item.number), u16(uint16(number>>segmentBits))))
		if err != nil {
			return "", err
		}
		if raw == nil {
			continue
		}
		if contains(raw, uint16(number%segmentSize)) {
			return item.folded, nil
		}
	}
	return "", nil
}

// contains looks for a number in a packed segment.
func contains(packed []byte, n uint16) bool {
	if len(packed) == bitmapBytes {
		return binary.BigEndian.Uint64(packed[n/64*8:])&(1<<(n%64)) != 0
	}
	low, high := 0, len(packed)/2
	for low < high {
		middle := (low + high) / 2
		switch at := binary.BigEndian.Uint16(packed[2*middle:]); {
		case at == n:
			return true
		case at < n:
			low = middle + 1
		default:
			high = middle
		}
	}
	return false
}

// levels puts together what all words say: level n holds the customers whose
// matches come to n, and who are in no better one.
func levels(words []candidates) []set {
	var all []set
	for i, c := range words {
		next := make([]set, int(tiers-1)*(i+1)+1)
		for t := range c.byTier {
			if i == 0 {
				next[t] = append(set(nil), c.byTier[t]...)
				continue
			}
			for n := range all {
				both := append(set(nil), all[n]...).and(c.byTier[t])
				next[n+t] = next[n+t].or(both)
			}
		}
		var seen set
		for n := range next {
			next[n].without(seen)
			seen = seen.or(next[n])
		}
		all = next
	}
	return all
}
