// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Basis is the kind of sales that a figure states (reading A23). The zero Basis
// is ITServices.
type Basis uint8

const (
	ITServices Basis = iota // sales of IT services (IT業務に関する売上高)
	TotalSales              // all sales of the company
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

// Text returns the basis for people who read the language.
func (b Basis) Text(tag language.Tag) string {
	switch b {
	case ITServices:
		return text.In(tag, "直近の確定した会計年度のIT業務の売上高", "those of IT services in the latest confirmed fiscal year")
	case TotalSales:
		return text.In(tag, "直近の確定した会計年度の総売上高", "all sales in the latest confirmed fiscal year")
	}
	return b.String()
}

// Sales is a year's sales as a member declares or proves them. The zero Sales
// are none, of IT services.
type Sales struct {
	Amount     yen.Amount // in yen, not below zero
	Basis      Basis      // what is counted
	FiscalYear int        // the calendar year in which the fiscal year ends; 0 if not said
}
