package opinions

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/tellus"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// printing asks which tell-us cards to print.
type printing struct {
	page   *Page
	sheet  *fyne.Container
	form   *fyne.Container
	sender *sender
	whose  []app.Customer
	chips  *fyne.Container
	blank  *input
	idea   string // how many blank ones were proposed last
	error  *widgets.Paragraph
}

// blankCards is how many blank cards are proposed: two pages.
const blankCards = 8

// PrintCards asks which tell-us cards to print: those of these customers, and
// blank ones.
func (p *Page) PrintCards(customers ...app.ID) {
	p.typing.keeper.Now()
	t := &printing{page: p, chips: widgets.Wrap(6), error: widgets.NewProblem()}
	say := p.say
	t.sender = newSender(p, say.Say("opinions.cards.whose", nil), func() {}, t.add, func() { t.relay() })
	t.blank = newInput(say.Say("opinions.cards.blank", nil), widgets.NewEntry("0"), func() {})
	if len(customers) == 0 {
		t.propose()
	}
	t.form = widgets.Column(8, widgets.NewParagraph(say.Say("opinions.cards.about", nil), widgets.Muted), widgets.Gap(0, 4),
		t.sender.Content, t.chips, widgets.Row(0, widgets.Fixed(200, 0, t.blank.field)), t.error)
	do := widgets.NewButton(widgets.Primary, say.Say("opinions.cards.do", nil), t.save).WithKey(say.Say("opinions.key.save", nil))
	back := widgets.NewButton(widgets.Plain, say.Say("opinions.back", nil), p.Back).WithKey(say.Say("opinions.key.back", nil))
	t.sheet = widgets.Sheet(widgets.NewText(say.Say("opinions.cards.title", nil), widgets.Heading), t.form, widgets.Row(8, do, back))
	p.printing = t
	p.side.Objects = []fyne.CanvasObject{t.sheet}
	p.side.Refresh()
	for _, id := range customers {
		t.read(id)
	}
	if p.shown {
		p.Window.Focus(t.first())
	}
}

// closePrinting shows the tab again.
func (p *Page) closePrinting() {
	if p.printing == nil {
		return
	}
	p.printing = nil
	p.side.Objects = []fyne.CanvasObject{p.open.content()}
	p.side.Refresh()
}

// propose proposes blank cards where there are no others, until somebody says how
// many.
func (t *printing) propose() {
	if t.blank.entry.Text != t.idea {
		return
	}
	t.idea = ""
	if len(t.whose) == 0 {
		t.idea = strconv.Itoa(blankCards)
	}
	t.blank.entry.SetText(t.idea)
}

func (t *printing) first() fyne.Focusable { return t.sender.Entry }

func (t *printing) relay() {
	if t.form != nil {
		t.form.Refresh()
	}
}

// read adds a customer by their ID.
func (t *printing) read(id app.ID) {
	p := t.page
	var who app.Customer
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		who, err = p.Book.Customer(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		t.put(who)
	})
}

// add takes who was chosen, and makes room for another one.
func (t *printing) add() {
	who := t.sender.customer
	if who.ID.IsZero() {
		t.page.Window.Focus(t.blank.entry)
		return
	}
	t.sender.clear("")
	t.put(who)
	t.page.Window.Focus(t.sender.Entry)
}

func (t *printing) put(who app.Customer) {
	for _, w := range t.whose {
		if w.ID == who.ID {
			return
		}
	}
	t.whose = append(t.whose, who)
	t.showChips()
}

func (t *printing) showChips() {
	t.chips.RemoveAll()
	for i, w := range t.whose {
		t.chips.Add(widgets.NewChip(t.page.say.Called(w), func() {
			t.whose = append(t.whose[:i:i], t.whose[i+1:]...)
			t.showChips()
		}))
	}
	t.propose()
	t.relay()
}

// save asks for the place and prints the cards there.
func (t *printing) save() {
	p, say := t.page, t.page.say
	order := tellus.Order{}
	for _, w := range t.whose {
		order.Customers = append(order.Customers, w.ID)
	}
	if text := strings.TrimSpace(t.blank.entry.Text); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			n = -1 // which no printer prints
		}
		order.Blank = n
	}
	name := exporting.FileName(say.Say("opinions.cards.file", nil)+" "+p.today().String(), "cards", "pdf")
	p.OnSave(name, func(path string) {
		if path != "" {
			t.print(path, order)
		}
	})
}

func (t *printing) print(path string, order tellus.Order) {
	p, say := t.page, t.page.say
	var done tellus.Done
	execute.Then(p.Run, func(ctx context.Context) error {
		return exporting.ToFile(path, func(w io.Writer) (err error) {
			done, err = p.Cards.Write(ctx, w, order)
			return err
		})
	}, func(err error) {
		if err != nil {
			t.error.SetProblem(say.Error(err))
			t.relay()
			return
		}
		if p.printing == t {
			p.closePrinting()
			p.focus()
		}
		p.wrote(p.Printed(done, path), path)
	})
}

// Printed says what was printed, and honestly what was not as it is written.
func (p *Page) Printed(done tellus.Done, path string) string {
	say := p.say
	text := say.Count("opinions.cards.done", done.Cards, app.Args{"Number": say.Number(int64(done.Cards)), "File": filepath.Base(path)})
	if len(done.Boxed) > 0 {
		text += " " + say.Say("opinions.cards.boxed", app.Args{"Names": say.List(done.Boxed)})
	}
	if done.Nameless {
		text += " " + say.Say("opinions.cards.nameless", nil)
	}
	if done.Numberless {
		text += " " + say.Say("opinions.cards.numberless", nil)
	}
	return text
}
