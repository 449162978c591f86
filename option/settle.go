// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"errors"
	"maps"
	"math/bits"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Figure is what a value is for one policy. The zero Figure is 0円 and a ratio of
// 0.
type Figure struct {
	Range           // of an amount: Least and Most differ if the policy does not state it
	Ratio yen.Ratio // of a ratio
}

// Settled are the values that a policy has for every option of a table, with the
// endorsements that are attached. It is an immutable value. The zero Settled is
// that of a policy without options and endorsements.
type Settled struct {
	table    Table
	figures  []Figure // of the rows
	attached []clause.ID
}

// Settle checks what a policy states and fills in what it does not state; see
// [Row]. It returns a [*fault.Error] for each fault, with the path of the option,
// such as options.deductible:
//   - [fault.ErrMissing] if the policy must state the option,
//   - [fault.ErrMisplaced] if the value has another unit, or the endorsement of
//     the option is not attached,
//   - [fault.ErrRange] if the value is outside what a policy can state,
//   - [fault.ErrUnknown] if the table does not have the option.
func (t Table) Settle(v Values, attached ...clause.ID) (Settled, error) {
	s := Settled{t, make([]Figure, len(t)), slices.Clone(attached)}
	var all []error
	fail := func(id ID, input Value, want string, why *fault.Reason) {
		all = append(all, &fault.Error{Op: "option.Settle", Path: "options." + string(id),
			Input: input.Text(language.Japanese), Want: want, Reason: why})
	}
	known := 0
	for i := range t {
		r := &t[i]
		value, stated := v[r.ID]
		if stated {
			known++
		}
		switch {
		case !s.exists(r):
			if !value.IsZero() {
				fail(r.ID, value, "only with "+string(r.With), fault.ErrMisplaced)
			}
			continue
		case !value.IsZero():
		case r.CanBeOpen():
			s.figures[i].Range = r.Printed
			continue
		case r.Standard.kind == aName:
			if of := t[:i].index(r.Standard.id); of >= 0 {
				s.figures[i] = s.figures[of]
				continue
			}
		default:
			value = r.Standard
		}
		f, err := r.figure(value)
		if err != nil {
			fail(r.ID, value, err.Want, err.Reason)
		}
		s.figures[i] = f
	}
	if known < len(v) {
		for _, id := range slices.Sorted(maps.Keys(v)) {
			if t.index(id) < 0 {
				fail(id, v[id], "", fault.ErrUnknown)
			}
		}
	}
	if len(all) > 0 {
		return Settled{}, errors.Join(all...)
	}
	return s, nil
}

// figure returns the figure of an amount or a ratio in the bounds of the row.
func (r *Row) figure(v Value) (Figure, *fault.Error) {
	fail := func(want string, why *fault.Reason) (Figure, *fault.Error) {
		return Figure{}, &fault.Error{Want: want, Reason: why}
	}
	switch {
	case v.IsZero():
		return fail("", fault.ErrMissing)
	case r.Unit == InYen && v.kind == anAmount:
		if b := r.bounds(); v.amount < b.Least || v.amount > b.Most {
			return fail(b.Least.String()+" - "+b.Most.String(), fault.ErrRange)
		}
		return Figure{Range: Range{v.amount, v.amount}}, nil
	case r.Unit == InRatio && v.kind == aRatio:
		if v.ratio.Num() < 0 || v.ratio.Num() > v.ratio.Den() {
			return fail("0% - 100%", fault.ErrRange)
		}
		return Figure{Ratio: v.ratio}, nil
	}
	return fail(r.Unit.want(), fault.ErrMisplaced)
}

func (s *Settled) exists(r *Row) bool { return r.With == "" || s.Attached(r.With) }

// Attached reports whether the endorsement is attached.
func (s Settled) Attached(id clause.ID) bool { return slices.Contains(s.attached, id) }

// Figure returns what a value of a rule is for the policy. A product of an amount
// and a ratio is cut to the yen. Figure returns a [*fault.Error] with
//   - [fault.ErrMissing] for the zero Value, and for an option whose endorsement
//     is not attached,
//   - [fault.ErrUnknown] for an option that the table does not have,
//   - [fault.ErrMisplaced] if a factor is no ratio of 0 to 1.
func (s Settled) Figure(v Value) (Figure, error) {
	switch v.kind {
	case anAmount:
		return Figure{Range: Range{v.amount, v.amount}}, nil
	case aRatio:
		return Figure{Ratio: v.ratio}, nil
	case none:
		return Figure{}, &fault.Error{Op: "option.Figure", Reason: fault.ErrMissing}
	}
	f, err := s.of(v.id)
	if err != nil || v.times == "" {
		return f, err
	}
	by, err := s.of(v.times)
	if err != nil {
		return Figure{}, err
	}
	var least, most bool
	f.Least, least = times(f.Least, by.Ratio)
	f.Most, most = times(f.Most, by.Ratio)
	if row, _ := s.table.Row(v.times); row.Unit != InRatio || !least || !most {
		return Figure{}, &fault.Error{
			Op: "option.Figure", Input: string(v.times), Want: InRatio.want(), Reason: fault.ErrMisplaced,
		}
	}
	return f, nil
}

func (s *Settled) of(id ID) (Figure, error) {
	i := s.table.index(id)
	switch {
	case i < 0:
		return Figure{}, &fault.Error{Op: "option.Figure", Input: string(id), Reason: fault.ErrUnknown}
	case !s.exists(&s.table[i]):
		return Figure{}, &fault.Error{Op: "option.Figure", Input: string(id), Reason: fault.ErrMissing}
	}
	return s.figures[i], nil
}

// times returns an amount times a ratio of 0 to 1, cut to the yen.
func times(a yen.Amount, r yen.Ratio) (yen.Amount, bool) {
	if a < 0 || r.Num() < 0 || r.Num() > r.Den() {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(a), uint64(r.Num()))
	q, _ := bits.Div64(hi, lo, uint64(r.Den()))
	return yen.Amount(q), true
}
