package review_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app/review"
	"ringback.app/ui/theme"
)

func TestPictures(t *testing.T) {
	for name, tt := range map[string]struct {
		look   theme.Look
		size   fyne.Size
		change func(*stage)
	}{
		"review-light":  {theme.Light, usual, nil},
		"review-dark":   {theme.Dark, usual, nil},
		"review-narrow": {theme.Light, narrow, nil},
		"review-large":  {theme.Light, large, nil},
		"empty-light": {theme.Light, usual, func(s *stage) {
			s.figures, s.praise = review.Figures{At: s.figures.At, Currency: "EUR"}, nil
		}},
		"long-light": {theme.Light, narrow, func(s *stage) {
			s.figures.Themes = []review.Talk{
				{Name: "Χρόνος παράδοσης και συναρμολόγησης στο σπίτι", Count: 21, Before: 12}, {Name: "thời gian giao hàng và lắp đặt tại nhà", Count: 3},
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage()
			if tt.change != nil {
				tt.change(s)
			}
			s.set(t, tt.look, tt.size)
			s.Shown()
			test.AssertRendersToImage(t, name+".png", s.canvas)
		})
	}
}
