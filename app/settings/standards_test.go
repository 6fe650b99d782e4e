package settings_test

import (
	"errors"
	"reflect"
	"testing"

	"ringback.app/app"
	"ringback.app/app/settings"
)

// checked returns the plan that a changed form comes to.
func checked(t *testing.T, change func(*settings.Form)) (app.Plan, app.FieldErrors) {
	t.Helper()
	_, d := desk(t)
	f := form(t, d)
	change(&f)
	plan, err := d.Check(t.Context(), f)
	var errs app.FieldErrors
	if err != nil && !errors.As(err, &errs) {
		t.Fatal(err)
	}
	return plan, errs
}

func TestWhatIsNotTouchedStaysUnset(t *testing.T) {
	plan, errs := checked(t, func(*settings.Form) {})
	if errs != nil || plan.Standards != nil || plan.PassOnWithin != 0 || plan.StaffRemedy != 0 || plan.OwnerFrom != 0 {
		t.Errorf("%+v, %v", plan, errs)
	}
}

func TestWhatStaffMayGiveAndWhoTheOwnerCalls(t *testing.T) {
	plan, errs := checked(t, func(f *settings.Form) {
		f.StaffRemedy, f.OwnerFrom, f.Direct, f.PassOnWithin = "50", "£1,000.50", "020 7946 0000", "3"
	})
	if errs != nil || plan.StaffRemedy != 5000 || plan.OwnerFrom != 100050 || plan.Direct != "020 7946 0000" || plan.PassOnWithin != 3 {
		t.Errorf("%+v, %v", plan, errs)
	}
	again := settings.FormOf(plan)
	if again.StaffRemedy != "50.00" || again.OwnerFrom != "1000.50" || again.PassOnWithin != "3" {
		t.Errorf("shown as %+v", again)
	}
}

func TestMoneyAndNumbersThatAreNone(t *testing.T) {
	for field, change := range map[string]func(*settings.Form){
		settings.FieldStaffRemedy:  func(f *settings.Form) { f.StaffRemedy = "much" },
		settings.FieldOwnerFrom:    func(f *settings.Form) { f.OwnerFrom = "-5" },
		settings.FieldDirect:       func(f *settings.Form) { f.Direct = "ask Jim" },
		settings.FieldPassOnWithin: func(f *settings.Form) { f.PassOnWithin = "0" },
		"standards.1":              func(f *settings.Form) { f.Standards[1].Measure = "love" },
		"standards.0":              func(f *settings.Form) { f.Standards[0].Within = "soon" },
		"standards.2":              func(f *settings.Form) { f.Standards[2] = settings.StandardField{Measure: app.MeasureTheme} },
		settings.FieldStandards: func(f *settings.Form) {
			for range 30 {
				f.Standards = append(f.Standards, f.Standards[0])
			}
		},
	} {
		if _, errs := checked(t, change); len(errs) != 1 || errs[field] == nil {
			t.Errorf("%s: %v", field, errs)
		}
	}
}

func TestStandardsAreAddedChangedAndRemoved(t *testing.T) {
	plan, errs := checked(t, func(f *settings.Form) {
		f.Standards = []settings.StandardField{
			{Measure: app.MeasureRead, Words: " Cards are read ", Within: "2", Theme: "ignored"},
			{},
			{Measure: app.MeasureTheme, Theme: "delivery", Within: "ignored"},
		}
	})
	want := []app.Standard{
		{Measure: app.MeasureRead, Words: "Cards are read", Within: 2},
		{Measure: app.MeasureTheme, Theme: "delivery"},
	}
	if errs != nil || !reflect.DeepEqual(plan.Standards, want) {
		t.Errorf("%+v, %v", plan.Standards, errs)
	}
	none, errs := checked(t, func(f *settings.Form) { f.Standards = nil })
	if errs != nil || none.Standards == nil || len(none.Standards) != 0 {
		t.Errorf("without any: %+v, %v", none.Standards, errs)
	}
	if f := settings.FormOf(none); len(f.Standards) != 0 {
		t.Errorf("those taken out come back: %+v", f.Standards)
	}
}
