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
	Beside   yen.Amount // Now under one combined aggregate limit, for comparison only

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

func (p *Payment) add(x limits.Payment) {
	p.Now, p.Due, p.Overpaid, p.Beside = p.Now+x.Now, p.Due+x.Due, p.Overpaid+x.Overpaid, p.Beside+x.Beside
	p.of = append(p.of, x)
}

// A demand is what is paid as one claim: the items about one third-party claim,
// or all of them if they are a series. The costs go with the first.
type demand struct {
	name              string
	before            limits.Paid
	had               limits.Series
	certain, possible []limits.Loss
	follows           bool // it has costs that follow damages, of which more loss can pay less
}

// demands divides the items.
func (a *Assessment) demands() []demand {
	one := a.one() || !a.several
	all := []demand{{had: a.had}}
	named := map[string]int{}
	for i := range a.Items {
		r := &a.Items[i]
		k := 0
		if !one && r.head.answers {
			if _, is := named[r.Item.Demand]; !is {
				if named[r.Item.Demand] = len(named); len(named) > 1 {
					all = append(all, demand{})
				}
				all[named[r.Item.Demand]].name = r.Item.Demand
			}
			k = named[r.Item.Demand]
		}
		all[k].put(r)
	}
	return all
}

// put adds what of an item is certain, and what is possible beyond that.
func (d *demand) put(r *Result) {
	switch {
	case r.Verdict == Covered && r.Least > 0:
		d.certain = append(d.certain, limits.Loss{Head: r.Item.Head, Amount: r.Least})
	case !r.mayPay():
		return
	}
	if r.Most > r.Least {
		d.possible = append(d.possible, limits.Loss{Head: r.Item.Head, Amount: r.Most - r.Least})
	}
	d.follows = d.follows || len(r.head.Follows) > 0
}

// pay bounds what is paid and, once both bounds are one, pays it.
func (a *Assessment) pay() error {
	a.parts, a.program = a.demands(), a.policy.program
	if err := a.bound(); err != nil {
		return err
	}
	a.Decision = a.decide()
	h := a.before
	if a.Decision == Open {
		a.Payment = Payment{}
	} else if series := a.one(); a.Payment.Now > 0 || series && (a.lost() || a.claim.LateNotice > 0) {
		last := a.Payment.of[len(a.Payment.of)-1]
		h.policy, h.paid = a.policy.terms.Number, last.Paid
		a.series.losses = last.Series
		a.Undivided = a.undivided()
		name := ""
		if series {
			name = a.claim.Series
		}
		h = h.withSplit(name, a.Undivided)
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

// certainly returns the losses of a demand that are certain, and possibly those
// that are possible.
func certainly(d *demand) []limits.Loss { return d.certain }
func possibly(d *demand) []limits.Loss  { return slices.Concat(d.certain, d.possible) }

// run returns what a program pays for the demands, one after the other, with the
// losses of each.
func (a *Assessment) run(p limits.Program, losses func(*demand) []limits.Loss) ([]limits.Payment, error) {
	paid := a.before.paid
	all := make([]limits.Payment, len(a.parts))
	for i := range a.parts {
		d := &a.parts[i]
		pay, err := p.Pay(paid, d.had, losses(d)...)
		if err != nil {
			return nil, err
		}
		all[i], paid = pay, pay.Paid
	}
	return all, nil
}

// now returns what is paid now in all.
func now(all []limits.Payment) (sum yen.Amount) {
	for _, p := range all {
		sum += p.Now
	}
	return sum
}

// unstated notes the first limit that the policy does not state and on which the
// payment depends.
func (a *Assessment) unstated(errs ...error) {
	for _, err := range errs {
		if id := openLimit(err); a.Unstated == "" {
			a.Unstated = id
		}
	}
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
	all := a.Items[0].Verdict
	for _, r := range a.Items {
		if r.Verdict != all {
			return NothingDue
		}
	}
	if all == Excluded || all == OutsideTrigger {
		return all
	}
	return NothingDue
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
		var top Payment
		all, err := a.run(a.program, possibly)
		for _, p := range all {
			top.add(p)
		}
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
	for _, r := range a.Items {
		if r.Most > r.Least && r.Verdict == Covered {
			open = append(open, string(a.policy.scheme.rules.Recognized.ID))
		}
		for _, n := range r.Needed {
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
