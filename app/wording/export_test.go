package wording

import "golang.org/x/text/language"

// Complete returns the languages the window can speak: those that have every
// sentence of it, English first.
func (c *Catalogue) Complete() []language.Tag { return c.complete }

// Spoken returns the languages we have the lines in that are said to a
// customer, English first.
func (c *Catalogue) Spoken() []language.Tag { return c.spoken }

// Language returns the language the voice speaks.
func (v *Voice) Language() language.Tag { return v.tag }
