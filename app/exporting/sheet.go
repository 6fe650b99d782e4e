package exporting

import (
	"io"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/wording"
)

// sheet is what every way of writing notes needs to know.
type sheet struct {
	voice  *wording.Voice
	plan   app.Plan
	zone   *time.Location
	now    time.Time
	filter Filter
}

// writer writes records one after the other.
type writer[T any] interface {
	begin() error
	record(r T) error
	end(c Count) error
}

func (s sheet) noteWriter(w io.Writer, f Format) (writer[Note], error) {
	switch f {
	case CSV:
		return newTable(s, w, "export.column.", noteColumns), nil
	case Markdown:
		return &markdownNotes{sheet: s, out: w}, nil
	case JSON:
		return newJSON(s, w), nil
	}
	_, err := ParseFormat(string(f))
	return nil, err
}

// unwritable says that what was given to write to refuses.
func unwritable(err error) error {
	if err == nil {
		return nil
	}
	return &app.Error{Code: app.CodeStorage, Key: "error.export.write", Err: err}
}

// by returns who called: the owner where nobody is named.
func (s sheet) by(c app.Call) string {
	if c.By != "" {
		return c.By
	}
	return s.plan.Owner
}

// bought names all that a call was about.
func (s sheet) bought(purchases []app.Bought) string {
	names := make([]string, len(purchases))
	for i, b := range purchases {
		names[i] = s.voice.Bought(b)
	}
	return strings.Join(names, "; ")
}

// minutes returns how long a call took, as it is said elsewhere; what is less than
// a minute, which is said in seconds there, counts as one. 0 if nobody talked.
func minutes(c app.Call) int {
	if !c.End.After(c.Start) || !c.Disposition.Reached() {
		return 0
	}
	return max(1, wording.Minutes(c.End.Sub(c.Start)))
}
