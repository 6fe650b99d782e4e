package opinions_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/opinions"
)

func TestAComplaintFollowsTheThemesOfItsOpinion(t *testing.T) {
	told := app.Opinion{ID: app.ID{0: 3, 15: 1}, Customer: maija.ID, Said: app.NewDay(2026, 11, 9), Source: app.FromCard, Verbatim: "It wobbles."}
	called := told
	called.Source, called.Call = app.FromCall, app.ID{0: 5, 15: 1}
	const other = "of another opinion"
	tests := map[string]struct {
		opinion       app.Opinion
		was           []string   // the themes of the opinion
		theirs        [][]string // those of the complaints it began
		is            []string
		want          [][]string
		changed       int
		otherCustomer bool
	}{
		"given later":                   {told, nil, [][]string{nil}, []string{"quality"}, [][]string{{"quality"}}, 2, false},
		"changed":                       {told, []string{"price"}, [][]string{{"price"}}, []string{"quality"}, [][]string{{"quality"}}, 2, false},
		"taken away":                    {told, []string{"price"}, [][]string{{"price"}}, nil, [][]string{nil}, 2, false},
		"left as they were":             {told, []string{"price"}, [][]string{{"price"}}, []string{"price"}, [][]string{{"price"}}, 1, false},
		"not where they are its own":    {told, nil, [][]string{{"delivery time"}}, []string{"quality"}, [][]string{{"delivery time"}}, 1, false},
		"begun again after an end":      {told, nil, [][]string{nil, nil}, []string{"quality"}, [][]string{{"quality"}, {"quality"}}, 3, false},
		"only the first thing of calls": {called, nil, [][]string{nil, nil}, []string{"quality"}, [][]string{{"quality"}, nil}, 2, false},
		"with it to another customer":   {told, nil, [][]string{nil, {"price"}}, []string{"quality"}, [][]string{{"quality"}, {"price"}}, 3, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			tt.opinion.Themes = tt.was
			unrelated := app.Complaint{ID: app.ID{0: 4, 15: 99}, Customer: maija.ID, Wrong: other}
			s := open(t, tt.opinion, unrelated)
			begun := make([]app.ID, len(tt.theirs))
			for i, themes := range tt.theirs {
				begun[i] = app.ID{0: 4, 15: byte(i + 1)}
				s.shop.Wrongs[begun[i]] = app.Complaint{ID: begun[i], Customer: maija.ID, Opinion: tt.opinion.ID, Wrong: "It wobbles.", Themes: themes, Received: s.now}
			}
			form := opinions.FormOf(tt.opinion)
			form.Themes = tt.is
			if tt.otherCustomer {
				form.Customer = huong.ID
			}
			s.take(form)
			for i, id := range begun {
				if c := s.shop.Wrongs[id]; !slices.Equal(c.Themes, tt.want[i]) || c.Customer != form.Customer {
					t.Errorf("complaint %d is about %q, not %q, of %v", i+1, c.Themes, tt.want[i], c.Customer)
				}
			}
			if c := s.shop.Wrongs[unrelated.ID]; len(c.Themes) > 0 || c.Customer != maija.ID {
				t.Errorf("that %s: %+v", other, c)
			}
			if len(s.shop.Batches) != 1 || len(s.last().Changes) != tt.changed {
				t.Errorf("%d batches, the last of %d changes, not %d", len(s.shop.Batches), len(s.last().Changes), tt.changed)
			}
		})
	}
}
