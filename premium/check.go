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
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
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

// The most steps of a tariff, and tables of a list.
const (
	mostSteps  = 64
	mostTables = 256
)

// New returns the tariff of the rules, of which it keeps a copy. The options are those
// that the rules can name: nil if they name none. New returns a [*fault.Error] for each of
// these faults, joined, whose Path names the part of the rules, such as
// tables[0].rows[3].at:
//   - the errors of [option.Table.Check], at options, without any other,
//   - [fault.ErrMissing] if there are no tables, or for a part that is needed: the rows of
//     a table, the clause of a discount or a loading, the values of a choice, the
//     short rates, the length of a short rate, the steps of a Together, what an Add adds,
//     the amount of a Minimum,
//   - [fault.ErrSize] for more than 64 steps, 256 tables of a list, 16 options, or 4 steps
//     whose premium others take a rate of,
//   - [fault.ErrConflict] if there are both To and Exact, if a row of short rates
//     has both Days and Months, if a step has both a list and a span of rates, if an Add
//     adds several things, if the tables of a list can hold together, if an option is an
//     exposure and in a choice, or if the rounding of an interpolated premium would
//     change that of a row, for then the premium could fall as the exposure rises,
//   - [fault.ErrMisplaced] for a part that the Kind of a step, or the Between of a table,
//     does not use, and for an exposure that exists only with another endorsement than
//     that of the step,
//   - [fault.ErrUnknown] for an unknown Between, Kind or rounding, an option that is not in
//     the table, a class that is none of its row, and an Of or a ReductionAfter that is no
//     earlier step,
//   - [fault.ErrDuplicate] for a second step of the term, a second discount or
//     loading with the same ID, and an option or a value that a choice repeats,
//   - [fault.ErrRange] for an exposure, a premium, a rate or a length out of range, and a
//     value that is outside what the option can have,
//   - [fault.ErrOrder] if exposures or lengths do not rise, if premiums or rates fall, if
//     Least is above Most, and if ReductionAfter is not before the step of the term,
//   - [fault.ErrFraction] if the last premium could have a fraction of a yen.
func New(r Rules, options option.Table) (Tariff, error) {
	t := &tariff{rules: r.clone(), options: slices.Clone(options), ids: map[option.ID]bool{}, term: -1}
	m := maker{faults{op: "premium.New"}, t, map[clause.ID]bool{}}
	if err := m.options.Check(); err != nil {
		return Tariff{}, fault.In(m.op, "options", err)
	}
	steps := len(r.Steps)
	for _, s := range m.rules.Steps {
		steps += len(s.Steps)
	}
	if steps > mostSteps {
		m.add("steps", strconv.Itoa(steps), "", fault.ErrSize)
	} else {
		m.make()
	}
	if err := m.err(); err != nil {
		return Tariff{}, err
	}
	return Tariff{m.tariff}, nil
}

// A maker makes a tariff ready, and gathers the faults of its rules.
type maker struct {
	faults
	*tariff
	adjusted map[clause.ID]bool // the IDs of the discounts and loadings so far
}

func (m *maker) make() {
	r := &m.rules
	for i := range m.options {
		m.options[i].Classes = slices.Clone(m.options[i].Classes)
		m.ids[m.options[i].ID] = true
	}
	if len(r.Tables) == 0 {
		m.add("tables", "", "", fault.ErrMissing)
	}
	m.tables = m.list("tables", r.Tables, "", 1)
	fraction := slices.ContainsFunc(r.Tables, func(t Table) bool { return t.canBeFraction() })
	for i := range r.Steps {
		s := m.step(index("steps", i), &r.Steps[i])
		m.steps = append(m.steps, s)
		fraction = s.leaves(fraction)
	}
	if fraction {
		m.add("steps", "", "", fault.ErrFraction)
	}
	m.plain = len(m.uses) == 0
	for i := range m.steps {
		s := &m.steps[i]
		m.plain = m.plain && s.Kind != Add
		if s.Kind.isAdjustment() {
			m.adjusts = append(m.adjusts, adjustment{s.Clause.ID, s, nil, s.always})
		}
		for j := range s.parts {
			part := &s.parts[j]
			m.adjusts = append(m.adjusts, adjustment{part.Clause.ID, part, s, s.always && part.always})
		}
	}
	m.reduction()
	m.refund()
}

// list makes the tables of a list ready, whose premiums are at least the given one, for
// a step that is taken with the endorsement.
func (m *maker) list(path string, list []Table, with clause.ID, least yen.Amount) (ready []prices) {
	if len(list) > mostTables {
		m.add(path, strconv.Itoa(len(list)), "", fault.ErrSize)
		return nil
	}
	for i := range list {
		at, before := index(path, i), len(m.all)
		p := m.table(at, &list[i], with, least)
		if len(m.all) > before {
			continue
		}
		for _, other := range ready {
			if !exclude(p.when, other.when) {
				m.add(at+".when", "", "", fault.ErrConflict)
				break
			}
		}
		ready = append(ready, p)
	}
	return ready
}

// exclude reports whether some choices never hold together with others.
func exclude(all, others []choice) bool {
	for _, c := range all {
		for _, d := range others {
			if c.use != d.use {
				continue
			}
			both := false
			for i := range min(len(c.is), len(d.is)) {
				both = both || c.is[i] && d.is[i]
			}
			if !both {
				return true
			}
		}
	}
	return false
}

func (m *maker) table(path string, t *Table, with clause.ID, least yen.Amount) prices {
	before := len(m.all)
	if !slices.Contains([]Origin{Interpolated, NextRow, Stepped, OnRow, Flat}, t.Between) {
		m.add(path+".between", string(t.Between), "", fault.ErrUnknown)
	}
	if len(t.Rows) == 0 {
		m.add(path+".rows", "", "", fault.ErrMissing)
	}
	rounds := m.rounding(path, t.To, t.Exact) && t.Between == Interpolated
	m.bounds(path, t)
	last := Row{At: -1, Annual: least}
	for i, row := range t.Rows {
		path := path + index(".rows", i)
		m.amount(path+".at", row.At, 0, last.At+1)
		m.amount(path+".annual", row.Annual, least, t.least(last, row))
		if rounds && row.Annual%t.To.Unit() != 0 {
			m.add(path+".annual", row.Annual.String(), t.To.String(), fault.ErrConflict)
		}
		if t.Between == Flat && row.At != 0 {
			m.add(path+".at", row.At.String(), "", fault.ErrMisplaced)
		}
		last = row
	}
	by, when := bySales, m.choices(path+".when", t.When)
	m.bySales = m.bySales || t.Between != Flat && t.Exposure == ""
	if t.Exposure != "" {
		by = m.exposure(path+".exposure", t.Exposure, with)
	}
	if len(m.all) > before {
		return prices{Table: *t, when: when, by: by}
	}
	return t.ready(when, by)
}

// bounds adds the faults of what only some tables have.
func (m *maker) bounds(path string, t *Table) {
	for _, x := range []struct {
		field  string
		amount yen.Amount
		used   bool
	}{
		{".per", t.Per, t.Between == NextRow || t.Between == Stepped},
		{".most", t.Most, t.Between == Stepped},
	} {
		switch {
		case x.amount < 0 || x.amount > yen.Max:
			m.add(path+x.field, x.amount.String(), "", fault.ErrRange)
		case x.amount > 0 && !x.used:
			m.add(path+x.field, x.amount.String(), "", fault.ErrMisplaced)
		}
	}
	n := len(t.Rows)
	if n > 0 && t.Most > 0 && t.Most < t.Rows[n-1].At {
		m.add(path+".most", t.Most.String(), "", fault.ErrOrder)
	}
	if t.Between == Flat && t.Exposure != "" {
		m.add(path+".exposure", string(t.Exposure), "", fault.ErrMisplaced)
	}
}

// least returns the least premium that a row can have after another, so that the
// premium does not fall: with Per, not that of the first exposure of the row below that of the
// last exposure before it.
func (t *Table) least(last, row Row) yen.Amount {
	if t.Per <= 0 || last.At < 0 || row.At <= last.At {
		return last.Annual
	}
	before, first := row.At-1, row.At
	if t.Between == NextRow {
		before, first = last.At, last.At+1
	}
	least := whole(last.Annual)
	if x, ok := least.times(uint64(before), uint64(first)); ok {
		least = x
	}
	return least.round(yen.Up.To(1))
}

// amount adds a fault of an amount that is out of range, or below that of the row
// before.
func (f *faults) amount(path string, a, least, last yen.Amount) {
	switch {
	case a < least || a > yen.Max:
		f.add(path, a.String(), "", fault.ErrRange)
	case a < last:
		f.add(path, a.String(), "", fault.ErrOrder)
	}
}

// use returns the place of an option that the rules name, or -1.
func (m *maker) use(path string, id option.ID) int {
	i := slices.IndexFunc(m.uses, func(u use) bool { return u.row.ID == id })
	if i >= 0 {
		return i
	}
	at := slices.IndexFunc(m.options, func(r option.Row) bool { return r.ID == id })
	switch {
	case at < 0:
		m.add(path, text.Cut(string(id)), "", fault.ErrUnknown)
		return -1
	case len(m.uses) == mostUses:
		m.add(path, text.Cut(string(id)), "", fault.ErrSize)
		return -1
	}
	u := use{row: &m.options[at], places: map[option.Value]int{}, named: []bool{false}}
	u.standard = u.row.Standard
	for u.row.Unit != option.ByClass && len(u.standard.Names()) > 0 {
		at = slices.IndexFunc(m.options[:at], func(r option.Row) bool { return r.ID == u.standard.Names()[0] })
		u.others, u.standard = append(u.others, &m.options[at]), m.options[at].Standard
	}
	for _, c := range u.row.Classes {
		u.place(option.Of(c.Code))
	}
	m.uses = append(m.uses, u)
	return len(m.uses) - 1
}

// place returns the place of a value, which it gives to a new one.
func (u *use) place(v option.Value) int {
	if u.places[v] == 0 {
		u.places[v] = len(u.named)
		u.named = append(u.named, false)
	}
	return u.places[v]
}

// exposure returns the option that a table is read with, for a step that is taken with
// the endorsement.
func (m *maker) exposure(path string, id option.ID, with clause.ID) int {
	i := m.use(path, id)
	if i < 0 {
		return i
	}
	u := &m.uses[i]
	switch {
	case u.row.Unit == option.AsRatio || u.row.Unit == option.ByClass:
		m.add(path, string(id), "a number", fault.ErrMisplaced)
	case u.row.With != "" && u.row.With != with:
		m.add(path, string(id), "with "+string(u.row.With), fault.ErrMisplaced)
	case slices.Contains(u.named, true):
		m.add(path, string(id), "", fault.ErrConflict)
	}
	u.exposure = true
	return i
}

// choices makes choices ready.
func (m *maker) choices(path string, list []Choice) (ready []choice) {
	for i, c := range list {
		at := index(path, i)
		u := m.use(at+".option", c.Option)
		if u < 0 {
			continue
		}
		switch {
		case m.uses[u].exposure:
			m.add(at+".option", string(c.Option), "", fault.ErrConflict)
		case slices.ContainsFunc(ready, func(other choice) bool { return other.use == u }):
			m.add(at+".option", string(c.Option), "", fault.ErrDuplicate)
		case len(c.Is) == 0:
			m.add(at+".is", "", "", fault.ErrMissing)
		}
		ready = append(ready, choice{u, m.values(at+".is", &m.uses[u], c.Is)})
	}
	return ready
}

// values returns the places of the values of a choice.
func (m *maker) values(path string, u *use, list []option.Value) (is []bool) {
	for i, v := range list {
		at := index(path, i)
		if err := m.options.Fits(v, *u.row); err != nil {
			m.all = append(m.all, fault.In(m.op, at, err))
			continue
		}
		if u.row.Unit != option.ByClass && len(v.Names()) > 0 {
			m.add(at, v.String(), "", fault.ErrMisplaced)
			continue
		}
		place := u.place(v)
		is = append(is, make([]bool, max(0, place+1-len(is)))...)
		if is[place] {
			m.add(at, v.String(), "", fault.ErrDuplicate)
		}
		is[place], u.named[place] = true, true
	}
	return is
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

func index(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
