package merging

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/importing"
)

const (
	// readAtOnce is how many records are read in one state of the book: no state
	// is held for long, since others write meanwhile.
	readAtOnce = 512
	// mostNamesakes is how many people of one name are compared with one of them.
	mostNamesakes = 50
)

// Find returns who may be in the book twice, the surest first, without those
// who are known to be two people. It reads every record once and compares only
// those that have something in common.
func (d *Desk) Find(ctx context.Context) ([]Pair, error) {
	var ids []app.ID
	err := d.book.Customers(ctx, func(c app.Listed) bool {
		ids = append(ids, c.ID)
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("list customers: %w", err)
	}
	s := sift(ids)
	for at := 0; at < len(ids); at += readAtOnce {
		part := ids[at:min(at+readAtOnce, len(ids))]
		err := d.read(ctx, part, func(n int, c app.Customer) { s.add(at+n, c) })
		if err != nil {
			return nil, err
		}
	}
	return d.compare(ctx, s.candidates())
}

// FindOf returns with whom those customers may be one, the surest first. It
// costs a few look-ups for each of them, whatever the size of the book.
func (d *Desk) FindOf(ctx context.Context, ids ...app.ID) ([]Pair, error) {
	var candidates [][2]app.ID
	for _, id := range ids {
		others, err := d.others(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, other := range others {
			candidates = append(candidates, inOrder(id, other))
		}
	}
	slices.SortFunc(candidates, func(x, y [2]app.ID) int { return cmp.Or(x[0].Compare(y[0]), x[1].Compare(y[1])) })
	return d.compare(ctx, slices.Compact(candidates))
}

// others returns who has something in common with a customer; nobody where
// there is no such customer any more.
func (d *Desk) others(ctx context.Context, id app.ID) ([]app.ID, error) {
	var found []app.ID
	add := func(ids []app.ID, err error) error {
		for _, other := range ids[:min(len(ids), mostNamesakes)] {
			if other != id && !slices.Contains(found, other) {
				found = append(found, other)
			}
		}
		return err
	}
	var c app.Customer
	err := d.book.Match(ctx, func(known importing.Known) error {
		var err error
		if c, err = known.Customer(id); err != nil {
			return err
		}
		for _, r := range c.References {
			if err := add(known.ByReference(r.Kind, r.Value)); err != nil {
				return err
			}
		}
		for _, p := range c.Phones {
			if err := cmp.Or(add(known.ByPhone(p.Dialled())), add(known.ByPhone(p.Typed))); err != nil {
				return err
			}
		}
		for _, e := range c.Emails {
			if err := add(known.ByEmail(e.Address)); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case app.CodeOf(err) == app.CodeNotFound:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("look a customer up: %w", err)
	}
	words := alike.Words(c)
	if len(words) == 0 {
		return found, nil
	}
	namesakes, err := d.book.Search(ctx, strings.Join(words, " "), mostNamesakes)
	if err != nil {
		return nil, fmt.Errorf("look for namesakes: %w", err)
	}
	for _, n := range namesakes {
		if err := add([]app.ID{n.ID}, nil); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func inOrder(a, b app.ID) [2]app.ID {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	return [2]app.ID{a, b}
}

// read reads records in one state of the book. Who has gone meanwhile is left
// out.
func (d *Desk) read(ctx context.Context, ids []app.ID, see func(n int, c app.Customer)) error {
	err := d.book.Match(ctx, func(known importing.Known) error {
		for n, id := range ids {
			c, err := known.Customer(id)
			switch {
			case err == nil:
				see(n, c)
			case app.CodeOf(err) != app.CodeNotFound:
				return err
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("read customers: %w", err)
	}
	return nil
}

// compare returns which of the candidates are alike.
func (d *Desk) compare(ctx context.Context, candidates [][2]app.ID) ([]Pair, error) {
	apart, err := d.apart(ctx)
	if err != nil {
		return nil, err
	}
	var pairs []Pair
	for part := range slices.Chunk(candidates, readAtOnce) {
		var ids []app.ID
		for _, c := range part {
			ids = append(ids, c[0], c[1])
		}
		slices.SortFunc(ids, app.ID.Compare)
		ids = slices.Compact(ids)
		people := make(map[app.ID]app.Customer, len(ids))
		if err := d.read(ctx, ids, func(n int, c app.Customer) { people[ids[n]] = c }); err != nil {
			return nil, err
		}
		for _, c := range part {
			if apart[c] {
				continue
			}
			if pair, alike := pairOf(people[c[0]], people[c[1]]); alike {
				pairs = append(pairs, pair)
			}
		}
	}
	slices.SortFunc(pairs, surest)
	return pairs, nil
}
