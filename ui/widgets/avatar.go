package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// The sizes of avatars.
const (
	AvatarInList = 34
	AvatarOnCard = 52
)

// Avatar shows a person's initials in a circle.
type Avatar struct {
	widget.BaseWidget
	name string
	side float32
}

// NewAvatar returns the avatar of the person of that name, that wide and high.
func NewAvatar(name string, side float32) *Avatar {
	a := &Avatar{name: name, side: side}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is Fyne's.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	p := newAvatarParts()
	d := &drawing{of: a, objects: []fyne.CanvasObject{p.circle, p.initials}}
	d.paint = func() { p.paint(a.name, a.side, theme.ColorAccentSoft) }
	d.layout = func(size fyne.Size) {
		side := theme.Px(a.side)
		p.layout((size.Width-side)/2, (size.Height-side)/2, side)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(theme.Px(a.side)) }
	return d.start()
}

// avatarParts are the objects of an avatar, for widgets that have one.
type avatarParts struct {
	circle   *canvas.Circle
	initials *canvas.Text
}

func newAvatarParts() *avatarParts {
	return &avatarParts{canvas.NewCircle(nil), canvas.NewText("", nil)}
}

func (p *avatarParts) paint(name string, side float32, ground fyne.ThemeColorName) {
	p.circle.FillColor = theme.Color(ground)
	style := Style{Size: theme.SizeLabel, Color: theme.ColorAccent, Bold: true}
	if side > AvatarInList {
		style.Size = theme.SizeHeading
	}
	style.paint(p.initials)
	if side > AvatarInList {
		p.initials.TextSize = theme.Px(18)
	}
	p.initials.Alignment = fyne.TextAlignCenter
	p.initials.Text = Initials(name)
	p.circle.Refresh()
	p.initials.Refresh()
}

func (p *avatarParts) layout(x, y, side float32) {
	Place(p.circle, x, y, side, side)
	h := p.initials.MinSize().Height
	Place(p.initials, x, y+(side-h)/2, side, h)
}

// Initials returns the first letters of the first and the last word of a name,
// in capitals; a name without letters gives its first sign.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '/' })
	var first, last string
	for _, w := range words {
		i := strings.IndexFunc(w, unicode.IsLetter)
		if i < 0 {
			continue
		}
		letter := strings.ToUpper(string([]rune(w[i:])[0]))
		if first == "" {
			first = letter
		} else {
			last = letter
		}
	}
	if first == "" && len(words) > 0 {
		return string([]rune(words[0])[0])
	}
	return first + last
}
