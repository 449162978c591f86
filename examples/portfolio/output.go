// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/baiseki/baiseki/examples/internal/whole"
)

// create begins a file of the output.
func create(name string) (*whole.File, error) {
	f, err := whole.Create(name, 0o644)
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = fmt.Errorf("%s: %w", name, p.Err) // under the name that was given
	}
	return f, output(err)
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
