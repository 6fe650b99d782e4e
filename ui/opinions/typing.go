package opinions

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
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

	cards  map[app.ID]card   // those of this sitting, by the batch that put them on record
	undid  map[app.ID]app.ID // the undos of such batches, and what each undid
	saving bool
	ahead  []rune // typed while one is being saved: for the next card
	asked  bool   // a draft was looked for
	looked bool   // and is in the form, if there was one; nothing is kept before
	kept   bool   // the book has one
	lost   bool   // it cannot take what is typed now
	then   func() // waits for the draft; may be nil
}

// card is one that was put on record in this sitting.
type card struct {
	form   opinions.Form
	lag    int // days that it lay unread
	undone bool
}

func newTyping(p *Page) *typing {
	t := &typing{
		page: p, count: widgets.NewParagraph("", widgets.Note.Aligned(fyne.TextAlignTrailing)).AtMost(2), resume: container.NewStack(),
		cards: make(map[app.ID]card), undid: make(map[app.ID]app.ID),
	}
	t.keeper = keeping.New(p.Run, p.After, p.Window.Failed, func() keeping.Write {
		if !t.looked || t.saving {
			return nil // it would take the place of a draft that is still to be read, or of none
		}
		form := t.form.read()
		if form.Blank() && !t.kept {
			return nil
		}
		t.kept = true
		return func(ctx context.Context) error { return p.Desk.KeepDraft(ctx, form) }
	})
	t.keeper.Tell(func(kept bool) {
		t.lost = !kept
		t.tally()
	})
	t.form = newForm(p, false, t.keeper.Touch)
	say := p.say
	head := widgets.Row(12, widgets.Grow(t.form.source), widgets.NewText("", widgets.Note))
	save := widgets.NewButton(widgets.Primary, say.Say("opinions.save", nil), t.save).WithKey(say.Say("opinions.key.save", nil))
	foot := widgets.Row(12, save, widgets.Grow(t.count))
	t.resume.Hide()
	t.sheet, t.form.around = widgets.GrowingSheet(head, widgets.Column(8, t.resume, t.form.content), foot, t.form.words, wordsLines)
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
	var draft opinions.Form
	var ok bool
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		draft, ok, err = p.Desk.Draft(ctx)
		return err
	}, func(err error) { t.found(draft, ok, err) })
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
// its source and its day are those of the one before, unless no card can have that
// day.
func (t *typing) clear() {
	next := opinions.Form{Source: app.Source(t.form.source.Chosen())}
	if day, ok := t.form.said.Value(); ok && day <= t.page.today() {
		next.Said = t.form.said.Text()
	}
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
	t.saving, t.ahead = true, nil
	was := widgets.Keyboard(t.sheet)
	if was != nil {
		p.Window.Focus(nil)
	}
	turn, by := t.keeper.Take(), p.By()
	var saved opinions.Saved
	execute.Then(p.Run, func(ctx context.Context) error {
		return t.keeper.Settle(turn, func() (bool, error) {
			var err error
			saved, err = p.Desk.Take(ctx, form, by)
			return true, err
		})
	}, func(err error) {
		t.saving = false
		if err != nil && was != nil && p.shown && p.open == tab(t) {
			p.Window.Focus(was)
		}
		switch problems := p.say.Fields(err); {
		case err == nil:
			t.saved(form, saved, who)
		case problems != nil:
			t.form.complain(problems)
		default:
			p.Window.Failed(err)
		}
	})
}

// letter takes a letter that no field has taken: whoever types faster than a card is
// saved types the next one.
func (t *typing) letter(r rune) {
	if t.saving && len(t.ahead) < mostAhead {
		t.ahead = append(t.ahead, r)
	}
}

// mostAhead is how many letters are kept for the next card.
const mostAhead = 200

// saved tells of the card and makes room for the next.
func (t *typing) saved(form opinions.Form, saved opinions.Saved, who string) {
	p := t.page
	t.cards[saved.Batch] = card{form: form, lag: opinions.Lag(saved.Opinion, p.zone())}
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
	if same(t.form.read(), form) {
		t.clear()
		for _, r := range t.ahead {
			t.form.sender.Entry.TypedRune(r)
		}
	} else {
		t.keeper.Touch() // something was typed into it meanwhile
	}
	t.ahead = nil
	p.Window.Toast(p.say.Say(key, app.Args{"Name": who}), func() { p.undo(saved.Batch) })
}

// changed brings a card back into the form that was taken off the record, so that
// it can be mended, and out of it once it is on record again.
func (t *typing) changed(c app.Changed) {
	if one, ok := t.cards[c.Undoes]; ok {
		t.undid[c.Batch] = c.Undoes
		one.undone = true
		t.cards[c.Undoes] = one
		if t.form.read().Blank() {
			t.bring(one.form)
		}
	}
	if batch, ok := t.undid[c.Undoes]; ok {
		one := t.cards[batch]
		one.undone = false
		t.cards[batch] = one
		if same(t.form.read(), one.form) {
			t.clear()
		}
	}
	t.tally()
}

// same tells whether what is typed is the same card.
func same(a, b opinions.Form) bool {
	return a.Customer == b.Customer && a.Sender == b.Sender && a.Said == b.Said && a.Rating == b.Rating && a.Words == b.Words &&
		slices.Equal(a.Themes, b.Themes) && slices.Equal(a.Staff, b.Staff) && slices.Equal(a.Praise, b.Praise) &&
		reflect.DeepEqual(a.Quote, b.Quote) && reflect.DeepEqual(a.Complaint, b.Complaint)
}

// tally says how many cards were typed in this sitting, and how long they lay; or
// that what is typed is not kept.
func (t *typing) tally() {
	say := t.page.say
	if t.lost {
		t.count.SetText(say.Say("window.not-kept", nil))
		return
	}
	var lags []int
	for _, one := range t.cards {
		if !one.undone {
			lags = append(lags, one.lag)
		}
	}
	slices.Sort(lags)
	n := len(lags)
	if n == 0 {
		t.count.SetText(say.Say("window.kept", nil))
		return
	}
	if lags[n-1] == 0 {
		t.count.SetText(say.Count("opinions.sitting.fresh", n, nil))
		return
	}
	least, half, longest := lags[0], lags[n/2], lags[n-1]
	args := app.Args{"Count": say.Number(int64(n))}
	for name, days := range map[string]int{"Least": least, "Lag": half, "Longest": longest} {
		args[name] = say.Count("opinions.days", days, nil)
	}
	switch {
	case n > 1 && least == longest:
		t.count.SetText(say.Say("opinions.sitting.all", args))
	case n > 1 && lags[(n-1)/2] == longest:
		t.count.SetText(say.Say("opinions.sitting.most", args))
	case n > 1 && least > 0 && lags[(n-1)/2] == least:
		t.count.SetText(say.Say("opinions.sitting.least", args))
	case n > 1 && half == longest:
		t.count.SetText(say.Say("opinions.sitting.half", args))
	default:
		t.count.SetText(say.Count("opinions.sitting", n, args))
	}
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
