package importingtest

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// Told is a table of opinions with a header.
func Told(header string, lines ...string) importing.Source {
	return importing.Bytes("told.csv", []byte(header+"\n"+strings.Join(lines, "\n")+"\n"))
}

// OpinionsOf returns the opinions on the shelf, by what they say.
func OpinionsOf(s *Shelf) map[string]app.Opinion {
	all := make(map[string]app.Opinion)
	for _, r := range s.Others {
		if o, ok := r.(app.Opinion); ok {
			all[o.Verbatim] = o
		}
	}
	return all
}

// Of returns a place that holds the value.
func Of[T any](v T) *T { return &v }
