package assets

import _ "embed"

//go:embed rules/calling-hours.json
var callingHours []byte

// CallingHours returns the hours in which customers may be rung until the owner
// says otherwise, as JSON: from, to (HH:MM), days (mon to sun), source, as_of.
func CallingHours() []byte { return callingHours }
