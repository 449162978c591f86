// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Refusal is the reason for which an application does not lead to a policy
// period (受付期間外), with the date to tell the applicant. The zero Refusal has
// no reason.
type Refusal struct {
	Reason *fault.Reason // one of the five for Date
	Day    Date          // the day of application, or the wanted day of cover
	// Date depends on the reason:
	//   - fault.ErrNotOpen: the first day of the enrolment window
	//   - fault.ErrClosed: the first day on which applications are accepted again
	//   - fault.ErrNotStarted: the first day of the base period
	//   - fault.ErrTooLate: the last day of application
	//   - fault.ErrEnded: the last day of the base period
	Date   Date
	Clause clause.ID // the clause that applies
}

// Error returns the refusal as a text, such as
//
//	period: 2024-05-01: enrolment is not open yet: opens on 2024-05-07
func (r *Refusal) Error() string {
	says, _, _ := r.words()
	if says == "" {
		return "period: " + r.Day.String() + ": refused"
	}
	return "period: " + r.Day.String() + ": " + r.Reason.Error() + ": " + says + " " + r.Date.String()
}

// Unwrap returns the reason, or nil if there is none.
func (r *Refusal) Unwrap() error {
	if r.Reason == nil {
		return nil
	}
	return r.Reason
}

// Text returns the refusal for the applicant, in the language.
func (r *Refusal) Text(tag language.Tag) string {
	_, ja, en := r.words()
	return strings.ReplaceAll(text.In(tag, ja, en), "DATE", r.Date.Text(tag))
}

// words returns what the error says of the date, and what the applicant is told.
func (r *Refusal) words() (says, ja, en string) {
	switch r.Reason {
	case fault.ErrNotOpen:
		return "opens on", "受付期間外です（募集開始前）。DATEからお申し込みいただけます。",
			"Enrolment is not open yet. It opens on DATE."
	case fault.ErrClosed:
		return "applications are accepted again from", "受付期間外です（募集期間終了）。DATEから、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from DATE."
	case fault.ErrNotStarted:
		return "first day", "この保険年度の補償はDATEに始まります。", "Cover in this scheme year starts on DATE."
	case fault.ErrTooLate:
		return "the last day to apply was", "受付期間外です。この保険年度の申込期限はDATEでした。次の保険年度にご加入いただけます。",
			"The last day to apply for this scheme year was DATE. You can join the next scheme year."
	case fault.ErrEnded:
		if r.Day.Compare(r.Date) > 0 {
			return "last day", "受付期間外です。この保険年度はDATEに終了しました。次の保険年度にご加入いただけます。",
				"This scheme year ended on DATE. You can join the next scheme year."
		}
		return "last day", "受付期間外です。この保険年度はDATEに終了します。次の保険年度にご加入いただけます。",
			"This scheme year ends on DATE. You can join the next scheme year."
	}
	return "", "お申し込みを受け付けられません。", "The application cannot be accepted."
}
