// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"time"

	"github.com/baiseki/baiseki/yen"
)

// Sales are the sales of one fiscal year, as declared or as shown by the
// accounts. The zero Sales are not stated.
type Sales struct {
	Amount     yen.Amount `json:"amount"`              // in yen, not below zero; 0円 if not stated
	Basis      string     `json:"basis,omitzero"`      // the ID of the kind of sales, as in Rules; "" if unknown
	FiscalYear int        `json:"fiscalYear,omitzero"` // the calendar year in which the fiscal year ends; 0 if unknown
}

// CanBeLatest reports whether the fiscal year of the sales can be the latest
// confirmed fiscal year at an application in the given month. It assumes fiscal
// years of twelve months and accounts that are confirmed by the end of the third
// month after the fiscal year. For an application in the year Y, a fiscal year
// that ended in
//
//	Y+1 or later      cannot be, because it has not ended
//	Y or Y-1          can be
//	Y-2               can be until March of Y: the next one may have ended on 31 December of Y-1
//	Y-3 or earlier    cannot be, because the next one was confirmed by March of Y-1
//
// CanBeLatest returns true if the fiscal year is 0, which is unknown, or if year
// is not above 0. True does not mean that the fiscal year is the latest one.
func (s Sales) CanBeLatest(year int, month time.Month) bool {
	const lastMonthToConfirm = time.March // for a fiscal year that ends in December
	switch age := year - s.FiscalYear; {
	case s.FiscalYear == 0 || year <= 0 || age == 0 || age == 1:
		return true
	case age == 2:
		return month <= lastMonthToConfirm
	}
	return false
}
