// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// TestFigures holds the forms of an amount that may be unknown.
func TestFigures(t *testing.T) {
	for _, c := range []struct {
		figure     yen.Figure
		text, json string
	}{
		{yen.Figure{}, "", "null"},
		{yen.Exactly(0), "0円", "0"},
		{yen.Exactly(3_500 * yen.Man), yen.Exactly(3_500 * yen.Man).String(), "35000000"},
	} {
		b, err := json.Marshal(c.figure)
		var back yen.Figure
		if err != nil || string(b) != c.json || c.figure.String() != c.text ||
			json.Unmarshal(b, &back) != nil || back != c.figure {
			t.Errorf("%q %s %v", c.figure, b, err)
		}
	}
	for _, s := range []string{`"x"`, "1.5", "{}"} {
		x := yen.Exactly(7)
		if err := x.UnmarshalJSON([]byte(s)); !errors.Is(err, fault.ErrSyntax) || x != yen.Exactly(7) {
			t.Errorf("%s: %v %v", s, x, err)
		}
	}
}

func FuzzFigureJSON(f *testing.F) {
	for _, s := range []string{"null", "0", "35000000", "-1", "1.5", "1e6", `"1"`, "9223372036854775808", "{}", " 7 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		was := yen.Exactly(7)
		x := was
		if err := json.Unmarshal([]byte(s), &x); err != nil {
			if x != was {
				t.Errorf("%q: %v, and %v", s, err, x)
			}
			return
		}
		var again yen.Figure
		if b, err := json.Marshal(x); err != nil || json.Unmarshal(b, &again) != nil || again != x {
			t.Errorf("%q reads as %v, written %s, %v", s, x, b, err)
		}
	})
}
