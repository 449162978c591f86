// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// referral returns the error that refers the applicant to the agent
// (取扱代理店への照会), because the table has no premium for the sales. The bound is
// the sales of the row that is nearest.
func referral(op string, why *fault.Reason, sales, bound yen.Amount, by clause.ID) error {
	e := &fault.Error{Op: op, Input: sales.String(), Want: bound.String(), Reason: why, Clause: string(by)}
	ja, en := bound.Text(language.Japanese), bound.Text(language.English)
	switch why {
	case fault.ErrNotStated:
		e.Input, e.Want = "", ""
		e.JA = "売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。"
		e.EN = "Sales are not stated. State the sales of the latest confirmed fiscal year."
		return e
	case fault.ErrBelow:
		e.JA, e.EN = "売上高"+ja+"未満の", "The premium table has no premium for sales below "+en+". "
	case fault.ErrAbove:
		e.JA, e.EN = "売上高"+ja+"超の", "The premium table has no premium for sales above "+en+". "
	default:
		e.JA = "売上高が保険料表の行と行の間にあります（次の行は" + ja + "）。"
		e.EN = "The sales are between two rows of the premium table (the next row is " + en + "). "
	}
	e.JA, e.EN = e.JA+"保険料は、取扱代理店にご確認ください。", e.EN+"Ask the agent for the premium."
	return e
}
