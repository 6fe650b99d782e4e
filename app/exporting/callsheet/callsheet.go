// Package callsheet draws a call list on paper, as PDF: each customer with why
// to call them, and room to write down what they say.
package callsheet

import (
	"fmt"
	"io"
	"time"

	"ringback.app/app/exporting/printed"
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
	return d.pdf.Finish(w)
}

const margin = 12.0 // millimetres, as are all lengths

type drawing struct {
	Sheet
	pdf   *printed.Pages
	width float64 // between the margins
}

func newDrawing(s Sheet) (*drawing, error) {
	pages, err := printed.New(s.Title, s.Made, printed.Paper{Letter: s.Letter, Margin: margin})
	if err != nil {
		return nil, err
	}
	d := &drawing{Sheet: s, pdf: pages, width: pages.Width}
	pages.SetHeaderFunc(d.head)
	pages.SetFooterFunc(d.foot)
	return d, nil
}

func (d *drawing) head() {
	d.pdf.Font(printed.Bold, 13)
	d.cell(d.width, 7, d.fit(d.Title, d.width), "L")
	d.pdf.Ln(8)
}

func (d *drawing) foot() {
	d.pdf.SetXY(margin, d.pdf.Height-margin+2)
	d.pdf.Font(printed.Plain, 8)
	d.grey(true)
	d.cell(d.width, 5, d.Page(fmt.Sprint(d.pdf.PageNo()), printed.All), "R")
	d.grey(false)
}

func (d *drawing) about() {
	d.pdf.Font(printed.Plain, 9)
	d.grey(true)
	for _, line := range d.wrap(d.About, d.width, 2) {
		d.cell(d.width, 4.5, line, "L")
		d.pdf.Ln(4.5)
	}
	d.grey(false)
	d.pdf.Ln(2)
}

func (d *drawing) paragraph(text string) {
	d.pdf.Font(printed.Plain, 11)
	for _, line := range d.wrap(text, d.width, 10) {
		d.cell(d.width, 6, line, "L")
		d.pdf.Ln(6)
	}
}

// heading begins a group, on the page of its first customer.
func (d *drawing) heading(text string, next float64) {
	d.room(9 + next)
	d.pdf.Font(printed.Bold, 11)
	d.cell(d.width, 7, d.fit(text, d.width), "L")
	d.pdf.Ln(9)
}

// room begins a new page if there is less than that left of this one.
func (d *drawing) room(height float64) {
	if d.pdf.GetY()+height > d.pdf.Height-margin {
		d.pdf.AddPage()
	}
}
