package workbooks

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"ringback.app/app"
)

// repeated reads a text so many times, without ever having all of it.
func repeated(text string, times int) io.Reader {
	const atOnce = 1000
	many := strings.Repeat(text, atOnce)
	readers := make([]io.Reader, 0, times/atOnce+1)
	for ; times > 0; times -= atOnce {
		readers = append(readers, strings.NewReader(many[:min(times, atOnce)*len(text)]))
	}
	return io.MultiReader(readers...)
}

func TestWhatASheetHoldsOfAKindHasBounds(t *testing.T) {
	nearly := make([]place, maxMarks-1)
	for name, tt := range map[string]struct {
		had     marks
		sheet   io.Reader
		refused bool
	}{
		"as many formulas without a result as are kept": {marks{pending: nearly}, strings.NewReader(`<row><c><f/></c></row>`), false},
		"one more":                          {marks{pending: nearly}, strings.NewReader(`<row><c><f/></c><c><f/></c></row>`), true},
		"as many with those of merged rows": {marks{pending: nearly}, strings.NewReader(`<mergeCell ref="A1:A2"/>`), true},
		"the last row of Excel":             {marks{}, strings.NewReader(`<row r="1048576">`), false},
		"one below it":                      {marks{}, strings.NewReader(`<row r="1048577">`), true},
		"more hidden rows than there are":   {marks{hiddenRows: make([]int32, maxRows)}, strings.NewReader(`<row r="1" hidden="1"><c><v/></c></row>`), true},
		"a comment without an end":          {marks{}, repeated(`<!-- <c><f/></c>`, inMemory/8), true},
		"a text without an end":             {marks{}, repeated(`xxxxxxxxxxxxxxxx`, inMemory/8), true},
	} {
		t.Run(name, func(t *testing.T) {
			s := scan{marks: &tt.had, column: -1}
			if err := s.all(t.Context(), newTags(tt.sheet)); tt.refused != isLarge(err) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestTheTextOfACellHasBoundsOfHoweverManyPiecesItIs(t *testing.T) {
	s := scan{marks: new(marks), column: -1}
	err := s.all(t.Context(), newTags(io.MultiReader(strings.NewReader(`<row><c><is>`), repeated(`<r><t>x</t></r>`, inMemory/15+2))))
	if !isLarge(err) {
		t.Errorf("got %v", err)
	}
}

func TestCellsAllInOnePlaceAreCountedAsOftenAsTheyCome(t *testing.T) {
	s := scan{marks: new(marks), column: -1}
	if err := s.all(t.Context(), newTags(repeated(`<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>`, maxColumns+7))); err != nil {
		t.Fatal(err)
	}
	if s.beyond != 7 {
		t.Errorf("%d cells beyond the last column", s.beyond)
	}
	if s.beyond = maxBeyond + 1; !isLarge(s.isWide("Sheet1")) {
		t.Errorf("very many of them: %v", s.isWide("Sheet1"))
	}
}

func TestTagsInACommentAreNone(t *testing.T) {
	for text, want := range map[string]int{
		`<row><c><f/></c><!-- <c><f/></c> --><c><f/></c></row>`:            2,
		`<row><!----><c><f/></c><!--<--><c><f/></c></row>`:                 2,
		`<row><c><f/></c><c><v><![CDATA[<c><f/></c>]]></v></c></row>`:      1,
		`<row><!--` + strings.Repeat("-", 70<<10) + `--><c><f/></c></row>`: 1,
	} {
		s := scan{marks: new(marks), column: -1}
		if err := s.all(t.Context(), newTags(strings.NewReader(text))); err != nil || len(s.pending) != want {
			t.Errorf("%.60s: %d formulas without a result, want %d (%v)", text, len(s.pending), want, err)
		}
	}
}

func TestTextsThatCellsShareHaveBounds(t *testing.T) {
	for name, tt := range map[string]struct {
		unit    string
		times   int
		refused bool
	}{
		"as many as may be":         {`<si/>`, 1000, false},
		"more":                      {`<si/>`, 1001, true},
		"more of another namespace": {`<x:si></x:si>`, 1001, true},
		"other elements":            {`<t/>`, 2000, false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := atMost(t.Context(), repeated(tt.unit, tt.times), "si", 1000); tt.refused != isLarge(err) {
				t.Errorf("got %v", err)
			}
		})
	}
	pieces := io.MultiReader(strings.NewReader(`<si>`), repeated(`<r><t>x</t></r>`, inMemory/15+2))
	if err := atMost(t.Context(), pieces, "si", maxTexts); !isLarge(err) {
		t.Errorf("one of very many pieces: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := atMost(ended, repeated(`<si/>`, 10_000), "si", maxTexts); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

func isLarge(err error) bool {
	var said *app.Error
	return errors.As(err, &said) && said.Key == "error.import.zip-large"
}
