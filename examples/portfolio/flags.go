// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/fault"
)

// check refuses flags that do not go together, and an output in the place of another file.
func (j *job) check() error {
	var work []string
	for _, f := range []struct {
		name string
		is   bool
	}{{"-generate", j.generate != 0}, {"-claims", j.claims != ""}, {"-simulate", j.simulate != 0}, {"-plot", j.plot != ""}} {
		if f.is {
			work = append(work, f.name)
		}
	}
	switch {
	case j.lang != language.Japanese && j.lang != language.English:
		return fmt.Errorf("-lang: %v is not ja or en", j.lang)
	case j.in == "-":
		return errors.New("-in: standard input is not read; name a file")
	case len(work) > 1:
		return fmt.Errorf("%s and %s do not go together", work[0], work[1])
	case len(work) > 0 && work[0] != "-generate" && j.out != "":
		return fmt.Errorf("%s does not write to -out", work[0])
	case len(work) > 0 && j.bad != "":
		return fmt.Errorf("%s does not write to -bad", work[0])
	}
	bad := (&spill{job: j}).name()
	if len(work) > 0 || j.out == "" && j.bad == "" {
		bad = ""
	}
	files := []struct{ flag, name string }{
		{"-in", j.in}, {"-claims", j.claims}, {"-scheme", j.scheme}, {"-out", j.out}, {"-bad", bad}, {"-plot", j.plot},
	}
	for i, written := range files {
		for _, other := range files[:i] {
			if i >= 3 && isSame(written.name, other.name) {
				return fmt.Errorf("%s and %s name one file: %s", other.flag, written.flag, written.name)
			}
		}
	}
	return nil
}

// isSame reports whether two names are of one file, whether or not it is there.
func isSame(x, y string) bool {
	if x == "" || y == "" {
		return false
	}
	one, err := os.Stat(x)
	other, failed := os.Stat(y)
	if err == nil && failed == nil {
		return os.SameFile(one, other)
	}
	x, err = filepath.Abs(x)
	y, failed = filepath.Abs(y)
	return err == nil && failed == nil && x == y
}

// oneLine returns an error as one line.
func oneLine(err error, lang language.Tag) string {
	if e, ok := errors.AsType[*officecsv.Error](err); ok {
		return e.Text(lang)
	}
	line, _, _ := strings.Cut(strings.TrimSuffix(err.Error(), "\n"), "\n")
	if n := len(fault.All(err)); n > 1 {
		line += fmt.Sprintf(" (and %d more)", n-1)
	}
	return line
}
