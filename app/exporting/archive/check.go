package archive

import (
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"ringback.app/app"
)

// How much a record may have: no less than whatever can come into a book by other
// ways. What is made of a record, the list and the search, takes time and room by it.
const (
	mostOfAKind  = 1000    // telephones, say, of one customer
	lineLetters  = 2000    // of a name or whatever else stands on one line
	wordsLetters = 4 << 20 // of notes, and of what a card had
)

// earliest is before anything that a book has the hour of. A clock that runs from
// there goes through all days since.
var earliest = time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)

// checked returns the plan as the book keeps it, or what of it is not to be kept.
func (p Plan) checked() (app.Record, error) {
	if p.AnswerWithin < 0 || p.AnswerWithin > app.RangesOfPlan().AnswerWithin.Most {
		return nil, fmt.Errorf("answer within %d", p.AnswerWithin) // it may be no app.Minute
	}
	plan, err := p.plan()
	if err != nil {
		return nil, err
	}
	return plan, plan.Check()
}

// The words that the book knows for things are all that it takes for them. Others
// would be kept, and understood by nothing.

func (c Customer) check() error {
	err := errors.Join(
		few(len(c.Phones), len(c.Emails), len(c.Addresses), len(c.Tags), len(c.DoNotCall), len(c.References), len(c.Unknown), len(c.Thanks)),
		lines(c.Name.Full, c.Name.Given, c.Name.Family, c.Name.Prefix, c.Name.Suffix, c.Name.Middle, c.Firm, c.Birthday, c.Language, c.TimeZone),
		lines(c.Tags...), words(c.Notes),
	)
	for _, p := range c.Phones {
		err = errors.Join(err, lines(p.Label, p.Typed, p.E164, p.Extension),
			among(p.Unfit, app.FitToCall, app.UnfitUnreadable, app.UnfitFax, app.UnfitPager, app.UnfitWrong, app.UnfitDead))
	}
	for _, e := range c.Emails {
		err = errors.Join(err, lines(e.Label, e.Address))
	}
	for _, a := range c.Addresses {
		err = errors.Join(err, lines(a.Label, a.POBox, a.Extra, a.Street, a.City, a.Region, a.PostalCode, a.Country))
	}
	for _, d := range c.DoNotCall {
		err = errors.Join(err, words(d.Reason), among(d.Purpose, app.PurposeAny, app.PurposeFollowUp, app.PurposeMarketing))
	}
	for _, ref := range c.References {
		err = errors.Join(err, lines(ref.Value), among(ref.Kind, app.ReferenceShop, app.ReferenceVCard))
	}
	for _, p := range c.Unknown {
		err = errors.Join(err, lines(p.Group, p.Name), words(p.Value))
	}
	for _, t := range c.Thanks {
		err = errors.Join(err, words(t.What), t.Cost.check(), lines(t.By))
	}
	return err
}

func (p Purchase) check() error {
	err := errors.Join(lines(p.Receipt, p.Currency, p.SoldBy), amount(p.Total))
	for _, i := range p.Items {
		err = errors.Join(err, lines(i.Item, i.Code), amount(i.Amount))
		if q := app.Quantity(i.Quantity); q < -app.MostQuantity || q > app.MostQuantity {
			err = errors.Join(err, fmt.Errorf("a quantity of %d thousandths", q))
		}
	}
	return err
}

func (c Call) check() error {
	err := errors.Join(few(len(c.About)), lines(c.By, c.Number), words(c.Notes, c.Anyway), moments(c.Start, c.End),
		among(c.Disposition, app.Dispositions()...))
	if c.Next != nil {
		err = errors.Join(err, words(c.Next.Note), moments(c.Next.At))
	}
	return err
}

func (o Opinion) check() error {
	err := errors.Join(
		few(len(o.Themes), len(o.Staff), len(o.Praise), len(o.About), len(o.Passed)),
		lines(o.Themes...), lines(o.Staff...), lines(o.Praise...), lines(o.Sender), moments(o.Taken),
		among(o.Source, app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb),
	)
	if o.Score != nil && (*o.Score < 0 || *o.Score > app.MaxScore) {
		err = errors.Join(err, fmt.Errorf("a score of %d", *o.Score))
	}
	if o.Stars != nil && (*o.Stars < 1 || *o.Stars > app.MaxStars) {
		err = errors.Join(err, fmt.Errorf("%d stars", *o.Stars))
	}
	if n := utf8.RuneCountInString(o.Verbatim); n > app.MaxVerbatim {
		err = errors.Join(err, fmt.Errorf("an opinion of %d letters", n))
	}
	if o.Quote != nil {
		err = errors.Join(err, words(o.Quote.Words, o.Quote.Where), lines(o.Quote.Name), moments(o.Quote.Since, o.Quote.Withdrawn))
	}
	for _, p := range o.Passed {
		err = errors.Join(err, lines(p.Staff), moments(p.At))
	}
	return err
}

func (c Complaint) check() error {
	err := errors.Join(
		few(len(c.Promises), len(c.Themes), len(c.Reopened), len(c.Earlier)), lines(c.Themes...), words(c.Wrong, c.Wish, c.ClosedWhy),
		moments(c.Received, c.Answered, c.PutRight, c.Confirmed, c.Closed),
	)
	for _, p := range c.Promises {
		err = errors.Join(err, words(p.What), moments(p.By, p.Kept))
	}
	for _, r := range c.Reopened {
		err = errors.Join(err, words(r.Why), moments(r.At, r.Answered, r.PutRight, r.Ended))
	}
	if c.Remedy != nil {
		err = errors.Join(err, c.Remedy.check())
	}
	for _, g := range c.Earlier {
		err = errors.Join(err, g.check(), moments(g.At))
	}
	return err
}

func (r Remedy) check() error {
	return errors.Join(words(r.Note, r.Refused), lines(r.By), r.Cost.check(), moments(r.Allowed),
		among(r.Kind, app.RemedyApology, app.RemedyRefund, app.RemedyReplacement, app.RemedyRepair, app.RemedyCompensation, app.RemedyOther))
}

func (m Money) check() error { return errors.Join(amount(m.Minor), lines(m.Currency)) }

func amount(minor int64) error {
	if minor < -app.MostMoney || minor > app.MostMoney {
		return fmt.Errorf("an amount of %d", minor)
	}
	return nil
}

func few(lengths ...int) error {
	if most := slices.Max(lengths); most > mostOfAKind {
		return fmt.Errorf("%d of a kind, which are %d at most", most, mostOfAKind)
	}
	return nil
}

func lines(texts ...string) error { return short(lineLetters, texts) }

func words(texts ...string) error { return short(wordsLetters, texts) }

func short(most int, texts []string) error {
	for _, text := range texts {
		if len(text) > most && utf8.RuneCountInString(text) > most {
			return fmt.Errorf("a text of %d bytes, which is %d letters at most", len(text), most)
		}
	}
	return nil
}

// moments are none, or of a time that a shop can have on record.
func moments(times ...time.Time) error {
	for _, t := range times {
		if !t.IsZero() && t.Before(earliest) {
			return fmt.Errorf("a moment of %d", t.Year())
		}
	}
	return nil
}

func among[T ~string](word T, known ...T) error {
	if slices.Contains(known, word) {
		return nil
	}
	return fmt.Errorf("%q is none of %q", word, known)
}
