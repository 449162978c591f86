// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// faults are those of the input of one operation.
type faults struct {
	op  string
	all []error
}

// add adds a fault. It copies the input, so that a risk that it is a part of stays
// where it is.
func (f *faults) add(path, input, want string, reason *fault.Reason) {
	f.all = append(f.all, &fault.Error{Op: f.op, Path: path, Input: strings.Clone(input), Want: want, Reason: reason})
}

func (f *faults) err() error { return errors.Join(f.all...) }

// maxSteps is the number of steps that a tariff has room for.
const maxSteps = 32

// New returns the tariff of the rules, of which it keeps a copy. It returns a
// [*fault.Error] for each of these faults, joined, whose Path names the part of the
// rules, such as table.rows[3].sales:
//   - [fault.ErrMissing] if the table has no rows, a discount or a loading no
//     clause, a short rate no table or a row of it no length,
//   - [fault.ErrSize] for more than 32 steps,
//   - [fault.ErrConflict] if there are both To and Exact, if a row of short rates
//     has both Days and Months, or if the rounding of an interpolated premium would
//     change that of a row, for then the premium could fall as sales rise,
//   - [fault.ErrMisplaced] for short rates in a step that does not use them,
//   - [fault.ErrUnknown] for an unknown Between, Kind or rounding,
//   - [fault.ErrDuplicate] for a second step of the term, or a second discount or
//     loading with the same ID,
//   - [fault.ErrRange] for sales, a premium, a rate or a length out of range,
//   - [fault.ErrOrder] if sales or lengths do not rise, or premiums or rates fall,
//   - [fault.ErrFraction] if the last premium could have a fraction of a yen.
func New(r Rules) (Tariff, error) {
	t := &tariff{rules: r.clone()}
	f := faults{op: "premium.New"}
	if n := len(r.Steps); n > maxSteps {
		f.add("steps", strconv.Itoa(n), "", fault.ErrSize)
	} else {
		f.table(&t.rules.Table)
		f.steps(t.rules)
	}
	if err := f.err(); err != nil {
		return Tariff{}, err
	}
	for i, row := range t.rules.Table.Rows {
		t.sales = append(t.sales, row.Sales)
		if i > 0 {
			last := t.rules.Table.Rows[i-1]
			slope, _ := yen.NewRatio(int64(row.Annual-last.Annual), int64(row.Sales-last.Sales))
			t.slopes = append(t.slopes, slope)
		}
	}
	t.term = slices.IndexFunc(t.rules.Steps, func(s Step) bool { return s.Kind.isTerm() })
	return Tariff{t}, nil
}

func (f *faults) table(t *Table) {
	if t.Between != Interpolated && t.Between != NextRow && t.Between != OnRow {
		f.add("table.between", string(t.Between), "", fault.ErrUnknown)
	}
	if len(t.Rows) == 0 {
		f.add("table.rows", "", "", fault.ErrMissing)
	}
	rounds := f.rounding("table", t.To, t.Exact) && t.Between == Interpolated
	last := Row{}
	for i, row := range t.Rows {
		path := index("table.rows", i)
		f.amount(path+".sales", row.Sales, last.Sales+1)
		f.amount(path+".annual", row.Annual, last.Annual)
		if rounds && row.Annual%t.To.Unit() != 0 {
			f.add(path+".annual", row.Annual.String(), t.To.String(), fault.ErrConflict)
		}
		last = row
	}
}

// amount adds a fault of an amount that is out of range or below the least.
func (f *faults) amount(path string, a, least yen.Amount) {
	switch {
	case a <= 0 || a > yen.Max:
		f.add(path, a.String(), "", fault.ErrRange)
	case a < least:
		f.add(path, a.String(), "", fault.ErrOrder)
	}
}

// rounding adds the faults of a rounding, and reports whether it can be used.
func (f *faults) rounding(path string, to yen.Rounding, exact bool) bool {
	known := to.Check() == nil
	switch {
	case !known:
		f.add(path+".to", to.String(), "", fault.ErrUnknown)
	case exact && to != (yen.Rounding{}):
		f.add(path+".exact", to.String(), "", fault.ErrConflict)
	}
	return known
}

func (f *faults) steps(r Rules) {
	ids, term := map[clause.ID]bool{}, false
	fraction := r.Table.Exact && r.Table.Between == Interpolated // whether a fraction of a yen can be left
	for i, s := range r.Steps {
		path := index("steps", i)
		f.rounding(path, s.To, s.Exact)
		switch {
		case s.Kind.isAdjustment():
			f.adjustment(path, s, ids)
		case s.Kind.isTerm() && term:
			f.add(path+".kind", string(s.Kind), "", fault.ErrDuplicate)
		case s.Kind.isTerm():
			term = true
		case s.Kind != Round:
			f.add(path+".kind", string(s.Kind), "", fault.ErrUnknown)
		}
		f.shortRates(path+".shortRates", s)
		fraction = s.Exact && (fraction || s.Kind != Round) || fraction && s.Kind != Round
	}
	if fraction {
		f.add("steps", "", "", fault.ErrFraction)
	}
}

func (f *faults) adjustment(path string, s Step, ids map[clause.ID]bool) {
	id := s.Clause.ID
	if id == "" {
		f.add(path+".clause.id", "", "", fault.ErrMissing)
	} else if ids[id] {
		f.add(path+".clause.id", string(id), "", fault.ErrDuplicate)
	}
	ids[id] = true
	if s.Most.Num() < 0 || s.Kind == Discount && s.Most.Compare(yen.Percent(100)) > 0 {
		f.add(path+".most", s.Most.String(), "", fault.ErrRange)
	}
}

func (f *faults) shortRates(path string, s Step) {
	switch {
	case s.Kind == ByShortRate && len(s.ShortRates) == 0:
		f.add(path, "", "", fault.ErrMissing)
	case s.Kind != ByShortRate && len(s.ShortRates) > 0:
		f.add(path, "", "", fault.ErrMisplaced)
	}
	last := ShortRow{}
	for i, r := range s.ShortRates {
		f.shortRow(path+index("", i), r, last)
		last = r
	}
}

func (f *faults) shortRow(path string, r, last ShortRow) {
	n, most, part := r.Days, longestMonth, ".days"
	if r.Months != 0 {
		n, most, part = r.Months, yearMonths, ".months"
	}
	switch {
	case n == 0:
		f.add(path, "", "", fault.ErrMissing)
	case r.Days != 0 && r.Months != 0:
		f.add(path, "", "", fault.ErrConflict)
	case n < 0 || n > most:
		f.add(path+part, strconv.Itoa(n), "", fault.ErrRange)
	case r.Months < last.Months || r.Months == last.Months && r.Days <= last.Days:
		f.add(path+part, strconv.Itoa(n), "", fault.ErrOrder)
	}
	switch {
	case r.Rate.Num() < 0 || r.Rate.Compare(yen.Percent(100)) > 0:
		f.add(path+".rate", r.Rate.String(), "", fault.ErrRange)
	case r.Rate.Compare(last.Rate) < 0:
		f.add(path+".rate", r.Rate.String(), "", fault.ErrOrder)
	}
}

func index(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
