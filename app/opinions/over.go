package opinions

import "reflect"

// Over returns the form over what the book has by now: what was not touched since the
// form was opened is as it is now. It returns the form as it is where nobody knows what
// it was opened over.
func (f Form) Over(now Form) Form {
	if f.Origin == nil {
		return f
	}
	over := f
	was, typed, is, out := reflect.ValueOf(*f.Origin), reflect.ValueOf(f), reflect.ValueOf(now), reflect.ValueOf(&over).Elem()
	for i := range typed.NumField() {
		switch typed.Type().Field(i).Name {
		case "ID", "Draft", "Kept", "Origin", "Complaint":
		default:
			if sameField(was.Field(i), typed.Field(i)) {
				out.Field(i).Set(is.Field(i))
			}
		}
	}
	return over
}

// sameField tells whether two fields say the same; of no words, none is as good as nil.
func sameField(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
