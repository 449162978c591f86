// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Basis says how an answer came about, or why there is none. The zero Basis
// is NotAsked.
type Basis uint8

const (
	NotAsked Basis = iota // nobody was asked
	Stated                // somebody answered
	Assumed               // nobody answered, and the usual answer was put in
	NotKnown              // somebody was asked and does not know
	Disputed              // the answers that were given contradict each other
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

// Text returns the basis for people who read the language.
func (b Basis) Text(tag language.Tag) string {
	switch b {
	case NotAsked:
		return text.In(tag, "未確認", "not asked")
	case Stated:
		return text.In(tag, "申告", "stated")
	case Assumed:
		return text.In(tag, "仮定", "assumed")
	case NotKnown:
		return text.In(tag, "不明", "not known")
	case Disputed:
		return text.In(tag, "争いあり", "disputed")
	}
	return b.String()
}

// An Answer is what is known of one fact, and on which basis. Its truth is Yes
// or No if the basis is Stated or Assumed, and Unknown otherwise. The zero
// Answer is that nobody was asked. Answers are comparable.
type Answer struct {
	Truth Truth
	Basis Basis
}

// String returns yes, no, assumed-yes, assumed-no, not-known, disputed or
// not-asked.
func (a Answer) String() string {
	switch a.Basis {
	case Stated:
		return a.Truth.String()
	case Assumed:
		return "assumed-" + a.Truth.String()
	}
	return a.Basis.String()
}

// Text returns the answer for people who read the language.
func (a Answer) Text(tag language.Tag) string {
	switch a.Basis {
	case Stated:
		return a.Truth.Text(tag)
	case Assumed:
		return a.Truth.Text(tag) + text.In(tag, "（仮定）", " (assumed)")
	}
	return a.Basis.Text(tag)
}

// ParseAnswer reads what [Answer.String] writes. It returns an [*Error] with
// [ErrSyntax] for anything else.
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

// MarshalText returns what String returns, and an [*Error] with [ErrSyntax]
// for an answer that [ParseAnswer] would not return.
func (a Answer) MarshalText() ([]byte, error) {
	if b, err := ParseAnswer(a.String()); err != nil || a != b {
		return nil, &Error{Func: "Answer.MarshalText", Input: a.String(), Err: ErrSyntax}
	}
	return []byte(a.String()), nil
}

// UnmarshalText reads an answer as [ParseAnswer] does.
func (a *Answer) UnmarshalText(b []byte) (err error) {
	*a, err = ParseAnswer(string(b))
	return err
}
