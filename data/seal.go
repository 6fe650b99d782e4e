package data

// seal is the one pair of functions that every value passes on its way into
// the file and out of it. It is told where the value lies, so that a value
// cannot be moved to another place unnoticed.
type seal interface {
	// seal returns the value as it is written.
	seal(b bucket, key, plain []byte) ([]byte, error)
	// open returns the value as it was given; it may alias what is written.
	open(b bucket, key, written []byte) ([]byte, error)
}

// unsealed writes values as they are. A key of the owner's takes its place once
// books can be locked.
type unsealed struct{}

func (unsealed) seal(_ bucket, _, plain []byte) ([]byte, error)   { return plain, nil }
func (unsealed) open(_ bucket, _, written []byte) ([]byte, error) { return written, nil }
