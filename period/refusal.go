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
	next   Date // on which another period starts, for an application too late for the wanted one
	by     clause.ID
}

// of returns the error for a day at the path.
func (r refusal) of(op, path string, day Date) error {
	ja, en := r.words(day)
	return &fault.Error{
		Op: "period." + op, Path: path, Input: day.String(), Want: r.date.String(),
		Reason: r.reason, Clause: string(r.by),
		JA: r.dated(ja, language.Japanese), EN: r.dated(en, language.English),
	}
}

// dated returns what the applicant is told with the dates in it.
func (r refusal) dated(words string, tag language.Tag) string {
	words = strings.ReplaceAll(words, "DATE", r.date.Text(tag))
	return strings.ReplaceAll(words, "NEXT", r.next.Text(tag))
}

// words returns what the applicant is told.
func (r refusal) words(day Date) (ja, en string) {
	switch r.reason {
	case fault.ErrRange:
		return "ご希望の日に始まる補償はありません。次の補償開始日はDATEです。",
			"No cover starts on that day. The next start is DATE."
	case fault.ErrNotOpen:
		return "受付期間外です（募集開始前）。DATEからお申し込みいただけます。",
			"Enrolment is not open yet. It opens on DATE."
	case fault.ErrClosed:
		return "受付期間外です（募集期間終了）。DATEから、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from DATE."
	case fault.ErrNotStarted:
		return "この保険年度の補償はDATEに始まります。", "Cover in this scheme year starts on DATE."
	case fault.ErrTooLate:
		if !r.next.IsZero() {
			return "ご希望の日に始まる補償の申込期限はDATEでした。NEXTに始まる補償にお申し込みいただけます。",
				"The last day to apply for cover from that day was DATE. You can apply for cover from NEXT."
		}
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
