package importing

import (
	"context"
	"errors"
	"slices"
	"strings"

	"ringback.app/app"
)

// refusal returns what is wrong with a file that shall not cost the others; nil
// where that ends the whole import: the person stopped it, the book failed, or they
// are to say how the file is meant.
func (o Options) refusal(ctx context.Context, err error) *app.Error {
	var e *app.Error
	switch {
	case ctx.Err() != nil, !errors.As(err, &e), app.CodeOf(err) == app.CodeCancelled:
		return nil
	case !strings.HasPrefix(e.Key, "error.import.") && !strings.HasPrefix(e.Key, "error.archive."):
		return nil
	case e.Key == "error.import.charset": // is said of all
		return nil
	case isQuestion(e) && !o.Unasked:
		return nil
	}
	return e
}

// isQuestion tells whether an error asks how a file is meant.
func isQuestion(e *app.Error) bool {
	return e.Args["Table"] != nil || slices.Contains(questions, e.Key)
}

// questions are the errors that a mapping answers.
var questions = []string{
	"error.import.day-order", "error.import.year-order", "error.import.said-order", "error.import.days-mixed", "error.import.point", "error.import.number-or-name", "error.import.currency",
	"error.import.no-customer", "error.import.no-day", "error.import.no-goods", "error.import.no-contact", "error.import.only-names", "error.import.scale",
	"error.import.perhaps-purchases", "error.import.no-name", "error.import.perhaps-goods", "error.import.name-or-goods",
}

// refuse leaves a file out, and says on the preview why.
func (r *reading) refuse(name string, why *app.Error) {
	r.refused = append(r.refused, why)
	r.item(Item{File: name, Kind: KindFile, Action: Reject, Name: name, Problems: []*app.Error{why}})
}

// onlyRefusal returns why the only file cannot be read: there is no preview of
// that.
func (r *reading) onlyRefusal() error {
	if len(r.preview.Files) == 0 && len(r.preview.Items) == 1 && len(r.refused) == 1 {
		return r.refused[0]
	}
	return nil
}
