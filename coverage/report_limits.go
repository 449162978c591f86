// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// limitsLeft returns what is left of each limit for the period that this claim
// uses or that cuts it.
func (a *Assessment) limitsLeft() []clause.Note {
	if a.Decision != Payable && a.Decision != NothingDue {
		return nil
	}
	about := map[clause.ID]bool{}
	for _, c := range a.Cuts() {
		about[c.Clause] = about[c.Clause] || c.Aggregate
	}
	for h, part := range a.Payment.Parts() {
		if part.Now != 0 {
			for _, id := range a.policy.limitsOf(h) {
				about[id] = true
			}
		}
	}
	before := a.policy.left(a.before.paid)
	for id, left := range a.policy.left(a.History.paid) {
		about[id] = about[id] || left < before[id]
	}
	whole, unstated := a.policy.left(limits.Paid{}), a.unstatedLimits()
	after, err := a.policy.program.Remaining(a.History.paid)
	if err != nil {
		return nil
	}
	var all []clause.Note
	ja, en := " このお支払い後 ", " after this payment"
	if a.Decision == NothingDue {
		ja, en = " ", ""
	}
	for id, now := range after {
		c := a.policy.scheme.clauses[id]
		switch {
		case !about[id]:
		case unstated[id]:
			all = append(all, note(id, c.JA+" ご契約に定めがないため不明", c.EN+": unknown, because the policy does not state it"))
		default:
			all = append(all, note(id, c.JA+ja+now.Grouped()+"（"+whole[id].Grouped()+"のうち）",
				c.EN+": "+now.Text(language.English)+" of "+whole[id].Text(language.English)+en))
		}
	}
	return all
}

// left returns what is left of each limit for the period.
func (p *policy) left(paid limits.Paid) map[clause.ID]yen.Amount {
	all := map[clause.ID]yen.Amount{}
	if left, err := p.program.Remaining(paid); err == nil {
		for id, amount := range left {
			all[id] = amount
		}
	}
	return all
}

// limitsOf returns the limits for the period that a payment under a head uses:
// those of which less is left after the smallest payment that is found.
func (p *policy) limitsOf(h limits.Head) []clause.ID {
	for loss := yen.Yen; loss < yen.Max; loss *= 10 {
		pay, err := p.program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: h, Amount: loss})
		if err != nil {
			return nil
		}
		if pay.Now == 0 {
			continue
		}
		var all []clause.ID
		before := p.left(limits.Paid{})
		for id, left := range p.left(pay.Paid) {
			if left < before[id] {
				all = append(all, id)
			}
		}
		return all
	}
	return nil
}

// unstatedLimits returns the limits that the policy does not state and on which
// what is payable under a head of the claim could depend.
func (a *Assessment) unstatedLimits() map[clause.ID]bool {
	all := map[clause.ID]bool{}
	for i := range a.Items {
		_, err := a.policy.program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: a.Items[i].Item.Head, Amount: yen.Max})
		if id := openLimit(err); id != "" {
			all[id] = true
		}
	}
	return all
}
