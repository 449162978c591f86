// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A Quote is an indicative premium (概算保険料) and the policy period for an
// application. It is not a quotation (お見積もり), which the insurer issues. The
// zero Quote has no period and no premium; Record returns [ErrScheme].
type Quote struct {
	Application Application
	Membership  period.Membership

	// Premium is the premium of the tariff for the period. It is the zero Quote if
	// there is a referral.
	Premium premium.Quote

	// Referrals are the reasons for which the tariff has no premium: first the
	// limits and the deductible, then the endorsements, then the sales.
	Referrals []Referral

	// Missing are the parts of the quotation request (お見積もり依頼書) that are not
	// filled in, in the order of the request.
	Missing []clause.Clause

	// Notes are remarks that change no premium.
	Notes []clause.Note

	scheme  *scheme
	between bool // the premium, or its lack, depends on how a premium between two rows is read
}

// A Referral is a referral to the agent (取扱代理店への照会): the tariff does not
// price a term of the application. The zero Referral has no reason.
type Referral struct {
	Clause clause.ID // the clause of the term
	JA, EN string    // the reason as a sentence
}

// Text returns the reason as a sentence, in the language.
func (r Referral) Text(tag language.Tag) string { return text.In(tag, r.JA, r.EN) }

// A Setting is a limit or the deductible of the standard setting (標準的な設定),
// which the tariff prices. The zero Setting has no name and an amount of 0円.
type Setting struct {
	Clauses []clause.ID // of the limit or the deductible
	JA, EN  string      // its name

	// Least and Most are the ends of the printed range, both included. They are
	// equal if one amount is printed.
	Least, Most yen.Amount
}

// Text returns the name and the amount, in the language.
func (s Setting) Text(tag language.Tag) string {
	amount := s.Least.Text(tag)
	if s.Least != s.Most {
		amount = rangeText(tag, s.Least, s.Most)
	}
	return text.In(tag, s.JA+"："+amount, text.Capital(s.EN)+": "+amount)
}

// rangeText returns a range of amounts, both ends included.
func rangeText(tag language.Tag, least, most yen.Amount) string {
	return text.In(tag, least.String()+"から"+most.String()+"まで", least.Text(language.English)+" to "+most.Text(language.English))
}

// Standard returns the limits and the deductible that the tariff prices.
func (s Scheme) Standard() limits.Choices {
	if s.scheme == nil {
		return limits.Choices{}
	}
	return s.rules.Standard
}

// Quote returns the policy period for an application and the indicative premium.
// There is no premium, and a [Referral] for each reason, if
//   - a limit or the deductible is not the standard one, or a sublimit of the
//     costs is outside the printed range,
//   - the application states a reduction for under-declared sales,
//   - an endorsement is attached that not every policy has,
//   - the sales are not stated or the table has no premium for them.
//
// A limit inside a printed range is a note, and so are a fiscal year that cannot
// be the latest confirmed one on the day of application and an application after
// the enrolment window.
//
// Quote returns an [*Error] whose Path is that of the field in a, with
//   - [ErrScheme] for the zero Scheme,
//   - the error of [period.Year.Join], at applied,
//   - [ErrEndorsement] for an endorsement that the scheme does not offer, at
//     attach[i], and for an endorsement and a limit that do not match,
//   - an error of package limits for a choice that is out of range, such as that
//     at choices.deductible,
//   - [premium.ErrBasis] and [premium.ErrSales], at sales.basis and sales.amount,
//   - [premium.ErrAdjustment] and [premium.ErrRate], at adjust[i].clause and
//     adjust[i].rate, whether or not there is a premium,
//   - [premium.ErrPremium], at adjust, and [premium.ErrTerm], at applied, if the
//     tariff cannot price the application.
func (s Scheme) Quote(a Application) (Quote, error) {
	if s.scheme == nil {
		return Quote{}, &Error{Func: "Quote", Err: ErrScheme}
	}
	a.Attach, a.Adjust = slices.Clone(a.Attach), slices.Clone(a.Adjust)
	q := Quote{Application: a, scheme: s.scheme}
	var err error
	if q.Membership, err = s.rules.Year.Join(a.Applied); err != nil {
		return Quote{}, &Error{Func: "Quote", Path: "applied", Err: err}
	}
	if _, _, err := s.build("Quote", "attach", a.Attach, a.Choices); err != nil {
		return Quote{}, err
	}
	q.refer()
	if err := q.price(); err != nil {
		return Quote{}, err
	}
	q.miss()
	q.note()
	return q, nil
}

// build returns the schedule and the program of a policy, for the function that
// errors name. The endorsements are in the given field of its input.
func (s *scheme) build(by, field string, attach []clause.ID, c limits.Choices) (exclusions.Schedule, limits.Program, error) {
	schedule := s.schedule
	for i, id := range attach {
		with, err := schedule.With(id)
		if err != nil {
			return exclusions.Schedule{}, limits.Program{}, &Error{Func: by, Path: index(field, i), Input: string(id), Err: ErrEndorsement}
		}
		schedule = with
	}
	program, err := s.rules.Program(c, slices.Collect(schedule.Attached()))
	if err == nil {
		return schedule, program, nil
	}
	path, input := "choices", ""
	if e := (*Error)(nil); errors.As(err, &e) {
		path, input, err = e.Path, e.Input, e.Err
		if path == attachedPath {
			path = field
		}
	}
	return exclusions.Schedule{}, limits.Program{}, &Error{Func: by, Path: path, Input: input, Err: err}
}

// attachedPath is the path of the endorsements in the errors of [Rules.Program].
const attachedPath = "attached"

func index(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// refer adds the referrals for the limits, the deductible and the endorsements.
func (q *Quote) refer() {
	r := &q.scheme.rules
	switch {
	case r.Refer != nil:
		referrals, notes := r.Refer(q.Application.Choices)
		q.Referrals, q.Notes = slices.Clone(referrals), slices.Clone(notes)
	case q.Application.Choices != r.Standard:
		q.Referrals = []Referral{{r.Setting.ID,
			"標準的な設定と異なるお申込みです。保険料は、取扱代理店にご確認ください。",
			"The application is not for the standard setting. Ask the agent for the premium."}}
	}
	for _, e := range r.Wording.Endorsements {
		if id := e.Clause.ID; slices.Contains(q.Application.Attach, id) && !slices.Contains(r.Attached, id) {
			q.Referrals = append(q.Referrals, Referral{id,
				"「" + e.Clause.JA + "」を付帯した場合の保険料は、取扱代理店にご確認ください。",
				"The premium table has no premium with the " + e.Clause.EN + ". Ask the agent for the premium."})
		}
	}
}

// price sets the premium, or adds the referral for the sales.
func (q *Quote) price() error {
	fail := func(path, input string, err error) error {
		return &Error{Func: "Quote", Path: path, Input: input, Err: err}
	}
	a, tariff := &q.Application, q.scheme.rules.Tariff
	if a.Sales.Amount != 0 { // otherwise they are not stated, whatever the basis
		switch _, err := tariff.Reduction(a.Sales, a.Sales); {
		case errors.Is(err, premium.ErrBasis):
			return fail("sales.basis", a.Sales.Basis.String(), premium.ErrBasis)
		case errors.Is(err, premium.ErrSales):
			return fail("sales.amount", a.Sales.Amount.String(), premium.ErrSales)
		}
	}
	term := tariff.Term(q.Membership.Months, q.Membership.Days, q.Membership.YearDays)
	if i, err := adjust(tariff, term, a.Adjust); errors.Is(err, premium.ErrAdjustment) {
		return fail(index("adjust", i)+".clause", string(a.Adjust[i].Clause), premium.ErrAdjustment)
	} else if errors.Is(err, premium.ErrRate) {
		return fail(index("adjust", i)+".rate", a.Adjust[i].Rate.String(), premium.ErrRate)
	}
	priced, err := tariff.Quote(a.Sales.Amount, term, a.Adjust...)
	var referral *premium.Referral
	switch {
	case errors.As(err, &referral):
		q.between = errors.Is(err, premium.ErrBetween)
		q.Referrals = append(q.Referrals, Referral{referral.Clause, referral.Text(language.Japanese), referral.Text(language.English)})
	case errors.Is(err, premium.ErrTerm):
		return fail("applied", a.Applied.String(), premium.ErrTerm)
	case errors.Is(err, premium.ErrPremium):
		return fail("adjust", "", premium.ErrPremium)
	case err != nil:
		return fail("", "", err)
	case len(q.Referrals) == 0:
		q.Premium, q.between = priced, priced.Price.Origin != premium.Published
	}
	return nil
}

// adjust returns the index of the first adjustment that the tariff refuses, and
// why. It asks at sales that the table prices, because the table comes first.
func adjust(tariff premium.Tariff, term premium.Term, all []premium.Adjustment) (int, error) {
	if len(all) == 0 {
		return 0, nil
	}
	sales := yen.Yen
	var below *premium.Referral
	if _, err := tariff.Quote(sales, term); errors.As(err, &below) {
		sales = below.Bound
	}
	for i := range all {
		if _, err := tariff.Quote(sales, term, all[:i+1]...); err != nil {
			return i, err
		}
	}
	return 0, nil
}

// miss lists the parts of the request that are not filled in.
func (q *Quote) miss() {
	a := &q.Application
	answers := []bool{a.Business != "", a.Sales.Amount > 0, a.Certifications != "", a.Security != "", a.Legal != "", a.Losses != "", true}
	for i, c := range q.scheme.rules.Request {
		if i < len(answers) && !answers[i] {
			q.Missing = append(q.Missing, c)
		}
	}
}

// MissingText returns the parts of the quotation request that are not filled in
// as a sentence, in the language, or "" if there are none.
func (q Quote) MissingText(tag language.Tag) string {
	if len(q.Missing) == 0 {
		return ""
	}
	titles := make([]string, len(q.Missing))
	for i, c := range q.Missing {
		titles[i] = c.Text(tag)
	}
	return text.In(tag, "お見積もり依頼書に未記入の項目があります："+strings.Join(titles, "、"),
		"Still needed for a quotation: "+strings.Join(titles, "; "))
}

// note adds the notes on the fiscal year and the enrolment window.
func (q *Quote) note() {
	r, a := &q.scheme.rules, &q.Application
	if !a.Sales.CanBeLatest(a.Applied.Year(), a.Applied.Month()) {
		year, ja, en := strconv.Itoa(a.Sales.FiscalYear), a.Applied.Text(language.Japanese), a.Applied.Text(language.English)
		n := clause.Note{
			Clause: r.Sales,
			JA:     "ご申告の売上高は" + year + "年に終了した会計年度のものです。お申込日（" + ja + "）には、より新しい会計年度の売上高が確定していると考えられます。直近の確定した会計年度の売上高をご申告ください。",
			EN:     "The declared sales are those of the fiscal year that ended in " + year + ". A later fiscal year should be confirmed on the day of application, " + en + ". State the sales of the latest confirmed fiscal year.",
		}
		if a.Sales.FiscalYear > a.Applied.Year() {
			n.JA = "ご申告の売上高は" + year + "年に終了する会計年度のもので、お申込日（" + ja + "）には確定していません。直近の確定した会計年度の売上高をご申告ください。"
			n.EN = "The declared sales are those of a fiscal year that ends in " + year + " and is not confirmed on the day of application, " + en + ". State the sales of the latest confirmed fiscal year."
		}
		q.Notes = append(q.Notes, n)
	}
	if q.Membership.Entry == period.AfterWindow {
		q.Notes = append(q.Notes, clause.Note{
			Clause: r.Year.WindowClause.ID,
			JA:     "募集期間後のお申込みのため、取扱代理店の承諾が必要です。",
			EN:     "The application is after the enrolment window: the agent must accept it.",
		})
	}
}

// Settings returns the standard setting, which the tariff prices, to be shown
// beside the premium. It does not depend on the application.
func (q Quote) Settings() []Setting {
	if q.scheme == nil {
		return nil
	}
	return cloneSettings(q.scheme.rules.Settings)
}

func cloneSettings(all []Setting) []Setting {
	all = slices.Clone(all)
	for i := range all {
		all[i].Clauses = slices.Clone(all[i].Clauses)
	}
	return all
}

// Readings returns the readings of the scheme that shaped the quote, in the order
// of the scheme. They are found by the IDs of the 2024 edition:
//   - A1 if a deductible other than the standard one is chosen,
//   - A2 if an aggregate limit of the costs is chosen,
//   - A6 after the enrolment window, A7 on the last day, and A8 in both cases and
//     for a mid-term joiner,
//   - A17 if the additional insureds endorsement is attached,
//   - A23 if the sales are stated,
//   - A24 always,
//   - A26 if the sales are between two rows and that decides the premium or a
//     referral,
//   - A27 if there is a premium for a part of the year.
func (q Quote) Readings() []Reading {
	if q.scheme == nil {
		return nil
	}
	r, a, m := &q.scheme.rules, &q.Application, &q.Membership
	shaped := map[string]bool{
		"A1":  a.Choices.Deductible != r.Standard.Deductible,
		"A2":  a.Choices.Costs.Overall != 0,
		"A6":  m.Entry == period.AfterWindow,
		"A7":  m.Entry == period.LastDay,
		"A8":  m.Entry != period.InWindow,
		"A17": slices.Contains(a.Attach, exclusions.AdditionalInsureds),
		"A23": a.Sales.Amount != 0,
		"A24": true,
		"A26": q.between,
		"A27": m.Days != m.YearDays && len(q.Referrals) == 0,
	}
	var all []Reading
	for _, x := range r.Readings {
		if shaped[x.ID] {
			all = append(all, x.clone())
		}
	}
	return all
}

// Record returns the policy with the given number on the terms of the quote,
// whether or not there is a premium. Recording does not create a contract. It
// returns the errors of [Scheme.Record].
func (q Quote) Record(number string) (Policy, error) {
	return Scheme{q.scheme}.Record(Terms{
		Edition:  Scheme{q.scheme}.Edition().ID,
		Number:   number,
		Company:  q.Application.Company,
		Business: q.Application.Business,
		Applied:  q.Application.Applied,
		Period:   q.Membership.Period,
		First:    q.Application.First,
		Sales:    q.Application.Sales,
		Choices:  q.Application.Choices,
		Attached: q.Application.Attach,
	})
}
