package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestColumnsThatNobodyKnowsAreGuessedByTheirLooks(t *testing.T) {
	tests := []struct {
		name, header string
		rows         []string
		want         []fields.Field
	}{
		{
			"a day and an amount", "Kd;Wer;Wann;Ding;Geld",
			[]string{"7;Mia Berg, 030 7654321;13.04.26;Lampe;1.234,50", "8;Max, 0171 765;3.5.26;Schirm;9,90 €"},
			[]fields.Field{"", "", fields.Day, "", fields.Amount},
		},
		{
			"how to reach somebody", "a;b;c;d",
			[]string{"mia@example.com;030 7654321;2026-04-13;100234567", "max@example.com;+44 20 7946 0290;2026-04-14;100234568"},
			[]fields.Field{fields.Email, fields.Phone, fields.Day, ""},
		},
		{
			"two amounts, of which nobody knows which is which", "a;b;c",
			[]string{"7;5,00;10,00", "8;2,50;2,50"},
			[]fields.Field{"", "", ""},
		},
		{
			"two days, of which the first is as good as any", "a;b;c",
			[]string{"7;13.04.26;14.04.26", "8;14.04.26;15.04.26"},
			[]fields.Field{"", fields.Day, ""},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(append([]string{tt.header}, tt.rows...)...)}, importing.Options{})
			asked, ok := columns.Asks(err)
			if !ok || !slices.Equal(asked.Likely, tt.want) {
				t.Errorf("%q (%v), want %q", asked.Likely, err, tt.want)
			}
		})
	}
}
