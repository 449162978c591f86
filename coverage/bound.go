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
	for h := range p.scheme.limits.Heads() {
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
