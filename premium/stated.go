// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"maps"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// mostUses is the number of options that a tariff can name.
const mostUses = 16

// A use is an option that the rules name, as an exposure or in choices.
type use struct {
	row      *option.Row
	others   []*option.Row // whose value the option has if it is not stated, before the standard
	standard option.Value  // the last of the standards, which is no name; zero if there is none
	exposure bool
	places   map[option.Value]int // of the values that choices name and of all classes, from 1
	named    []bool               // by place, whether a choice names the value
}

// A figure is what a risk has for an option: the number of an exposure, or -1 if it is
// unknown, and the place of the value, or 0 if it has none.
type figure struct {
	n     yen.Amount
	place int
}

type figures [mostUses]figure

// A choice is a Choice made ready.
type choice struct {
	use int
	is  []bool // by place; values that other choices added later have none
}

func hold(all []choice, of *figures) bool {
	for i := range all {
		c := &all[i]
		if place := of[c.use].place; place >= len(c.is) || !c.is[place] {
			return false
		}
	}
	return true
}

// stated sets the figures of a risk and adds the faults of its options.
func (t *tariff) stated(f *faults, r *Risk, of *figures) {
	known := 0
	for i := range t.uses {
		u := &t.uses[i]
		var v option.Value
		if known < len(r.Options) {
			var is bool
			if v, is = r.Options[u.row.ID]; is {
				known++
			}
		}
		switch {
		case u.row.With != "" && !slices.Contains(r.Attached, u.row.With):
			if !v.IsZero() {
				f.option(u.row, v, "only with "+string(u.row.With), fault.ErrMisplaced)
			}
			of[i] = figure{n: -1}
		case v.IsZero():
			of[i] = t.unstated(f, u, r)
		default:
			var fits bool
			if of[i], fits = u.figure(v); !fits {
				t.fits(f, u.row, v)
			}
		}
	}
	if known < len(r.Options) {
		t.others(f, r.Options)
	}
}

// figure returns the figure of a value that is stated, and whether it certainly fits.
func (u *use) figure(v option.Value) (figure, bool) {
	if !u.exposure {
		place := u.places[v]
		return figure{-1, place}, place > 0
	}
	n, is := v.Amount()
	return figure{n: n}, is && n >= u.row.Least && n <= cmp.Or(u.row.Most, yen.Max)
}

// unstated returns the figure of an option that the risk does not state.
func (t *tariff) unstated(f *faults, u *use, r *Risk) figure {
	for _, row := range u.others {
		if v := r.Options[row.ID]; !v.IsZero() {
			t.fits(f, row, v)
			break
		}
	}
	v := u.value(r)
	if v.IsZero() {
		if !u.row.CanBeOpen() {
			f.option(u.row, v, "", fault.ErrMissing)
		}
		return figure{n: -1}
	}
	fig, _ := u.figure(v)
	return fig
}

// value returns the value that a risk has of the option, or the zero Value.
func (u *use) value(r *Risk) option.Value {
	if v := r.Options[u.row.ID]; !v.IsZero() {
		return v
	}
	for _, row := range u.others {
		if v := r.Options[row.ID]; !v.IsZero() {
			return v
		}
	}
	return u.standard
}

// fits adds the fault of a value that is stated.
func (t *tariff) fits(f *faults, row *option.Row, v option.Value) {
	if err := t.options.Fits(v, *row); err != nil {
		f.all = append(f.all, fault.In(f.op, "options."+string(row.ID), err))
	} else if row.Unit != option.ByClass && len(v.Names()) > 0 {
		f.option(row, v, "", fault.ErrMisplaced)
	}
}

// others adds the faults of options that the table does not have.
func (t *tariff) others(f *faults, all option.Values) {
	unknown := 0
	for id := range all {
		if !t.ids[id] {
			unknown++
		}
	}
	if unknown == 0 {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if !t.ids[id] {
			f.add("options."+text.Cut(string(id)), all[id].String(), "", fault.ErrUnknown)
		}
	}
}

func (f *faults) option(row *option.Row, v option.Value, want string, why *fault.Reason) {
	f.add("options."+string(row.ID), v.String(), want, why)
}

// Prices reports whether the tariff has a premium for the option with the value: the
// option is an exposure, or a [Choice] names the value. It does not report whether a
// table has a row for it.
func (t Tariff) Prices(id option.ID, v option.Value) bool {
	if t.t == nil {
		return false
	}
	for i := range t.t.uses {
		if u := &t.t.uses[i]; u.row.ID == id {
			return u.exposure || u.named[u.places[v]]
		}
	}
	return false
}

// PricesWith reports whether a step of the tariff needs the endorsement, so that the
// premium of a risk with it is known.
func (t Tariff) PricesWith(id clause.ID) bool {
	if t.t == nil || id == "" {
		return false
	}
	for i := range t.t.steps {
		s := &t.t.steps[i]
		if s.With == id || slices.ContainsFunc(s.parts, func(p step) bool { return p.With == id }) {
			return true
		}
	}
	return false
}
