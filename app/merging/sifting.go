package merging

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/alike"
)

const (
	// crowd is how many may share a number for it to say who they are. Where more
	// do, it is a switchboard's, and only those of the same name are compared.
	crowd = 20
	// firstOfCrowd is with how many of a name that a crowd has each is compared:
	// as many as an import names.
	firstOfCrowd = 3
)

// sifting gathers by what customers can be looked for, in few bytes each.
type sifting struct {
	seed  maphash.Seed
	ids   []app.ID
	found []trace

	// By the place in ids: the name, hashed; the letters that its words begin with, and
	// all of its letters, a bit each; and the birthday, hashed, 0 where it is not known
	// in full.
	names, initials, letters, born []uint64
	told                           []telling
}

// sift begins to gather those customers.
func sift(ids []app.ID) sifting {
	n := len(ids)
	return sifting{
		seed: maphash.MakeSeed(), ids: ids,
		names: make([]uint64, n), initials: make([]uint64, n), letters: make([]uint64, n), born: make([]uint64, n),
		told: make([]telling, n),
	}
}

// telling is what of somebody can tell them from others of their name.
type telling uint8

const (
	unnamed   telling = 1 << iota
	reachable         // as alike has it
	numbered          // by the shop
)

// trace is one thing that a customer can be looked for by.
type trace struct {
	key  uint64
	who  int32 // place in ids
	sure bool  // it names a person, whatever their name
}

func (s *sifting) add(who int, c app.Customer) {
	words := alike.Words(c)
	name := strings.Join(words, " ")
	s.names[who] = maphash.String(s.seed, name)
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		s.initials[who] |= 1 << (first % 64)
		for _, letter := range w {
			s.letters[who] |= 1 << (letter % 64)
		}
	}
	if alike.BornTogether(c, c) {
		s.born[who] = maphash.String(s.seed, c.Birthday) | 1
	}
	if len(words) == 0 {
		s.told[who] |= unnamed
	}
	if alike.Reachable(c) {
		s.told[who] |= reachable
	}
	if c.Reference(app.ReferenceShop) != "" {
		s.told[who] |= numbered
	}
	for _, key := range keys(c, name) {
		s.found = append(s.found, trace{maphash.String(s.seed, key), int32(who), key[0] == referenceKey})
	}
}

// mayAgree tells whether two with one thing in common may be one. That spares reading
// most of a household again. Names do not agree where each has a word that begins as
// none of the other's does, and are not one with a slip where each has several letters
// that the other has not; else only the birthday speaks for them.
func (s *sifting) mayAgree(x, y trace) bool {
	a, b := s.initials[x.who], s.initials[y.who]
	if x.sure || a&^b == 0 || b&^a == 0 || s.born[x.who] != 0 && s.born[x.who] == s.born[y.who] {
		return true
	}
	a, b = s.letters[x.who], s.letters[y.who]
	return bits.OnesCount64(a&^b) <= 1 && bits.OnesCount64(b&^a) <= 1
}

// candidates returns whom to compare, each pair once.
func (s *sifting) candidates() [][2]app.ID {
	slices.SortFunc(s.found, func(x, y trace) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.who, y.who)) })
	met := make(map[[2]int32]bool)
	for rest := s.found; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].key == rest[0].key {
			n++
		}
		s.pair(rest[:n], met)
		rest = rest[n:]
	}
	s.pairNamesakes(met)
	pairs := make([][2]app.ID, 0, len(met))
	for p := range met {
		pairs = append(pairs, inOrder(s.ids[p[0]], s.ids[p[1]]))
	}
	slices.SortFunc(pairs, func(x, y [2]app.ID) int { return cmp.Or(x[0].Compare(y[0]), x[1].Compare(y[1])) })
	return pairs
}

// pair notes whom of those with one thing in common to compare.
func (s *sifting) pair(sharing []trace, met map[[2]int32]bool) {
	if len(sharing) <= crowd {
		for i, x := range sharing {
			for _, y := range sharing[i+1:] {
				if s.mayAgree(x, y) {
					met[[2]int32{x.who, y.who}] = true
				}
			}
		}
		return
	}
	byName := slices.Clone(sharing)
	slices.SortFunc(byName, func(x, y trace) int {
		return cmp.Or(cmp.Compare(s.names[x.who], s.names[y.who]), cmp.Compare(x.who, y.who))
	})
	for i, y := range byName[1:] {
		if x := byName[i]; s.names[x.who] == s.names[y.who] {
			met[[2]int32{x.who, y.who}] = true
		}
	}
}

// pairNamesakes notes who has to be compared by name alone: those of whom nothing
// tells whom they are not, with the others of their name. Of a name that a crowd
// has, each is compared with the first few.
func (s *sifting) pairNamesakes(met map[[2]int32]bool) {
	named := make(map[uint64][]int32)
	for who, told := range s.told {
		if told&(unnamed|reachable) == 0 {
			named[s.names[who]] = nil
		}
	}
	for who, name := range s.names {
		if same, asked := named[name]; asked && s.told[who]&unnamed == 0 && len(same) <= crowd {
			named[name] = append(same, int32(who))
		}
	}
	for who, told := range s.told {
		if told&(unnamed|reachable) != 0 {
			continue
		}
		same := named[s.names[who]]
		if len(same) > crowd {
			same = same[:firstOfCrowd]
		}
		for _, other := range same {
			if other != int32(who) && told&s.told[other]&numbered == 0 {
				met[[2]int32{min(other, int32(who)), max(other, int32(who))}] = true
			}
		}
	}
}
