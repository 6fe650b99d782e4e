package timezones_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/timezones"
)

func BenchmarkRead(b *testing.B) {
	who := app.Customer{Phones: []app.Phone{{E164: "+14042370123"}, {E164: "+14042370124"}}} // who moved
	for b.Loop() {
		if timezones.Read("-0600", who) != "America/Chicago" {
			b.Fatal("another zone")
		}
	}
}
