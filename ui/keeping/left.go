package keeping

// Left is something that was typed and is not on record.
type Left struct {
	What string // names it
	// GoOn goes on with it, once its page is seen; nil: the page does by itself.
	GoOn func()
	// Open tells whether it is on show.
	Open func() bool
}
