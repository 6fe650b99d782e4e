// Package printed puts text on paper, as PDF: what every sheet that Ringback
// draws has in common.
//
// The font is DejaVu Sans Condensed, which may be shipped with a program and
// within documents. It has Latin with Vietnamese, Greek, Cyrillic, Armenian,
// Georgian and the signs of currencies. Letters that it does not have (Chinese,
// Japanese, Thai) are drawn as boxes; Arabic and Hebrew are not turned around.
package printed

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// Paper is what the sheet is printed on, and how far from its edges the text
// stays, in millimetres, as are all lengths.
type Paper struct {
	Letter bool // American size; else A4
	Margin float64
}

// Letter tells whether paper is of American size in a country, by its ISO 3166
// code, after CLDR's paperSize.
func Letter(country string) bool {
	return slices.Contains([]string{"US", "CA", "MX", "PH", "CO", "CL", "VE", "PR", "PA", "CR", "GT", "NI", "SV", "DO", "BZ"}, country)
}

// Pages are the pages of a sheet that is being drawn.
type Pages struct {
	*fpdf.Fpdf
	Width  float64 // between the margins
	Height float64 // of the whole page
	Margin float64
	letter *sfnt.Font
	buffer sfnt.Buffer
}

// All stands for the number of pages, which is known only at the end. It is for
// private use, so that nobody's words have it once they are Shown, and ends in a
// byte that no letter begins with: the library looks for its two bytes wherever
// they stand.
const All = "\ue0db"

// The weights of the font.
const (
	Plain = ""
	Bold  = "B"
)

const family = "DejaVu"

// New begins a sheet, without a page yet. The same sheet made at the same time
// is the same file.
func New(title string, made time.Time, paper Paper) (*Pages, error) {
	size := "A4"
	if paper.Letter {
		size = "Letter"
	}
	glyphs, err := sfnt.Parse(dejavusanscondensed.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	pdf := fpdf.New("P", "mm", size, "")
	p := &Pages{Fpdf: pdf, Margin: paper.Margin, letter: glyphs}
	pdf.AddUTF8FontFromBytes(family, Plain, dejavusanscondensed.TTF)
	pdf.AddUTF8FontFromBytes(family, Bold, dejavusanscondensedbold.TTF)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetTitle(p.Shown(title), true)
	pdf.SetMargins(paper.Margin, paper.Margin, paper.Margin)
	pdf.SetCellMargin(0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AliasNbPages(All)
	wide, high := pdf.GetPageSize()
	p.Width, p.Height = wide-2*paper.Margin, high
	return p, nil
}

// Finish ends the sheet and writes it. It returns the error of w.
func (p *Pages) Finish(w io.Writer) error {
	if err := p.Output(w); err != nil {
		return fmt.Errorf("draw a sheet: %w", err)
	}
	return nil
}

// Font chooses the weight and the size, in points.
func (p *Pages) Font(weight string, points float64) { p.SetFont(family, weight, points) }

// Ink chooses how light the text is: 0 is black, 255 white.
func (p *Pages) Ink(shade int) { p.SetTextColor(shade, shade, shade) }

// Grey is the ink of what stands beside the text.
const Grey = 95

// Cell writes a text into a box whose left top is where the pen is, and moves
// the pen to its right. Align is L, C or R.
func (p *Pages) Cell(width, height float64, text, align string) {
	p.CellFormat(width, height, text, "", 0, align+"M", false, 0, "")
}

// Shown returns text on one line in letters that the font has.
func (p *Pages) Shown(text string) string {
	text = strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, "□"))), " ")
	return strings.Map(func(r rune) rune {
		switch i, err := p.letter.GlyphIndex(&p.buffer, r); {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		case err != nil || i == 0 || r > 0xFFFF: // the library writes two bytes a letter
			return '□'
		}
		return r
	}, text)
}

const ellipsis = "…"

// longest is how many bytes of a text are looked at: more than a page is wide.
const longest = 4096

// Fit cuts text to the width, in the font that is set.
func (p *Pages) Fit(text string, width float64) string {
	text = p.Shown(text)
	if p.GetStringWidth(text) <= width {
		return text
	}
	letters := []rune(text[:min(len(text), longest)])
	tooMany := sort.Search(len(letters), func(n int) bool {
		return p.GetStringWidth(string(letters[:n+1])+ellipsis) > width
	})
	return strings.TrimSpace(string(letters[:tooMany])) + ellipsis
}

// Wrap breaks text into lines of the width, in the font that is set; what is too
// long for that many ends in an ellipsis.
func (p *Pages) Wrap(text string, width float64, most int) []string {
	var lines []string
	rest := strings.Fields(p.Shown(text))
	for len(rest) > 0 {
		if len(lines) == most-1 {
			return append(lines, p.Fit(strings.Join(rest, " "), width))
		}
		n := 1
		for n < len(rest) && p.GetStringWidth(strings.Join(rest[:n+1], " ")) <= width {
			n++
		}
		lines = append(lines, p.Fit(strings.Join(rest[:n], " "), width))
		rest = rest[n:]
	}
	return lines
}
