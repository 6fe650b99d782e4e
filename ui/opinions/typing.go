package opinions

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// typing is where cards are typed in, one after the other.
type typing struct {
	page   *Page
	sheet  *fyne.Container
	form   *form
	keeper *keeping.Keeper
	count  *widgets.Paragraph // of this sitting
	resume *fyne.Container    // says that the card was begun before; empty: it was not

	lags   []int // days that the cards of this sitting lay unread
	saving bool
	asked  bool   // a draft was looked for
	looked bool   // and is in the form, if there was one; nothing is kept before
	kept   bool   // the book has one
	then   func() // waits for the draft; may be nil
}

func newTyping(p *Page) *typing {
	t := &typing{page: p, count: widgets.NewParagraph("", widgets.Note).AtMost(2), resume: container.NewStack()}
	t.keeper = keeping.New(p.Run, p.After, p.Window.Failed, func() keeping.Write {
		if !t.looked {
			return nil // it would take the place of a draft that is still to be read
		}
		form := t.form.read()
		if form.Blank() && !t.kept {
			return nil
		}
		t.kept = true
		return func(ctx context.Context) error { return p.Desk.KeepDraft(ctx, form) }
	})
	t.form = newForm(p, false, t.keeper.Touch)
	say := p.say
	head := widgets.Row(12, widgets.Grow(t.form.source), widgets.NewText("", widgets.Note))
	save := widgets.NewButton(widgets.Primary, say.Say("opinions.save", nil), t.save).WithKey(say.Say("opinions.key.save", nil))
	foot := widgets.Row(12, save, widgets.Grow(t.count))
	t.resume.Hide()
	t.sheet = widgets.Sheet(head, widgets.Column(8, t.resume, t.form.content), foot)
	t.tally()
	return t
}

func (t *typing) content() fyne.CanvasObject { return t.sheet }

func (t *typing) first() fyne.Focusable { return t.form.first() }

// load brings back, once, the card that was being typed when the program ended.
func (t *typing) load() {
	if t.asked {
		return
	}
	t.asked = true
	p := t.page
	p.Run.Go(func() {
		draft, ok, err := p.Desk.Draft(context.Background())
		p.Run.UI(func() { t.found(draft, ok, err) })
	})
}

// found goes on where the card was left that was being typed, if there is one.
func (t *typing) found(draft opinions.Form, ok bool, err error) {
	p := t.page
	t.looked, t.kept = true, ok || app.CodeOf(err) == app.CodeDamaged
	blank := t.form.read().Blank()
	switch {
	case err != nil:
		p.Window.Failed(err)
	case ok && blank:
		t.bring(draft)
		p.Window.Offer(p.say.Say("opinions.resumed", nil), p.say.Say("opinions.anew", nil), t.clear)
	case ok: // somebody was faster
		p.Window.Offer(p.say.Say("opinions.waits", nil), p.say.Say("opinions.restore", nil), func() { t.bring(draft) })
	}
	if !blank {
		t.keeper.Touch()
	}
	if then := t.then; then != nil {
		t.then = nil
		then()
	}
}

// takeFor begins a card of that customer, or goes on with theirs, or with one that
// does not say yet whose it is. One of somebody else is not made theirs.
func (t *typing) takeFor(customer app.ID) {
	if !t.looked {
		t.then = func() { t.takeFor(customer) }
		return
	}
	p := t.page
	typed := t.form.read()
	begun := typed.Customer
	typed.Customer, typed.About = app.ID{}, nil
	switch {
	case begun == customer:
	case typed.Blank(), begun.IsZero() && typed.Sender == "":
		t.form.sender.take(customer)
	default:
		p.Window.Offer(p.say.Say("opinions.begun", nil), p.say.Say("opinions.anew", nil), func() {
			t.clear()
			t.form.sender.take(customer)
		})
	}
}

// bring puts a card that was begun before into the form.
func (t *typing) bring(draft opinions.Form) {
	t.form.fill(draft)
	if !draft.Customer.IsZero() {
		t.form.sender.take(draft.Customer)
	}
}

// clear makes the form ready for the next card, which comes from the same stack:
// its source and its day are those of the one before.
func (t *typing) clear() {
	next := opinions.Form{Source: app.Source(t.form.source.Chosen()), Said: t.form.said.Text()}
	t.form.fill(next)
	t.keeper.Now()
	t.page.Window.Focus(t.form.sender.Entry)
}

// save puts the card on record and is ready for the next one.
func (t *typing) save() {
	p := t.page
	switch {
	case t.saving:
		return
	case !t.looked: // to save is to drop the draft
		t.then = t.save
		return
	}
	t.form.sender.settle()
	form := t.form.read()
	form.Draft = opinions.DraftKey
	who := p.say.Called(t.form.sender.customer)
	if form.Customer.IsZero() {
		who = form.Sender
	}
	t.saving = true
	turn := t.keeper.Take()
	p.Run.Go(func() {
		var saved opinions.Saved
		err := t.keeper.Settle(turn, func() (bool, error) {
			var err error
			saved, err = p.Desk.Take(context.Background(), form, p.By())
			return true, err
		})
		p.Run.UI(func() {
			t.saving = false
			switch problems := p.say.Fields(err); {
			case err == nil:
				t.saved(form, saved, who)
			case problems != nil:
				t.form.complain(problems)
			default:
				p.Window.Failed(err)
			}
		})
	})
}

// saved tells of the card and makes room for the next.
func (t *typing) saved(form opinions.Form, saved opinions.Saved, who string) {
	p := t.page
	t.lags = append(t.lags, opinions.Lag(saved.Opinion, p.zone()))
	t.tally()
	p.hear(saved.Opinion)
	key := "opinions.saved"
	switch {
	case !saved.Complaint.IsZero():
		key = "opinions.saved.complaint"
	case saved.Opinion.Customer.IsZero():
		key = "opinions.saved.unmatched"
	}
	if who == "" {
		who = p.say.Say("opinions.nobody", nil)
	}
	t.clear()
	p.Window.Toast(p.say.Say(key, app.Args{"Name": who}), func() {
		t.lags = t.lags[:max(0, len(t.lags)-1)]
		t.tally()
		p.undo(saved.Batch)
		if t.form.read().Blank() { // what was taken back can be mended
			t.bring(form)
		}
	})
}

// tally says how many cards were typed in this sitting, and how long they lay.
func (t *typing) tally() {
	say := t.page.say
	n := len(t.lags)
	if n == 0 {
		t.count.SetText(say.Say("opinions.sitting.none", nil))
		return
	}
	lags := slices.Sorted(slices.Values(t.lags))
	if lags[n-1] == 0 {
		t.count.SetText(say.Count("opinions.sitting.fresh", n, nil))
		return
	}
	t.count.SetText(say.Count("opinions.sitting", n, app.Args{
		"Lag": say.Count("opinions.days", lags[(n-1)/2], nil), "Longest": say.Count("opinions.days", lags[n-1], nil),
	}))
}

// back empties what was typed, with a way to have it back.
func (t *typing) back() bool {
	typed := t.form.read()
	if typed.Blank() {
		return false
	}
	t.clear()
	t.page.Window.Offer(t.page.say.Say("opinions.cleared", nil), t.page.say.Say("opinions.restore", nil), func() { t.bring(typed) })
	return true
}
