// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

const (
	askJA = "保険料は、取扱代理店にご確認ください。"
	askEN = "Ask the agent for the premium."
)

// path returns the path of the exposure of a table in a risk.
func (t *tariff) path(p *prices) string {
	if p.by == bySales {
		return salesAmount
	}
	return "options." + string(t.uses[p.by].row.ID)
}

// referral returns the error that refers the applicant to the agent
// (取扱代理店への照会), because the table has no premium for the exposure. The bound is
// the exposure of the row that is nearest.
//
//go:noinline
func (t *tariff) referral(op string, p *prices, why *fault.Reason, n yen.Amount) *fault.Error {
	e := &fault.Error{Op: op, Path: t.path(p), Reason: why}
	name, enName := t.name(p)
	if why == fault.ErrNotStated {
		if e.Clause = string(t.rules.BasisClause.ID); p.by != bySales {
			e.Clause = string(t.uses[p.by].row.Clause)
			e.JA, e.EN = name+"のご申告がありません。"+name+"をご申告ください。", "Not stated: "+enName+". State the number."
			return e
		}
		e.JA = "売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。"
		e.EN = "Sales are not stated. State the sales of the latest confirmed fiscal year."
		return e
	}
	e.Input, _ = t.number(p, n)
	if why == fault.ErrOverflow {
		return e
	}
	row := p.Rows[len(p.Rows)-1]
	bound := p.most
	switch why {
	case fault.ErrBelow:
		row, bound = p.Rows[0], p.at[0]
	case fault.ErrBetween:
		row = p.Rows[p.find(n)+1]
		bound = row.At
	}
	e.Clause = string(cmp.Or(row.Clause, p.Clause.ID))
	ja, en := t.number(p, bound)
	e.Want = ja
	switch why {
	case fault.ErrBelow:
		e.JA, e.EN = name+ja+"未満の", "The premium table has no premium for "+enName+" below "+en+". "
	case fault.ErrAbove:
		e.JA, e.EN = name+ja+"超の", "The premium table has no premium for "+enName+" above "+en+". "
	default:
		e.JA = name + "が保険料表の行と行の間にあります（次の行は" + ja + "）。"
		e.EN = "The " + enName + " are between two rows of the premium table (the next row is " + en + "). "
	}
	e.JA, e.EN = e.JA+askJA, e.EN+askEN
	return e
}

// noTable returns the referral for choices that no table is for, at the first option of
// them.
//
//go:noinline
func (t *tariff) noTable(op string, tables []prices, r *Risk) *fault.Error {
	e := &fault.Error{Op: op, Reason: fault.ErrRange}
	var ja, en []string
	for i := range t.uses {
		u := &t.uses[i]
		names := func(c choice) bool { return c.use == i }
		if !slices.ContainsFunc(tables, func(p prices) bool { return slices.ContainsFunc(p.when, names) }) {
			continue
		}
		jaIs, enIs := u.row.Text(u.value(r), language.Japanese), u.row.Text(u.value(r), language.English)
		ja, en = append(ja, u.row.JA+"："+jaIs), append(en, u.row.EN+": "+enIs)
		if e.Path == "" {
			e.Path, e.Input, e.Clause = "options."+string(u.row.ID), jaIs, string(u.row.Clause)
		}
	}
	e.JA = "「" + strings.Join(ja, "、") + "」の" + askJA
	e.EN = "The premium tables have no premium for this choice (" + strings.Join(en, ", ") + "). " + askEN
	return e
}
