// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"maps"
	"math/big"
	"slices"
)

// pay returns what the claims of a matter are entitled to, by head: a series to
// date, or demand after demand, each on its own and the limits of the period
// going on from one to the next. It returns the losses of the last of them, too.
func (w *world) pay(rec *record, parts []part, capped bool) (due map[string]int64, last part) {
	others := maps.Clone(w.held)
	for h, n := range rec.held {
		others[h] -= n
	}
	due = map[string]int64{}
	for i, p := range parts {
		loss := maps.Clone(p.loss)
		for h, n := range rec.loss {
			loss[h] += n
		}
		last = part{loss, p.late}
		if last.late == 0 {
			last.late = rec.late
		}
		for h, n := range w.due(others, last, capped) {
			if i > 0 && n > 0 && due[h] > 0 {
				w.reach("two demands paid under " + h)
			}
			due[h] += n
			others[h] += n
		}
	}
	return due, last
}

// due returns what one claim is entitled to, by head, where other claims hold
// some of the limits.
func (w *world) due(others map[string]int64, claim part, capped bool) map[string]int64 {
	ratio := big.NewRat(1, 1)
	if w.declared > 0 && w.declared < w.actual {
		ratio = big.NewRat(w.declared, w.actual)
	}
	limit := func(a int64) *big.Rat {
		r := new(big.Rat).SetInt64(a)
		if w.read["A25=limits"] {
			r.Mul(r, ratio)
			r.SetInt(new(big.Int).Quo(r.Num(), r.Denom()))
		}
		return r
	}
	held := func(heads ...string) *big.Rat { // by other claims
		n := int64(0)
		for _, h := range heads {
			n += others[h]
		}
		return new(big.Rat).SetInt64(n)
	}
	x := map[string]*big.Rat{}
	for _, h := range everyHead {
		x[h] = new(big.Rat).SetInt64(claim.loss[h])
	}
	take := func(amount *big.Rat, heads ...string) { // a deductible: from the first head first
		left := new(big.Rat).Set(amount)
		for _, h := range heads {
			cut := least(left, x[h])
			x[h] = new(big.Rat).Sub(x[h], cut)
			left.Sub(left, cut)
		}
	}
	fill := func(most *big.Rat, heads ...string) { // a limit: filled in the order written
		left := new(big.Rat).Set(most)
		if left.Sign() < 0 {
			left.SetInt64(0)
		}
		for _, h := range heads {
			x[h] = least(left, x[h])
			left.Sub(left, x[h])
		}
	}
	inside := w.read["A4=inside"]
	damages := []string{"damages"}
	if w.attached["END-03"] {
		damages = append(damages, "custody")
	}
	if w.attached["END-04"] {
		damages = append(damages, "malfunction")
	}
	section := append(slices.Clone(damages), "defence", "cooperation")
	gross := new(big.Rat)
	for _, h := range damages {
		gross.Add(gross, x[h])
	}
	sharing := damages
	if inside {
		sharing = section
	}
	take(new(big.Rat).SetInt64(w.deductible), sharing...)
	if w.custody > 0 && w.custody < w.liability {
		fill(new(big.Rat).Sub(limit(w.custody), held("custody")), "custody")
	}
	if w.malfunction > 0 && w.malfunction < w.liability {
		fill(new(big.Rat).Sub(limit(w.malfunction), held("malfunction")), "malfunction")
	}
	fill(limit(w.liability), sharing...)

	fill(new(big.Rat).Sub(limit(w.litigation), held("litigation-response")), "litigation-response")
	eroding := section
	if w.read["A4=classical"] {
		eroding = damages
	}
	if w.read["A3a=inside-liability"] {
		eroding = append(slices.Clone(eroding), "litigation-response")
	}
	left := new(big.Rat).Sub(limit(w.liability), held(eroding...))
	if left.Sign() < 0 {
		left.SetInt64(0)
	}
	if !inside {
		by := limit(w.liability)
		if !w.read["A4b=printed"] {
			by = least(by, left)
		}
		if gross.Cmp(by) > 0 {
			x["defence"] = new(big.Rat).Mul(x["defence"], new(big.Rat).Quo(by, gross))
		}
	}
	fill(left, eroding...)

	var costs []string
	for _, h := range costHeads {
		group := []string{h}
		if h == "advisory" && w.read["A12=advisory"] || h == "other-response" && w.read["A12=other-response"] {
			group = append(group, "reputational")
		}
		if !w.read["A2=overall-only"] {
			fill(new(big.Rat).Sub(limit(w.own[h]), held(group...)), group...)
		}
		costs = append(costs, group...)
	}
	late6 := slices.Clone(costs)
	if w.read["A3a=inside-costs"] || !w.read["A3a=beside-costs"] && !w.read["A3a=inside-liability"] {
		costs = append(costs, "litigation-response")
	}
	if !slices.Contains(costs, "reputational") {
		if !w.read["A2=overall-only"] {
			fill(new(big.Rat).Sub(limit(w.own["reputational"]), held("reputational")), "reputational")
		}
		costs, late6 = append(costs, "reputational"), append(late6, "reputational")
	}
	if w.attached["END-05"] {
		fill(new(big.Rat).Sub(limit(w.regulatory), held("regulatory")), "regulatory")
		costs = append(costs, "regulatory")
	}
	if !w.read["A2=own-only"] {
		fill(new(big.Rat).Sub(limit(w.overall), held(costs...)), costs...)
	}
	written := append(slices.Clone(section), costs...)
	if w.read["A3a=inside-liability"] {
		written = append(append(slices.Clone(section), "litigation-response"), costs...)
	}
	if w.read["A3a=beside-costs"] {
		written = append(written, "litigation-response")
	}
	if capped || w.read["A3b=capped"] {
		fill(new(big.Rat).Sub(limit(w.liability), held(written...)), written...)
	}
	take(new(big.Rat).SetInt64(claim.late), late6...)
	if !w.read["A25=limits"] {
		reduced := written
		if w.read["A25=damages"] {
			reduced = damages
		}
		for _, h := range reduced {
			x[h] = new(big.Rat).Mul(x[h], ratio)
		}
	}
	return share(x, written, w.read["A28=half-up"])
}

// share rounds the total once and gives the yen left over to the largest
// fractions, the earlier head first.
func share(x map[string]*big.Rat, heads []string, halfUp bool) map[string]int64 {
	total := new(big.Rat)
	due := map[string]int64{}
	fraction := map[string]*big.Rat{}
	floors := int64(0)
	for _, h := range heads {
		total.Add(total, x[h])
		n := new(big.Int).Quo(x[h].Num(), x[h].Denom()).Int64()
		due[h], fraction[h] = n, new(big.Rat).Sub(x[h], new(big.Rat).SetInt64(n))
		floors += n
	}
	if halfUp {
		total.Add(total, big.NewRat(1, 2))
	}
	over := new(big.Int).Quo(total.Num(), total.Denom()).Int64() - floors
	for ; over > 0; over-- {
		best := ""
		for _, h := range heads {
			if fraction[h].Sign() > 0 && (best == "" || fraction[h].Cmp(fraction[best]) > 0) {
				best = h
			}
		}
		due[best]++
		fraction[best].SetInt64(0)
	}
	return due
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}
