// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
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
	for _, date := range []*Moment{&m.made, &o.discovered, &o.reputational} {
		if date.IsNever() { // so far
			*date = Moment{}
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

// bound pays the demands in their order, and bounds what is not certain.
func (a *Assessment) bound() error {
	p := a.policy
	for i := range a.parts {
		d := &a.parts[i]
		if d.before = a.before.paid; i > 0 {
			d.before = a.Payment.of[i-1].Paid
		}
		pay, err := p.program.Pay(d.before, d.had, d.certain...)
		if a.unstated(err); a.Unstated != "" {
			break
		} else if err != nil {
			return err
		}
		a.Payment.add(pay)
	}
	if len(a.parts) == 1 {
		return a.boundOne(&a.parts[0])
	}
	if err := a.boundEnds(); err != nil {
		return err
	}
	if slices.ContainsFunc(a.parts, func(d demand) bool { return d.follows && len(d.possible) > 0 }) {
		if err := a.boundWide(); err != nil {
			return err
		}
	}
	return a.sum()
}

// sum pays demands of which the sum is certain, although an unstated limit moves
// an amount from one to the other: with these limits at their least.
func (a *Assessment) sum() error {
	if a.Unstated != "" && a.Least == a.Most && a.had.Reduced() == 0 {
		a.Undivided, a.Unstated = []string{string(a.Unstated)}, ""
		a.program = a.program.AtLeast()
		all, err := a.run(a.program, certainly)
		if err != nil {
			return err
		}
		a.Payment = Payment{}
		for _, pay := range all {
			a.Payment.add(pay)
		}
	}
	if a.Unstated != "" {
		return nil
	}
	least, err := a.run(a.policy.program.AtLeast().Acting(), certainly)
	if err != nil {
		return err
	}
	most, err := a.run(a.policy.program.AtMost().Acting(), certainly)
	a.Payment.Beside = min(now(least), now(most))
	return err
}

// boundEnds bounds what is paid by its ends: the certain losses under the limits
// at their least, and the possible ones at their most.
func (a *Assessment) boundEnds() error {
	low, err := a.run(a.policy.program.AtLeast(), certainly)
	if err != nil {
		return err
	}
	high, err := a.run(a.policy.program.AtMost(), possibly)
	a.Least, a.Most = now(low), now(high)
	return err
}

// boundOne bounds what is paid for one demand, or a series.
func (a *Assessment) boundOne(d *demand) (err error) {
	p := a.policy.program
	a.Least, a.Most = a.Payment.Now, a.Payment.Now
	switch {
	case len(d.possible) == 0 && a.Unstated == "":
	case len(d.possible) == 0 && d.had.Reduced() == 0: // a limit that leaves more pays more
		return a.boundEnds()
	default:
		a.Least, a.Most, err = p.Range(d.before, d.had, d.certain, d.possible)
	}
	return err
}

// boundWide bounds what is paid for several demands of which more loss may pay
// less, because costs that follow damages are paid pro rata. The least is the
// sum of the least of each after the others took the most from every limit; the
// most is the sum of the most of each, as if the others took nothing. Without
// the costs that follow, more loss never pays less.
func (a *Assessment) boundWide() error {
	p := a.policy
	alone := func(losses func(*demand) []limits.Loss) func(*demand) []limits.Loss {
		return func(d *demand) []limits.Loss {
			return slices.DeleteFunc(slices.Clone(losses(d)), func(l limits.Loss) bool { return len(p.scheme.heads[l.Head].Follows) > 0 })
		}
	}
	low, err := a.run(p.program.AtLeast(), alone(certainly))
	if err != nil {
		return err
	}
	high, err := a.run(p.program.AtMost(), alone(possibly))
	if err != nil {
		return err
	}
	var least, most, beside yen.Amount
	taken := map[limits.Head]yen.Amount{} // by the demands before, at the most
	for i := range a.parts {
		d := &a.parts[i]
		_, top, err := p.program.Range(a.before.paid, d.had, d.certain, d.possible)
		if err != nil {
			return err
		}
		eroded, err := p.eroded(a.before.paid, taken)
		if err != nil {
			return err
		}
		bottom, _, err := p.program.Range(eroded, d.had, d.certain, d.possible)
		if err != nil {
			return err
		}
		least, most = least+bottom, most+top
		for _, l := range possibly(d) {
			taken[l.Head] += min(l.Amount, top)
			beside += l.Amount
		}
		for _, l := range alone(possibly)(d) {
			beside -= l.Amount
		}
	}
	a.Least, a.Most = max(least, now(low)), min(most, now(high)+beside)
	return nil
}

// eroded returns a history in which more was paid under some heads.
func (p *policy) eroded(paid limits.Paid, by map[limits.Head]yen.Amount) (limits.Paid, error) {
	amounts := map[limits.Head]yen.Amount{}
	for h := range p.program.Heads() {
		amounts[h] = by[h]
	}
	for h, a := range paid.All() {
		amounts[h] += a
	}
	var words []string
	for _, h := range slices.Sorted(maps.Keys(amounts)) {
		words = append(words, fmt.Sprintf("%s %d", h, min(amounts[h], yen.Max)))
	}
	return limits.ParsePaid(strings.Join(words, "; "))
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
	var e *limits.Error
	if errors.Is(err, limits.ErrOpen) && errors.As(err, &e) {
		return clause.ID(e.Input)
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
