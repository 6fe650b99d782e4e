package vcards_test

import (
	"slices"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"ringback.app/app"
)

func TestHowANameIsReadIsNoSound(t *testing.T) {
	name, err := japanese.ShiftJIS.NewEncoder().String("ﾔﾏﾀﾞ;ﾀﾛｳ")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ line, want string }{
		{"SOUND;X-IRMC-N;CHARSET=SHIFT_JIS:" + name, "ﾔﾏﾀﾞ;ﾀﾛｳ"},
		{"SOUND;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE;X-IRMC-N:=EF=BE=94;=EF=BE=80", "ﾔ;ﾀ"},
		{"SOUND;TYPE=X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ", "ﾔﾏﾀﾞ;ﾀﾛｳ"},
		{"SOUND;TYPE=WAVE;ENCODING=BASE64:UklGRg==", ""},
		{"SOUND:UklGRg==", ""},
	} {
		got := read(t, card("2.1", "FN;CHARSET=UTF-8:山田", tt.line))[0]
		var kept []string
		for _, p := range got.Customer.Unknown {
			kept = append(kept, p.Name+":"+p.Value)
		}
		if tt.want == "" {
			if len(kept) > 0 || !slices.ContainsFunc(got.Problems, func(e *app.Error) bool { return e.Key == "import.card.media" }) {
				t.Errorf("%q is kept as %q", tt.line, kept)
			}
		} else if !slices.Equal(kept, []string{"SOUND:" + tt.want}) || len(got.Problems) > 0 {
			t.Errorf("%q is kept as %q, and %v is said", tt.line, kept, got.Problems)
		}
	}
}
