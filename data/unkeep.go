package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/traces"
)

// dropKept drops the drafts about a customer, and whatever else is kept that names
// them. Of what is about several only what is about them goes: nobody else's
// words are lost with theirs.
func (w *writing) dropKept(c app.Customer, gone []edit) error {
	records := make([]app.ID, len(gone))
	for i, e := range gone {
		records[i] = e.id
	}
	t := traces.Of(c, records)
	return w.scan(inKept, nil, nil, func(k, v []byte) (bool, error) {
		key := string(k)
		switch {
		case t.Identify(key):
			if settled, err := archive.ParseSettled(v); err == nil && strings.HasPrefix(key, app.KeptSettled+c.ID.String()) {
				w.markForgotten(settled.Before)
			}
			w.remove(inKept, bytes.Clone(k))
		case strings.HasPrefix(key, app.KeptMappings), strings.HasPrefix(key, app.KeptStrangers), key == app.KeptSettings:
		case key == app.KeptReminders:
			return true, w.thin(key, v, t.Identify)
		case key == app.KeptAnswers:
			return true, w.thin(key, v, t.AreIn)
		case slices.ContainsFunc(textsOf(v), t.AreIn):
			w.remove(inKept, bytes.Clone(k))
		}
		return true, nil
	})
}

// thin takes the entries out of what is kept that have such a text.
func (w *writing) thin(key string, value []byte, such func(text string) bool) error {
	all, ok := parsed(value)
	if !ok {
		// Nobody can read it any more, and it may say anything.
		w.remove(inKept, []byte(key))
		return nil
	}
	left, found := without(all, such)
	if !found {
		return nil
	}
	if list, ok := left.([]any); ok && len(list) == 0 {
		w.remove(inKept, []byte(key))
		return nil
	}
	thinned, err := json.Marshal(left)
	if err != nil {
		return fmt.Errorf("write down what is kept of others: %w", err)
	}
	w.put(inKept, []byte(key), thinned)
	return nil
}

// without returns the value without the entries of its lists in which there is
// such a text, and whether there were any.
func without(value any, such func(text string) bool) (left any, found bool) {
	switch v := value.(type) {
	case []any:
		kept := slices.DeleteFunc(slices.Clone(v), func(entry any) bool {
			return slices.ContainsFunc(texts(nil, entry), such)
		})
		return kept, len(kept) < len(v)
	case map[string]any:
		for name, part := range v {
			thinned, some := without(part, such)
			v[name], found = thinned, found || some
		}
		return v, found
	}
	return value, false
}

// textsOf are the texts of a value as a person would read them: those of JSON
// without its names and escapes, and all of what is no JSON.
func textsOf(value []byte) []string {
	all, ok := parsed(value)
	if !ok {
		return []string{string(value)}
	}
	return texts(nil, all)
}

func texts(found []string, value any) []string {
	switch v := value.(type) {
	case string:
		found = append(found, v)
	case json.Number:
		found = append(found, v.String())
	case []any:
		for _, part := range v {
			found = texts(found, part)
		}
	case map[string]any:
		for _, part := range v {
			found = texts(found, part)
		}
	}
	return found
}

// parsed reads a value that is JSON. Its numbers stay as they are written.
func parsed(value []byte) (all any, ok bool) {
	if !json.Valid(value) {
		return nil, false
	}
	d := json.NewDecoder(bytes.NewReader(value))
	d.UseNumber()
	return all, d.Decode(&all) == nil
}
