// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
)

// A refusal is the reason for which an application does not lead to a policy
// period (受付期間外). The zero refusal has no reason.
type refusal struct {
	reason *fault.Reason
	date   Date // to tell the applicant
	by     clause.ID
}

// of returns the error for a day at the path.
func (r refusal) of(op, path string, day Date) error {
	ja, en := r.words(day)
	return &fault.Error{
		Op: "period." + op, Path: path, Input: day.String(), Want: r.date.String(),
		Reason: r.reason, Clause: string(r.by),
		JA: strings.ReplaceAll(ja, "DATE", r.date.Text(language.Japanese)),
		EN: strings.ReplaceAll(en, "DATE", r.date.Text(language.English)),
	}
}

// words returns what the applicant is told.
func (r refusal) words(day Date) (ja, en string) {
	switch r.reason {
	case fault.ErrNotOpen:
		return "受付期間外です（募集開始前）。DATEからお申し込みいただけます。",
			"Enrolment is not open yet. It opens on DATE."
	case fault.ErrClosed:
		return "受付期間外です（募集期間終了）。DATEから、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from DATE."
	case fault.ErrNotStarted:
		return "この保険年度の補償はDATEに始まります。", "Cover in this scheme year starts on DATE."
	case fault.ErrTooLate:
		return "受付期間外です。この保険年度の申込期限はDATEでした。次の保険年度にご加入いただけます。",
			"The last day to apply for this scheme year was DATE. You can join the next scheme year."
	}
	if day.Compare(r.date) > 0 {
		return "受付期間外です。この保険年度はDATEに終了しました。次の保険年度にご加入いただけます。",
			"This scheme year ended on DATE. You can join the next scheme year."
	}
	return "受付期間外です。この保険年度はDATEに終了します。次の保険年度にご加入いただけます。",
		"This scheme year ends on DATE. You can join the next scheme year."
}
