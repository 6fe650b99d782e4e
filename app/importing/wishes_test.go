package importing_test

import (
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
)

func TestAWishNotToBeCalledIsTakenFromATable(t *testing.T) {
	any := app.DoNotCall{Purpose: app.PurposeAny}
	tests := []struct {
		column, cell string
		want         []app.DoNotCall
	}{
		{"Do not call", "Yes", []app.DoNotCall{any}},
		{"Do Not Call", "TRUE", []app.DoNotCall{any}},
		{"DoNotCall", "1", []app.DoNotCall{any}},
		{"do_not_call", "✓", []app.DoNotCall{any}},
		{"Do not call", "asked in May", []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "asked in May"}}},
		{"Do not call", "2026-05-03", []app.DoNotCall{{Purpose: app.PurposeAny, Since: app.NewDay(2026, time.May, 3)}}},
		{"Do not call", "No", nil},
		{"Do not call", "false", nil},
		{"Do not call", "-", nil},
		{"Do not call", "n/a", nil},
		{"Do not call", "None", nil},
		{"Do not call", "", nil},
		{"Do not allow Phone Calls", "Do Not Allow", []app.DoNotCall{any}},
		{"Do not allow Phone Calls", "Allow", nil},
		{"Phone opt-out", "yes", []app.DoNotCall{any}},
		{"Phone consent", "No", []app.DoNotCall{any}},
		{"Phone consent", "denied", []app.DoNotCall{any}},
		{"Phone consent", "Yes", nil},
		{"Phone consent", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.column+" "+tt.cell, func(t *testing.T) {
			book := newShelf()
			p := take(t, book, table("Name,Phone,"+tt.column, "Ann Bell,+44 20 7946 0290,"+tt.cell))
			ann := book.named(t, "Ann Bell")
			if !slices.Equal(ann.DoNotCall, tt.want) || len(ann.Phones) != 1 || len(p.Files[0].NotTaken) != 0 {
				t.Errorf("she refuses %+v and has %v, want %+v; not taken is %q", ann.DoNotCall, ann.Phones, tt.want, p.Files[0].NotTaken)
			}
		})
	}
}

func TestWordsThatWereTakenForAWishNotToBeCalledAreSaid(t *testing.T) {
	for cell, want := range map[string]bool{"asked in May": true, "yes": false, "no": false, "n/a": false, "2026-05-03": false} {
		for of, header := range map[string]string{
			"another program": "Name,Phone,Do not call", "Ringback": "Name,Phone,Do not call,Best time to call",
		} {
			p := look(t, newShelf(), importing.Options{}, table(header, "Ann Bell,+44 20 7946 0290,"+cell))
			if said := slices.Contains(problems(p), "import.card.wish"); said != want || p.Summary.Contacts.Created != 1 {
				t.Errorf("a table of %s, %q: %q", of, cell, problems(p))
			}
		}
	}
}

func TestWhatIsSaidOfMailsAndMessagesSaysNothingOfCalls(t *testing.T) {
	for _, column := range []string{
		"SMS consent", "Email consent", "Accepts Email Marketing", "Accepts SMS Marketing", "Unsubscribed from all email", "Opted out",
		"Email opt-out", "Marketing emails opt in", "Email verified",
	} {
		book := newShelf()
		p := take(t, book, table("Name,Phone,Email,"+column, "Ann Bell,+44 20 7946 0290,ann@example.com,yes"))
		ann := book.named(t, "Ann Bell")
		if len(ann.DoNotCall) != 0 || len(ann.Emails) != 1 || len(ann.Phones) != 1 || !slices.Equal(p.Files[0].NotTaken, []string{column}) {
			t.Errorf("%s: %+v; not taken is %q", column, ann, p.Files[0].NotTaken)
		}
	}
}

func TestAPersonCanSayThatAColumnIsOfWishesNotToBeCalled(t *testing.T) {
	m, err := importing.ParseMapping("Opted out=do-not-call")
	if err != nil {
		t.Fatal(err)
	}
	p := look(t, newShelf(), importing.Options{Map: []importing.Mapping{m}}, table("Name,Phone,Opted out", "Ann Bell,+44 20 7946 0290,yes"))
	if p.Files[0].Kind != importing.KindCards || p.Files[0].Columns[2].Field != importing.FieldDoNotCall {
		t.Errorf("%+v", p.Files[0])
	}
}
