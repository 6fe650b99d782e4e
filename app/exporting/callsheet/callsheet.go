// Package callsheet draws a call list on paper, as PDF: each customer with why
// to call them, and room to write down what they say.
//
// The font is DejaVu Sans Condensed, which may be shipped with a program and
// within documents. It has Latin with Vietnamese, Greek, Cyrillic, Armenian,
// Georgian and the signs of currencies. Letters that it does not have (Chinese,
// Japanese, Thai) are drawn as boxes; Arabic and Hebrew are not turned around.
package callsheet

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font/sfnt"
)

// Sheet is a call list in words.
type Sheet struct {
	Title  string // at the top of each page
	About  string // below it, on the first page
	Empty  string // what to say if there is nobody to call
	Groups []Group

	Outcomes []string // boxes to tick
	Score    string   // before the scores, one of which is ringed
	MaxScore int
	Next     string // before room for the next call
	// Page says which page this is, of how many.
	Page func(page, of string) string

	Made   time.Time
	Letter bool // on paper of American size; else A4
}

// Group is some of the customers, below a heading of their own if it has one.
type Group struct {
	Heading string
	People  []Person
}

// Person is a customer to call.
type Person struct {
	Name   string
	Aside  string // firm, number at the shop
	Number string
	Why    []string // reasons, the first is the headline
	Facts  []string // what they bought, when to call: a line each
}

// Write draws the sheet. It returns the error of w.
func Write(w io.Writer, s Sheet) error {
	d, err := newDrawing(s)
	if err != nil {
		return err
	}
	d.pdf.AddPage()
	d.about()
	number := 0
	for _, g := range s.Groups {
		if g.Heading != "" && len(g.People) > 0 {
			d.heading(g.Heading, d.height(g.People[0]))
		}
		for _, p := range g.People {
			number++
			d.person(number, p)
		}
	}
	if number == 0 {
		d.paragraph(s.Empty)
	}
	if err := d.pdf.Output(w); err != nil {
		return fmt.Errorf("draw a call sheet: %w", err)
	}
	return nil
}

const (
	family = "DejaVu"
	bold   = "B"
	margin = 12.0 // millimetres, as are all lengths
)

type drawing struct {
	Sheet
	pdf    *fpdf.Fpdf
	letter *sfnt.Font
	buffer sfnt.Buffer
	width  float64 // between the margins
}

func newDrawing(s Sheet) (*drawing, error) {
	size := "A4"
	if s.Letter {
		size = "Letter"
	}
	glyphs, err := sfnt.Parse(dejavusanscondensed.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	d := &drawing{Sheet: s, pdf: fpdf.New("P", "mm", size, ""), letter: glyphs}
	pdf := d.pdf
	pdf.AddUTF8FontFromBytes(family, "", dejavusanscondensed.TTF)
	pdf.AddUTF8FontFromBytes(family, bold, dejavusanscondensedbold.TTF)
	pdf.SetCatalogSort(true) // the same list makes the same file
	pdf.SetCreationDate(s.Made)
	pdf.SetModificationDate(s.Made)
	pdf.SetTitle(d.shown(s.Title), true)
	pdf.SetMargins(margin, margin, margin)
	pdf.SetCellMargin(0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AliasNbPages(pages)
	pdf.SetHeaderFunc(d.head)
	pdf.SetFooterFunc(d.foot)
	wide, _ := pdf.GetPageSize()
	d.width = wide - 2*margin
	return d, nil
}

// pages stands for the number of pages, which is known only at the end.
const pages = "{nb}"

func (d *drawing) head() {
	d.pdf.SetFont(family, bold, 13)
	d.cell(d.width, 7, d.fit(d.Title, d.width), "L")
	d.pdf.Ln(8)
}

func (d *drawing) foot() {
	_, high := d.pdf.GetPageSize()
	d.pdf.SetXY(margin, high-margin+2)
	d.pdf.SetFont(family, "", 8)
	d.grey(true)
	d.cell(d.width, 5, d.Page(fmt.Sprint(d.pdf.PageNo()), pages), "R")
	d.grey(false)
}

func (d *drawing) about() {
	d.pdf.SetFont(family, "", 9)
	d.grey(true)
	for _, line := range d.wrap(d.About, d.width, 2) {
		d.cell(d.width, 4.5, line, "L")
		d.pdf.Ln(4.5)
	}
	d.grey(false)
	d.pdf.Ln(2)
}

func (d *drawing) paragraph(text string) {
	d.pdf.SetFont(family, "", 11)
	for _, line := range d.wrap(text, d.width, 10) {
		d.cell(d.width, 6, line, "L")
		d.pdf.Ln(6)
	}
}

// heading begins a group, on the page of its first customer.
func (d *drawing) heading(text string, next float64) {
	d.room(9 + next)
	d.pdf.SetFont(family, bold, 11)
	d.cell(d.width, 7, d.fit(text, d.width), "L")
	d.pdf.Ln(9)
}

// room begins a new page if there is less than that left of this one.
func (d *drawing) room(height float64) {
	_, high := d.pdf.GetPageSize()
	if d.pdf.GetY()+height > high-margin {
		d.pdf.AddPage()
	}
}
