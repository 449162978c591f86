// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Referral is a referral to the agent (取扱代理店への照会): the table has no
// premium for the sales. It is an error because there is no premium to return.
// The zero Referral has no reason.
type Referral struct {
	Reason *fault.Reason // fault.ErrNotStated, ErrBelow, ErrAbove or ErrBetween
	Sales  yen.Amount    // the sales of the risk
	// Bound is the sales of the first row with ErrBelow, of the last row with
	// ErrAbove, of the next row above with ErrBetween, and 0円 with ErrNotStated.
	Bound yen.Amount
	// Clause is the clause of that row. With ErrNotStated it is the clause of the
	// sales basis.
	Clause clause.ID
}

// Error returns the referral as a text, such as
//
//	premium: sales above the table: 100億1円, the bound is 100億円
func (r *Referral) Error() string {
	switch r.Reason {
	case nil:
		return "premium: referral to the agent"
	case fault.ErrNotStated:
		return "premium: " + r.Reason.Error()
	}
	return "premium: " + r.Reason.Error() + ": " + r.Sales.String() + ", the bound is " + r.Bound.String()
}

// Unwrap returns the reason, or nil if there is none.
func (r *Referral) Unwrap() error {
	if r.Reason == nil {
		return nil
	}
	return r.Reason
}

// Text returns the referral for the applicant, in the language.
func (r *Referral) Text(tag language.Tag) string {
	bound, ja, en := r.Bound.Text(tag), "", ""
	switch r.Reason {
	case fault.ErrNotStated:
		return text.In(tag, "売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。",
			"Sales are not stated. State the sales of the latest confirmed fiscal year.")
	case fault.ErrBelow:
		ja, en = "売上高"+bound+"未満の", "The premium table has no premium for sales below "+bound+". "
	case fault.ErrAbove:
		ja, en = "売上高"+bound+"超の", "The premium table has no premium for sales above "+bound+". "
	case fault.ErrBetween:
		ja = "売上高が保険料表の行と行の間にあります（次の行は" + bound + "）。"
		en = "The sales are between two rows of the premium table (the next row is " + bound + "). "
	}
	return text.In(tag, ja+"保険料は、取扱代理店にご確認ください。", en+"Ask the agent for the premium.")
}
