package exporting_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"
)

// streams returns the streams of a PDF that are compressed text, unpacked.
func streams(t *testing.T, pdf []byte) [][]byte {
	t.Helper()
	var all [][]byte
	for {
		_, rest, found := bytes.Cut(pdf, []byte("stream\n"))
		if !found {
			return all
		}
		packed, after, _ := bytes.Cut(rest, []byte("\nendstream"))
		pdf = after
		r, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			continue // not packed
		}
		plain, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("a stream is broken: %v", err)
		}
		if bytes.Contains(plain, []byte(")Tj")) {
			all = append(all, plain)
		}
	}
}

// unescaped takes the backslashes out of a string of a PDF.
func unescaped(raw []byte) []byte {
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			i++
			switch raw[i] {
			case 'r':
				out = append(out, '\r')
				continue
			case 'n':
				out = append(out, '\n')
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}
