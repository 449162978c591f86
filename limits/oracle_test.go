// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"math/big"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// An oracle computes a payment of the 2024 edition from the text of the
// conditions, one step after the other, in exact fractions. It knows nothing of
// trees and programs.
type oracle struct {
	c     limits.Choices
	r     limits.Readings
	loss  map[limits.Head]yen.Amount // of the claim to date
	other map[limits.Head]yen.Amount // paid under other claims
	late  yen.Amount
	v     map[limits.Head]*big.Rat
	rooms []room
	most  clause.ID // unstated limits up to this one are at their most
}

// A room is a limit that the oracle has met.
type room struct {
	left  yen.Amount
	heads []limits.Head
}

var (
	liabilityHeads = []limits.Head{limits.Damages, limits.Custody, limits.Malfunction, limits.Defence, limits.Cooperation}
	damageHeads    = liabilityHeads[:3]
	costHeads      = []limits.Head{limits.AttackResponse, limits.Investigation, limits.Advisory, limits.Restoration,
		limits.OtherResponse, limits.RecurrencePrevention}
	costLimits = []clause.ID{"LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14", "LIM-16"} // in their order
)

func rat(a yen.Amount) *big.Rat { return new(big.Rat).SetInt64(int64(a)) }

// limit returns a limit, reduced where under-declaration reduces limits.
func (o *oracle) limit(a yen.Amount) yen.Amount {
	if o.c.Declared != (yen.Ratio{}) && o.r.Reduction == limits.EveryLimit {
		n := new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(o.c.Declared.Num()))
		return yen.Amount(n.Div(n, big.NewInt(o.c.Declared.Den())).Int64())
	}
	return a
}

// stated returns a limit of the costs.
func (o *oracle) stated(id clause.ID, a yen.Amount) yen.Amount {
	switch {
	case a > 0:
	case id <= o.most:
		a = 100_000_000
	default:
		a = 5_000_000
	}
	return o.limit(a)
}

// left returns what other claims leave of a limit.
func (o *oracle) left(limit yen.Amount, heads ...limits.Head) yen.Amount {
	for _, h := range heads {
		limit -= o.other[h]
	}
	return max(limit, 0)
}

// fill fills heads in order up to what is left of a limit.
func (o *oracle) fill(left yen.Amount, heads ...limits.Head) {
	o.rooms = append(o.rooms, room{left, heads})
	rest := rat(left)
	for _, h := range heads {
		if o.v[h].Cmp(rest) > 0 {
			o.v[h].Set(rest)
		}
		rest.Sub(rest, o.v[h])
	}
}

// take takes an amount off heads in order.
func (o *oracle) take(amount yen.Amount, heads ...limits.Head) {
	rest := rat(amount)
	for _, h := range heads {
		cut := new(big.Rat).Set(rest)
		if cut.Cmp(o.v[h]) > 0 {
			cut.Set(o.v[h])
		}
		o.v[h].Sub(o.v[h], cut)
		rest.Sub(rest, cut)
	}
}

// entitled returns what each head is entitled to, before any rounding.
func (o *oracle) entitled() map[limits.Head]*big.Rat {
	o.v, o.rooms = map[limits.Head]*big.Rat{}, nil
	for _, h := range allHeads() {
		o.v[h] = rat(o.loss[h])
	}
	costs := o.costOrder()
	o.liability()
	o.costs(costs)
	if o.r.Cap == limits.CapAtLiability {
		all := o.order()
		o.fill(o.left(o.limit(o.c.Liability), all...), all...)
	}
	late := append([]limits.Head{}, costHeads...)
	switch o.r.Reputational { // a part of another head stands where that head does
	case limits.WithAdvisory:
		late = []limits.Head{costHeads[0], costHeads[1], costHeads[2], limits.Reputational, costHeads[3], costHeads[4], costHeads[5]}
	case limits.WithOtherResponse:
		late = []limits.Head{costHeads[0], costHeads[1], costHeads[2], costHeads[3], costHeads[4], limits.Reputational, costHeads[5]}
	default:
		late = append(late, limits.Reputational)
	}
	o.take(o.late, late...)
	if o.c.Declared != (yen.Ratio{}) {
		r := big.NewRat(o.c.Declared.Num(), o.c.Declared.Den())
		switch o.r.Reduction {
		case limits.EveryPayment:
			for _, v := range o.v {
				v.Mul(v, r)
			}
		case limits.DamagesOnly:
			for _, h := range damageHeads {
				o.v[h].Mul(o.v[h], r)
			}
		}
	}
	return o.v
}

// liability pays damages, defence and cooperation, and litigation response
// where it is read into liability.
func (o *oracle) liability() {
	limit := o.limit(o.c.Liability)
	gross := o.loss[limits.Damages] + o.loss[limits.Custody] + o.loss[limits.Malfunction]
	loss := damageHeads
	if o.r.Defence == limits.Inside {
		loss = liabilityHeads
	}
	eroding := append([]limits.Head{}, liabilityHeads...)
	if o.r.Defence == limits.Classical {
		eroding = append([]limits.Head{}, damageHeads...)
	}
	if o.r.Litigation == limits.InsideLiability {
		eroding = append(eroding, limits.LitigationResponse)
	}
	o.take(o.c.Deductible, loss...)
	o.fill(o.left(o.limit(min(o.c.Custody, o.c.Liability)), limits.Custody), limits.Custody)
	o.fill(o.left(o.limit(min(o.c.Malfunction, o.c.Liability)), limits.Malfunction), limits.Malfunction)
	o.fill(limit, loss...)
	if o.r.Defence != limits.Inside {
		by := limit
		if o.r.Scale == limits.LimitLeft {
			by = min(by, o.left(limit, eroding...))
		}
		if gross > by {
			o.v[limits.Defence].Mul(o.v[limits.Defence], big.NewRat(int64(by), int64(gross)))
		}
	}
	o.fill(o.left(o.limit(o.c.Litigation), limits.LitigationResponse), limits.LitigationResponse)
	o.fill(o.left(limit, eroding...), eroding...)
}

// costOrder returns the heads under the overall limit, in order.
func (o *oracle) costOrder() []limits.Head {
	var order []limits.Head
	for _, h := range costHeads {
		order = append(order, h)
		if h == limits.Advisory && o.r.Reputational == limits.WithAdvisory ||
			h == limits.OtherResponse && o.r.Reputational == limits.WithOtherResponse {
			order = append(order, limits.Reputational)
		}
	}
	if o.r.Litigation == limits.InsideCosts {
		order = append(order, limits.LitigationResponse)
	}
	if o.r.Reputational == limits.OwnHead {
		order = append(order, limits.Reputational)
	}
	return append(order, limits.Regulatory)
}

// order returns all heads, in order.
func (o *oracle) order() []limits.Head {
	all := append([]limits.Head{}, liabilityHeads...)
	if o.r.Litigation == limits.InsideLiability {
		all = append(all, limits.LitigationResponse)
	}
	all = append(all, o.costOrder()...)
	if o.r.Litigation == limits.BesideCosts {
		all = append(all, limits.LitigationResponse)
	}
	return all
}

// costs pays the response costs under own limits and an overall one.
func (o *oracle) costs(order []limits.Head) {
	c := o.c.Costs
	own := []yen.Amount{c.AttackResponse, c.Investigation, c.Advisory, c.Restoration, c.OtherResponse, c.RecurrencePrevention}
	if o.r.Costs != limits.OverallOnly {
		for i, h := range costHeads {
			heads := []limits.Head{h}
			if h == limits.Advisory && o.r.Reputational == limits.WithAdvisory ||
				h == limits.OtherResponse && o.r.Reputational == limits.WithOtherResponse {
				heads = append(heads, limits.Reputational)
			}
			o.fill(o.left(o.stated(costLimits[i], own[i]), heads...), heads...)
		}
		if o.r.Reputational == limits.OwnHead {
			o.fill(o.left(o.stated("LIM-14", c.Reputational), limits.Reputational), limits.Reputational)
		}
	}
	o.fill(o.left(o.limit(o.c.Regulatory), limits.Regulatory), limits.Regulatory)
	switch {
	case o.r.Costs == limits.OwnOnly:
	case o.r.Costs == limits.OwnAndOverall && c.Overall == 0:
		o.fill(o.left(o.limit(100_000_000), order...), order...)
	default:
		o.fill(o.left(o.stated("LIM-16", c.Overall), order...), order...)
	}
}

// atMost returns the oracle with unstated limits at their most.
func (o oracle) atMost() *oracle { return o.upTo("LIM-16") }

// upTo returns the oracle with unstated limits up to one at their most.
func (o oracle) upTo(id clause.ID) *oracle {
	o.most = id
	return &o
}

// first returns the first limit that changes what is due if it and those before
// it are at their most.
func (o oracle) first(changed func(*oracle) bool) clause.ID {
	for _, id := range costLimits {
		if changed(o.upTo(id)) {
			return id
		}
	}
	return ""
}

// total returns the entitlement in whole yen: one rounding, on the total.
func (o *oracle) total() yen.Amount {
	mode := yen.Down
	if o.r.Rounding == limits.HalfUp {
		mode = yen.HalfUp
	}
	return rounded(sum(o.entitled(), allHeads()), mode)
}

// shares returns the total by head.
func (o *oracle) shares() map[limits.Head]yen.Amount {
	total := o.total()
	return shares(total, o.v, o.order(), func(due map[limits.Head]yen.Amount) bool {
		for _, r := range o.rooms {
			left := r.left
			for _, h := range r.heads {
				left -= due[h]
			}
			if left < 0 {
				return false
			}
		}
		return true
	})
}

// shares cuts each head to the yen and gives what is left of the total to the
// heads with the largest fractions, the earlier of equals, one yen each, where
// the limits allow it.
func shares(total yen.Amount, exact map[limits.Head]*big.Rat, order []limits.Head, allowed func(map[limits.Head]yen.Amount) bool) map[limits.Head]yen.Amount {
	due := map[limits.Head]yen.Amount{}
	rest := map[limits.Head]*big.Rat{}
	var byRest []limits.Head
	for _, h := range order {
		due[h] = yen.Amount(new(big.Int).Div(exact[h].Num(), exact[h].Denom()).Int64())
		total -= due[h]
		if rest[h] = new(big.Rat).Sub(exact[h], rat(due[h])); rest[h].Sign() > 0 {
			byRest = append(byRest, h)
		}
	}
	slices.SortStableFunc(byRest, func(a, b limits.Head) int { return rest[b].Cmp(rest[a]) })
	for _, h := range byRest {
		if total == 0 {
			break
		}
		if due[h]++; allowed(due) {
			total--
		} else {
			due[h]--
		}
	}
	return due
}

func allHeads() []limits.Head {
	return append(append(append([]limits.Head{}, liabilityHeads...), costHeads...),
		limits.LitigationResponse, limits.Reputational, limits.Regulatory)
}
