// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"errors"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
)

// faults are the faults of one input.
type faults []error

func (f *faults) add(e fault.Error) { *f = append(*f, &e) }

// err returns the faults as one error, or nil.
func (f faults) err() error {
	switch len(f) {
	case 0:
		return nil
	case 1:
		return f[0]
	}
	return errors.Join(f...)
}

// check returns the faults of a risk. Those that refer to texts of it copy them, so
// that the risk itself stays where it is.
func (t *tariff) check(op string, r *Risk) error {
	var all faults
	fail := func(path, input, want string, reason *fault.Reason) {
		all.add(fault.Error{Op: op, Path: path, Input: strings.Clone(input), Want: want, Reason: reason})
	}
	if r.Sales.Amount < 0 {
		fail("sales.amount", r.Sales.Amount.String(), leastSales, fault.ErrRange)
	}
	if !t.hasBasis(r.Sales) && r.Sales.Amount != 0 {
		fail("sales.basis", r.Sales.Basis, t.rules.Basis, fault.ErrConflict)
	}
	if s := &t.steps[t.term]; s.charges(r.Term) {
		if _, err := s.part(r.Term); err != nil {
			err.Op = op
			all = append(all, err)
		}
	}
	var seen uint64 // a bit for each step
	for i := range r.Adjust {
		a := &r.Adjust[i]
		n := t.adjustment(a.Clause)
		switch {
		case n < 0:
			fail(adjustPath(i, ".clause"), string(a.Clause), "", fault.ErrUnknown)
		case seen>>n&1 == 1:
			fail(adjustPath(i, ".clause"), string(a.Clause), "", fault.ErrDuplicate)
		default:
			seen |= 1 << n
			if most := t.steps[n].most(); a.Rate.Num() < 0 || a.Rate.Compare(most) > 0 {
				fail(adjustPath(i, ".rate"), a.Rate.String(), "0-"+most.String(), fault.ErrRange)
			}
		}
	}
	return all.err()
}

// hasBasis reports whether the sales are of the basis of the tariff. An unknown
// basis is taken to be that.
func (t *tariff) hasBasis(s Sales) bool { return s.Basis == "" || s.Basis == t.rules.Basis }

// adjustment returns the index of the step of a discount or a loading, or -1.
func (t *tariff) adjustment(id clause.ID) int {
	for i := range t.steps {
		if s := &t.steps[i]; s.isAdjustment() && s.Clause.ID == id {
			return i
		}
	}
	return -1
}
