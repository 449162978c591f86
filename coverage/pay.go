// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A Payment is the payment of a claim in yen: the sum over its third-party claims,
// each paid by the program of the policy. The zero Payment pays nothing.
type Payment struct {
	Now yen.Amount `json:"now,omitzero"` // the amount to pay now, never below zero
	Due yen.Amount `json:"due,omitzero"` // the amount payable for the claim, or its series, to date
	// Overpaid is the amount paid to date beyond Due. What was paid for one third-party
	// claim of the claim is set off against the others.
	Overpaid yen.Amount `json:"overpaid,omitzero"`

	of   []limits.Payment
	pool *limits.Series // what was paid for the claim before, if it is assessed anew
	paid limits.Paid    // what all claims take of the limits after the payment
}

// Parts returns the heads in the order in which they are filled, each with its
// part of the payment.
func (p Payment) Parts() iter.Seq2[limits.Head, limits.Part] {
	return func(yield func(limits.Head, limits.Part) bool) {
		if len(p.of) == 0 {
			return
		}
		all := map[limits.Head]limits.Part{}
		if p.pool != nil {
			for h, x := range p.pool.All() {
				all[h] = limits.Part{Now: -x.Paid}
			}
		}
		for k := range p.of {
			of := &p.of[k]
			for h, x := range of.Parts() {
				sum := all[h]
				sum.Loss, sum.Due, sum.Now = sum.Loss+x.Loss, sum.Due+x.Due, sum.Now+x.Now
				all[h] = sum
			}
			for h, x := range of.Series.All() {
				sum := all[h]
				sum.Paid, sum.Held, sum.Count = sum.Paid+x.Paid, sum.Held+x.Held, sum.Count+x.Count
				all[h] = sum
			}
		}
		for h := range p.of[0].Parts() {
			sum := all[h]
			if p.Overpaid > 0 {
				sum.Now = 0
			}
			if !yield(h, sum) {
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
	most              []limits.Loss // both, an item as one loss; nil if nothing is possible
	follows           bool          // it has costs that follow damages, of which more loss can pay less
}

// certainly returns the losses of a demand that are certain, and possibly those
// that are possible.
func certainly(d *demand) []limits.Loss { return d.certain }

func possibly(d *demand) []limits.Loss {
	if len(d.most) == 0 {
		return d.certain
	}
	return d.most
}

func uncertain(d demand) bool { return len(d.possible) > 0 }

// demands divides the items. Costs go with the first.
func (a *Assessment) demands() []demand {
	names := []string{""}
	if !a.one() && a.several {
		names = a.demanded()
	}
	all := make([]demand, len(names))
	for k := range all {
		all[k].name = names[k]
	}
	all[0].certain = make([]limits.Loss, 0, len(a.items))
	for i := range a.items {
		if r := &a.items[i]; len(all) > 1 && r.head.answers {
			r.part = slices.Index(names, r.Item.Demand)
		}
	}
	a.fill(all, a.amounts())
	return all
}

// amounts returns what of each item is covered and accepted.
func (a *Assessment) amounts() []limits.Bounds {
	all := make([]limits.Bounds, len(a.items))
	for i := range a.items {
		if r := &a.items[i]; r.mayPay() {
			all[i].Least, all[i].Most = r.Least, r.Most
		}
	}
	return all
}

// bare returns the demands without losses.
func (a *Assessment) bare() []demand {
	all := slices.Clone(a.parts)
	for k := range all {
		d := &all[k]
		d.certain, d.possible, d.most = nil, nil, nil
	}
	return all
}

// fill gives demands the amounts of the items.
func (a *Assessment) fill(of []demand, amounts []limits.Bounds) {
	for k := range of {
		d := &of[k]
		d.certain, d.possible, d.most, d.follows = d.certain[:0], d.possible[:0], d.most[:0], false
	}
	for i := range amounts {
		if r, b := &a.items[i], &amounts[i]; b.Most > 0 {
			of[r.part].add(r, b.Least, b.Most)
		}
	}
	for i := range amounts {
		r := &a.items[i]
		of[r.part].addMost(r, amounts[i].Most)
	}
}

// add adds an item of which an amount is certain, and one up to the most possible.
func (d *demand) add(r *Result, least, most yen.Amount) {
	l := limits.Loss{Head: r.Item.Head, Amount: least, Count: r.Item.Count}
	if least > 0 {
		d.certain = append(d.certain, l)
	}
	if l.Amount = most - least; l.Amount > 0 {
		if least > 0 { // which has the count
			l.Count = 0
		}
		d.possible = append(d.possible, l)
	}
	d.follows = d.follows || len(r.head.Follows) > 0
}

// addMost adds the most of an item as one loss, if anything of the demand is possible only.
func (d *demand) addMost(r *Result, most yen.Amount) {
	if len(d.possible) > 0 && most > 0 {
		d.most = append(d.most, limits.Loss{Head: r.Item.Head, Amount: most, Count: r.Item.Count})
	}
}

// demanded returns the third-party claims of the items: in the order in which the
// history has them, and then that of the items. One that the history does not have
// takes the place of one that the claim no longer has, as if it had another name now.
func (a *Assessment) demanded() (names []string) {
	is := map[string]bool{}
	for i := range a.items {
		if it := &a.items[i]; it.head.answers && !is[it.Item.Demand] {
			names, is[it.Item.Demand] = append(names, it.Item.Demand), true
		}
	}
	if a.again == nil {
		return names
	}
	a.renamed = map[string]string{}
	for _, p := range a.again.parts {
		a.renamed[p.demand] = p.demand
	}
	fresh := slices.DeleteFunc(names, func(name string) bool { _, old := a.renamed[name]; return old })
	names = nil
	for _, p := range a.again.parts {
		if !is[p.demand] && len(fresh) > 0 {
			a.renamed[p.demand], fresh = fresh[0], fresh[1:]
		}
		if name := a.renamed[p.demand]; is[name] {
			names = append(names, name)
		}
	}
	return append(names, fresh...)
}

// pay bounds what is paid and, once both bounds are one, pays it.
func (a *Assessment) pay() error {
	a.parts, a.program = a.demands(), a.policy.program
	if err := a.resume(); err != nil {
		return err
	}
	bound := a.bound
	if a.doubtful() {
		bound = a.weigh
	}
	if err := bound(); err != nil {
		return err
	}
	switch a.Decision = a.decide(); {
	case a.Decision == Open:
		if a.Payment = (Payment{}); a.Unstated == "" && a.Least != a.Most {
			_, err := a.run(a.program, a.parts, possibly)
			a.Unstated = openLimit(err)
		}
	case a.Payment.Now > 0, a.again != nil && a.Payment.Due > 0, a.one() && (a.claim.LateNotice > 0 || a.lost()):
		a.Undivided = a.undivided()
	}
	a.History = a.record()
	return nil
}

// lost reports whether an item is certain or possible.
func (a *Assessment) lost() bool {
	return slices.ContainsFunc(a.parts, func(d demand) bool { return len(d.certain)+len(d.possible) > 0 })
}

// run returns what a program pays for demands, one after the other, with the
// losses of each, and with what was paid for the claim before set off. What is still to
// be paid under the other claims of a series is not paid under this one.
func (a *Assessment) run(p limits.Program, of []demand, losses func(*demand) []limits.Loss) (all Payment, err error) {
	all.paid, all.pool, all.of = a.base, a.pool, make([]limits.Payment, len(of))
	for i := range of {
		d, x := &of[i], &all.of[i]
		if *x, err = p.Pay(all.paid, d.had, losses(d)...); err != nil {
			return Payment{}, err
		}
		all.paid = x.Paid
		all.Now, all.Due, all.Overpaid = all.Now+x.Now, all.Due+x.Due, all.Overpaid+x.Overpaid
	}
	if owed := min(a.owed, all.Now); owed > 0 {
		all.Now -= owed
		all.of[0].Series = all.of[0].Series.Disbursed(all.of[0].Series.Paid() - owed)
	}
	if before := a.pooled().Paid(); before > 0 {
		excess := max(before-all.Now, 0)
		all.Now, all.Overpaid = max(all.Now-before, 0), all.Overpaid+excess
		err = a.exceed(&all, of, excess)
	}
	return all, err
}

// exceed counts an excess as paid: under the heads for which more was paid before than
// counts as paid now, each for the first third-party claim with a loss under it.
func (a *Assessment) exceed(p *Payment, of []demand, excess yen.Amount) (err error) {
	for head, pool := range p.pool.All() {
		over := pool.Paid
		for k := range of {
			over += of[k].had.Of(head).Paid - p.of[k].Series.Of(head).Paid
		}
		if over = min(max(over, 0), excess); over == 0 {
			continue
		}
		k := max(slices.IndexFunc(p.of, func(x limits.Payment) bool { return x.Series.Of(head).Loss > 0 }), 0)
		s := &p.of[k].Series
		was := *s
		*s = was.PaidMore(head, over)
		if p.paid, err = p.paid.With(was, *s); err != nil {
			return err
		}
		excess -= over
	}
	return nil
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
	case a.Payment.Overpaid > 0 && slices.ContainsFunc(a.parts, uncertain) && a.mayBeDue():
		return Open
	case a.Most > 0, a.again != nil && a.again.Paid > 0 && a.due() > 0 && a.lost():
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

// mayBeDue reports whether more of what was paid may be due than is certain.
func (a *Assessment) mayBeDue() bool {
	if slices.ContainsFunc(a.parts, func(d demand) bool { return d.follows }) {
		return true
	}
	most, err := a.run(a.program.AtMost(), a.parts, possibly)
	return err != nil || most.Due > a.Payment.Due
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
	switch {
	case a.divided == fact.Yes:
		open = append(open, a.openings()...)
	case a.divided == fact.Unknown && slices.ContainsFunc(a.parts, uncertain):
		top, err := a.run(a.program, a.parts, possibly)
		if err != nil || !slices.Equal(nows(top), nows(a.Payment)) {
			open = append(open, a.openings()...)
		}
	}
	slices.Sort(open)
	return slices.Compact(slices.DeleteFunc(open, func(w string) bool { return w == "" }))
}

// openings returns the names of what keeps items open: facts, and the clause of
// the adjustment for an amount that is not accepted yet.
func (a *Assessment) openings() []string {
	var open []string
	for i, r := range a.items {
		if r.Most > r.Least && r.Verdict == Covered {
			open = append(open, string(a.policy.scheme.rules.Accepted.ID))
		}
		for _, n := range a.questionsOf(i) {
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
