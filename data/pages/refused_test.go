package pages_test

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"strings"
	"testing"

	"ringback.app/data/pages"
)

const pageSize = 1024

// raw is a file to damage, and where what is in it lies.
type raw struct {
	bytes    []byte
	meta     int // the newer one
	root     int // these are pages
	freelist int
	pages    int
}

func readRaw(t *testing.T) *raw {
	t.Helper()
	r := &raw{bytes: file(t, true)}
	number := func(at int) int { return int(binary.NativeEndian.Uint64(r.bytes[r.meta+16+at:])) }
	first := number(48)
	if r.meta = pageSize; number(48) < first {
		r.meta = 0
	}
	r.root, r.freelist, r.pages = number(16), number(32), number(40)
	return r
}

// page is a page by its number.
func (r *raw) page(id int) []byte { return r.bytes[id*pageSize:][:pageSize] }

// leads is the page to which the first element of a branch leads, or the first bucket
// of a leaf that has a page of its own.
func (r *raw) leads(id int) int {
	page, n := r.page(id), binary.NativeEndian
	if n.Uint16(page[8:]) == 0x01 {
		return int(n.Uint64(page[16+8:]))
	}
	for i := range int(n.Uint16(page[10:])) {
		e := page[16+i*16:]
		if value := e[n.Uint32(e[4:])+n.Uint32(e[8:]):]; n.Uint32(e)&1 != 0 && n.Uint64(value) != 0 {
			return int(n.Uint64(value))
		}
	}
	return 0
}

// seal makes a meta page add up again.
func (r *raw) seal(at int) {
	sum := fnv.New64a()
	_, _ = sum.Write(r.bytes[at+16:][:56])
	binary.NativeEndian.PutUint64(r.bytes[at+16+56:], sum.Sum64())
}

func (r *raw) check(t *testing.T) string {
	t.Helper()
	in := bytes.NewReader(r.bytes)
	m, err := pages.ReadMeta(in)
	if err == nil {
		err = pages.Check(t.Context(), in, m)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestADamagedPageIsRefused(t *testing.T) {
	n := binary.NativeEndian
	for name, c := range map[string]struct {
		damage func(r *raw, branch, leaf []byte) // below the root: one of the bucket's branches, and a leaf under it
		want   string
	}{
		"what overflows goes past the file": {func(r *raw, _, leaf []byte) { n.PutUint32(leaf[12:], 1<<31) }, "runs out of the file"},
		"and just past it": {func(r *raw, _, leaf []byte) {
			n.PutUint32(leaf[12:], uint32(r.pages)-uint32(n.Uint64(leaf)))
		}, "runs out of the file"},
		"what overflows lies over another page": {func(r *raw, branch, _ []byte) { n.PutUint32(branch[12:], uint32(r.pages)-uint32(n.Uint64(branch))-1) }, "used twice"},
		"a page is another":                     {func(_ *raw, _, leaf []byte) { leaf[0]++ }, "says it is"},
		"a page is of no sort":                  {func(_ *raw, _, leaf []byte) { n.PutUint16(leaf[8:], 3) }, "no known sort"},
		"a branch leads nowhere":                {func(_ *raw, branch, _ []byte) { n.PutUint16(branch[10:], 0) }, "leads nowhere"},
		"more elements than there is room for":  {func(_ *raw, _, leaf []byte) { n.PutUint16(leaf[10:], 64) }, "no room for 64"},
		"an element runs out of its page":       {func(_ *raw, _, leaf []byte) { n.PutUint32(leaf[16+12:], 4000) }, "runs out of the page"},
		"keys out of order":                     {func(_ *raw, _, leaf []byte) { leaf[16+n.Uint32(leaf[16+4:])] = 'z' }, "out of order"},
		"a key twice":                           {func(_ *raw, _, leaf []byte) { copy(leaf[16+16+n.Uint32(leaf[16+16+4:]):], "key 00") }, "out of order"},
		"a branch leads to the page before":     {func(r *raw, branch, _ []byte) { n.PutUint64(branch[16+16+8:], n.Uint64(branch[16+8:])) }, "used twice"},
		"a branch leads to a meta page":         {func(_ *raw, branch, _ []byte) { n.PutUint64(branch[16+8:], 1) }, "outside the file"},
		"a branch leads past the file":          {func(r *raw, branch, _ []byte) { n.PutUint64(branch[16+8:], uint64(r.pages)) }, "outside the file"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readRaw(t)
			branch := r.page(r.leads(r.root))
			leaf := r.page(r.leads(int(n.Uint64(branch))))
			if n.Uint16(branch[8:]) != 0x01 || n.Uint16(leaf[8:]) != 0x02 || r.check(t) != "" {
				t.Fatal("the file is another")
			}
			c.damage(r, branch, leaf)
			if got := r.check(t); !strings.Contains(got, c.want) {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}

func TestATornMetaPageIsNotRead(t *testing.T) {
	n := binary.NativeEndian
	for name, c := range map[string]struct {
		damage func(r *raw)
		want   string // of both; of the newer one alone, the older counts
	}{
		"torn":                      {func(r *raw) { r.bytes[r.meta+16+48]++ }, "does not add up"},
		"of another program":        {func(r *raw) { r.bytes[r.meta+16]++; r.seal(r.meta) }, "no meta page"},
		"of pages of no size":       {func(r *raw) { n.PutUint32(r.bytes[r.meta+16+8:], 3000); r.seal(r.meta) }, "page size"},
		"that begins past the file": {func(r *raw) { n.PutUint64(r.bytes[r.meta+16+16:], uint64(r.pages)); r.seal(r.meta) }, "outside the file"},
		"with free pages past it":   {func(r *raw) { n.PutUint64(r.bytes[r.meta+16+32:], uint64(r.pages)); r.seal(r.meta) }, "outside the file"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readRaw(t)
			before, err := pages.ReadMeta(bytes.NewReader(r.bytes))
			if err != nil {
				t.Fatal(err)
			}
			c.damage(r)
			if m, err := pages.ReadMeta(bytes.NewReader(r.bytes)); err != nil || m.Tx() != before.Tx()-1 {
				t.Errorf("the older one does not count: %+v, %v", m, err)
			}
			if _, ok := pages.ReadMetaOf(bytes.NewReader(r.bytes), before.Tx(), pageSize); ok {
				t.Error("it counts for what it was")
			}
			copy(r.bytes[pageSize-r.meta:][:pageSize], r.bytes[r.meta:][:pageSize])
			if got := r.check(t); !strings.Contains(got, c.want) {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}

func TestAListOfFreePagesIsHeldToTheFile(t *testing.T) {
	n := binary.NativeEndian
	long := func(r *raw, list []byte) { // as where there are more than the page counts
		count := uint64(n.Uint16(list[10:]))
		copy(list[16+8:], bytes.Clone(list[16:][:count*8]))
		n.PutUint64(list[16:], count)
		n.PutUint16(list[10:], 0xFFFF)
	}
	for name, c := range map[string]struct {
		damage func(r *raw, list []byte)
		want   string // "": nothing is wrong
	}{
		"whole":                      {func(*raw, []byte) {}, ""},
		"counted by its first":       {long, ""},
		"more than its page holds":   {func(_ *raw, list []byte) { n.PutUint16(list[10:], 127) }, "runs out of its page"},
		"more than its first counts": {func(r *raw, list []byte) { long(r, list); n.PutUint64(list[16:], 126) }, "runs out of its page"},
		"another page":               {func(_ *raw, list []byte) { n.PutUint16(list[8:], 2) }, "is none"},
		"names a meta page":          {func(_ *raw, list []byte) { n.PutUint64(list[16:], 1) }, "names page 1"},
		"names what is past the file": {func(r *raw, list []byte) {
			n.PutUint64(list[16+8*(int(n.Uint16(list[10:]))-1):], uint64(r.pages))
		}, "names page"},
		"names itself":       {func(r *raw, list []byte) { n.PutUint16(list[10:], 1); n.PutUint64(list[16:], uint64(r.freelist)) }, "names page"},
		"names a page twice": {func(_ *raw, list []byte) { copy(list[16+8:], bytes.Clone(list[16:][:8])) }, "names page"},
		"names one in use":   {func(r *raw, list []byte) { n.PutUint16(list[10:], 1); n.PutUint64(list[16:], uint64(r.root)) }, "in use and listed as free"},
		"names one in use, long": {func(r *raw, list []byte) {
			n.PutUint16(list[10:], 1)
			n.PutUint64(list[16:], uint64(r.root))
			long(r, list)
		}, "in use and listed as free"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readRaw(t)
			list := r.page(r.freelist)
			if n.Uint16(list[10:]) < 2 {
				t.Fatal("too few pages are free")
			}
			c.damage(r, list)
			if got := r.check(t); !strings.Contains(got, c.want) || c.want == "" && got != "" {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}
