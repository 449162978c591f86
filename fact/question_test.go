// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
)

func TestQuestionText(t *testing.T) {
	for _, c := range []struct {
		q      fact.Question
		ja, en string
	}{
		{fact.Question{}, "", ""},
		{fact.Question{Fact: "fire"}, "fire", "fire"},
		{fact.Question{Fact: "fire", JA: "火災ですか"}, "火災ですか", "fire"},
		{fact.Question{Fact: "fire", JA: "火災ですか", EN: "Was it a fire?"}, "火災ですか", "Was it a fire?"},
	} {
		if ja, en := c.q.Text(language.Japanese), c.q.Text(language.English); ja != c.ja || en != c.en {
			t.Errorf("%+v: %s, %s", c.q, ja, en)
		}
	}
}
