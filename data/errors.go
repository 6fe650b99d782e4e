package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"

	"ringback.app/app"
)

// damaged says that the file is not whole.
func damaged(err error) error {
	return &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Err: err}
}

func cancelled(err error) error {
	return &app.Error{Code: app.CodeCancelled, Key: "error.book.cancelled", Err: err}
}

// stopped returns an error once the work shall stop.
func stopped(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	return nil
}

// storage turns what the file system says about a place into a sentence.
func storage(doing, path string, err error) error {
	var known *app.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	e := &app.Error{
		Code: app.CodeStorage, Key: "error.book.storage",
		Args: app.Args{"Path": path}, Err: fmt.Errorf("%s: %w", doing, err),
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return cancelled(err)
	case errors.Is(err, bolterrors.ErrKeyRequired), errors.Is(err, bolterrors.ErrKeyTooLarge),
		errors.Is(err, bolterrors.ErrIncompatibleValue), errors.Is(err, bolterrors.ErrBucketNotFound):
		// We write no such keys: they were read from a bad page.
		return damagedAt(path, err)
	case errors.Is(err, bolterrors.ErrDatabaseNotOpen):
		e.Key = "error.book.closed"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		e.Key = "error.book.disk-full"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		e.Key = "error.book.not-allowed"
	case errors.Is(err, fs.ErrNotExist):
		e.Code, e.Key = app.CodeNotFound, "error.book.no-place"
	case errors.Is(err, syscall.ENAMETOOLONG):
		e.Key = "error.book.long-name"
	}
	return e
}

// called gives an error about an unfinished file the name that the file was to
// have: nobody knows the other one.
func called(name, temp string, err error) error {
	var e *app.Error
	if errors.As(err, &e) && e.Args["Path"] == temp {
		e.Args["Path"] = name
	}
	return err
}

// notFound says that the book has no such record.
func notFound(kind app.Kind, id app.ID) error {
	key := map[app.Kind]string{
		app.KindCustomer:  "error.book.no-customer",
		app.KindPurchase:  "error.book.no-purchase",
		app.KindCall:      "error.book.no-call",
		app.KindOpinion:   "error.book.no-opinion",
		app.KindComplaint: "error.book.no-complaint",
		app.KindPlan:      "error.book.no-plan",
	}[kind]
	return &app.Error{Code: app.CodeNotFound, Key: key, Args: app.Args{"ID": id.String()}}
}

// firstOf does one thing after the other, up to the first error.
func firstOf(all ...func() error) error {
	for _, one := range all {
		if err := one(); err != nil {
			return err
		}
	}
	return nil
}
