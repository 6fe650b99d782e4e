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

func TestParseAmount(t *testing.T) {
	tests := []struct {
		text  string
		point tables.Point
		cents int64
	}{
		{"2.55", tables.NoPoint, 255},
		{"2,55", tables.NoPoint, 255},
		{"1,234.50", tables.NoPoint, 123450},
		{"1.234,50", tables.NoPoint, 123450},
		{"1.234.567", tables.NoPoint, 123456700},
		{"1,234", tables.Dot, 123400},
		{"1,234", tables.Comma, 123},
		{"1.234", tables.Comma, 123400},
		{"1'234.50", tables.Dot, 123450},
		{"1 234,50 €", tables.Comma, 123450},
		{"1\u00a0234,50", tables.Comma, 123450},
		{"$8.00", tables.Dot, 800},
		{"-$45.00", tables.Dot, -4500},
		{"(45.00)", tables.Dot, -4500},
		{"45.00-", tables.Dot, -4500},
		{"−45", tables.NoPoint, -4500},
		{"EUR 12.5", tables.Dot, 1250},
		{"0.125", tables.NoPoint, 13},
		{"-0.125", tables.NoPoint, -13},
		{"0.0000000001", tables.Dot, 0},
		{"+7", tables.NoPoint, 700},
		{"10,-", tables.NoPoint, 1000},
		{"10.-", tables.Comma, 1000},
		{"€ 10,--", tables.Comma, 1000},
		{"10.– CHF", tables.NoPoint, 1000},
		{"Fr. 1’250.—", tables.NoPoint, 125000},
		{"1.250,-", tables.NoPoint, 125000},
		{"1.250.-", tables.NoPoint, 125000},
		{"1,250.-", tables.Dot, 125000},
		{"-10,-", tables.Comma, -1000},
		{"Fr. 12.50", tables.NoPoint, 1250},
		{"Fr. 1’250.50", tables.NoPoint, 125050},
		{"Rs.1,450.50", tables.NoPoint, 145050},
		{"12,50 kr.", tables.NoPoint, 1250},
		{"kr. 1.250,50", tables.NoPoint, 125050},
		{"1.250 kr.", tables.Comma, 125000},
		{"10,00-", tables.Comma, -1000},
	}
	for _, tt := range tests {
		a, err := tables.ParseAmount(tt.text, tt.point)
		if tt.text == "0.0000000001" {
			if err == nil {
				t.Errorf("%q lost a decimal place without a word", tt.text)
			}
			continue
		}
		if cents, ok := a.In(2); err != nil || !ok || cents != tt.cents {
			t.Errorf("%q with %q is %d (%v), want %d", tt.text, rune(tt.point), cents, err, tt.cents)
		}
	}
	for _, text := range []string{"", "abc", "1.2.3,4,5", "1-2", "12:30", "99999999999999999999", "--5", "1,234", "3x4"} {
		if a, err := tables.ParseAmount(text, tables.NoPoint); app.CodeOf(err) != app.CodeInvalid || err == nil {
			t.Errorf("%q is %+v, want no number", text, a)
		}
	}
}

func TestTimesIsExact(t *testing.T) {
	a, err := tables.ParseAmount("0.1", tables.Dot)
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := a.Times(3000, 2); !ok || n != 30 {
		t.Errorf("3 at 0.10 are %d", n)
	}
	if n, ok := a.Times(-1500, 2); !ok || n != -15 {
		t.Errorf("-1.5 at 0.10 are %d", n)
	}
	large := tables.Amount{Units: 1 << 62}
	if n, ok := large.Times(1<<40, 2); ok {
		t.Errorf("an amount beyond counting is %d", n)
	}
}

func TestPoint(t *testing.T) {
	tests := []struct {
		name   string
		column []string
		want   tables.Point
	}{
		{"whole numbers", []string{"1", "20"}, tables.NoPoint},
		{"a dot before cents", []string{"1,234", "2.55"}, tables.Dot},
		{"a comma before cents", []string{"1.234", "2,55"}, tables.Comma},
		{"thousands twice", []string{"1,234,567"}, tables.Dot},
		{"three places after a zero", []string{"0.125"}, tables.Dot},
		{"nothing decides", []string{"1,234", "5,678"}, tables.Undecided},
		{"rows that contradict each other", []string{"1.5", "2,5"}, tables.Mixed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p tables.Points
			for _, text := range tt.column {
				p.See(text)
			}
			if got := p.Point(); got != tt.want {
				t.Errorf("got %q, want %q", rune(got), rune(tt.want))
			}
		})
	}
}

func TestOrder(t *testing.T) {
	tests := []struct {
		name   string
		column []string
		want   tables.Order
	}{
		{"ISO dates", []string{"2026-03-04"}, tables.AnyOrder},
		{"a day past the twelfth comes first", []string{"3/4/2026", "13/4/2026"}, tables.DayMonth},
		{"a day past the twelfth comes second", []string{"3/4/2026", "4/13/2026"}, tables.MonthDay},
		{"full stops put the day first", []string{"3.4.2026"}, tables.DayMonth},
		{"nothing decides", []string{"3/4/2026", "5/6/2026"}, tables.AskOrder},
		{"the same either way", []string{"3/3/2026"}, tables.AnyOrder},
		{"rows that contradict each other", []string{"13/4/2026", "4/13/2026"}, tables.OrderMixed},
		{"what is no date says nothing", []string{"soon", "", "99/99/2026"}, tables.AnyOrder},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var o tables.Orders
			for _, text := range tt.column {
				o.See(text)
			}
			if got := o.Order(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParseDay(t *testing.T) {
	tests := []struct {
		text   string
		order  tables.Order
		day    string
		minute app.Minute
	}{
		{"2010-12-01 08:26:00", "", "2010-12-01", 8*60 + 26},
		{"2010-12-01T23:59:59+02:00", "", "2010-12-01", 23*60 + 59},
		{"2025-10-07 09:50:26 +0200", "", "2025-10-07", 9*60 + 50},
		{"2010/12/1", "", "2010-12-01", 0},
		{"20101201", "", "2010-12-01", 0},
		{"1.12.2010 8:26", "", "2010-12-01", 8*60 + 26},
		{"1. 12. 2010", "", "2010-12-01", 0},
		{"3/4/2026", "dmy", "2026-04-03", 0},
		{"3/4/2026", "mdy", "2026-03-04", 0},
		{"12/31/10", "mdy", "2010-12-31", 0},
		{"13/4/99", "", "1999-04-13", 0},
		{"12/1/2010 3:04 PM", "mdy", "2010-12-01", 15*60 + 4},
		{"1 Dec 2010", "", "2010-12-01", 0},
		{"01-Dec-2010", "", "2010-12-01", 0},
		{"Dec 1, 2010 8:26 AM", "", "2010-12-01", 8*60 + 26},
		{"December 1, 2010", "", "2010-12-01", 0},
	}
	for _, tt := range tests {
		day, minute, err := tables.ParseDay(tt.text, tt.order)
		if err != nil || day.String() != tt.day || minute != tt.minute {
			t.Errorf("%q %s is %s %s (%v), want %s %s", tt.text, tt.order, day, minute, err, tt.day, tt.minute)
		}
	}
	for _, text := range []string{
		"", "soon", "2010-02-30", "2010-13-01", "31/2/2010", "0/0/00", "3/4/2026", "1/2", "99/99/99", "2010-12-01x",
		"1.12/2010", "12345678", "-1-1-1", "3000-01-01",
	} {
		if day, _, err := tables.ParseDay(text, ""); err == nil {
			t.Errorf("%q is %s, want no day", text, day)
		}
	}
	if day, _, err := tables.ParseDay("13/4/2026", "mdy"); err == nil {
		t.Errorf("a month 13 is %s", day)
	}
}
