// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/option"
)

// A term is something that a policy is recorded with.
type term struct {
	Name   string
	Values []string
}

// terms returns what a policy is recorded with, so that people can check it beside the
// certificate.
func (d *desk) terms(p page, t *coverage.Terms) (all []term) {
	put := func(name string, values ...string) { all = append(all, term{name, values}) }
	put(p.T("会社名", "Company"), cmp.Or(t.Company, p.T("記録なし", "not recorded")))
	put(p.T("保険期間", "Policy period"), t.Period.Text(p.Lang))
	if !t.Applied.IsZero() {
		put(p.T("申込日", "Day of application"), t.Applied.Text(p.Lang))
	}
	if t.Sales.Amount != 0 {
		sales := p.Yen(t.Sales.Amount)
		if year := strconv.Itoa(t.Sales.FiscalYear); t.Sales.FiscalYear != 0 {
			sales += p.T("（"+year+"年に終了する会計年度）", " (fiscal year that ends in "+year+")")
		}
		put(p.T("売上高", "Sales"), sales)
	}
	rules := d.scheme.Rules()
	for _, o := range rules.Options {
		v, exists := t.Options[o.ID], o.With == "" || slices.Contains(t.Attached, o.With)
		if exists && (!v.IsZero() || o.ID != rules.Declared) {
			put(p.T(o.JA, o.EN), d.stated(p, o, v))
		}
	}
	var attached []string
	for _, id := range t.Attached {
		name := d.title(p, id)
		if since, later := t.Since[id]; later {
			name += p.T("、適用開始：", ", from ") + since.Text(p.Lang)
		}
		attached = append(attached, name)
	}
	if attached == nil {
		attached = []string{p.T("なし", "none")}
	}
	put(p.T("付帯した特約", "Attached endorsements"), attached...)
	return all
}

// stated returns the value of an option: the one that the policy states, or what applies if it
// states none.
func (d *desk) stated(p page, o option.Row, v option.Value) string {
	if !v.IsZero() {
		return o.Text(v, p.Lang)
	}
	for _, of := range d.scheme.Rules().Options {
		if slices.Contains(o.Standard.Names(), of.ID) {
			return p.T("「"+of.JA+"」と同じ（標準）", "same as the "+of.EN+" (standard)")
		}
	}
	if o.Standard.IsZero() {
		return p.T("記録なし", "not recorded")
	}
	return o.Text(o.Standard, p.Lang) + p.T("（標準）", " (standard)")
}
