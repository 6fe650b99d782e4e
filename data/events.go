package data

import (
	"maps"
	"slices"

	"ringback.app/app"
)

// Subscribe has listen called after each commit that changed something, on the
// goroutine that committed, until stop is called.
func (b *Book) Subscribe(listen func(app.Changed)) (stop func()) {
	b.listening.Lock()
	defer b.listening.Unlock()
	ear := b.nextEar
	b.nextEar++
	b.listeners[ear] = listen
	return func() {
		b.listening.Lock()
		defer b.listening.Unlock()
		delete(b.listeners, ear)
	}
}

func (b *Book) publish(event app.Changed) {
	b.listening.Lock()
	var all []func(app.Changed)
	for _, ear := range slices.Sorted(maps.Keys(b.listeners)) {
		all = append(all, b.listeners[ear])
	}
	b.listening.Unlock()
	for _, listen := range all {
		listen(event)
	}
}
