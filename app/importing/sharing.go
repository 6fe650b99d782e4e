package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
)

// mostSharing is how many people may share a number, an address or a name and
// still be compared one by one. Of more, as of a shop's own number on every card,
// only those of the very same name are, so that a file of such cards does not
// take for ever.
const mostSharing = 20

// sharing is who has which number or address. Most have theirs for themselves.
type sharing struct {
	first map[string]*person
	more  map[string][]*person // besides the first
	named map[string][]*person // by number and name: those beyond mostSharing
}

func newSharing() sharing {
	return sharing{first: make(map[string]*person), more: make(map[string][]*person), named: make(map[string][]*person)}
}

func (s sharing) add(key string, p *person) {
	first := s.first[key]
	if first == nil {
		s.first[key] = p
		return
	}
	into := s.more
	if first == p || slices.Contains(into[key], p) {
		return
	}
	if 1+len(into[key]) >= mostSharing {
		if into, key = s.named, withName(key, p.customer); len(into[key]) >= mostSharing || slices.Contains(into[key], p) {
			return
		}
	}
	into[key] = append(into[key], p)
}

// of returns who has the number and may be the customer.
func (s sharing) of(key string, c app.Customer) []*person {
	first := s.first[key]
	if first == nil {
		return nil
	}
	all := append([]*person{first}, s.more[key]...)
	if len(all) < mostSharing {
		return all
	}
	return append(all, s.named[withName(key, c)]...)
}

func withName(key string, c app.Customer) string {
	return key + "\x00" + strings.Join(alike.Words(c), " ")
}
