package importing_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"
	"github.com/xuri/excelize/v2"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

const manyCards = 100_000

// BenchmarkBareDecode is go-vcard alone on the same bytes: the limit that
// BenchmarkReadCards is held against, which may take three times as long.
func BenchmarkBareDecode(b *testing.B) {
	file := importingtest.ManyCards(manyCards)
	b.ReportAllocs()
	for b.Loop() {
		d := vcard.NewDecoder(bytes.NewReader(file))
		n := 0
		for {
			if _, err := d.Decode(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != manyCards {
			b.Fatal(n)
		}
	}
}

func BenchmarkReadCards(b *testing.B) {
	file := importing.Bytes("cards.vcf", importingtest.ManyCards(manyCards))
	b.ReportAllocs()
	for b.Loop() {
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if p.Summary.Contacts.Created != manyCards {
			b.Fatalf("%+v", p.Summary)
		}
	}
}

// BenchmarkReadPurchases reads as many lines as a year of the shop's trade:
// 541,909 lines, 22,190 receipts, 4,372 customers.
func BenchmarkReadPurchases(b *testing.B) {
	var t strings.Builder
	t.WriteString("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n")
	for i := range 541_909 {
		receipt := i * 22_190 / 541_909
		fmt.Fprintf(&t, "%d,%d,ITEM NUMBER %d,%d,2010-12-%02d 08:26:00,%d.%02d,%d.0,United Kingdom\n",
			536365+receipt, 20000+i%4000, i%4000, 1+i%12, 1+receipt%28, i%20, i%100, 12346+receipt%4372)
	}
	file := importing.Bytes("year.csv", []byte(t.String()))
	b.ReportAllocs()
	for b.Loop() {
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if p.Summary.Receipts.Created != 22_190 {
			b.Fatalf("%+v", p.Summary)
		}
	}
}

// photoCard is a card with a folded photo of 3 MB.
func photoCard() []byte {
	line := "\r\n " + strings.Repeat("A", 74)
	return []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nPHOTO;ENCODING=b;TYPE=JPEG:" + strings.Repeat(line, 4<<20/74) + "\r\nTEL:1234567\r\nEND:VCARD\r\n")
}

// BenchmarkPhoto reads a card with a photo of 3 MB, which shall cost
// milliseconds. The bare limit is BenchmarkBarePhoto.
func BenchmarkPhoto(b *testing.B) {
	file := importing.Bytes("photo.vcf", photoCard())
	b.SetBytes(file.Size)
	for b.Loop() {
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if p.Summary.Contacts.Created != 1 {
			b.Fatalf("%+v", p.Summary)
		}
	}
}

// BenchmarkBarePhoto takes the same card apart into lines, and nothing else.
func BenchmarkBarePhoto(b *testing.B) {
	file := photoCard()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		n := 0
		for lines := bufio.NewScanner(bytes.NewReader(file)); lines.Scan(); {
			n++
		}
		if n < 50_000 {
			b.Fatal(n)
		}
	}
}

// largeWorkbook is a sheet of 100,000 rows of 8 columns.
func largeWorkbook(b *testing.B) []byte {
	b.Helper()
	f := excelize.NewFile()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	row := []any{"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"}
	for i := range 100_001 {
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
		receipt := i / 20
		row = []any{
			536365 + receipt, fmt.Sprintf("8512%dA", i%10), fmt.Sprintf("WHITE HANGING HEART HOLDER %d", i%500), 1 + i%12,
			fmt.Sprintf("2011-%02d-%02d 08:26:00", 1+receipt%12, 1+receipt%28), float64(i%2000) / 100, 12346 + receipt%4000, "United Kingdom",
		}
	}
	if err := sheet.Flush(); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkWorkbook reads a workbook of 100,000 rows. The bare limit is
// BenchmarkBareWorkbook.
func BenchmarkWorkbook(b *testing.B) {
	file := importing.Bytes("year.xlsx", largeWorkbook(b))
	b.ReportAllocs()
	for b.Loop() {
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if p.Summary.Receipts.Created != 5000 {
			b.Fatalf("%+v", p.Summary)
		}
	}
}

// BenchmarkBareWorkbook hands out the same rows with excelize alone.
func BenchmarkBareWorkbook(b *testing.B) {
	content := largeWorkbook(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if err := errors.Join(rows.Close(), f.Close()); err != nil || n != 100_001 {
			b.Fatal(n, err)
		}
	}
}
