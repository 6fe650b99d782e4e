package app_test

import (
	"testing"

	"ringback.app/app"
)

func TestWhatIsNoGoodsIsLeftOutOfWhatAPurchaseIsCalled(t *testing.T) {
	line := func(item string, amount int64) app.Line { return app.Line{Item: item, Quantity: 1000, Amount: amount} }
	tests := map[string]struct {
		lines   []app.Line
		charges []string // nil: the usual ones
		want    string
		others  int
		none    bool
	}{
		"postage is not named though it cost the most": {lines: []app.Line{line("POSTAGE", 4000), line("Cup", 500)}, want: "Cup"},
		"nor counted among the other things":           {lines: []app.Line{line("Cup", 500), line("Bowl", 400), line("Next day carriage", 900)}, want: "Cup", others: 0},
		"nor shipping by whomever":                     {lines: []app.Line{line("Shipping (UPS Ground)", 4000), line("Cup", 500)}, want: "Cup"},
		"nor what German shops write":                  {lines: []app.Line{line("versandkosten DHL", 4000), line("Tasse", 500)}, want: "Tasse"},
		"nor what Greek shops write":                   {lines: []app.Line{line("ΜΕΤΑΦΟΡΙΚΆ", 4000), line("Φλιτζάνι", 500)}, want: "Φλιτζάνι"},
		"postage alone is named, and told":             {lines: []app.Line{line("Postage", 4000)}, want: "Postage", none: true},
		"a postage scale is goods":                     {lines: []app.Line{line("Postage scale", 4000), line("Cup", 500)}, want: "Postage scale"},
		"and so is a shipping crate":                   {lines: []app.Line{line("Shipping crate", 4000), line("Cup", 500)}, want: "Shipping crate"},
		"and what only ends with the letters":          {lines: []app.Line{line("Airshipping", 4000), line("Cup", 500)}, want: "Airshipping"},
		"nothing is a charge where the owner says so":  {lines: []app.Line{line("Postage", 4000), line("Cup", 500)}, charges: []string{}, want: "Postage"},
		"the owner's own name holds":                   {lines: []app.Line{line("Manual", 4000), line("Cup", 500)}, charges: []string{"manual"}, want: "Cup"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			plan := app.DefaultPlan(app.CallingHours{})
			plan.Charges = tt.charges
			b := app.Purchase{Lines: tt.lines}.InBrief(plan)
			if len(b.Items) == 0 || b.Items[0].Item != tt.want || b.More != tt.others || b.Charges != tt.none {
				t.Errorf("got %+v", b)
			}
		})
	}
}
