package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// takenAtOnce is how many records a change may have touched to be taken back
// without a question: a call with all that came of it is fewer, an import or a
// made-up shop more.
const takenAtOnce = 30

// undo does what the toast on show offers on its key, else takes back what was
// done last since the window opened. What was done before that, or before a
// customer was forgotten, or is a whole import, is named first, and taken back when
// the key is pressed again: nobody loses it by a key too many. While something is
// being taken back, it waits for that.
func (w *Window) undo() {
	if w.taking > 0 {
		w.further = true
		return
	}
	if w.writing() {
		w.Toast(w.Voice.Say("window.undo.busy", nil), nil)
		return
	}
	if w.toasts.Act(w.capOf(fyne.KeyZ)) {
		return
	}
	w.taking++
	var last app.BatchInfo
	execute.Then(w.Run, func(ctx context.Context) (err error) {
		last, err = w.Book.LastDone(ctx)
		return err
	}, func(err error) {
		w.taking--
		switch {
		case err != nil:
			w.Failed(err)
		case w.done[last.ID] && entries(last) <= takenAtOnce:
			w.take(last.ID)
			return
		default:
			w.askToUndo(last)
		}
		w.further = false // whoever asked for more has not seen this yet
	})
}

func (w *Window) askToUndo(last app.BatchInfo) {
	args, question := w.toldOf(last), "window.undo.ask"
	if w.forgot {
		question = "window.undo.ask-forgot"
	}
	args["Number"] = w.Voice.Number(int64(entries(last)))
	w.toasts.Say(widgets.Toast{
		Text:   w.Voice.Count(question, entries(last), args),
		Action: w.Voice.Say("window.undo.all", nil), Key: w.capOf(fyne.KeyZ),
		Do: func() { w.takeAll(last) },
	})
}

// writing tells whether a page writes much at once: what was done last is something
// else by the time it can be taken back.
func (w *Window) writing() bool {
	return slices.ContainsFunc(w.pages.told(), func(p Page) bool {
		writer, ok := p.(Writer)
		return ok && writer.Writing()
	})
}

// takeAll takes back what was named first, and may take its time. Keys pressed
// meanwhile ask for nothing more: who presses them sees nothing happen.
func (w *Window) takeAll(b app.BatchInfo) {
	w.Toast(w.Voice.Say("window.undo.taking", w.toldOf(b)), nil)
	w.taken(b.ID, func() { w.further = false })
}

// take takes a batch back; the book tells when it is. Then more is taken back if that
// was asked for meanwhile.
func (w *Window) take(batch app.ID) {
	w.taken(batch, func() {
		if w.further {
			w.further = false
			w.undo()
		}
	})
}

// taken takes a batch back and does what is to be done then.
func (w *Window) taken(batch app.ID, then func()) {
	by := w.By()
	w.taking++
	execute.Then(w.Run, func(ctx context.Context) error {
		_, err := w.Book.Undo(ctx, batch, by)
		return err
	}, func(err error) {
		w.taking--
		if err != nil {
			w.further = false
			w.Failed(err)
			return
		}
		then()
	})
}

// redo brings back what was taken back last, as long as nothing else was done.
func (w *Window) redo() {
	if n := len(w.undone); n > 0 && w.taking == 0 && !w.writing() {
		w.take(w.undone[n-1].undo)
	}
}

// noteDone remembers what was done since the window opened.
func (w *Window) noteDone(c app.Changed) {
	if c.Act == app.ActUndo {
		w.noteUndone(c.Batch)
		return
	}
	w.undone = nil
	if w.forgot = c.Act == app.ActForget; w.forgot {
		clear(w.done) // what was done before is not the last thing done
		return
	}
	w.done[c.Batch] = true
}

// noteUndone says what an undo took back, or brought back if it undid another,
// and remembers it for redo.
func (w *Window) noteUndone(undo app.ID) {
	w.undone = append(w.undone, undid{undo: undo}) // in the order in which they were done
	var first, done app.BatchInfo
	var back bool
	execute.Then(w.Run, func(ctx context.Context) (err error) {
		if done, err = w.Book.Batch(ctx, undo); err == nil {
			first, back, err = w.undoneBy(ctx, done)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			w.Failed(err)
		case back:
			w.forgetUndone(undo, first.ID)
			w.Toast(w.Voice.Say("window.redone", w.toldOf(first)), func() { w.take(first.ID) })
		default:
			w.nameUndone(undo, first.ID)
			said := w.Voice.Say("window.undone", w.toldOf(first))
			if first.Parts(done) {
				said += " " + w.Voice.Say("window.undone.parted", nil)
			}
			w.toasts.Say(widgets.Toast{
				Text:   said,
				Action: w.Voice.Say("window.redo", nil), Key: w.capOf(fyne.KeyY), Do: w.redo,
			})
		}
	})
}

// undoneBy returns what an undo was about in the end, past all undos of undos,
// and whether it brought that back.
func (w *Window) undoneBy(ctx context.Context, undo app.BatchInfo) (first app.BatchInfo, back bool, err error) {
	first = undo
	for back = true; err == nil && !first.Undoes.IsZero(); back = !back {
		first, err = w.Book.Batch(ctx, first.Undoes)
	}
	return first, back, err
}

// undid is an undo that stands.
type undid struct {
	undo app.ID
	what app.ID // that it took back; zero until that was read
}

// nameUndone notes what an undo took back, if nothing else was done since.
func (w *Window) nameUndone(undo, what app.ID) {
	for i, u := range w.undone {
		if u.undo == undo {
			w.undone[i].what = what
		}
	}
}

// forgetUndone drops the undo that brought a batch back, and those that took it.
func (w *Window) forgetUndone(undo, what app.ID) {
	w.undone = slices.DeleteFunc(w.undone, func(u undid) bool { return u.undo == undo || u.what == what })
}

// toldOf names a change and when it was made.
func (w *Window) toldOf(b app.BatchInfo) app.Args {
	return app.Args{"What": w.Voice.Act(b.Act), "When": w.Voice.Moment(b.At, w.Clock())}
}

// entries is how many records a batch changed.
func entries(b app.BatchInfo) int { return int(b.Last - b.First + 1) }
