package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAReturnThatHasTheNumberOfAnOrderGivesBackThatOneAndNotTheLatest(t *testing.T) {
	const (
		header = "order,date,customer,email,item,qty,amount,status"
		first  = "1001,2026-03-01,Ann Lee,ann@x.example,Lamp,1,129.95,Paid"
		second = "1002,2026-03-05,Ann Lee,ann@x.example,Lamp,1,99.95,Paid"
		third  = "1003,2026-03-05,Ann Lee,ann@x.example,Lamp,1,99.95,Paid"
	)
	tests := map[string]struct {
		back []string
		want []string
	}{
		"with less":             {[]string{"1001,2026-03-09,Ann Lee,ann@x.example,Lamp,-1,-129.95,Paid"}, []string{"2026-03-09 1001 gives back 2026-03-01 1001"}},
		"by its status":         {[]string{"1001,2026-03-09,Ann Lee,ann@x.example,Lamp,1,129.95,Refunded"}, []string{"2026-03-09 1001 gives back 2026-03-01 1001"}},
		"with its own number":   {[]string{"R7,2026-03-09,Ann Lee,ann@x.example,Lamp,-1,-99.95,Paid"}, []string{"2026-03-09 R7 gives back 2026-03-05 1003"}},
		"twice":                 {[]string{"1001,2026-03-09,Ann Lee,ann@x.example,Lamp,-1,-1,", "1001,2026-03-11,Ann Lee,ann@x.example,Lamp,-1,-1,"}, []string{"2026-03-09 1001 gives back 2026-03-01 1001", "2026-03-11 1001 stands alone"}},
		"before another's":      {[]string{"R7,2026-03-08,Ann Lee,ann@x.example,Lamp,-1,-99.95,Paid", "1003,2026-03-09,Ann Lee,ann@x.example,Lamp,-1,-99.95,Paid"}, []string{"2026-03-08 R7 gives back 2026-03-05 1002", "2026-03-09 1003 gives back 2026-03-05 1003"}},
		"of a thing it has not": {[]string{"1001,2026-03-09,Ann Lee,ann@x.example,Mug,-1,-5,Paid"}, []string{"2026-03-09 1001 stands alone"}},
	}
	for name, tt := range tests {
		for _, later := range []bool{false, true} {
			book := importingtest.NewShelf()
			bought := []string{header, first, second, third}
			if later {
				importingtest.Take(t, book, importingtest.Table(bought...))
			}
			importingtest.Take(t, book, importingtest.Table(append(bought, tt.back...)...))
			if got := book.GivenBack(); !slices.Equal(got, tt.want) {
				t.Errorf("%s, in a later file %t: %q, want %q", name, later, got, tt.want)
			}
		}
	}
}
