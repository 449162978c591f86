// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/baiseki/baiseki/fault"
)

const (
	longestBase = 60  // months of a base period, and of a policy period of one's own
	longestLead = 366 // days
	yearMonths  = 12
)

// faults are those found in a calendar.
type faults []error

func (f *faults) add(path, input, want string, reason *fault.Reason) {
	*f = append(*f, &fault.Error{Op: "period.NewSchedule", Path: path, Input: input, Want: want, Reason: reason})
}

// missing adds a fault for a field that is zero.
func (f *faults) missing(path string, field interface{ IsZero() bool }) {
	if field.IsZero() {
		f.add(path, "", "", fault.ErrMissing)
	}
}

// between adds a fault for a number that is not from low to high.
func (f *faults) between(path string, n, low, high int) {
	if n < low || n > high {
		f.add(path, strconv.Itoa(n), strconv.Itoa(low)+" to "+strconv.Itoa(high), fault.ErrRange)
	}
}

// none adds a fault for a number that another one excludes.
func (f *faults) none(path string, n int) {
	if n != 0 {
		f.add(path, strconv.Itoa(n), "", fault.ErrConflict)
	}
}

// check returns the faults of the fields.
func (c *Calendar) check() error {
	var f faults
	f.missing("base", c.Base)
	if !c.Base.IsZero() {
		c.checkBase(&f)
	}
	c.checkWindow(&f)
	c.checkStarts(&f)
	c.checkExcept(&f)
	return errors.Join(f...)
}

// checkBase checks what depends on the base period.
func (c *Calendar) checkBase(f *faults) {
	first, last := c.Base.days()
	if months(first, c.Base.end.Date()) > longestBase {
		f.add("base", c.Base.String(), "at most 5 years", fault.ErrRange)
	}
	f.between("ownMonths", c.OwnMonths, 0, longestBase)
	if c.OwnMonths > 0 && c.OwnMonths <= longestBase {
		if _, err := Expiry(At(c.Base.end), c.own()); err != nil {
			f.add("ownMonths", strconv.Itoa(c.OwnMonths), "up to the year 9999", fault.ErrRange)
		}
	}
	if !c.Opens.IsZero() && c.Opens.Compare(first.yearBefore()) < 0 {
		f.add("opens", c.Opens.String(), "within a year before "+first.String(), fault.ErrRange)
	}
	if c.Closes.Compare(first) >= 0 {
		f.add("closes", c.Closes.String(), "before "+first.String(), fault.ErrOrder)
	}
	if !c.Last.IsZero() && (c.Last.Compare(first) < 0 || c.Last.Compare(last) > 0) {
		f.add("last", c.Last.String(), first.String()+separator+last.String(), fault.ErrRange)
	}
}

func (c *Calendar) checkWindow(f *faults) {
	if len(c.Starts) > 0 && c.Opens.IsZero() && c.Closes.IsZero() {
		return
	}
	f.missing("opens", c.Opens)
	f.missing("closes", c.Closes)
	if !c.Closes.IsZero() && c.Closes.Compare(c.Opens) < 0 {
		f.add("closes", c.Closes.String(), "not before "+c.Opens.String(), fault.ErrOrder)
	}
}

func (c *Calendar) checkStarts(f *faults) {
	for i, s := range c.Starts {
		path := s.path(i)
		f.between(path+".day", s.Day, 1, 28)
		f.between(path+".hour", s.Hour, 0, 23)
		f.between(path+".every", s.Every, 0, yearMonths)
		f.between(path+".lead", s.Lead, 0, longestLead)
		if s.Lead == 0 {
			f.between(path+".before", s.Before, 0, yearMonths)
			f.between(path+".until", s.Until, 1, 31)
		} else {
			f.none(path+".before", s.Before)
			f.none(path+".until", s.Until)
		}
		if s.Lead == 0 && s.Before == 0 && s.Until >= s.Day {
			f.add(path+".until", strconv.Itoa(s.Until), "before the start", fault.ErrOrder)
		}
		if i > 0 && s.Day <= c.Starts[i-1].Day {
			f.add(path+".day", strconv.Itoa(s.Day), "rising", fault.ErrOrder)
		}
	}
	if len(c.Starts) > 0 {
		f.missing("last", c.Last)
	} else if !c.Last.IsZero() {
		f.add("last", c.Last.String(), "", fault.ErrMisplaced)
	}
}

func (c *Calendar) checkExcept(f *faults) {
	for i, e := range c.Except {
		path := e.path(i)
		f.missing(path+".start", e.Start)
		if i > 0 && e.Start.Compare(c.Except[i-1].Start) <= 0 {
			f.add(path+".start", e.Start.String(), "after "+c.Except[i-1].Start.String(), fault.ErrOrder)
		}
		if !e.Until.IsZero() && e.Until.Compare(e.Start) >= 0 {
			f.add(path+".until", e.Until.String(), "before "+e.Start.String(), fault.ErrOrder)
		}
	}
}

func (Start) path(i int) string     { return fmt.Sprintf("starts[%d]", i) }
func (Exception) path(i int) string { return fmt.Sprintf("except[%d]", i) }

// untilPath returns the path of the last day to apply for a start.
func (c *Calendar) untilPath(o offer) string {
	switch {
	case o.except:
		return Exception{}.path(o.from) + ".until"
	case c.Starts[o.from].Lead > 0:
		return Start{}.path(o.from) + ".lead"
	}
	return Start{}.path(o.from) + ".until"
}
