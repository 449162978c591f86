// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"io"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/curve"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
)

// mostMarks are the members of a large file that are drawn: the first ones.
const mostMarks = 2000

// curve draws the premium over the sales, with the members of the file.
func (j *job) curve(scheme coverage.Scheme) error {
	in, err := j.open(j.in, "members.csv")
	if err != nil {
		return err
	}
	defer in.done()
	f := formOf(scheme)
	r, err := officecsv.NewReader(in, f.columns)
	if err != nil {
		return err
	}
	f = f.in(r)
	var marks []curve.Mark
	for len(marks) < mostMarks {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if bad, ok := errors.AsType[*officecsv.Error](err); err != nil && (!ok || bad.Ends) {
			return err
		}
		if err != nil {
			continue
		}
		a, err := f.application(row, officecsv.ParseDate)
		if err != nil {
			continue
		}
		if q, err := scheme.Quote(a); err == nil && len(q.Referrals) == 0 {
			marks = append(marks, curve.Mark{Name: a.Company, Sales: q.Premium.Sales, Annual: q.Premium.Price.Annual})
		}
	}
	picture := curve.SVG(scheme.Tariff(), j.lang, marks...)
	if picture == "" {
		return errors.New("no table of the scheme is read with the sales")
	}
	file, err := create(j.plot)
	if err != nil {
		return err
	}
	_, err = file.WriteString(picture)
	return output(file.End(err))
}
