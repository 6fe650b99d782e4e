package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Style is how a text looks. The zero Style is the body text.
type Style struct {
	Size  fyne.ThemeSizeName  // empty: theme.SizeBody
	Color fyne.ThemeColorName // empty: theme.ColorText
	Bold  bool
	Align fyne.TextAlign
}

// The styles of the window: three sizes and the big number.
var (
	Number  = Style{Size: theme.SizeNumber, Bold: true}
	Heading = Style{Size: theme.SizeHeading, Bold: true}
	Body    = Style{}
	Strong  = Style{Bold: true}
	Muted   = Style{Color: theme.ColorMuted}
	Note    = Style{Size: theme.SizeNote, Color: theme.ColorMuted}
	Label   = Style{Size: theme.SizeLabel, Color: theme.ColorMuted, Bold: true}
	Small   = Style{Size: theme.SizeLabel, Color: theme.ColorMuted}
	Alarm   = Style{Size: theme.SizeLabel, Color: theme.ColorLate}
)

// In returns the style in another colour.
func (s Style) In(name fyne.ThemeColorName) Style {
	s.Color = name
	return s
}

// Aligned returns the style with another alignment.
func (s Style) Aligned(align fyne.TextAlign) Style {
	s.Align = align
	return s
}

func (s Style) points() float32 {
	if s.Size == "" {
		s.Size = theme.SizeBody
	}
	size := fynetheme.Size(s.Size)
	if size == 0 { // a theme that is not ours
		size = fynetheme.Size(fynetheme.SizeNameText)
	}
	return size
}

func (s Style) textStyle() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }

func (s Style) measure(text string) fyne.Size {
	return fyne.MeasureText(text, s.points(), s.textStyle())
}

// paint puts the style on a text object.
func (s Style) paint(t *canvas.Text) {
	if s.Color == "" {
		s.Color = theme.ColorText
	}
	t.Color, t.TextSize, t.TextStyle, t.Alignment = theme.Color(s.Color), s.points(), s.textStyle(), s.Align
}

// Text is one line of text. Where it is too long for its room it ends in an
// ellipsis, so it never pushes anything aside.
type Text struct {
	widget.BaseWidget
	text  string
	style Style
}

// NewText returns a line of text.
func NewText(text string, style Style) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// SectionTitle returns the small heading above a group of things.
func SectionTitle(text string) *Text { return NewText(text, Label) }

// Text returns the whole text, whether or not there is room for it.
func (t *Text) Text() string { return t.text }

// SetText shows another text.
func (t *Text) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// SetStyle shows the text in another style.
func (t *Text) SetStyle(style Style) {
	if t.style != style {
		t.style = style
		t.Refresh()
	}
}

// Preferred returns the size at which all of the text is seen.
func (t *Text) Preferred() fyne.Size {
	size := t.style.measure(t.text)
	size.Width++ // the measure is exact and the painter rounds
	return size
}

// CreateRenderer is Fyne's.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewText("", nil)
	d := &drawing{of: t, objects: []fyne.CanvasObject{line}}
	d.paint = func() { t.style.paint(line) }
	d.layout = func(size fyne.Size) {
		if shown := cut(t.text, size.Width, t.style); shown != line.Text {
			line.Text = shown
			line.Refresh()
		}
		h := t.style.measure(line.Text).Height
		Place(line, 0, (size.Height-h)/2, size.Width, h)
	}
	d.min = func() fyne.Size {
		p := t.Preferred()
		return fyne.NewSize(min(p.Width, theme.Px(24)), p.Height)
	}
	return d.start()
}

const ellipsis = "…"

// cut returns the text, or as much of its beginning as fits with an ellipsis.
// It never parts a letter from its accents, and breaks no line.
func cut(text string, width float32, style Style) string {
	text = whole(text)
	for i, r := range text {
		if r == '\n' || r == '\r' {
			text = text[:i] + " " + ellipsis
			break
		}
	}
	if width <= 0 || text == "" {
		return ""
	}
	// Nothing is narrower than a pixel, so more letters than pixels never fit.
	letters := []rune(text[:min(len(text), 4*int(width)+16)])
	if len(letters) == len([]rune(text)) && style.measure(text).Width <= width+0.5 {
		return text
	}
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if style.measure(string(letters[:middle])+ellipsis).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 0 && low < len(letters) && unicode.Is(unicode.Mn, letters[low]) {
		low--
	}
	for low > 0 && unicode.IsSpace(letters[low-1]) {
		low--
	}
	if rightToLeft(letters[:low]) { // what is drawn first is at the left, where it ends
		return ellipsis + string(letters[:low])
	}
	return string(letters[:low]) + ellipsis
}

// whole returns the text with hyphens between Hebrew letters as Hebrew has them
// (maqaf): Fyne draws a text from the left on wherever its font changes, as for a
// Latin hyphen, and so would change the two halves of a name.
func whole(text string) string {
	if !strings.Contains(text, "-") || !strings.ContainsFunc(text, isHebrew) {
		return text
	}
	letters := []rune(text)
	for i := 1; i < len(letters)-1; i++ {
		if letters[i] == '-' && isHebrew(letters[i-1]) && isHebrew(letters[i+1]) {
			letters[i] = maqaf
		}
	}
	return string(letters)
}

const maqaf = '\u05BE'

func isHebrew(r rune) bool { return unicode.Is(unicode.Hebrew, r) }

// rightToLeft tells whether all letters are of a script that is written so.
func rightToLeft(letters []rune) bool {
	any := false
	for _, r := range letters {
		switch {
		case unicode.In(r, unicode.Hebrew, unicode.Arabic):
			any = true
		case unicode.IsLetter(r):
			return false
		}
	}
	return any
}
