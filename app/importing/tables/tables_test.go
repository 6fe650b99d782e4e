package tables_test

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

func rows(t *testing.T, file string, delimiter byte) ([][]string, []string) {
	t.Helper()
	r, err := tables.NewReader(strings.NewReader(file), "utf-8", delimiter)
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	var problems []string
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return got, problems
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, slices.Clone(row.Cells))
		if row.Problem != nil {
			problems = append(problems, row.Problem.Key)
		}
	}
}

func TestRows(t *testing.T) {
	tests := []struct {
		name, file string
		delimiter  byte
		want       [][]string
	}{
		{"plain", "a,b\n1,2\n", ',', [][]string{{"a", "b"}, {"1", "2"}}},
		{"quoted cells", "\"a,b\",\"say \"\"hi\"\"\"\n", ',', [][]string{{"a,b", `say "hi"`}}},
		{"a cell of two lines", "\"one\r\ntwo\",x\r\ny,z\r\n", ',', [][]string{{"one\ntwo", "x"}, {"y", "z"}}},
		{"a quote inside a cell", "12\" pipe,x\n", ',', [][]string{{`12" pipe`, "x"}}},
		{"a quote that was not doubled", "\"a \"big\" cat\",x\n", ',', [][]string{{`a "big" cat`, "x"}}},
		{"a quote that is never closed", "\"a,x\nb,y\n", ',', [][]string{{`"a`, "x"}, {"b", "y"}}},
		{"ragged rows", "a,b,c\n1\n1,2,3,4\n", ',', [][]string{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}}},
		{"empty lines and cells", "a,,b\n\n,\n", ',', [][]string{{"a", "", "b"}, {"", ""}}},
		{"the line that tells Excel the delimiter", "sep=;\na;b\n", ';', [][]string{{"a", "b"}}},
		{"NUL bytes", "a\x00b,c\n", ',', [][]string{{"a b", "c"}}},
		{"formulas that are mere texts", "=\"00512\";\"=\"\"+1\"\"\";=\"a;b \"\"c\"\"\" ;=\"\"\n", ';', [][]string{{"00512", "+1", `a;b "c"`, ""}}},
		{"longer formulas", "=\"a\"&\"b\";=\"a;=b\n", ';', [][]string{{`="a"&"b"`, `="a`, "=b"}}},
		{"tabs", "a\tb\n", '\t', [][]string{{"a", "b"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := rows(t, tt.file, tt.delimiter); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAQuotedCellOfAnyLengthIsOneCellAndTheRowsBelowItAreRead(t *testing.T) {
	letters := 4 * app.MaxVerbatim
	for name, tt := range map[string]struct {
		cell    string
		whole   bool
		problem string
	}{
		"as many letters as an opinion may have": {strings.Repeat("🙂", app.MaxVerbatim), true, ""},
		"with commas":                            {strings.Repeat("x, y ", letters/5), true, ""},
		"of many lines":                          {strings.Repeat("It was good, they say.\n", 3000), true, ""},
		"too long":                               {strings.Repeat("x, y ", letters/4), false, "import.table.cell-long"},
		"too long, of many lines":                {strings.Repeat("It was good.\n", letters), false, "import.table.cell-long"},
		"a line of a megabyte":                   {strings.Repeat("x, ", 1<<20), false, "import.table.line-long"},
		"lines of a megabyte":                    {strings.Repeat("x, ", 1<<20) + "\n" + strings.Repeat("y, ", 1<<20), false, "import.table.line-long"},
		"quotes in a line of a megabyte":         {strings.Repeat("x, \"\"y\"\" ", 1<<18), false, "import.table.line-long"},
	} {
		t.Run(name, func(t *testing.T) {
			got, problems := rows(t, "day,words,stars\n1,\""+tt.cell+"\",5\n2,\"so, so\",3\n3,\"of two\nlines\",1\n", ',')
			if len(got) != 4 || got[2][1] != "so, so" || got[3][1] != "of two\nlines" {
				t.Fatalf("%d rows", len(got))
			}
			if tt.whole != (got[1][1] == tt.cell) || strings.Join(problems, " ") != tt.problem {
				t.Errorf("%d of %d letters, problems %v", len(got[1][1]), len(tt.cell), problems)
			}
		})
	}
}

func TestAQuoteThatIsAMereSignSwallowsNoRows(t *testing.T) {
	got, problems := rows(t, "day,words\n1,\"so\n"+strings.Repeat("2,fine\n", 5000)+"3,\"good\"\n", ',')
	if len(got) != 5003 || got[1][1] != "\"so" || !slices.Equal(problems, []string{"import.table.quote"}) {
		t.Errorf("%d rows, problems %v", len(got), problems)
	}
}

func TestHugeCellsAndRowsAreCutAndSaid(t *testing.T) {
	got, problems := rows(t, strings.Repeat("x", 10<<20)+",b\n"+strings.Repeat("c,", 2000)+"\nlast,row\n", ',')
	if len(got) != 3 || len(got[0][0]) < 4*app.MaxVerbatim || len(got[0][0]) > 5*app.MaxVerbatim || len(got[1]) != 500 || got[2][1] != "row" {
		t.Errorf("%d rows, the last %q", len(got), got[len(got)-1])
	}
	if !slices.Equal(problems, []string{"import.table.line-long", "import.table.wide"}) {
		t.Errorf("problems: %v", problems)
	}
}

func TestLinesAreCountedThroughCellsOfSeveralLines(t *testing.T) {
	r, err := tables.NewReader(strings.NewReader("a,b\n\"1\n2\n3\",x\n\"open,y\nc,d\n"), "utf-8", ',')
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for {
		row, err := r.Next()
		if err != nil {
			break
		}
		lines = append(lines, row.Line)
	}
	if !slices.Equal(lines, []int{1, 2, 5, 6}) {
		t.Errorf("rows begin on lines %v", lines)
	}
}

func TestDelimiter(t *testing.T) {
	for file, want := range map[string]byte{
		"a,b,c\n1,2,3\n":                          ',',
		"a;b;c\n1,5;2,5;3\n":                      ';',
		"a\tb\n1\t2, and more, and more\n":        '\t',
		"a|b|c\n1|2|3\n":                          '|',
		"\"x;y\",b\n\"1;2\",3\n":                  ',',
		"sep=|\na;b;c|d\n":                        '|',
		"just words\nand more of them\n":          0,
		"name,day,item\n\"Ann, B\",1,\"a,b,c\"\n": ',',
		"Datum;Kunde;Betrag\n14.03.2024;Müller, Jürgen;12,50\n15.03.2024;Able, Anna;7,00\n": ';',
		"Datum;Betrag\n14.03.2024;12,50\n15.03.2024;7,00\n":                                 ';',
		"Name\tAdresse\nMüller, J.\tWeg 1, Berlin, DE\nAble, A.\tWeg 2, Bonn, DE\n":         '\t',
		"Kunde|Telefon\n\"Müller, Jürgen\"|030 1\n\"Able, Anna\"|030 2\n":                   '|',
		"Takings, March; all\na,b,c\n1,2,3\n4,5,6\n":                                        ',',
	} {
		if got := tables.Delimiter([]byte(file)); got != want {
			t.Errorf("%q is kept apart by %q, want %q", file, got, want)
		}
	}
}
