package importing

import (
	"ringback.app/app"
	"ringback.app/app/importing"
)

func part(at importing.Progress) float64 {
	if at.Total <= 0 {
		return 0
	}
	return min(1, float64(at.Done)/float64(at.Total))
}

func (p *Page) progressLine(at importing.Progress) string {
	switch at.Stage {
	case importing.Opening:
		return p.say.Say("bring.progress.opening", app.Args{"File": at.File})
	case importing.Matching:
		return p.say.Say("bring.progress.matching", nil)
	case importing.Writing:
		return p.say.Say("bring.progress.writing", app.Args{"Done": p.say.Number(at.Done), "All": p.say.Number(at.Total)})
	}
	return p.say.Count("bring.progress", at.Items, app.Args{
		"File": at.File, "Number": at.Number, "Files": at.Files, "Items": p.say.Number(int64(at.Items)),
	})
}
