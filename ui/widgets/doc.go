// Package widgets holds the pieces that pages are made of. A widget only shows
// and calls back: it knows no customer, no book and no sentence, and it asks
// the theme for every colour and size. Lengths given to constructors are at the
// normal text size; the theme scales them.
//
// Keys and shortcuts that a focused widget has no use for go on to the canvas,
// so that the window's own keys work wherever the focus is.
package widgets
