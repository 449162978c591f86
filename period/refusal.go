// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"errors"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of a [Refusal], to be tested with [errors.Is].
var (
	ErrNotOpen    = errors.New("enrolment is not open yet")
	ErrClosed     = errors.New("enrolment has closed")
	ErrNotStarted = errors.New("the edition has not started yet")
	ErrTooLate    = errors.New("too late to join this edition")
	ErrEnded      = errors.New("the edition has ended")
)

// A Refusal says why there is no cover to join, and the date that the applicant
// has to be told. The zero Refusal gives no reason.
type Refusal struct {
	Reason error // one of the Err variables above
	Day    Date  // the day of application, or the day for which cover is wanted
	// Date is, with ErrNotOpen, the day on which enrolment opens; with
	// ErrClosed, the first day on which an application is taken again; with
	// ErrNotStarted, the first day of cover; with ErrTooLate, the day that was
	// the last one to apply; with ErrEnded, the last day of the edition.
	Date   Date
	Clause clause.ID // the clause that the refusal rests on
}

// Error returns a text such as: period: 2024-05-01: enrolment is not open yet:
// opens on 2024-05-07.
func (r *Refusal) Error() string {
	says := ""
	switch r.Reason {
	case ErrNotOpen:
		says = ": opens on "
	case ErrClosed:
		says = ": applications are taken again from "
	case ErrNotStarted:
		says = ": first day "
	case ErrTooLate:
		says = ": the last day to apply was "
	case ErrEnded:
		says = ": last day "
	default:
		return "period: " + r.Day.String() + ": refused"
	}
	return "period: " + r.Day.String() + ": " + r.Reason.Error() + says + r.Date.String()
}

// Unwrap returns the reason.
func (r *Refusal) Unwrap() error { return r.Reason }

// Text returns the refusal as a sentence for the applicant, in the language.
func (r *Refusal) Text(tag language.Tag) string {
	ja, en := r.Date.Text(language.Japanese), r.Date.Text(language.English)
	switch r.Reason {
	case ErrNotOpen:
		return text.In(tag, "募集開始前です。"+ja+"からお申し込みいただけます。",
			"Enrolment is not open yet. It opens on "+en+".")
	case ErrClosed:
		return text.In(tag, "募集は締め切られました。次の受付は"+ja+"からです（中途加入）。",
			"The enrolment window has closed. Applications are taken again from "+en+", for mid-term joining.")
	case ErrNotStarted:
		return text.In(tag, "この年度の補償は"+ja+"に始まります。",
			"Cover under this edition starts on "+en+".")
	case ErrTooLate:
		return text.In(tag, "この年度の申込期限は"+ja+"でした。次年度の制度をご案内します。",
			"The last day to apply under this edition was "+en+". The next edition is the one to join.")
	case ErrEnded:
		if r.Day.Compare(r.Date) > 0 {
			return text.In(tag, "この年度の制度は"+ja+"に終了しています。次年度の制度をご案内します。",
				"This edition ended on "+en+". The next edition is the one to join.")
		}
		return text.In(tag, "この年度の制度は"+ja+"で終了します。次年度の制度をご案内します。",
			"This edition ends on "+en+". The next edition is the one to join.")
	}
	return text.In(tag, "お引き受けできません。", "Refused.")
}
