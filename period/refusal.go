// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
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

// Code returns a stable code for the reason: not-open, closed, not-started,
// too-late or ended, or "" if there is no reason.
func (r *Refusal) Code() string {
	if r.Reason == nil {
		return ""
	}
	return r.Reason.Code()
}

// Error returns the refusal as a text, such as
//
//	period: 2024-05-01: enrolment is not open yet: opens on 2024-05-07
func (r *Refusal) Error() string {
	says := ""
	switch r.Reason {
	case fault.ErrNotOpen:
		says = ": opens on "
	case fault.ErrClosed:
		says = ": applications are accepted again from "
	case fault.ErrNotStarted:
		says = ": first day "
	case fault.ErrTooLate:
		says = ": the last day to apply was "
	case fault.ErrEnded:
		says = ": last day "
	default:
		return "period: " + r.Day.String() + ": refused"
	}
	return "period: " + r.Day.String() + ": " + r.Reason.Error() + says + r.Date.String()
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
	ja, en := r.Date.Text(language.Japanese), r.Date.Text(language.English)
	switch r.Reason {
	case fault.ErrNotOpen:
		return text.In(tag, "受付期間外です（募集開始前）。"+ja+"からお申し込みいただけます。",
			"Enrolment is not open yet. It opens on "+en+".")
	case fault.ErrClosed:
		return text.In(tag, "受付期間外です（募集期間終了）。"+ja+"から、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from "+en+".")
	case fault.ErrNotStarted:
		return text.In(tag, "この保険年度の補償は"+ja+"に始まります。",
			"Cover in this scheme year starts on "+en+".")
	case fault.ErrTooLate:
		return text.In(tag, "受付期間外です。この保険年度の申込期限は"+ja+"でした。次の保険年度にご加入いただけます。",
			"The last day to apply for this scheme year was "+en+". You can join the next scheme year.")
	case fault.ErrEnded:
		if r.Day.Compare(r.Date) > 0 {
			return text.In(tag, "受付期間外です。この保険年度は"+ja+"に終了しました。次の保険年度にご加入いただけます。",
				"This scheme year ended on "+en+". You can join the next scheme year.")
		}
		return text.In(tag, "受付期間外です。この保険年度は"+ja+"に終了します。次の保険年度にご加入いただけます。",
			"This scheme year ends on "+en+". You can join the next scheme year.")
	}
	return text.In(tag, "お申し込みを受け付けられません。", "The application cannot be accepted.")
}
