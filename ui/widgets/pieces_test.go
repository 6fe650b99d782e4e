package widgets_test

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestPictureOfButtons(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		focused := widgets.NewButton(widgets.Primary, "Call", nil).WithIcon(theme.IconPhone)
		hovered := widgets.NewButton(widgets.Plain, "Copy", nil)
		disabled := widgets.NewButton(widgets.Primary, "Save", nil)
		disabled.Disable()
		o := widgets.Column(12,
			widgets.Wrap(8,
				widgets.NewButton(widgets.Primary, "Talked", nil).WithKey("1"),
				widgets.NewButton(widgets.Plain, "No answer", nil).WithKey("2"),
				widgets.NewButton(widgets.Plain, "Left a message", nil).WithKey("3"),
				focused, hovered, disabled,
				widgets.NewButton(widgets.Quiet, "Show all", nil).WithIcon(theme.IconChevron),
				widgets.NewButton(widgets.Primary, "Save, next person", nil).WithKey("Ctrl Enter"),
				widgets.NewButton(widgets.Plain, "Back", nil).WithKey("Esc"),
			),
			widgets.Row(0, widgets.Fixed(110, 0, widgets.NewButton(widgets.Plain, "A label that is much too long", nil))),
		)
		w := show(t, fyne.NewSize(480, 240), o)
		w.Canvas().Focus(focused)
		hovered.MouseIn(nil)
		assertWindow(t, "buttons", look, w)
	})
}

func TestPictureOfPeopleAndMoods(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		assertPicture(t, "moods", look, fyne.NewSize(480, 190), widgets.Column(12,
			widgets.Row(8,
				widgets.NewAvatar("Maija Korhonen", widgets.AvatarOnCard), widgets.NewAvatar("Ελένη Παπαδοπούλου", widgets.AvatarInList),
				widgets.NewAvatar("Trần Thị Hương", widgets.AvatarInList), widgets.NewAvatar("4711", widgets.AvatarInList),
				widgets.NewAvatar("", widgets.AvatarInList),
			),
			widgets.Row(8,
				widgets.NewPill("4 days left", widgets.Calm), widgets.NewPill("by 11:30", widgets.Soon), widgets.NewPill("2 h late", widgets.Late),
				widgets.NewPill("17 of 17", widgets.Good), widgets.NewPill("12", widgets.Count), widgets.NewPill("2", widgets.Alert),
				widgets.NewKeyCap("Ctrl K"),
			),
			widgets.Row(12,
				widgets.NewText("Today", widgets.Heading),
				widgets.NewText("Παπαδοπούλου-Κωνσταντινίδου, a name without an end", widgets.Strong),
				widgets.Space(), widgets.NewText("4 of 12 done", widgets.Muted),
			),
			half(widgets.NewProgressLine()),
		))
	})
}

func half(p *widgets.ProgressLine) *widgets.ProgressLine {
	p.SetPart(1. / 3)
	return p
}

func TestPictureOfPanels(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		progress := widgets.NewProgressPanel("Reading contacts.vcf", "Stop", nil)
		progress.Set(0.4, "8,120 of 20,000 cards")
		assertPicture(t, "panels", look, fyne.NewSize(480, 470), widgets.Column(12,
			widgets.NewSayBox("Say", "Good morning Maija, this is Jim, the owner of Care Co. Last Saturday you bought the oak table and four chairs from us. I wanted to ask how they are."),
			widgets.Columns(16, nil,
				widgets.Column(8, widgets.Quote("“The lamp is lovely, but the parcel took two weeks.”", "9 Sep, in a call · 8 · delivery time"), widgets.Quote("“Anna was so patient.”", "21 Mar, card · 10")),
				widgets.Panel(widgets.Column(8, widgets.SectionTitle("Praise to pass on"), widgets.NewParagraph("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", widgets.Body))),
			),
			widgets.Callout(theme.ColorSoon, widgets.NewText("Something to put right", widgets.Strong)),
			progress,
		))
	})
}

func TestPictureOfIcons(t *testing.T) {
	drawn, err := os.ReadDir("../theme/icons")
	if err != nil {
		t.Fatal(err)
	}
	inLooks(t, func(t *testing.T, look theme.Look) {
		icons := widgets.Wrap(16)
		for _, file := range drawn {
			name, _ := strings.CutSuffix(file.Name(), ".svg")
			icons.Add(widgets.NewIcon(theme.Icon(name), theme.ColorText, 24))
		}
		assertPicture(t, "icons", look, fyne.NewSize(432, 150), icons)
	})
}
