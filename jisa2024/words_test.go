// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"strings"
	"testing"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
)

// TestNeverWords reads the words with which a question for a date says that it has not come.
func TestNeverWords(t *testing.T) {
	rules, err := jisa2024.Rules()
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, q := range rules.Dates {
		_, word, taught := strings.Cut(q.JA, "「")
		if !taught {
			continue
		}
		words++
		word, _, _ = strings.Cut(word, "」")
		if m, err := period.ParseMoment(word); err != nil || !m.IsNever() {
			t.Errorf("%s: %s is read as %v, %v", q.Fact, word, m, err)
		}
	}
	if words < 8 {
		t.Errorf("only %d questions have such a word", words)
	}
}
