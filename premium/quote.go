// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Quote is the premium for a risk. It is plain data: its JSON form reads back
// to an equal value. The zero Quote has no premium.
type Quote struct {
	Sales    yen.Amount `json:"sales"`    // the sales of a year, of the basis of the tariff
	Price    Price      `json:"price"`    // the basic premium of a year
	Adjusted yen.Amount `json:"adjusted"` // the premium before the term is applied; a fraction of a yen is cut
	Term     Term       `json:"term"`     // the length of the policy period
	Total    yen.Amount `json:"total"`    // the premium for the term
	// Indicative reports whether the premium is indicative (概算保険料) and not
	// a quotation.
	Indicative bool `json:"indicative"`
}

// Quote returns the premium for a risk: the steps of the tariff in their order. A
// step of the term does not apply to a full year, and a discount or a loading
// only at a rate above 0.
//
// Quote refers to the agent, at sales.amount or at an option, if a table has no premium
// for the risk; see [Tariff.Annual]. Before that it returns a [*fault.Error], or several
// joined, with
//   - [fault.ErrMissing] for the zero Tariff,
//   - [fault.ErrRange] at sales.amount if the sales are below zero,
//   - [fault.ErrConflict] at sales.basis if sales that are stated have another
//     basis than the tariff,
//   - an error of [option.Table.Settle] at an option that the tariff names, such as
//     [fault.ErrRange] at options.staff, and [fault.ErrUnknown] at one that the table
//     does not have,
//   - [fault.ErrRange] at term.months or term.days if that number is needed and
//     out of range, or beyond the short-rate table,
//   - [fault.ErrUnknown] or [fault.ErrDuplicate] at adjust[i].clause if the tariff
//     has no such adjustment, or if it is repeated, and [fault.ErrMisplaced] if its
//     endorsement is not attached or its choices do not hold,
//   - [fault.ErrRange] at adjust[i].rate if the step does not have the rate.
//
// It returns [fault.ErrOverflow] at adjust[i].rate, at term or at an exposure if the
// premium after that step is beyond [yen.Max], or its fraction of a yen too fine.
func (t Tariff) Quote(r Risk) (Quote, error) { return t.run("premium.Quote", &r, nil) }

// Sheet returns the worksheet of the quote for a risk: the printed premium, the
// amount for an exposure between two rows, then each step that applies, each followed
// by its rounding, then the closing line and the notes. The line before a rounding
// has whole yen, without a fraction. A step or a rounding that changes nothing has
// no line. Sheet returns the errors of [Tariff.Quote].
func (t Tariff) Sheet(r Risk) (clause.Sheet, error) {
	if t.t == nil {
		return clause.Sheet{}, noTariff("premium.Sheet")
	}
	rec := t.t.rules.record()
	if _, err := t.run("premium.Sheet", &r, rec); err != nil {
		return clause.Sheet{}, err
	}
	return t.t.notes(rec), nil
}

// run takes all steps, and records each of them if there is a record.
func (t Tariff) run(op string, r *Risk, rec *record) (Quote, error) {
	switch {
	case t.t == nil:
		return Quote{}, noTariff(op)
	case t.t.plain:
		return t.t.run(op, r, nil, len(t.t.steps), rec)
	}
	return t.t.take(op, r, len(t.t.steps), rec)
}

// take is run for a tariff that needs a state, and for a number of steps.
func (t *tariff) take(op string, r *Risk, steps int, rec *record) (Quote, error) {
	var s state
	return t.run(op, r, &s, steps, rec)
}

// A state is what is kept while steps are taken: the figures of the risk, and premiums
// that later steps refer to.
type state struct {
	figures
	marks [mostMarks]exact
}

// A walk is a run after some steps.
type walk struct {
	*tariff
	op  string
	x   exact // the premium
	rec *record
}

// of returns the figures of the risk, or nil if none are needed.
func (s *state) of() *figures {
	if s == nil {
		return nil
	}
	return &s.figures
}

func (t *tariff) run(op string, r *Risk, s *state, steps int, rec *record) (Quote, error) {
	if err := t.check(op, r, s.of()); err != nil {
		return Quote{}, err
	}
	p, price, fail := t.price(op, t.tables, r, s.of())
	if fail != nil {
		return Quote{}, fail
	}
	w := walk{tariff: t, op: op, rec: rec, x: whole(price.Annual)}
	if p.Exact {
		w.x = p.exact(t.exposure(p, r, s.of()), price)
	}
	if rec != nil {
		w.priceLines(p, t.exposure(p, r, s.of()), whole(0), price)
	}
	if s != nil {
		s.marks[0] = w.x
	}
	q := Quote{Sales: r.Sales.Amount, Price: price, Term: r.Term, Indicative: t.rules.Indicative.ID != ""}
	for i := range t.steps[:steps] {
		step := &t.steps[i]
		if i == t.term {
			q.Adjusted = w.x.floor()
		}
		if step.applies(r, s.of()) {
			if fail := w.step(step, r, s); fail != nil {
				return Quote{}, fail
			}
		}
		if step.saves > 0 {
			s.marks[step.saves] = w.x
		}
	}
	q.Total = w.x.floor()
	if t.term < 0 {
		q.Adjusted = q.Total
	}
	return q, nil
}

// price returns the price of the table that holds, or the fault or the referral if
// there is none.
func (t *tariff) price(op string, tables []prices, r *Risk, of *figures) (*prices, Price, *fault.Error) {
	var p *prices
	for i := range tables {
		if hold(tables[i].when, of) {
			p = &tables[i]
			break
		}
	}
	if p == nil {
		return nil, Price{}, t.noTable(op, tables, r)
	}
	n := t.exposure(p, r, of)
	if n < 0 || n == 0 && p.by == bySales && p.Between != Flat {
		return nil, Price{}, t.referral(op, p, fault.ErrNotStated, n)
	}
	price, why := p.price(n)
	if why != nil {
		return nil, Price{}, t.referral(op, p, why, n)
	}
	return p, price, nil
}

// exposure returns the exposure of a table, or a number below 0 if it is unknown.
func (t *tariff) exposure(p *prices, r *Risk, of *figures) yen.Amount {
	if p.by == bySales {
		return r.Sales.Amount
	}
	return of[p.by].n
}

// step takes a step that applies if its rate or its term does.
func (w *walk) step(s *step, r *Risk, with *state) *fault.Error {
	switch s.Kind {
	case Add:
		return w.add(s, r, with)
	case Together:
		return w.together(s, r, with.of())
	case Minimum:
		if s.Amount <= w.x.floor() {
			return nil
		}
		w.x = whole(s.Amount)
		return w.finish(s, r, w.x, true, factor{adjust: -1})
	default:
		f, applies := s.factor(r)
		if !applies {
			return nil
		}
		x, ok := w.x.times(f.num, f.den)
		return w.finish(s, r, x, ok, f)
	}
}

// finish sets the premium to what a step gives, rounded by the step, and records both.
func (w *walk) finish(s *step, r *Risk, y exact, ok bool, f factor) *fault.Error {
	x := y
	if ok && !s.Exact {
		rounded := y.round(s.To)
		x, ok = whole(rounded), rounded <= yen.Max
	}
	if !ok {
		return w.tooLarge(s, r, f.adjust)
	}
	w.x = x
	if w.rec != nil {
		w.lines(s, r, f, y.floor(), x.floor())
	}
	return nil
}

// add adds the premium of a step, which it rounds.
func (w *walk) add(s *step, r *Risk, with *state) *fault.Error {
	before, y, ok := w.x, whole(s.Amount), true
	var p *prices
	var n yen.Amount
	var price Price
	switch {
	case len(s.tables) > 0:
		var fail *fault.Error
		if p, price, fail = w.price(w.op, s.tables, r, with.of()); fail != nil {
			return fail
		}
		n = w.exposure(p, r, with.of())
		y = p.exact(n, price)
	case s.Rate.Num() > 0:
		y, ok = with.marks[s.of].times(uint64(s.Rate.Num()), uint64(s.Rate.Den()))
	}
	if !ok {
		return w.tooLarge(s, r, -1)
	}
	part := y
	if !s.Exact {
		part = whole(y.round(s.To))
	}
	if w.x, ok = before.plus(part); !ok {
		return w.tooLarge(s, r, -1)
	}
	if w.rec == nil {
		return nil
	}
	if p != nil {
		w.priceLines(p, n, before, price)
	} else if cut, ok := before.plus(y); ok {
		w.addLine(s, cut.floor())
	}
	w.rec.rounded(s.Clause.ID, w.x.floor(), s.To)
	return nil
}

// together takes the sum of the rates of discounts and loadings.
func (w *walk) together(s *step, r *Risk, of *figures) *fault.Error {
	sum, last, taken := yen.Ratio{}, -1, false
	for i := range s.parts {
		p := &s.parts[i]
		rate, adjust := p.rate(r)
		if rate.Num() == 0 || !p.applies(r, of) {
			continue
		}
		ok := false
		if sum, ok = plus(sum, rate, p.Kind); !ok {
			return w.tooLarge(s, r, adjust)
		}
		last, taken = max(last, adjust), true
		if w.rec != nil {
			w.partLine(p, rate, sum)
		}
	}
	if !taken {
		return nil
	}
	least, capped := yen.Percent(-100), false
	if s.Most.Num() > 0 {
		least, _ = yen.NewRatio(-s.Most.Num(), s.Most.Den())
	}
	if sum.Compare(least) < 0 {
		sum, capped = least, true
	}
	x, ok := w.x.times(changed(sum))
	return w.finish(s, r, x, ok, factor{adjust: last, capped: capped})
}

// tooLarge returns the error for a premium that does not fit after the step.
//
//go:noinline
func (w *walk) tooLarge(s *step, r *Risk, adjust int) *fault.Error {
	e := &fault.Error{Op: w.op, Path: w.path(&w.tables[0]), Reason: fault.ErrOverflow}
	switch {
	case adjust >= 0:
		e.Path, e.Input = index("adjust", adjust)+".rate", r.Adjust[adjust].Rate.String()
	case s.Kind.isTerm():
		e.Path = "term"
	}
	return e
}
