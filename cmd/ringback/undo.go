package main

import (
	"runtime/debug"

	"ringback.app/app"
	"ringback.app/data"
)

// undoCommand takes back what a batch did.
type undoCommand struct {
	Batch app.ID `arg:"" optional:""`
	By    byName `placeholder:"NAME"`
}

type undoneFields struct {
	Batch   app.ID  `json:"batch"`  // the undo itself, which can be undone
	Undone  app.ID  `json:"undone"` // what it took back
	Act     app.Act `json:"act"`
	Changed int     `json:"changed"`
}

func (c *undoCommand) run(s *session) error {
	defer debug.SetGCPercent(debug.SetGCPercent(importGC)) // it may be an import that goes
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	if err := s.lastOfAll(book, c.Batch); err != nil {
		return err
	}
	applied, err := book.Undo(s.ctx, c.Batch, string(c.By))
	if err != nil {
		return err
	}
	done, err := book.Batch(s.ctx, applied.Batch)
	if err != nil {
		return err
	}
	undone, err := book.Batch(s.ctx, done.Undoes)
	if err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(undoneFields{Batch: applied.Batch, Undone: undone.ID, Act: undone.Act, Changed: applied.Changed})
		return nil
	}
	s.out.line(s.voice.Count("command.undo.done", applied.Changed, app.Args{
		"What": s.voice.Act(undone.Act), "When": s.voice.Moment(undone.At.In(s.zone), s.now()),
		"Number": s.voice.Number(int64(applied.Changed)),
	}))
	if undone.Parts(done) {
		s.out.line(s.voice.Say("window.undone.parted", nil))
	}
	return nil
}

// lastOfAll refuses to take back unnamed what was done before a customer was
// forgotten: who means the last thing done means that, and it cannot be undone.
func (s *session) lastOfAll(book *data.Book, batch app.ID) error {
	if !batch.IsZero() {
		return nil
	}
	last, err := book.LastDone(s.ctx)
	if app.CodeOf(err) == app.CodeNotFound {
		return nil // Undo says so
	}
	if err != nil {
		return err
	}
	forgotten, err := book.ForgottenSince(s.ctx, last.ID)
	if err != nil || !forgotten {
		return err
	}
	return &app.Error{Code: app.CodeConflict, Key: "error.command.undo.forgotten", Args: app.Args{
		"What": s.voice.Act(last.Act), "When": s.voice.Moment(last.At.In(s.zone), s.now()), "Batch": last.ID.String(),
	}}
}
