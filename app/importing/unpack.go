package importing

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"sync/atomic"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/importing/zips"
)

// input is one thing to read: a file, a sheet of a workbook, or a file in an
// archive.
type input struct {
	Source
	look
	from    string     // the name of the file that was given
	inside  string     // of a file in an archive: its path there
	skipped *app.Error // why it is left out; nil: it is read
	beside  []string   // of the first file in an archive: the others there that nothing is made of
}

// opening is how one Read opens files.
type opening struct {
	Options
	recall func(key string) ([]byte, error) // what the book keeps under a key
}

// of is how that file is opened.
func (o opening) of(s Source) opening {
	o.Options = o.Options.of(s)
	return o
}

// unpack returns what is to be read of a file.
func unpack(ctx context.Context, s Source, o opening) ([]input, error) {
	inputs, err := open(ctx, s, o.of(s))
	for i := range inputs {
		inputs[i].from = s.Name
	}
	return inputs, placed(err, s.Name, "")
}

// placed says in an error that asks about a file which it is: the Source's name,
// and in an archive the file's path there.
func placed(err error, from, inside string) error {
	var e *app.Error
	if errors.As(err, &e) && e.Args != nil {
		e.Args["From"] = from
		if inside != "" {
			e.Args["Inside"] = inside
		}
	}
	return err
}

// Where returns which file an error of Read is about: the Source's name and
// File.Inside, both "" where it is about none alone.
func Where(err error) (from, inside string) {
	var e *app.Error
	if errors.As(err, &e) {
		from, _ = e.Args["From"].(string)
		inside, _ = e.Args["Inside"].(string)
	}
	return from, inside
}

func open(ctx context.Context, s Source, o opening) ([]input, error) {
	if s.LeaveOut {
		return nil, app.Invalid("error.import.left-out", app.Args{"File": s.label()})
	}
	sample, err := s.sample(8) // the signs of archives and workbooks
	if err != nil {
		return nil, s.failed(err)
	}
	if !zips.IsZip(sample) && !workbooks.IsOld(sample) {
		l, err := examine(ctx, s, o)
		return []input{{Source: s, look: l}}, err
	}
	content, err := s.content(ctx)
	if err != nil {
		return nil, s.failed(err)
	}
	if workbooks.IsOld(sample) {
		if workbooks.IsLocked(content) {
			return nil, app.Invalid("error.import.workbook-locked", app.Args{"File": s.label()})
		}
		return nil, app.Invalid("error.import.workbook-old", app.Args{"File": s.label()})
	}
	inputs, err := s.unzip(ctx, content, o)
	if err != nil {
		return nil, s.failed(named(err, s))
	}
	return inputs, nil
}

// content reads the whole file, which must not be larger than an archive may be.
func (s Source) content(ctx context.Context) ([]byte, error) {
	f, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(&counting{ctx: ctx, r: f, n: new(atomic.Int64)}, zips.MaxPacked+1))
	if err == nil && len(content) > zips.MaxPacked {
		err = app.Invalid("error.import.zip-large", app.Args{"File": s.label()})
	}
	return content, err
}

// named says in an error of a package that does not know the file which it is.
func named(err error, s Source) error {
	var e *app.Error
	if errors.As(err, &e) && e.Args != nil && e.Args["File"] == nil {
		e.Args["File"] = s.label()
	}
	return err
}

func (s Source) unzip(ctx context.Context, content []byte, o opening) ([]input, error) {
	z, err := zips.Open(content)
	if err != nil {
		return nil, err
	}
	switch {
	case workbooks.Is(z):
		sheets, hidden, err := workbooks.Open(ctx, content)
		if err != nil {
			return nil, err
		}
		inputs, err := s.sheets(sheets, o)
		if err != nil {
			return nil, err
		}
		for _, name := range hidden {
			inputs = append(inputs, input{
				Source: Source{Name: s.Name}, look: look{sheetName: name}, skipped: app.InvalidLine("import.sheet.hidden", 1, app.Args{"Sheet": name}),
			})
		}
		return inputs, nil
	case zips.Has(z, "xl/workbook.bin"):
		return nil, app.Invalid("error.import.workbook-old", app.Args{})
	case zips.Has(z, "mimetype"), zips.Has(z, "[Content_Types].xml"):
		return nil, app.Invalid("error.import.document", app.Args{})
	}
	return s.members(ctx, z, o)
}

// sheets makes a table of each sheet. One that is no table of contacts or
// purchases is left out where another one is, and that is said.
func (s Source) sheets(sheets []*workbooks.Sheet, o opening) ([]input, error) {
	if len(sheets) == 0 {
		return nil, app.Invalid("error.import.empty", app.Args{})
	}
	var inputs []input
	var first error
	read := 0
	for _, sheet := range sheets {
		in := input{Source: Source{Name: s.Name, Open: s.Open}, look: look{Table: columns.Table{Title: s.label()}, sheet: sheet}}
		if len(sheets) > 1 {
			in.sheetName = sheet.Name
			in.Title += " (" + sheet.Name + ")"
		}
		line, err := in.Begin(sheet.NewReader(columns.IsColumn(o.Map)))
		if err != nil {
			return nil, err
		}
		in.hidden.Lines = sheet.HiddenBelow(line)
		for i, name := range in.Header {
			if name != "" && sheet.Hides(i) {
				in.hidden.Columns = append(in.hidden.Columns, name)
			}
		}
		if in.Maps, err = columns.MapsFor(in.Table, o.Map, o.recall); err != nil {
			return nil, err
		}
		in.kind = in.kindOfTable()
		if err := in.IsOurs(); err != nil {
			first = cmp.Or(first, err)
			in.skipped = app.InvalidLine("import.sheet.own", line, app.Args{"Sheet": sheet.Name})
		} else if _, err := columns.ReadHeader(in.Table); err != nil && in.kind == KindPurchases {
			first = cmp.Or(first, err)
			in.skipped = app.InvalidLine("import.sheet.skipped", line, app.Args{"Sheet": sheet.Name})
		}
		if in.skipped == nil {
			read++
		}
		inputs = append(inputs, in)
	}
	if read == 0 {
		return nil, first
	}
	return inputs, nil
}

// rows opens a table.
func (r *reading) rows(ctx context.Context, f *file) (columns.Rows, io.Closer, error) {
	if f.sheet != nil {
		rows, _, err := columns.WithHeader(f.sheet.NewReader(columns.IsColumn(append(slices.Clone(r.options.Map), f.Maps...))))
		return rows, io.NopCloser(nil), err
	}
	opened, closer, err := r.open(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	t, err := tables.NewReader(opened, f.look.Charset, f.look.Delimiter)
	if err != nil {
		return nil, nil, errors.Join(f.failed(err), closer.Close())
	}
	rows, _, err := columns.WithHeader(t)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, errors.Join(f.failed(err), closer.Close())
	}
	return rows, closer, nil
}
