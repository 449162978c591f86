// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

// pay bounds what is paid and, once both bounds are one, pays it.
func (a *Assessment) pay(certain, possible []limits.Loss) error {
	p := a.policy
	pay, err := p.program.Pay(a.before.paid, a.had, certain...)
	unstated := errors.Is(err, limits.ErrOpen)
	if err != nil && !unstated {
		return err
	}
	a.Least, a.Most = pay.Now, pay.Now
	if len(possible) > 0 || unstated {
		var e error
		if a.Least, a.Most, e = p.program.Range(a.before.paid, a.had, certain, possible); e != nil {
			return e
		}
	}
	if unstated {
		if e := (*limits.Error)(nil); errors.As(err, &e) {
			a.Unstated = clause.ID(e.Input)
		}
		return nil
	}
	if a.Least != a.Most {
		return nil
	}
	a.Decision = a.decide()
	if a.Decision == Excluded || a.Decision == OutsideTrigger {
		return nil
	}
	a.Payment = pay
	if pay.Now > 0 || a.claim.Series != "" && len(certain)+len(possible) > 0 { // an open item dates its series, too
		to := a.series
		to.losses = pay.Series
		a.History = a.before.with(p.terms.Number, pay.Paid, a.claim.Series, to)
	}
	return nil
}

// decide returns the decision of a claim whose payment is settled.
func (a *Assessment) decide() Verdict {
	if a.Most > 0 {
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

// need gathers the facts that items which are open turn on.
func (a *Assessment) need() {
	for _, r := range a.Items {
		for _, n := range r.Needed {
			i, found := slices.BinarySearchFunc(a.Needed, n.Question.Fact, func(m exclusions.Need, f exclusions.Fact) int {
				return strings.Compare(string(m.Question.Fact), string(f))
			})
			if !found {
				n.By = slices.Clone(n.By)
				a.Needed = slices.Insert(a.Needed, i, n)
				continue
			}
			for _, id := range n.By {
				if !slices.Contains(a.Needed[i].By, id) {
					a.Needed[i].By = append(a.Needed[i].By, id)
				}
			}
		}
	}
}
