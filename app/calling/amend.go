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

// readMeant reads what went wrong in the complaint that is to be added to, in
// short, also where that is over by now.
func (d *Desk) readMeant(ctx context.Context, n *note) error {
	if n.Complaint == nil || n.Complaint.Of.IsZero() {
		return nil
	}
	all, err := d.book.Complaints(ctx, n.Customer)
	if i := slices.IndexFunc(all, func(c app.Complaint) bool { return c.ID == n.Complaint.Of }); i >= 0 {
		n.meant = inShort(all[i].Wrong)
	}
	return err
}

// checkOf refuses what nobody can tell what it is about.
func (n *note) checkOf(errs app.FieldErrors) {
	w, c := n.Complaint, n.amended()
	if !w.Of.IsZero() && (w.New || w.Wrong != "" || c == nil || !amendable(c, n.Fixes)) {
		key := "error.calling.of.over"
		if n.meant == "" {
			key = "error.calling.of.unknown"
		}
		errs.Add(FieldOf, key, app.Args{"Wrong": n.meant})
		return
	}
	if waits := n.openCase(n.Case); waits != nil && c == nil && !w.New && w.Wrong == "" && !waits.PutRight.IsZero() && n.worked(waits) == nil {
		errs.Add(FieldOf, "error.calling.of.put-right", app.Args{"ID": n.Case.String(), "Wrong": inShort(waits.Wrong)})
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

func (n *note) amend(c *app.Complaint) bool {
	wanted := n.Complaint
	another := wanted.Wish != "" && wanted.Wish != c.Wish
	if another {
		c.Wish = wanted.Wish
	}
	c.Promises = append(slices.Clone(c.Promises), wanted.promises()...)
	c.ForOwner = c.ForOwner || wanted.Serious
	return another || wanted.Promise != "" || wanted.Serious
}
