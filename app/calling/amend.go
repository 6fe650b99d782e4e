package calling

import (
	"context"
	"slices"

	"ringback.app/app"
)

// amendable tells whether something can be wished and promised of a complaint
// that is open: it waits to be put right, or they say that what was done did not
// do that.
func amendable(c *app.Complaint, fixes []Fix) bool {
	worked := worked(fixes, c)
	return c.PutRight.IsZero() || worked != nil && !*worked
}

// Amendable returns the open complaints that Report.Complaint may be about, given
// what they said of what was put right.
func (c Card) Amendable(fixes []Fix) []app.Complaint {
	return slices.DeleteFunc(slices.Clone(c.Complaints), func(one app.Complaint) bool { return !amendable(&one, fixes) })
}

// amended returns the complaint that the report's ToPutRight is about, nil if it
// is a new one or there is none.
func (n *note) amended() *app.Complaint {
	w := n.Complaint
	switch {
	case w == nil || w.New:
		return nil
	case !w.Of.IsZero():
		return n.openCase(w.Of)
	case w.Wrong != "":
		return nil
	}
	if worked := n.worked(n.matter); worked != nil && !*worked || n.headline.Kind == app.Complained {
		return n.matter
	}
	return nil
}

func (n *note) openCase(id app.ID) *app.Complaint {
	for i := range n.complaints {
		if n.complaints[i].ID == id {
			return &n.complaints[i]
		}
	}
	return nil
}

// readMeant reads what went wrong in the complaints that the report names and that
// are not open, in short: they may be over by now.
func (d *Desk) readMeant(ctx context.Context, n *note) error {
	named := []app.ID{n.Case}
	for _, w := range []*ToPutRight{n.Complaint, n.Else} {
		if w != nil {
			named = append(named, w.Of)
		}
	}
	named = slices.DeleteFunc(named, func(id app.ID) bool { return id.IsZero() })
	if len(named) == 0 {
		return nil
	}
	all, err := d.book.Complaints(ctx, n.Customer)
	n.meant = make(map[app.ID]string, len(named))
	for _, c := range all {
		if slices.Contains(named, c.ID) {
			n.meant[c.ID] = inShort(c.Wrong)
		}
	}
	return err
}

// checkOf refuses what nobody can tell what it is about.
func (n *note) checkOf(errs app.FieldErrors) {
	w, c := n.Complaint, n.amended()
	if !w.Of.IsZero() && (w.New || w.Wrong != "" || c == nil || !amendable(c, n.Fixes)) {
		n.refuseOf(errs, FieldOf, w.Of)
		return
	}
	if c == nil && !w.New && w.Wrong == "" {
		n.checkUnasked(errs)
		return
	}
	if !w.Of.IsZero() || c == nil || c.ID == n.Case || n.worked(c) != nil {
		return
	}
	if said := n.Opinion != nil && n.Opinion.Verbatim != ""; said || w.Wish != "" && c.Wish != "" && w.Wish != c.Wish {
		var open []*app.Complaint
		for i := range n.complaints {
			if one := &n.complaints[i]; amendable(one, n.Fixes) {
				open = append(open, one)
			}
		}
		errs.Add(FieldOf, "error.calling.of.which", app.Args{"Which": which(open)})
	}
}

// refuseOf says that nothing can be added to a complaint: it is over, or none of
// theirs.
func (n *note) refuseOf(errs app.FieldErrors, field string, of app.ID) {
	key := "error.calling.of.over"
	if n.meant[of] == "" {
		key = "error.calling.of.unknown"
	}
	errs.Add(field, key, app.Args{"Wrong": n.meant[of]})
}

// checkUnasked refuses what would be new though something waits to be asked about
// that was put right, and they may have spoken of that: the case that was named, or
// else any.
func (n *note) checkUnasked(errs app.FieldErrors) {
	unasked := slices.DeleteFunc(n.putRight(), func(c *app.Complaint) bool {
		return n.worked(c) != nil || !n.Case.IsZero() && c.ID != n.Case
	})
	switch {
	case len(unasked) == 0, n.Case.IsZero() && n.headline.Kind != app.CheckFix:
	case len(unasked) == 1:
		errs.Add(FieldOf, "error.calling.of.put-right", app.Args{"ID": unasked[0].ID.String(), "Wrong": inShort(unasked[0].Wrong)})
	default:
		errs.Add(FieldOf, "error.calling.of.which", app.Args{"Which": which(unasked)})
	}
}

// checkElse refuses something else that went wrong where that is no other
// complaint that can be added to.
func (n *note) checkElse(errs app.FieldErrors) {
	of := n.Else.Of
	if of.IsZero() {
		return
	}
	c, first := n.openCase(of), n.amended()
	if c == nil || n.Else.Wrong != "" || !amendable(c, n.Fixes) || first != nil && first.ID == of {
		n.refuseOf(errs, FieldElseOf, of)
	}
}

// amend adds what is wanted to a complaint, and tells whether that was anything.
func amend(c *app.Complaint, wanted *ToPutRight) bool {
	another := wanted.Wish != "" && wanted.Wish != c.Wish
	if another {
		c.Wish = wanted.Wish
	}
	c.Promises = append(slices.Clone(c.Promises), wanted.promises()...)
	c.ForOwner = c.ForOwner || wanted.Serious
	return another || wanted.Promise != "" || wanted.Serious
}
