// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// An Open is a claim of which losses are not certain yet, or a series of claims with such
// ones, for [Program.Outstanding]. The zero Open has no losses.
type Open struct {
	Held  []Series    // what the history includes of it; none if it has not been due or paid
	Parts []Uncertain // what is paid as one claim each: its third-party claims, or the series

	// SetOff is an amount in yen that is set off against what becomes payable for all parts:
	// what was paid for the claim as a whole. What was paid to the Series of a part is not
	// in it.
	SetOff yen.Amount

	// Steps says that the losses of a part are added in several steps and paid in between,
	// as those of the claims of a series are.
	Steps bool
}

// An Uncertain is a part of an [Open] with the losses that are added to it. The zero
// Uncertain has no losses.
type Uncertain struct {
	Series   Series // before the losses are added
	Certain  []Loss // as those of [Program.Range]
	Possible []Loss // beyond those that are certain

	// Reduced is the reduction by an adjuster in yen once all losses are added. It has no
	// effect if it is less than that of the Series.
	Reduced yen.Amount
}

// An Outstanding bounds what open claims can still be paid. Whether its bounds are reached
// says [Program.Outstanding]; Exact is false in all of them. The zero Outstanding is that of
// no claims.
type Outstanding struct {
	Bounds // of the sum of the payments

	Claims []Bounds // of the payments for each claim, whatever is decided before it
	Limits []Bounds // of how much more of each limit is eroded, in the order of [Program.Remaining]

	// Additive reports whether each loss adds at most its amount to what is payable for its
	// claim, whatever is decided before. It is false if a claim can give back what it holds
	// of a limit, and if the program has a [Franchise], [Waiting], [PerUnit] or
	// [AggregateDeductible] term or rounds to even yen.
	Additive bool
}

// Outstanding returns between which amounts open claims are still paid when they are
// decided, one after the other, in any order. The losses of each are then between those
// that are certain and those that are possible too, as in [Program.Range], and an option
// that the policy does not state is any amount in its range.
//
// The bounds of a claim are those of Range: the most as the first that is decided, the
// least as the last, after the others took what they can. The bounds of the sum allow for
// the limits that claims compete for: the least can be more than the sum of the leasts, and
// the most less than the sum of the mosts. The bounds of a limit are of the amount by which
// the claims erode it beyond what the history includes of them, or 0 if that is less;
// those of an [AggregateDeductible] are of the amount that they bear.
//
// Both ends of the sum are reached if those of each claim are and no two claims can erode
// the same limit, or if only other aggregate limits act after those that two claims can
// erode. Elsewhere they are bounds that no order and no losses pass: if a ratio, a
// reduction, a per-claim limit or a [Scaled] term acts after such a limit, if a claim can
// give back what it holds, and by a yen for each part if amounts are rounded. So are the
// ends of a limit with another one around it that two claims can erode.
//
// Outstanding returns a [*fault.Error] with
//   - the errors of Range, with the path open[i].parts[k] before theirs,
//   - [fault.ErrPolicy] at open[i].held if the history does not include it,
//   - [fault.ErrRange] at open[i].setOff if it is below zero or above [yen.Max].
func (p Program) Outstanding(paid Paid, open ...Open) (Outstanding, error) {
	o, err := p.outstanding(paid, open)
	if err != nil {
		return Outstanding{}, fault.In("limits.Outstanding", "", err)
	}
	var all Outstanding
	for _, g := range o.claims {
		all.Least, all.Most = plus(all.Least, g.least), plus(all.Most, g.most)
		all.Claims = append(all.Claims, Bounds{Least: g.least, Most: g.most})
	}
	all.Additive = o.additive()
	together := o.together(o.claims...)
	all.Least, all.Most = max(all.Least, together.total()), min(all.Most, o.most(o.claims, ^set(0))+o.apart())
	for i := range p.ops {
		switch op := &p.ops[i]; {
		case p.on[i] == 0:
		case op.kind == aggregateDeductible:
			all.Limits = append(all.Limits, o.bears(op, p.on[i]))
		case op.kind == aggregate && p.limits(op):
			all.Limits = append(all.Limits, o.takes(op, p.on[i], together))
		}
	}
	return all, nil
}

// A tally has an amount for each head, by position.
type tally [mostHeads]yen.Amount

// plus adds amounts of claims. A head has [yen.Max] at most, so that no more can be paid
// however many there are.
func plus(a, b yen.Amount) yen.Amount { return min(a+b, mostHeads*yen.Max) }

// of returns the sum under some heads.
func (a *tally) of(heads set) (sum yen.Amount) {
	for s := heads; s != 0; s = s.rest() {
		sum += a[s.first()]
	}
	return sum
}
