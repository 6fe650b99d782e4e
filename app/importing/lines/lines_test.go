package lines_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"ringback.app/app/importing/lines"
)

func all(t *testing.T, r *lines.Reader) []string {
	t.Helper()
	var got []string
	for {
		line, err := r.Next()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(line))
	}
}

func TestLinesEndInEveryWay(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"LF", "a\nb\n", []string{"a", "b"}},
		{"CR LF", "a\r\nb\r\n", []string{"a", "b"}},
		{"CR", "a\rb\r", []string{"a", "b"}},
		{"CR CR LF", "a\r\r\nb\r\r\n", []string{"a", "b"}},
		{"all of them", "a\rb\nc\r\nd\r\r\ne", []string{"a", "b", "c", "d", "e"}},
		{"no end at the end", "a\nb", []string{"a", "b"}},
		{"empty lines", "a\n\n\r\n\rb", []string{"a", "", "", "", "b"}},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := all(t, lines.NewReader(strings.NewReader(tt.file))); !slices.Equal(got, tt.want) {
				t.Errorf("at once: %q, want %q", got, tt.want)
			}
			slow := iotest.OneByteReader(strings.NewReader(tt.file))
			if got := all(t, lines.NewReader(slow)); !slices.Equal(got, tt.want) {
				t.Errorf("byte by byte: %q, want %q", got, tt.want)
			}
		})
	}
}

func TestALongLineIsCutAndTheNextIsWhole(t *testing.T) {
	r := lines.NewReader(strings.NewReader(strings.Repeat("x", 3*lines.Longest) + "\r\nafter\r\n"))
	line, err := r.Next()
	if err != nil || len(line) != lines.Longest || !r.Cut() {
		t.Fatalf("%d bytes, cut %t, %v; want %d, cut", len(line), r.Cut(), err, lines.Longest)
	}
	line, err = r.Next()
	if err != nil || string(line) != "after" || r.Cut() || r.Number() != 2 {
		t.Errorf("then %q, cut %t, number %d, %v", line, r.Cut(), r.Number(), err)
	}
}

func TestLinesOfAnyLengthComeWhole(t *testing.T) {
	var want []string
	for n := 0; n < 200_000; n += 997 {
		want = append(want, strings.Repeat("y", n))
	}
	got := all(t, lines.NewReader(strings.NewReader(strings.Join(want, "\r\n")+"\r\n")))
	if !slices.Equal(got, want) {
		t.Errorf("%d lines of %d came as they were", len(got), len(want))
	}
}

func TestAPeekDoesNotMoveOn(t *testing.T) {
	r := lines.NewReader(strings.NewReader("a\nb"))
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if c, ok := r.Peek(); !ok || c != 'b' {
		t.Errorf("peeked %q, %t", c, ok)
	}
	if got := all(t, r); !slices.Equal(got, []string{"b"}) {
		t.Errorf("then %q", got)
	}
	if _, ok := r.Peek(); ok {
		t.Error("nothing is left to peek at")
	}
}

func TestAnErrorOfTheFileIsHandedOn(t *testing.T) {
	broken := errors.New("broken disk")
	r := lines.NewReader(io.MultiReader(strings.NewReader("a\n"), iotest.ErrReader(broken)))
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
