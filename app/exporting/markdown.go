package exporting

import (
	"io"
	"strings"

	"ringback.app/app"
)

// markdownNotes writes notes as a person reads them: a heading for each day, one
// for each call, their words as a quotation.
type markdownNotes struct {
	sheet
	out io.Writer
	day app.Day
}

func (m *markdownNotes) say(key string, args app.Args) string {
	return m.voice.Say("export.notes."+key, args)
}

func (m *markdownNotes) write(blocks ...string) error {
	for _, b := range blocks {
		if b == "" {
			continue
		}
		if _, err := io.WriteString(m.out, b+"\n\n"); err != nil {
			return unwritable(err)
		}
	}
	return nil
}

func (m *markdownNotes) begin() error {
	today := app.DayOf(m.now)
	from, to := m.voice.DayLong(m.filter.From, today), m.voice.DayLong(m.filter.To, today)
	period := ""
	switch {
	case from != "" && from == to:
		period = from
	case from != "" && to != "":
		period = m.say("between", app.Args{"From": from, "To": to})
	case from != "":
		period = m.say("since", app.Args{"From": from})
	case to != "":
		period = m.say("until", app.Args{"To": to})
	}
	shop := plain(m.plan.Shop)
	return m.write("# "+m.say("title", nil), joinedBy(" · ", shop, period, m.say("made", app.Args{"Day": m.voice.DayLong(today, 0)})))
}

func (m *markdownNotes) end(c Count) error {
	if c.Notes == 0 {
		return m.write(m.say("none", nil))
	}
	calls := m.voice.Count("export.notes.calls", c.Notes, nil)
	people := m.voice.Count("export.notes.people", c.Customers, nil)
	return m.write("---", m.say("sum", app.Args{"Calls": calls, "People": people}))
}

func (m *markdownNotes) record(n Note) error {
	start := n.Call.Start.In(m.zone)
	if day := app.DayOf(start); day != m.day {
		m.day = day
		if err := m.write("## " + m.voice.DayLong(day, 0)); err != nil {
			return err
		}
	}
	return m.write(append([]string{"### " + m.voice.Clock(start) + " · " + plain(m.voice.Called(n.Customer))}, m.body(n)...)...)
}

// refused says what the customer refused in the call; "" if they refused nothing,
// or the book does not have it any more.
func (m *markdownNotes) refused(n Note) string {
	if n.Call.Disposition != app.DoNotRing {
		return ""
	}
	said := ""
	for _, wish := range n.Customer.DoNotCall {
		if wish.Since == app.DayOf(n.Call.Start.In(m.zone)) {
			said = joinedBy(", ", said, m.voice.Purpose(wish.Purpose))
		}
	}
	return said
}

// body returns the blocks below the heading of a note; an empty one is left
// out.
func (m *markdownNotes) body(n Note) []string {
	c := n.Call
	happened := m.voice.Disposition(c.Disposition)
	if c.Disposition.Reached() && c.End.After(c.Start) {
		happened = joinedBy(", ", happened, m.voice.Duration(c.End.Sub(c.Start)))
	}
	if refused := m.refused(n); refused != "" {
		happened += ": " + refused
	}
	if by := m.by(c); by != "" {
		happened = m.say("by", app.Args{"Happened": happened, "By": plain(by)})
	}
	blocks := []string{joinedBy(" · ", happened, plain(c.Number)), m.about(n.Bought)}
	if o := n.Opinion; o != nil {
		blocks = append(blocks, quotation(o.Verbatim), m.judged(*o))
	}
	if c.Notes != "" {
		blocks = append(blocks, lines(c.Notes))
	}
	if n.Complaint != nil {
		blocks = append(blocks, m.putRight(*n.Complaint, n.Opened))
	}
	if c.FixWorked != nil {
		blocks = append(blocks, m.fix(*c.FixWorked))
	}
	for _, other := range n.Others {
		blocks = append(blocks, m.putRight(other.Complaint, other.Opened))
		if worked, asked := other.FixIn(c); asked {
			blocks = append(blocks, m.fix(worked))
		}
	}
	if c.Next != nil {
		blocks = append(blocks, m.next(*c.Next))
	}
	if c.Anyway != "" {
		blocks = append(blocks, m.say("anyway", app.Args{"Reason": plain(c.Anyway)}))
	}
	return blocks
}

// fix says whether what was put right was.
func (m *markdownNotes) fix(worked bool) string {
	if worked {
		return m.say("fix-worked", nil)
	}
	return m.say("fix-failed", nil)
}

func (m *markdownNotes) about(purchases []app.Bought) string {
	said := make([]string, len(purchases))
	for i, b := range purchases {
		said[i] = m.say("purchase", app.Args{
			"Bought": plain(m.voice.Bought(b)), "Day": m.voice.Day(b.Day, app.DayOf(m.now)),
			"Money": m.voice.Money(app.Money{Minor: b.Total, Currency: b.Currency}),
		})
	}
	if len(said) == 0 {
		return ""
	}
	return m.say("about", app.Args{"Purchases": strings.Join(said, "; ")})
}

func (m *markdownNotes) judged(o app.Opinion) string {
	var said []string
	if o.Score != nil {
		said = append(said, m.say("score", app.Args{"Score": *o.Score, "Of": app.MaxScore}))
	}
	for _, part := range []struct {
		key   string
		words []string
	}{{"themes", o.Themes}, {"staff", o.Staff}, {"praise", o.Praise}} {
		if len(part.words) > 0 {
			said = append(said, m.say(part.key, app.Args{"Names": plain(m.voice.List(part.words))}))
		}
	}
	if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
		said = append(said, m.say("quote", nil))
	}
	return strings.Join(said, " · ")
}

func (m *markdownNotes) putRight(c app.Complaint, opened bool) string {
	key := "complaint"
	if opened {
		key = "opened"
	}
	said := []string{m.say(key, app.Args{"Wrong": plain(c.Wrong)})}
	if c.Wish != "" {
		said = append(said, m.say("wish", app.Args{"Wish": plain(c.Wish)}))
	}
	for _, p := range c.Promises {
		if p.By.IsZero() {
			said = append(said, m.say("promise", app.Args{"Promise": plain(p.What)}))
			continue
		}
		said = append(said, m.say("promise-by", app.Args{"Promise": plain(p.What), "By": m.voice.By(p.By, m.now)}))
	}
	return strings.Join(said, "  \n")
}

func (m *markdownNotes) next(n app.NextStep) string {
	when := m.voice.DayLong(app.DayOf(n.At.In(m.zone)), app.DayOf(m.now))
	if n.Timed {
		when = joinedBy(", ", when, m.voice.Clock(n.At.In(m.zone)))
	}
	return joinedBy(": ", m.say("next", app.Args{"When": when}), plain(n.Note))
}

// markup is what Markdown would take for its own.
var markup = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`,
)

// plain returns text on one line in which nothing is markup.
func plain(text string) string { return markup.Replace(strings.Join(strings.Fields(text), " ")) }

// lines returns text with its own line ends in which nothing is markup.
func lines(text string) string {
	var kept []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		line = plain(line)
		if line != "" && strings.ContainsRune("-+=0123456789", rune(line[0])) {
			line = listless(line)
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "  \n")
}

// listless keeps a line that begins like a list or a rule from becoming one.
func listless(line string) string {
	digits := strings.TrimLeft(line, "0123456789")
	if len(digits) == len(line) {
		return `\` + line
	}
	if strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, ")") {
		return line[:len(line)-len(digits)] + `\` + digits
	}
	return line
}

// quotation sets somebody's words apart.
func quotation(words string) string {
	if strings.TrimSpace(words) == "" {
		return ""
	}
	return "> " + strings.ReplaceAll(lines(strings.TrimSpace(words)), "\n", "\n> ")
}

// joinedBy joins what is not empty.
func joinedBy(separator string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}
