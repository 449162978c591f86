// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Verdict is what an item, or a whole claim, comes to on the facts entered.
// The zero Verdict is Open.
type Verdict uint8

const (
	Open           Verdict = iota // what is not known decides it; of a claim: the least and the most differ
	Covered                       // of an item: an agreement grants it and nothing takes it away
	Payable                       // of a claim: something is due
	Excluded                      // an exclusion applies; of a claim: to every item
	OutsideTrigger                // it falls outside the time of the cover; of a claim: every item does
	NotCovered                    // of an item: no insuring agreement reaches it
	NothingDue                    // of a claim: it is decided and nothing is due
)

// String returns a stable code, such as outside-trigger.
func (v Verdict) String() string {
	codes := []string{"open", "covered", "payable", "excluded", "outside-trigger", "not-covered", "nothing-due"}
	if int(v) < len(codes) {
		return codes[v]
	}
	return "%!verdict"
}

// Text returns the verdict for people who read the language.
func (v Verdict) Text(tag language.Tag) string {
	switch v {
	case Open:
		return text.In(tag, "未確定", "open")
	case Covered:
		return text.In(tag, "補償対象", "covered")
	case Payable:
		return text.In(tag, "お支払いあり", "payable")
	case Excluded:
		return text.In(tag, "免責事由に該当", "excluded")
	case OutsideTrigger:
		return text.In(tag, "補償期間の要件外", "outside the trigger")
	case NotCovered:
		return text.In(tag, "補償対象外", "not covered")
	case NothingDue:
		return text.In(tag, "お支払額なし", "nothing due")
	}
	return v.String()
}

// MarshalText returns Verdict.String.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }
