package data

import (
	"bytes"
	"context"
	"hash/fnv"
	"sync/atomic"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// calendar is what goes by the shop's own days: what is kept is of one zone.
type calendar struct {
	zone *time.Location
	days review.Days // what is added to the sums of days
	anew bool        // the zone is another: nothing that was kept counts
}

// signature stands for a zone in the book. The plan may leave the zone to the
// machine, and a book can travel: what decides is what the clocks showed.
func signature(zone *time.Location) uint64 {
	sum := fnv.New64a()
	for year := 1990; year <= 2040; year++ {
		for month := time.January; month <= time.December; month++ {
			_, offset := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).In(zone).Zone()
			_, _ = sum.Write(u32(uint32(offset)))
		}
	}
	return sum.Sum64()
}

// lastZone keeps the shop's zone: finding one reads a file, and every change of
// the book asks for it.
type lastZone struct{ kept atomic.Pointer[namedZone] }

type namedZone struct {
	name string
	zone *time.Location
}

func (l *lastZone) of(plan app.Plan) *time.Location {
	if kept := l.kept.Load(); kept != nil && kept.name == plan.TimeZone {
		return kept.zone
	}
	made := &namedZone{plan.TimeZone, plan.Location()}
	l.kept.Store(made)
	return made.zone
}

// openCalendar has what is derived from now on go by the zone of the plan. Where
// the plan is new, and the zone another than the one that what is kept goes by,
// all of that is dropped: it is then to be derived anew for everybody.
func (w *writing) openCalendar(plan app.Plan) error {
	w.calendar = calendar{zone: w.zone.of(plan), days: make(review.Days)}
	if !w.replanned {
		return nil
	}
	kept, err := w.number(inMeta, []byte(metaZone))
	if err != nil {
		return err
	}
	now := signature(w.calendar.zone)
	if now == kept {
		return nil
	}
	w.put(inMeta, []byte(metaZone), u64(now))
	w.calendar.anew = true
	if err := w.tx.DeleteBucket([]byte(inLedger.String())); err != nil {
		return err
	}
	if _, err := w.tx.CreateBucket([]byte(inLedger.String())); err != nil {
		return err
	}
	w.buckets[inLedger] = nil
	return w.dropSums()
}

// dropSums takes the sums of all days out of the file at once: those made anew
// are added to what is there.
func (w *writing) dropSums() error {
	in, err := w.in(inByTime)
	if err != nil {
		return err
	}
	var keys [][]byte
	c := in.Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		if inNumbersOfDay.holds(k) || inTalkOfDay.holds(k) {
			keys = append(keys, bytes.Clone(k))
		}
	}
	for _, key := range keys {
		if err := in.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// travel derives the book anew where the zone of the plan is another here than
// where the book was last open: a plan may leave it to the machine. Which one it was
// is not known any more, so that what followed from it cannot be found.
func (b *Book) travel(ctx context.Context) error {
	same := false
	err := b.view(ctx, func(s *state) error {
		plan, err := s.plan()
		if err != nil {
			return err
		}
		kept, err := s.number(inMeta, []byte(metaZone))
		same = kept == signature(plan.Location())
		return err
	})
	if err != nil || same {
		return err
	}
	return b.Rebuild(ctx)
}

// flushSums writes the days whose sums are others.
func (w *writing) flushSums() error {
	for day, delta := range w.calendar.days {
		key := sumsKey(day, w.calendar.zone)
		if !delta.IsZero() {
			if err := w.flushNumbers(key, delta); err != nil {
				return err
			}
		}
		if len(delta.Talk) > 0 {
			if err := w.flushTalk(key, delta); err != nil {
				return err
			}
		}
	}
	w.calendar.days = make(review.Days)
	return nil
}

func (w *writing) flushNumbers(key []byte, delta *review.Day) error {
	sums, err := w.sums(key)
	if err != nil {
		return err
	}
	sums.Add(&delta.Sums, 1)
	if sums.IsZero() {
		w.remove(inNumbersOfDay, key)
		return nil
	}
	w.put(inNumbersOfDay, key, sums.Append(nil))
	return nil
}

func (s *state) sums(key []byte) (review.Sums, error) {
	old, err := s.get(inNumbersOfDay, key)
	if err != nil || old == nil {
		return review.Sums{}, err
	}
	sums, err := review.ReadSums(old)
	if err != nil {
		return review.Sums{}, damaged(err)
	}
	return sums, nil
}

func (w *writing) flushTalk(key []byte, delta *review.Day) error {
	old, err := w.get(inTalkOfDay, key)
	if err != nil {
		return err
	}
	var sum review.Day
	if err := sum.ReadTalk(old); err != nil {
		return damaged(err)
	}
	sum.Add(delta)
	if len(sum.Talk) == 0 {
		w.remove(inTalkOfDay, key)
		return nil
	}
	w.put(inTalkOfDay, key, sum.AppendTalk(nil))
	return nil
}

// eachSums visits the sums of the days from ≤ day < to, in order: the numbers of
// a day, then what was talked of. It passes over what was said on each.
func (s *state) eachSums(from, to app.Day, see func(day app.Day, talk bool, packed []byte) (bool, error)) error {
	in, err := s.in(inByTime)
	if err != nil {
		return err
	}
	plan, err := s.plan()
	if err != nil {
		return err
	}
	zone := s.zone.of(plan)
	c := in.Cursor()
	last := sumsKey(to, zone)
	k, v := c.Seek(sumsKey(from, zone))
	for n := 1; k != nil && bytes.Compare(k, last) < 0; n++ {
		if n%1024 == 0 {
			if err := stopped(s.ctx); err != nil {
				return err
			}
		}
		talk := inTalkOfDay.holds(k)
		if !talk && !inNumbersOfDay.holds(k) {
			k, v = c.Seek(sumsKey(max(from, daySaid(k, zone)), zone))
			continue
		}
		day := dayOfSums(k)
		from = day + 1
		packed, err := s.opened(inByTime, k, v)
		if err != nil {
			return err
		}
		if more, err := see(day, talk, packed); err != nil || !more {
			return err
		}
		k, v = c.Next()
	}
	return nil
}

// daySaid is the first day whose sums lie behind what was said at that key. What was
// said at the very start of a day may lie before the sums of the day that ended then,
// or of two days: where the calendar skipped one, that ended as it began.
func daySaid(key []byte, zone *time.Location) app.Day {
	day := app.DayOf(momentOf(key).In(zone))
	for bytes.Compare(key, sumsKey(day-1, zone)) < 0 {
		day--
	}
	return day
}
