// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A Risk is what a tariff computes a premium for. The zero Risk states nothing, and its
// term is a full year.
type Risk struct {
	Sales    Sales         `json:"sales"`
	Options  option.Values `json:"options,omitzero"`  // as stated; a tariff that names no option ignores them
	Attached []clause.ID   `json:"attached,omitzero"` // the endorsements
	Term     Term          `json:"term,omitzero"`
	Adjust   []Adjustment  `json:"adjust,omitzero"` // in any order; the tariff has its own
}

// An Adjustment is a discount or a loading at a rate. The insurer decides the
// rate of a member. The zero Adjustment names no step of a tariff.
type Adjustment struct {
	Clause clause.ID `json:"clause"` // the ID of the step
	Rate   yen.Ratio `json:"rate"`   // 10% is a tenth of the premium; one that the step has
}

// check returns the faults of a risk, and sets the figures of its options if there are
// any to be set.
func (t *tariff) check(op string, r *Risk, of *figures) error {
	f := faults{op: op}
	if r.Sales.Amount < 0 {
		f.add(salesAmount, r.Sales.Amount.String(), leastSales, fault.ErrRange)
	}
	if !t.hasBasis(r.Sales) && r.Sales.Amount != 0 {
		f.add("sales.basis", r.Sales.Basis, t.rules.Basis, fault.ErrConflict)
	}
	if of != nil {
		t.stated(&f, r, of)
	}
	if t.term >= 0 {
		if _, err := t.steps[t.term].part(r.Term); err != nil {
			err.Op = op
			f.all = append(f.all, err)
		}
	}
	var seen uint64 // a bit for each adjustment
	for i := range r.Adjust {
		a := &r.Adjust[i]
		n := t.adjustment(a.Clause)
		switch {
		case n < 0:
			f.add(index("adjust", i)+".clause", string(a.Clause), "", fault.ErrUnknown)
		case seen>>n&1 == 1:
			f.add(index("adjust", i)+".clause", string(a.Clause), "", fault.ErrDuplicate)
		case !t.adjusts[n].always && !t.adjusts[n].applies(r, of):
			f.add(index("adjust", i)+".clause", string(a.Clause), "", fault.ErrMisplaced)
		default:
			seen |= 1 << n
			if s := t.adjusts[n].step; !s.has(a.Rate) {
				f.add(index("adjust", i)+".rate", a.Rate.String(), s.rates(), fault.ErrRange)
			}
		}
	}
	return f.err()
}

// hasBasis reports whether the sales are of the basis of the tariff. An unknown
// basis is taken to be that.
func (t *tariff) hasBasis(s Sales) bool { return s.Basis == "" || s.Basis == t.rules.Basis }

// adjustment returns the index of a discount or a loading, or -1.
func (t *tariff) adjustment(id clause.ID) int {
	for i := range t.adjusts {
		if t.adjusts[i].id == id {
			return i
		}
	}
	return -1
}

// applies reports whether the endorsement of the step is attached and its choices hold.
func (s *step) applies(r *Risk, of *figures) bool {
	return s.always || (s.With == "" || slices.Contains(r.Attached, s.With)) && hold(s.when, of)
}

func (a *adjustment) applies(r *Risk, of *figures) bool {
	return a.step.applies(r, of) && (a.in == nil || a.in.applies(r, of))
}

// has reports whether a risk can state the rate of a discount or a loading.
func (s *step) has(rate yen.Ratio) bool {
	if rate.Num() <= 0 || len(s.Rates) > 0 {
		return rate == s.Rate || rate.Num() > 0 && slices.Contains(s.Rates, rate)
	}
	return rate.Compare(s.Most) <= 0 && (s.Least.Num() == 0 || rate.Compare(s.Least) >= 0) || rate == s.Rate
}

// rates returns what has accepts, for an error.
func (s *step) rates() string {
	if len(s.Rates) == 0 {
		return strings.TrimSuffix(s.Least.String(), "%") + "-" + s.Most.String()
	}
	all := make([]string, len(s.Rates))
	for i, r := range s.Rates {
		all[i] = r.String()
	}
	return strings.Join(all, ", ")
}
