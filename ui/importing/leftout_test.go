package importing_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/receipts"
	"ringback.app/ui/widgets"
)

// tap presses the button of that text.
func (s *stage) tap(t *testing.T, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", text)
}

func TestFilesThatCannotBeReadAreCountedAndListed(t *testing.T) {
	preview := twoPeople()
	preview.Items = append(preview.Items, importing.Item{
		File: "c.csv", Name: "c.csv", Kind: importing.KindFile, Action: importing.Reject,
		Problems: []*app.Error{{Code: app.CodeInvalid, Key: "error.import.empty", Args: app.Args{"File": "c.csv"}}},
	})
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv", "c.csv"})
	s.sees(t, "1 file was left out", "c.csv", "“c.csv” is empty.", "Trần Thị Hương")
	s.misses(t, "line 0")
}

func TestFilesBesideContactsInAnArchiveAreNamed(t *testing.T) {
	preview := twoPeople()
	preview.Beside = []importing.Beside{
		{Archive: "all.zip", Files: []string{"read me.txt", "logo.png"}},
		{Archive: "many.zip", Files: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}},
	}
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"all.zip", "many.zip"})
	s.sees(t, "In “all.zip”, neither contacts nor a table, so left alone: read me.txt, logo.png.", "8 and 2 more.")
}

func TestAFileThatAsksCanBeLeftOut(t *testing.T) {
	for _, asked := range []*app.Error{
		{Code: app.CodeInvalid, Key: "error.import.day-order", Args: app.Args{"Column": "Date", "File": "b.csv", "Example": "3/4/2026"}},
		{Code: app.CodeInvalid, Key: "error.import.no-day", Args: app.Args{"File": "b.csv", "Columns": "Wer", "Table": columns.Unknown{
			Names: []string{"Wer"}, Fields: []fields.Field{""}, Rows: [][]string{{"Ann"}},
		}}},
	} {
		s := show(t, &shop{preview: twoPeople(), err: asked})
		s.Dropped([]string{"b.csv"})
		s.misses(t, "Leave this file out") // there is no other
		s.Dropped([]string{"a.vcf", "b.csv"})
		s.shop.err = nil
		s.tap(t, "Leave this file out")
		if read := s.lastRead(); len(read) != 2 || read[0].LeaveOut || !read[1].LeaveOut {
			t.Errorf("%s: read %+v", asked.Key, read)
		}
		s.sees(t, "Before anything is written", "a.vcf")
	}
}

func TestStatusesThatWereTakenForSoldAreNamed(t *testing.T) {
	preview := twoPeople()
	preview.Files[0].TakenAsSold = []receipts.Status{{Text: "Completed", Lines: 40}, {Text: "Zzz", Lines: 2}}
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "taken as sold: Completed 40, Zzz 2.")
}

func TestThatAllIsInTheBookIsSaidOnlyWhereNothingWasLeftOut(t *testing.T) {
	const all, part = "All of it is in the book now.", "It is in the book now, but for what was left out"
	for name, tt := range map[string]struct {
		leave func(*importing.Preview)
		want  string
		not   string
	}{
		"nothing":       {func(*importing.Preview) {}, all, part},
		"a card":        {func(p *importing.Preview) { p.Summary.Rejected++ }, part, all},
		"a line":        {func(p *importing.Preview) { p.Summary.BadLines++ }, part, all},
		"who is no one": {func(p *importing.Preview) { p.Summary.NoOneLines++ }, part, all},
		"a file": {func(p *importing.Preview) {
			p.Items = append(p.Items, importing.Item{File: "c.csv", Name: "c.csv", Kind: importing.KindFile, Action: importing.Reject})
		}, part, all},
	} {
		t.Run(name, func(t *testing.T) {
			preview := twoPeople()
			preview.Summary.Duplicates, preview.Summary.NoOneLines, preview.Summary.BadLines, preview.Summary.Rejected = 1, 0, 0, 0
			tt.leave(preview)
			s := show(t, &shop{preview: preview})
			s.Dropped([]string{"a.vcf"})
			s.Save()
			s.sees(t, tt.want, "Some may be people you know already", "Undo takes it out again.")
			s.misses(t, tt.not)
		})
	}
}

func TestWhyALineWasLeftOutHasTheRoomOfItsState(t *testing.T) {
	preview := twoPeople()
	preview.Items = append(preview.Items, importing.Item{
		File: "b.csv", Kind: importing.KindPurchases, Action: importing.Reject, Line: 2, Name: "Ann Lee",
		Problems: []*app.Error{{Code: app.CodeInvalid, Key: "import.row.future", Args: app.Args{"Line": 2, "Text": "3/4/2026", "Column": "Date"}}},
	})
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "“3/4/2026” in column Date is years ahead, so")
}

func TestWhatIsHiddenInAWorkbookIsSaidOnItsCard(t *testing.T) {
	preview := twoPeople()
	preview.Files[0].Hidden = importing.Hidden{Lines: 2, Columns: []string{"Price", "Cost"}}
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.xlsx"})
	s.sees(t, "2 lines are hidden in the workbook, and were read like the others.", "read like the other columns: Price, Cost.")
}
