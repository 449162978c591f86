// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A form lists the columns that a file of members can have under a scheme: those of every
// scheme, one for each option, and one for each discount or loading.
type form struct {
	scheme  coverage.Scheme
	columns []officecsv.Column
	options []option.Row
	adjust  []clause.ID
	basis   string // of the sales
}

func formOf(s coverage.Scheme) form {
	rules := s.Rules()
	f := form{scheme: s, options: rules.Options, basis: rules.Tariff.Basis}
	f.columns = []officecsv.Column{
		{Name: "number", JA: "加入者証番号", EN: "Certificate", Also: []string{"加入者番号", "証券番号"}},
		{Name: "company", JA: "会社名", EN: "Company", Also: []string{"記名被保険者", "社名"}},
		{Name: "applied", JA: "申込日", EN: "Applied", Also: []string{"applied on"}, Needed: true},
		{Name: "wanted", JA: "加入希望日", EN: "Wanted start"},
		{Name: "sales.amount", JA: "売上高", EN: "Sales", Also: []string{"売上"}, Amount: true},
		{Name: "sales.fiscalYear", JA: "会計年度", EN: "Fiscal year", Also: []string{"決算年"}},
		{Name: "attach", JA: "特約", EN: "Endorsements"},
	}
	for _, o := range f.options {
		f.columns = append(f.columns, officecsv.Column{Name: "options." + string(o.ID), JA: o.JA, EN: o.EN, Also: []string{string(o.ID)}})
	}
	f.rates(rules.Tariff.Steps)
	return f
}

// rates adds the discounts and the loadings whose rate a member can have.
func (f *form) rates(steps []premium.Step) {
	for _, s := range steps {
		f.rates(s.Steps)
		if s.Kind != premium.Discount && s.Kind != premium.Loading || slices.Contains(f.adjust, s.Clause.ID) {
			continue
		}
		f.adjust = append(f.adjust, s.Clause.ID)
		f.columns = append(f.columns, officecsv.Column{
			Name: "adjust." + string(s.Clause.ID), JA: s.Clause.JA, EN: s.Clause.EN, Also: []string{string(s.Clause.ID)},
		})
	}
}

// in returns the form without the options and the rates that a file does not have.
func (f form) in(r *officecsv.Reader) form {
	f.options = slices.DeleteFunc(slices.Clone(f.options), func(o option.Row) bool { return !r.Has("options." + string(o.ID)) })
	f.adjust = slices.DeleteFunc(slices.Clone(f.adjust), func(id clause.ID) bool { return !r.Has("adjust." + string(id)) })
	return f
}

// application returns the application on a row.
func (f *form) application(r officecsv.Row, day func(string) (period.Date, error)) (a coverage.Application, err error) {
	asIs := func(s string) (string, error) { return s, nil }
	read(&err, r, "company", asIs, &a.Company)
	read(&err, r, "attach", parseIDs, &a.Attach)
	read(&err, r, "applied", day, &a.Applied)
	read(&err, r, "wanted", day, &a.Wanted)
	read(&err, r, "sales.amount", yen.Parse, &a.Sales.Amount)
	read(&err, r, "sales.fiscalYear", parseYear, &a.Sales.FiscalYear)
	if a.Sales.Amount != 0 {
		a.Sales.Basis = f.basis
	}
	for i := range f.options {
		var v option.Value
		if read(&err, r, "options."+string(f.options[i].ID), f.options[i].Parse, &v); !v.IsZero() {
			a.Options = a.Options.With(f.options[i].ID, v)
		}
	}
	for _, id := range f.adjust {
		var rate yen.Ratio
		if read(&err, r, "adjust."+string(id), yen.ParseRatio, &rate); rate != (yen.Ratio{}) {
			a.Adjust = append(a.Adjust, premium.Adjustment{Clause: id, Rate: rate})
		}
	}
	return a, err
}

// read reads a field into v, unless there was an error before.
func read[V any](err *error, r officecsv.Row, name string, parse func(string) (V, error), v *V) {
	if *err == nil {
		*v, *err = officecsv.Parse(r, name, parse)
	}
}

// parseIDs returns the IDs of endorsements.
func parseIDs(s string) (all []clause.ID, err error) {
	for _, id := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" 　,、;；/／", c) }) {
		all = append(all, clause.ID(id))
	}
	return all, nil
}

// parseYear returns the calendar year in which a fiscal year ends: 2024, 2024年, 2024年3月期 or
// 令和6年3月期. In 2024年度 it is not certain which that is.
func parseYear(s string) (int, error) {
	text, month, _ := strings.Cut(s, "年")
	year, err := strconv.Atoi(text)
	if err != nil {
		var d period.Date
		if d, err = period.ParseDate(text + "年12月1日"); err == nil {
			year = d.Year()
		}
	}
	if err != nil || year < 1900 || year > 9999 || month != "" && !strings.HasSuffix(month, "月期") {
		return 0, &fault.Error{
			Op: "portfolio", Input: s, Reason: fault.ErrRange, Want: "1900–9999",
			JA: "会計年度が終わる年を西暦で入力してください（2024年3月期なら2024）。",
			EN: "Write the calendar year in which the fiscal year ends, such as 2024.",
		}
	}
	return year, nil
}

// refused reports whether an error refuses an application that is in order, with the clause
// that does.
func refused(err error) (*fault.Error, bool) {
	f, ok := errors.AsType[*fault.Error](err)
	return f, ok && f.Clause != ""
}

// place returns the fault of a row: that of a rate in the column of the rate, and that of one of
// several endorsements in theirs.
func (f *form) place(a coverage.Application, r officecsv.Row, err error) *officecsv.Error {
	x, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return r.Fail(err)
	}
	moved := *x
	moved.Path, _, _ = strings.Cut(x.Path, "[")
	for i := range a.Adjust {
		if strings.HasPrefix(x.Path, "adjust["+strconv.Itoa(i)+"]") {
			moved.Path = "adjust." + string(a.Adjust[i].Clause)
		}
	}
	return r.Fail(&moved)
}
