package review

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

// The measures of the page, at the normal text size.
const (
	margin      = 24
	gap         = 14
	besideFrom  = 540 // from this width on the words stand beside the numbers
	asideShare  = 0.45
	asideLeast  = 240
	asideMost   = 460
	cardLeast   = 440 // from twice this width on the cards stand in two columns
	mostColumns = 3
)

// pageLayout places the head, the tiles, the cards with numbers and, beside
// them, what lies behind the number that was pressed. That stays in sight while
// the page is scrolled: it goes with the page only as far as it is higher than
// the window.
type pageLayout struct {
	page  *Page
	width float32 // of the page, since the height depends on it
	top   float32 // where the cards begin
	end   float32 // where they end
	aside fyne.Size
	x, y  float32 // where the words are
	alone bool    // the words stand above the cards: there is no room beside
	asked float32 // where the words were when a number was pressed: the page reaches below them from there
}

func (l *pageLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(asideLeast), l.arrange(o, l.width))
}

func (l *pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width)
}

// arrange places everything and returns the height that it takes.
func (l *pageLayout) arrange(o []fyne.CanvasObject, width float32) float32 {
	m, between := theme.Px(margin), theme.Px(gap)
	inside := max(theme.Px(asideLeast), width-2*m)
	y := theme.Px(18)
	for _, part := range o[:2] {
		if !part.Visible() {
			continue
		}
		y += put(part, m, y, inside) + between
	}
	cards, aside := o[2], o[3]
	l.top, l.alone = y, inside < theme.Px(besideFrom) || !aside.Visible()
	if l.alone {
		if aside.Visible() {
			l.aside = fyne.NewSize(inside, put(aside, m, y, inside))
			l.x, l.y = m, y
			y += l.aside.Height + between
		}
		l.end = y + put(cards, m, y, inside)
		return l.end + m
	}
	w := min(max(inside*asideShare, theme.Px(asideLeast)), theme.Px(asideMost))
	left := inside - w - between
	l.x = m + left + between
	l.aside = fyne.NewSize(w, put(aside, l.x, l.y, w))
	l.end = max(l.top+put(cards, m, l.top, left), max(l.top, l.asked)+l.aside.Height)
	l.follow(aside)
	return l.end + m
}

// follow moves the words along with the scrolled page.
func (l *pageLayout) follow(aside fyne.CanvasObject) {
	if l.alone {
		return
	}
	scrolled, sight := l.page.scroll.Offset.Y, l.page.scroll.Size().Height
	edge := theme.Px(gap)
	pinned, risen := scrolled+edge, scrolled+sight-l.aside.Height-edge
	l.y = min(max(l.y, min(pinned, risen)), max(pinned, risen))
	if l.aside.Height+2*edge <= sight {
		l.y = pinned
	}
	l.y = max(l.top, min(l.y, l.end-l.aside.Height))
	aside.Move(fyne.NewPos(l.x, l.y))
}

// show brings the beginning of the words into sight.
func (l *pageLayout) show(aside fyne.CanvasObject) {
	if l.alone {
		l.page.scroll.ScrollToOffset(fyne.NewPos(0, max(0, l.y-theme.Px(gap))))
		return
	}
	l.asked = l.page.scroll.Offset.Y + theme.Px(gap)
	l.y = l.asked
	l.page.refresh()
}

// rootLayout tells the page its width before it is asked how high it is.
type rootLayout struct{ page *Page }

func (l rootLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l rootLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.page.layout.width = size.Width
	for _, one := range o {
		one.Move(fyne.NewPos(0, 0))
		one.Resize(size)
	}
}

// cardsLayout puts cards below each other, in as many columns as have room, each
// card in the column that is shortest so far.
type cardsLayout struct{ width float32 }

func (l *cardsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(asideLeast), l.arrange(o, l.width))
}

func (l *cardsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width)
}

func (l *cardsLayout) arrange(o []fyne.CanvasObject, width float32) float32 {
	between := theme.Px(gap)
	columns := min(max(1, int((width+between)/(theme.Px(cardLeast)+between))), mostColumns)
	w := (width - between*float32(columns-1)) / float32(columns)
	ends := make([]float32, columns)
	for _, card := range o {
		at := 0
		for i := range ends {
			if ends[i] < ends[at]-1 {
				at = i
			}
		}
		ends[at] += put(card, float32(at)*(w+between), ends[at], w) + between
	}
	var end float32
	for _, e := range ends {
		end = max(end, e)
	}
	return max(0, end-between)
}

// put gives the object that width and the height it then needs, and returns
// that.
func put(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	h := o.MinSize().Height
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, h))
	return h
}
