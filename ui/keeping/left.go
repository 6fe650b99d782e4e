package keeping

import "ringback.app/app"

// Unread returns the error with which reading what was typed, or whom it is about,
// ended. It is nil where they are gone, so that it has nobody to be about, and where
// the draft itself was written wrongly, which is said where it is opened.
func Unread(err error) error {
	switch app.CodeOf(err) {
	case app.CodeNotFound:
		return nil
	case app.CodeDamaged:
		if !app.IsBookDamaged(err) {
			return nil
		}
	}
	return err
}

// Left is something that was typed and is not on record.
type Left struct {
	What string // names it
	// Apart tells it from another that is named the same; "": nothing is known to.
	Apart string
	// GoOn goes on with it, once its page is seen; nil: the page does by itself.
	GoOn func()
	// Open tells whether it is on show.
	Open func() bool
}
