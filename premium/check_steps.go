// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// step makes a step ready.
func (m *maker) step(path string, s *Step) step {
	m.rounding(path, s.To, s.Exact)
	switch {
	case s.Kind.isTerm() && m.term >= 0:
		m.add(path+".kind", string(s.Kind), "", fault.ErrDuplicate)
	case s.Kind.isTerm():
		m.term = len(m.steps)
	case !slices.Contains([]Kind{Round, Discount, Loading, Together, Add, Minimum}, s.Kind):
		m.add(path+".kind", string(s.Kind), "", fault.ErrUnknown)
	}
	m.parts(path, s)
	m.shortRates(path+".shortRates", *s)
	ready := step{Step: s, when: m.choices(path+".when", s.When), tables: m.list(path+".tables", s.Tables, s.With, 0)}
	ready.always = s.With == "" && len(s.When) == 0
	ready.multiplies = s.Kind != Add && s.Kind != Together && s.Kind != Minimum
	if s.Of != "" {
		ready.of = m.mark(path+".of", s.Of)
	}
	for j := range s.Steps {
		part, at := &s.Steps[j], path+index(".steps", j)
		if !part.Kind.isAdjustment() {
			m.add(at+".kind", string(part.Kind), "discount or loading", fault.ErrMisplaced)
		}
		if part.To != (yen.Rounding{}) || part.Exact {
			m.add(at+".to", part.To.String(), "", fault.ErrMisplaced)
		}
		m.parts(at, part)
		when := m.choices(at+".when", part.When)
		ready.parts = append(ready.parts, step{Step: part, when: when, always: part.With == "" && len(when) == 0})
	}
	return ready
}

// parts adds the faults of the parts of a step that its kind does not use, or lacks.
func (m *maker) parts(path string, s *Step) {
	rate, adds := s.Rate.Num() != 0, 0
	for _, x := range []struct {
		field string
		set   bool
		kinds []Kind
	}{
		{".rate", rate, []Kind{Discount, Loading, Add}},
		{".rates", len(s.Rates) > 0, []Kind{Discount, Loading}},
		{".least", s.Least.Num() != 0, []Kind{Discount, Loading}},
		{".most", s.Most.Num() != 0, []Kind{Discount, Loading, Together}},
		{".amount", s.Amount != 0, []Kind{Add, Minimum}},
		{".of", s.Of != "" && !rate, nil},
		{".tables", len(s.Tables) > 0, []Kind{Add}},
		{".steps", len(s.Steps) > 0, []Kind{Together}},
		{".with", s.With != "" && s.Kind.isTerm(), nil},
		{".when", len(s.When) > 0 && s.Kind.isTerm(), nil},
		{".to", s.To != (yen.Rounding{}) && s.Kind == Minimum, nil},
	} {
		if x.set && !slices.Contains(x.kinds, s.Kind) {
			m.add(path+x.field, "", "", fault.ErrMisplaced)
		}
	}
	for _, has := range []bool{rate, s.Amount != 0, len(s.Tables) > 0} {
		if has {
			adds++
		}
	}
	switch {
	case s.Kind == Add && adds == 0:
		m.add(path, "", "", fault.ErrMissing)
	case s.Kind == Add && adds > 1:
		m.add(path, "", "", fault.ErrConflict)
	case s.Kind == Minimum && s.Amount == 0:
		m.add(path+".amount", "", "", fault.ErrMissing)
	case s.Kind == Together && len(s.Steps) == 0:
		m.add(path+".steps", "", "", fault.ErrMissing)
	case s.Amount < 0 || s.Amount > yen.Max:
		m.add(path+".amount", s.Amount.String(), "", fault.ErrRange)
	}
	m.rates(path, s)
}

// rates adds the faults of the rates of a step, and of the ID by which a risk states one.
func (m *maker) rates(path string, s *Step) {
	if id := s.Clause.ID; s.Kind.isAdjustment() {
		if id == "" {
			m.add(path+".clause.id", "", "", fault.ErrMissing)
		} else if m.adjusted[id] {
			m.add(path+".clause.id", string(id), "", fault.ErrDuplicate)
		}
		m.adjusted[id] = true
	}
	rate := func(field string, r yen.Ratio) {
		if r.Num() < 0 || (s.Kind == Discount || s.Kind == Together) && r.Compare(yen.Percent(100)) > 0 {
			m.add(path+field, r.String(), "", fault.ErrRange)
		}
	}
	rate(".rate", s.Rate)
	for i, r := range s.Rates {
		rate(index(".rates", i), r)
	}
	rate(".least", s.Least)
	rate(".most", s.Most)
	switch {
	case len(s.Rates) > 0 && (s.Least.Num() != 0 || s.Most.Num() != 0):
		m.add(path+".rates", "", "", fault.ErrConflict)
	case s.Kind.isAdjustment() && len(s.Rates) == 0 && s.Most.Num() == 0 && s.Rate.Num() == 0:
		m.add(path+".rates", "", "", fault.ErrMissing)
	case s.Least.Num() > 0 && s.Least.Compare(s.Most) > 0:
		m.add(path+".least", s.Least.String(), "", fault.ErrOrder)
	}
}

// mark returns the mark of the premium after the last step so far with the ID.
func (m *maker) mark(path string, id clause.ID) int {
	marks := 1
	for i := range m.steps {
		if m.steps[i].saves > 0 {
			marks++
		}
	}
	i := m.last(id)
	switch {
	case i < 0:
		m.add(path, string(id), "", fault.ErrUnknown)
		return 0
	case m.steps[i].saves == 0 && marks == mostMarks:
		m.add(path, string(id), "", fault.ErrSize)
		return 0
	case m.steps[i].saves == 0:
		m.steps[i].saves = marks
	}
	return m.steps[i].saves
}

// last returns the last step so far with the ID, or -1.
func (m *maker) last(id clause.ID) int {
	for i := len(m.steps) - 1; i >= 0; i-- {
		if m.steps[i].Clause.ID == id {
			return i
		}
	}
	return -1
}

// leaves reports whether there can be a fraction of a yen after the step. A step that
// may not apply does not round what was there before.
func (s *step) leaves(fraction bool) bool {
	switch s.Kind {
	case Round:
		return fraction && (s.Exact || !s.always)
	case Minimum:
		return fraction
	case Add:
		makes := s.Rate.Num() != 0 || slices.ContainsFunc(s.Tables, func(t Table) bool { return t.canBeFraction() })
		return fraction || s.Exact && makes
	default:
		return fraction || s.Exact
	}
}

// reduction sets the number of steps that the premium of a reduction takes.
func (m *maker) reduction() {
	id := m.rules.ReductionAfter
	if id == "" {
		return
	}
	i := m.last(id)
	switch {
	case i < 0:
		m.add("reductionAfter", string(id), "", fault.ErrUnknown)
	case m.term >= 0 && i >= m.term:
		m.add("reductionAfter", string(id), "", fault.ErrOrder)
	}
	m.until = i + 1
}

// refund adds the faults of the step of the refund.
func (m *maker) refund() {
	s := m.rules.Refund
	m.rounding("refund", s.To, s.Exact)
	if s.Kind != Round && !s.Kind.isTerm() {
		m.add("refund.kind", string(s.Kind), "", fault.ErrMisplaced)
	}
	if s.Exact {
		m.add("refund.exact", "", "", fault.ErrMisplaced)
	}
	if s.Amount < 0 || s.Amount > yen.Max {
		m.add("refund.amount", s.Amount.String(), "", fault.ErrRange)
	}
	m.shortRates("refund.shortRates", s)
	if s.Kind.isTerm() {
		s.Amount = 0
	}
	m.parts("refund", &s)
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
