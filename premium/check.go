// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// maxSteps is the number of steps that a tariff has room for.
const maxSteps = 32

// New returns the tariff of the rules, of which it keeps a copy. It returns a
// [*fault.Error], or several joined, whose Path names the part of the rules, such
// as steps[0].table.rows[3].sales:
//   - [fault.ErrMissing] if there are no steps, the first has no table, a table no
//     rows, a discount or a loading no clause, a short rate no table or a row of it
//     no length,
//   - [fault.ErrSize] for more than 32 steps,
//   - [fault.ErrConflict] if a step has more than one of Table, Discount, Loading
//     and Term, or both To and Exact, if a row of short rates has both Days and
//     Months, or if the rounding of an interpolated premium would change that of a
//     row, for then the premium could fall as sales rise,
//   - [fault.ErrMisplaced] for a table in a later step, or short rates in a step
//     that does not use them,
//   - [fault.ErrUnknown] for an unknown Between, Charge or rounding,
//   - [fault.ErrDuplicate] for a second step of the term, or a second discount or
//     loading with the same ID,
//   - [fault.ErrRange] for sales, a premium, a rate or a length out of range,
//   - [fault.ErrOrder] if sales or lengths do not rise, or premiums or rates fall,
//   - [fault.ErrFraction] if the last premium could have a fraction of a yen,
//   - [fault.ErrOverflow] if two rows are too far apart for the unit of the rounding.
func New(r Rules) (Tariff, error) {
	t := &tariff{rules: r.clone()}
	var all faults
	switch n := len(r.Steps); {
	case n == 0:
		all.rule("steps", "", fault.ErrMissing)
	case n > maxSteps:
		all.rule("steps", strconv.Itoa(n), fault.ErrSize)
	default:
		t.checkSteps(&all)
	}
	if err := all.err(); err != nil {
		return Tariff{}, err
	}
	return Tariff{t}, nil
}

// rule adds a fault of the rules.
func (f *faults) rule(path, input string, reason *fault.Reason) {
	f.add(fault.Error{Op: "premium.New", Path: path, Input: input, Reason: reason})
}

func (t *tariff) checkSteps(all *faults) {
	ids := map[clause.ID]bool{}
	fraction := false // whether a fraction of a yen can be left
	for i := range t.rules.Steps {
		s, path := step{Step: &t.rules.Steps[i]}, index("steps", i)
		if kinds := s.kinds(); len(kinds) > 0 {
			s.kind = kinds[0]
			if len(kinds) > 1 {
				all.rule(path, string(s.Clause.ID), fault.ErrConflict)
			}
		}
		t.steps = append(t.steps, s)
		round := checkRounding(s.Step, path, all)
		switch {
		case i == 0 && s.kind == reads:
			t.checkTable(s.Step, round, path+".table", all)
		case i == 0:
			all.rule(path+".table", "", fault.ErrMissing)
		case s.kind == reads:
			all.rule(path+".table", "", fault.ErrMisplaced)
		}
		if s.isAdjustment() {
			checkAdjustment(s.Step, ids, path, all)
		}
		t.checkTerm(i, path, all)
		switch {
		case s.Exact:
			fraction = fraction || s.isAdjustment() || s.isTerm() || s.Table.Between == Linear
		case s.kind == rounds:
			fraction = false
		}
	}
	if fraction {
		all.rule("steps", "", fault.ErrFraction)
	}
}

// checkRounding reports whether the step has a rounding that can be used.
func checkRounding(s *Step, path string, all *faults) bool {
	if _, err := yen.Yen.Times(yen.Percent(100), s.To); err != nil {
		all.rule(path+".to", s.To.String(), fault.ErrUnknown)
		return false
	}
	if s.Exact && s.To != (yen.Rounding{}) {
		all.rule(path+".exact", s.To.String(), fault.ErrConflict)
	}
	return true
}

func checkAdjustment(s *Step, ids map[clause.ID]bool, path string, all *faults) {
	id := s.Clause.ID
	if id == "" {
		all.rule(path+".clause.id", "", fault.ErrMissing)
	} else if ids[id] {
		all.rule(path+".clause.id", string(id), fault.ErrDuplicate)
	}
	ids[id] = true
	if s.Discount.Num() < 0 || s.Discount.Compare(yen.Percent(100)) > 0 {
		all.rule(path+".discount", s.Discount.String(), fault.ErrRange)
	}
	if s.Loading.Num() < 0 {
		all.rule(path+".loading", s.Loading.String(), fault.ErrRange)
	}
}

func (t *tariff) checkTerm(i int, path string, all *faults) {
	s := &t.rules.Steps[i]
	switch s.Term {
	case "":
	case ByMonths, ByDays, ByShortRate, ByFullYear:
		if t.term > 0 {
			all.rule(path+".term", string(s.Term), fault.ErrDuplicate)
		}
		t.term = i
	default:
		all.rule(path+".term", string(s.Term), fault.ErrUnknown)
	}
	switch {
	case s.Term == ByShortRate && len(s.ShortRates) == 0:
		all.rule(path+".shortRates", "", fault.ErrMissing)
	case s.Term != ByShortRate && len(s.ShortRates) > 0:
		all.rule(path+".shortRates", "", fault.ErrMisplaced)
	}
	last := ShortRow{}
	for j, row := range s.ShortRates {
		row.check(last, path+index(".shortRates", j), all)
		last = row
	}
}

func (r ShortRow) check(last ShortRow, path string, all *faults) {
	switch {
	case r.Days == 0 && r.Months == 0:
		all.rule(path, "", fault.ErrMissing)
	case r.Days != 0 && r.Months != 0:
		all.rule(path, "", fault.ErrConflict)
	case r.Days < 0 || r.Days > longestMonth:
		all.rule(path+".days", strconv.Itoa(r.Days), fault.ErrRange)
	case r.Months < 0 || r.Months > yearMonths:
		all.rule(path+".months", strconv.Itoa(r.Months), fault.ErrRange)
	case r.Days > 0 && (last.Months > 0 || r.Days <= last.Days):
		all.rule(path+".days", strconv.Itoa(r.Days), fault.ErrOrder)
	case r.Months > 0 && r.Months <= last.Months:
		all.rule(path+".months", strconv.Itoa(r.Months), fault.ErrOrder)
	}
	switch {
	case r.Rate.Num() < 0 || r.Rate.Compare(yen.Percent(100)) > 0:
		all.rule(path+".rate", r.Rate.String(), fault.ErrRange)
	case r.Rate.Compare(last.Rate) < 0:
		all.rule(path+".rate", r.Rate.String(), fault.ErrOrder)
	}
}

// checkTable checks the table of the first step and makes it ready. The rounding
// of the step is used if it can be.
func (t *tariff) checkTable(s *Step, round bool, path string, all *faults) {
	before := len(*all)
	b := s.Table.Between
	if b != Linear && b != NextRow && b != OnRow {
		all.rule(path+".between", string(b), fault.ErrUnknown)
	}
	rows := s.Table.Rows
	if len(rows) == 0 {
		all.rule(path+".rows", "", fault.ErrMissing)
	}
	last := Row{}
	for i, row := range rows {
		row.check(last, path+index(".rows", i), all)
		if b == Linear && round && row.Annual > 0 && row.Annual <= yen.Max {
			if same, err := row.Annual.Times(yen.Percent(100), s.To); err != nil || same != row.Annual {
				all.add(fault.Error{Op: "premium.New", Path: path + index(".rows", i) + ".annual", Input: row.Annual.String(),
					Want: s.To.String(), Reason: fault.ErrConflict})
			}
		}
		last = row
	}
	if len(*all) > before {
		return
	}
	t.table = table{rows: rows, even: s.To.Mode() == yen.HalfEven, linear: b == Linear, nextRow: b == NextRow}
	for i, row := range rows {
		t.table.sales = append(t.table.sales, row.Sales)
		if b == Linear && i > 0 {
			l, ok := newLine(rows[i-1], row, s.To)
			if !ok {
				all.rule(path+index(".rows", i)+".sales", row.Sales.String(), fault.ErrOverflow)
			}
			t.table.lines = append(t.table.lines, l)
		}
	}
}

func (r Row) check(last Row, path string, all *faults) {
	switch {
	case r.Sales <= 0 || r.Sales > yen.Max:
		all.rule(path+".sales", r.Sales.String(), fault.ErrRange)
	case r.Sales <= last.Sales:
		all.rule(path+".sales", r.Sales.String(), fault.ErrOrder)
	}
	switch {
	case r.Annual <= 0 || r.Annual > yen.Max:
		all.rule(path+".annual", r.Annual.String(), fault.ErrRange)
	case r.Annual < last.Annual:
		all.rule(path+".annual", r.Annual.String(), fault.ErrOrder)
	}
}
