package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/data"
)

// Words that come in one by one fill block after block, the last of which lies
// apart from the others. Wherever one comes or goes, what is found stays what was
// said, the newest first.
func TestWordsAreFoundWhereverTheyComeAndGo(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	long := strings.Repeat(" so it was told", 30) // a handful fills a block
	var said []app.Opinion
	say := func(at time.Time) {
		o := app.Opinion{ID: s.ids.Next(), Taken: at, Source: app.FromCard, Verbatim: fmt.Sprintf("number%d", len(said)) + long}
		s.put(o)
		said = append(said, o)
	}
	unsay := func(n int) {
		if _, err := s.Apply(ctx, app.Batch{Changes: []app.Change{{Kind: app.KindOpinion, Remove: said[n].ID}}}); err != nil {
			t.Fatal(err)
		}
		said = slices.Delete(said, n, n+1)
	}
	for n := range 14 {
		say(noon.Add(time.Duration(n) * time.Hour))
	}
	steps := []struct {
		name string
		do   func()
	}{
		{"one by one", func() {}},
		{"before all others", func() { say(noon.Add(-time.Hour)) }},
		{"between any two", func() {
			for n := range 13 {
				say(noon.Add(time.Duration(n)*time.Hour + 30*time.Minute))
			}
		}},
		{"the last ones go", func() {
			for range 4 {
				latest := slices.MaxFunc(said, func(x, y app.Opinion) int { return x.Taken.Compare(y.Taken) })
				unsay(slices.IndexFunc(said, func(o app.Opinion) bool { return o.ID == latest.ID }))
			}
		}},
		{"at the end again", func() { say(noon.Add(100 * time.Hour)) }},
		{"the first one goes", func() { unsay(0) }},
		{"all but the latest go, and an early one comes", func() {
			slices.SortFunc(said, func(x, y app.Opinion) int { return x.Taken.Compare(y.Taken) })
			for len(said) > 1 {
				unsay(0)
			}
			say(noon)
		}},
		{"all go", func() {
			for len(said) > 0 {
				unsay(len(said) - 1)
			}
		}},
		{"from the beginning", func() { say(noon); say(noon.Add(-time.Hour)); say(noon.Add(time.Hour)) }},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			step.do()
			found, err := s.FindOpinions(ctx, app.OpinionQuery{Words: "told"})
			if err != nil {
				t.Fatal(err)
			}
			want := slices.SortedFunc(slices.Values(said), func(x, y app.Opinion) int { return y.Taken.Compare(x.Taken) })
			if diff := cmp.Diff(ids(want), ids(found)); diff != "" {
				t.Errorf("found (+):\n%s", diff)
			}
			if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
				t.Errorf("check: %+v, %v", problems, err)
			}
			kept, err := data.Dump(ctx, s.Book, false)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Rebuild(ctx); err != nil {
				t.Fatal(err)
			}
			rebuilt, err := data.Dump(ctx, s.Book, false)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(rebuilt, kept); diff != "" {
				t.Errorf("rebuilt (-), kept up (+):\n%s", diff)
			}
		})
	}
}

func ids(all []app.Opinion) []app.ID {
	ids := make([]app.ID, 0, len(all))
	for _, o := range all {
		ids = append(ids, o.ID)
	}
	return ids
}
