// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package whole_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/baiseki/baiseki/examples/internal/whole"
)

// TestFile writes a file, writes it anew, and leaves it as it was where writing fails.
func TestFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "file")
	failed := errors.New("failed")
	for _, x := range []struct {
		text string
		mode fs.FileMode
		err  error
		want string
	}{
		{"one", 0o600, failed, ""}, {"two", 0o600, nil, "two"}, {"three", 0o644, failed, "two"}, {"four", 0o644, nil, "four"},
	} {
		f, err := whole.Create(name, x.mode)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(x.text); err != nil {
			t.Fatal(err)
		}
		if err := f.End(x.err); !errors.Is(err, x.err) {
			t.Errorf("%s: %v", x.text, err)
		}
		got, err := os.ReadFile(name)
		if string(got) != x.want || err != nil && x.want != "" {
			t.Errorf("%s: %q, %v", x.text, got, err)
		}
	}
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
	if all, err := os.ReadDir(folder); len(all) != 1 || err != nil {
		t.Error(all, err)
	}
	if _, err := whole.Create(folder, 0o600); err == nil {
		t.Error("a folder is replaced")
	}
	if _, err := whole.Create(filepath.Join(folder, "none", "file"), 0o600); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
