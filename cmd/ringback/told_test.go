//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// stuck has the test's own program wait to be told to end, and go on nevertheless.
const stuck = "RINGBACK_TEST_STUCK"

func TestWhoTellsTheProgramTwiceToEndEndsItWhateverItWaitsFor(t *testing.T) {
	if os.Getenv(stuck) != "" {
		ctx, stop := untilTold()
		defer stop()
		fmt.Println("ready")
		<-ctx.Done()
		fmt.Println("told")
		wait := make(chan struct{})
		defer close(wait)
		<-wait
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, signal := range map[string]os.Signal{"Ctrl+C": os.Interrupt, "kill": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			child := exec.CommandContext(t.Context(), program, "-test.run=^"+"TestWhoTellsTheProgramTwiceToEndEndsItWhateverItWaitsFor$")
			child.Env = append(os.Environ(), stuck+"=1")
			out, err := child.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(out)
			for _, want := range []string{"ready", "told"} {
				if !lines.Scan() || lines.Text() != want {
					t.Fatalf("it said %q, not that it is %s", lines.Text(), want)
				}
				_ = child.Process.Signal(signal)
			}
			ended := make(chan struct{})
			go func() { // the second time counts once the first has come through
				for {
					select {
					case <-ended:
						return
					case <-time.After(20 * time.Millisecond):
						_ = child.Process.Signal(signal)
					}
				}
			}()
			_ = child.Wait()
			close(ended)
			if status := child.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != signal {
				t.Errorf("it ended with %v", child.ProcessState)
			}
		})
	}
}
