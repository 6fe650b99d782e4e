package theme_test

import (
	"image/color"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"ringback.app/ui/theme"
)

func TestEveryIconIsDrawnInTheColourItIsAskedFor(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	source, err := os.ReadFile("icons.go")
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := os.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`Icon = "(\w+)"`).FindAllSubmatch(source, -1)
	if len(named) == 0 || len(named) != len(drawn) {
		t.Errorf("%d icons have a name, %d a drawing", len(named), len(drawn))
	}
	for _, name := range named {
		icon := theme.Icon(name[1])
		drawing := string(icon.In(theme.ColorAccent).Content())
		if !strings.Contains(drawing, "#0b6e69") || strings.Contains(drawing, "#000000") {
			t.Errorf("%s is not drawn in the accent: %s", icon, drawing)
		}
	}
}

func TestAnIconInAnotherColourIsAnotherPicture(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	if a, b := theme.IconPhone.In(theme.ColorAccent), theme.IconPhone.In(theme.ColorText); a.Name() == b.Name() {
		t.Errorf("both are named %s", a.Name())
	}
}

func TestTheLookDecidesUnlessItFollowsTheSystem(t *testing.T) {
	day, night := color.NRGBA{0xF6, 0xF5, 0xF2, 0xFF}, color.NRGBA{0x16, 0x19, 0x1C, 0xFF}
	tests := map[string]struct {
		look    theme.Look
		variant fyne.ThemeVariant
		want    color.Color
	}{
		"light on a dark desktop":   {theme.Light, fynetheme.VariantDark, day},
		"dark on a light desktop":   {theme.Dark, fynetheme.VariantLight, night},
		"system on a light desktop": {theme.System, fynetheme.VariantLight, day},
		"system on a dark desktop":  {theme.System, fynetheme.VariantDark, night},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			th := theme.New(tt.look, 1)
			if got := th.Color(theme.ColorPage, tt.variant); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			if got := th.Color(fynetheme.ColorNameBackground, tt.variant); got != tt.want {
				t.Errorf("Fyne's own widgets get %v, want %v", got, tt.want)
			}
		})
	}
}

func TestTheTextSizeScalesEverythingWithinItsLimits(t *testing.T) {
	tests := map[string]struct{ scale, want float32 }{
		"none given": {0, 14}, "normal": {1, 14}, "larger": {1.5, 21}, "too small": {0.1, 11.2}, "too large": {9, 28},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			th := theme.New(theme.Light, tt.scale)
			test.NewTempApp(t).Settings().SetTheme(th)
			if got := th.Size(theme.SizeBody); math.Abs(float64(got-tt.want)) > 1e-4 {
				t.Errorf("the body is %v, want %v", got, tt.want)
			}
			if got := theme.Px(14); math.Abs(float64(got-tt.want)) > 1e-4 {
				t.Errorf("14 pixels are %v, want %v", got, tt.want)
			}
		})
	}
}

// The least contrast of text that WCAG 2.2 asks for at level AA (1.4.3).
const leastContrast = 4.5

func TestTextCanBeReadOnItsGround(t *testing.T) {
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		theme.ColorText:     {theme.ColorPage, theme.ColorSurface, theme.ColorRail, theme.ColorAccentSoft, theme.ColorSelected, theme.ColorTag},
		theme.ColorMuted:    {theme.ColorPage, theme.ColorSurface, theme.ColorSelected},
		theme.ColorOnAccent: {theme.ColorAccent, theme.ColorLate},
		theme.ColorAccent:   {theme.ColorSurface, theme.ColorAccentSoft},
		theme.ColorLate:     {theme.ColorLateSoft, theme.ColorSurface, theme.ColorPage},
		theme.ColorSoon:     {theme.ColorSoonSoft, theme.ColorSurface},
		theme.ColorGood:     {theme.ColorGoodSoft, theme.ColorSurface},
	}
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		th := theme.New(look, 1)
		for text, grounds := range pairs {
			for _, ground := range grounds {
				if got := contrast(th.Color(text, 0), th.Color(ground, 0)); got < leastContrast {
					t.Errorf("%s: %s on %s has a contrast of %.2f", look, text, ground, got)
				}
			}
		}
	}
}

// contrast is the ratio that WCAG 2.2 defines.
func contrast(a, b color.Color) float64 {
	brighter, darker := luminance(a), luminance(b)
	if brighter < darker {
		brighter, darker = darker, brighter
	}
	return (brighter + 0.05) / (darker + 0.05)
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(channel uint8) float64 {
		v := float64(channel) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}
