// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Nature says how a question is answered. The zero Nature is Plain.
type Nature uint8

const (
	Plain  Nature = iota // from documents and circumstances
	Judged               // by the judgement of a person: on intent, knowledge, crime, foreseeability, or what the policy conditions exclude
)

// A Question declares a fact of a vocabulary, with the question to put to a person
// and the default answer. The zero Question is invalid.
type Question struct {
	Fact   Fact
	JA     string // the question in Japanese
	EN     string // the question in English
	Nature Nature
	Usual  Truth // the default answer; Unknown if there is none, as for every Judged fact

	// After is the fact to ask about first. This question follows only once that
	// one is answered and this one can still change the outcome. If After is
	// empty, this question is asked at once.
	After Fact
}

// Text returns the question in the language of the tag. If the wording has no
// questions, it returns the name of the fact.
func (q Question) Text(tag language.Tag) string {
	if s := text.In(tag, q.JA, q.EN); s != "" {
		return s
	}
	return string(q.Fact)
}
