// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Question declares a fact, with the question to put to a person and the default
// answer. The zero Question declares none.
type Question struct {
	Fact Name   `json:"fact"`
	JA   string `json:"ja"` // the question in Japanese
	EN   string `json:"en"` // the question in English

	// Judged says that a person must judge: on intent, knowledge, crime,
	// foreseeability, or what the policy conditions exclude. Such a fact has no
	// default answer.
	Judged  bool  `json:"judged,omitzero"`
	Default Truth `json:"default,omitzero"` // the default answer; Unknown if there is none

	// After is the fact to ask about first. This question follows only once that
	// one is answered and this one can still change the outcome. If After is
	// empty, this question is asked at once.
	After Name `json:"after,omitzero"`
}

// Text returns the question in the language, or the name of the fact if there is
// no text.
func (q Question) Text(tag language.Tag) string {
	if s := text.In(tag, q.JA, q.EN); s != "" {
		return s
	}
	return text.Line(string(q.Fact))
}
