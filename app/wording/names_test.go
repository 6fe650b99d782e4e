package wording_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"
)

// named is the beginning of the keys under which each type's values have their
// names.
var named = map[string]string{
	"Act": "act.", "Disposition": "disposition.", "Source": "source.", "RemedyKind": "remedy.",
	"Purpose": "purpose.", "UnfitFor": "unfit.", "FoundIn": "found.", "Guard": "because.group.",
}

func TestEveryValueHasAName(t *testing.T) {
	english := translations(t)["en"]
	seen := map[string]int{}
	for _, dir := range []string{"..", filepath.Join("..", "calllist")} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Skip("the sources are not here:", err)
		}
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for kind, values := range constants(parsed) {
				for _, value := range values {
					seen[kind]++
					if key := named[kind] + value; value != "" && english[key] == nil {
						t.Errorf("%s %q has no name: %s", kind, value, key)
					}
				}
			}
		}
	}
	for kind := range named {
		if seen[kind] == 0 {
			t.Errorf("no value of %s was seen", kind)
		}
	}
}

// constants returns the text constants of a file that have one of the named
// types.
func constants(file *ast.File) map[string][]string {
	found := map[string][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, ok := spec.Type.(*ast.Ident)
		if !ok || named[kind.Name] == "" {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			found[kind.Name] = append(found[kind.Name], unquoted(lit))
		}
		return true
	})
	return found
}
