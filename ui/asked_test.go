package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Work that is under way beside the window goes on after somebody else may have
// sat down at the desk, so who did it is asked before: when it is begun.
func TestWhoSitsAtTheDeskIsAskedBeforeTheWorkBegins(t *testing.T) {
	files, asked := token.NewFileSet(), 0
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Walk(desk{func(at token.Pos, beside bool) {
			if asked++; beside {
				t.Errorf("%s: asked beside the window", files.Position(at))
			}
		}, false}, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if asked == 0 {
		t.Error("nobody asks: the test looks for the wrong thing")
	}
}

// desk looks for calls of By, and tells whether they are in a function that runs
// beside the window: one given to Go, or that takes a context.
type desk struct {
	found  func(at token.Pos, beside bool)
	beside bool
}

func (d desk) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.CallExpr:
		method := ""
		if of, ok := n.Fun.(*ast.SelectorExpr); ok {
			method = of.Sel.Name
		}
		switch strings.ToLower(method) {
		case "by":
			if len(n.Args) == 0 {
				d.found(n.Pos(), d.beside)
			}
		case "go":
			d.beside = true
		case "ui":
			d.beside = false
		}
	case *ast.FuncLit:
		for _, p := range n.Type.Params.List {
			if of, ok := p.Type.(*ast.SelectorExpr); ok && of.Sel.Name == "Context" {
				d.beside = true
			}
		}
	}
	return d
}
