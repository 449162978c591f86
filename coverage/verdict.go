// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Verdict is the result for an item or for a whole claim, on the facts entered.
// The zero Verdict is Open, so a Verdict that was never set grants nothing.
type Verdict uint8

const (
	// Open says of an item that its verdict depends on facts that are unknown; of
	// a claim, that Least and Most differ or a limit is unstated.
	Open Verdict = iota

	// Covered says of an item that an insuring agreement grants it and no
	// exclusion applies. A claim is never Covered.
	Covered

	// Payable says of a claim that an amount is payable. An item is never Payable.
	Payable

	// Excluded says of an item that an exclusion applies; of a claim, that every
	// item is Excluded.
	Excluded

	// OutsideTrigger says of an item that the third-party claim, the discovery or
	// the cost is outside the policy period or the incident response period; of a
	// claim, that every item is OutsideTrigger.
	OutsideTrigger

	// NotCovered says of an item that no insuring agreement grants it. A claim of
	// only such items is NothingDue.
	NotCovered

	// NothingDue says of a claim that it is decided, nothing is payable, and it is
	// neither Excluded nor OutsideTrigger. An item is never NothingDue.
	NothingDue
)

// String returns a stable code, such as outside-trigger.
func (v Verdict) String() string {
	codes := []string{"open", "covered", "payable", "excluded", "outside-trigger", "not-covered", "nothing-due"}
	if int(v) < len(codes) {
		return codes[v]
	}
	return "%!Verdict(" + strconv.Itoa(int(v)) + ")"
}

// Text returns the verdict in words, in the language.
func (v Verdict) Text(tag language.Tag) string {
	switch v {
	case Open:
		return text.In(tag, "確認中", "open")
	case Covered:
		return text.In(tag, "補償対象", "covered")
	case Payable:
		return text.In(tag, "お支払い", "payable")
	case Excluded:
		return text.In(tag, "免責事由に該当", "excluded")
	case OutsideTrigger:
		return text.In(tag, "保険期間の要件を満たさない", "outside the policy period")
	case NotCovered:
		return text.In(tag, "補償対象外", "not covered")
	case NothingDue:
		return text.In(tag, "お支払額0円", "nothing payable")
	}
	return v.String()
}

// MarshalText returns Verdict.String.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }
