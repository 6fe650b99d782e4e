package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
)

func TestWhatKeepsTheColumnsApartIsCorrectedInThePreview(t *testing.T) {
	known := show(t, &shop{preview: twoPeople()})
	known.Dropped([]string{"a.vcf", "b.csv"})
	known.misses(t, "What keeps the columns apart")
	preview := twoPeople()
	preview.Files[1].Program = ""
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.choose(t, "The day comes first", "The month comes first")
	s.choose(t, "Semicolons (;)", "Tabs")
	if read := s.lastRead(); read[1].Delimiter != '\t' || read[0].Delimiter != 0 || read[1].Map != nil {
		t.Errorf("read with %q and %+v", read[1].Delimiter, read[1].Map)
	}
}

func TestWhatKeepsTheColumnsApartIsCorrectedWhereTheyAreAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Who;When", "Names": []string{"Who;When"}, "Table": columns.Unknown{
			Charset: "utf-8", Delimiter: "~", Names: []string{"Who;When"}, Fields: []fields.Field{""}, Rows: [][]string{{"Ann;3.4.2026"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.shop.err = nil
	s.choose(t, "~", "Semicolons (;)")
	if read := s.lastRead()[0]; read.Delimiter != ';' {
		t.Errorf("read with %q", read.Delimiter)
	}
}
