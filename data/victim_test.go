package data_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// A victim is this test program, run once more to do a job on a book until it
// is ended in the middle. Each line that it prints says what is done: from then
// on it must not be lost.

const (
	victimJob  = "RINGBACK_TEST_VICTIM"
	victimBook = "RINGBACK_TEST_BOOK"
	victimFrom = "RINGBACK_TEST_FROM"
)

func TestMain(m *testing.M) {
	job, ok := victimJobs[os.Getenv(victimJob)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := job(context.Background(), os.Getenv(victimBook)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var victimJobs = map[string]func(ctx context.Context, path string) error{
	"write":   writeForEver,
	"restore": restoreForEver,
	"create":  createForEver,
	"limited": writeWithoutRoom,
}

// perBatch is how many customers a victim writes at once, with a purchase each.
const perBatch = 20

func shopBatch(ids *app.IDs) app.Batch {
	b := app.Batch{ID: ids.Next(), Act: app.ActImport}
	for n := range perBatch {
		c := app.Customer{ID: ids.Next(), Name: app.Name{Full: fmt.Sprintf("Anna %d", n)}}
		b.Changes = append(b.Changes, app.Put(c), app.Put(app.Purchase{
			ID: ids.Next(), Customer: c.ID, Day: app.DayOf(noon), Total: 100, Currency: "EUR",
			Lines: []app.Line{{Item: "Oak table", Quantity: app.One, Amount: 100}},
		}))
	}
	return b
}

func victimIDs() *app.IDs {
	return app.NewIDs(time.Now, rand.NewChaCha8([32]byte{byte(os.Getpid()), byte(os.Getpid() >> 8)}))
}

// writeForEver imports, undoes, compacts and rebuilds by turns.
func writeForEver(ctx context.Context, path string) error {
	ids := victimIDs()
	book, err := data.Open(ctx, path, data.Options{IDs: ids, Plan: plan()})
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for n := 1; ; n++ {
		applied, err := book.Apply(ctx, shopBatch(ids))
		if err != nil {
			return err
		}
		fmt.Println("wrote", applied.Batch)
		switch {
		case n%5 == 0:
			if _, err := book.Undo(ctx, applied.Batch, ""); err != nil {
				return err
			}
			fmt.Println("undid", applied.Batch)
		case n%7 == 0:
			err = book.Compact(ctx)
		case n%9 == 0:
			err = book.Rebuild(ctx)
		}
		if err != nil {
			return err
		}
	}
}

func restoreForEver(ctx context.Context, path string) error {
	for n := 0; ; n++ {
		if err := data.Restore(ctx, os.Getenv(victimFrom), path); err != nil {
			return err
		}
		if n == 0 {
			fmt.Println("ready")
		}
	}
}

func createForEver(ctx context.Context, path string) error {
	fmt.Println("ready")
	for n := 0; ; n++ {
		book, err := data.Open(ctx, fmt.Sprintf("%s%d", path, n), data.Options{Plan: plan()})
		if err != nil {
			return err
		}
		if err := book.Close(); err != nil {
			return err
		}
		fmt.Println("made", n)
	}
}

// endVictim runs a job and ends it without a warning at some moment after it
// was ready. It returns what the victim said it had done.
func endVictim(t *testing.T, job, path, from string) []string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	victim := exec.Command(program)
	victim.Env = append(os.Environ(), victimJob+"="+job, victimBook+"="+path, victimFrom+"="+from)
	var complaint strings.Builder
	victim.Stderr = &complaint
	pipe, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(pipe)
	if first, err := lines.ReadString('\n'); first != "ready\n" {
		_ = victim.Wait()
		t.Fatalf("the victim said %q, %v: %s", first, err, complaint.String())
	}
	// It is the moment that is left to chance, so that every run tries others.
	go func() {
		time.Sleep(time.Duration(rand.IntN(150)) * time.Millisecond)
		_ = victim.Process.Kill()
	}()
	said, err := io.ReadAll(lines)
	if err != nil {
		t.Fatal(err)
	}
	_ = victim.Wait() // it was ended
	if complaint.Len() > 0 {
		t.Fatalf("the victim could not go on: %s", complaint.String())
	}
	whole := string(said[:strings.LastIndexByte(string(said), '\n')+1])
	return strings.Fields(strings.ReplaceAll(whole, " ", ":"))
}
