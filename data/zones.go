package data

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// zone is a time zone in which somebody has an opening.
type zone struct {
	Name     string `cbor:"1,keyasint,omitempty"` // IANA; empty: the shop's
	Openings int    `cbor:"2,keyasint"`
}

// zoneBook is the list of zones: few, and read at once.
type zoneBook struct {
	zones   map[uint16]zone
	numbers map[string]uint16
	changed map[uint16]bool
}

func (s *state) readZones() (*zoneBook, error) {
	z := &zoneBook{make(map[uint16]zone), make(map[string]uint16), make(map[uint16]bool)}
	err := s.scan(inZones, nil, nil, func(k, v []byte) (bool, error) {
		one, err := decode[zone](s.coding, v)
		if err == nil && len(k) != 2 {
			err = fmt.Errorf("a key of %d bytes", len(k))
		}
		if err != nil {
			return false, damaged(fmt.Errorf("a zone: %w", err))
		}
		n := binary.BigEndian.Uint16(k)
		z.zones[n], z.numbers[one.Name] = one, n
		return true, nil
	})
	return z, err
}

// names returns the names of the zones with an opening, sorted.
func (z *zoneBook) names() []string { return slices.Sorted(maps.Keys(z.numbers)) }

// number returns the number of the zone, giving it the first free one.
func (z *zoneBook) number(name string) uint16 {
	if n, ok := z.numbers[name]; ok {
		return n
	}
	n := uint16(0)
	for {
		if _, taken := z.zones[n]; !taken {
			break
		}
		n++
	}
	z.numbers[name], z.zones[n] = n, zone{Name: name}
	return n
}

func (z *zoneBook) count(name string, delta int) {
	n := z.number(name)
	one := z.zones[n]
	one.Openings += delta
	z.zones[n] = one
	z.changed[n] = true
}

func (w *writing) loadZones() (err error) {
	if w.zones == nil {
		w.zones, err = w.readZones()
	}
	return err
}

// flushZones writes the zones; one without an opening is removed.
func (w *writing) flushZones() error {
	if w.zones == nil {
		return nil
	}
	for n := range w.zones.changed {
		one := w.zones.zones[n]
		if one.Openings < 0 {
			return damaged(fmt.Errorf("the openings of a zone fall to %d", one.Openings))
		}
		if one.Openings == 0 {
			w.remove(inZones, u16(n))
			continue
		}
		if err := w.encodeTo(inZones, u16(n), one); err != nil {
			return err
		}
	}
	return nil
}
