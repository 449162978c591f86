// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Basis says where an answer came from, or why there is no answer. The zero
// Basis is NotAsked.
type Basis uint8

const (
	NotAsked Basis = iota // nobody was asked
	Stated                // somebody answered
	Assumed               // nobody was asked, and a default answer is used
	NotKnown              // somebody was asked and does not know
	Disputed              // the answers contradict each other
)

// String returns the English name: not-asked, stated, assumed, not-known or
// disputed.
func (b Basis) String() string {
	switch b {
	case NotAsked:
		return "not-asked"
	case Stated:
		return "stated"
	case Assumed:
		return "assumed"
	case NotKnown:
		return "not-known"
	case Disputed:
		return "disputed"
	}
	return "%!Basis(" + strconv.Itoa(int(b)) + ")"
}

// Text returns the basis in the language of the tag.
func (b Basis) Text(tag language.Tag) string {
	switch b {
	case NotAsked:
		return text.In(tag, "未確認", "not asked")
	case Stated:
		return text.In(tag, "回答あり", "answered")
	case Assumed:
		return text.In(tag, "通常の想定", "default answer")
	case NotKnown:
		return text.In(tag, "不明", "unknown")
	case Disputed:
		return text.In(tag, "争いあり", "disputed")
	}
	return b.String()
}

// An Answer records the answer to one question and where it came from. Truth is
// Yes or No if Basis is Stated or Assumed, and Unknown otherwise. The zero
// Answer means that nobody was asked. Answers are comparable.
type Answer struct {
	Truth Truth
	Basis Basis
}

// String returns yes, no, assumed-yes, assumed-no, not-known, disputed or
// not-asked. The word assumed marks a default answer.
func (a Answer) String() string {
	switch a.Basis {
	case Stated:
		return a.Truth.String()
	case Assumed:
		return "assumed-" + a.Truth.String()
	}
	return a.Basis.String()
}

// Text returns the answer in the language of the tag: the truth, marked if it
// is a default answer, or the basis if there is no truth.
func (a Answer) Text(tag language.Tag) string {
	switch a.Basis {
	case Stated:
		return a.Truth.Text(tag)
	case Assumed:
		return a.Truth.Text(tag) + text.In(tag, "（通常の想定）", " (default answer)")
	}
	return a.Basis.Text(tag)
}

// ParseAnswer parses a text that [Answer.String] returns. It returns an
// [*Error] with [ErrSyntax] if s is any other text.
func ParseAnswer(s string) (Answer, error) {
	for _, a := range []Answer{
		{Yes, Stated}, {No, Stated}, {Yes, Assumed}, {No, Assumed},
		{Basis: NotKnown}, {Basis: Disputed}, {},
	} {
		if s == a.String() {
			return a, nil
		}
	}
	return Answer{}, &Error{Func: "ParseAnswer", Input: s, Err: ErrSyntax}
}

// MarshalText returns the text of String. It returns an [*Error] with
// [ErrSyntax] if Truth and Basis do not match, or if either is invalid.
func (a Answer) MarshalText() ([]byte, error) {
	if b, err := ParseAnswer(a.String()); err != nil || a != b {
		return nil, &Error{Func: "Answer.MarshalText", Input: a.String(), Err: ErrSyntax}
	}
	return []byte(a.String()), nil
}

// UnmarshalText parses an answer as [ParseAnswer] does.
func (a *Answer) UnmarshalText(b []byte) (err error) {
	*a, err = ParseAnswer(string(b))
	return err
}
