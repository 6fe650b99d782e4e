package wording_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"ringback.app/assets"
)

// messages are the sentences of one language: key, plural form ("" if it has
// none), text.
type messages map[string]map[string]string

// translations reads every file as it stands, by language.
func translations(t testing.TB) map[string]messages {
	t.Helper()
	all := map[string]messages{}
	files, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no translations", err)
	}
	for _, file := range files {
		parts := strings.Split(file, ".")
		if len(parts) != 3 {
			t.Fatalf("%s is not named area.language.json", file)
		}
		text, err := fs.ReadFile(assets.Translations(), file)
		if err != nil {
			t.Fatal(err)
		}
		var read map[string]any
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if all[parts[1]] == nil {
			all[parts[1]] = messages{}
		}
		for key, message := range read {
			if all[parts[1]][key] != nil {
				t.Errorf("%s: %s is in another file of that language too", file, key)
			}
			forms := map[string]string{}
			switch m := message.(type) {
			case string:
				forms[""] = m
			case map[string]any:
				for form, text := range m {
					forms[form], _ = text.(string)
				}
			}
			all[parts[1]][key] = forms
		}
	}
	return all
}

var gap = regexp.MustCompile(`\{\{\s*(?:if (?:not )?)?\.([A-Za-z]+)\s*\}\}`)

func gaps(texts ...string) []string {
	found := map[string]bool{}
	for _, text := range texts {
		for _, m := range gap.FindAllStringSubmatch(text, -1) {
			found[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func TestEveryMessageRendersWithItsGaps(t *testing.T) {
	for tag, all := range translations(t) {
		for key, forms := range all {
			for form, text := range forms {
				fill := map[string]string{}
				for _, name := range gaps(text) {
					fill[name] = "×"
				}
				parsed, err := template.New(key).Option("missingkey=error").Parse(text)
				if err != nil {
					t.Errorf("%s %s %s: %v", tag, key, form, err)
					continue
				}
				var out strings.Builder
				if err := parsed.Execute(&out, fill); err != nil || strings.Contains(out.String(), "{{") || strings.TrimSpace(out.String()) == "" {
					t.Errorf("%s %s %s: %q, %v", tag, key, form, out.String(), err)
				}
			}
		}
	}
}

func TestEveryPluralHasTheFormsOfItsLanguage(t *testing.T) {
	names := map[plural.Form]string{
		plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many",
	}
	for tag, all := range translations(t) {
		need := map[string]bool{"other": true}
		for n := range 1000 {
			need[names[plural.Cardinal.MatchPlural(language.Make(tag), n, 0, 0, 0, 0)]] = true
		}
		for key, forms := range all {
			if _, plain := forms[""]; plain {
				continue
			}
			for form := range need {
				if forms[form] == "" {
					t.Errorf("%s %s lacks the form %q", tag, key, form)
				}
			}
		}
	}
}

// dated are the keys of days, in which each language writes the day its own
// way.
func dated(key string) bool {
	return strings.HasPrefix(key, "say.on.") && key != "say.on.year"
}

func TestEveryLanguageSaysTheSame(t *testing.T) {
	all := translations(t)
	texts := func(forms map[string]string) []string { return slices.Collect(maps.Values(forms)) }
	for tag, said := range all {
		for key, forms := range said {
			english, ok := all["en"][key]
			if !ok {
				t.Errorf("%s has %s, which English lacks", tag, key)
				continue
			}
			want, got := gaps(texts(english)...), gaps(texts(forms)...)
			if dated(key) && len(want) > 0 {
				if len(got) != 1 || !slices.Contains([]string{"Day", "Nth", "Date"}, got[0]) {
					t.Errorf("%s %s has the gaps %v and not one day", tag, key, got)
				}
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %s: %s", tag, key, diff)
			}
		}
		for key := range all["en"] {
			if strings.HasPrefix(key, "say.") && said[key] == nil {
				t.Errorf("%s lacks %s", tag, key)
			}
		}
	}
}

func TestFrenchSignsStayOnTheLineOfTheirWord(t *testing.T) {
	alone := regexp.MustCompile(`[^"\pZ] [:;?!»]|« `)
	for key, forms := range translations(t)["fr"] {
		for _, text := range forms {
			if at := alone.FindString(text); at != "" {
				t.Errorf("%s: %q may be broken in %q", key, at, text)
			}
		}
	}
}

func TestLanguages(t *testing.T) {
	c := catalogue(t)
	if got := c.Complete(); got[0] != language.English {
		t.Errorf("the window's languages begin with %v", got)
	}
	if len(c.Spoken()) < 12 || c.Spoken()[0] != language.English {
		t.Errorf("spoken: %v", c.Spoken())
	}
	// We have lines to say in Finnish, and no window in it.
	if slices.Contains(c.Complete(), language.Finnish) {
		t.Fatal("the window is Finnish now: choose another language for this test")
	}
	if got := c.In("fi", "en-GB").Language(); got != language.English {
		t.Errorf("the window speaks %v", got)
	}
}

func TestAKeyIsCalledTheSameEverywhere(t *testing.T) {
	names := map[string]bool{}
	for _, name := range strings.Fields("Ctrl Enter Esc Up Down Left Right Page / … 1 6 9 C D K N O") {
		names[name] = true
	}
	for key, forms := range translations(t)["en"] {
		if _, key, is := strings.Cut(key, ".key."); !is || strings.Contains(key, ".") {
			continue
		}
		for _, name := range strings.Fields(forms[""]) {
			if !names[name] {
				t.Errorf("%s: there is another name for the key %q", key, name)
			}
		}
	}
}
