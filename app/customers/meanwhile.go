package customers

import (
	"reflect"
	"slices"
)

// over lays what was typed over the customer as the book has them now, who may
// have been changed since the form was opened: by an import, a merge, an undo.
// What was not touched stays as the book has it; of a list whatever came in or went
// out meanwhile does so here, too. It returns the names of the form's fields, as in
// Go, that both changed: there what was typed stands.
func (f Form) over(now Form) (over Form, both []string) {
	over = f
	if f.Origin == nil {
		return over, nil
	}
	was, typed, is, out := reflect.ValueOf(*f.Origin), reflect.ValueOf(f), reflect.ValueOf(now), reflect.ValueOf(&over).Elem()
	same := func(a, b reflect.Value) bool {
		if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
			return true
		}
		return reflect.DeepEqual(a.Interface(), b.Interface())
	}
	for i := range out.NumField() {
		switch name := out.Type().Field(i).Name; {
		case name == "ID", name == "Draft", name == "Origin", same(was.Field(i), is.Field(i)):
		case same(was.Field(i), typed.Field(i)):
			out.Field(i).Set(is.Field(i))
		case name != "Phones" && name != "Emails" && name != "Addresses" && name != "DoNotCall":
			if !same(typed.Field(i), is.Field(i)) {
				both = append(both, name)
			}
		}
	}
	over.Phones = mergeLists(f.Origin.Phones, f.Phones, now.Phones)
	over.Emails = mergeLists(f.Origin.Emails, f.Emails, now.Emails)
	over.Addresses = mergeLists(f.Origin.Addresses, f.Addresses, now.Addresses)
	over.DoNotCall = mergeLists(f.Origin.DoNotCall, f.DoNotCall, now.DoNotCall)
	return over, both
}

// mergeLists returns what was typed, with what came into the book meanwhile and
// without what went out of it.
func mergeLists[T any](was, typed, now []T) []T {
	has := func(all []T, one T) bool {
		return slices.ContainsFunc(all, func(o T) bool { return reflect.DeepEqual(o, one) })
	}
	var merged []T
	for _, one := range typed {
		if !has(was, one) || has(now, one) {
			merged = append(merged, one)
		}
	}
	for _, one := range now {
		if !has(was, one) && !has(merged, one) {
			merged = append(merged, one)
		}
	}
	return merged
}
