// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
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
	Unit   Unit      `json:"unit,omitempty"`   // what its values are; "" for yen

	// Classes are the classes that a policy can state, of the unit ByClass.
	Classes []Class `json:"classes,omitzero"`

	// Least and Most are the ends of what a policy can state, in yen or in the Unit, both
	// included. A Most of 0円 sets no upper bound but [yen.Max].
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	// Printed is the range that the source prints. A policy can state an amount
	// outside it.
	Printed Range `json:"printed,omitzero"`

	// Standard is a number, a ratio, a class, or the name of an option in an earlier row.
	Standard Value `json:"standard,omitzero"`

	// With is the endorsement that adds the option. Without it the option does not
	// exist. An option with "" always exists.
	With clause.ID `json:"with,omitempty"`
}

// CanBeOpen reports whether the option is an unknown amount in the Printed range
// if the policy does not state it.
func (r Row) CanBeOpen() bool { return r.Standard.IsZero() && r.Printed != Range{} }

func (r *Row) bounds() Range { return Range{r.Least, cmp.Or(r.Most, yen.Max)} }

func (r *Row) want() string {
	switch r.Unit {
	case InYen:
		return "a number of yen"
	case AsRatio:
		return "a ratio such as 90%"
	case ByClass:
		codes := make([]string, len(r.Classes))
		for i, c := range r.Classes {
			codes[i] = string(c.Code)
		}
		return text.Cut(strings.Join(codes, ", "))
	case People, Pieces, Hours:
		return "a number of " + string(r.Unit)
	}
	return ""
}

// names reports whether a value that can stand for the row is the name of an option.
func (r *Row) names(v Value) bool { return v.kind == aName && r.Unit != ByClass }

// A Table holds the options of a scheme in the order in which they are shown.
type Table []Row

// Row returns the row of an option, and whether there is one.
func (t Table) Row(id ID) (Row, bool) {
	if r := t.row(id); r != nil {
		return *r, true
	}
	return Row{}, false
}

// row returns the row of an option, or nil.
func (t Table) row(id ID) *Row {
	if i := t.index(id); i >= 0 {
		return &t[i]
	}
	return nil
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
//   - [fault.ErrUnknown] for an unknown Unit, and for a Standard that is no class of the
//     row, or names no earlier row that exists whenever this one does,
//   - [fault.ErrMissing] if a row of the unit ByClass has no classes,
//   - [fault.ErrOrder] if Least is above Most,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max], or Standard
//     is outside what a policy can state,
//   - [fault.ErrMisplaced] if a ratio has bounds or a Printed range, or Standard
//     is an amount for a ratio or a ratio for an amount,
//   - [fault.ErrOpen] if Standard names an option that a policy can leave unknown,
//   - [fault.ErrSize] at no field if there are more than 1,024 rows, and at classes if a row
//     has more than 256.
func (t Table) Check() error {
	if len(t) > mostRows {
		return &fault.Error{Op: "option.Check", Input: strconv.Itoa(len(t)), Reason: fault.ErrSize}
	}
	var all []error
	for i := range t {
		all = append(all, fault.In("option.Check", "["+strconv.Itoa(i)+"]", t[i].check(t[:i])))
	}
	return errors.Join(all...)
}

const (
	mostRows    = 1024
	mostClasses = 256
)

func (r *Row) check(earlier Table) error {
	var all []error
	fail := func(field, input, want string, why *fault.Reason) {
		all = append(all, &fault.Error{Path: field, Input: text.Cut(input), Want: want, Reason: why})
	}
	switch {
	case !r.ID.valid():
		fail("id", string(r.ID), "lower-case letters, digits and hyphens", fault.ErrSyntax)
	case earlier.row(r.ID) != nil:
		fail("id", string(r.ID), "", fault.ErrDuplicate)
	}
	if !r.Unit.valid() {
		fail("unit", string(r.Unit), "ratio, people, pieces, hours or class", fault.ErrUnknown)
	}
	switch {
	case r.Unit != ByClass && len(r.Classes) > 0:
		fail("classes", "", "only for a class", fault.ErrMisplaced)
	case r.Unit == ByClass && len(r.Classes) == 0:
		fail("classes", "", "", fault.ErrMissing)
	case len(r.Classes) > mostClasses:
		fail("classes", strconv.Itoa(len(r.Classes)), "at most 256", fault.ErrSize)
		return errors.Join(all...)
	}
	for i, c := range r.Classes {
		switch field := "classes[" + strconv.Itoa(i) + "].code"; {
		case !c.Code.valid():
			fail(field, string(c.Code), "lower-case letters, digits and hyphens", fault.ErrSyntax)
		case r.class(c.Code) < i:
			fail(field, string(c.Code), "", fault.ErrDuplicate)
		}
	}
	for _, x := range []struct {
		field string
		Range
		none Range
	}{{"least", r.bounds(), Range{0, yen.Max}}, {"printed", r.Printed, Range{}}} {
		switch {
		case !r.Unit.isNumber() && x.Range != x.none:
			fail(x.field, "", "only for a number", fault.ErrMisplaced)
		case x.Least < 0 || x.Most > yen.Max || x.Least > yen.Max:
			fail(x.field, x.Text(language.English), "", fault.ErrRange)
		case x.Least > x.Most:
			fail(x.field, x.Text(language.English), "", fault.ErrOrder)
		}
	}
	if v := r.Standard; !v.IsZero() {
		all = append(all, fault.In("", "standard", earlier.standard(v, r)))
	}
	return errors.Join(all...)
}

// standard checks the standard of an option against the rows before it.
func (t Table) standard(v Value, r *Row) error {
	if err := t.Fits(v, *r); err != nil || !r.names(v) {
		return err
	}
	fail := func(want string, why *fault.Reason) error {
		return &fault.Error{Input: v.String(), Want: want, Reason: why}
	}
	switch of := t.row(v.id); {
	case of.With != "" && of.With != r.With:
		return fail("the name of an earlier option", fault.ErrUnknown)
	case v.times != "":
		return fail(r.want(), fault.ErrMisplaced)
	case of.CanBeOpen():
		return fail("an option that is always known", fault.ErrOpen)
	}
	return nil
}

// Fits returns nil if a rule can have the value where it needs one as the row
// describes it: of its unit, and within the bounds of the row. Otherwise it
// returns a [*fault.Error] with
//   - [fault.ErrMissing] for the zero Value,
//   - [fault.ErrUnknown] if the table does not have an option that it names,
//   - [fault.ErrMisplaced] for a value of another unit, and for a factor that is no
//     ratio,
//   - [fault.ErrRange] for an amount outside the bounds, which are 0円 to [yen.Max]
//     in the zero Row, or a ratio outside 0 to 1.
func (t Table) Fits(v Value, r Row) error {
	fail := func(input, want string, why *fault.Reason) error {
		return &fault.Error{Op: "option.Fits", Input: text.Cut(input), Want: want, Reason: why}
	}
	if !r.names(v) {
		if _, want, why := r.figure(v); why != nil {
			return fail(v.String(), cmp.Or(want, r.want()), why)
		}
		return nil
	}
	of, by := t.row(v.id), t.row(v.times)
	switch {
	case of == nil:
		return fail(string(v.id), "the name of an option", fault.ErrUnknown)
	case of.Unit != r.Unit || v.times != "" && r.Unit != InYen:
		return fail(v.String(), r.want(), fault.ErrMisplaced)
	case v.times == "":
		return nil
	case by == nil:
		return fail(string(v.times), "the name of an option", fault.ErrUnknown)
	case by.Unit != AsRatio:
		return fail(v.String(), by.want(), fault.ErrMisplaced)
	}
	return nil
}
