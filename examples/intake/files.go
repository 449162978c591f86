// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/baiseki/baiseki/coverage"
)

// read gives the bytes of a file to what decodes them.
func read(name string, decode func([]byte) error) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return named(name, decode(b))
}

// named returns an error with the name of the file that is at fault.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, err)
}

// writable returns an error if a file cannot be written, before anybody has answered
// anything.
func writable(name string) error {
	if name == "" {
		return nil
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return named(name, errors.New("not a file"))
	}
	f, err := beside(name)
	if err != nil {
		return err
	}
	f.Close()
	return os.Remove(f.Name())
}

// beside creates a file in the folder of another one, to take its place.
func beside(name string) (*os.File, error) {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		return nil, named(name, failed.Err)
	}
	return f, err
}

// save writes the claim to a file, whole or not at all: what was there stays until all of
// the claim is on the disk. Only the user can read the file.
func save(name string, claim coverage.Claim) error {
	b, err := json.MarshalIndent(claim, "", "  ")
	if err != nil {
		return named(name, err)
	}
	f, err := beside(name)
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(named(name, err), os.Remove(f.Name()))
	}
	return nil
}
