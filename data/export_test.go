package data

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
)

// Dump writes out what follows from the records in a form that does not depend
// on the small numbers that customers, items and zones happen to have.
func Dump(ctx context.Context, b *Book, alsoJournal bool) (map[string]string, error) {
	all := make(map[string]string)
	err := b.view(ctx, func(s *state) error {
		d := dumping{s, all, make(map[uint32]app.ID)}
		return d.run(alsoJournal)
	})
	return all, err
}

type dumping struct {
	s   *state
	all map[string]string
	who map[uint32]app.ID
}

func (d dumping) run(alsoJournal bool) error {
	s := d.s
	for one := range bucketCount {
		var err error
		switch one {
		case inMeta, inKept, inItemNumbers:
		case inJournal:
			if alsoJournal {
				err = d.plainly(one)
			}
		case inDiary:
			for _, of := range []bucket{inCalls, inOpinions, inComplaints, inBatches} {
				if err == nil && (of != inBatches || alsoJournal) {
					err = d.plainly(of)
				}
			}
		case inNames:
			err = s.scan(one, nil, nil, func(k, v []byte) (bool, error) {
				for i := 0; i < namesPerValue; i++ {
					if row := v[i*nameRowSize:][:nameRowSize]; !empty(row) {
						number := binary.BigEndian.Uint32(k)*namesPerValue + uint32(i)
						d.who[number] = idOf(row)
						d.all[fmt.Sprintf("name %v", idOf(row))] = fmt.Sprintf("%q", row[idSize:])
					}
				}
				return true, nil
			})
		case inByCustomer:
			in, _ := s.in(one)
			err = in.ForEach(func(k, v []byte) error {
				switch k[idSize] {
				case 'j':
					if !alsoJournal {
						return nil
					}
				case 'n':
					v = []byte("number")
				}
				d.all[fmt.Sprintf("%s %x", one, k)] = fmt.Sprintf("%x", v)
				return nil
			})
		case inZones:
			err = s.scan(one, nil, nil, func(_, v []byte) (bool, error) {
				z, err := decode[zone](s.coding, v)
				d.all["zone "+z.Name] = fmt.Sprint(z.Openings)
				return true, err
			})
		case inOpenings:
			zones, zoneErr := s.readZones()
			if zoneErr != nil {
				return zoneErr
			}
			err = s.scan(one, nil, nil, func(k, v []byte) (bool, error) {
				name := zones.zones[binary.BigEndian.Uint16(k[2:])].Name
				d.all[fmt.Sprintf("opening %x %s %x", k[:2], name, k[4:])] = fmt.Sprintf("%x", v)
				return true, nil
			})
		case inGrams, inItems, inItemBuyers:
		case inByTime:
			err = s.scan(one, nil, nil, func(k, v []byte) (bool, error) {
				if !inLastWords.holds(k) {
					d.all[fmt.Sprintf("%s %x", one, k)] = fmt.Sprintf("%x", v)
				}
				return true, nil
			})
		case inWords:
			err = s.blocks(func(at, packed []byte) (bool, error) {
				b, err := readBlock(packed)
				for i := 0; err == nil && i < b.rows(); i++ {
					d.all[fmt.Sprintf("words %x", b.key(i))] = fmt.Sprintf("%x %q", b.mark(i), b.row(i))
				}
				return true, err
			})
		default:
			err = d.plainly(one)
		}
		if err != nil {
			return err
		}
	}
	return d.search()
}

func (d dumping) plainly(b bucket) error {
	return d.s.scan(b, nil, nil, func(k, v []byte) (bool, error) {
		d.all[fmt.Sprintf("%s %x", b, k)] = fmt.Sprintf("%x", v)
		return true, nil
	})
}

// search writes the postings with IDs and item names.
func (d dumping) search() error {
	items := make(map[uint32]string)
	isItem := make(map[string]bool)
	err := d.s.scan(inItems, nil, nil, func(k, v []byte) (bool, error) {
		items[binary.BigEndian.Uint32(k)] = string(v)
		for _, g := range itemGrams(string(v)) {
			isItem[string(d.s.gramKey(g))] = true
		}
		has, err := d.s.get(inItemNumbers, d.s.hash(inItemNumbers, string(v)))
		d.all["item "+string(v)] = fmt.Sprint(slices.Equal(has, k))
		return true, err
	})
	if err != nil {
		return err
	}
	err = d.s.scan(inGrams, nil, nil, func(k, v []byte) (bool, error) {
		return true, d.members(k[gramHashSize:], v, func(n uint32) {
			of := d.who[n].String()
			if isItem[string(k[:gramHashSize])] {
				of = items[n]
			}
			d.all[fmt.Sprintf("gram %x %s", k[:gramHashSize], of)] = ""
		})
	})
	if err != nil {
		return err
	}
	return d.s.scan(inItemBuyers, nil, nil, func(k, v []byte) (bool, error) {
		return true, d.members(k[4:], v, func(n uint32) {
			d.all[fmt.Sprintf("buyer %s %s", items[binary.BigEndian.Uint32(k)], d.who[n])] = ""
		})
	})
}

func (d dumping) members(seg, packed []byte, see func(uint32)) error {
	var one segment
	if err := one.unpack(packed); err != nil {
		return err
	}
	for n := range set(one[:]).each {
		see(uint32(binary.BigEndian.Uint16(seg))<<segmentBits | n)
	}
	return nil
}

// Step is a migration that a test makes up.
type Step struct {
	From uint64
	Keep string // what the step writes under this word
}

// Migrate opens the migrations to a test: it pretends that the program is of
// that version.
func Migrate(ctx context.Context, b *Book, current uint64, steps ...Step) error {
	var all []migration
	for _, s := range steps {
		all = append(all, migration{s.From, func(w *writing) error {
			w.put(inKept, []byte(s.Keep), u64(s.From))
			return nil
		}})
	}
	return b.migrateBy(ctx, all, current)
}

// MigrationsFrom lists the formats that have a way on.
func MigrationsFrom() []uint64 {
	var from []uint64
	for _, m := range migrations() {
		from = append(from, m.from)
	}
	return from
}

// SetFormat has the book say that it is of that format.
func SetFormat(ctx context.Context, b *Book, format uint64) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inMeta, []byte(metaFormat), u64(format))
		return nil
	})
}

// ToFormat1 turns a book into one of the first format.
func ToFormat1(ctx context.Context, b *Book) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inMeta, []byte(metaFormat), u64(1))
		for name, of := range apartInFormat1() {
			old, err := w.tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			if err := w.scan(of, nil, nil, func(k, v []byte) (bool, error) {
				return true, old.Put(bytes.Clone(k), bytes.Clone(v))
			}); err != nil {
				return err
			}
		}
		return w.tx.DeleteBucket([]byte(inDiary.String()))
	})
}

// CompactWhile is Compact with something done meanwhile.
func CompactWhile(ctx context.Context, b *Book, do func()) error {
	return b.rewrite(ctx, func(_ context.Context, from *state, into *bolt.DB) error {
		do()
		for one := range bucketCount {
			if err := copyBucket(from, into, one, nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// SpoilDerived puts something wrong among what is derived.
func SpoilDerived(ctx context.Context, b *Book) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inGaps, u32(12345), u64(7))
		return nil
	})
}

// Lose takes a record out of the book and leaves all that leads to it.
func Lose(ctx context.Context, b *Book, kind app.Kind, id app.ID) error {
	return b.unjournaled(ctx, func(w *writing) error {
		in, _ := bucketOf(kind)
		w.remove(in, id[:])
		return nil
	})
}

// Spoil overwrites what lies in the pages of the file past the metas.
func Spoil(path string, from, to int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	_, err = f.WriteAt(slices.Repeat([]byte{0xA5}, int(to-from)), from)
	return err
}

// LooksAhead tells whether reading the book would look through the purchases to
// come anew.
func LooksAhead(ctx context.Context, b *Book) (anew bool, err error) {
	before := b.ahead.kept.Load()
	err = b.view(ctx, func(s *state) error {
		_, err := s.ahead()
		return err
	})
	return b.ahead.kept.Load() != before, err
}

// Abandon lets go of the file as a crash does: what a closing book writes is not
// written.
func Abandon(b *Book) error { return b.file.Load().db.Close() }

// Inside reports the keys of the whole file, for a test to look for names.
func Inside(ctx context.Context, b *Book, see func(bucket string, key []byte)) error {
	return b.view(ctx, func(s *state) error {
		for one := range bucketCount {
			in, err := s.in(one)
			if err != nil {
				return err
			}
			if err := in.ForEach(func(k, _ []byte) error { see(one.String(), k); return nil }); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetDerived has the book say that an earlier program derived what follows.
func SetDerived(ctx context.Context, b *Book, version uint64) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inMeta, []byte(metaDerived), u64(version))
		return nil
	})
}

// LimitSize has every commit fail that needs a larger file.
func LimitSize(b *Book) { b.file.Load().db.MaxSize = 1 }

// Doubt does what follows a commit that failed.
func Doubt(ctx context.Context, b *Book, batch app.ID) error {
	b.write.Lock()
	defer b.write.Unlock()
	return b.settleDoubt(ctx, batch, errors.New("the last sync failed"))
}

// CreateKnown makes a book whose secret is known, so that its hashes are.
func CreateKnown(ctx context.Context, path string, o Options) error {
	coding, err := newCoding()
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, nil, fileMode); err != nil {
		return err
	}
	b := &Book{path: path, options: o.filled(), coding: coding, seals: unsealed{}}
	who := identity{make(secret, secretSize), app.ID{1}}
	return b.fill(ctx, path, who, func(w *writing) error {
		plan, err := coding.encode(o.Plan)
		id := app.PlanID()
		w.put(inPlan, id[:], plan)
		return err
	})
}

// DerivedVersion is what counts the ways of deriving.
const DerivedVersion = derivedVersion

// DumpDerived is the part of Dump that follows from the records.
func DumpDerived(ctx context.Context, b *Book) (map[string]string, error) {
	all, err := Dump(ctx, b, false)
	for key := range all {
		for one := range firstDerived {
			if strings.HasPrefix(key, one.String()+" ") || strings.HasPrefix(key, one.String()+"/") {
				delete(all, key)
			}
		}
	}
	return all, err
}

// ForgetAndFail forgets a customer and comes no further than the commit.
func ForgetAndFail(ctx context.Context, b *Book, id app.ID) error {
	return b.unjournaled(ctx, func(w *writing) error {
		return w.forget(id, deed{id: b.options.IDs.Next(), act: app.ActForget, at: b.options.Clock()})
	})
}

// Records reads all records, the plan first, kind by kind in the order of IDs.
func Records(ctx context.Context, b *Book) ([]app.Record, error) {
	var all []app.Record
	err := b.view(ctx, func(s *state) error {
		plan, err := s.plan()
		if err != nil {
			return err
		}
		all = append(all, plan)
		for kind := app.KindCustomer; kind < app.KindPlan; kind++ {
			in, _ := bucketOf(kind)
			err := s.scan(in, nil, nil, func(_, v []byte) (bool, error) {
				r, err := s.record(kind, v)
				all = append(all, r)
				return true, err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// SetZone has the book say that its sums go by the days of another zone, and
// spoils them.
func SetZone(ctx context.Context, b *Book, signature uint64) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.put(inMeta, []byte(metaZone), u64(signature))
		w.put(inNumbersOfDay, sumsKey(1, time.UTC), []byte{2, 2, 2, 0, 0, 0, 0, 0, 0})
		return nil
	})
}

// Leave has the value be one that the file did not take.
func Leave(b *Book, key string, value []byte) { b.unkept.hold(key, value) }
