package importing_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

// choose chooses in the list of which that text is chosen.
func (s *stage) choose(t *testing.T, now, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if pick, ok := o.(*widgets.Select); ok {
			list := pick.First().(interface {
				SelectedIndex() int
				SetSelected(text string)
			})
			if chosenOf(pick) == now {
				list.SetSelected(text)
				return
			}
		}
	}
	t.Fatalf("nothing says %q:\n%s", now, pagetest.Texts(s.Content()))
}

func chosenOf(pick *widgets.Select) string {
	for _, o := range test.LaidOutObjects(pick) {
		if text := strings.TrimSpace(pagetest.Texts(o)); text != "" {
			return strings.Split(text, "\n")[0]
		}
	}
	return ""
}

func (s *stage) lastRead() []importing.Source { return s.shop.read[len(s.shop.read)-1] }

// down moves in the list of what comes of each item.
func (s *stage) down(t *testing.T, times int) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if list, ok := o.(*widgets.Table); ok {
			s.canvas.Focus(list)
			for range times {
				list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			}
			return
		}
	}
	t.Fatal("there is no list")
}

func TestAFileSaysWhatItWasReadAs(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "Contacts (vCard), 3 cards.", "Letters, where a card does not say; guessed", "Vietnamese (Windows-1258)",
		"Purchases from Shopify, 12 lines. Semicolons keep the columns apart.", "Unicode (UTF-8)",
		"Columns read as you said the last time.", "The day comes first", "Decimals follow a comma")
}

func TestAnotherCharsetIsReadAtOnceOfThatFileOnly(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	greek := twoPeople()
	greek.Files[0].Charset, greek.Items[0].Name = "windows-1253", "Ελένη"
	s.shop.preview = greek
	s.choose(t, "Vietnamese (Windows-1258)", "Greek (Windows-1253)")
	read := s.lastRead()
	if len(s.shop.read) != 2 || read[0].Charset != "windows-1253" || read[1].Charset != "" {
		t.Fatalf("read %d times, with %q and %q", len(s.shop.read), read[0].Charset, read[1].Charset)
	}
	s.sees(t, "Ελένη", "Greek (Windows-1253)")
	s.misses(t, "guessed", "Trần Thị Hương")
	if _, ok := s.canvas.Focused().(interface{ SelectedIndex() int }); !ok {
		t.Errorf("%T has the keyboard, not the list of charsets", s.canvas.Focused())
	}
}

func TestDaysAndDecimalsAreTurnedInThePreview(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.choose(t, "The day comes first", "The month comes first")
	s.choose(t, "Decimals follow a comma", "Decimals follow a point")
	read := s.lastRead()
	if len(read[0].Map) != 0 || len(read[1].Map) != 2 {
		t.Fatalf("said of the files: %v and %v", read[0].Map, read[1].Map)
	}
	if m := read[1].Map[0]; m.Column != "Created at" || m.Field != fields.Day || m.Order != values.MonthDay {
		t.Errorf("of the days: %+v", m)
	}
	if m := read[1].Map[1]; m.Column != "Lineitem price" || m.Field != fields.Price || m.Point != values.Dot {
		t.Errorf("of the prices: %+v", m)
	}
}

func TestTheColumnsAreSaidAnewFromThePreview(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	pagetest.Press(t, s.Content(), "Columns …")
	s.sees(t, "Say what the columns of “b.csv” hold", "17850.0 · 17851", "#1001 · 3 Apr 2026 · price of one 1234.50",
		"“31/4/2026” cannot be read as day.", "“x” cannot be read as price of one.")
	s.choose(t, "The day comes first", "The month comes first")
	s.sees(t, "#1001 · 4 Mar 2026")
	s.choose(t, "not known", "item")
	s.sees(t, "price of one 1234.50 · Care")
	s.choose(t, "receipt’s number", "nothing we need")
	s.misses(t, "#1001 · 4 Mar")
	s.Save()
	got := make(map[string]columns.Mapping)
	for _, m := range s.lastRead()[1].Map {
		got[m.Column] = m
	}
	if len(got) != 3 || got["Vendor"].Field != fields.Item || got["Name"].Field != fields.Ignore || got["Created at"].Order != values.MonthDay {
		t.Errorf("said %+v", got)
	}
	s.sees(t, "Before anything is written")
}

func TestWhoThinksBetterOfTheColumnsFindsThePreviewAsItWas(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	pagetest.Press(t, s.Content(), "Columns …")
	s.choose(t, "not known", "item")
	s.Back()
	s.sees(t, "Before anything is written", "Trần Thị Hương")
	if len(s.shop.read) != 1 {
		t.Errorf("read %d times", len(s.shop.read))
	}
}

func TestACorrectionThatLeadsNowhereIsTakenBack(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.shop.err = &app.Error{Code: app.CodeInvalid, Key: "error.import.neither", Args: app.Args{"File": "b.csv"}}
	s.choose(t, "Unicode (UTF-8)", "Unicode (UTF-16)")
	s.sees(t, "“b.csv” is neither contacts", "Before anything is written", "Trần Thị Hương", "Unicode (UTF-8)")
	s.shop.err = nil
	s.choose(t, "The day comes first", "The month comes first")
	if read := s.lastRead(); read[1].Charset != "" {
		t.Errorf("the charset that led nowhere is still %q", read[1].Charset)
	}
	s.misses(t, "is neither contacts")
}

func TestAQuestionOfACorrectionLeadsBackToThePreview(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.shop.err = &app.Error{Code: app.CodeInvalid, Key: "error.import.day-order", Args: app.Args{"Column": "Date", "File": "b.csv", "Example": "3/4/2026"}}
	s.choose(t, "Unicode (UTF-8)", "Greek (Windows-1253)")
	s.sees(t, "The month comes first", "Back to the preview")
	s.Back()
	s.sees(t, "Before anything is written", "Unicode (UTF-8)")
}

func TestACharsetIsCorrectedWhereTheColumnsAreAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-day",
		Args: app.Args{"File": "till.csv", "Columns": "Nazwa, Telefon", "Names": []string{"Nazwa", "Telefon"}, "Table": columns.Unknown{
			Charset: "big5", Names: []string{"Nazwa", "Telefon"}, Fields: []fields.Field{"", fields.Phone},
			Rows: [][]string{{"W鎩cik", "+48 22 123 45 67"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "Letters, guessed: are the names right?", "W鎩cik", "if these are contacts, which one is the name")
	if list, ok := s.canvas.Focused().(interface{ SetSelected(text string) }); !ok {
		t.Errorf("%T has the keyboard, not the first column that is not known", s.canvas.Focused())
	} else {
		list.SetSelected("name")
	}
	s.shop.err = nil
	s.choose(t, "Chinese, traditional (Big5)", "Central European (Windows-1250)")
	read := s.lastRead()[0]
	if read.Charset != "windows-1250" || len(read.Map) != 1 || read.Map[0].Field != fields.Name {
		t.Errorf("read in %q with %+v", read.Charset, read.Map)
	}
}

func TestACorrectionInAnArchiveIsOfOneOfItsFiles(t *testing.T) {
	packed := twoPeople()
	for i := range packed.Files {
		packed.Files[i].From, packed.Files[i].Inside = "both.zip", packed.Files[i].Name
	}
	s := show(t, &shop{preview: packed})
	s.Dropped([]string{"both.zip"})
	s.choose(t, "The day comes first", "The month comes first")
	s.choose(t, "Vietnamese (Windows-1258)", "Greek (Windows-1253)")
	read := s.lastRead()[0]
	if read.Charset != "" || len(read.Map) != 0 {
		t.Errorf("of the archive is said %+v", read.Told)
	}
	if a, b := read.Inside["a.vcf"], read.Inside["b.csv"]; a.Charset != "windows-1253" || b.Charset != "" || len(a.Map) != 0 || len(b.Map) != 1 {
		t.Errorf("of its files is said %+v and %+v", a, b)
	}
}

func TestAQuestionAboutAFileInAnArchiveIsAnsweredForThatFile(t *testing.T) {
	s := show(t, &shop{err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.day-order",
		Args: app.Args{"File": "till.csv", "Column": "Date", "Example": "3/4/2026", "From": "both.zip", "Inside": "north/till.csv"},
	}})
	s.Dropped([]string{"both.zip"})
	pagetest.Press(t, s.Content(), "The day comes first")
	if told := s.lastRead()[0].Inside["north/till.csv"]; len(told.Map) != 1 || told.Map[0].Order != values.DayMonth {
		t.Errorf("said is %+v", s.lastRead()[0])
	}
}

func TestAmountsThatNameNoCurrencyAreTakenAsAnother(t *testing.T) {
	preview := twoPeople()
	preview.Unchosen, preview.Files[1].Money = true, "EUR"
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "No currency was chosen in Settings yet", "taken as EUR, the currency in Settings.", "Amounts are in")
	after := twoPeople()
	after.Unchosen, after.Currency, after.Files[1].Money, after.Files[1].MoneySaid = true, "GBP", "GBP", true
	s.shop.preview = after
	s.choose(t, "EUR", "GBP")
	read := s.lastRead()
	if len(read[0].Map) != 0 || len(read[1].Map) != 1 {
		t.Fatalf("said of the files: %v and %v", read[0].Map, read[1].Map)
	}
	if m := read[1].Map[0]; m.Column != "Lineitem price" || m.Field != fields.Price || m.Money != "GBP" {
		t.Errorf("of the prices: %+v", m)
	}
	s.sees(t, "taken as GBP, as you said.", "the currency in Settings goes with them: GBP.")
	s.misses(t, "No currency was chosen")
}

func TestWhereACurrencyWasChosenNobodyIsWarned(t *testing.T) {
	preview := twoPeople()
	preview.Files[1].Money = "EUR"
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "taken as EUR, the currency in Settings.")
	s.misses(t, "No currency was chosen")
}
