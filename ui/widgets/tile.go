package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// TileText is what stands on a Tile.
type TileText struct {
	Label  string
	Number string // large
	Of     string // beside it: of how many
	Note   string
	Late   string // after the note: what must not be overlooked
}

// Tile is a number with what it says, on a card that can be pressed.
type Tile struct {
	pressable
	chosen  bool
	content fyne.CanvasObject
}

// NewTile returns the tile.
func NewTile(text TileText, pressed func()) *Tile {
	t := &Tile{}
	number := Row(8, NewText(text.Number, Number))
	if text.Of != "" {
		number.Add(NewText(text.Of, Strong.In(theme.ColorMuted)))
	}
	below := Wrap(4)
	for _, part := range []struct {
		text  string
		style Style
	}{{text.Note, Small}, {text.Late, Alarm}} {
		if part.text != "" {
			below.Add(NewText(part.text, part.style))
		}
	}
	t.content = Inset(Column(2, NewText(text.Label, Small), number, below), 14, 16, 14, 16)
	t.extend(t, pressed)
	return t
}

// SetChosen tells whether what lies behind the number is on show.
func (t *Tile) SetChosen(chosen bool) {
	if t.chosen != chosen {
		t.chosen = chosen
		t.Refresh()
	}
}

// Refresh shows the texts anew too, since their colours may have changed.
func (t *Tile) Refresh() {
	t.content.Refresh()
	t.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	halo, ground, veil := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	d := &drawing{of: t, objects: []fyne.CanvasObject{halo, ground, veil, t.content}}
	d.paint = func() {
		line, over := theme.ColorLine, theme.ColorClear
		if t.chosen {
			line = theme.ColorAccent
		}
		if t.hovered {
			over = theme.ColorHovered
		}
		box(ground, theme.ColorSurface, line, theme.PanelCorner)
		box(veil, over, theme.ColorClear, theme.PanelCorner)
		ring(halo, t.focused, theme.PanelCorner)
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		Place(veil, 0, 0, size.Width, size.Height)
		Place(t.content, 0, 0, size.Width, size.Height)
	}
	d.min = func() fyne.Size { return fyne.NewSize(theme.Px(tileLeast), t.content.MinSize().Height) }
	return d.start()
}

// tileLeast is how narrow a tile may get.
const tileLeast = 150

// Tiles puts tiles of the same size side by side, as many in a line as have
// room, and the lines as even as can be.
func Tiles(gap float32, tiles ...*Tile) *fyne.Container {
	row := &fyne.Container{Layout: &tilesLayout{gap: gap}}
	for _, t := range tiles {
		row.Objects = append(row.Objects, t)
	}
	return row
}

// tilesLayout remembers its width, since its height depends on it.
type tilesLayout struct{ gap, width float32 }

func (l *tilesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(tileLeast), l.arrange(objects, max(l.width, theme.Px(tileLeast))))
}

func (l *tilesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width)
}

// arrange places the tiles and returns the height that they take.
func (l *tilesLayout) arrange(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	gap := theme.Px(l.gap)
	most := min(len(objects), max(1, int((width+gap)/(theme.Px(tileLeast)+gap))))
	lines := (len(objects) + most - 1) / most
	across := (len(objects) + lines - 1) / lines
	var y float32
	for from := 0; from < len(objects); from += across {
		line := objects[from:min(from+across, len(objects))]
		w := (width - gap*float32(len(line)-1)) / float32(len(line))
		var h float32
		for _, o := range line {
			h = max(h, fitTo(o, w))
		}
		for i, o := range line {
			Place(o, float32(i)*(w+gap), y, w, h)
		}
		y += h + gap
	}
	return y - gap
}
