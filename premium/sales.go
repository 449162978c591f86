// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Basis is the kind of sales in a figure (reading A23). The zero Basis is
// ITServices.
type Basis uint8

const (
	ITServices Basis = iota // the sales of IT services (IT業務に関する売上高)
	TotalSales              // the total sales of the company (総売上高)
)

// String returns a stable code: it-services or total.
func (b Basis) String() string {
	switch b {
	case ITServices:
		return "it-services"
	case TotalSales:
		return "total"
	}
	return "%!Basis(" + strconv.Itoa(int(b)) + ")"
}

// Text returns the basis in the language.
func (b Basis) Text(tag language.Tag) string {
	switch b {
	case ITServices:
		return text.In(tag, "直近の確定した会計年度のIT業務の売上高", "IT services sales of the latest confirmed fiscal year")
	case TotalSales:
		return text.In(tag, "直近の確定した会計年度の総売上高", "total sales of the latest confirmed fiscal year")
	}
	return b.String()
}

// Sales are the sales of one fiscal year, as declared or as shown by the
// accounts. The zero Sales are not stated.
type Sales struct {
	Amount     yen.Amount // in yen, not below zero; 0円 if not stated
	Basis      Basis      // the kind of sales
	FiscalYear int        // the calendar year in which the fiscal year ends; 0 if unknown
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
