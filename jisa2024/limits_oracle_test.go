// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/big"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// An oracle computes a payment of the 2024 edition from the text of the
// conditions, one step after the other, in exact fractions. It knows nothing of
// trees and programs.
type limitsOracle struct {
	c     limitsChoices
	r     limitsReadings
	loss  map[limits.Head]yen.Amount // of the claim to date
	other map[limits.Head]yen.Amount // paid under other claims
	late  yen.Amount
	v     map[limits.Head]*big.Rat
	rooms []limitsRoom
	most  clause.ID // unstated limits up to this one are at their most
}

// A room is a limit that the oracle has met.
type limitsRoom struct {
	left  yen.Amount
	heads []limits.Head
}

var (
	limitsLiabilityHeads = []limits.Head{jisa2024.Damages, jisa2024.Custody, jisa2024.Malfunction, jisa2024.Defence, jisa2024.Cooperation}
	limitsDamageHeads    = limitsLiabilityHeads[:3]
	limitsCostHeads      = []limits.Head{jisa2024.AttackResponse, jisa2024.Investigation, jisa2024.Advisory, jisa2024.Restoration,
		jisa2024.OtherResponse, jisa2024.RecurrencePrevention}
	limitsCostLimits = []clause.ID{"LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14", "LIM-16"} // in their order
)

func limitsRat(a yen.Amount) *big.Rat { return new(big.Rat).SetInt64(int64(a)) }

// limit returns a limit, reduced where under-declaration reduces limits.
func (o *limitsOracle) limit(a yen.Amount) yen.Amount {
	if o.c.Declared != (yen.Ratio{}) && o.r.Reduction == jisa2024.ReducedLimits {
		n := new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(o.c.Declared.Num()))
		return yen.Amount(n.Div(n, big.NewInt(o.c.Declared.Den())).Int64())
	}
	return a
}

// stated returns a limit of the costs.
func (o *limitsOracle) stated(id clause.ID, a yen.Amount) yen.Amount {
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
func (o *limitsOracle) left(limit yen.Amount, heads ...limits.Head) yen.Amount {
	for _, h := range heads {
		limit -= o.other[h]
	}
	return max(limit, 0)
}

// fill fills heads in order up to what is left of a limit.
func (o *limitsOracle) fill(left yen.Amount, heads ...limits.Head) {
	o.rooms = append(o.rooms, limitsRoom{left, heads})
	rest := limitsRat(left)
	for _, h := range heads {
		if o.v[h].Cmp(rest) > 0 {
			o.v[h].Set(rest)
		}
		rest.Sub(rest, o.v[h])
	}
}

// take takes an amount off heads in order.
func (o *limitsOracle) take(amount yen.Amount, heads ...limits.Head) {
	rest := limitsRat(amount)
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
func (o *limitsOracle) entitled() map[limits.Head]*big.Rat {
	o.v, o.rooms = map[limits.Head]*big.Rat{}, nil
	for _, h := range limitsAllHeads() {
		o.v[h] = limitsRat(o.loss[h])
	}
	costs := o.costOrder()
	o.liability()
	o.costs(costs)
	if o.r.Cap == jisa2024.CapAtLiability {
		all := o.order()
		o.fill(o.left(o.limit(o.c.Liability), all...), all...)
	}
	late := append([]limits.Head{}, limitsCostHeads...)
	switch o.r.Reputational { // a part of another head stands where that head does
	case jisa2024.ReputationalAdvisory:
		late = []limits.Head{limitsCostHeads[0], limitsCostHeads[1], limitsCostHeads[2], jisa2024.Reputational, limitsCostHeads[3], limitsCostHeads[4], limitsCostHeads[5]}
	case jisa2024.ReputationalOtherResponse:
		late = []limits.Head{limitsCostHeads[0], limitsCostHeads[1], limitsCostHeads[2], limitsCostHeads[3], limitsCostHeads[4], jisa2024.Reputational, limitsCostHeads[5]}
	default:
		late = append(late, jisa2024.Reputational)
	}
	o.take(o.late, late...)
	if o.c.Declared != (yen.Ratio{}) {
		r := big.NewRat(o.c.Declared.Num(), o.c.Declared.Den())
		switch o.r.Reduction {
		case jisa2024.ReducedPayments:
			for _, v := range o.v {
				v.Mul(v, r)
			}
		case jisa2024.ReducedDamages:
			for _, h := range limitsDamageHeads {
				o.v[h].Mul(o.v[h], r)
			}
		}
	}
	return o.v
}

// liability pays damages, defence and cooperation, and litigation response
// where it is read into liability.
func (o *limitsOracle) liability() {
	limit := o.limit(o.c.Liability)
	gross := o.loss[jisa2024.Damages] + o.loss[jisa2024.Custody] + o.loss[jisa2024.Malfunction]
	loss := limitsDamageHeads
	if o.r.Defence == jisa2024.DefenceInside {
		loss = limitsLiabilityHeads
	}
	eroding := append([]limits.Head{}, limitsLiabilityHeads...)
	if o.r.Defence == jisa2024.DefenceClassical {
		eroding = append([]limits.Head{}, limitsDamageHeads...)
	}
	if o.r.Litigation == jisa2024.LitigationInsideLiability {
		eroding = append(eroding, jisa2024.LitigationResponse)
	}
	o.take(o.c.Deductible, loss...)
	o.fill(o.left(o.limit(min(o.c.Custody, o.c.Liability)), jisa2024.Custody), jisa2024.Custody)
	o.fill(o.left(o.limit(min(o.c.Malfunction, o.c.Liability)), jisa2024.Malfunction), jisa2024.Malfunction)
	o.fill(limit, loss...)
	if o.r.Defence != jisa2024.DefenceInside {
		by := limit
		if o.r.Scale == jisa2024.ProRataRemaining {
			by = min(by, o.left(limit, eroding...))
		}
		if gross > by {
			o.v[jisa2024.Defence].Mul(o.v[jisa2024.Defence], big.NewRat(int64(by), int64(gross)))
		}
	}
	o.fill(o.left(o.limit(o.c.Litigation), jisa2024.LitigationResponse), jisa2024.LitigationResponse)
	o.fill(o.left(limit, eroding...), eroding...)
}

// costOrder returns the heads under the overall limit, in order.
func (o *limitsOracle) costOrder() []limits.Head {
	var order []limits.Head
	for _, h := range limitsCostHeads {
		order = append(order, h)
		if h == jisa2024.Advisory && o.r.Reputational == jisa2024.ReputationalAdvisory ||
			h == jisa2024.OtherResponse && o.r.Reputational == jisa2024.ReputationalOtherResponse {
			order = append(order, jisa2024.Reputational)
		}
	}
	if o.r.Litigation == jisa2024.LitigationInsideCosts {
		order = append(order, jisa2024.LitigationResponse)
	}
	if o.r.Reputational == jisa2024.ReputationalOwnHead {
		order = append(order, jisa2024.Reputational)
	}
	return append(order, jisa2024.Regulatory)
}

// order returns all heads, in order.
func (o *limitsOracle) order() []limits.Head {
	all := append([]limits.Head{}, limitsLiabilityHeads...)
	if o.r.Litigation == jisa2024.LitigationInsideLiability {
		all = append(all, jisa2024.LitigationResponse)
	}
	all = append(all, o.costOrder()...)
	if o.r.Litigation == jisa2024.LitigationBesideCosts {
		all = append(all, jisa2024.LitigationResponse)
	}
	return all
}

// costs pays the response costs under own limits and an overall one.
func (o *limitsOracle) costs(order []limits.Head) {
	c := o.c.Costs
	own := []yen.Amount{c.AttackResponse, c.Investigation, c.Advisory, c.Restoration, c.OtherResponse, c.RecurrencePrevention}
	if o.r.Costs != jisa2024.CostsOverallOnly {
		for i, h := range limitsCostHeads {
			heads := []limits.Head{h}
			if h == jisa2024.Advisory && o.r.Reputational == jisa2024.ReputationalAdvisory ||
				h == jisa2024.OtherResponse && o.r.Reputational == jisa2024.ReputationalOtherResponse {
				heads = append(heads, jisa2024.Reputational)
			}
			o.fill(o.left(o.stated(limitsCostLimits[i], own[i]), heads...), heads...)
		}
		if o.r.Reputational == jisa2024.ReputationalOwnHead {
			o.fill(o.left(o.stated("LIM-14", c.Reputational), jisa2024.Reputational), jisa2024.Reputational)
		}
	}
	o.fill(o.left(o.limit(o.c.Regulatory), jisa2024.Regulatory), jisa2024.Regulatory)
	switch {
	case o.r.Costs == jisa2024.CostsOwnOnly:
	case o.r.Costs == jisa2024.CostsOwnAndOverall && c.Overall == 0:
		o.fill(o.left(o.limit(100_000_000), order...), order...)
	default:
		o.fill(o.left(o.stated("LIM-16", c.Overall), order...), order...)
	}
}

// atMost returns the oracle with unstated limits at their most.
func (o limitsOracle) atMost() *limitsOracle { return o.upTo("LIM-16") }

// upTo returns the oracle with unstated limits up to one at their most.
func (o limitsOracle) upTo(id clause.ID) *limitsOracle {
	o.most = id
	return &o
}

// first returns the first limit that changes what is due if it and those before
// it are at their most.
func (o limitsOracle) first(changed func(*limitsOracle) bool) clause.ID {
	for _, id := range limitsCostLimits {
		if changed(o.upTo(id)) {
			return id
		}
	}
	return ""
}

// total returns the entitlement in whole yen: one rounding, on the total.
func (o *limitsOracle) total() yen.Amount {
	mode := yen.Down
	if o.r.Rounding == jisa2024.RoundingHalfUp {
		mode = yen.HalfUp
	}
	return limitsRounded(limitsSum(o.entitled(), limitsAllHeads()), mode)
}

// shares returns the total by head.
func (o *limitsOracle) shares() map[limits.Head]yen.Amount {
	total := o.total()
	return limitsShares(total, o.v, o.order(), func(due map[limits.Head]yen.Amount) bool {
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
func limitsShares(total yen.Amount, exact map[limits.Head]*big.Rat, order []limits.Head, allowed func(map[limits.Head]yen.Amount) bool) map[limits.Head]yen.Amount {
	due := map[limits.Head]yen.Amount{}
	rest := map[limits.Head]*big.Rat{}
	var byRest []limits.Head
	for _, h := range order {
		due[h] = yen.Amount(new(big.Int).Div(exact[h].Num(), exact[h].Denom()).Int64())
		total -= due[h]
		if rest[h] = new(big.Rat).Sub(exact[h], limitsRat(due[h])); rest[h].Sign() > 0 {
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

func limitsAllHeads() []limits.Head {
	return append(append(append([]limits.Head{}, limitsLiabilityHeads...), limitsCostHeads...),
		jisa2024.LitigationResponse, jisa2024.Reputational, jisa2024.Regulatory)
}

func limitsSum(v map[limits.Head]*big.Rat, heads []limits.Head) *big.Rat {
	total := new(big.Rat)
	for _, h := range heads {
		total.Add(total, v[h])
	}
	return total
}

// rounded rounds a sum to whole yen.
func limitsRounded(sum *big.Rat, mode yen.Mode) yen.Amount {
	down := new(big.Int).Div(sum.Num(), sum.Denom())
	n := yen.Amount(down.Int64())
	rest := new(big.Rat).Sub(sum, limitsRat(n))
	middle := rest.Cmp(big.NewRat(1, 2))
	if mode == yen.Up && rest.Sign() > 0 || mode == yen.HalfUp && middle >= 0 || mode == yen.HalfEven && (middle > 0 || middle == 0 && n%2 == 1) {
		n++
	}
	return n
}
