// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// bound pays the demands in their order, and bounds what is not certain.
func (a *Assessment) bound() (err error) {
	a.Payment, err = a.run(a.program, a.parts, certainly)
	if a.Unstated = openLimit(err); a.Unstated == "" && err != nil {
		return err
	}
	if a.Unstated == "" && !slices.ContainsFunc(a.parts, uncertain) {
		a.Least, a.Most, a.Exact = a.Payment.Now, a.Payment.Now, true
		return nil
	}
	b, err := a.bounds(a.parts)
	if a.Least, a.Most, a.Exact = b.Least, b.Most, b.Exact || b.Least == b.Most; err != nil || len(a.parts) == 1 {
		return err
	}
	return a.sum()
}

// sum pays demands of which the sum is certain, although an unstated limit moves
// an amount from one to the other: with these limits at their least.
func (a *Assessment) sum() (err error) {
	if a.Unstated != "" && a.Least == a.Most && a.had().Reduced() == 0 {
		a.Undivided, a.Unstated = []string{string(a.Unstated)}, ""
		a.program = a.program.AtLeast()
		a.Payment, err = a.run(a.program, a.parts, certainly)
	}
	return err
}

// Combined returns what would be payable now if the limits that are set beside the
// program for comparison acted, in yen, or 0 for an open claim.
func (a Assessment) Combined() yen.Amount {
	if a.Payment.Now == 0 || a.policy == nil {
		return 0
	}
	now := a.Payment.Now
	for _, p := range [...]limits.Program{a.policy.program.AtLeast(), a.policy.program.AtMost()} {
		if all, err := a.run(p.Acting(), a.parts, certainly); err == nil {
			now = min(now, all.Now)
		}
	}
	return now
}

// bounds bounds what is paid now for demands.
func (a *Assessment) bounds(of []demand) (limits.Bounds, error) {
	if len(of) > 1 {
		return a.boundSeveral(of)
	}
	d := &of[0]
	b, err := a.program.Range(a.base, d.had, d.certain, d.possible)
	if err == nil && !b.Exact && len(d.possible) == 0 && d.had.Reduced() == 0 { // a limit that leaves more pays more
		return a.ends(of, certainly, possibly)
	}
	b.Least, b.Most = a.beyond(b.Least), a.beyond(b.Most)
	return b, err
}

// rises reports whether more loss never pays less for demands.
func (a *Assessment) rises(of []demand) (bool, error) {
	if len(of) == 1 {
		return a.program.Rises(a.base, of[0].had, of[0].certain, of[0].possible)
	}
	b, err := a.boundSeveral(of)
	return b.Exact, err
}

// ends bounds what is paid by its ends: the certain losses under the limits at their
// least, and the possible ones at their most.
func (a *Assessment) ends(of []demand, certain, possible func(*demand) []limits.Loss) (limits.Bounds, error) {
	low, err := a.run(a.program.AtLeast(), of, certain)
	if err != nil {
		return limits.Bounds{}, err
	}
	high, err := a.run(a.program.AtMost(), of, possible)
	return limits.Bounds{Least: low.Now, Most: high.Now, Exact: true}, err
}

// boundSeveral bounds what is paid for several demands. If more loss can pay less, the
// least is the sum of the least of each after the others took the most from every limit,
// and the most is the sum of the most of each, as if the others took nothing. If only
// costs that follow damages are paid so, the others bound it too.
func (a *Assessment) boundSeveral(of []demand) (limits.Bounds, error) {
	b, err := a.ends(of, certainly, possibly)
	if err != nil || !slices.ContainsFunc(of, uncertain) {
		return b, err
	}
	free, had, err := a.free(of)
	if err != nil {
		return b, err
	}
	exact, paced, all := true, false, map[limits.Head]yen.Amount{}
	for i := range of {
		for _, l := range possibly(&of[i]) {
			all[l.Head] += l.Amount
		}
	}
	for i := range of {
		d := &of[i]
		rises, err := a.program.Rises(free, had[i], d.certain, d.possible)
		follows := err == nil && d.follows
		if follows { // also by what the others take of the limits
			follows, err = a.paced(d, free, had[i], all)
		}
		if err != nil {
			return b, err
		}
		paced, exact = paced || follows, exact && (rises || follows)
	}
	if exact && !paced {
		return b, nil
	}
	follows := func(l limits.Loss) bool { return len(a.policy.scheme.heads[l.Head].Follows) > 0 }
	b, err = a.ends(of,
		func(d *demand) []limits.Loss { return slices.DeleteFunc(slices.Clone(d.certain), follows) },
		func(d *demand) []limits.Loss { return slices.DeleteFunc(slices.Clone(possibly(d)), follows) },
	)
	if err != nil {
		return b, err
	}
	var least, most yen.Amount
	taken := map[limits.Head]yen.Amount{} // by the demands before, at the most
	for i := range of {
		d := &of[i]
		top, err := a.program.Range(free, had[i], d.certain, d.possible)
		if err != nil {
			return b, err
		}
		eroded, err := a.policy.eroded(free, taken)
		if err != nil {
			return b, err
		}
		bottom, err := a.program.Range(eroded, had[i], d.certain, d.possible)
		if err != nil {
			return bottom, err
		}
		least, most = least+bottom.Least, most+top.Most
		for _, l := range possibly(d) {
			taken[l.Head] += min(l.Amount, top.Most)
			if follows(l) {
				b.Most += l.Amount
			}
		}
	}
	if !exact {
		return limits.Bounds{Least: a.beyond(least), Most: a.beyond(most)}, nil
	}
	return limits.Bounds{Least: max(a.beyond(least), b.Least), Most: min(a.beyond(most), b.Most)}, nil
}

// paced reports whether more loss can pay less for the costs of a demand that follow damages, when
// the others take what they can of the limits. All are the losses of all demands.
func (a *Assessment) paced(
	d *demand, free limits.Paid, had limits.Series, all map[limits.Head]yen.Amount,
) (bool, error) {
	others := maps.Clone(all)
	for _, l := range possibly(d) {
		others[l.Head] -= l.Amount
	}
	eroded, err := a.policy.eroded(free, others)
	if err != nil {
		return false, err
	}
	rises, err := a.program.Rises(eroded, had, nil, possibly(d))
	return !rises, err
}

// free returns what is paid and what each demand had, without what the claim held before.
func (a *Assessment) free(of []demand) (free limits.Paid, had []limits.Series, err error) {
	free = a.base
	for i := range of {
		p, err := a.program.AtMost().Pay(free, of[i].had)
		if err != nil {
			return free, had, err
		}
		free, had = p.Paid, append(had, p.Series)
	}
	return free, had, nil
}

// beyond returns what an amount exceeds what was paid for the claim before, and what is
// to be paid under the others.
func (a *Assessment) beyond(amount yen.Amount) yen.Amount {
	return max(amount-a.pooled().Paid()-a.owed, 0)
}

// eroded returns a history with more paid under some heads.
func (p *policy) eroded(before limits.Paid, by map[limits.Head]yen.Amount) (limits.Paid, error) {
	held := maps.Collect(before.All())
	var words []string
	for _, h := range slices.Sorted(p.scheme.limits.Heads()) {
		words = append(words, fmt.Sprintf("%s %d", h, min(held[h]+by[h], yen.Max)))
	}
	return limits.ParsePaid(strings.Join(words, "; "))
}
