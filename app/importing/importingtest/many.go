package importingtest

import (
	"bytes"
	"fmt"
)

// ManyCards is a file of so many cards as a shop's export has them, for benchmarks.
func ManyCards(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Given%d Family%d\r\nN:Family%d;Given%d;;;\r\nORG:Firm %d\r\n", i, i%977, i%977, i, i%50)
		fmt.Fprintf(&b, "TEL;TYPE=CELL:+44 7911 %06d\r\nTEL;TYPE=HOME:+44 20 79%02d %04d\r\nEMAIL:person%d@example.com\r\n", i, i/10000, i%10000, i)
		fmt.Fprintf(&b, "ADR;TYPE=HOME:;;%d High Street;London;;N1 %d;United Kingdom\r\nNOTE:Likes to be called in the morning.\r\nUID:card-%d\r\nEND:VCARD\r\n", i, i%9, i)
	}
	return b.Bytes()
}
