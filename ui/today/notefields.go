package today

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/app/folding"
	"ringback.app/app/when"
	"ringback.app/ui/widgets"
)

// noteFields are the fields of a note.
type noteFields struct {
	score    *widgets.ScoreRow
	said     *widgets.Entry
	saidWhat *widgets.Paragraph // what is wrong with it, hidden while nothing is
	themes   *widgets.ChipField
	staff    *widgets.ChipField
	praise   *fyne.Container // a box to tick for each of the staff
	praised  []string
	quote    *widgets.Check
	worked   *widgets.Choice // nil: there is no fix to ask about
	wrong    *widgets.Check  // there is something to put right
	wrongBox *fyne.Container // the box alone, or with what belongs to it
	wish     *widgets.Entry
	promise  *widgets.Entry
	pledge   *widgets.Paragraph // what is wrong with it, hidden while nothing is
	by       *widgets.ParsedField[when.Moment]
	check    *widgets.Paragraph // when we ask whether it worked
	next     *widgets.Choice
	nextDay  *widgets.ParsedField[when.Moment]
	changed  func()          // nil while the fields are filled
	body     *fyne.Container // all of it, to be laid out anew when a part grows
}

// The options of the next call, as they would be typed.
const (
	nextThreeDays = "+3d"
	nextWeek      = "+1w"
	nextMonth     = "+1m"
	nextOther     = "day" // a day that is typed
)

// saidLines is how many lines of their words are seen at once.
const saidLines = 2

// build makes the fields for a talk with that customer.
func (f *noteFields) build(p *Page, card calling.Card) {
	say := p.say
	touched := func() {
		if f.changed != nil {
			f.changed()
		}
	}
	f.score = widgets.NewScoreRow(func(int) { touched() })
	f.said = widgets.NewNote("", saidLines)
	f.said.OnChanged = func(string) { touched() }
	f.saidWhat = hiddenAlarm()
	f.themes = widgets.NewChipField(say.Say("today.note.theme", nil), offer(knownThemes(card)), func([]string) { touched() })
	f.praise = widgets.Wrap(12)
	f.quote = widgets.NewCheck(say.Say("today.note.quote", nil), widgets.Muted, func(bool) { touched() })
	f.staff = widgets.NewChipField(say.Say("today.note.staff", nil), offer(card.Plan.Staff), func([]string) {
		f.showPraise(say)
		touched()
	})
	if slices.ContainsFunc(card.Reasons, isCheckFix) {
		yesNo := []widgets.Option{{Key: "yes", Text: say.Say("today.yes", nil)}, {Key: "no", Text: say.Say("today.no", nil)}}
		f.worked = widgets.NewChoice(yesNo, func(string) { touched() })
	}
	f.buildWrong(p, card, touched)
	f.buildNext(p, touched)
}

// buildWrong makes the fields about what is to be put right.
func (f *noteFields) buildWrong(p *Page, card calling.Card, touched func()) {
	say := p.say
	f.wrong = widgets.NewCheck(say.Say("today.note.wrong", nil), widgets.Strong, func(on bool) {
		f.showWrong(say)
		if on {
			p.focusSoon(f.wish)
		}
		touched()
	})
	f.wrongBox = widgets.Column(0)
	f.wish = widgets.NewEntry(say.Say("today.note.wish.example", nil))
	f.wish.OnChanged = func(string) { touched() }
	f.promise = widgets.NewEntry(say.Say("today.note.promise.example", nil))
	f.promise.OnChanged = func(string) { touched() }
	f.pledge = hiddenAlarm()
	f.check = widgets.NewParagraph("", widgets.Note)
	f.by = widgets.NewParsedField(say.Say("today.note.by", nil), say.Say("today.note.by.example", nil), p.readMoment, func() {
		f.check.SetText("")
		if m, ok := f.by.Value(); ok {
			after := m.Day + app.Day(card.Plan.CheckAfter)
			day := say.DayLong(after, app.DayOf(p.Clock().In(p.zone())))
			f.check.SetText(say.Say("today.note.check", app.Args{"Day": day}))
		}
		touched()
	})
}

// buildNext makes the fields about the next call.
func (f *noteFields) buildNext(p *Page, touched func()) {
	say := p.say
	f.nextDay = widgets.NewParsedField(say.Say("today.note.day", nil), say.Say("today.note.by.example", nil), p.readMoment, touched)
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

func isCheckFix(r calllist.Reason) bool { return r.Kind == app.CheckFix }

// knownThemes are the shop's own themes and those this customer spoke of.
func knownThemes(card calling.Card) []string {
	known := slices.Clone(card.Plan.Themes)
	for _, o := range card.Opinions {
		for _, t := range o.Themes {
			if !slices.Contains(known, t) {
				known = append(known, t)
			}
		}
	}
	return known
}

// offer returns what to offer of the words for what is typed so far: those that
// begin with it, then those that contain it.
func offer(words []string) func(typed string) []string {
	return func(typed string) []string {
		typed = folding.Fold(typed)
		var begin, contain []string
		for _, w := range words {
			switch folded := folding.Fold(w); {
			case strings.HasPrefix(folded, typed):
				begin = append(begin, w)
			case strings.Contains(folded, typed):
				contain = append(contain, w)
			}
		}
		return append(begin, contain...)
	}
}

// fill puts a draft into the fields.
func (f *noteFields) fill(d calling.Draft) {
	f.score.SetScore(-1)
	if score, err := strconv.Atoi(d.Score); err == nil {
		f.score.SetScore(score)
	}
	f.said.SetText(d.Verbatim)
	f.themes.SetValues(d.Themes)
	f.staff.SetValues(d.Staff)
	f.praised = slices.Clone(d.Praised)
	f.quote.SetChecked(d.Quote)
	f.wrong.SetChecked(d.ToPutRight)
	f.wish.SetText(d.Wish)
	f.promise.SetText(d.Promise)
	f.by.SetText(strings.TrimSpace(d.PromiseDay + " " + d.PromiseHour))
	if f.worked != nil && d.FixWorked != nil {
		f.worked.SetChosen(map[bool]string{true: "yes", false: "no"}[*d.FixWorked])
	}
	switch d.Next {
	case "", nextThreeDays, nextWeek, nextMonth:
		f.next.SetChosen(d.Next)
	default:
		f.next.SetChosen(nextOther)
		f.nextDay.SetText(strings.TrimSpace(d.Next + " " + d.NextHour))
	}
}
