package tables_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"ringback.app/app/importing/tables"
)

func FuzzReader(f *testing.F) {
	f.Add([]byte("a,b\n\"1\n2\",\"x\"\"y\"\n\"open,z\n"), byte(','))
	f.Add([]byte("a,b\n"+strings.Repeat("c,d\n\"e,\"f,\"\"g\n", 210)), byte(','))
	f.Add([]byte("sep=;\n\xff;\x00\r\r\n;;;\"\""), byte(';'))
	f.Fuzz(func(t *testing.T, file []byte, delimiter byte) {
		if delimiter == '"' || delimiter == ' ' || delimiter == '\n' || delimiter == '\r' {
			return
		}
		r, err := tables.NewReader(bytes.NewReader(file), "utf-8", delimiter)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := 0, 0; ; n++ {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if row.Line <= line || len(row.Cells) == 0 || n > len(file) {
				t.Fatalf("row %d on line %d after line %d, of %d cells", n, row.Line, line, len(row.Cells))
			}
			line = row.Line
		}
	})
}
