package workbooks

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"ringback.app/app/importing/zips"
)

// What a workbook may have of what is kept in memory as long as it is open.
// Excel itself has 65,490 styles of cells (Microsoft, "Excel specifications and
// limits"), each of them twice.
const (
	maxStyles = 1 << 18
	maxTexts  = 8 << 20 // that cells share
)

// slim returns the workbook without what is not read of it, however large:
// pictures, charts, the order in which formulas are worked out. All the rest is
// kept in memory, but sheets and texts larger than the limit that it returns. It
// returns an Error with CodeInvalid where the rest would take more than is to be
// had.
func slim(ctx context.Context, z *zip.Reader, sheets map[string]*zip.File) (packed []byte, limit int64, err error) {
	if err := check(ctx, z); err != nil {
		return nil, 0, err
	}
	isSheet := make(map[*zip.File]bool)
	for _, f := range sheets {
		isSheet[f] = true
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	seen := make(map[string]bool)
	var ofSheets, others uint64
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		onDisk := strings.HasPrefix(name, "xl/worksheets/sheet") || name == "xl/sharedstrings.xml"
		switch {
		case seen[name], !isSheet[f] && !onDisk && !isRead(name):
			continue // the first of a name is the one that is looked through
		case onDisk:
			ofSheets += f.UncompressedSize64
		default:
			others += f.UncompressedSize64
		}
		if others > 4*inMemory || !onDisk && f.UncompressedSize64 > inMemory {
			return nil, 0, large()
		}
		seen[name] = true
		if err := w.Copy(f); err != nil {
			return nil, 0, broken(err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, 0, broken(err)
	}
	// What is smaller than the limit is kept in memory, too.
	limit = inMemory
	if ofSheets > 4*inMemory {
		limit = 1 << 20
	}
	return out.Bytes(), limit, nil
}

// isRead tells whether a part is read though it is no sheet.
func isRead(name string) bool {
	switch folder := path.Dir(name); folder {
	case "xl":
		return path.Ext(name) == ".xml" && name != "xl/calcchain.xml" && !strings.HasPrefix(name, "xl/comments")
	case "xl/_rels", "xl/theme", "_rels":
		return true
	}
	return name == "[content_types].xml"
}

// check holds the workbook to how much of a kind it may have. What has no bounds
// of its own is counted, since each of it takes far more memory than it is long.
func check(ctx context.Context, z *zip.Reader) error {
	for _, c := range []struct {
		part, tag string
		most      int
	}{
		{"xl/workbook.xml", "sheet", maxSheets}, {"xl/styles.xml", "xf", maxStyles}, {"xl/sharedStrings.xml", "si", maxTexts},
	} {
		f := zips.Find(z, c.part)
		if f == nil {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return broken(err)
		}
		if err := errors.Join(atMost(ctx, r, c.tag, c.most), r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// atMost returns an error for a part with more elements of that name, or with one
// that is longer than is ever read into memory.
func atMost(ctx context.Context, r io.Reader, element string, most int) error {
	t, count, begun := newTags(r), 0, int64(0)
	for {
		tag, err := t.next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if name, _, _, ends := nameOf(tag); string(name) == element && !ends {
			count, begun = count+1, t.at
		}
		if count > most || count > 0 && t.at-begun > inMemory {
			return large()
		}
	}
}
