package data

import "testing"

func TestFoldersOfOtherMachinesAreTold(t *testing.T) {
	for name, test := range map[string]struct {
		magic uint32
		want  bool
	}{
		"NFS": {0x6969, true}, "SMB 2": {0xFE534D42, true}, "ext4": {0xEF53, false}, "tmpfs": {0x01021994, false},
	} {
		if got := networkFileSystem(test.magic); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if onNetwork("/proc/version") {
		t.Error("/proc is said to be of another machine")
	}
}
