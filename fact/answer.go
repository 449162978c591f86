// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// An Answer records the answer to one question and where it came from. The zero
// Answer is NotAsked.
type Answer uint8

// The answers.
const (
	NotAsked   Answer = iota // nobody was asked
	StatedNo                 // somebody answered no
	StatedYes                // somebody answered yes
	Disputed                 // the answers contradict each other
	NotKnown                 // somebody was asked and does not know
	AssumedNo                // nobody was asked, and the default answer no is used
	AssumedYes               // nobody was asked, and the default answer yes is used
)

// Stated returns StatedYes if so, and StatedNo if not.
func Stated(so bool) Answer {
	if so {
		return StatedYes
	}
	return StatedNo
}

// Truth returns Yes or No as the answer says, and Unknown if it says neither.
func (a Answer) Truth() Truth {
	switch a {
	case StatedYes, AssumedYes:
		return Yes
	case StatedNo, AssumedNo:
		return No
	}
	return Unknown
}

// Stated reports whether somebody answered yes or no.
func (a Answer) Stated() bool { return a == StatedNo || a == StatedYes }

// Assumed reports whether the answer is a default answer.
func (a Answer) Assumed() bool { return a == AssumedNo || a == AssumedYes }

// answerWords returns the codes of the answers, in their order.
func answerWords() [7]string {
	return [...]string{"not-asked", "no", "yes", "disputed", "not-known", "assumed-no", "assumed-yes"}
}

// String returns not-asked, no, yes, disputed, not-known, assumed-no or
// assumed-yes.
func (a Answer) String() string {
	if all := answerWords(); int(a) < len(all) {
		return all[a]
	}
	return "%!Answer(" + strconv.Itoa(int(a)) + ")"
}

// Text returns the answer in the language: yes or no, marked if it is a default
// answer, or why there is neither. [ParseAnswer] reads it.
func (a Answer) Text(tag language.Tag) string {
	switch a {
	case NotAsked:
		return text.In(tag, "未確認", "not asked")
	case Disputed:
		return text.In(tag, "争いあり", "disputed")
	case NotKnown:
		return text.In(tag, "不明", "unknown")
	case StatedNo, StatedYes:
		return a.Truth().Text(tag)
	case AssumedNo, AssumedYes:
		return a.Truth().Text(tag) + text.In(tag, "（通常の想定）", " (default answer)")
	}
	return a.String()
}

// ParseAnswer parses a text that [Answer.String] or [Answer.Text] returns, in either
// language: yes, はい, 不明 or いいえ（通常の想定）. For any other text it returns a
// [*fault.Error] with [fault.ErrSyntax].
func ParseAnswer(s string) (Answer, error) {
	if a, ok := coded(s); ok {
		return a, nil
	}
	for a := range AssumedYes + 1 {
		if s == a.Text(language.Japanese) || s == a.Text(language.English) {
			return a, nil
		}
	}
	return NotAsked, unread("fact.ParseAnswer", s)
}

// coded returns the answer with the code.
func coded(s string) (Answer, bool) {
	for a, word := range answerWords() {
		if s == word {
			return Answer(a), true
		}
	}
	return NotAsked, false
}

// unread returns the error for a text that is no answer.
func unread(op, input string) error {
	return &fault.Error{
		Op: op, Input: text.Cut(input), Want: words, Reason: fault.ErrSyntax,
		JA: "「はい」「いいえ」「不明」のいずれかで答えてください。", EN: "Answer yes, no or unknown.",
	}
}

// MarshalText returns the text of String. It returns a [*fault.Error] with
// [fault.ErrRange] if a is none of the constants.
func (a Answer) MarshalText() ([]byte, error) {
	if a > AssumedYes {
		return nil, &fault.Error{Op: "fact.Answer.MarshalText", Input: a.String(), Reason: fault.ErrRange}
	}
	return []byte(a.String()), nil
}

// UnmarshalText parses a text of [Answer.String], and no other form. On error, which
// is that of [ParseAnswer], it leaves a unchanged.
func (a *Answer) UnmarshalText(b []byte) error {
	parsed, ok := coded(text.Head(b, longestName))
	if !ok {
		return unread("fact.Answer.UnmarshalText", text.Cut(b))
	}
	*a = parsed
	return nil
}
