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
//     [fault.ErrRange] at options.staff, and [fault.ErrUnknown] at one that the table of
//     a tariff that names options does not have,
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
func (t Tariff) run(op string, r *Risk, rec *record) (q Quote, err error) {
	switch {
	case t.t == nil:
		err = noTariff(op)
	case t.t.plain:
		err = t.t.run(op, r, nil, t.t.steps, rec, &q)
	default:
		err = t.t.take(op, r, t.t.steps, rec, &q)
	}
	return q, err
}

// take is run for a tariff that needs a state, and for some of the steps.
func (t *tariff) take(op string, r *Risk, steps []step, rec *record, q *Quote) error {
	var s state
	return t.run(op, r, &s, steps, rec, q)
}

// A state is what is kept while steps are taken: the figures of the risk, and premiums
// that later steps refer to.
type state struct {
	figures
	marks [mostMarks]exact
}

// of returns the figures of the risk, or nil if none are needed.
func (s *state) of() *figures {
	if s == nil {
		return nil
	}
	return &s.figures
}

// run sets the quote, unless there is an error.
func (t *tariff) run(op string, r *Risk, s *state, steps []step, rec *record, q *Quote) error {
	of := s.of()
	if err := t.check(op, r, of); err != nil {
		return err
	}
	var (
		p     = &t.tables[0]
		price Price
		why   = fault.ErrNotStated
		fail  *fault.Error
	)
	if s == nil && r.Sales.Amount > 0 { // most of the time
		price, why = p.price(r.Sales.Amount)
	}
	if why != nil {
		if p, price, fail = t.price(op, t.tables, r, of); fail != nil {
			return fail
		}
	}
	x := whole(price.Annual)
	if p.Exact {
		x = p.exact(t.exposure(p, r, of), price)
	}
	if rec != nil {
		t.priceLines(rec, p, t.exposure(p, r, of), whole(0), price)
	}
	if s != nil {
		s.marks[0] = x
	}
	adjusted := yen.Amount(-1)
	for i := range steps {
		step := &steps[i]
		if i == t.term {
			adjusted = x.floor()
		}
		switch {
		case !step.always && !step.applies(r, of):
		case step.multiplies:
			f, applies := step.factor(r)
			if !applies {
				break
			}
			y, ok := x.times(f.num, f.den)
			x = y
			if ok && !step.Exact {
				whole := y.round(step.To)
				x, ok = exact{0, uint64(whole), 1}, whole <= yen.Max
			}
			if !ok {
				return t.tooLarge(op, step, r, f.adjust)
			}
			if rec != nil {
				step.lines(rec, r, f, y, x)
			}
		default:
			if x, fail = t.step(op, step, r, s, x, rec); fail != nil {
				return fail
			}
		}
		if step.saves > 0 {
			s.marks[step.saves] = x
		}
	}
	total := x.floor()
	if adjusted < 0 {
		adjusted = total
	}
	q.Sales, q.Price, q.Adjusted, q.Term, q.Total = r.Sales.Amount, price, adjusted, r.Term, total
	q.Indicative = t.rules.Indicative.ID != ""
	return nil
}

// price returns the price of the table that holds, or the fault or the referral if
// there is none.
func (t *tariff) price(op string, tables []prices, r *Risk, of *figures) (*prices, Price, *fault.Error) {
	i := 0
	for len(tables[i].when) > 0 && !hold(tables[i].when, of) {
		if i++; i == len(tables) {
			return nil, Price{}, t.noTable(op, tables, r)
		}
	}
	p := &tables[i]
	n := t.exposure(p, r, of)
	if n < 0 || n == 0 && p.by == bySales && !p.flat {
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

// rounded returns what a step gives, rounded by the step, and whether it fits.
func (s *step) rounded(y exact, ok bool) (exact, bool) {
	if s.Exact || !ok {
		return y, ok
	}
	x := y.round(s.To)
	return whole(x), x <= yen.Max
}

// step returns the premium after a step that does not only multiply.
func (t *tariff) step(op string, s *step, r *Risk, with *state, x exact, rec *record) (exact, *fault.Error) {
	f, y, ok := factor{}, whole(s.Amount), true
	switch s.Kind {
	case Add:
		return t.addition(op, s, r, with, x, rec)
	case Together:
		if y, ok = s.together(r, with.of(), x, &f, rec); f.den == 0 {
			return x, nil
		}
	default:
		if s.Amount <= x.floor() {
			return x, nil
		}
	}
	if x, ok = s.rounded(y, ok); !ok {
		return x, t.tooLarge(op, s, r, f.adjust)
	}
	if rec != nil {
		s.lines(rec, r, f, y, x)
	}
	return x, nil
}

// addition returns the premium with what a step adds, which it rounds.
func (t *tariff) addition(op string, s *step, r *Risk, with *state, x exact, rec *record) (exact, *fault.Error) {
	y, ok := whole(s.Amount), true
	var (
		p     *prices
		n     yen.Amount
		price Price
	)
	switch {
	case len(s.tables) > 0:
		var fail *fault.Error
		if p, price, fail = t.price(op, s.tables, r, with.of()); fail != nil {
			return x, fail
		}
		n = t.exposure(p, r, with.of())
		y = p.exact(n, price)
	case s.Rate.Num() > 0:
		y, ok = with.marks[s.of].times(uint64(s.Rate.Num()), uint64(s.Rate.Den()))
	}
	added, ok := s.rounded(y, ok)
	sum, fits := x.plus(added)
	if !ok || !fits {
		return x, t.tooLarge(op, s, r, 0)
	}
	switch {
	case rec == nil:
		return sum, nil
	case p != nil:
		t.priceLines(rec, p, n, x, price)
	default:
		t.addLine(rec, s, x.cut(y))
	}
	rec.rounded(s.Clause.ID, sum.floor(), s.To)
	return sum, nil
}

// together returns the premium after the sum of the rates of discounts and loadings, and
// whether it fits. It sets the factor, of which den is 0 if the risk has none of them.
func (s *step) together(r *Risk, of *figures, x exact, f *factor, rec *record) (exact, bool) {
	var sum yen.Ratio
	for i := range s.parts {
		p := &s.parts[i]
		rate, adjust := p.rate(r)
		if rate.Num() == 0 || !p.applies(r, of) {
			continue
		}
		f.adjust, f.den = max(f.adjust, adjust), 1
		var ok bool
		if sum, ok = plus(sum, rate, p.Kind); !ok {
			return x, false
		}
		if rec != nil {
			p.partLine(rec, x, rate, sum)
		}
	}
	least := yen.Percent(-100)
	if s.Most.Num() > 0 {
		least, _ = yen.NewRatio(-s.Most.Num(), s.Most.Den())
	}
	if sum.Compare(least) < 0 {
		sum = least
	}
	return x.times(changed(sum))
}

// tooLarge returns the error for a premium that does not fit after the step.
//
//go:noinline
func (t *tariff) tooLarge(op string, s *step, r *Risk, adjust int) *fault.Error {
	e := &fault.Error{Op: op, Path: t.path(&t.tables[0]), Reason: fault.ErrOverflow}
	switch {
	case adjust > 0:
		e.Path, e.Input = index("adjust", adjust-1)+".rate", r.Adjust[adjust-1].Rate.String()
	case s.Kind.isTerm():
		e.Path = "term"
	}
	return e
}
