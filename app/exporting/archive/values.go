package archive

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
)

// Quantity is a quantity as a decimal number: 1.5.
type Quantity app.Quantity

// decimals is how many decimals a quantity has: app.One is a thousand.
const decimals = 3

// MarshalJSON writes the number exactly, with no more decimals than it needs.
func (q Quantity) MarshalJSON() ([]byte, error) {
	digits := strconv.FormatInt(int64(q), 10)
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, part := digits[:len(digits)-decimals], strings.TrimRight(digits[len(digits)-decimals:], "0")
	if part != "" {
		part = "." + part
	}
	return []byte(sign + whole + part), nil
}

// UnmarshalJSON reads a number of at most three decimals.
func (q *Quantity) UnmarshalJSON(text []byte) error {
	whole, part, _ := strings.Cut(string(text), ".")
	if len(part) > decimals {
		return fmt.Errorf("%s has more than %d decimals", text, decimals)
	}
	n, err := strconv.ParseInt(whole+part+strings.Repeat("0", decimals-len(part)), 10, 64)
	if err != nil {
		return fmt.Errorf("quantity: %w", err)
	}
	*q = Quantity(n)
	return nil
}

// Minute is a time of day as HH:MM, 24:00 included.
type Minute app.Minute

// MarshalText writes HH:MM.
func (m Minute) MarshalText() ([]byte, error) { return []byte(app.Minute(m).String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (m *Minute) UnmarshalText(text []byte) error {
	read, err := app.ParseMinute(string(text))
	*m = Minute(read)
	return err
}

// Weekdays are days of the week as a list: ["sun","mon"].
type Weekdays app.Weekdays

var weekdayNames = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// MarshalJSON writes the list, Sunday first.
func (w Weekdays) MarshalJSON() ([]byte, error) {
	names := []string{}
	for i, name := range weekdayNames {
		if app.Weekdays(w).Has(time.Weekday(i)) {
			names = append(names, name)
		}
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (w *Weekdays) UnmarshalJSON(text []byte) error {
	var names []string
	if err := json.Unmarshal(text, &names); err != nil {
		return err
	}
	*w = 0
	for _, name := range names {
		day, err := weekday(name)
		if err != nil {
			return err
		}
		*w |= Weekdays(app.DaysOf(day))
	}
	return nil
}

func weekday(name string) (time.Weekday, error) {
	for i, known := range weekdayNames {
		if name == known {
			return time.Weekday(i), nil
		}
	}
	return 0, fmt.Errorf("%q is no weekday", name)
}

// Reason is a kind of reason by its name: "after-purchase".
type Reason app.ReasonKind

// MarshalText writes the name.
func (r Reason) MarshalText() ([]byte, error) { return app.ReasonKind(r).MarshalText() }

// UnmarshalText reads what MarshalText wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	*r = 0
	if len(text) == 0 {
		return nil
	}
	for _, kind := range app.ReasonKinds() {
		if kind.String() == string(text) {
			*r = Reason(kind)
			return nil
		}
	}
	return fmt.Errorf("%q is no kind of reason", text)
}

// Money is an amount in minor units of an ISO 4217 currency.
type Money struct {
	Minor    int64  `json:"minor"`
	Currency string `json:"currency,omitempty"`
}

// all converts a list; none stays none.
func all[From, To any](from []From, to func(From) To) []To {
	if from == nil {
		return nil
	}
	list := make([]To, len(from))
	for i, f := range from {
		list[i] = to(f)
	}
	return list
}

// one converts what may be missing.
func one[From, To any](from *From, to func(From) To) *To {
	if from == nil {
		return nil
	}
	made := to(*from)
	return &made
}
