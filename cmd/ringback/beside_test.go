package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Work that panics beside the window ends there, and whoever waits for what comes
// back from it by themselves waits for ever. What execute brings back always comes.
func TestWorkBesideTheWindowIsOnlyBegunInAWayThatTellsHowItEnded(t *testing.T) {
	const begins = "../../ui/execute"
	for _, root := range []string{"../../ui", ".."} {
		read := 0
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && filepath.ToSlash(path) == begins:
				return filepath.SkipDir
			case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			read++
			tellWhereWorkBegins(t, path)
			return nil
		})
		if err != nil || read == 0 {
			t.Fatal(root, read, err)
		}
	}
}

func tellWhereWorkBegins(t *testing.T, path string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && beginsWork(call) {
			t.Errorf("%s begins work by itself: use execute.Then, Do or Latest", files.Position(call.Pos()))
		}
		return true
	})
}

// beginsWork tells whether a call is Go of an executor: of all methods of that name
// it is the one that takes work.
func beginsWork(call *ast.CallExpr) bool {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || method.Sel.Name != "Go" || len(call.Args) != 1 {
		return false
	}
	if _, ok := call.Args[0].(*ast.FuncLit); ok {
		return true
	}
	of, ok := method.X.(*ast.SelectorExpr)
	return ok && strings.EqualFold(of.Sel.Name, "run")
}
