package calllist

import (
	"time"

	"ringback.app/app"
)

// Consider returns how a customer stands with the list at that moment, by what
// makes the list: Standing names more than that.
func Consider(snap Snapshot, now time.Time, customer app.ID) (Standing, error) {
	plan, err := snap.Plan()
	if err != nil {
		return Standing{}, err
	}
	return NewRules(plan).consider(snap, now, customer, (*moment).reasons)
}
