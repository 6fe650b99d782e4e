package vcards_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing/vcards"
)

// picture is one of that size, of noise, which does not pack well.
func picture(t *testing.T, kind string, width, height int) []byte {
	t.Helper()
	noise := rand.New(rand.NewPCG(1, 2))
	p := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.Black, color.White, color.Gray{Y: 99}})
	for i := range p.Pix {
		p.Pix[i] = uint8(noise.IntN(3))
	}
	var b bytes.Buffer
	var err error
	switch kind {
	case "jpeg":
		err = jpeg.Encode(&b, p, nil)
	case "png":
		err = png.Encode(&b, p)
	case "gif":
		err = gif.Encode(&b, p, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func folded(text string) string {
	var b strings.Builder
	for len(text) > 70 {
		b.WriteString(text[:70] + "\r\n ")
		text = text[70:]
	}
	return b.String() + text
}

// photosOf are the photos of a card, and what was said of it.
func photosOf(t *testing.T, file string) (photos []app.Property, c app.Customer, problems []string) {
	t.Helper()
	r, err := vcards.NewReader(strings.NewReader(file), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	card, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range card.Problems {
		problems = append(problems, p.Key)
	}
	for _, p := range card.Customer.Unknown {
		if p.Name == "PHOTO" {
			photos = append(photos, p)
		}
	}
	if _, err := r.Next(); err != io.EOF {
		t.Errorf("after the card: %v", err)
	}
	return photos, card.Customer, problems
}

func TestASmallPhotoIsKeptAndGoesOutAgain(t *testing.T) {
	for _, kind := range []string{"jpeg", "png", "gif"} {
		content := picture(t, kind, 96, 96)
		text := base64.StdEncoding.EncodeToString(content)
		for name, line := range map[string]string{
			"2.1":                 "PHOTO;ENCODING=BASE64;TYPE=" + kind + ":\r\n " + folded(text) + "\r\n",
			"2.1 without a name":  "PHOTO;BASE64:" + folded(text) + "\r\n",
			"3.0":                 "PHOTO;ENCODING=b;TYPE=" + kind + ":" + folded(text),
			"3.0 without padding": "PHOTO;ENCODING=b:" + strings.TrimRight(text, "="),
			"4.0":                 "PHOTO:data:image/" + kind + ";base64," + folded(text),
			"of the wrong type":   "PHOTO;ENCODING=b;TYPE=BMP:" + folded(text),
		} {
			t.Run(kind+" as "+name, func(t *testing.T) {
				photos, c, problems := photosOf(t, card("3.0", "FN:Ann", line, "TEL:1234567"))
				if len(photos) != 1 || len(problems) > 0 || len(c.Phones) != 1 {
					t.Fatalf("%d photos, problems %v", len(photos), problems)
				}
				if want := "data:image/" + kind + ";base64," + text; photos[0].Value != want {
					t.Errorf("kept %.60s", photos[0].Value)
				}
				for _, version := range []cards.Version{cards.V3, cards.V4} {
					again, _, problems := photosOf(t, string(cards.Append(nil, c, version, "")))
					if len(again) != 1 || again[0].Value != photos[0].Value || len(problems) > 0 {
						t.Errorf("out as %s and in again: %d photos, %v", version, len(again), problems)
					}
				}
			})
		}
	}
}

func TestAPhotoThatIsNotSaneOrSmallIsLeftOutAndNamed(t *testing.T) {
	as := func(content []byte) string { return "PHOTO;ENCODING=b:" + base64.StdEncoding.EncodeToString(content) }
	small := picture(t, "png", 8, 8)
	for name, c := range map[string]struct {
		lines []string
		want  string
	}{
		"large":                {[]string{as(picture(t, "png", 640, 640))}, "import.card.photo-large"},
		"wide":                 {[]string{as(picture(t, "gif", 5000, 1))}, "import.card.photo-none"},
		"no picture":           {[]string{as([]byte("GIF89a and then nothing"))}, "import.card.photo-none"},
		"a program":            {[]string{as([]byte("MZ\x90\x00\x03"))}, "import.card.photo-none"},
		"no base64":            {[]string{"PHOTO;ENCODING=b:hello there!"}, "import.card.photo-none"},
		"the head of one only": {[]string{as(small[:10])}, "import.card.photo-none"},
		"a second one":         {[]string{as(small), as(small)}, "import.card.photo-second"},
		"a logo":               {[]string{strings.Replace(as(small), "PHOTO", "LOGO", 1)}, "import.card.media"},
	} {
		t.Run(name, func(t *testing.T) {
			photos, _, problems := photosOf(t, card("3.0", append([]string{"FN:Ann"}, c.lines...)...))
			if len(problems) != 1 || problems[0] != c.want || len(photos) != len(c.lines)-1 {
				t.Errorf("%d photos, problems %v", len(photos), problems)
			}
		})
	}
}

func TestPhotosOfAFileAreKeptUpToALimit(t *testing.T) {
	text := base64.StdEncoding.EncodeToString(picture(t, "png", 400, 400))
	var file strings.Builder
	n := (64<<20)/(len(text)*3/4) + 10
	for range n {
		file.WriteString(card("3.0", "FN:Ann", "PHOTO;ENCODING=b:"+text))
	}
	r, err := vcards.NewReader(strings.NewReader(file.String()), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	left := 0
	for {
		c, err := r.Next()
		if err == io.EOF {
			break
		}
		if len(c.Problems) == 1 && c.Problems[0].Key == "import.card.photo-many" && len(c.Customer.Unknown) == 0 {
			left++
		} else if len(c.Customer.Unknown) != 1 {
			t.Fatalf("%+v", c.Problems)
		}
	}
	if left < 5 || left > 15 {
		t.Errorf("%d of %d photos left out", left, n)
	}
}
