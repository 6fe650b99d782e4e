package exporting_test

import (
	"fmt"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/review"
)

func TestTheMondaySheetLeavesOutNoPartHoweverManyStandardsThereAre(t *testing.T) {
	m := newMeeting()
	for i := range 4 {
		m.figures.Standards = append(m.figures.Standards, review.Held{
			Standard: app.Standard{Words: fmt.Sprintf("Our own standard, number %d, and what it is for", i)}, Tally: review.Tally{Of: 40, Kept: 30},
		})
		m.figures.Sellers = append(m.figures.Sellers, review.Talk{Name: fmt.Sprint("Seller ", i), Count: 3})
		m.figures.Items = append(m.figures.Items, review.Talk{Name: fmt.Sprint("Item ", i), Count: 3})
		m.figures.Themes = append(m.figures.Themes, review.Talk{Name: fmt.Sprint("Theme ", i), Count: 3})
	}
	pdf := m.draw(t)
	if got := pageCount(t, pdf); got != "2" {
		t.Errorf("%s pages", got)
	}
	said := pdfText(t, pdf)
	for _, part := range []string{
		"What they talk about", "Would they recommend us?", "Stars", "What it was about",
		"Our standards", "Our own standard, number 3", "Putting things right", "First reply to a complaint (aim: 4 h)", "Put right (aim: 3 shop days)",
		"From written to read", "Who sold it", "After a complaint", "Lost: nothing since", "What put it right, and what it cost", "Thank-yous",
	} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not in\n%s", part, said)
		}
	}
}

func TestNoNumberAtTheTopOfTheMondaySheetIsCut(t *testing.T) {
	m := newMeeting()
	m.figures.Calls.Now.Reached, m.figures.Calls.Now.Made = 23870, 31095
	m.figures.Risk.Sum = 123_456_789_00
	said := pdfText(t, m.draw(t))
	for _, number := range []string{"23,870", "of 31,095 calls", "€ 123,456,789"} {
		if !strings.Contains(said, number) {
			t.Errorf("%q is not in\n%s", number, said)
		}
	}
}
