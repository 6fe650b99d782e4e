package vcards

import (
	"bytes"
	"encoding/base64"
	"image"

	// The pictures that programs put into cards.
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	"ringback.app/app"
)

// What is kept of photos: the thumbnail that telephones put into a card has a
// few KB, the picture it was made from has megabytes. A file of many thousand
// must still fit into memory with all of them.
const (
	maxPhoto  = 64 << 10 // bytes of one
	maxPhotos = 64 << 20 // bytes of all that are in a file
	maxPixels = 4096     // in width and in height
)

// photo prepares a photo: as a data: URI (RFC 2397), which is how vCard 4.0
// holds it, whatever it came as. What is no picture, or a large one, is left out
// and named.
func (p *preparer) photo(h head, value []byte) {
	if p.cut {
		p.problem("import.card.photo-large", app.Args{"Kilobytes": maxPhoto >> 10})
		return
	}
	picture, ok := decodePhoto(h, value)
	config, kind, err := image.DecodeConfig(bytes.NewReader(picture))
	switch {
	case len(picture) > maxPhoto:
		p.problem("import.card.photo-large", app.Args{"Kilobytes": maxPhoto >> 10})
	case !ok || err != nil || min(config.Width, config.Height) < 1 || max(config.Width, config.Height) > maxPixels:
		p.problem("import.card.photo-none", nil)
	case p.card.hasPhoto:
		p.problem("import.card.photo-second", nil)
	case p.photos+len(picture) > maxPhotos:
		p.problem("import.card.photo-many", app.Args{"Megabytes": maxPhotos >> 20})
	default:
		p.card.hasPhoto, p.photos = true, p.photos+len(picture)
		uri := append([]byte("data:image/"+kind+";base64,"), base64.StdEncoding.EncodeToString(picture)...)
		p.emit(head{group: h.group, name: []byte("PHOTO")}, uri)
	}
}

// decodePhoto returns the picture's bytes, whichever way the card has them.
func decodePhoto(h head, value []byte) ([]byte, bool) {
	value = bytes.TrimSpace(value)
	if len(value) > 5 && bytes.EqualFold(value[:5], []byte("data:")) {
		about, text, ok := bytes.Cut(value, []byte{','})
		if !ok || !bytes.HasSuffix(bytes.ToLower(about), []byte(";base64")) {
			return nil, false
		}
		return unbase64(text)
	}
	if h.quoted {
		return unquote(value), true
	}
	return unbase64(value)
}
