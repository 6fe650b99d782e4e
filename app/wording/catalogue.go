package wording

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// spokenArea is the first part of the keys of the lines that are said to a
// customer. We have them in more languages than the window.
const spokenArea = "say"

// Catalogue holds the sentences of every language we have.
type Catalogue struct {
	bundle   *i18n.Bundle
	complete []language.Tag   // those that the window can speak, English first
	spoken   []language.Tag   // those that we have the lines in that are said to a customer
	window   language.Matcher // among complete
	lines    language.Matcher // among spoken
}

// Load reads all translations below the root of the file system: files named
// area.language.json, each an object from dotted key to sentence, or to the
// plural forms of one. English is the language to fall back on.
func Load(translations fs.FS) (*Catalogue, error) {
	bundle := i18n.NewBundle(language.English)
	keys := make(map[language.Tag]map[string]bool)
	err := fs.WalkDir(translations, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") {
			return err
		}
		file, err := bundle.LoadMessageFileFS(translations, path)
		if err != nil {
			return err
		}
		if keys[file.Tag] == nil {
			keys[file.Tag] = make(map[string]bool)
		}
		for _, m := range file.Messages {
			keys[file.Tag][m.ID] = true
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load translations: %w", err)
	}
	c := &Catalogue{bundle: bundle}
	c.sort(keys)
	return c, nil
}

// sort tells the languages that have every sentence of the window, and those
// that have every line to say, from the others. English comes first in both.
func (c *Catalogue) sort(keys map[language.Tag]map[string]bool) {
	english := keys[language.English]
	for _, tag := range c.bundle.LanguageTags() {
		window, lines := true, true
		for key := range english {
			switch {
			case keys[tag][key]:
			case strings.HasPrefix(key, spokenArea+"."):
				lines = false
			default:
				window = false
			}
		}
		if window {
			c.complete = append(c.complete, tag)
		}
		if lines {
			c.spoken = append(c.spoken, tag)
		}
	}
	c.window, c.lines = language.NewMatcher(c.complete), language.NewMatcher(c.spoken)
}

// In returns the voice of the first of those languages (BCP 47) that the window
// can speak, English if it can speak none.
func (c *Catalogue) In(languages ...string) *Voice {
	_, i := language.MatchStrings(c.window, languages...)
	return c.voice(c.complete[i])
}

// speaker returns the voice for the lines said to a customer of that language,
// or the shop's own voice where we lack theirs.
func (v *Voice) speaker(customers string) *Voice {
	for _, name := range []string{customers, v.tag.String()} {
		if tag, ok := v.bundled.spokenAs(name); ok {
			return v.bundled.voice(tag)
		}
	}
	return v.bundled.voice(language.English)
}

func (c *Catalogue) voice(tag language.Tag) *Voice {
	return &Voice{say: i18n.NewLocalizer(c.bundle, tag.String()), tag: tag, bundled: c}
}
