package zips_test

import (
	"archive/zip"
	"bytes"
	"runtime"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/zips"
)

func packed(t *testing.T, content []byte) *zip.File {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create("shop.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zips.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return z.File[0]
}

func TestAFileOfAnArchiveIsInMemoryOnce(t *testing.T) {
	want := bytes.Repeat([]byte("2026-03-14,7,Mug,2\n"), 400_000)
	f := packed(t, want)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, err := zips.Read(t.Context(), f, zips.MaxUnpacked)
	runtime.ReadMemStats(&after)
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%d of %d bytes (%v)", len(got), len(want), err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > uint64(len(want))*3/2 {
		t.Errorf("%d bytes took %d", len(want), took)
	}
}

func TestAFileOfAnArchiveIsNotReadBeyondItsLimit(t *testing.T) {
	f := packed(t, []byte("123456789"))
	if got, err := zips.Read(t.Context(), f, 9); err != nil || string(got) != "123456789" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := zips.Read(t.Context(), f, 8); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
}
