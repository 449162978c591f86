// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A request is what the flags state.
type request struct {
	applied  period.Date
	sales    premium.Sales
	discount yen.Ratio
	prorata  coverage.Reading
	given    map[string]bool // the names of the flags that were given
}

// An answer is what the command prints: a quote, or the refusal or the referral
// in its place.
type answer struct {
	Applied    period.Date        `json:"applied"`
	Sales      *sales             `json:"sales,omitempty"`
	Membership *period.Membership `json:"membership,omitempty"`
	Quote      *premium.Quote     `json:"quote,omitempty"`
	Sheet      *clause.Sheet      `json:"sheet,omitempty"`
	Setting    *setting           `json:"setting,omitempty"`
	Refusal    *reason            `json:"refusal,omitempty"`
	Referral   *reason            `json:"referral,omitempty"`
	Assumed    []remark           `json:"assumed"`
	Warnings   []remark           `json:"warnings"`
}

// sales are the sales of the request.
type sales struct {
	Amount     yen.Amount `json:"amount"`
	Basis      string     `json:"basis"`
	FiscalYear int        `json:"fiscalYear,omitempty"`
}

// A setting is the standard setting, for which the table has its premiums.
type setting struct {
	Liability  yen.Amount `json:"liability"`  // per claim and in the policy period
	Deductible yen.Amount `json:"deductible"` // of liability
	Litigation yen.Amount `json:"litigation"` // per claim and in the policy period
}

// A reason says why there is no premium.
type reason struct {
	Code   string `json:"code"`
	Clause string `json:"clause"`
	Bound  string `json:"bound,omitempty"` // the date to tell the applicant, or the sales at which the table starts or ends
	JA     string `json:"ja"`
	EN     string `json:"en"`
}

func newReason(f *fault.Error) *reason { return &reason{f.Reason.Code(), f.Clause, f.Want, f.JA, f.EN} }

// Text returns the reason in the language.
func (r reason) Text(lang language.Tag) string { return in(lang, r.JA, r.EN) }

// A remark is a sentence about the answer.
type remark struct {
	Code string `json:"code"`
	JA   string `json:"ja"`
	EN   string `json:"en"`
}

// noPremium returns the reason for which there is no premium, or nil if there is one.
func (a answer) noPremium() *reason {
	if a.Refusal != nil {
		return a.Refusal
	}
	return a.Referral
}

// answer joins the member on the day of application and computes the premium.
func (r request) answer() (answer, error) {
	a := answer{
		Applied:  r.applied,
		Warnings: r.warnings(),
	}
	m, err := jisa2024.Calendar().Join(r.applied)
	if f, ok := errors.AsType[*fault.Error](err); ok && f.JA != "" {
		a.Refusal = newReason(f)
		a.Assumed = r.assumed("applied")
		return a, nil
	}
	if err != nil {
		return answer{}, err
	}
	a.Membership = &m
	a.Sales = &sales{r.sales.Amount, r.sales.Basis, r.sales.FiscalYear}

	scheme, err := jisa2024.New(r.readings()...)
	if err != nil {
		return answer{}, err
	}
	tariff := scheme.Tariff()
	risk := premium.Risk{Sales: r.sales, Term: premium.Term{Months: m.Months, Days: m.Days, YearDays: m.YearDays}}
	if r.discount != (yen.Ratio{}) {
		risk.Adjust = append(risk.Adjust, jisa2024.RiskDiscount(r.discount))
	}
	q, err := tariff.Quote(risk)
	if f, ok := errors.AsType[*fault.Error](err); ok && f.JA != "" {
		a.Referral = newReason(f)
		a.Assumed = r.assumed("applied", "sales", "basis", "fiscal-year")
		return a, nil
	}
	if err != nil {
		return answer{}, err
	}
	s, err := tariff.Sheet(risk)
	if err != nil {
		return answer{}, err
	}
	standard := func(id option.ID) yen.Amount {
		amount, _ := jisa2024.Standard()[id].Amount()
		return amount
	}
	a.Quote, a.Sheet = &q, &s
	a.Setting = &setting{
		standard(jisa2024.LiabilityLimit), standard(jisa2024.LiabilityDeductible), standard(jisa2024.LitigationLimit),
	}
	a.Assumed = r.assumed("applied", "sales", "basis", "fiscal-year", "discount")
	if !risk.Term.IsFullYear() {
		a.Assumed = append(a.Assumed, r.assumed("prorata")...)
	}
	a.Assumed = append(a.Assumed, remark{"setting",
		"支払限度額と免責金額は、標準的な設定としています。",
		"The limits and the deductible are those of the standard setting."})
	return a, nil
}

// readings returns the readings of the tariff.
func (r request) readings() []coverage.Reading {
	var all []coverage.Reading
	if r.prorata != "" {
		all = append(all, r.prorata)
	}
	if r.sales.Basis == jisa2024.TotalSales {
		all = append(all, jisa2024.SalesTotal)
	}
	return all
}

// assumed returns what was assumed for those of the flags that were not given.
func (r request) assumed(flags ...string) []remark {
	all := []remark{}
	for _, name := range flags {
		if !r.given[name] {
			ja, en := r.assumption(name)
			all = append(all, remark{name, ja, en})
		}
	}
	return all
}

func (r request) assumption(name string) (ja, en string) {
	switch name {
	case "applied":
		return "申込日の指定がないため、" + r.applied.Text(language.Japanese) + "としています。",
			"The day of application is not given; it is taken to be " + r.applied.Text(language.English) + "."
	case "sales":
		return "売上高の指定がないため、" + r.sales.Amount.String() + "としています。",
			"The sales are not given; they are taken to be " + r.sales.Amount.Text(language.English) + "."
	case "basis":
		return "売上高の種類の指定がないため、IT業務の売上高としています（解釈A23）。",
			"The kind of sales is not given; the sales are taken to be those of IT services (reading A23)."
	case "fiscal-year":
		return "会計年度の指定がないため、直近の確定した会計年度の売上高としています。",
			"The fiscal year is not given; it is taken to be the latest confirmed fiscal year."
	case "discount":
		return "リスク評価割引の指定がないため、割引なしとしています。",
			"The risk-assessment discount is not given; no discount is applied."
	default: // prorata
		return "中途加入の保険料の計算方法の指定がないため、月割としています（解釈A27）。",
			"The premium of a mid-term joiner is not specified; it is charged pro rata by month (reading A27)."
	}
}

// warnings returns what the applicant has to check.
func (r request) warnings() []remark {
	if r.sales.CanBeLatest(r.applied.Year(), r.applied.Month()) {
		return []remark{}
	}
	year := strconv.Itoa(r.sales.FiscalYear)
	return []remark{{"fiscal-year",
		"要確認：" + year + "年に終了する会計年度は、" + r.applied.Text(language.Japanese) + "の申込みにおける直近の確定した会計年度ではないと考えられます。",
		"To check: a fiscal year that ends in " + year + " does not appear to be the latest confirmed one on " + r.applied.Text(language.English) + "."}}
}
