package assets

import _ "embed"

//go:embed icons/ringback.png
var icon []byte

// Icon returns the program's own icon, 512 by 512, as PNG.
func Icon() []byte { return icon }
