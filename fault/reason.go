// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fault

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Reason is why an input is refused. Its code is stable: it may be retired,
// and is never given to another reason. The zero Reason has no code and no
// sentence.
type Reason struct{ code, en, ja string }

// Code returns the stable code, such as syntax, or "" for a nil Reason.
func (r *Reason) Code() string {
	if r == nil {
		return ""
	}
	return r.code
}

// MarshalText returns [Reason.Code].
func (r *Reason) MarshalText() ([]byte, error) { return []byte(r.Code()), nil }

// UnmarshalJSON returns an [*Error] with [ErrMisplaced]: a reason is one of the
// variables of this package, which a program compares.
func (*Reason) UnmarshalJSON([]byte) error { return unread("fault.Reason") }

func unread(op string) error { return &Error{Op: op, Want: "the Code", Reason: ErrMisplaced} }

// Error returns the reason in English, without a period.
func (r *Reason) Error() string {
	if r == nil {
		return "no reason"
	}
	return r.en
}

// Text returns the sentence for the person who made the input, in the language.
func (r *Reason) Text(tag language.Tag) string {
	if r == nil {
		return ""
	}
	return text.In(tag, r.ja+"。", text.Capital(r.en)+".")
}

// The reasons, to be tested with [errors.Is].
var (
	ErrSyntax    = &Reason{"syntax", "invalid syntax", "書式が正しくありません"}
	ErrMissing   = &Reason{"missing", "missing", "入力がありません"}
	ErrUnknown   = &Reason{"unknown", "unknown name", "登録されていない名称です"}
	ErrDuplicate = &Reason{"duplicate", "duplicate", "重複しています"}
	ErrRange     = &Reason{"range", "out of range", "範囲外の値です"}
	ErrFraction  = &Reason{"fraction", "not a whole number of yen", "1円未満の端数があります"}
	ErrOverflow  = &Reason{"overflow", "result too large", "計算結果が大きすぎます"}
	ErrSize      = &Reason{"size", "too many parts, or nested too deeply", "数が多すぎるか、入れ子が深すぎます"}
	ErrDate      = &Reason{"date", "no such date or time", "存在しない日時です"}
	ErrOrder     = &Reason{"order", "in the wrong order", "前後の順序が正しくありません"}
	ErrMisplaced = &Reason{"misplaced", "not allowed here", "ここには指定できません"}
	ErrConflict  = &Reason{"conflict", "contradicts other input", "他の入力と矛盾しています"}
	ErrOpen      = &Reason{"open", "depends on a figure that is not stated", "設定されていない金額によって変わります"}
	ErrJudged    = &Reason{"judged", "default answer for a fact that a person must judge", "担当者の判断事項に、通常の想定は設定できません"}
	ErrPolicy    = &Reason{"policy", "of a different policy", "別の契約のものです"}
	ErrScheme    = &Reason{"scheme", "missing or different scheme", "制度が指定されていないか、別の制度のものです"}
)

// The reasons of a refused application.
var (
	ErrNotOpen    = &Reason{"not-open", "enrolment is not open yet", "受付期間外です（募集開始前）"}
	ErrClosed     = &Reason{"closed", "enrolment has closed", "受付期間外です（募集期間終了）"}
	ErrNotStarted = &Reason{"not-started", "the scheme year has not started yet", "この保険年度の補償は始まっていません"}
	ErrTooLate    = &Reason{"too-late", "too late to join this scheme year", "受付期間外です（申込期限経過）"}
	ErrEnded      = &Reason{"ended", "the scheme year has ended", "受付期間外です（保険年度終了）"}
)

// The reasons of a referral to the agent.
var (
	ErrNotStated = &Reason{"not-stated", "not stated", "ご申告がありません"}
	ErrBelow     = &Reason{"below", "below the table", "保険料表の最小の行を下回っています"}
	ErrAbove     = &Reason{"above", "above the table", "保険料表の最大の行を超えています"}
	ErrBetween   = &Reason{"between", "between two rows of the table", "保険料表の行と行の間にあります"}
)
