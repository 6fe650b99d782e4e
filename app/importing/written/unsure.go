package written

import (
	"strings"

	"ringback.app/app"
)

func UnsureWish(line int, column, text string) *app.Error {
	return app.InvalidLine("import.card.wish", line, app.Args{"Text": Beginning(text), "Column": strings.TrimSpace(column)})
}
