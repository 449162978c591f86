// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An Entry is the way in which a member joined. The zero Entry represents no
// way of joining.
type Entry string

const (
	InWindow    Entry = "in-window"    // applied in the enrolment window, for the base period
	AfterWindow Entry = "after-window" // applied after the window, for the base period if the agent accepts
	MidTerm     Entry = "mid-term"     // applied later, from a start after that of the base period
	LastDay     Entry = "last-day"     // as MidTerm, for the hours of the last day
)

// Text returns the entry in the language, or its code if it is unknown.
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
	return text.Line(string(e))
}
