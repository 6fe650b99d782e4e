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

// sharing is who has which number or address.
type sharing struct {
	by    map[string][]*person
	named map[string][]*person // by number and name: those beyond mostSharing
}

func newSharing() sharing {
	return sharing{by: make(map[string][]*person), named: make(map[string][]*person)}
}

func (s sharing) add(key string, p *person) {
	into := s.by
	if slices.Contains(into[key], p) {
		return
	}
	if len(into[key]) >= mostSharing {
		if into, key = s.named, withName(key, p.customer); len(into[key]) >= mostSharing || slices.Contains(into[key], p) {
			return
		}
	}
	into[key] = append(into[key], p)
}

// of returns who has the number and may be the customer.
func (s sharing) of(key string, c app.Customer) []*person {
	all := s.by[key]
	if len(all) < mostSharing {
		return all
	}
	return append(slices.Clone(all), s.named[withName(key, c)]...)
}

func withName(key string, c app.Customer) string {
	return key + "\x00" + strings.Join(alike.Words(c), " ")
}
