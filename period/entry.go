// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An Entry is the way in which a member joined. The zero Entry represents no
// way of joining.
type Entry uint8

const (
	_           Entry = iota
	InWindow          // applied in the enrolment window, for the base period
	AfterWindow       // applied after the window, for the base period if the agent accepts
	MidTerm           // applied later, from a start after that of the base period
	LastDay           // as MidTerm, for the hours of the last day
)

func entryCodes() []string { return []string{"", "in-window", "after-window", "mid-term", "last-day"} }

// String returns a stable code: in-window, after-window, mid-term or last-day,
// or "" for the zero Entry.
func (e Entry) String() string { return codeOf("Entry", e, entryCodes()) }

// Text returns the entry in the language.
func (e Entry) Text(tag language.Tag) string {
	switch e {
	case InWindow:
		return text.In(tag, "募集期間内の加入", "joined in the enrolment window")
	case AfterWindow:
		return text.In(tag, "募集期間後の申込み・取扱代理店の承諾が必要", "applied after the enrolment window; the agent must accept")
	case MidTerm:
		return text.In(tag, "中途加入", "joined mid-term")
	case LastDay:
		return text.In(tag, "最終日のみの加入", "joined for the last day only")
	}
	return e.String()
}

// MarshalText returns [Entry.String]. It returns a [*fault.Error] with
// [fault.ErrRange] if e is none of the constants.
func (e Entry) MarshalText() ([]byte, error) { return marshalCode("Entry", e, entryCodes()) }

// UnmarshalText sets e to the entry with the code b; an empty text gives the
// zero Entry. It returns a [*fault.Error] with [fault.ErrSyntax], and leaves e
// unchanged, if b is not a code.
func (e *Entry) UnmarshalText(b []byte) error { return unmarshalCode("Entry", e, b, entryCodes()) }
