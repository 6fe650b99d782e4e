package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// readDay understands two words, as a test of the field needs.
func readDay(text string) (day int, understood, problem string) {
	if text == "fri" {
		return 5, "Friday 26 November", ""
	}
	return 0, "", "“" + text + "” is not a day. Write it as 2026-11-20."
}

func TestPictureOfAForm(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		score := widgets.NewScoreRow(nil)
		score.SetScore(6)
		themes := widgets.NewChipField("theme", nil, nil)
		themes.SetValues([]string{"quality", "chairs"})
		note := widgets.NewNote("What they said", 2)
		note.SetText("“The table is beautiful. One chair wobbles.”")
		next := widgets.NewChoice([]widgets.Option{{"3d", "+ 3 days"}, {"1w", "+ 1 week"}, {"1m", "+ 1 month"}, {"day", "a day…"}}, nil)
		next.SetChosen("1w")
		good := widgets.NewParsedField("By", "tomorrow, fri, 15.1.", readDay, nil)
		good.SetText("fri")
		bad := widgets.NewParsedField("Next call", "", readDay, nil)
		bad.SetText("soonish")
		bad.Check()
		ticked := widgets.NewCheck("They praised Anna", widgets.Body, nil)
		ticked.SetChecked(true)
		choice := widgets.NewSelect("Choose one", []widgets.Option{{"a", "Apology"}, {"r", "Refund"}}, nil)
		w := show(t, fyne.NewSize(480, 520), widgets.Column(8,
			widgets.NewField("How likely are they to send a friend to us?", score), widgets.NewField("What they said, in their words", note),
			widgets.NewField("Themes", themes), next,
			widgets.Columns(16, nil, good, bad),
			widgets.Wrap(16, ticked, widgets.NewCheck("May quote", widgets.Body, nil)),
			choice,
		))
		w.Canvas().Focus(note)
		assertWindow(t, "form", look, w)
	})
}

func TestPictureOfAWindowWithLists(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		people := widgets.NewPeople(nil, nil)
		people.SetGroups(todaysGroups())
		people.Choose("maija")
		today := widgets.NewRailItem(theme.IconPhone, "Today", nil)
		today.SetCurrent(true)
		today.SetCount("12", widgets.Count)
		fix := widgets.NewRailItem(theme.IconFix, "Put right", nil)
		fix.SetCount("2", widgets.Alert)
		narrow := widgets.NewRailItem(theme.IconFix, "Put right", nil)
		narrow.SetNarrow(true)
		narrow.SetCount("2", widgets.Alert)
		rail := widgets.Column(4, today, widgets.NewRailItem(theme.IconPeople, "Customers", nil), fix, widgets.Row(0, narrow))
		facts := widgets.NewFacts(
			widgets.Fact{When: "13 Nov", What: "Oak table", Amount: "€ 840.00"},
			widgets.Fact{What: "Oak chair × 4", Amount: "€ 520.00"},
			widgets.Fact{When: "21 Mar 2024", What: "A coat rack with a name that is far too long for the room it has", Amount: "–"},
			widgets.Fact{What: "9 purchases since 2022, € 3,410 · served by Anna", Quiet: true},
		)
		table := widgets.NewTable([]widgets.ColumnSpec{{Title: "Name", Weight: 2, Style: widgets.Strong}, {Title: "Number", Weight: 1, Style: widgets.Muted}, {Title: "Bought", Width: 60, Right: true}}, nil, nil)
		table.SetRows(100_000, func(row int) []string {
			return []string{strings.Repeat("Maija Korhonen ", row%3+1), "+358 40 123 4567", "13 Nov"}
		})
		table.Choose(1)
		right := widgets.Column(16, facts, widgets.Column(0, table.Header(), widgets.Line()), widgets.Grow(table))
		assertPicture(t, "lists", look, fyne.NewSize(860, 560), widgets.Row(0,
			widgets.Fixed(150, 520, rail), widgets.Fixed(300, 520, people), widgets.UpLine(),
			widgets.Grow(widgets.Inset(widgets.Fixed(0, 520, right), 0, 0, 0, 16))))
	})
}

func todaysGroups() []widgets.Group {
	return []widgets.Group{
		{Title: "You promised", People: []widgets.Person{{Key: "jan", Name: "Jan Nowak", Line: "You said you would call about the lamp by three", Pill: "2 h late", Mood: widgets.Late}}},
		{Title: "Put right", People: []widgets.Person{{Key: "eleni", Name: "Ελένη Παπαδοπούλου-Κωνσταντινίδου", Line: "Lamp arrived broken; first reply is due", Pill: "by 11:30", Mood: widgets.Soon}}},
		{Title: "Call again", People: []widgets.Person{{Key: "huong", Name: "Trần Thị Hương", Line: "No answer on Thursday morning", Pill: "14:00", Mood: widgets.Calm}}},
		{Title: "After a purchase", People: []widgets.Person{
			{Key: "maija", Name: "Maija Korhonen", Line: "Oak table and 4 chairs, 7 days ago. Nobody has asked yet.", Pill: "", Mood: widgets.Calm},
			{Key: "tom", Name: "Tom O’Connor", Line: "Walnut shelf, 5 days ago.", Pill: "", Mood: widgets.Calm},
		}},
	}
}

func TestPictureOfAnEmptyPageWithAToast(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		toasts := widgets.NewToasts(func(time.Duration, func()) func() { return func() {} })
		empty := widgets.EmptyState(theme.IconPhone, "Nobody to call yet", "Ringback needs to know whom you sold to. Bring your customers in, or look around a made-up shop first.",
			widgets.NewBigChoice(theme.IconImport, "Import", "Contacts and receipts from files you have.", nil),
			widgets.NewBigChoice(theme.IconPerson, "Add a customer", "Type in the first one yourself.", nil),
			widgets.NewBigChoice(theme.IconShop, "Look around", "A made-up shop, to try everything.", nil))
		w := test.NewWindow(widgets.On(theme.ColorPage, container.NewStack(empty, toasts)))
		t.Cleanup(w.Close)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(760, 480))
		toasts.Say(widgets.Toast{Text: "The folder /media/stick is read-only. Choose another folder, or make it writable and try once more.", Alarm: true})
		toasts.Say(widgets.Toast{Text: "Talked with Maija Korhonen", Action: "Undo", Key: "Ctrl Z"})
		assertWindow(t, "empty", look, w)
	})
}
