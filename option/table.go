// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"errors"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Unit is what the value of an option is measured in. The zero Unit is not
// valid.
type Unit string

// The units.
const (
	InYen   Unit = "yen"   // an amount of yen
	InRatio Unit = "ratio" // a ratio from 0 to 1
)

func (u Unit) want() string {
	if u == InRatio {
		return "a ratio such as 90%"
	}
	return "a number of yen"
}

// A Pricing says for which stated values a tariff has a premium. For the zero
// Pricing it has one for none.
type Pricing string

// The pricings.
const (
	AtStandard    Pricing = "standard"    // for the Standard of the row
	InRange       Pricing = "range"       // for any amount in the Printed range of the row
	ByEndorsement Pricing = "endorsement" // the option does not matter, its endorsement does
)

// A Range is the amounts from Least to Most yen, both included. The zero Range has
// no amounts.
type Range struct {
	Least yen.Amount `json:"least"`
	Most  yen.Amount `json:"most"`
}

// Has reports whether the amount is in the range. No amount is in the zero Range.
func (r Range) Has(a yen.Amount) bool { return r != Range{} && r.Least <= a && a <= r.Most }

// Text returns the range, in the language: 500万円から1億円まで. For the zero Range it
// returns "".
func (r Range) Text(tag language.Tag) string {
	if r == (Range{}) {
		return ""
	}
	least, most := r.Least.Text(tag), r.Most.Text(tag)
	return text.In(tag, least+"から"+most+"まで", least+" to "+most)
}

// A Row is one option of a scheme. If a policy does not state the option,
//   - its Standard applies,
//   - without a Standard, the option is an unknown amount in the Printed range,
//   - without either, the policy must state it: [Table.Settle] returns an error.
//
// The zero Row is not valid.
type Row struct {
	ID     ID        `json:"id"`
	Clause clause.ID `json:"clause,omitempty"` // that states the option
	JA     string    `json:"ja"`               // the name of the option in Japanese
	EN     string    `json:"en"`               // the name of the option in English
	Unit   Unit      `json:"unit"`

	// Least and Most are the ends of what a policy can state in yen, both included.
	// A Most of 0円 sets no upper bound but [yen.Max].
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	// Printed is the range that the source prints. A policy can state an amount
	// outside it.
	Printed Range `json:"printed,omitzero"`

	// Standard is an amount, a ratio, or the name of an option in an earlier row.
	Standard Value `json:"standard,omitzero"`

	// With is the endorsement that adds the option. Without it the option does not
	// exist. An option with "" always exists.
	With clause.ID `json:"with,omitempty"`

	Priced Pricing `json:"priced,omitempty"` // the stated values for which the tariff has a premium
}

// CanBeOpen reports whether the option is an unknown amount in the Printed range
// if the policy does not state it.
func (r Row) CanBeOpen() bool { return r.Standard.IsZero() && r.Printed != Range{} }

func (r Row) bounds() Range {
	if r.Most == 0 {
		return Range{r.Least, yen.Max}
	}
	return Range{r.Least, r.Most}
}

// A Table holds the options of a scheme in the order in which they are shown.
type Table []Row

// Row returns the row of an option, and whether there is one.
func (t Table) Row(id ID) (Row, bool) {
	if i := t.index(id); i >= 0 {
		return t[i], true
	}
	return Row{}, false
}

func (t Table) index(id ID) int {
	for i := range t {
		if t[i].ID == id {
			return i
		}
	}
	return -1
}

// Check returns nil if the rows are valid. Otherwise it returns a [*fault.Error]
// for each fault, with the path of the field, such as [2].standard:
//   - [fault.ErrSyntax] if an ID is not valid,
//   - [fault.ErrDuplicate] if an ID is that of an earlier row,
//   - [fault.ErrUnknown] for an unknown Unit or Priced, and for a Standard that
//     names no earlier row that exists whenever this one does,
//   - [fault.ErrOrder] if Least is above Most,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max], or Standard
//     is outside what a policy can state,
//   - [fault.ErrMisplaced] if a ratio has bounds or a Printed range, or Standard
//     has another unit,
//   - [fault.ErrOpen] if Standard names an option that a policy can leave unknown,
//   - [fault.ErrMissing] if Priced needs a Standard or a Printed range that the
//     row does not have.
func (t Table) Check() error {
	var all []error
	for i := range t {
		fail := func(field, input, want string, why *fault.Reason) {
			path := "[" + strconv.Itoa(i) + "]." + field
			all = append(all, &fault.Error{Op: "option.Check", Path: path, Input: input, Want: want, Reason: why})
		}
		t[i].check(t[:i], fail)
	}
	return errors.Join(all...)
}

func (r *Row) check(earlier Table, fail func(field, input, want string, why *fault.Reason)) {
	switch {
	case !r.ID.valid():
		fail("id", string(r.ID), "lower-case letters, digits and hyphens", fault.ErrSyntax)
	case earlier.index(r.ID) >= 0:
		fail("id", string(r.ID), "", fault.ErrDuplicate)
	}
	switch r.Unit {
	case InYen:
		for _, x := range []struct {
			field string
			Range
		}{{"least", r.bounds()}, {"printed", r.Printed}} {
			switch {
			case x.Least < 0 || x.Most > yen.Max || x.Least > yen.Max:
				fail(x.field, x.Text(language.English), "", fault.ErrRange)
			case x.Least > x.Most:
				fail(x.field, x.Text(language.English), "", fault.ErrOrder)
			}
		}
	case InRatio:
		if r.Least != 0 || r.Most != 0 {
			fail("least", "", "only amounts have bounds", fault.ErrMisplaced)
		}
		if r.Printed != (Range{}) {
			fail("printed", "", "only amounts have a range", fault.ErrMisplaced)
		}
	default:
		fail("unit", string(r.Unit), "yen or ratio", fault.ErrUnknown)
	}
	r.checkStandard(earlier, fail)
	switch {
	case r.Priced == AtStandard && r.Standard.IsZero():
		fail("standard", "", "", fault.ErrMissing)
	case r.Priced == InRange && r.Printed == Range{}:
		fail("printed", "", "", fault.ErrMissing)
	case !slices.Contains([]Pricing{"", AtStandard, InRange, ByEndorsement}, r.Priced):
		fail("priced", string(r.Priced), "standard, range or endorsement", fault.ErrUnknown)
	}
}

func (r *Row) checkStandard(earlier Table, fail func(field, input, want string, why *fault.Reason)) {
	v := r.Standard
	switch {
	case v.IsZero():
	case v.kind == aName:
		row, ok := earlier.Row(v.id)
		switch {
		case !ok || row.With != "" && row.With != r.With:
			fail("standard", v.String(), "the name of an earlier option", fault.ErrUnknown)
		case row.Unit != r.Unit || v.times != "":
			fail("standard", v.String(), r.Unit.want(), fault.ErrMisplaced)
		case row.CanBeOpen():
			fail("standard", v.String(), "an option that is always known", fault.ErrOpen)
		}
	default:
		if _, err := r.figure(v); err != nil {
			fail("standard", v.String(), err.Want, err.Reason)
		}
	}
}

// Fits returns nil if a rule can have the value where it needs the unit. Otherwise
// it returns a [*fault.Error] with
//   - [fault.ErrMissing] for the zero Value,
//   - [fault.ErrUnknown] if the table does not have an option that it names,
//   - [fault.ErrMisplaced] if it has another unit, or a factor is no ratio,
//   - [fault.ErrRange] for an amount outside 0円 to [yen.Max] or a ratio outside 0
//     to 1.
func (t Table) Fits(v Value, unit Unit) error {
	fail := func(input, want string, why *fault.Reason) error {
		return &fault.Error{Op: "option.Fits", Input: input, Want: want, Reason: why}
	}
	if v.IsZero() {
		return fail("", unit.want(), fault.ErrMissing)
	}
	if v.kind != aName {
		if _, err := (&Row{Unit: unit}).figure(v); err != nil {
			return fail(v.String(), err.Want, err.Reason)
		}
		return nil
	}
	for i, id := range v.Names() {
		row, ok := t.Row(id)
		switch {
		case !ok:
			return fail(string(id), "the name of an option", fault.ErrUnknown)
		case i == 0 && (row.Unit != unit || v.times != "" && unit != InYen):
			return fail(v.String(), unit.want(), fault.ErrMisplaced)
		case i == 1 && row.Unit != InRatio:
			return fail(v.String(), InRatio.want(), fault.ErrMisplaced)
		}
	}
	return nil
}
