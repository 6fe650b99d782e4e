package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colours, by what they are for.
const (
	ColorPage       fyne.ThemeColorName = "page"    // the ground
	ColorSurface    fyne.ThemeColorName = "surface" // cards and panels
	ColorRail       fyne.ThemeColorName = "rail"
	ColorLine       fyne.ThemeColorName = "line"
	ColorText       fyne.ThemeColorName = "text"
	ColorMuted      fyne.ThemeColorName = "muted"
	ColorAccent     fyne.ThemeColorName = "accent"
	ColorOnAccent   fyne.ThemeColorName = "onAccent" // text on the accent
	ColorAccentSoft fyne.ThemeColorName = "accentSoft"
	ColorSelected   fyne.ThemeColorName = "selected" // the ground of the chosen row
	ColorHovered    fyne.ThemeColorName = "hovered"  // laid over what the pointer is on
	ColorGlow       fyne.ThemeColorName = "glow"     // around the field that has the focus, and behind what is marked
	ColorTag        fyne.ThemeColorName = "tag"      // the ground of a plain pill
	ColorLate       fyne.ThemeColorName = "late"
	ColorLateSoft   fyne.ThemeColorName = "lateSoft"
	ColorSoon       fyne.ThemeColorName = "soon"
	ColorSoonSoft   fyne.ThemeColorName = "soonSoft"
	ColorGood       fyne.ThemeColorName = "good"
	ColorGoodSoft   fyne.ThemeColorName = "goodSoft"
	ColorShade      fyne.ThemeColorName = "shade"  // the shadow under what floats
	ColorScroll     fyne.ThemeColorName = "scroll" // the scroll bar
	ColorEdge       fyne.ThemeColorName = "edge"   // the hint that more lies beyond an edge
	ColorClear      fyne.ThemeColorName = "clear"  // nothing
)

type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	ColorPage:       rgb(0xF6F5F2),
	ColorSurface:    rgb(0xFFFFFF),
	ColorRail:       rgb(0xEFEDE8),
	ColorLine:       rgb(0xE3E0DA),
	ColorText:       rgb(0x1E2226),
	ColorMuted:      rgb(0x6A6F76),
	ColorAccent:     rgb(0x0B6E69),
	ColorOnAccent:   rgb(0xFFFFFF),
	ColorAccentSoft: rgb(0xDCEFED),
	ColorSelected:   rgb(0xECF4F2),
	ColorHovered:    rgba(0x1E2226, 0x0A),
	ColorGlow:       rgba(0x0B6E69, 0x4D),
	ColorTag:        rgb(0xE3E0DA),
	ColorLate:       rgb(0xB3261E),
	ColorLateSoft:   rgb(0xFBE9E7),
	ColorSoon:       rgb(0x8F5B00),
	ColorSoonSoft:   rgb(0xFBF0DB),
	ColorGood:       rgb(0x2E6B34),
	ColorGoodSoft:   rgb(0xE4F2E4),
	ColorShade:      rgba(0x1E2226, 0x2E),
	ColorScroll:     rgba(0x1E2226, 0x40),
	ColorEdge:       rgba(0x1E2226, 0x10),
	ColorClear:      {},
}

var dark = palette{
	ColorPage:       rgb(0x16191C),
	ColorSurface:    rgb(0x1E2226),
	ColorRail:       rgb(0x121517),
	ColorLine:       rgb(0x31363B),
	ColorText:       rgb(0xECEEF0),
	ColorMuted:      rgb(0x9AA2AA),
	ColorAccent:     rgb(0x5CC8BF),
	ColorOnAccent:   rgb(0x10201F),
	ColorAccentSoft: rgb(0x173936),
	ColorSelected:   rgb(0x1C302F),
	ColorHovered:    rgba(0xECEEF0, 0x0F),
	ColorGlow:       rgba(0x5CC8BF, 0x59),
	ColorTag:        rgb(0x31363B),
	ColorLate:       rgb(0xFF8A80),
	ColorLateSoft:   rgb(0x3B1F1E),
	ColorSoon:       rgb(0xF2C063),
	ColorSoonSoft:   rgb(0x38301D),
	ColorGood:       rgb(0x8CD294),
	ColorGoodSoft:   rgb(0x1E3421),
	ColorShade:      rgba(0x000000, 0x80),
	ColorScroll:     rgba(0xECEEF0, 0x40),
	ColorEdge:       rgba(0x000000, 0x30),
	ColorClear:      {},
}

// fyneColors says which of our colours Fyne's own widgets get.
var fyneColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:          ColorPage,
	fynetheme.ColorNameButton:              ColorSurface,
	fynetheme.ColorNameDisabledButton:      ColorPage,
	fynetheme.ColorNameDisabled:            ColorMuted,
	fynetheme.ColorNameError:               ColorLate,
	fynetheme.ColorNameFocus:               ColorGlow,
	fynetheme.ColorNameForeground:          ColorText,
	fynetheme.ColorNameForegroundOnError:   ColorOnAccent,
	fynetheme.ColorNameForegroundOnPrimary: ColorOnAccent,
	fynetheme.ColorNameForegroundOnSuccess: ColorOnAccent,
	fynetheme.ColorNameForegroundOnWarning: ColorOnAccent,
	fynetheme.ColorNameHeaderBackground:    ColorPage,
	fynetheme.ColorNameHover:               ColorHovered,
	fynetheme.ColorNameHyperlink:           ColorAccent,
	fynetheme.ColorNameInputBackground:     ColorPage,
	fynetheme.ColorNameInputBorder:         ColorClear,
	fynetheme.ColorNameMenuBackground:      ColorSurface,
	fynetheme.ColorNameOverlayBackground:   ColorSurface,
	fynetheme.ColorNamePlaceHolder:         ColorMuted,
	fynetheme.ColorNamePressed:             ColorHovered,
	fynetheme.ColorNamePrimary:             ColorAccent,
	fynetheme.ColorNameScrollBar:           ColorScroll,
	fynetheme.ColorNameScrollBarBackground: ColorClear,
	fynetheme.ColorNameSelection:           ColorGlow,
	fynetheme.ColorNameSeparator:           ColorLine,
	fynetheme.ColorNameShadow:              ColorEdge,
	fynetheme.ColorNameSuccess:             ColorGood,
	fynetheme.ColorNameWarning:             ColorSoon,
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
