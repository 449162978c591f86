// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// The reasons for which a tariff or a request is refused, to be tested with
// [errors.Is].
var (
	ErrTable      = errors.New("invalid table")
	ErrTariff     = errors.New("no tariff, or an invalid one")
	ErrSales      = errors.New("sales out of range")
	ErrTerm       = errors.New("no such term")
	ErrAdjustment = errors.New("no such adjustment, or it stands twice")
	ErrRate       = errors.New("rate out of bounds")
	ErrPremium    = errors.New("premium out of range")
	ErrBasis      = errors.New("sales of different bases or fiscal years")
)

// An Error says which function refused what, and why.
type Error struct {
	Func  string // the function or method: "NewTable", "Quote", ...
	Input string // what was refused; Error quotes at most its first 64 bytes
	Err   error  // one of the Err variables of this package
}

// Error returns a text such as: premium.Quote: "-1円": sales out of range.
func (e *Error) Error() string {
	return "premium." + e.Func + ": " + text.Quote(e.Input) + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// The reasons of a [Referral], to be tested with [errors.Is].
var (
	ErrBelow   = errors.New("sales below the table")
	ErrAbove   = errors.New("sales above the table")
	ErrBetween = errors.New("sales between two rows of the table")
)

// A Referral says that a table has no premium for the sales, and that the agent
// (取扱代理店) is the one to ask. It is an error because there is no figure to
// return. The zero Referral gives no reason.
type Referral struct {
	Reason error      // ErrBelow, ErrAbove or ErrBetween
	Sales  yen.Amount // the sales asked for
	Bound  yen.Amount // the sales of the first row, of the last, or of the next one above
	Clause clause.ID  // the clause of that row
}

// Error returns a text such as: premium: sales above the table: 100億1円,
// the bound is 100億円.
func (r *Referral) Error() string {
	if r.Reason == nil {
		return "premium: referred"
	}
	return "premium: " + r.Reason.Error() + ": " + r.Sales.String() + ", the bound is " + r.Bound.String()
}

// Unwrap returns the reason.
func (r *Referral) Unwrap() error { return r.Reason }

// Text returns the referral as a sentence for the applicant, in the language.
func (r *Referral) Text(tag language.Tag) string {
	bound := r.Bound.Text(tag)
	switch r.Reason {
	case ErrBelow:
		return text.In(tag, "売上高"+bound+"未満の保険料は代理店にお問い合わせください。",
			"Sales below "+bound+" are not in the premium table. Please ask the agent.")
	case ErrAbove:
		return text.In(tag, "売上高"+bound+"超の保険料は代理店にお問い合わせください。",
			"Sales above "+bound+" are not in the premium table. Please ask the agent.")
	case ErrBetween:
		return text.In(tag, "保険料表の行と行の間の売上高です（次の行は"+bound+"）。保険料は代理店にお問い合わせください。",
			"The sales lie between two rows of the premium table, of which the next is "+bound+". Please ask the agent.")
	}
	return text.In(tag, "代理店にお問い合わせください。", "Please ask the agent.")
}
