package importing

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing/vcards"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/importing/written"
	"ringback.app/app/importing/zips"
)

// endings are those of files that were put into an archive to be imported.
var endings = []string{".vcf", ".vcard", ".csv", ".tsv", ".xlsx", ".xlsm"}

// members returns what is to be read of an archive. What its files are is told by
// what is in them; of those whose names promise nothing, what cannot be read
// merely lies beside the others.
func (s Source) members(ctx context.Context, z *zip.Reader, o opening) ([]input, error) {
	a := archived{options: o, told: s.Inside, room: zips.MaxUnpacked}
	var first error
	for _, m := range zips.Members(z) {
		err := a.add(ctx, m)
		why := o.refusal(ctx, err)
		if err != nil && why == nil {
			return nil, err
		}
		if why != nil {
			first = cmp.Or(first, err)
			a.refuse(path.Base(m.Name), *why)
		}
	}
	switch {
	case slices.ContainsFunc(a.inputs, func(in input) bool { return in.skipped == nil }):
		a.inputs[0].beside = a.beside
		return a.inputs, nil
	case first != nil:
		return nil, first
	case len(a.inputs) > 0:
		return nil, app.Invalid("error.import.zip-inside", app.Args{})
	}
	return nil, app.Invalid("error.import.zip-nothing", app.Args{})
}

// archived is what an archive holds, as far as it has been looked at.
type archived struct {
	options opening
	told    map[string]Told
	inputs  []input
	beside  []string // files that are neither contacts nor tables, nor meant to be
	room    uint64   // bytes that workbooks in it may yet unpack to
}

// refuse leaves a file of the archive out. Where that does not name itself what is
// wrong, it is said of the file, and not of the archive as if nothing else were in
// it.
func (a *archived) refuse(name string, why app.Error) {
	why.Args = maps.Clone(why.Args)
	if why.Args["File"] == nil {
		why.Args["File"] = name
	}
	a.inputs = append(a.inputs, input{Source: Source{Name: name}, skipped: &why})
}

func (a *archived) add(ctx context.Context, m *zip.File) error {
	content, err := zips.Read(ctx, m, zips.MaxUnpacked)
	if err != nil {
		return err
	}
	inside := strings.ReplaceAll(m.Name, "\\", "/")
	file := Bytes(path.Base(inside), content)
	file.Told = a.told[inside]
	meant := slices.Contains(endings, strings.ToLower(path.Ext(file.Name)))
	var more []input
	switch {
	case len(bytes.TrimSpace(content)) == 0:
	case zips.IsZip(content):
		more, err = a.inner(ctx, file, content)
	case meant || strings.EqualFold(path.Ext(file.Name), ".txt") || isSomething(content[:min(len(content), 4<<10)]):
		more, err = unpack(ctx, file, a.options)
	}
	if nothing := err == nil && len(more) == 0; nothing || err != nil && !meant && ctx.Err() == nil { // a note, say, or a document
		a.beside = append(a.beside, written.Beginning(inside))
		return nil
	}
	for i := range more {
		more[i].inside = inside
	}
	a.inputs = append(a.inputs, more...)
	return placed(err, file.Name, inside)
}

// isSomething tells by how a file begins that it holds cards or a whole book, whatever
// it is called.
func isSomething(beginning []byte) bool {
	return vcards.IsCards(beginning) || archive.IsArchive(beginning)
}

// inner returns the sheets of a workbook in an archive. An archive in an archive
// is not opened: nobody can say how deep that goes.
func (a *archived) inner(ctx context.Context, file Source, content []byte) ([]input, error) {
	z, err := zips.Open(content)
	if err != nil {
		return nil, named(err, file)
	}
	if !workbooks.Is(z) {
		return []input{{Source: file, skipped: app.InvalidLine("import.zip.inside", 1, app.Args{"File": file.Name})}}, nil
	}
	unpacked := zips.Unpacked(z)
	if unpacked > a.room {
		return nil, app.Invalid("error.import.zip-large", app.Args{})
	}
	a.room -= unpacked
	return unpack(ctx, file, a.options)
}
