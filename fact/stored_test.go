// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"testing"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
)

// TestStored stores answers and sets, and refuses what has no form.
func TestStored(t *testing.T) {
	set := fact.MustParse("a=yes b=disputed")
	form, err := set.Vocabulary().Form("a")
	if err != nil {
		t.Fatal(err)
	}
	cases.Stored(t, fact.Yes, fact.Disputed, set, fact.Set{}, set.Vocabulary(), form)
	var v fact.Vocabulary
	var f fact.Form
	if v.UnmarshalJSON(nil) == nil || f.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}
