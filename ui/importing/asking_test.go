package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/ui/pagetest"
)

func TestAScaleThatCanBeTwoIsAskedAsSuch(t *testing.T) {
	for button, field := range map[string]fields.Field{"Stars, 1 to 5": fields.Stars, "Scores, 0 to 10": fields.Score} {
		s := show(t, &shop{preview: twoPeople(), err: &app.Error{
			Code: app.CodeInvalid, Key: "error.import.scale",
			Args: app.Args{
				"File": "said.csv", "Column": "Score", "Few": 5, "All": 8, "Names": []string{"E-mail", "Words", "Score"},
				"Table": columns.Unknown{
					Names:  []string{"E-mail", "Words", "Score"},
					Fields: []fields.Field{fields.Email, "", ""},
					Likely: []fields.Field{"", fields.Item, ""},
					Rows:   [][]string{{"a@example.com", "Good", "4"}},
				},
			},
		}})
		s.Dropped([]string{"said.csv"})
		s.sees(t, "In column Score of “said.csv”, 5 of 8 numbers are 1 to 5", "Stars, 1 to 5", "Scores, 0 to 10")
		s.misses(t, "Read it so", "Item")
		s.shop.err = nil
		pagetest.Press(t, s.Content(), button)
		if last := s.shop.maps[len(s.shop.maps)-1]; len(last) != 1 || last[0].Column != "Score" || last[0].Field != field {
			t.Errorf("mapped %v", last)
		}
	}
}

func TestARowIsOfWhomItsAddressOrNumberNames(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-goods",
		Args: app.Args{"File": "till.csv", "Columns": "Date, Mail, Tel, Wat", "Names": []string{"Date", "Mail", "Tel", "Wat"}, "Table": columns.Unknown{
			Names:  []string{"Date", "Mail", "Tel", "Wat"},
			Fields: []fields.Field{fields.Day, fields.Email, fields.Phone, ""},
			Rows:   [][]string{{"2026-03-01", "ann@example.com", "0401", "Lamp"}, {"2026-03-02", "", "0402", "Rug"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "ann@example.com", "1 Mar 2026 · 0401", "0402")
	s.misses(t, "Nobody is named", "2026 · ann@example.com")
}
