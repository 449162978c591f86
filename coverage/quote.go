// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A Quote is an indicative premium (概算保険料) and the policy period for an
// application. It is not a quotation (お見積もり), which the insurer issues. The
// zero Quote has no period and no premium; Record returns [fault.ErrScheme].
type Quote struct {
	Application Application       `json:"application,omitzero"`
	Membership  period.Membership `json:"membership,omitzero"`

	// Premium is the premium of the tariff for the period. It is the zero Quote if
	// there is a referral.
	Premium premium.Quote `json:"premium,omitzero"`

	// Referrals are the referrals to the agent (取扱代理店への照会): the reasons, as
	// sentences, for which the tariff has no premium, each with the clause of the term
	// that it does not price. First come the options, then the endorsements, then the sales
	// or another exposure.
	Referrals []clause.Note `json:"referrals,omitzero"`

	// Notes are remarks that change no premium.
	Notes []clause.Note `json:"notes,omitzero"`

	scheme  *scheme
	between bool // the premium, or its lack, depends on how a premium between two rows is read
}

// A Setting is a limit or the deductible of the standard setting (標準的な設定),
// which the tariff prices. The zero Setting has no name and an amount of 0円.
type Setting struct {
	Clauses []clause.ID `json:"clauses,omitzero"` // of the limit or the deductible
	JA      string      `json:"ja,omitzero"`      // its name
	EN      string      `json:"en,omitzero"`      // the same in English

	// Least and Most are the ends of the printed range, both included. They are
	// equal if one amount is printed.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`
}

// Text returns the name and the amount, in the language.
func (s Setting) Text(tag language.Tag) string {
	amount := s.Least.Text(tag)
	if s.Least != s.Most {
		amount = option.Range{Least: s.Least, Most: s.Most}.Text(tag)
	}
	return text.In(tag, s.JA+"："+amount, text.Capital(s.EN)+": "+amount)
}

// Standard returns the limits and the deductible that the tariff prices.
func (s Scheme) Standard() option.Values {
	return maps.Clone(s.data().rules.Standard)
}

// Quote returns the policy period for an application and the indicative premium.
// There is no premium, and a referral for each reason, if
//   - the application states an option with a value that is neither the Standard of its row
//     nor in the Printed range, and that the tariff does not price,
//   - an endorsement is attached that not every policy has and that the tariff does not
//     price, whatever its options are,
//   - the sales or another exposure is not stated, or a table has no premium for it.
//
// A limit inside a printed range is a note, and so are a fiscal year that cannot
// be the latest confirmed one on the day of application and an application after
// the enrolment window.
//
// Quote returns a [*fault.Error] whose Path is that of the field in a, or several
// joined, which [fault.All] lists, with
//   - [fault.ErrScheme] for the zero Scheme,
//   - the error of [period.Schedule.Join], at applied, or of [period.Schedule.JoinOn], at
//     applied or wanted,
//   - [fault.ErrUnknown] for an endorsement that the scheme does not offer, at
//     attach[i],
//   - an error of [option.Table.Settle] at the option, such as [fault.ErrRange] at
//     options.deductible.
//
// For what the tariff cannot price, it returns the errors of
// [premium.Tariff.Quote], each a [*fault.Error] of coverage.Quote with a path such as
// sales.basis, sales.amount, adjust[i].clause and adjust[i].rate; a term that the
// tariff does not charge is at applied. They do not depend on whether there is a
// referral.
func (s Scheme) Quote(a Application) (Quote, error) {
	if s.scheme == nil {
		return Quote{}, &fault.Error{Op: "coverage.Quote", Reason: fault.ErrScheme}
	}
	a.Options, a.Attach, a.Adjust = maps.Clone(a.Options), slices.Clone(a.Attach), slices.Clone(a.Adjust)
	q := Quote{Application: a, scheme: s.scheme}
	var early, wrong error
	if a.Wanted.IsZero() {
		q.Membership, early = s.joining.Join(a.Applied)
	} else {
		q.Membership, early = s.joining.JoinOn(a.Applied, a.Wanted)
	}
	if early != nil {
		early = fault.In("coverage.Quote", "", early)
	}
	if len(a.Options)+len(a.Attach) > 0 {
		wrong = s.accepts(a.Attach, a.Options)
		q.refer()
	} else {
		wrong = s.unstated
	}
	if err := together(early, wrong, q.price(wrong)); err != nil {
		return Quote{}, err
	}
	q.note()
	return q, nil
}

// together returns the errors joined, and one as it is.
func together(all ...error) error {
	if all = slices.DeleteFunc(all, func(err error) bool { return err == nil }); len(all) == 1 {
		return all[0]
	}
	return errors.Join(all...)
}

// attach returns the schedule with endorsements that are in the given field of the
// input of the function that errors name.
func (s *scheme) attach(by, field string, attach []clause.ID) (schedule exclusions.Schedule, err error) {
	schedule = s.schedule
	for i, id := range attach {
		if schedule, err = schedule.With(id); err != nil {
			return schedule, fault.In("coverage."+by, index(field, i), err)
		}
	}
	return schedule, nil
}

// accepts refuses the endorsements and the options of an application.
func (s *scheme) accepts(attach []clause.ID, v option.Values) error {
	schedule, err := s.attach("Quote", "attach", attach)
	if err != nil {
		return err
	}
	return fault.In("coverage.Quote", "", s.rules.Options.Accepts(v, schedule.Attached()...))
}

// refer adds the referrals for the options and the endorsements.
func (q *Quote) refer() {
	r := &q.scheme.rules
	q.referOptions(r.Options)
	for _, e := range r.Wording.Endorsements {
		id, a := e.ID, &q.Application
		if slices.Contains(a.Attach, id) && !slices.Contains(r.Attached, id) && !q.scheme.tariff.PricesWith(id) {
			q.Referrals = append(q.Referrals, note(id,
				"「{}」を付帯した場合の保険料は、取扱代理店にご確認ください。",
				"The premium table has no premium with the {}. Ask the agent for the premium.", e))
		}
	}
}

// risk returns what the tariff computes the premium for.
func (q *Quote) risk() premium.Risk {
	a, m := &q.Application, &q.Membership
	attached := q.scheme.rules.Attached
	if len(a.Attach) > 0 {
		attached = slices.Concat(attached, a.Attach)
	}
	return premium.Risk{
		Sales:    a.Sales,
		Options:  a.Options,
		Attached: attached,
		Term:     premium.Term{Months: m.Months, Days: m.Days, YearDays: m.YearDays},
		Adjust:   a.Adjust,
	}
}

// price sets the premium, or adds the referral for an exposure. Without a tariff there is
// none. Without a period,
// nothing is said of the term, and nothing of the options if something is wrong with them
// or with the endorsements.
func (q *Quote) price(wrong error) error {
	if len(q.scheme.rules.Tariff.Tables) == 0 {
		return nil
	}
	priced, err := q.scheme.tariff.Quote(q.risk())
	switch f, _ := errors.AsType[*fault.Error](err); {
	case f != nil && f.JA != "":
		q.between = f.Reason == fault.ErrBetween
		q.Referrals = append(q.Referrals, clause.Note{Clause: clause.ID(f.Clause), JA: f.JA, EN: f.EN})
	case err != nil:
		var all []error
		for _, f := range fault.All(fault.In("coverage.Quote", "", err)) {
			if strings.HasPrefix(f.Path, "term") { // which follows from the day
				if q.Membership.Period.IsZero() {
					continue
				}
				f.Path, f.Input, f.Want = "applied", q.Application.Applied.String(), ""
			}
			if wrong != nil && strings.HasPrefix(f.Path, "options") {
				continue
			}
			all = append(all, f)
		}
		return together(all...)
	case len(q.Referrals) == 0:
		q.Premium, q.between = priced, priced.Price.Origin != premium.Published
	}
	return nil
}

// Sheet returns the worksheet of the premium, or the zero Sheet if there is none.
func (q Quote) Sheet() clause.Sheet {
	if q.scheme == nil || q.Premium == (premium.Quote{}) {
		return clause.Sheet{}
	}
	sheet, _ := q.scheme.tariff.Sheet(q.risk()) // which has a premium
	return sheet
}

// Missing returns the parts of the quotation request (お見積もり依頼書) that are not
// filled in, in the order of the request.
func (q Quote) Missing() (all []clause.Clause) {
	if q.scheme == nil {
		return nil
	}
	a := &q.Application
	given := map[string]bool{
		"business":       a.Business != "",
		"sales":          a.Sales.Amount > 0,
		"certifications": a.Certifications != "",
		"security":       a.Security != "",
		"legal":          a.Legal != "",
		"losses":         a.Losses != "",
	}
	for _, part := range q.scheme.rules.Request {
		if is, ok := given[part.Field]; ok && !is {
			all = append(all, part.Clause)
		}
	}
	return all
}

// MissingText returns the parts of the quotation request that are not filled in
// as a sentence, in the language, or "" if there are none.
func (q Quote) MissingText(tag language.Tag) string {
	missing := q.Missing()
	if len(missing) == 0 {
		return ""
	}
	return note("", "お見積もり依頼書に未記入の項目があります：{}", "Still needed for a quotation: {}", titles(missing)).Text(tag)
}

// note adds the notes on the fiscal year and the enrolment window.
func (q *Quote) note() {
	r, a := &q.scheme.rules, &q.Application
	if !a.Sales.CanBeLatest(a.Applied.Year(), a.Applied.Month()) {
		ja := "ご申告の売上高は{}年に終了した会計年度のものです。お申込日（{}）には、" +
			"より新しい会計年度の売上高が確定していると考えられます。直近の確定した会計年度の売上高をご申告ください。"
		en := "The declared sales are those of the fiscal year that ended in {}. " +
			"A later fiscal year should be confirmed on the day of application, {}. " +
			"State the sales of the latest confirmed fiscal year."
		if a.Sales.FiscalYear > a.Applied.Year() {
			ja = "ご申告の売上高は{}年に終了する会計年度のもので、お申込日（{}）には確定していません。" +
				"直近の確定した会計年度の売上高をご申告ください。"
			en = "The declared sales are those of a fiscal year that ends in {} " +
				"and is not confirmed on the day of application, {}. " +
				"State the sales of the latest confirmed fiscal year."
		}
		q.Notes = append(q.Notes, note(r.Sales, ja, en, number(a.Sales.FiscalYear), a.Applied))
	}
	first, err := q.scheme.joining.Join(a.Applied)
	if err == nil && !a.Wanted.IsZero() && first.Period != q.Membership.Period {
		q.Notes = append(q.Notes, note(r.Calendar.MidTermClause.ID,
			"最初に加入できる日（{}）より後の開始をご希望のため、取扱代理店にご確認ください。",
			"The wanted start is later than the first, {}: ask the agent.", first.Period.Start()))
	}
	if q.Membership.Entry == period.AfterWindow {
		q.Notes = append(q.Notes, note(r.Calendar.WindowClause.ID,
			"募集期間後のお申込みのため、取扱代理店の承諾が必要です。",
			"The application is after the enrolment window: the agent must accept it."))
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

// Readings returns the open points of the scheme that shaped the quote, in their
// order: those at whose [Stage] the application is, and those of which an option is
// stated other than in the standard setting, or an endorsement attached.
func (q Quote) Readings() OpenPoints {
	if q.scheme == nil {
		return nil
	}
	r, a := &q.scheme.rules, &q.Application
	differs := func(id option.ID) bool {
		v := a.Options[id]
		return !v.IsZero() && v != r.Standard[id]
	}
	attached := func(id clause.ID) bool { return slices.Contains(a.Attach, id) }
	return slices.DeleteFunc(r.Points.clone(), func(p OpenPoint) bool {
		return !q.at(p.Stage) && !slices.ContainsFunc(p.Options, differs) &&
			!slices.ContainsFunc(p.Endorsements, attached)
	})
}

// at reports whether the quote is at a stage.
func (q *Quote) at(s Stage) bool {
	m := &q.Membership
	return map[Stage]bool{
		EveryQuote:          true,
		SalesStated:         q.Application.Sales.Amount != 0,
		BetweenRows:         q.between,
		PartOfYear:          m.Days != m.YearDays && len(q.Referrals) == 0,
		AfterWindow:         m.Entry != period.InWindow,
		AfterWindowWithBase: m.Entry == period.AfterWindow,
		OnLastDay:           m.Entry == period.LastDay,
	}[s]
}

// Record returns the policy with the given number on the terms of the quote,
// whether or not there is a premium. Recording does not create a contract. It
// returns the errors of [Scheme.Record].
func (q Quote) Record(number string) (Policy, error) {
	s, a := Scheme{q.scheme}, &q.Application
	return s.Record(Terms{
		Edition:     s.Edition().ID,
		Readings:    s.Readings().Readings(),
		Number:      number,
		Company:     a.Company,
		Business:    a.Business,
		Applied:     a.Applied,
		Period:      q.Membership.Period,
		First:       a.First,
		Retroactive: a.Retroactive,
		Sales:       a.Sales,
		Options:     a.Options,
		Attached:    a.Attach,
	})
}
