package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func tiles() []*widgets.Tile {
	return []*widgets.Tile{
		widgets.NewTile(widgets.TileText{Label: "Reached", Number: "64", Of: "of 91 calls", Note: "12 more than before"}, nil),
		widgets.NewTile(widgets.TileText{Label: "Have told us anything", Number: "38 %", Note: "5 points more · 412 silent"}, nil),
		widgets.NewTile(widgets.TileText{Label: "NPS", Number: "+41", Note: "58 answers"}, nil),
		widgets.NewTile(widgets.TileText{Label: "First reply", Number: "2 h 10", Note: "median", Late: "1 late of 9"}, nil),
		widgets.NewTile(widgets.TileText{Label: "At risk a year", Number: "€ 7,300", Note: "6 unhappy, 11 gone quiet"}, nil),
	}
}

func TestPictureOfTiles(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		all := tiles()
		all[1].SetChosen(true)
		w := show(t, fyne.NewSize(988, 140), widgets.Tiles(12, all...))
		w.Canvas().Focus(all[3])
		assertWindow(t, "tiles", look, w)
	})
}

func TestTilesGoOnInTheNextLineWhereItIsNarrow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	all := tiles()
	row := widgets.Tiles(12, all...)
	show(t, fyne.NewSize(600, 400), row)
	if y := all[2].Position().Y; y != 0 {
		t.Errorf("the third tile is at %v", y)
	}
	if all[3].Position().Y == 0 || all[3].Size().Width <= all[0].Size().Width {
		t.Errorf("the fourth is at %v, as wide as %v", all[3].Position(), all[3].Size())
	}
}

func TestPictureOfBars(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		bars := widgets.NewBars([]widgets.BarText{
			{Name: "delivery time", Count: 21, Number: "21", Change: "+9"},
			{Name: "Χρόνος παράδοσης και συναρμολόγησης", Count: 14, Number: "14", Change: "–2"},
			{Name: "thời gian giao hàng", Count: 12, Marked: 5, Number: "12", Change: "5 unhappy"},
			{Name: "price", Count: 6, Marked: 6, Number: "6", Change: "6 unhappy"},
			{Name: "parking", Count: 1, Number: "1", Change: "new"},
		}, func(int) {})
		bars.Mark(0, true)
		w := show(t, fyne.NewSize(514, 300), widgets.Panel(widgets.Column(10,
			bars, widgets.NewStrip(33, 16, 9), widgets.NewStrip(0, 3, 1))))
		w.Canvas().Focus(bars.Line(2))
		assertWindow(t, "bars", look, w)
	})
}

func TestPictureOfNumberLines(t *testing.T) {
	inLooks(t, func(t *testing.T, look theme.Look) {
		chosen := widgets.NewNumberLine(widgets.LineText{Words: "First reply", Note: "median 2 h 10, nine in ten within 3 h 50", Value: "9"}, nil)
		chosen.SetChosen(true)
		said := widgets.NewSaying("“Άργησε πολύ, και δεν μου τηλεφώνησε κανείς να μου το πει.”", "Ελένη Παπαδοπούλου · 18 Nov · 3", "open", widgets.Late, nil)
		w := show(t, fyne.NewSize(420, 330), widgets.Panel(widgets.Column(2,
			widgets.NewNumberLine(widgets.LineText{Words: "Every buyer asked within 15 days", Value: "71 %", Pill: true, Mood: widgets.Soon}, nil),
			widgets.NewNumberLine(widgets.LineText{Words: "Nobody waits longer than four hours of the shop's own for the first word from us", Value: "17 of 17", Pill: true, Mood: widgets.Good}, nil),
			chosen, said,
			widgets.NewSaying("", "Maija Korhonen · 9 Sep", "", widgets.Calm, nil),
		)))
		w.Canvas().Focus(said)
		assertWindow(t, "numberlines", look, w)
	})
}

func TestAPressedBarIsToldByItsLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	got := -1
	bars := widgets.NewBars([]widgets.BarText{{Name: "a", Count: 2}, {Name: "b", Count: 1}}, func(line int) { got = line })
	w := show(t, fyne.NewSize(300, 120), bars)
	w.Canvas().Focus(bars.Line(1))
	pagetest.Keys(w.Canvas(), fyne.KeyReturn)
	if got != 1 {
		t.Errorf("line %d was pressed", got)
	}
}
