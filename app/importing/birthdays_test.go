package importing_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/values"
)

func TestBirthdaysOfATable(t *testing.T) {
	clock := func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }
	for name, tt := range map[string]struct {
		born, other string
		maps        []columns.Mapping
		want        string
		problem     string
	}{
		"as ISO has it":                        {"1980-05-04", "", nil, "1980-05-04", ""},
		"without a year, as Google has it":     {"--03-05", "", nil, "--03-05", ""},
		"with the order that another row says": {"4/5/1980", "13/4/1990", nil, "1980-05-04", ""},
		"with the other order":                 {"4/5/1980", "4/13/1990", nil, "1980-04-05", ""},
		"without a year, as Mailchimp has it":  {"03/14", "", nil, "--03-14", ""},
		"without a year, the day first":        {"14.3.", "", nil, "--03-14", ""},
		"without a year, on a leap day":        {"02/29", "", nil, "--02-29", ""},
		"without a year, as another row says":  {"03/04", "12/25", nil, "--03-04", ""},
		"as the person says":                   {"4/5/1980", "", []columns.Mapping{{Column: "Birthday", Field: fields.Birthday, Order: values.MonthDay}}, "1980-04-05", ""},
		"of a year of two digits":              {"13/5/60", "", nil, "1960-05-13", ""},
		"Outlook's for none":                   {"0/0/00", "", nil, "", ""},
		"of a year of two digits ahead":        {"13/5/30", "", nil, "1930-05-13", ""},
		"of a day of this year that is ahead":  {"24/12/26", "", nil, "1926-12-24", ""},
		"of a year that is ahead":              {"14.03.2030", "", nil, "", "import.card.cell"},
		"as ISO has it, ahead":                 {"2980-01-01", "", nil, "", "import.card.cell"},
		"what is none":                         {"in spring", "", nil, "", "import.card.cell"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			lines := []string{"First Name,Last Name,Birthday,E-mail Address", "Ann,Bell," + tt.born + ",ann@example.com"}
			if tt.other != "" {
				lines = append(lines, "Bo,Lund,"+tt.other+",bo@example.com")
			}
			o := importing.Options{Map: tt.maps, Clock: clock}
			p := importingtest.Look(t, book, o, importingtest.Table(lines...))
			if got := importingtest.Problems(p); len(got) > 1 || len(got) == 1 && got[0] != tt.problem || len(got) == 0 && tt.problem != "" {
				t.Errorf("says %v", got)
			}
			if _, err := importing.New(book, book.IDs).Commit(context.Background(), p); err != nil {
				t.Fatal(err)
			}
			if got := book.Named(t, "Ann Bell").Birthday; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestABirthdayThatCanBeReadTwoWaysIsAsked(t *testing.T) {
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(context.Background(),
		[]importing.Source{importingtest.Table("Name,Birthday,Phone", "Ann Bell,4/5/1980,+442079460290")}, importing.Options{})
	if app.CodeOf(err) != app.CodeInvalid || importingtest.KeyOf(err) != "error.import.said-order" {
		t.Errorf("got %v", err)
	}
	if _, err := columns.ParseMapping("Birthday=birthday:mdy"); err != nil {
		t.Error(err)
	}
}

func TestDaysOfAnySortThatContradictEachOtherAreNamed(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"of birthdays": importingtest.Table("Name,Birthday,Phone", "Ann Bell,13/4/1980,+442079460290", "Bo Hall,4/13/1980,+442079460291"),
		"of opinions":  importingtest.Table("Date,Email,Comment,Stars", "13/4/2026,ann@example.com,Nice,5", "4/13/2026,bo@example.com,Fine,4"),
		"of purchases": importingtest.Table("Date,Customer ID,Item", "13/4/2026,7,Cup", "4/13/2026,7,Pot"),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
			said := voices.Error(err)
			if importingtest.KeyOf(err) != "error.import.days-mixed" || !strings.Contains(said, "“13/4/") || !strings.Contains(said, "“4/13/") || strings.Contains(said, "<no value>") {
				t.Errorf("got %s", said)
			}
		})
	}
}
