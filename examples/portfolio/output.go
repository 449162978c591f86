// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"fmt"
	"io/fs"

	"golang.org/x/text/language"

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

// in returns the one of two texts that is in the language.
func in(lang language.Tag, ja, en string) string {
	if lang == language.Japanese {
		return ja
	}
	return en
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
