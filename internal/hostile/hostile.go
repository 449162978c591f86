// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package hostile runs a package's tests a second time with every variable of
// the decimal package set to a value that breaks whoever reads it. Any package
// of a program may set them, so no figure of this module may depend on them.
package hostile

import (
	"os"
	"os/exec"
	"runtime"
	"testing"

	"github.com/shopspring/decimal"
)

const env = "BAISEKI_HOSTILE_DECIMAL"

// Main runs the tests of a package. In the process that [Rerun] starts, the
// variables are hostile from the start.
func Main(m *testing.M) {
	if os.Getenv(env) != "" {
		decimal.DivisionPrecision = 1
		decimal.PowPrecisionNegativeExponent = 1
		decimal.ExpMaxIterations = 1
		decimal.MaxDecodeExponent = 1
		decimal.MarshalJSONWithoutQuotes = true
		decimal.TrimTrailingZeros = false
		decimal.UseScientificNotation = true
		decimal.Zero = decimal.New(7, 3)
	}
	os.Exit(m.Run())
}

// Rerun runs the tests and examples of the calling package, all but this one,
// in a process of their own with the hostile values.
func Rerun(t *testing.T) {
	if os.Getenv(env) != "" {
		t.Skip("this is the second run")
	}
	if runtime.GOOS == "js" || runtime.GOOS == "wasip1" {
		t.Skip("no processes here")
	}
	t.Parallel()
	cmd := exec.Command(os.Args[0], "-test.short", "-test.count=1")
	cmd.Env = append(os.Environ(), env+"=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("with hostile decimal variables: %v\n%s", err, out)
	}
}
