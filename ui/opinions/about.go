package opinions

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// mostMeant is how many purchases are offered to choose from, the newest.
const mostMeant = 12

// The keys of the choices that are no single purchase.
const (
	aboutNothing = "nothing"
	aboutSeveral = "several" // those that it is about already
)

// about asks which of their purchases a customer writes about. Where only one is
// in question that is proposed, and can be taken back; where there are more,
// nobody guesses.
type about struct {
	page    *Page
	content *fyne.Container // empty while there is nothing to choose from
	changed func()          // is told of what the person chooses
	relay   func()          // the form takes other room now
	day     func() app.Day  // on which it was said

	customer app.ID
	bought   []app.Purchase // theirs, newest first
	read     bool           // bought is
	chosen   []app.ID
	given    bool // chosen is more than a proposal
	asked    execute.Asked
}

func newAbout(p *Page, day func() app.Day, changed, relay func()) *about {
	a := &about{page: p, content: widgets.Column(0), day: day, changed: changed, relay: relay}
	a.content.Hide()
	return a
}

// settled tells whether chosen, also where it is nothing, is what the person saw
// and left so.
func (a *about) settled() bool { return a.given || a.read }

// set takes over what an opinion is about.
func (a *about) set(f opinions.Form) {
	a.asked++
	a.customer, a.bought, a.read = f.Customer, nil, false
	a.chosen, a.given = f.About, f.Chosen || len(f.About) > 0
	a.draw()
}

// follow goes with a change of who it is from; known is what their receipt says
// that it is about. What somebody else bought is not what they write about.
func (a *about) follow(customer app.ID, known []app.ID) {
	if customer != a.customer || len(known) > 0 {
		a.set(opinions.Form{Customer: customer, About: known})
	}
	if customer.IsZero() || a.read {
		return
	}
	execute.Latest(a.page.Run, &a.asked, func(ctx context.Context) ([]app.Purchase, error) {
		return a.page.Desk.Bought(ctx, customer)
	}, a.page.Window.Failed, func(bought []app.Purchase) {
		a.bought, a.read = bought, true
		a.propose()
	})
}

// propose chooses the purchase that alone is in question, unless it was said what
// it is about.
func (a *about) propose() {
	if !a.read {
		return
	}
	if !a.given {
		a.chosen = nil
		if one, ok := opinions.InQuestion(a.bought, a.day()); ok {
			a.chosen = []app.ID{one.ID}
		}
	}
	a.draw()
}

// draw offers the purchases to choose from.
func (a *about) draw() {
	a.content.RemoveAll()
	a.content.Hide()
	defer a.relay()
	if !a.read || len(a.bought) == 0 {
		return
	}
	a.content.Show()
	say := a.page.say
	options := []widgets.Option{{Key: aboutNothing, Text: say.Say("opinions.about.nothing", nil)}}
	if len(a.chosen) > 1 {
		options = append(options, widgets.Option{Key: aboutSeveral, Text: a.several()})
	}
	for i, b := range a.bought {
		if i < mostMeant || slices.Contains(a.chosen, b.ID) {
			options = append(options, widgets.Option{Key: b.ID.String(), Text: a.named(b)})
		}
	}
	several := a.chosen
	var field *widgets.Field
	pick := widgets.NewSelect("", options, func(key string) {
		a.chosen, a.given = nil, true
		if id, err := app.ParseID(key); err == nil {
			a.chosen = []app.ID{id}
		} else if key == aboutSeveral {
			a.chosen = several
		}
		field.SetHint("")
		a.changed()
	})
	field = widgets.NewField(say.Say("opinions.about", nil), pick)
	switch {
	case len(a.chosen) > 1:
		pick.SetChosen(aboutSeveral)
	case len(a.chosen) == 1:
		pick.SetChosen(a.chosen[0].String())
		if !a.given {
			field.SetHint(say.Say("opinions.about.proposed", nil))
		}
	default:
		pick.SetChosen(aboutNothing)
	}
	a.content.Add(field)
}

// several names all that it is about.
func (a *about) several() string {
	var names []string
	for _, b := range a.bought {
		if slices.Contains(a.chosen, b.ID) {
			names = append(names, a.page.say.Bought(b.InBrief(a.page.plan)))
		}
	}
	return strings.Join(names, separator)
}

func (a *about) named(b app.Purchase) string {
	parts := []string{a.page.say.Bought(b.InBrief(a.page.plan)), a.page.say.Day(b.Day, a.page.today())}
	if b.Receipt != "" {
		parts = append(parts, a.page.say.Say("opinions.about.receipt", app.Args{"Receipt": b.Receipt}))
	}
	return strings.Join(parts, separator)
}
