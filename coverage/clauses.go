// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// Clauses returns every clause of the scheme, each with its id, both titles and
// the section of the source: the calendar, the tariff, the agreements, the
// exclusions with their exceptions, the endorsements, the heads of loss, the
// limits, and the other texts for people.
func (s Scheme) Clauses() []clause.Clause {
	if s.scheme == nil {
		return nil
	}
	return s.scheme.all()
}

func (s *scheme) all() []clause.Clause {
	r := &s.rules
	all := []clause.Clause{r.Edition}
	all = append(all, r.Calendar.Clauses()...)
	all = append(all, r.Response.Clause, r.Delivery.Clause)
	all = append(all, s.tariff.Clauses()...)
	own := map[clause.ID]bool{}
	for n := range s.schedule.Nodes() {
		own[n.Clause.ID] = true
		all = append(all, n.Clause)
	}
	for _, e := range r.Wording.Endorsements {
		if !own[e.Clause.ID] {
			all = append(all, e.Clause)
		}
	}
	consents := map[clause.ID]bool{}
	for _, h := range r.Heads {
		all = append(all, h.Clause)
		for _, c := range []clause.Clause{h.Consent, h.Without} {
			if c.ID != "" && !consents[c.ID] {
				consents[c.ID] = true
				all = append(all, c)
			}
		}
	}
	all = append(all, r.LimitClauses...)
	all = append(all, r.Recognized, r.Follows, r.Series, r.Undecided, r.Assumed, r.Notice, r.Recourse, r.Setting)
	for _, part := range r.Request {
		all = append(all, part.Clause)
	}
	all = append(all, r.Notes...)
	all = append(all, r.Caveat)
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c == (clause.Clause{}) })
}

// Check returns nil if the scheme is complete and consistent. Otherwise it returns all
// faults, joined, each a [*fault.Error] with the path of the row:
//   - [fault.ErrScheme] for the zero Scheme,
//   - [fault.ErrMissing] if a clause has no ID, no Japanese or no English title, an
//     endorsement no moves, an option no Japanese or no English name, or a head of loss
//     no agreement or no place in the limits,
//   - [fault.ErrDuplicate] if two clauses have an ID,
//   - [fault.ErrUnknown] if an option or a limit cites a clause, or an option needs an
//     endorsement, that the scheme does not have,
//   - [fault.ErrConflict] if a head can never be covered or, at dead, a rule (with no
//     endorsement attached), an exception or a move can never apply.
func (s Scheme) Check() error {
	if s.scheme == nil {
		return &fault.Error{Op: "coverage.Check", Reason: fault.ErrScheme}
	}
	var faults []error
	refuse := func(path, input string, why *fault.Reason) {
		faults = append(faults, &fault.Error{Op: "coverage.Check", Path: path, Input: input, Reason: why})
	}
	known := map[clause.ID]bool{}
	for _, c := range s.all() {
		switch where := "clauses[" + string(c.ID) + "]"; {
		case c.ID == "" || c.JA == "" || c.EN == "":
			refuse(where, "", fault.ErrMissing)
		case known[c.ID]:
			refuse(where, "", fault.ErrDuplicate)
		}
		known[c.ID] = true
	}
	var every []clause.ID
	for _, e := range s.rules.Wording.Endorsements {
		if len(e.Moves) == 0 {
			refuse("endorsements["+string(e.Clause.ID)+"]", "", fault.ErrMissing)
		}
		every = append(every, e.Clause.ID)
	}
	schedule, _ := s.schedule.With(every...)
	bound, _ := schedule.Bind(fact.Set{})
	alone, _ := s.unendorsed()
	for n := range schedule.Nodes() {
		by := &alone // an endorsement may restore the whole cover that a rule takes
		if n.Endorsement != "" {
			by = &bound
		}
		in := n.Scope
		if len(n.In) > 0 {
			in = n.In[0]
		}
		if c, ok := by.In(in).SettleRule(n.Clause.ID); !ok || c.Truth == fact.No {
			refuse("dead["+string(n.Clause.ID)+"]", "", fault.ErrConflict)
		}
	}
	s.checkHeads(bound, every, known, refuse)
	return errors.Join(faults...)
}

// unendorsed returns the wording without endorsements and without facts.
func (s *scheme) unendorsed() (exclusions.Bound, error) {
	schedule, err := exclusions.New(s.rules.Wording)
	if err != nil {
		return exclusions.Bound{}, err
	}
	return schedule.Bind(fact.Set{})
}

// checkHeads checks the limits, the options and the heads of loss, with every
// endorsement attached.
func (s *scheme) checkHeads(bound exclusions.Bound, every []clause.ID, known map[clause.ID]bool, refuse func(path, input string, why *fault.Reason)) {
	for id := range s.limits.Clauses() {
		if !known[id] {
			refuse("limits", string(id), fault.ErrUnknown)
		}
	}
	for _, row := range s.rules.Options {
		where := "options[" + string(row.ID) + "]"
		if row.JA == "" || row.EN == "" {
			refuse(where, "", fault.ErrMissing)
		}
		if row.Clause != "" && !known[row.Clause] {
			refuse(where+".clause", string(row.Clause), fault.ErrUnknown)
		}
		if row.With != "" && !slices.Contains(every, row.With) {
			refuse(where+".with", string(row.With), fault.ErrUnknown)
		}
	}
	limited := slices.Collect(s.limits.Heads())
	for _, h := range s.rules.Heads {
		agreed := slices.ContainsFunc(s.rules.Agreements, func(a Agreement) bool {
			return a.About != Insured && a.Rule.Scope.Meets(h.Scope)
		})
		if !agreed || !slices.Contains(limited, h.Head) {
			refuse("heads["+string(h.Head)+"]", "", fault.ErrMissing)
		} else if bound.Settle(h.Scope).Truth == fact.Yes {
			refuse("heads["+string(h.Head)+"]", "", fault.ErrConflict)
		}
	}
}
