// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
)

// TestStored stores trees and history, and refuses what has no form.
func TestStored(t *testing.T) {
	p := restated(t)
	pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: 50})
	if err != nil {
		t.Fatal(err)
	}
	cases.Stored(t, limits.On("a", limits.Separate("X")), pay.Paid, pay.Series, limits.Paid{}, limits.Series{}, p, pay)
	var program limits.Program
	var payment limits.Payment
	if program.UnmarshalJSON(nil) == nil || payment.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}

// TestSeries looks at what a series says and makes, worked by hand.
func TestSeries(t *testing.T) {
	p := restated(t)
	lost, err := p.Series(limits.Loss{Head: "a", Amount: 50}, limits.Loss{Head: "b", Amount: 20})
	if err != nil || lost.Short() != "a 50 0; b 20 0" || lost.IsZero() || !(limits.Series{}).IsZero() {
		t.Fatal(lost, err)
	}
	if _, err := p.Series(limits.Loss{Head: "c", Amount: 50}); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
	if _, err := (limits.Program{}).Series(); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: 50})
	if err != nil {
		t.Fatal(err)
	}
	paid := pay.Series // a 50 40
	for name, c := range map[string]struct{ got, want string }{
		"paid":                 {lost.Settled().Short(), "a 50 50; b 20 20"},
		"joined":               {paid.Less(paid).Join(lost.Settled().Less(lost)).Short(), "a 0 90; b 0 20"},
		"joined to none":       {limits.Series{}.Join(paid).Short(), "a 50 40"},
		"losses beyond":        {lost.Losses(paid).Short(), "b 20 0"},
		"paid more":            {paid.PaidMore("b", 3).PaidMore("c", 3).Short(), "a 50 40; b 0 3 0"},
		"less than it has not": {paid.Less(lost).Short(), "a 0 40"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
	if part := paid.Of("a"); part != (limits.Part{Loss: 50, Due: 40, Paid: 40, Held: 40}) || paid.Of("c") != (limits.Part{}) {
		t.Error(part)
	}
	if paid.Due() != 40 || paid.Paid() != 40 || pay.Paid.Heads().Total() != 0 {
		t.Error(paid)
	}
	for text, want := range map[string]error{
		"a 50 40": nil, "reduced 5; b 20 20": nil, "": nil, "c 1 1": fault.ErrPolicy, "a 1": fault.ErrSyntax, "b 1 1; a 1 1": fault.ErrOrder,
		"a x": fault.ErrSyntax, "a 1 2 2": fault.ErrRange,
	} {
		if s, err := pay.Paid.Series(text); !errors.Is(err, want) || want == nil && err == nil && s.Short() != text {
			t.Errorf("%q: %v %v", text, s, err)
		}
	}
	for h := range paid.All() {
		if h != "a" {
			t.Error(h)
		}
		break
	}
}
