package when

import (
	"strings"

	"ringback.app/app"
)

// ParseHour reads an hour alone: "9", "9:30", "15.30", "3pm", "24:00", which is
// the end of the day. It returns an Error with CodeInvalid and the key
// error.when.hour for anything else.
func ParseHour(text string, words *Words) (app.Minute, error) {
	r := &reading{options: Options{Words: words}, text: strings.TrimSpace(text), today: 1, day: 1}
	if len(r.text) > maxText {
		return 0, r.fail("error.when.hour")
	}
	r.tokens = tokens(r.text)
	for r.next < len(r.tokens) {
		if r.step() != nil {
			return 0, r.fail("error.when.hour")
		}
	}
	if !r.timed || r.weekday != nil || r.day != 1 {
		return 0, r.fail("error.when.hour")
	}
	return r.minute, nil
}
