// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A Remaining is the remaining amount of an aggregate limit (支払限度額の残額). The zero
// Remaining has no limit and no amounts.
type Remaining struct {
	Limit clause.Clause `json:"limit,omitzero"`

	// Whole is the limit, Left what the claims leave of it, and Free what is left beside
	// the reserves for open claims too. They are unknown if the policy does not state the
	// limit.
	Whole yen.Figure `json:"whole,omitzero"`
	Left  yen.Figure `json:"left,omitzero"`
	Free  yen.Figure `json:"free,omitzero"`
}

// Text returns the limit with what is left of it, in the language.
func (r Remaining) Text(tag language.Tag) string {
	left, known := r.Left.Amount()
	if !known {
		n := note("", "{} ご契約に定めがないため不明", "{}: unknown, because the policy does not state it", r.Limit)
		return text.Capital(n.Text(tag))
	}
	whole, _ := r.Whole.Amount()
	free, _ := r.Free.Amount()
	n := note("", "{}の残額 {}（{}のうち）", "remaining {}: {} of {}", r.Limit, digits(left), digits(whole))
	if free != left {
		n = note("", "{}、支払備金控除後 {}", "{}; {} after reserves", n, digits(free))
	}
	return text.Capital(n.Text(tag))
}

// String returns the text in English.
func (r Remaining) String() string { return r.Text(language.English) }

// Remaining returns what is left of each aggregate limit after the claims of a history,
// in the order in which limits act. For what was left at a date, give it the history as
// it was stored then.
//
// The reserve for an open claim is the most that can be payable for it beyond what was
// paid, one claim after the other, or what [Claim].Reserve states.
//
// Remaining returns a [*fault.Error] with [fault.ErrScheme] for the zero Policy, and with
// [fault.ErrPolicy] at history for the history of another policy.
func (p Policy) Remaining(h History) ([]Remaining, error) {
	switch {
	case p.policy == nil:
		return nil, &fault.Error{Op: "coverage.Remaining", Reason: fault.ErrScheme}
	case !p.owns(h):
		return nil, &fault.Error{Op: "coverage.Remaining", Path: "history", Input: h.policy, Reason: fault.ErrPolicy}
	}
	reserved, err := p.reserved(h)
	if err != nil {
		return nil, fault.In("coverage.Remaining", "history", err)
	}
	var all []Remaining
	for _, id := range p.aggregates() {
		all = append(all, Remaining{
			Limit: p.scheme.clauses[id],
			Whole: p.leaves(limits.Paid{}, id), Left: p.leaves(h.Paid(), id), Free: p.leaves(reserved, id),
		})
	}
	return all, nil
}

// reserved returns what the claims take of the limits with the reserves.
func (p *policy) reserved(h History) (paid limits.Paid, err error) {
	paid = h.Paid()
	series := map[string]limits.Series{}
	for m := range h.data().series.all() {
		series[m.name] = m.losses
	}
	for _, e := range h.entries() {
		reserve, stated := e.Reserve.Amount()
		for k, x := range e.possible {
			was := series[e.Series]
			had := was
			if e.Series == "" {
				was = limits.Series{}
				if i := slices.IndexFunc(e.parts, func(y part) bool { return y.demand == x.demand }); i >= 0 {
					was = e.parts[i].Series
				}
				had = was.Less(was).Reduce(x.Reduced())
			} else {
				for _, own := range e.parts {
					had = had.Less(own.Series)
				}
				had = had.Reduce(cmp.Or(x.Reduced(), had.Reduced()))
			}
			pay, err := p.program.AtMost().Pay(paid, had, x.losses()...)
			if err != nil {
				return paid, err
			}
			then := pay.Series
			if stated {
				if k > 0 {
					reserve = 0 // it is that of the whole claim
				}
				then = had.Reserve(reserve, then)
			}
			if paid, err = paid.With(was, then); err != nil {
				return paid, err
			}
			if e.Series != "" {
				series[e.Series] = then
			}
		}
	}
	return paid, nil
}

func (p part) losses() (all []limits.Loss) {
	for head, x := range p.All() {
		if x.Loss > 0 {
			all = append(all, limits.Loss{Head: head, Amount: x.Loss, Count: x.Count})
		}
	}
	return all
}

// aggregates returns the clauses of the aggregate limits, each once.
func (p *policy) aggregates() (all []clause.ID) {
	if left, err := p.program.Remaining(limits.Paid{}); err == nil {
		for id := range left {
			all = append(all, id)
		}
	}
	return all
}

// leaves returns what is left of a limit; unknown if the policy does not state it.
func (p *policy) leaves(paid limits.Paid, id clause.ID) yen.Figure {
	var ends [2]yen.Amount
	for k, program := range [...]limits.Program{p.program.AtLeast(), p.program.AtMost()} {
		left, err := program.Remaining(paid)
		if err != nil {
			return yen.Figure{}
		}
		for limit, amount := range left {
			if limit == id {
				ends[k] = amount
			}
		}
	}
	if ends[0] != ends[1] {
		return yen.Figure{}
	}
	return yen.Exactly(ends[0])
}
