// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// remaining returns each aggregate limit with what a history leaves of it. A limit is
// unknown if the policy does not state it.
func (p *policy) remaining(paid limits.Paid) (all []Remaining, err error) {
	ends := [...]limits.Program{p.program.AtLeast(), p.program.AtMost()}
	left := func(paid limits.Paid) (ids []clause.ID, amounts []yen.Figure, err error) {
		for _, program := range ends {
			each, err := program.Remaining(paid)
			if err != nil {
				return nil, nil, err
			}
			k := 0
			for id, amount := range each {
				switch {
				case k == len(ids):
					ids, amounts = append(ids, id), append(amounts, yen.Exactly(amount))
				case amounts[k] != yen.Exactly(amount):
					amounts[k] = yen.Figure{}
				}
				k++
			}
		}
		return ids, amounts, nil
	}
	ids, whole, err := left(limits.Paid{})
	if err != nil {
		return nil, err
	}
	_, now, err := left(paid)
	if err != nil {
		return nil, err
	}
	for k, id := range ids {
		all = append(all, Remaining{Limit: p.scheme.clauses[id], Whole: whole[k], Left: now[k]})
	}
	return all, nil
}

// An opening is an open claim, or the open claims of one series.
type opening struct {
	limits.Open
	claims []*entry

	// unpaid is what is due for the claims of a series and was not paid. It is not paid for
	// another claim of it, or is, as the order decides in which they are assessed anew.
	unpaid yen.Amount

	// apart says of several claims that what one adds does not depend on the order in which
	// they are decided but by what limits and deductible cut. extra is what the series is due
	// already beyond what it was paid.
	apart bool
	extra yen.Amount
}

// open returns the open claims of a history.
func (p *policy) open(h History) (all []*opening, err error) {
	series := map[string]*opening{}
	for _, e := range h.entries() {
		switch of := series[e.Series]; {
		case e.Decision != Open:
		case e.Series == "":
			all = append(all, e.opening())
		case of != nil:
			of.claims = append(of.claims, e)
		default:
			of = &opening{claims: []*entry{e}}
			series[e.Series], all = of, append(all, of)
		}
	}
	for _, of := range series {
		if err := p.openSeries(of, h); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// opening returns a claim that is open by itself: its third-party claims as they are
// assessed anew.
func (e *entry) opening() *opening {
	of := &opening{claims: []*entry{e}}
	for _, x := range e.possible {
		had := limits.Series{}
		if was := partOf(e.parts, x.demand); was != nil {
			had = was.anew()
		}
		had = had.Reduce(x.Reduced())
		sure, more := losses(partOf(e.certain, x.demand), &x)
		of.Parts = append(of.Parts, limits.Uncertain{Series: had, Certain: sure, Possible: more})
	}
	for i := range e.parts {
		was := &e.parts[i]
		of.Held, of.SetOff = append(of.Held, was.Series), of.SetOff+was.Paid()
		if partOf(e.possible, was.demand) == nil { // denied by now
			of.Parts = append(of.Parts, limits.Uncertain{Series: was.anew().Reduce(0)})
		}
	}
	return of
}

// anew returns the series of a third-party claim that is assessed anew, when what was paid
// for the claim is set off as a whole.
func (p *part) anew() limits.Series { return p.Less(p.Series).Disbursed(0) }

func partOf(all []part, demand string) *part {
	if i := slices.IndexFunc(all, func(p part) bool { return p.demand == demand }); i >= 0 {
		return &all[i]
	}
	return nil
}

// losses returns the losses that are certain, and those that are possible beyond them.
func losses(certain, most *part) (sure, more []limits.Loss) {
	if certain == nil {
		certain = &part{}
	}
	if most == nil {
		most = &part{}
	}
	for head, x := range most.All() {
		c := certain.Of(head)
		if c.Loss > 0 {
			sure = append(sure, limits.Loss{Head: head, Amount: c.Loss, Count: c.Count})
		}
		if x.Loss > c.Loss {
			l := limits.Loss{Head: head, Amount: x.Loss - c.Loss, Count: max(x.Count-c.Count, 0)}
			more = append(more, l)
		}
	}
	return sure, more
}

// lateThen returns the reduction for late notice that a claim has once it is decided.
func (e *entry) lateThen() yen.Amount {
	if e.Decision != Open {
		return e.late
	}
	var sum yen.Amount
	for _, x := range e.possible {
		sum += x.Reduced()
	}
	return sum
}

// openSeries takes a series without the losses of its open claims, and with those that
// they have at the end.
func (p *policy) openSeries(of *opening, h History) (err error) {
	last := of.claims[len(of.claims)-1]
	m := *h.data().series.get(last.Series)
	x := limits.Uncertain{Series: h.matter(m.name, last, last.lateThen()).losses}
	unpaid := m.losses.Due() - m.losses.Paid()
	for _, e := range of.claims {
		unpaid -= max(e.Due-e.Paid, 0)
		sure, more := losses(partOf(e.certain, ""), partOf(e.possible, ""))
		x.Certain, x.Possible = append(x.Certain, sure...), append(x.Possible, more...)
		if e == last {
			continue
		}
		for _, own := range e.parts {
			x.Series = x.Series.Less(own.Series)
		}
	}
	of.Held, of.SetOff = []limits.Series{m.losses}, max(unpaid, 0)
	if of.Steps = len(of.claims) > 1; of.Steps {
		err = p.openSteps(of, &x, m, h)
	}
	of.Parts = []limits.Uncertain{x}
	return err
}

// openSteps takes a series of which several claims are open: it can have what it had of
// them before, and any reduction that one of its claims has, until all are decided.
func (p *policy) openSteps(of *opening, x *limits.Uncertain, m matter, h History) (err error) {
	reduced := m.losses.Reduced()
	least, place, fresh, same := reduced, -1, true, true
	for e := range h.data().members(m.members) {
		late := e.lateThen()
		if e.Series != m.name {
			continue
		}
		if same = same && (late == 0 || late == reduced); late > 0 {
			least = min(least, late)
			if e.place > place {
				x.Reduced, place = late, e.place
			}
		}
		if e.Decision == Open && len(e.parts) > 0 {
			_, own := losses(partOf(e.possible, ""), &e.parts[0])
			x.Possible, fresh = append(x.Possible, own...), false
		}
	}
	if !fresh {
		least = 0
	}
	x.Series = x.Series.Reduce(min(least, x.Reduced))
	of.SetOff, of.unpaid = 0, max(m.losses.Due()-m.losses.Paid(), 0)
	if of.apart = fresh && same && of.unpaid == 0; of.apart {
		var b limits.Bounds
		b, err = p.program.Range(h.Paid(), m.losses, nil, nil)
		of.extra = b.Most
	}
	return err
}

func opens(all []*opening) []limits.Open {
	of := make([]limits.Open, len(all))
	for i := range all {
		of[i] = all[i].Open
	}
	return of
}

// wholes returns the claims as if all were certain that is possible of a series.
func wholes(all []*opening) []limits.Open {
	of := opens(all)
	for i := range all {
		if all[i].apart {
			x := of[i].Parts[0]
			x.Certain, x.Possible = slices.Concat(x.Certain, x.Possible), nil
			of[i].Parts = []limits.Uncertain{x}
		}
	}
	return of
}

// share gives each claim its ends. A claim of several of a series has those of the series,
// or of its own losses if they tell more: it adds no more than they are and, of what is
// certain of them, all but what is cut in addition once all is certain that is possible.
func (of *opening) share(b limits.Bounds, whole yen.Amount, to map[*entry]Reserve) {
	var sum, lost yen.Amount
	for _, e := range of.claims {
		r := Reserve{Number: e.Number, Most: b.Most, Stated: e.Reserve}
		if of.apart {
			r.Most = min(r.Most, lossOf(e.possible)+of.extra)
		}
		sum, lost = sum+r.Most, lost+lossOf(e.possible)
		to[e] = r
	}
	for _, e := range of.claims {
		r := to[e]
		r.Least = max(b.Least-(sum-r.Most), 0)
		if of.apart {
			r.Least = max(r.Least, lossOf(e.certain)-(lost-whole+of.extra))
		}
		to[e] = r
	}
}

func lossOf(parts []part) (sum yen.Amount) {
	for _, x := range parts {
		for _, p := range x.All() {
			sum += p.Loss
		}
	}
	return sum
}
