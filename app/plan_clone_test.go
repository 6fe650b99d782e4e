package app_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
)

func TestClonedPlanSharesNothing(t *testing.T) {
	var whole app.Plan
	fill(reflect.ValueOf(&whole).Elem())
	for name, plan := range map[string]app.Plan{
		"with everything": whole, "of a new shop": app.DefaultPlan(app.CallingHours{}), "empty": {},
		"with empty lists": {Staff: []string{}, Standards: []app.Standard{}},
	} {
		t.Run(name, func(t *testing.T) {
			clone := plan.Clone()
			if diff := cmp.Diff(plan, clone); diff != "" {
				t.Fatal(diff)
			}
			apart(t, "Plan", reflect.ValueOf(plan), reflect.ValueOf(clone))
		})
	}
}

// fill puts something into every field.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key)
		fill(value)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString("x")
	default:
		if v.CanInt() {
			v.SetInt(1)
		} else if v.CanUint() {
			v.SetUint(1)
		}
	}
}

// apart holds that no list or map of the one is the other's.
func apart(t *testing.T, path string, a, b reflect.Value) {
	t.Helper()
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			apart(t, path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
	case reflect.Array, reflect.Slice:
		if a.Kind() == reflect.Slice && a.Len() > 0 && a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", path)
		}
		for i := range a.Len() {
			apart(t, path, a.Index(i), b.Index(i))
		}
	case reflect.Map:
		if a.Len() > 0 && a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", path)
		}
	case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		t.Errorf("%s: the test does not know what a %s shares", path, a.Kind())
	}
}
