// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
)

// A whole is a file that is there with all that was written to it, or not at all: until it
// is kept, it has another name in the same folder.
type whole struct {
	*bufio.Writer
	file *os.File
	name string
}

func create(name string) (*whole, error) {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, err
	}
	return &whole{bufio.NewWriterSize(file, 256<<10), file, name}, nil
}

// keep gives the file its name, in place of one that had it.
func (w *whole) keep() error {
	err := errors.Join(w.Flush(), w.file.Chmod(0o644), w.file.Close())
	if err == nil {
		err = os.Rename(w.file.Name(), w.name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(w.file.Name()))
	}
	return nil
}

// drop removes the file. What could not be written need not be there.
func (w *whole) drop() {
	w.file.Close()
	_ = os.Remove(w.file.Name())
}
