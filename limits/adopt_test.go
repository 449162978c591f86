// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
)

// TestAdopt takes over series of heads a and b to a program with b and c.
func TestAdopt(t *testing.T) {
	p, err := program(limits.Group(limits.On("b"), limits.On("c")).Then(limits.Aggregate("L", option.Yen(100))), nil)
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{
		"a 10 0; b 20 15":                   "b 20 15; c 0 0", // losses of a of which nothing is due
		"b 20 15 20 4 count 3":              "b 20 15 20 4 count 3; c 0 0",
		"reduced 5; a 0 0; b 20 15 bears 5": "reduced 5; b 20 15 bears 5; c 0 0",
		"a 10 0; b 20 20 hours 36":          "b 20 20 hours 36; c 0 0",
		"b 20 15; c 7 0":                    "b 20 15; c 7 0", // its own heads
		"":                                  "",
		"a 10 1; b 20 15":                   "a", // the head that is not there
		"a 10 0 1; b 20 15":                 "a",
		"a 10 0 bears 1; b 20 15":           "a",
		"b 20 15; c 7 0; d 1 1":             "d",
	} {
		s, err := limits.ParseSeries(from)
		if err != nil {
			t.Fatal(from, err)
		}
		got, err := p.Adopt(s)
		f := new(fault.Error)
		switch {
		case errors.As(err, &f):
			if f.Op != "limits.Adopt" || f.Reason != fault.ErrUnknown || f.Input != want || got != (limits.Series{}) {
				t.Errorf("%q: %v %v", from, got, err)
			}
		case got.String() != want:
			t.Errorf("%q becomes %q, want %q", from, got, want)
		}
	}
	s, err := limits.ParseSeries("a 10 1")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := (limits.Program{}).Adopt(s); err != nil || got != s {
		t.Error(got, err)
	}
}
