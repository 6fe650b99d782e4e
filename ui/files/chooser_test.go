package files_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestAFolderShowsItsFoldersFirstAndOnlyTheFilesThatFit(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.sees("Folder above", "Empty/", "Shop/", "contacts.vcf", "purchases.csv", "3 kB", "13 Nov")
	for _, not := range []string{"notes.pdf", ".hidden"} {
		if strings.Contains(d.reads(), not) {
			t.Errorf("%s is shown", not)
		}
	}
	if s := d.reads(); strings.Index(s, "Shop/") > strings.Index(s, "contacts.vcf") {
		t.Error("a file stands before a folder")
	}
}

func TestTwoFilesAreMarkedAndChosenByTheKeyboardAlone(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	d.sees("Choose 1 file")
	d.press(fyne.KeyDown, fyne.KeyReturn)
	d.expects("contacts.vcf", "purchases.csv")
}

func TestMarksStayWhileFoldersAreOpened(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.press(fyne.KeyTab)
	d.write("pur")
	d.press(fyne.KeySpace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	d.write("sho")
	d.press(fyne.KeyReturn)
	d.sees("till.csv", "May/")
	d.write("till")
	d.press(fyne.KeySpace)
	d.sees("Choose 2 files", "•")
	d.accept()
	d.expects("purchases.csv", "Shop/till.csv")
	if got := d.Folder(); got != filepath.Join(d.folder, "Shop") {
		t.Errorf("remembered %s", got)
	}
}

func TestBackspaceGoesUpToTheFolderThatWasLeft(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.SetFolder(filepath.Join(d.folder, "Shop", "May"))
	d.choose()
	d.press(fyne.KeyTab, fyne.KeyBackspace, fyne.KeyReturn)
	d.sees("may.csv")
	d.press(fyne.KeyReturn) // the line on top leads up
	d.sees("till.csv")
	if len(d.chosen) != 0 {
		t.Errorf("chosen %q", d.chosen)
	}
}

func TestPathsAreUnderstoodAsPeopleTypeAndPasteThem(t *testing.T) {
	for name, text := range map[string]string{
		"from the home folder":    "~/Shop/till.csv",
		"within the folder shown": "Shop/till.csv",
		"in quotes":               `"$/Shop/till.csv"`,
		"as an address":           "file://$/Shop/till.csv",
		"with a detour":           " $/Empty/../Shop/till.csv ",
		"by a beginning":          "~/Shop/ti",
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, theme.Light)
			d.choose()
			d.canvas().Focused().(*widgets.Entry).SetText(strings.ReplaceAll(text, "$", filepath.ToSlash(d.folder)))
			d.press(fyne.KeyReturn)
			d.expects("Shop/till.csv")
		})
	}
}

func TestWhatIsNotThereIsSaidAndCostsNothing(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	entry := d.canvas().Focused().(*widgets.Entry)
	entry.SetText("~/nothing/here.csv")
	d.press(fyne.KeyReturn)
	d.sees("There is nothing at")
	entry.SetText("~/zzz")
	d.sees("Nothing here has “zzz” in its name.")
	entry.SetText("~/Empty/")
	d.sees("Nothing in this folder can be chosen here.")
	if len(d.chosen) != 0 {
		t.Errorf("chosen %q", d.chosen)
	}
}

func TestAFolderThatMayNotBeReadIsSaid(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.press(fyne.KeyDown) // to Empty
	if err := os.RemoveAll(filepath.Join(d.folder, "Empty")); err != nil {
		t.Fatal(err)
	}
	d.press(fyne.KeyReturn)
	d.sees("cannot be read", "contacts.vcf")
}

func TestAFolderThatIsGoneGivesWayToTheHomeFolder(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.SetFolder(filepath.Join(d.folder, "gone"))
	d.choose()
	d.sees("contacts.vcf")
}

func TestNothingBehindTheSheetGetsAKey(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.page.got = nil
	d.choose()
	for range 6 {
		d.press(fyne.KeyTab, fyne.KeyDown, fyne.KeyF1, fyne.KeyDelete)
		d.write("1")
		d.press(fyne.KeyBackspace)
		if f := d.canvas().Focused(); f == fyne.Focusable(d.page.button) {
			t.Fatal("the focus went behind the sheet")
		}
	}
	d.Window.Focus(nil) // a page behind that lets go of the focus
	if d.canvas().Focused() == nil {
		t.Error("the sheet lost its focus")
	}
	d.press(fyne.KeyEscape)
	if len(d.page.got) != 0 {
		t.Errorf("the page behind was told %q", d.page.got)
	}
	if len(d.chosen) != 1 || len(d.chosen[0]) != 0 {
		t.Errorf("chosen %q", d.chosen)
	}
	if d.canvas().Focused() != fyne.Focusable(d.page.button) {
		t.Error("the focus did not come back")
	}
	d.press(fyne.KeyEscape)
	if !slices.Equal(d.page.got, []string{"back"}) {
		t.Errorf("afterwards the page was told %q", d.page.got)
	}
}

func TestAFileIsSavedInAFolderOfOnesChoice(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.save("notes.csv")
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // the buttons, then the path
	d.canvas().Focus(d.entry(0))
	d.press(fyne.KeyDown)
	d.write("shop")
	d.press(fyne.KeyReturn)
	d.sees("till.csv")
	d.accept()
	d.expects("Shop/notes.csv")
}

func TestANameThatIsTakenIsSaidBeforeItIsReplaced(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.save("purchases.csv")
	d.press(fyne.KeyReturn)
	d.sees("“purchases.csv” is there already.")
	name := d.canvas().Focused().(*widgets.Entry)
	name.SetText("contacts.vcf")
	d.press(fyne.KeyReturn) // another name is asked about anew
	d.sees("“contacts.vcf” is there already.")
	name.SetText("purchases")
	d.press(fyne.KeyReturn)
	d.sees("“purchases.csv” is there already.")
	if len(d.chosen) != 0 {
		t.Fatalf("chosen %q", d.chosen)
	}
	d.press(fyne.KeyReturn)
	d.expects("purchases.csv")
}

func TestANameThatCannotBeWrittenIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"":              "The file needs a name.",
		"Shop.csv/":     "is a folder",
		"gone/file.csv": "There is no folder",
	} {
		d := newDesk(t, theme.Light)
		if err := os.Mkdir(filepath.Join(d.folder, "Shop.csv"), 0o700); err != nil {
			t.Fatal(err)
		}
		d.save("notes.csv")
		d.canvas().Focused().(*widgets.Entry).SetText(text)
		d.press(fyne.KeyReturn)
		d.sees(want)
		d.press(fyne.KeyEscape)
		if len(d.chosen) != 1 || d.chosen[0][0] != "" {
			t.Errorf("chosen %q", d.chosen)
		}
	}
}

func TestAllFilesOfAFolderAreMarkedAtOnce(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.press(fyne.KeyDown) // into the list
	d.selectAll()
	d.sees("Choose 2 files")
	d.selectAll()
	if strings.Contains(d.reads(), "•") {
		t.Errorf("the marks are not taken away again:\n%s", d.reads())
	}
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	d.selectAll() // those, too, that were not marked
	d.accept()
	if len(d.chosen) != 1 || len(d.chosen[0]) != 2 {
		t.Errorf("chosen %q", d.chosen)
	}
}

func TestChooseOpensTheFolderThatThePersonWentTo(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.accept() // nothing was gone to: the first line leads up, which nobody asked for
	d.sees("contacts.vcf")
	d.press(fyne.KeyDown, fyne.KeyDown)
	d.accept()
	d.sees("till.csv", "May/")
	if len(d.chosen) != 0 {
		t.Errorf("chosen %q", d.chosen)
	}
}

func TestAFolderThatIsTypedWholeLeadsIntoItsFiles(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.canvas().Focused().(*widgets.Entry).SetText("~/Shop/")
	d.accept()
	if _, ok := d.canvas().Focused().(*widgets.Table); !ok {
		t.Errorf("%T has the keys", d.canvas().Focused())
	}
	d.press(fyne.KeyEnd)
	d.accept()
	d.expects("Shop/till.csv")
}
