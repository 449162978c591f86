// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"maps"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// limitsLeft returns what is left of each limit for the period that this claim
// uses or that cuts it.
func (a *Assessment) limitsLeft() []clause.Note {
	if a.Decision != Payable && a.Decision != NothingPayable {
		return nil
	}
	about := a.policy.used(a.before.Paid(), a.History.Paid())
	for _, c := range a.Cuts() {
		if c.Aggregate {
			about[c.Clause] = c.Amount
		}
	}
	for h, part := range a.Payment.Parts() {
		if part.Now != 0 {
			paid, _ := a.policy.eroded(limits.Paid{}, map[limits.Head]yen.Amount{h: yen.Yen})
			maps.Copy(about, a.policy.used(limits.Paid{}, paid))
		}
	}
	unstated := map[clause.ID]bool{} // on which what is payable under a head of the claim could depend
	for i := range a.items {
		most := limits.Loss{Head: a.items[i].Item.Head, Amount: yen.Max, Count: a.items[i].Item.Count}
		_, err := a.policy.program.Pay(limits.Paid{}, limits.Series{}, most)
		unstated[openLimit(err)] = true
	}
	whole := a.policy.left(limits.Paid{})
	after, err := a.policy.program.Remaining(a.History.Paid())
	if err != nil {
		return nil
	}
	var all []clause.Note
	for id, now := range after {
		c := a.policy.scheme.clauses[id]
		switch _, is := about[id]; {
		case !is:
		case unstated[id]:
			all = append(all, note(id, "{} ご契約に定めがないため不明", "{}: unknown, because the policy does not state it", c))
		case a.Decision == NothingPayable:
			all = append(all, note(id, "{} {}（{}のうち）", "{}: {} of {}", c, digits(now), digits(whole[id])))
		default:
			all = append(all, note(id, "{} このお支払い後 {}（{}のうち）", "{}: {} of {} after this payment",
				c, digits(now), digits(whole[id])))
		}
	}
	return all
}

// used returns by how much less is left of the limits for the period after one history
// than before, so far as it is less.
func (p *policy) used(before, after limits.Paid) map[clause.ID]yen.Amount {
	all := map[clause.ID]yen.Amount{}
	left := p.left(after)
	for id, was := range p.left(before) {
		if left[id] < was {
			all[id] = was - left[id]
		}
	}
	return all
}

// left returns what is left of each limit for the period.
func (p *policy) left(paid limits.Paid) map[clause.ID]yen.Amount {
	all := map[clause.ID]yen.Amount{}
	if left, err := p.program.Remaining(paid); err == nil {
		maps.Insert(all, left)
	}
	return all
}
