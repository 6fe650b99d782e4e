package main

import "ringback.app/app"

// forgetCommand erases a customer so that they stay erased.
type forgetCommand struct {
	ID string `arg:"" name:"id"`
	By string `placeholder:"NAME"`
}

type forgottenFields struct {
	ID app.ID `json:"id"`
}

func (c *forgetCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	who, err := s.who(book, c.ID)
	if err != nil {
		return err
	}
	if err := book.Forget(s.ctx, who.ID, c.By); err != nil {
		return err
	}
	if err := s.shelf(book).Renew(s.ctx); err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(forgottenFields{who.ID})
		return nil
	}
	s.out.line(s.say("command.forget.done", app.Args{"Name": s.voice.Called(who)}))
	return nil
}
