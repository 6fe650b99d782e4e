package data_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/data"
)

// memoryOf names the work that a process of its own does to be measured.
const memoryOf = "RINGBACK_BENCH_MEMORY"

// The memory that a morning with the large book takes: the list, those not
// called, the cards and some searches. Each is measured in a process of its own,
// by what Linux says of it; the bare limit is bbolt with the same file open.
// Pages of the book that the system could take back at once are told apart.
func BenchmarkMemory(b *testing.B) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		b.Skip("only Linux says how much memory a process has:", err)
	}
	book := benchBook(b)
	path := book.Path()
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	var own, pages, bare float64
	for b.Loop() {
		own, pages = measured(b, "morning", path)
		bare, _ = measured(b, "bare", path)
	}
	b.ReportMetric(own, "MB")
	b.ReportMetric(pages, "MB-of-the-file")
	b.ReportMetric(bare, "bare-MB")
	b.ReportMetric(own/bare, "ratio")
	b.ReportMetric(0, "ns/op")
}

// measured returns the megabytes a process has of its own, and those it has of
// files, after doing that work.
func measured(b *testing.B, work, path string) (own, pages float64) {
	b.Helper()
	child := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^TestWorkThatIsMeasured$", "-test.v")
	child.Env = append(os.Environ(), memoryOf+"="+work+":"+path)
	out, err := child.CombinedOutput()
	if err != nil {
		b.Fatalf("%s: %v\n%s", work, err, out)
	}
	_, err = fmt.Sscanf(after(string(out), "memory "), "%g %g", &own, &pages)
	if err != nil {
		b.Fatalf("%s: %v\n%s", work, err, out)
	}
	return own, pages
}

// TestWorkThatIsMeasured is the process that BenchmarkMemory measures.
func TestWorkThatIsMeasured(t *testing.T) {
	work, path, ok := strings.Cut(os.Getenv(memoryOf), ":")
	if !ok {
		t.Skip("this is the process of BenchmarkMemory")
	}
	if work == "bare" {
		db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
	} else {
		book := spendMorning(t, path)
		defer book.Close()
	}
	own, pages := residentMB(t)
	fmt.Printf("memory %.1f %.1f\n", own, pages)
}

func spendMorning(t *testing.T, path string) *data.Book {
	t.Helper()
	ctx, clock := context.Background(), func() time.Time { return benchNow }
	book, err := data.Open(ctx, path, benchOptions(benchNow))
	if err != nil {
		t.Fatal(err)
	}
	list, desk := calllist.New(book, clock), calling.New(book, clock, benchIDs())
	today, err := list.Today(ctx, 50)
	if err != nil {
		t.Fatal(err)
	}
	rest, err := list.NotToday(ctx, 300)
	if err != nil {
		t.Fatal(err)
	}
	if len(today.Entries) == 0 || len(rest.People) == 0 {
		t.Fatal("a morning with nobody in it measures nothing")
	}
	for _, e := range today.Entries {
		if _, err := desk.CardAbout(ctx, e.Customer.ID, app.ID{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, query := range []string{"m", "ma", "mak", "0770", "oak", "oak table"} {
		if _, err := book.Search(ctx, query, 20); err != nil {
			t.Fatal(err)
		}
	}
	return book
}

// residentMB returns what Linux counts for this process: its own memory, and
// pages of files.
func residentMB(t *testing.T) (own, pages float64) {
	t.Helper()
	status, err := os.Open("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), ":")
		kilobytes, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 64)
		switch {
		case err != nil:
		case name == "RssAnon":
			own = kilobytes / 1024
		case name == "RssFile":
			pages = kilobytes / 1024
		}
	}
	return own, pages
}

// after returns what stands behind the word.
func after(text, word string) string {
	_, rest, _ := strings.Cut(text, word)
	return rest
}
