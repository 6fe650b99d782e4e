package today

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/folding"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// noteFields are the fields of a note.
type noteFields struct {
	score    *widgets.ScoreRow
	stars    *widgets.Choice // where they were asked on that scale: never both
	said     *widgets.Entry
	saidWhat *widgets.Paragraph // what is wrong with it, hidden while nothing is
	themes   *widgets.ChipField
	staff    *widgets.ChipField
	praise   *fyne.Container // a box to tick for each of the staff
	praised  []string
	quote    *widgets.Check
	worked   []fixAsked             // none: there is no fix to ask about
	wrong    *mending               // something to put right
	other    *mending               // and something else, where that is about what was open before
	wrongBox *fyne.Container        // the boxes alone, or with what belongs to them
	cases    func() []app.Complaint // that were open before, and it may be about
	next     *widgets.Choice
	nextDay  *widgets.ParsedField[when.Moment]
	nextHour *theirHour         // of nextDay
	nextWhat *widgets.Paragraph // the day that was chosen without being typed, or agreed until now
	nextWas  string             // when a call was agreed for until now; empty: none was, or its time is over
	changed  func()             // nil while the fields are filled
	body     *fyne.Container    // all of it, to be laid out anew when a part grows
}

// The options of the next call, as they would be typed.
const (
	nextThreeDays = "+3d"
	nextWeek      = "+1w"
	nextMonth     = "+1m"
	nextOther     = "day" // a day that is typed
)

// saidLines is how many lines of their words are seen at least.
const saidLines = 2

// build makes the fields for a talk with that customer, which was over then; zero:
// it is not.
func (f *noteFields) build(p *Page, card calling.Card, over time.Time) {
	say := p.say
	touched := func() {
		if f.changed != nil {
			f.changed()
		}
	}
	f.buildRating(p, touched)
	f.said = widgets.NewNote("", saidLines)
	f.said.OnChanged = func(string) { touched() }
	f.saidWhat = widgets.NewProblem()
	f.themes = widgets.NewChipField(say.Say("today.note.theme", nil), func(typed string) []string {
		return folding.Matching(knownThemes(card, p.themes), typed)
	}, func([]string) { touched() })
	f.themes.OnTyped(touched)
	f.praise = widgets.Wrap(12)
	f.quote = widgets.NewCheck(say.Say("today.note.quote", nil), widgets.Muted, func(bool) { touched() })
	f.staff = widgets.NewChipField(say.Say("today.note.staff", nil), func(typed string) []string {
		return folding.Matching(card.Plan.Staff, typed)
	}, func([]string) {
		f.showPraise(say)
		touched()
	})
	f.staff.OnTyped(touched)
	f.buildWorked(card, over, say, func() {
		f.showWrong(say)
		touched()
	})
	f.cases = func() []app.Complaint { return card.Amendable(f.fixes()) }
	f.buildWrong(p, card, touched)
	f.buildNext(p, card, touched)
}

// buildRating makes the two scales. A score given takes back the stars, and the
// other way round; on the row of scores "4/5" and "4*" are stars. Digits typed on
// the stars, which come first on the way back from the words, are a score too.
func (f *noteFields) buildRating(p *Page, touched func()) {
	say := p.say
	rated := func() {
		f.showWrong(say)
		touched()
	}
	f.score = widgets.NewScoreRow(func(score int) {
		if score >= 0 {
			f.stars.SetChosen("")
		}
		rated()
	})
	var options []widgets.Option
	for n := 1; n <= app.MaxStars; n++ {
		options = append(options, widgets.Option{
			Key: strconv.Itoa(n), Text: say.Say("today.note.stars.of", app.Args{"Stars": n, "Most": app.MaxStars}),
		})
	}
	f.stars = widgets.NewChoice(options, func(chosen string) {
		if chosen != "" {
			f.score.SetScore(-1)
		}
		rated()
	})
	f.stars.OnRune(func(r rune) bool {
		digit := r >= '0' && r <= '9'
		if digit {
			p.focus(f.score)
			f.score.TypedRune(r)
		}
		return digit
	})
	f.score.OnStars(app.MaxStars, func(stars int) {
		f.score.SetScore(-1)
		f.stars.SetChosen(strconv.Itoa(stars))
		rated()
	})
}

// unhappy tells whether what they gave says that something is to be put right.
func (f *noteFields) unhappy() bool {
	var o app.Opinion
	o.Score, o.Stars = f.rating()
	return o.Unhappy()
}

// rating returns the score or the stars given, nil for none.
func (f *noteFields) rating() (score, stars *int) {
	if given := f.score.Score(); given >= 0 {
		return &given, nil
	}
	if given, err := strconv.Atoi(f.stars.Chosen()); err == nil {
		return nil, &given
	}
	return nil, nil
}

// buildWrong makes the fields about what is to be put right: of what they are
// called about or told of, and of something else.
func (f *noteFields) buildWrong(p *Page, card calling.Card, touched func()) {
	say := p.say
	boxed := func(m *mending, text string) {
		m.which = newWhichCase(func() {
			m.restand()
			f.showWrong(say)
			p.focus(m.which.choice)
			touched()
		})
		m.box = widgets.NewCheck(text, widgets.Strong, func(on bool) {
			f.showWrong(say)
			if on {
				p.focusSoon(m.first())
			}
			touched()
		})
	}
	f.wrong, f.other = newMending(p, card, touched, f.relay), newMending(p, card, touched, f.relay)
	boxed(f.wrong, say.Say("today.note.wrong", nil))
	boxed(f.other, say.Say("today.note.else", nil))
	f.other.wrong = widgets.NewEntry(say.Say("today.note.else.example", nil))
	f.other.wrong.OnChanged = func(string) { touched() }
	f.wrongBox = widgets.Column(8)
}

// buildNext makes the fields about the next call.
func (f *noteFields) buildNext(p *Page, card calling.Card, touched func()) {
	say := p.say
	if next := card.Summary.Talk.Next; next != nil && next.At.After(p.Clock()) {
		f.nextWas = p.agreed(*next)
	}
	f.nextDay = widgets.NewParsedField(say.Say("today.note.day", nil), say.Say("today.note.by.example", nil), p.readNextDay, func() {
		f.nextHour.offer(f.nextDay.Text())
		f.showEnd()
		touched()
	})
	f.nextHour = newTheirHour(p, f.nextDay.Entry())
	f.nextWhat = widgets.NewParagraph("", widgets.Small)
	f.next = widgets.NewChoice([]widgets.Option{
		{Key: nextThreeDays, Text: say.Say("today.note.three-days", nil)},
		{Key: nextWeek, Text: say.Say("today.note.week", nil)},
		{Key: nextMonth, Text: say.Say("today.note.month", nil)},
		{Key: nextOther, Text: say.Say("today.note.other-day", nil)},
	}, func(chosen string) {
		f.showNext()
		if chosen == nextOther {
			p.focusSoon(f.nextDay.Entry())
		}
		touched()
	})
}

// knownThemes are the shop's own themes, those this customer spoke of, and those
// that others did lately.
func knownThemes(card calling.Card, lately []string) []string {
	known := card.Plan.Themes
	for _, o := range card.Opinions {
		known = folding.With(known, o.Themes...)
	}
	return folding.With(known, lately...)
}

// offerCases lists what was open before where what is to be put right may be about
// it; and where more than one fix did not work, the others for something else.
func (f *noteFields) offerCases(say *wording.Voice) {
	fixes := f.fixes()
	failed := func(c app.Complaint) bool { return slices.Contains(fixes, calling.Fix{Complaint: c.ID}) }
	offer := func(m *mending, cases []app.Complaint) {
		before := m.which.chosen()
		m.which.offer(cases, failed, say)
		if m.which.chosen() != before {
			m.restand()
		}
	}
	offer(f.wrong, f.cases())
	first := f.wrong.which.of()
	offer(f.other, slices.DeleteFunc(f.cases(), func(c app.Complaint) bool {
		return !failed(c) || first == nil || c.ID == first.ID
	}))
}

// choose chooses what is to be put right is about, as it was chosen before.
func (m *mending) choose(of string) {
	if m.which.choice != nil && of != "" {
		m.which.choice.SetChosen(of)
		m.restand()
	}
}

// fill puts a draft into the fields.
func (f *noteFields) fill(d calling.Draft, say *wording.Voice) {
	f.score.SetScore(-1)
	if score, err := strconv.Atoi(d.Score); err == nil {
		f.score.SetScore(score)
	}
	f.stars.SetChosen(d.Stars)
	f.said.SetText(d.Verbatim)
	f.themes.SetValues(d.Themes)
	f.staff.SetValues(d.Staff)
	f.praised = slices.Clone(d.Praised)
	f.quote.SetChecked(d.Quote)
	f.fillWorked(d.Fixes)
	f.offerCases(say)
	f.wrong.choose(d.Of)
	f.offerCases(say)
	f.wrong.box.SetChecked(d.ToPutRight)
	f.wrong.fill(calling.DraftWrong{
		Wish: d.Wish, Promise: d.Promise, By: strings.TrimSpace(d.PromiseDay + " " + d.PromiseHour), Serious: d.Serious,
	})
	if f.other.box.SetChecked(d.Else != nil); d.Else != nil {
		f.other.choose(d.Else.Of)
		f.other.fill(*d.Else)
	}
	switch d.Next {
	case "", nextThreeDays, nextWeek, nextMonth:
		f.next.SetChosen(d.Next)
	default:
		f.next.SetChosen(nextOther)
		f.nextDay.SetText(strings.TrimSpace(d.Next + " " + d.NextHour))
	}
}
