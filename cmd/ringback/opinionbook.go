package main

import (
	"ringback.app/app/opinions"
	"ringback.app/data"
)

// opinions returns the desk where opinions are taken down.
func (s *session) opinions(book *data.Book) *opinions.Desk {
	return opinions.New(book, s.clock, s.ids, s.typing())
}
