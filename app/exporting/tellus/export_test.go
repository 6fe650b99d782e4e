package tellus

import (
	"context"
	"time"

	"ringback.app/app/exporting/printed"
)

// Foot returns the lines in which a card says whose it is.
func Foot(whose string, letter bool) ([]string, error) {
	pages, err := printed.New("", time.Time{}, printed.Paper{Letter: letter})
	if err != nil {
		return nil, err
	}
	pages.AddPage()
	d := &drawing{Pages: pages, wide: pages.Width / 2, high: pages.Height / 2}
	return d.whose(Card{Whose: whose}), nil
}

// Cards returns the cards in words.
func (p *Printer) Cards(ctx context.Context, o Order) ([]Card, error) {
	plan, err := p.book.Plan(ctx)
	if err != nil {
		return nil, err
	}
	return p.cards(ctx, plan, o)
}
