package complaints_test

import (
	"testing"
	"time"
)

func TestWhatWasLeftIsGoneOnWithInItsQuestion(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.complaint(2, "Tom Bell", "The lamp hums.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.page.Open(id(102))
	d.keys("2")
	d.keys("Send ano")
	d.pass(time.Second)

	again := begin(t, s) // the program was killed
	left, err := again.page.Left(t.Context())
	if err != nil || len(left) != 1 || left[0].Open() {
		t.Fatalf("left are %+v, %v", left, err)
	}
	left[0].GoOn()
	again.sees("The lamp hums.", "[Send ano]")
	if !left[0].Open() {
		t.Error("it is not on show")
	}
	again.keys("ther")
	again.sees("[Send another]")
}

func TestOfSeveralAnswersThatWereLeftOneIsGoneOnWithThatCanStillBeGiven(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	d := begin(t, s)
	for key, typed := range map[string]string{"2": "Swap it", "5": "Moved aw"} {
		d.keys(key)
		d.keys(typed)
		d.pass(time.Second)
		d.page.Back()
	}
	c := s.of(1)
	c.Answered, c.PutRight = morning, morning
	s.Put(c)

	again := begin(t, s) // the program was killed
	left, err := again.page.Left(t.Context())
	if err != nil || len(left) != 1 {
		t.Fatalf("left are %+v, %v", left, err)
	}
	left[0].GoOn()
	again.sees("[Moved aw]")
}
