package settings_test

import (
	"errors"
	"testing"

	"ringback.app/app"
	"ringback.app/app/settings"
)

func TestACurrencyThatIsNoneIsNamedAsItWasTyped(t *testing.T) {
	_, d := desk(t)
	f := form(t, d)
	f.Currency = " dollars "
	_, err := d.Save(t.Context(), f, "")
	var fields app.FieldErrors
	if !errors.As(err, &fields) || fields[settings.FieldCurrency] == nil || fields[settings.FieldCurrency].Args["Currency"] != "dollars" {
		t.Errorf("told %v", err)
	}
}
