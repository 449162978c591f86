// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"errors"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// The reasons of a [Referral], to be tested with [errors.Is].
var (
	ErrNotStated = errors.New("sales are not stated")
	ErrBelow     = errors.New("sales below the table")
	ErrAbove     = errors.New("sales above the table")
	ErrBetween   = errors.New("sales between two rows of the table")
)

// A Referral is a referral to the agent (取扱代理店への照会): the table has no
// premium for the sales. It is an error because there is no premium to return.
// The zero Referral has no reason.
type Referral struct {
	Reason error      // ErrNotStated, ErrBelow, ErrAbove or ErrBetween
	Sales  yen.Amount // the sales of the request
	// Bound is the sales of the first row with ErrBelow, of the last row with
	// ErrAbove, of the next row above with ErrBetween, and 0円 with ErrNotStated.
	Bound yen.Amount
	// Clause is the clause of that row. With ErrNotStated it is the clause of the
	// sales basis, or none if the referral comes from a [Table].
	Clause clause.ID
}

// Code returns a stable code for the reason: not-stated, below, above or
// between, or "" if there is no reason.
func (r *Referral) Code() string {
	switch r.Reason {
	case ErrNotStated:
		return "not-stated"
	case ErrBelow:
		return "below"
	case ErrAbove:
		return "above"
	case ErrBetween:
		return "between"
	}
	return ""
}

// Error returns the referral as a text, such as
//
//	premium: sales above the table: 100億1円, the bound is 100億円
func (r *Referral) Error() string {
	switch r.Reason {
	case nil:
		return "premium: referral to the agent"
	case ErrNotStated:
		return "premium: " + r.Reason.Error()
	}
	return "premium: " + r.Reason.Error() + ": " + r.Sales.String() + ", the bound is " + r.Bound.String()
}

// Unwrap returns the reason.
func (r *Referral) Unwrap() error { return r.Reason }

// Text returns the referral for the applicant, in the language.
func (r *Referral) Text(tag language.Tag) string {
	bound := r.Bound.Text(tag)
	switch r.Reason {
	case ErrNotStated:
		return text.In(tag, "売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。",
			"Sales are not stated. State the sales of the latest confirmed fiscal year.")
	case ErrBelow:
		return text.In(tag, "売上高"+bound+"未満の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales below "+bound+". Ask the agent for the premium.")
	case ErrAbove:
		return text.In(tag, "売上高"+bound+"超の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales above "+bound+". Ask the agent for the premium.")
	case ErrBetween:
		return text.In(tag, "売上高が保険料表の行と行の間にあります（次の行は"+bound+"）。保険料は、取扱代理店にご確認ください。",
			"The sales are between two rows of the premium table (the next row is "+bound+"). Ask the agent for the premium.")
	}
	return text.In(tag, "保険料は、取扱代理店にご確認ください。", "Ask the agent for the premium.")
}
