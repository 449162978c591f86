// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"database/sql/driver"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
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

	// OutsidePeriod says of an item that the third-party claim, the discovery or
	// the cost is outside the policy period or the incident response period; of a
	// claim, that every item is OutsidePeriod.
	OutsidePeriod

	// NotCovered says of an item that no insuring agreement grants it. A claim of
	// only such items is NothingPayable.
	NotCovered

	// NothingPayable says of a claim that it is decided, nothing is payable, and it is
	// neither Excluded nor OutsidePeriod. An item is never NothingPayable.
	NothingPayable
)

// words returns the code of a verdict, and the verdict in both languages.
func (v Verdict) words() (code, ja, en string) {
	all := [...][3]string{
		Open:           {"open", "確認中", "open"},
		Covered:        {"covered", "補償対象", "covered"},
		Payable:        {"payable", "お支払い", "payable"},
		Excluded:       {"excluded", "免責事由に該当", "excluded"},
		OutsidePeriod:  {"outside-period", "保険期間の要件を満たさない", "outside the policy period"},
		NotCovered:     {"not-covered", "補償対象外", "not covered"},
		NothingPayable: {"nothing-payable", "お支払額0円", "nothing payable"},
	}
	if int(v) < len(all) {
		return all[v][0], all[v][1], all[v][2]
	}
	code = "%!Verdict(" + strconv.Itoa(int(v)) + ")"
	return code, code, code
}

// String returns a stable code, such as outside-period.
func (v Verdict) String() string {
	code, _, _ := v.words()
	return code
}

// Text returns the verdict in words, in the language.
func (v Verdict) Text(tag language.Tag) string {
	_, ja, en := v.words()
	return text.In(tag, ja, en)
}

// MarshalText returns Verdict.String.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the code of a verdict. It returns a [*fault.Error] with
// [fault.ErrUnknown] for another text; v is then unchanged.
func (v *Verdict) UnmarshalText(b []byte) error {
	for k := Open; k <= NothingPayable; k++ {
		if string(b) == k.String() {
			*v = k
			return nil
		}
	}
	return &fault.Error{Op: "coverage.Verdict.UnmarshalText", Input: text.Cut(b), Reason: fault.ErrUnknown}
}

// Value returns Verdict.String for a column of a database, and Scan reads it.
func (v Verdict) Value() (driver.Value, error) { return strict.Value(v) }

// Scan is described with [Verdict.Value].
func (v *Verdict) Scan(src any) error { return strict.Scan("coverage.Verdict.Scan", src, v) }
