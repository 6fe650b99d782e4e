package app

import "time"

// Clock tells the time. Everything that asks what time it is asks a Clock, so
// that a test, or `--at`, can set it.
type Clock func() time.Time
