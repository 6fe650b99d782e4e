// Package wording turns what the shop knows into sentences: every sentence a
// person reads is found here by its dotted key, in their language.
package wording

import (
	"errors"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"ringback.app/app"
)

// Voice speaks one language of the window. It is safe for concurrent use.
type Voice struct {
	say     *i18n.Localizer
	tag     language.Tag
	bundled *Catalogue
	window  bool // errors name what to press, not what to type at a command line
}

// InWindow returns a voice that says the same to somebody at the window: its
// errors send nobody to the command line.
func (v *Voice) InWindow() *Voice {
	shown := *v
	shown.window = true
	return &shown
}

// Say returns the sentence of that key with its gaps filled. A key that no
// language has comes back as it is; a test holds that none is asked for.
func (v *Voice) Say(key string, args app.Args) string {
	return v.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: args})
}

// Count returns the sentence of that key in the plural form of n, which also
// fills the gap Count.
func (v *Voice) Count(key string, n int, args app.Args) string {
	data := app.Args{"Count": n}
	for k, a := range args {
		data[k] = a
	}
	return v.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n})
}

func (v *Voice) localize(config *i18n.LocalizeConfig) string {
	// A message found in the fallback language comes with an error and is good.
	text, err := v.say.Localize(config)
	if err != nil && text == "" {
		return config.MessageID
	}
	return text
}

// Error returns the one sentence that tells a person what went wrong. An error
// that is nobody's fault but ours says so.
func (v *Voice) Error(err error) string {
	var e *app.Error
	if errors.As(err, &e) && e.Key != "" {
		return v.Say(e.Key, v.worded(e.Args))
	}
	return v.Say("error.internal", nil)
}

// worded writes what an error's sentence is about as people read it: long numbers
// with their thousands apart. The gap Window is whether they read it in the window.
func (v *Voice) worded(args app.Args) app.Args {
	const long = 10_000 // a year is none
	said := make(app.Args, len(args)+1)
	for name, arg := range args {
		switch n := arg.(type) {
		case int:
			if n >= long {
				arg = v.Number(int64(n))
			}
		case int64:
			if n >= long {
				arg = v.Number(n)
			}
		case app.Act:
			arg = v.Act(n)
		case app.Moment:
			arg = v.Moment(n.At, n.Now)
		case app.Goods:
			arg = v.Goods(n)
		case app.Money:
			arg = v.Money(n)
		case app.CardProperty:
			arg = v.cardProperty(n)
		}
		said[name] = arg
	}
	said["Window"] = v.window
	return said
}

// Fields returns what is wrong with each field of a form, by the name of the
// field; nothing if the error is not about fields.
func (v *Voice) Fields(err error) map[string]string {
	var fields app.FieldErrors
	if errors.As(err, &fields) {
		said := make(map[string]string, len(fields))
		for field, e := range fields {
			said[field] = v.Error(e)
		}
		return said
	}
	var e *app.Error
	if errors.As(err, &e) && e.Field != "" {
		return map[string]string{e.Field: v.Error(e)}
	}
	return nil
}
