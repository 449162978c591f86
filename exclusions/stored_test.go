// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/cases"
)

// TestStored stores a wording, and refuses what has no form.
func TestStored(t *testing.T) {
	w := exclusions.Wording{Rules: []exclusions.Rule{
		{Clause: clause.Clause{ID: "A"}, When: exclusions.All(exclusions.Is("a"), exclusions.Not(exclusions.Is("b")))}}}
	s, err := exclusions.New(w)
	if err != nil {
		t.Fatal(err)
	}
	bound, err := s.Bind(s.Facts().Yes("a"))
	if err != nil {
		t.Fatal(err)
	}
	finding, _ := bound.Finding("A")
	cases.Stored(t, w, w.Rules[0].When, exclusions.Cond{}, s, bound, finding)
	var schedule exclusions.Schedule
	var b exclusions.Bound
	if schedule.UnmarshalJSON(nil) == nil || b.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}
