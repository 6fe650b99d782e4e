// Package wording turns what the shop knows into sentences: every sentence a
// person reads is found here by its dotted key, in their language.
package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"ringback.app/app"
)

// Catalogue holds the sentences of every language we have.
type Catalogue struct {
	bundle *i18n.Bundle
}

// Load reads all translations below the root of the file system: files named
// area.language.json, each an object from dotted key to sentence, or to the
// plural forms of one. English is the language to fall back on.
func Load(translations fs.FS) (*Catalogue, error) {
	bundle := i18n.NewBundle(language.English)
	err := fs.WalkDir(translations, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") {
			return err
		}
		_, err = bundle.LoadMessageFileFS(translations, path)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load translations: %w", err)
	}
	return &Catalogue{bundle: bundle}, nil
}

// In returns the voice of the first of those languages (BCP 47) that we have,
// English if we have none.
func (c *Catalogue) In(languages ...string) *Voice {
	tag, _ := language.MatchStrings(language.NewMatcher(c.bundle.LanguageTags()), languages...)
	return &Voice{
		say:     i18n.NewLocalizer(c.bundle, append(languages, language.English.String())...),
		tag:     tag,
		bundled: c,
	}
}

// Voice speaks one language.
type Voice struct {
	say     *i18n.Localizer
	tag     language.Tag
	bundled *Catalogue
}

// Language returns the language the voice speaks.
func (v *Voice) Language() language.Tag { return v.tag }

// Other returns a voice in another language of the same catalogue.
func (v *Voice) Other(languages ...string) *Voice { return v.bundled.In(languages...) }

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
		return v.Say(e.Key, e.Args)
	}
	return v.Say("error.internal", nil)
}
