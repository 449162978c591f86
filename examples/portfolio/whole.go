// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A whole is a file that is there with all that was written to it, or not at all: until it
// is kept, it has another name in the same folder.
type whole struct {
	*bufio.Writer
	file *os.File
	name string
	mode os.FileMode
}

// create begins a file, in place of one with the name, if that is a file.
func create(name string) (*whole, error) {
	mode := os.FileMode(0o644)
	if info, err := os.Lstat(name); err == nil {
		if !info.Mode().IsRegular() {
			return nil, output(fmt.Errorf("%s is no file", name))
		}
		mode = info.Mode().Perm()
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, output(err)
	}
	return &whole{bufio.NewWriterSize(file, 256<<10), file, name, mode}, nil
}

// end gives the file its name if there was no error, and removes it otherwise.
func (w *whole) end(err error) error {
	if err == nil {
		return w.keep()
	}
	w.drop()
	return err
}

// keep gives the file its name.
func (w *whole) keep() error {
	err := errors.Join(w.Flush(), w.file.Chmod(w.mode), w.file.Close())
	if err == nil {
		err = os.Rename(w.file.Name(), w.name)
	}
	if err != nil {
		w.drop()
	}
	return output(err)
}

// drop removes the file. What could not be written need not be there.
func (w *whole) drop() {
	w.file.Close()
	_ = os.Remove(w.file.Name())
}

// errOutput says that the output cannot be written.
var errOutput = errors.New("output")

// output says of an error that it is one of the output.
func output(err error) error {
	if err == nil || errors.Is(err, errOutput) {
		return err
	}
	return fmt.Errorf("%w: %w", errOutput, err)
}
