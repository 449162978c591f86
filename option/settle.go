// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"errors"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Settled are the values that a policy has for every option of a table, with the
// endorsements that are attached. It shares the table, which must not change. The zero
// Settled is that of a policy without options and endorsements.
type Settled struct {
	table    Table
	figures  []figure // of the rows
	attached []clause.ID
}

// A figure is what a value is for one policy: a ratio, the place of a class, or an
// amount or another number, of which the least and the most differ if the policy does
// not state it.
type figure struct {
	Range
	ratio yen.Ratio
}

// Settle checks what a policy states and fills in what it does not state; see
// [Row]. It returns a [*fault.Error] for each fault, with the path of the option,
// such as options.deductible:
//   - [fault.ErrMissing] if the policy must state the option,
//   - [fault.ErrMisplaced] for a value of another unit, and if the endorsement of the
//     option is not attached,
//   - [fault.ErrRange] if the value is outside what a policy can state,
//   - [fault.ErrUnknown] if the table does not have the option, or the row the class.
func (t Table) Settle(v Values, attached ...clause.ID) (Settled, error) {
	s := Settled{t, make([]figure, len(t)), slices.Clone(attached)}
	if err := t.settle(s.figures, v, attached); err != nil {
		return Settled{}, err
	}
	return s, nil
}

// Accepts returns the error that [Table.Settle] returns, such as for a form, or nil.
func (t Table) Accepts(v Values, attached ...clause.ID) error {
	var room [32]figure
	return t.settle(append(room[:0], make([]figure, len(t))...), v, attached)
}

// settle sets the figures of the rows.
func (t Table) settle(figures []figure, v Values, attached []clause.ID) error {
	var all []error
	refused := func(id ID, input Value, want string, why *fault.Reason) *fault.Error {
		return &fault.Error{
			Op: "option.Settle", Path: "options." + text.Cut(string(id)),
			Input: text.Cut(input.Text(language.Japanese)), Want: want, Reason: why,
		}
	}
	fail := func(id ID, input Value, want string, why *fault.Reason) {
		all = append(all, refused(id, input, want, why))
	}
	known := 0
	for i := range t {
		r := &t[i]
		var value Value
		if known < len(v) {
			var stated bool
			if value, stated = v[r.ID]; stated {
				known++
			}
		}
		switch {
		case r.With != "" && !slices.Contains(attached, r.With):
			if !value.IsZero() {
				f := refused(r.ID, value, "only with "+string(r.With), fault.ErrMisplaced)
				f.JA = string(r.With) + "を付帯しない場合は指定できません。"
				f.EN = "It may be given only with " + string(r.With) + "."
				all = append(all, f)
			}
			continue
		case !value.IsZero():
		case r.Standard.kind == none && r.Printed != Range{}: // CanBeOpen
			figures[i].Range = r.Printed
			continue
		case r.names(r.Standard):
			if of := t[:i].index(r.Standard.id); of >= 0 {
				figures[i] = figures[of]
				continue
			}
		default:
			value = r.Standard
		}
		f, want, why := r.figure(value)
		if why != nil {
			fail(r.ID, value, want, why)
		}
		figures[i] = f
	}
	if known < len(v) {
		for _, id := range slices.Sorted(maps.Keys(v)) {
			if t.row(id) == nil {
				fail(id, v[id], "", fault.ErrUnknown)
			}
		}
	}
	return errors.Join(all...)
}

// figure returns the figure of an amount or a ratio in the bounds of the row, or
// why there is none and what is wanted.
func (r *Row) figure(v Value) (f figure, want string, why *fault.Reason) {
	switch {
	case v.IsZero():
		return f, "", fault.ErrMissing
	case r.Unit.isNumber() && v.kind == anAmount:
		if b := r.bounds(); v.amount < b.Least || v.amount > b.Most {
			return f, r.bound(b.Least) + " - " + r.bound(b.Most), fault.ErrRange
		}
		return figure{Range: Range{v.amount, v.amount}}, "", nil
	case r.Unit == AsRatio && v.kind == aRatio:
		if v.ratio.Num() < 0 || v.ratio.Num() > v.ratio.Den() {
			return f, "0% - 100%", fault.ErrRange
		}
		return figure{ratio: v.ratio}, "", nil
	case r.Unit == ByClass && v.kind == aName && v.times == "":
		i := yen.Amount(r.class(v.id))
		if i < 0 {
			return f, r.want(), fault.ErrUnknown
		}
		return figure{Range: Range{i, i}}, "", nil
	}
	return f, r.want(), fault.ErrMisplaced
}

func (s *Settled) exists(r *Row) bool { return r.With == "" || s.Attached(r.With) }

// Attached reports whether the endorsement is attached.
func (s Settled) Attached(id clause.ID) bool { return slices.Contains(s.attached, id) }

// Amount returns what a value of a rule is for the policy in yen: Least and Most
// differ if the policy does not state it. A product of an amount and a ratio is cut
// to the yen. Amount returns the errors of [Table.Fits] for a row of an amount, and
// [fault.ErrMissing] for an option whose endorsement is not attached.
func (s Settled) Amount(v Value) (Range, error) {
	f, err := s.figure("option.Amount", v, &Row{})
	return f.Range, err
}

// Ratio returns what a value of a rule is for the policy as a ratio. It returns the
// errors of [Settled.Amount], but for a row of a ratio.
func (s Settled) Ratio(v Value) (yen.Ratio, error) {
	f, err := s.figure("option.Ratio", v, &Row{Unit: AsRatio})
	return f.ratio, err
}

// Number returns what a value of a rule is for the policy as a number of persons, pieces
// or hours. It returns the errors of [Settled.Amount], but for a row of the unit.
func (s Settled) Number(v Value, u Unit) (Range, error) {
	f, err := s.figure("option.Number", v, &Row{Unit: u})
	return f.Range, err
}

// Value returns the value that the policy has for an option, which is zero if it is not
// stated and has no standard, and whether the option exists.
func (s Settled) Value(id ID) (Value, bool) {
	i := s.table.index(id)
	if i < 0 || !s.exists(&s.table[i]) {
		return Value{}, false
	}
	r, f := &s.table[i], s.figures[i]
	switch {
	case r.Unit == AsRatio:
		return Ratio(f.ratio), true
	case r.Unit == ByClass && 0 <= f.Least && int(f.Least) < len(r.Classes):
		return Of(r.Classes[f.Least].Code), true
	case f.Least != f.Most:
		return Value{}, true
	}
	return Yen(f.Least), true
}

// Row returns the row of an option, and whether there is one.
func (s Settled) Row(id ID) (Row, bool) { return s.table.Row(id) }

func (s *Settled) figure(op string, v Value, like *Row) (f figure, err error) {
	i := s.table.index(v.id)
	if v.times == "" && i >= 0 && s.table[i].Unit == like.Unit && s.exists(&s.table[i]) { // most of the time
		return s.figures[i], nil
	}
	if err := s.table.Fits(v, *like); err != nil {
		return f, fault.In(op, "", err)
	}
	if v.kind != aName {
		f, _, _ = like.figure(v)
		return f, nil
	}
	for _, id := range v.Names() {
		i := s.table.index(id)
		if !s.exists(&s.table[i]) {
			return figure{}, &fault.Error{Op: op, Input: string(id), Reason: fault.ErrMissing}
		}
		if id == v.id {
			f = s.figures[i]
			continue
		}
		if f.Least, err = f.Least.Times(s.figures[i].ratio, yen.Down.To(1)); err == nil {
			f.Most, err = f.Most.Times(s.figures[i].ratio, yen.Down.To(1))
		}
	}
	return f, err
}
