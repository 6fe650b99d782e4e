// Package theme is how the window looks: two palettes, a few sizes, and the
// icons. Everything that draws asks here for a colour or a size by its name.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Look is the choice between light and dark.
type Look string

// The looks. System follows the desktop's own setting.
const (
	System Look = "system"
	Light  Look = "light"
	Dark   Look = "dark"
)

// The limits of the text size, as a factor of the normal one.
const (
	SmallestText = 0.8
	LargestText  = 2.0
)

// Theme is the fyne.Theme of the window.
type Theme struct {
	look  Look
	scale float32
}

// New returns the theme in that look, with all sizes times the scale, which is
// held between SmallestText and LargestText; 0 is 1.
func New(look Look, scale float32) *Theme {
	if scale == 0 {
		scale = 1
	}
	return &Theme{look: look, scale: min(max(scale, SmallestText), LargestText)}
}

// Scale returns the factor that all sizes are multiplied by.
func (t *Theme) Scale() float32 { return t.scale }

// Look returns the choice between light and dark.
func (t *Theme) Look() Look { return t.look }

// Color returns a colour by its name, ours or Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colours := light
	if t.look == Dark || t.look != Light && variant == fynetheme.VariantDark {
		colours = dark
	}
	if ours, ok := colours[name]; ok {
		return ours
	}
	if ours, ok := colours[fyneColors[name]]; ok {
		return ours
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Font returns the bundled font of that style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	return fynetheme.DefaultTheme().Font(style)
}

// Icon returns the icon that Fyne's own widgets ask for.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size returns a size by its name, ours or Fyne's, in Fyne's device-independent
// pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size * t.scale
	}
	return fynetheme.DefaultTheme().Size(name) * t.scale
}

// Color returns the colour of that name in the theme that is in force.
func Color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// Px returns a length that was measured at the normal text size, at the text
// size in force.
func Px(length float32) float32 {
	unit := fynetheme.Size(SizeUnit)
	if unit == 0 { // a theme that is not ours
		unit = 1
	}
	return length * unit
}
