package importing

import (
	"sync"

	"ringback.app/app/importing/vcards"
)

// ahead reads the cards of a file on a goroutine of its own, so that the next
// ones are read while these are matched.
type ahead struct {
	batches chan []vcards.Card
	end     error // why the last batch was the last; set before batches is closed
	thrown  any   // what the reading panicked with; set before batches is closed
	now     []vcards.Card
	halt    chan struct{}
	running sync.WaitGroup
}

// How many cards are handed over at once, and how many such batches may wait.
const (
	batchSize   = 64
	waitBatches = 4
)

func readAhead(r *vcards.Reader) *ahead {
	a := &ahead{batches: make(chan []vcards.Card, waitBatches), halt: make(chan struct{})}
	a.running.Go(func() { a.run(r) })
	return a
}

func (a *ahead) run(r *vcards.Reader) {
	// A fault of ours is that of whoever waits for the cards, who can tell of it.
	defer func() {
		a.thrown = recover()
		close(a.batches)
	}()
	for {
		batch := make([]vcards.Card, 0, batchSize)
		var err error
		for len(batch) < batchSize && err == nil {
			var card vcards.Card
			if card, err = r.Next(); err == nil {
				batch = append(batch, card)
			}
		}
		a.end = err
		select {
		case a.batches <- batch:
		case <-a.halt:
			return
		}
		if err != nil {
			return
		}
	}
}

// next returns the next card, or the error of vcards.Reader.Next.
func (a *ahead) next() (vcards.Card, error) {
	for len(a.now) == 0 {
		batch, ok := <-a.batches
		switch {
		case ok:
		case a.thrown != nil:
			panic(a.thrown)
		default:
			return vcards.Card{}, a.end
		}
		a.now = batch
	}
	card := a.now[0]
	a.now = a.now[1:]
	return card, nil
}

// stop ends the reading and waits until the file is no longer used.
func (a *ahead) stop() {
	close(a.halt)
	a.running.Wait()
}
