// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A Payment is the payment of a claim in yen: the sum over its third-party claims,
// each paid by the program of the policy. The zero Payment pays nothing.
type Payment struct {
	Now      yen.Amount // the amount to pay now, never below zero
	Due      yen.Amount // the amount payable for the claim, or its series, to date
	Overpaid yen.Amount // the amount paid to date beyond Due

	of []limits.Payment
}

// Parts returns the heads in the order in which they are filled, each with its
// part of the payment.
func (p Payment) Parts() iter.Seq2[limits.Head, limits.Part] {
	return func(yield func(limits.Head, limits.Part) bool) {
		if len(p.of) == 0 {
			return
		}
		for h, part := range p.of[0].Parts() {
			for _, more := range p.of[1:] {
				for other, x := range more.Parts() {
					if other == h {
						part.Loss += x.Loss
						part.Due += x.Due
						part.Paid += x.Paid
						part.Held += x.Held
						part.Now += x.Now
					}
				}
			}
			if !yield(h, part) {
				return
			}
		}
	}
}

// A demand is what is paid as one claim: the items about one third-party claim,
// or all of them if they are a series. The costs go with the first.
type demand struct {
	name              string
	had               limits.Series
	certain, possible []limits.Loss // beyond what is certain
	follows           bool          // it has costs that follow damages, of which more loss can pay less
}

// certainly returns the losses of a demand that are certain, and possibly those
// that are possible.
func certainly(d *demand) []limits.Loss { return d.certain }
func possibly(d *demand) []limits.Loss  { return slices.Concat(d.certain, d.possible) }

// demands divides the items.
func (a *Assessment) demands() []demand {
	one := a.one() || !a.several
	all := []demand{{had: a.had, certain: make([]limits.Loss, 0, len(a.items))}}
	named := map[string]int{}
	for i := range a.items {
		r, k := &a.items[i], 0
		if !one && r.head.answers {
			at, is := named[r.Item.Demand]
			if k = at; !is {
				if k = len(named); k > 0 {
					all = append(all, demand{})
				}
				named[r.Item.Demand], all[k].name = k, r.Item.Demand
			}
		}
		if !r.mayPay() {
			continue
		}
		d, head := &all[k], r.Item.Head
		if r.Least > 0 {
			d.certain = append(d.certain, limits.Loss{Head: head, Amount: r.Least})
		}
		if r.Most > r.Least {
			d.possible = append(d.possible, limits.Loss{Head: head, Amount: r.Most - r.Least})
		}
		d.follows = d.follows || len(r.head.Follows) > 0
	}
	return all
}

// pay bounds what is paid and, once both bounds are one, pays it.
func (a *Assessment) pay() error {
	a.parts, a.program = a.demands(), a.policy.program
	if err := a.bound(); err != nil {
		return err
	}
	a.Decision = a.decide()
	h, series := a.before, ""
	if a.one() {
		series = a.claim.Series
	}
	switch {
	case a.Decision == Open:
		a.Payment = Payment{}
	case a.Payment.Now > 0 || series != "" && (a.claim.LateNotice > 0 || a.lost()):
		last := a.Payment.of[len(a.Payment.of)-1]
		h.policy, h.paid, a.series.losses = a.policy.terms.Number, last.Paid, last.Series
		a.Undivided = a.undivided()
		h = h.withSplit(series, a.Undivided)
	}
	a.History = a.dated(h)
	return nil
}

// lost reports whether an item is certain or possible.
func (a *Assessment) lost() bool {
	return slices.ContainsFunc(a.parts, func(d demand) bool { return len(d.certain)+len(d.possible) > 0 })
}

// dated returns the history with the series and the incident of the claim, which
// a claim dates that is open or denied, too.
func (a *Assessment) dated(h History) History {
	m, o := a.series, a.incident
	for _, date := range []*period.Moment{&m.made, &o.discovered, &o.reputational} {
		if date.IsNever() { // so far
			*date = period.Moment{}
		}
	}
	if a.one() && m != (matter{}) {
		h.policy = a.policy.terms.Number
		h = h.with(seriesLine, a.claim.Series, m.String())
	}
	if a.claim.Incident != "" && o != (occurrence{}) {
		h.policy = a.policy.terms.Number
		h = h.with(incidentLine, a.claim.Incident, o.String())
	}
	return h
}

// run returns what a program pays for the demands, one after the other, with the
// losses of each.
func (a *Assessment) run(p limits.Program, losses func(*demand) []limits.Loss) (all Payment, err error) {
	paid := a.before.paid
	all.of = make([]limits.Payment, len(a.parts))
	for i := range a.parts {
		d, x := &a.parts[i], &all.of[i]
		if *x, err = p.Pay(paid, d.had, losses(d)...); err != nil {
			return Payment{}, err
		}
		paid = x.Paid
		all.Now, all.Due, all.Overpaid = all.Now+x.Now, all.Due+x.Due, all.Overpaid+x.Overpaid
	}
	return all, nil
}

// openLimit returns the limit that a policy does not state, of an error that is
// about one.
func openLimit(err error) clause.ID {
	if f, ok := errors.AsType[*fault.Error](err); ok && f.Reason == fault.ErrOpen {
		return clause.ID(f.Input)
	}
	return ""
}

// decide returns the decision of a claim.
func (a *Assessment) decide() Verdict {
	switch {
	case a.Least != a.Most || a.Unstated != "":
		return Open
	case a.Most > 0:
		return Payable
	}
	all := a.items[0].Verdict
	for _, r := range a.items {
		if r.Verdict != all {
			return NothingPayable
		}
	}
	if all == Excluded || all == OutsidePeriod {
		return all
	}
	return NothingPayable
}

// undivided returns the names of what is open where the payment is certain and
// its split over the heads is not.
func (a *Assessment) undivided() []string {
	open := a.Undivided
	for _, p := range a.Payment.of {
		if p.Split != "" {
			open = append(open, string(p.Split))
		}
	}
	if slices.ContainsFunc(a.parts, func(d demand) bool { return len(d.possible) > 0 }) {
		top, err := a.run(a.program, possibly)
		if err != nil || !slices.Equal(nows(top), nows(a.Payment)) {
			open = append(open, a.openings()...)
		}
	}
	slices.Sort(open)
	return slices.Compact(open)
}

// openings returns the names of what keeps items open: facts, and the clause of
// the adjustment for an amount that is not accepted yet.
func (a *Assessment) openings() []string {
	var open []string
	for _, r := range a.items {
		if r.Most > r.Least && r.Verdict == Covered {
			open = append(open, string(a.policy.scheme.rules.Accepted.ID))
		}
		for _, n := range r.Questions {
			open = append(open, string(n.Question.Fact))
		}
	}
	return open
}

func nows(p Payment) []yen.Amount {
	var all []yen.Amount
	for _, part := range p.Parts() {
		all = append(all, part.Now)
	}
	return all
}
