package data

import (
	"bytes"
	"runtime"
	"runtime/metrics"
	"slices"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// writing gathers what one transaction shall write. Nothing is put in the file
// before flush, which does it bucket by bucket in the order of the keys: random
// keys in a large transaction cost quadratic time. What it reads is therefore
// the state before.
type writing struct {
	*state
	desktop app.ID
	ops     [bucketCount]ops

	counts map[app.Kind]int64
	gaps   map[int]int64
	zones  *zoneBook
	pool   map[uint16]*poolChange
	index  indexing
	words  map[rowKey]*wordRow // nil: out

	calendar calendar
	large    bool

	settled struct{ old, next app.Summary } // what is known of the customer at hand

	replanned bool // the plan is among what is written
	rebrief   bool // and other briefs of purchases follow from it

	rulesBefore, rulesAfter *calllist.Rules

	keep     map[string][]byte  // beside the records
	progress func(part float64) // of the batch; nil: nobody asks
	flushed  int                // ops written, of toFlush
	toFlush  int
}

// stage is a part of the work of a batch: where in the whole it begins and ends,
// as it was measured with many customers.
type stage struct{ from, to float64 }

// The stages; bbolt's own commit, which cannot be stopped, is what is left.
var (
	comparing    = stage{0, 0.05}
	journalizing = stage{0.05, 0.15}
	deriving     = stage{0.15, 0.65}
	flushing     = stage{0.65, 0.9}
)

// at tells how far the work has come, and whether it shall go on.
func (w *writing) at(s stage, done, all int) error {
	if all > chunkRecords {
		tidy()
	}
	if w.progress != nil {
		w.progress(s.from + (s.to-s.from)*float64(done)/float64(max(all, 1)))
	}
	return stopped(w.ctx)
}

// ops is what shall be done in one bucket. The keys lie one behind the other, so
// that to the collector those of a large transaction are one thing without pointers.
type ops struct {
	all  []op
	keys []byte
}

// op is one put, or a removal where the value is nil.
type op struct {
	from, to uint32 // where its key is in ops.keys
	value    []byte
}

func (o *ops) key(one op) []byte { return o.keys[one.from:one.to] }

// add keeps a copy of the key as it is in the file.
func (o *ops) add(b bucket, key, value []byte) {
	if o.keys == nil {
		o.keys = make([]byte, 0, leastKeys)
	}
	from := len(o.keys)
	if s, ok := b.shelf(); ok {
		o.keys = append(append(o.keys, key[:s.head]...), s.letter)
		key = key[s.head:]
	}
	o.keys = append(o.keys, key...)
	o.all = append(o.all, op{uint32(from), uint32(len(o.keys)), value})
}

// expect makes room for so many.
func (o *ops) expect(n int) {
	o.all = slices.Grow(o.all, n)
	o.keys = slices.Grow(o.keys, n*mostKey)
}

// mostKey is how long a key is of which a large transaction writes many; leastKeys
// is room for those of a small one.
const (
	mostKey   = hashSize + idSize
	leastKeys = 256
)

// sort puts them in the order of the keys.
func (o *ops) sort() {
	slices.SortFunc(o.all, func(x, y op) int { return bytes.Compare(o.key(x), o.key(y)) })
}

func newWriting(s *state) *writing {
	return &writing{
		state:  s,
		counts: make(map[app.Kind]int64),
		gaps:   make(map[int]int64),
		pool:   make(map[uint16]*poolChange),
		index:  newIndexing(),
		words:  make(map[rowKey]*wordRow),
	}
}

// put has the value written; a nil value is written as an empty one. The book
// keeps the value until the commit, and a copy of the key.
func (w *writing) put(b bucket, key, value []byte) {
	if value == nil {
		value = []byte{}
	}
	w.ops[b.real()].add(b, key, value)
}

// remove has the key removed. Where the same key is also put, the put stands.
func (w *writing) remove(b bucket, key []byte) { w.ops[b.real()].add(b, key, nil) }

// encodeTo has the value written as CBOR.
func (w *writing) encodeTo(b bucket, key []byte, v any) error {
	raw, err := w.encode(v)
	if err != nil {
		return err
	}
	w.put(b, key, raw)
	return nil
}

// flush turns what was gathered into puts.
func (w *writing) flush() error {
	w.breathe()
	for _, settle := range []func() error{
		w.flushCounts, w.flushGaps, w.flushZones, w.flushPool, w.flushIndexing, w.flushSums, w.flushWords,
	} {
		if err := settle(); err != nil {
			return err
		}
	}
	w.index = newIndexing()
	w.breathe()
	for b := range w.ops {
		w.toFlush += len(w.ops[b].all)
	}
	sorted := w.sortOps()
	for b := range w.ops {
		if err := <-sorted; err != nil {
			return err
		}
		if err := w.flushBucket(bucket(b)); err != nil {
			return err
		}
		w.ops[b] = ops{}
		w.breathe()
	}
	return nil
}

// largeOps is from how many on a transaction is a large one.
const largeOps = 500_000

// mostWaste is how much memory of what is done with a large transaction leaves
// lying about.
const mostWaste = 96 << 20

// breathe has the memory of what is done with given back in a large transaction,
// which otherwise takes twice of what it needs before the collector comes round.
func (w *writing) breathe() {
	n := 0
	for b := range w.ops {
		n += len(w.ops[b].all)
	}
	w.large = w.large || n > largeOps
	if w.large {
		tidy()
	}
}

// tidy has the collector come round where much was left lying about.
func tidy() {
	if waste() > mostWaste {
		runtime.GC()
	}
}

// waste is how many bytes were allocated since the collector last came round.
func waste() int64 {
	now := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(now)
	return int64(now[0].Value.Uint64()) - int64(now[1].Value.Uint64())
}

// How full pages are made whose keys only grow, and all others by a transaction
// that is so large that it writes most pages anew.
const (
	appendFill = 0.95
	largeFill  = 0.8
)

func (w *writing) flushBucket(b bucket) error {
	todo, left := &w.ops[b], w.ops[b].all
	if len(left) == 0 {
		return nil
	}
	in, err := w.in(b)
	if err != nil {
		return err
	}
	switch {
	case b.appended():
		in.FillPercent = appendFill
	case w.large:
		in.FillPercent = largeFill
	}
	for len(left) > 0 {
		if w.flushed%1024 == 0 {
			if err := w.at(flushing, w.flushed, w.toFlush); err != nil {
				return err
			}
		}
		w.flushed++
		n, key := 1, todo.key(left[0])
		for n < len(left) && bytes.Equal(todo.key(left[n]), key) {
			n++
		}
		if err := w.write(in, b, key, left[:n]); err != nil {
			return err
		}
		left = left[n:]
	}
	return nil
}

// sortOps puts the ops of each bucket in the order of the keys, and tells bucket
// by bucket when it is done: of a large transaction beside the writing.
func (w *writing) sortOps() <-chan error {
	done := make(chan error, bucketCount)
	all := w.ops
	sort := func() {
		for b := range all {
			done <- guarded(func() error {
				all[b].sort()
				return nil
			})
			all[b] = ops{} // they are let go of as soon as they are written
		}
	}
	if w.large {
		go sort()
	} else {
		sort()
	}
	return done
}

// write does what the ops of one key come to.
func (w *writing) write(in *bolt.Bucket, b bucket, key []byte, ops []op) error {
	for _, o := range slices.Backward(ops) {
		if o.value == nil {
			continue
		}
		sealed, err := w.seals.seal(b, key, o.value)
		if err != nil {
			return err
		}
		return in.Put(key, sealed)
	}
	return in.Delete(key)
}
