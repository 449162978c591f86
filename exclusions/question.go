// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Nature says who can answer for a fact. The zero Nature is Plain.
type Nature uint8

const (
	Plain  Nature = iota // it is seen from papers and circumstances
	Judged               // a person must judge: intent, knowledge, crime, what could be foreseen, what the policy conditions leave out
)

// A Question is one row of a vocabulary: a fact, the question to put to a
// person, and the usual answer. The zero Question is none.
type Question struct {
	Fact   Fact
	JA     string // the question in Japanese
	EN     string // the question in English
	Nature Nature
	Usual  Truth // Unknown where silence may not be filled, as for all that is Judged
}

// Text returns the question for people who read the language, or the name of
// the fact if the wording has no questions.
func (q Question) Text(tag language.Tag) string {
	if s := text.In(tag, q.JA, q.EN); s != "" {
		return s
	}
	return string(q.Fact)
}
