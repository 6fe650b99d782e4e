package main_test

import (
	"bufio"
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rule says what packages below a folder must never come to know, by whatever
// way; a test of theirs must not import it.
type rule struct {
	below     string
	forbidden []string
	tests     []string // what their tests may import all the same
}

const module = "ringback.app/"

func rules() []rule {
	const (
		fyne   = "fyne.io/"
		driver = "fyne.io/fyne/v2/app"
		bbolt  = "go.etcd.io/bbolt"
		cmd    = module + "cmd"
		ui     = module + "ui"
		data   = module + "data"
		assets = module + "assets"
		theApp = module + "app"
	)
	return []rule{
		{below: theApp, forbidden: []string{fyne, bbolt, cmd, ui, data, assets}, tests: []string{assets}},
		{below: data, forbidden: []string{fyne, cmd, ui, assets}, tests: []string{assets}},
		{below: ui, forbidden: []string{driver, bbolt, cmd, data}},
		{below: assets, forbidden: []string{fyne, bbolt, cmd, ui, data, theApp}, tests: []string{theApp}},
	}
}

type listed struct {
	path  string
	knows []string // all that it knows, directly or not
	asks  []string // what it imports itself
	tests []string // what its tests import
}

// packages lists the module's packages as the real program is built: with cgo,
// though nothing is compiled here.
func packages(t *testing.T) []listed {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-tags", "migrated_fynedo",
		"-f", `{{.ImportPath}}|{{join .Deps " "}}|{{join .Imports " "}}|{{join .TestImports " "}} {{join .XTestImports " "}}`, module+"...")
	list.Env = append(os.Environ(), "CGO_ENABLED=1")
	var said bytes.Buffer
	list.Stderr = &said
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &said)
	}
	var all []listed
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		parts := strings.Split(lines.Text(), "|")
		all = append(all, listed{parts[0], strings.Fields(parts[1]), strings.Fields(parts[2]), strings.Fields(parts[3])})
	}
	if len(all) < 10 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

// forTests tells whether a package says by its name that it is only for tests.
func forTests(path string) bool {
	return slices.ContainsFunc(strings.Split(path, "/"), func(part string) bool { return len(part) > len("test") && strings.HasSuffix(part, "test") })
}

func TestWhatIsForTestsIsNoPartOfTheProgram(t *testing.T) {
	found := 0
	for _, p := range packages(t) {
		if forTests(p.path) {
			found++
			continue
		}
		for _, imported := range p.asks {
			if strings.HasPrefix(imported, module) && forTests(imported) {
				t.Errorf("%s imports %s", p.path, imported)
			}
		}
	}
	if found == 0 {
		t.Error("there are no packages for tests any more: mend the rule")
	}
}

// inside tells whether a package is the one of that path, or below it.
func inside(path, folder string) bool {
	folder = strings.TrimSuffix(folder, "/")
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func TestNobodyKnowsWhomTheyMustNot(t *testing.T) {
	all := packages(t)
	for _, r := range rules() {
		looked := 0
		for _, p := range all {
			if !inside(p.path, r.below) {
				continue
			}
			looked++
			for _, forbidden := range r.forbidden {
				for _, known := range p.knows {
					if inside(known, forbidden) {
						t.Errorf("%s knows %s", p.path, known)
					}
				}
				if slices.Contains(r.tests, forbidden) {
					continue
				}
				for _, imported := range p.tests {
					if inside(imported, forbidden) {
						t.Errorf("a test of %s imports %s", p.path, imported)
					}
				}
			}
		}
		if looked == 0 {
			t.Errorf("there is no package below %s any more: mend the rule", r.below)
		}
	}
}

func TestTheRulesWouldNoticeABreach(t *testing.T) {
	// The program itself knows everybody: a rule about it must fail.
	for _, p := range packages(t) {
		if p.path != module+"cmd/ringback" {
			continue
		}
		for _, known := range []string{module + "ui", module + "data", module + "app", "fyne.io/fyne/v2/app", "go.etcd.io/bbolt"} {
			if !slices.ContainsFunc(p.knows, func(k string) bool { return inside(k, known) }) {
				t.Errorf("the program does not seem to know %s", known)
			}
		}
		return
	}
	t.Error("the program was not listed")
}

func TestNothingOfOursTalksOverANetwork(t *testing.T) {
	// The first opens a socket on this machine, for a second copy of the program;
	// the second looks whether a display answers.
	local := []string{module + "data/single", module + "cmd/ringback"}
	for _, p := range packages(t) {
		for _, asked := range p.asks {
			if asked == "net/http" || asked == "net" && !slices.Contains(local, p.path) {
				t.Errorf("%s imports %s", p.path, asked)
			}
		}
	}
}

func TestNoPackageIsNamedForNothing(t *testing.T) {
	for _, p := range packages(t) {
		switch name := p.path[strings.LastIndex(p.path, "/")+1:]; name {
		case "util", "utils", "common", "helper", "helpers", "manager", "misc":
			t.Errorf("%s: a folder's name says what is in it", p.path)
		}
	}
}

// Whoever reads on where a comment sends them finds the file there.
func TestTheFilesThatCommentsNameAreThere(t *testing.T) {
	const root = "../.."
	comments := make(map[string]string) // of each file
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		source, err := os.ReadFile(path)
		var all strings.Builder
		for line := range strings.Lines(string(source)) {
			if _, comment, is := strings.Cut(line, "//"); is {
				all.WriteString(comment)
			}
		}
		comments["/"+filepath.ToSlash(path)] = all.String()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for path, comment := range comments {
		for _, name := range regexp.MustCompile(`[\w/]*\w\.go\b`).FindAllString(comment, -1) {
			if strings.HasPrefix(name, "internal/") {
				continue // of a library
			}
			named++
			isThere := func(other string) bool { return strings.HasSuffix(other, "/"+name) }
			if !slices.ContainsFunc(slices.Collect(maps.Keys(comments)), isThere) {
				t.Errorf("%s names %s, which is not there", path, name)
			}
		}
	}
	if named == 0 {
		t.Error("no comment names a file")
	}
}
