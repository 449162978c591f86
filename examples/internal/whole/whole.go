// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package whole writes a file that is there with all that was written to it, or not at all:
// until it ends, it has another name in the same folder.
package whole

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is one that is being written. The zero File is not usable; Create begins one, and
// End must end it.
type File struct {
	*bufio.Writer
	file *os.File
	name string
	mode fs.FileMode
}

// Create begins a file. If there is one with the name, the new one takes its place and its
// permissions, once it ends; else it has those of mode. What is there and is no file, such as
// a folder, a link or a device, is left alone with an error.
func Create(name string, mode fs.FileMode) (*File, error) {
	if info, err := os.Lstat(name); err == nil {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is no file", name)
		}
		mode = info.Mode().Perm()
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, err
	}
	return &File{bufio.NewWriterSize(file, 256<<10), file, name, mode}, nil
}

// End gives the file its name or, if err is an error, removes it. It returns that error, or
// the error of giving the name.
func (f *File) End(err error) error {
	if err == nil {
		err = errors.Join(f.Flush(), f.file.Chmod(f.mode), f.file.Sync())
	}
	closed := f.file.Close()
	if err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.file.Name(), f.name)
	}
	if err != nil {
		_ = os.Remove(f.file.Name()) // the error that counts is the first
	}
	return err
}
