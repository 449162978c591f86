// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A Quote is what an application comes to: an indication (概算), never a
// quotation that binds. The zero Quote is none.
type Quote struct {
	Application Application
	Membership  period.Membership

	// Premium is what the tariff prices, and zero where something is referred.
	Premium premium.Quote

	// Referrals say why the tariff has no premium, and that the agent is the one
	// to ask.
	Referrals []Referral

	// Missing are the parts of the request for a quotation that are not
	// answered.
	Missing []clause.Clause

	// Notes are flags that move no premium.
	Notes []clause.Note

	scheme *scheme
}

// A Referral is a reason for which the agent is asked for a premium.
type Referral struct {
	Clause clause.ID // of the term that the tariff does not price
	JA, EN string    // the reason as a sentence
}

// Text returns the reason as a sentence, in the language.
func (r Referral) Text(tag language.Tag) string { return text.In(tag, r.JA, r.EN) }

// Standard returns the limits and the deductible that the tariff prices.
func (s Scheme) Standard() limits.Choices {
	if s.scheme == nil {
		return limits.Choices{}
	}
	return s.rules.Standard
}

// Quote returns the period of an applicant, the premium for it if the tariff has
// one, what the agent is to be asked, and what is still missing. A setting that
// is not the standard one, an endorsement and sales outside the table are
// referrals; own limits of the costs, which the standard setting does not state,
// are a note.
//
// It returns the errors of [period.Year.Join], of [premium.Tariff.Quote] but
// its referrals, and an [*Error] with [ErrScheme] for the zero Scheme,
// [ErrEndorsement] for an endorsement that the scheme does not offer or that is
// apart from the limit of its cover, and an error of limits for choices that are
// none, of premium for sales of another basis.
func (s Scheme) Quote(a Application) (Quote, error) {
	fail := func(path string, err error) (Quote, error) {
		input := ""
		if e := (*Error)(nil); errors.As(err, &e) { // of the program
			input, err = e.Input, e.Err
		}
		return Quote{}, &Error{Func: "Quote", Path: path, Input: input, Err: err}
	}
	if s.scheme == nil {
		return fail("", ErrScheme)
	}
	a.Attach, a.Adjust = slices.Clone(a.Attach), slices.Clone(a.Adjust)
	q := Quote{Application: a, scheme: s.scheme}
	m, err := s.rules.Year.Join(a.Applied)
	if err != nil {
		return fail("applied", err)
	}
	q.Membership = m
	schedule, err := s.schedule.With(a.Attach...)
	if err != nil {
		return fail("attach", err)
	}
	if _, err := s.rules.Program(a.Choices, slices.Collect(schedule.Attached())); err != nil {
		return fail("choices", err)
	}
	if _, err := s.rules.Tariff.Reduction(a.Sales, a.Sales); err != nil {
		return fail("sales", err)
	}
	q.refer()
	q.miss()
	term := s.rules.Tariff.Term(m.Months, m.Days, m.YearDays)
	priced, err := s.rules.Tariff.Quote(a.Sales.Amount, term, a.Adjust...)
	var referral *premium.Referral
	switch {
	case errors.As(err, &referral):
		q.Referrals = append(q.Referrals, Referral{referral.Clause, referral.Text(language.Japanese), referral.Text(language.English)})
	case err != nil:
		return fail("sales", err)
	case len(q.Referrals) == 0:
		q.Premium = priced
	}
	if m.Entry == period.AfterWindow {
		q.Notes = append(q.Notes, clause.Note{
			Clause: s.rules.Year.WindowClause.ID,
			JA:     "募集期間後のお申込みのため、取扱代理店の承諾が必要です。",
			EN:     "Applied after the enrolment window: the agent must accept.",
		})
	}
	return q, nil
}

// refer refers what the tariff does not price: another setting than the
// standard one. Own limits of the costs are no part of that.
func (q *Quote) refer() {
	r := &q.scheme.rules
	c, standard := q.Application.Choices, r.Standard
	for _, part := range []struct {
		chosen, standard yen.Amount
		zero             bool // whether 0 stands for the standard one
		ja, en           string
	}{
		{c.Liability, standard.Liability, true, "賠償責任の支払限度額", "liability limit"},
		{c.Deductible, standard.Deductible, false, "賠償責任の免責金額", "liability deductible"},
		{c.Litigation, standard.Litigation, true, "訴訟対応費用の支払限度額", "litigation response limit"},
	} {
		if part.chosen == part.standard || part.zero && part.chosen == 0 {
			continue
		}
		q.Referrals = append(q.Referrals, Referral{r.Setting.ID,
			part.ja + part.chosen.String() + "は標準的な設定ではありません。保険料は代理店にお問い合わせください。",
			"A " + part.en + " of " + part.chosen.Text(language.English) + " is not the standard setting. Please ask the agent for the premium."})
	}
	for _, e := range r.Wording.Endorsements {
		if slices.Contains(q.Application.Attach, e.Clause.ID) {
			q.Referrals = append(q.Referrals, Referral{e.Clause.ID,
				e.Clause.JA + "の保険料は代理店にお問い合わせください。",
				"Please ask the agent for the premium with the endorsement: " + e.Clause.EN + "."})
		}
	}
	if c.Costs != standard.Costs {
		q.Notes = append(q.Notes, clause.Note{
			Clause: r.Setting.ID,
			JA:     "費用ごとの支払限度額は標準的な設定に定めがなく、保険料は変わることがあります。",
			EN:     "The standard setting states no own limits of the costs; the premium may differ.",
		})
	}
}

// miss lists the answers that are missing, in the order of the request.
func (q *Quote) miss() {
	a := &q.Application
	answers := []bool{a.Business != "", a.Sales.Amount > 0, a.Certifications != "", a.Security != "", a.Legal != "", a.Losses != "", true}
	for i, c := range q.scheme.rules.Request {
		if i < len(answers) && !answers[i] {
			q.Missing = append(q.Missing, c)
		}
	}
}

// Record returns the policy with the number, on the terms of the quote. It
// records what a certificate says and binds nobody. It returns the errors of
// [Scheme.Record].
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
