package importing_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestWhatIsNotReadIsListedWithItsReasonAndSaved(t *testing.T) {
	preview := twoPeople()
	preview.Items = append(preview.Items, importing.Item{
		File: "b.csv", Kind: importing.KindPurchases, Action: importing.Reject, Line: 7, Name: "=1+1",
		Problems: []*app.Error{{Code: app.CodeInvalid, Key: "import.row.day", Args: app.Args{"Line": 7, "Text": "soon", "Column": "Date"}}},
	})
	s := show(t, &shop{preview: preview})
	s.path = filepath.Join(t.TempDir(), "left.csv")
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "All 3", "New 2", "Left out 1", "To know 2")
	s.down(t, 1)
	s.sees(t, "“12x” cannot be dialled. It was kept and marked", "a.vcf, line 4")
	for _, o := range test.LaidOutObjects(s.Content()) {
		if choice, ok := o.(*widgets.Choice); ok {
			s.canvas.Focus(choice)
			choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		}
	}
	s.misses(t, "Trần Thị Hương")
	s.down(t, 1)
	s.sees(t, "“soon” in column Date is not a day", "b.csv, line 7")
	pagetest.Press(t, s.Content(), "Save what there is to know as a table")
	written, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\ufeffFile,Line,Who", "a.vcf,4,Trần Thị Hương,new,", "b.csv,7,'=1+1,left out,", "is not a day"} {
		if !strings.Contains(string(written), want) {
			t.Errorf("%q is not in\n%s", want, written)
		}
	}
	if len(s.window.toasts) != 1 || s.window.toasts[0] != "2 things to know are in “left.csv”." {
		t.Errorf("told %q", s.window.toasts)
	}
}

func TestWhomSomebodyMayBeIsSaidInTheLineAndBelow(t *testing.T) {
	preview := twoPeople()
	preview.Items[0].Action, preview.Items[0].Alike = importing.Possible, []app.ID{{1}}
	preview.Items[0].Problems = []*app.Error{{Key: "import.alike.number", Args: app.Args{"Name": "Ann of the book", "Shared": "0123", "Line": 1}}}
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "Has the number of Ann of the book")
	s.misses(t, "compare them side by side", "Open the customer’s page")
	s.down(t, 1)
	s.sees(t, "Has the number of Ann of the book, 0123.", "compare them side by side")
}

func TestAResultLeadsToItsCustomersAndIsStillThereAfterwards(t *testing.T) {
	preview := twoPeople()
	preview.Items[0].Customer = app.ID{5}
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	s.down(t, 1)
	pagetest.Press(t, s.Content(), "Open the customer’s page")
	s.Shown()
	s.sees(t, "Imported")
	s.down(t, 0)
	s.enter()
	if len(s.opened) != 2 || s.opened[0] != (app.ID{5}) || s.opened[1] != (app.ID{5}) {
		t.Errorf("opened %v", s.opened)
	}
}

func TestTheResultStaysUntilItIsLeft(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	s.Changed(app.Changed{Batch: app.ID{9}})
	s.sees(t, "Imported")
	s.Save()
	if s.shop.written != 1 {
		t.Errorf("written %d times", s.shop.written)
	}
	s.Hidden()
	s.Shown()
	s.sees(t, "Drop files here")
}

func TestAPreviewThatIsLeftIsStillThere(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Hidden()
	s.Shown()
	s.sees(t, "Before anything is written")
}

func TestAResultThatCameWhileNobodyLookedIsShown(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	s.Dropped([]string{"a.vcf"})
	shop.during = nil
	shop.writing = func() { s.Hidden() }
	s.Save()
	if got := s.window.toasts; len(got) != 1 || got[0] != "Imported, but for what was left out. Import says what and why." {
		t.Errorf("told on the page that is shown: %q", got)
	}
	s.Shown()
	s.sees(t, "Imported")
}

func TestAnImportThatWasTakenBackElsewhereIsNotShownAsDone(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	s.Changed(app.Changed{Batch: app.ID{9}, Act: app.ActUndo, Undoes: app.ID{0: 7}})
	s.sees(t, "Drop files here")
}

func TestABookThatMovedOnIsReadAgainBeforeItIsWritten(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	s.Dropped([]string{"a.vcf"})
	shop.writing = func() {
		shop.failing = &app.Error{Code: app.CodeConflict, Key: "error.import.moved"}
	}
	s.Save()
	s.sees(t, "The book was changed since this preview was made", "Before anything is written")
	if len(shop.read) != 2 {
		t.Errorf("read %d times", len(shop.read))
	}
}

func TestAnImportRefusedWhileAnotherPageIsShownIsToldThere(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	s.Dropped([]string{"a.vcf"})
	shop.writing = func() {
		s.Hidden()
		shop.failing = &app.Error{Code: app.CodeConflict, Key: "error.import.moved"}
	}
	s.Save()
	if len(s.window.failed) != 1 {
		t.Errorf("told %v", s.window.failed)
	}
}

func TestAWriteThatIsStoppedShowsThePreviewAgain(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	s.Dropped([]string{"a.vcf"})
	shop.writing = func() {
		s.sees(t, "Writing to the book", "1,200 of 2,400 records", "Stop")
		s.Back()
		shop.failing = &app.Error{Code: app.CodeCancelled, Key: "error.import.cancelled", Err: context.Canceled}
	}
	s.Save()
	s.sees(t, "Before anything is written")
	if len(shop.read) != 2 || len(s.window.toasts) != 1 {
		t.Errorf("read %d times, told %q", len(shop.read), s.window.toasts)
	}
}
