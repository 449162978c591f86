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
	a.Payment, err = a.run(a.program, certainly)
	if a.Unstated = openLimit(err); a.Unstated == "" && err != nil {
		return err
	}
	if len(a.parts) == 1 {
		return a.boundOne(&a.parts[0])
	}
	if a.Least, a.Most, err = a.ends(certainly, possibly); err != nil {
		return err
	}
	less := func(d demand) bool { return d.follows && len(d.possible) > 0 }
	if slices.ContainsFunc(a.parts, less) {
		if err := a.boundWide(); err != nil {
			return err
		}
	}
	return a.sum()
}

// sum pays demands of which the sum is certain, although an unstated limit moves
// an amount from one to the other: with these limits at their least.
func (a *Assessment) sum() (err error) {
	if a.Unstated != "" && a.Least == a.Most && a.had.Reduced() == 0 {
		a.Undivided, a.Unstated = []string{string(a.Unstated)}, ""
		a.program = a.program.AtLeast()
		a.Payment, err = a.run(a.program, certainly)
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
		if all, err := a.run(p.Acting(), certainly); err == nil {
			now = min(now, all.Now)
		}
	}
	return now
}

// boundOne bounds what is paid for one demand, or a series.
func (a *Assessment) boundOne(d *demand) (err error) {
	a.Least, a.Most = a.Payment.Now, a.Payment.Now
	switch {
	case len(d.possible) == 0 && a.Unstated == "":
	case len(d.possible) == 0 && d.had.Reduced() == 0: // a limit that leaves more pays more
		a.Least, a.Most, err = a.ends(certainly, possibly)
	default:
		a.Least, a.Most, err = a.program.Range(a.base, d.had, d.certain, d.possible)
		a.Least, a.Most = a.beyond(a.Least), a.beyond(a.Most)
	}
	return err
}

// ends bounds what is paid by its ends: the certain losses under the limits at their
// least, and the possible ones at their most.
func (a *Assessment) ends(certain, possible func(*demand) []limits.Loss) (least, most yen.Amount, err error) {
	low, err := a.run(a.program.AtLeast(), certain)
	if err != nil {
		return 0, 0, err
	}
	high, err := a.run(a.program.AtMost(), possible)
	return low.Now, high.Now, err
}

// boundWide bounds what is paid for several demands of which more loss may pay
// less, because costs that follow damages are paid pro rata. The least is the
// sum of the least of each after the others took the most from every limit; the
// most is the sum of the most of each, as if the others took nothing. Without
// the costs that follow, more loss never pays less.
func (a *Assessment) boundWide() error {
	follows := func(l limits.Loss) bool { return len(a.policy.scheme.heads[l.Head].Follows) > 0 }
	low, high, err := a.ends(
		func(d *demand) []limits.Loss { return slices.DeleteFunc(slices.Clone(d.certain), follows) },
		func(d *demand) []limits.Loss { return slices.DeleteFunc(slices.Clone(possibly(d)), follows) },
	)
	if err != nil {
		return err
	}
	var least, most yen.Amount
	taken := map[limits.Head]yen.Amount{} // by the demands before, at the most
	for i := range a.parts {
		d := &a.parts[i]
		_, top, err := a.program.Range(a.base, d.had, d.certain, d.possible)
		if err != nil {
			return err
		}
		eroded, err := a.policy.eroded(a.base, taken)
		if err != nil {
			return err
		}
		bottom, _, err := a.program.Range(eroded, d.had, d.certain, d.possible)
		if err != nil {
			return err
		}
		least, most = least+bottom, most+top
		for _, l := range possibly(d) {
			taken[l.Head] += min(l.Amount, top)
			if follows(l) {
				high += l.Amount
			}
		}
	}
	a.Least, a.Most = max(a.beyond(least), low), min(a.beyond(most), high)
	return nil
}

// beyond returns what an amount exceeds what was paid for the claim before, and what is
// to be paid under the others.
func (a *Assessment) beyond(amount yen.Amount) yen.Amount { return max(amount-a.pool.Paid()-a.owed, 0) }

// eroded returns a history with more paid under some heads.
func (p *policy) eroded(before limits.Paid, by map[limits.Head]yen.Amount) (limits.Paid, error) {
	held := maps.Collect(before.All())
	var words []string
	for _, h := range slices.Sorted(p.scheme.limits.Heads()) {
		words = append(words, fmt.Sprintf("%s %d", h, min(held[h]+by[h], yen.Max)))
	}
	return limits.ParsePaid(strings.Join(words, "; "))
}
