//go:build unix

package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ringback.app/data"
)

// writeWithoutRoom writes until the file may not grow any more, and says what
// the book holds then.
func writeWithoutRoom(ctx context.Context, path string) error {
	const most = 3 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
		return err
	}
	ids := victimIDs()
	book, err := data.Open(ctx, path, data.Options{IDs: ids, Plan: plan()})
	if err != nil {
		return err
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	read := make(chan error, 1)
	go func() {
		var err error
		for err == nil && reading.Err() == nil {
			_, err = book.Size(ctx)
		}
		read <- err
	}()
	saved := 0
	for refused := 0; refused < 20; { // each has the file opened again
		if _, err = book.Apply(ctx, shopBatch(ids)); err == nil {
			saved++
		} else {
			refused++
		}
	}
	stop()
	if err := <-read; err != nil {
		return fmt.Errorf("who read meanwhile: %w", err)
	}
	problems, checking := book.Check(ctx)
	size, sizing := book.Size(ctx)
	if err := errors.Join(checking, sizing); err != nil || len(problems) > 0 {
		return fmt.Errorf("after the disk was full: %v, %w", problems, err)
	}
	if size.Customers != saved*perBatch {
		return fmt.Errorf("%d batches were saved, %d customers are there", saved, size.Customers)
	}
	if err := book.Backup(ctx, path+".backup"); err != nil {
		return fmt.Errorf("a copy that has room: %w", err)
	}
	if err := book.Close(); err != nil {
		return err
	}
	fmt.Println("full", saved)
	return nil
}

func TestABookThatCannotGrowSaysSoAndStaysUsable(t *testing.T) {
	skipVictims(t)
	path := filepath.Join(t.TempDir(), "shop.book")
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	victim := exec.Command(program)
	victim.Env = append(os.Environ(), victimJob+"=limited", victimBook+"="+path)
	out, err := victim.CombinedOutput()
	var saved int
	if _, scanning := fmt.Sscanf(strings.TrimSpace(string(out)), "full %d", &saved); err != nil || scanning != nil || saved == 0 {
		t.Fatalf("the victim said %q, %v", out, err)
	}
	s := openShop(t, path)
	mustBeWhole(t, s)
	if size, err := s.Size(t.Context()); err != nil || size.Customers != saved*perBatch {
		t.Errorf("the book has %+v, not %d batches, %v", size, saved, err)
	}
	s.put(s.customer("Anna Korhonen", "+358401234567")) // there is room again
}
