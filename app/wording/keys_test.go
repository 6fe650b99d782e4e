package wording_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// asked are the keys that the program's sources ask for.
type asked struct {
	literal  map[string]token.Position // where a sentence must be
	mention  map[string]bool           // any text that looks like a key
	places   map[string]token.Position // where that is
	prefixes map[string]bool           // texts that end in a dot or dash, to be completed
	suffixes map[string]bool           // texts that complete one
}

var dottedKey = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$`)

// speaks names the functions and methods whose first argument is a key, and the
// place of the key for others.
var speaks = map[string]int{"Say": 0, "Count": 0, "X": 0, "Add": 1}

// sources reads the keys out of every Go file of the program, tests left out.
func sources(t *testing.T, root string) asked {
	t.Helper()
	found := asked{map[string]token.Position{}, map[string]bool{}, map[string]token.Position{}, map[string]bool{}, map[string]bool{}}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		// A package named after another one with "test" behind it is for tests.
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "test")) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool { found.see(n, files); return true })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func (a asked) see(n ast.Node, files *token.FileSet) {
	switch n := n.(type) {
	case *ast.BasicLit:
		text := unquoted(n)
		if dottedKey.MatchString(text) {
			a.mention[text] = true
			a.places[text] = files.Position(n.Pos())
		}
		if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "-") {
			a.prefixes[text] = true
		} else if text != "" {
			a.suffixes[text] = true
		}
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.SelectorExpr:
			name = f.Sel.Name
		case *ast.Ident:
			name = f.Name
		}
		if at, ok := speaks[name]; ok && at < len(n.Args) {
			a.ask(n.Args[at], files)
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Key" {
			a.ask(n.Value, files)
		}
	}
}

func (a asked) ask(e ast.Expr, files *token.FileSet) {
	if lit, ok := e.(*ast.BasicLit); ok {
		if text := unquoted(lit); dottedKey.MatchString(text) {
			a.literal[text] = files.Position(lit.Pos())
		}
	}
}

func unquoted(lit *ast.BasicLit) string {
	if lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}

// remembered are the names under which the window remembers how it looks. They
// look like keys of sentences and are none.
var remembered = []string{"window.text", "window.look", "window.width", "window.height", "window.folder", "window.folder.export"}

// missing returns what is asked for and not there: what is passed as a sentence,
// and every text that begins like the sentences there are, whoever it is passed
// to, unless a sentence goes on from it; an error has one, wherever it is made.
func (a asked) missing(sentences messages) map[string]token.Position {
	areas, begun := map[string]bool{}, map[string]bool{}
	for key := range sentences {
		for i, c := range key {
			if c == '.' || c == '-' {
				begun[key[:i]], begun[key[:i+1]] = true, true
			}
		}
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	none := map[string]token.Position{}
	for key, at := range a.literal {
		if sentences[key] == nil {
			none[key] = at
		}
	}
	for key, at := range a.places {
		area, _, _ := strings.Cut(key, ".")
		if areas[area] && sentences[key] == nil && (area == "error" || !begun[key]) && !slices.Contains(remembered, key) {
			none[key] = at
		}
	}
	return none
}

// uses tells whether a key is asked for: as it stands, or put together from a
// beginning that stands in the sources. A key may be put together from the
// beginning alone ("kind." and the name of a kind); its parts after that need
// not stand anywhere.
func (a asked) uses(key string) bool {
	if a.mention[key] {
		return true
	}
	for i, c := range key {
		if c != '.' && c != '-' {
			continue
		}
		if a.prefixes[key[:i+1]] {
			return true
		}
		// "reason.complaint.fix" and then "-late".
		if a.mention[key[:i]] && a.suffixes[key[i:]] {
			return true
		}
	}
	return false
}

func TestEverySentenceAskedForExistsAndIsAskedFor(t *testing.T) {
	root := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Skip("the sources are not here:", err)
	}
	found := sources(t, root)
	english := translations(t)["en"]
	var missing, idle []string
	for key, at := range found.missing(english) {
		missing = append(missing, key+" ("+at.String()+")")
	}
	for key := range english {
		if !found.uses(key) {
			idle = append(idle, key)
		}
	}
	slices.Sort(missing)
	slices.Sort(idle)
	if len(missing) > 0 {
		t.Errorf("asked for, and in no file of translations:\n%s", strings.Join(missing, "\n"))
	}
	if len(idle) > 0 {
		t.Errorf("translated, and asked for by nothing:\n%s", strings.Join(idle, "\n"))
	}
}

func TestTheScanFindsWhatItLooksFor(t *testing.T) {
	dir := t.TempDir()
	source := `package p
func f(v voice, f fields, kind string) {
	v.Say("page.title", nil)
	v.Say("kind."+kind, nil)
	f.Add("name", "error.name.long", nil)
	use("error.place.full")
	_ = thing{Key: "error.thing.odd"}
	key := "reason.fix"
	key += "-late"
	use("not a key", "some.file")
	add("people.quote", kind)
}
type thing struct{ Key string }
`
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	found := sources(t, dir)
	none := found.missing(messages{
		"error.other": {"": "Something else."}, "people.all": {"": "All"}, "kind.thank": {"": "Thanks"}, "reason.fix": {"": "Fixed"},
	})
	for _, key := range []string{"page.title", "error.name.long", "error.place.full", "error.thing.odd", "people.quote"} {
		if _, ok := none[key]; !ok {
			t.Errorf("%s was not seen", key)
		}
	}
	for _, key := range []string{"some.file", "reason.fix", "kind."} {
		if _, ok := none[key]; ok {
			t.Errorf("%s was taken for a sentence", key)
		}
	}
	for key, want := range map[string]bool{
		"page.title": true, "kind.thank": true, "reason.fix": true, "reason.fix-late": true,
		"page.subtitle": false, "reason.fix-early": false, "error.name": false, "page.title.long": false,
	} {
		if got := found.uses(key); got != want {
			t.Errorf("%s used: %v", key, got)
		}
	}
}
