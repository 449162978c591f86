// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
)

// A Program runs a command with its arguments and returns its exit code.
type Program func(args []string, stdout, stderr io.Writer) int

// Prints demands the exit code and nothing on standard error, and returns what the program
// prints.
func (p Program) Prints(t testing.TB, code int, args string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if got := p(strings.Fields(args), &stdout, &stderr); got != code || stderr.Len() > 0 {
		t.Errorf("%s: code %d, want %d, %s", args, got, code, &stderr)
	}
	return stdout.String()
}

// Refuses demands exit code 2 and one line on standard error, of each list of arguments.
func (p Program) Refuses(t testing.TB, all map[string]string) {
	t.Helper()
	for args, want := range all {
		var stdout, stderr bytes.Buffer
		if code := p(strings.Fields(args), &stdout, &stderr); code != 2 || stdout.Len() > 0 || stderr.String() != want+"\n" {
			t.Errorf("%s: code %d, %s%s", args, code, &stdout, &stderr)
		}
	}
}

// Breaks demands exit code 1 and a line on standard error if the output is closed.
func (p Program) Breaks(t testing.TB, name string) {
	t.Helper()
	var stderr bytes.Buffer
	if code := p(nil, closed{}, &stderr); code != 1 || stderr.String() != name+": "+os.ErrClosed.Error()+"\n" {
		t.Errorf("code %d, %s", code, &stderr)
	}
}

// closed is an output that is closed.
type closed struct{}

// Write returns os.ErrClosed.
func (closed) Write([]byte) (int, error) { return 0, os.ErrClosed }
