package theme

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The icons are ours: lines on a grid of 24 by 24, drawn in #000000.
//
//go:embed icons/*.svg
var drawings embed.FS

// Icon names one of the window's icons.
type Icon string

// The icons.
const (
	IconAdd      Icon = "add"
	IconBack     Icon = "back"
	IconCalendar Icon = "calendar"
	IconChart    Icon = "chart"
	IconCheck    Icon = "check"
	IconChevron  Icon = "chevron" // points right
	IconClose    Icon = "close"
	IconDown     Icon = "down"
	IconEdit     Icon = "edit"
	IconExport   Icon = "export"
	IconFile     Icon = "file"
	IconFix      Icon = "fix"
	IconImport   Icon = "import"
	IconMark     Icon = "mark" // the sign of Ringback
	IconMenu     Icon = "menu"
	IconPeople   Icon = "people"
	IconPerson   Icon = "person"
	IconPhone    Icon = "phone"
	IconPrint    Icon = "print"
	IconSearch   Icon = "search"
	IconSettings Icon = "settings"
	IconShop     Icon = "shop"
	IconThank    Icon = "thank"
	IconTrash    Icon = "trash"
	IconUndo     Icon = "undo"
	IconWarning  Icon = "warning"
)

// In returns the icon in a colour of the theme that is in force when it is
// drawn.
func (i Icon) In(name fyne.ThemeColorName) fyne.Resource {
	drawing, err := drawings.ReadFile("icons/" + string(i) + ".svg")
	if err != nil {
		return fynetheme.BrokenImageIcon() // a test holds that every icon is there
	}
	return &tinted{icon: i, drawing: drawing, color: name}
}

// tinted is a line drawing in a named colour. Fyne's own themed resources
// colour what is filled and leave lines black.
type tinted struct {
	icon    Icon
	drawing []byte
	color   fyne.ThemeColorName
}

// Name differs for each colour, since Fyne keeps pictures by their names.
func (t *tinted) Name() string { return fmt.Sprintf("ringback-%s-%s.svg", t.icon, t.hex()[1:]) }

func (t *tinted) Content() []byte {
	return bytes.ReplaceAll(t.drawing, []byte("#000000"), []byte(t.hex()))
}

func (t *tinted) hex() string {
	c := color.NRGBAModel.Convert(Color(t.color)).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
