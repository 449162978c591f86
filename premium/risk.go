// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Risk is what a tariff computes a premium for. The sales of the zero Risk are
// not stated, and its term is a full year.
type Risk struct {
	Sales  Sales        `json:"sales"`
	Term   Term         `json:"term,omitzero"`
	Adjust []Adjustment `json:"adjust,omitzero"` // in any order; the tariff has its own
}

// An Adjustment is a discount or a loading at a rate. The insurer decides the
// rate of a member. The zero Adjustment names no step of a tariff.
type Adjustment struct {
	Clause clause.ID `json:"clause"` // the ID of the step
	Rate   yen.Ratio `json:"rate"`   // 10% is a tenth of the premium; 0 to the largest rate of the step
}

// check returns the faults of a risk.
func (t *tariff) check(op string, r *Risk) error {
	f := faults{op: op}
	if r.Sales.Amount < 0 {
		f.add("sales.amount", r.Sales.Amount.String(), leastSales, fault.ErrRange)
	}
	if !t.hasBasis(r.Sales) && r.Sales.Amount != 0 {
		f.add("sales.basis", r.Sales.Basis, t.rules.Basis, fault.ErrConflict)
	}
	if t.term >= 0 {
		if _, err := t.rules.Steps[t.term].part(r.Term); err != nil {
			err.Op = op
			f.all = append(f.all, err)
		}
	}
	var seen uint64 // a bit for each step
	for i := range r.Adjust {
		a := &r.Adjust[i]
		n := t.adjustment(a.Clause)
		switch {
		case n < 0:
			f.add(index("adjust", i)+".clause", string(a.Clause), "", fault.ErrUnknown)
		case seen>>n&1 == 1:
			f.add(index("adjust", i)+".clause", string(a.Clause), "", fault.ErrDuplicate)
		default:
			seen |= 1 << n
			if most := t.rules.Steps[n].Most; a.Rate.Num() < 0 || a.Rate.Compare(most) > 0 {
				f.add(index("adjust", i)+".rate", a.Rate.String(), "0-"+most.String(), fault.ErrRange)
			}
		}
	}
	return f.err()
}

// hasBasis reports whether the sales are of the basis of the tariff. An unknown
// basis is taken to be that.
func (t *tariff) hasBasis(s Sales) bool { return s.Basis == "" || s.Basis == t.rules.Basis }

// adjustment returns the index of the step of a discount or a loading, or -1.
func (t *tariff) adjustment(id clause.ID) int {
	for i := range t.rules.Steps {
		if s := &t.rules.Steps[i]; s.Kind.isAdjustment() && s.Clause.ID == id {
			return i
		}
	}
	return -1
}
