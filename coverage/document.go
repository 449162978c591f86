// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
)

// Text returns the rules for people who review them, in the language: the calendar with
// each start and the last day to apply for it, the tariff, the options, the heads of loss,
// the tree of deductibles and limits, the requirements of the cover and the exclusions
// with their exceptions, the facts that follow from dates, the questions and the open
// points. Each line has the clause that states it. It accepts rules that [New] refuses.
func (r Rules) Text(tag language.Tag) string {
	d := document{rules: &r, tag: tag}
	d.line(0, sourced(r.Edition))
	d.calendar()
	d.head("保険料", "premium")
	for line := range strings.Lines(r.Tariff.Text(tag)) {
		d.line(1, literal(strings.TrimSuffix(line, "\n")))
	}
	d.options()
	d.heads()
	d.head("免責金額・支払限度額", "deductibles and limits")
	d.node(&r.Limits, 1)
	d.wording()
	d.facts()
	d.points()
	return d.String()
}

// sourced returns the title of a clause with its ID and its section of the source.
func sourced(c clause.Clause) clause.Note {
	if c.Source == "" {
		return cited(c)
	}
	return note(c.ID, "{}（{}、{}）", "{} ({}, {})", c, literal(c.ID), literal(c.Source))
}

// A document is the text of rules in the making.
type document struct {
	strings.Builder
	rules *Rules
	tag   language.Tag
}

// line adds a line, indented by a level of at most 8.
func (d *document) line(level int, t texter) {
	indent := strings.Repeat("  ", min(level, 8))
	for i, part := range wrap(text.Line(t.Text(d.tag)), pageWidth-len(indent), 4) {
		if i > 0 {
			part = "    " + part
		}
		d.WriteString(indent + part + "\n")
	}
}

func (d *document) note(level int, ja, en string, parts ...texter) {
	d.line(level, note("", ja, en, parts...))
}

func (d *document) head(ja, en string) {
	d.WriteString("\n")
	d.note(0, "■ "+ja, "# "+text.Capital(en))
}

func (d *document) calendar() {
	c := &d.rules.Calendar
	d.head("保険期間", "policy period")
	d.note(1, "{}：{}", "{}: {}", sourced(c.BaseClause), c.Base)
	if !c.Opens.IsZero() {
		d.note(1, "{}：{}から{}まで", "{}: {} to {}", sourced(c.WindowClause), c.Opens, c.Closes)
	}
	schedule, err := period.NewSchedule(*c)
	if err != nil {
		return
	}
	day := c.Opens
	for until, m := range schedule.Offers() {
		if _, err := schedule.Join(day); !day.IsZero() && errors.Is(err, fault.ErrClosed) {
			d.note(2, "{}のお申込み：{}", "apply on {}: {}", day, fault.All(err)[0])
		}
		day, _ = until.AddDays(1)
		d.note(2, "{}までのお申込み：{}（{}）", "apply by {}: {} ({})", until, m.Period, literal(m.Clause))
	}
}

func (d *document) options() {
	d.head("契約で定める項目", "options")
	for i := range d.rules.Options {
		row := &d.rules.Options[i]
		n := note("", "{}（{}）", "{} ({})", note("", row.JA, row.EN), literal(row.ID))
		add := func(ja, en string, parts ...texter) {
			n = note("", "{}、"+ja, "{}, "+en, append([]texter{n}, parts...)...)
		}
		if row.Least > 0 || row.Most > 0 {
			least := rowText{row, option.Yen(row.Least)}
			if row.Most > 0 {
				add("{}から{}まで", "{} to {}", least, rowText{row, option.Yen(row.Most)})
			} else {
				add("{}以上", "at least {}", least)
			}
		}
		for _, c := range row.Classes {
			add("{} {}", "{} {}", literal(c.Code), c)
		}
		switch {
		case !row.Standard.IsZero():
			add("標準 {}", "standard {}", rowText{row, row.Standard})
		case row.CanBeOpen():
			add("記載の範囲 {}", "printed {}", row.Printed)
		default:
			add("必ず定める", "to be stated")
		}
		if row.With != "" {
			add("{}を付帯した場合", "only with {}", literal(row.With))
		}
		if row.Clause != "" {
			add("{}", "{}", literal(row.Clause))
		}
		d.line(1, capital(n))
	}
}

func (d *document) heads() {
	d.head("補償項目", "heads of loss")
	for _, h := range d.rules.Heads {
		d.note(1, "{}：{}（補償の範囲 {}）", "{}: {} (scope {})", literal(h.Head), sourced(h.Clause), literal(h.Scope))
		switch {
		case len(h.Follows) > 0 && h.Alone:
			d.note(2, "次がある場合はその支払いに従う：{}", "with, if the claim has one: {}", namesOf(h.Follows))
		case len(h.Follows) > 0:
			d.note(2, "次が支払われる場合：{}", "only with: {}", namesOf(h.Follows))
		}
		var rules []clause.ID
		for _, x := range d.rules.Wording.Rules {
			if x.Under == "" && x.Class != exclusions.Waiver && x.Scope.Meets(h.Scope) {
				rules = append(rules, cmp.Or(x.Clause.ID, x.With))
			}
		}
		if len(rules) > 0 {
			d.note(2, "適用される条項：{}", "rules that act on it: {}", namesOf(rules))
		}
		if h.Consent.ID != "" {
			d.note(2, "条件：{}", "condition: {}", cited(h.Consent))
		}
		if len(h.Asked) > 0 {
			d.note(2, "次のいずれか：{}", "one of: {}", namesOf(h.Asked))
		}
	}
}

// namesOf returns names as one text.
func namesOf[T ~string](all []T) clause.Note {
	return join(each(all, func(x T) clause.Note { return note("", "{}", "{}", literal(x)) }), "、", ", ")
}

// node writes the heads of a node, and then its terms, in the order in which they act. It
// leaves out what is deeper than a document can be.
func (d *document) node(n *limits.Node, level int) {
	if level > deepest {
		return
	}
	name := note("", "以上すべて", "all of the above")
	if n.Head != "" {
		name = note("", string(n.Head), string(n.Head))
		if i := slices.IndexFunc(d.rules.Heads, func(h Head) bool { return h.Head == n.Head }); i >= 0 {
			name = note("", "{}（{}）", "{} ({})", literal(n.Head), d.rules.Heads[i].Clause)
		}
	}
	for i := range n.Nodes {
		d.node(&n.Nodes[i], level+1)
	}
	if n.With != "" {
		name = note("", "{}、{}を付帯した場合", "{}, only with {}", name, literal(n.With))
	}
	d.line(level, name)
	for _, t := range n.Terms {
		d.note(level+1, "{}（{}）", "{} ({})", t, literal(t.Clause))
	}
}

func (d *document) wording() {
	d.head("補償と免責", "cover and exclusions")
	levels := map[clause.ID]int{}
	for i := range d.rules.Wording.Rules {
		x := &d.rules.Wording.Rules[i]
		c := x.Clause
		if c == (clause.Clause{}) {
			c.ID = x.With
			for _, e := range d.rules.Wording.Endorsements {
				if e.ID == x.With {
					c = e
				}
			}
		}
		level := 1
		if x.Under != "" {
			level = levels[x.Under] + 1
		}
		levels[c.ID] = level
		d.line(level, d.rule(x, c))
	}
	d.head("特約", "endorsements")
	for _, e := range d.rules.Wording.Endorsements {
		n := sourced(e)
		if slices.Contains(d.rules.Attached, e.ID) {
			n = note("", "{}、すべての契約に付帯", "{}, attached to every policy", n)
		}
		d.line(1, n)
	}
}

// rule returns what a rule says when.
func (d *document) rule(x *exclusions.Rule, c clause.Clause) clause.Note {
	n := note("", "{}：{}", "{}: {}", sourced(c), x.When)
	if slices.Contains([]exclusions.Class{Insured, Trigger, Cover, AddedCover, LeftOut}, x.Class) && x.Under == "" {
		n = note("", "{}：次の場合は対象外 {}", "{}: not covered if {}", sourced(c), x.When)
	}
	if x.When.String() == (exclusions.Cond{}).String() {
		n = note("", "{}：常に", "{}: always", sourced(c))
	}
	if x.Under != "" {
		n = note("", "{}の例外 {}", "exception to {}, {}", literal(x.Under), n)
	}
	add := func(ja, en, of string) {
		if of != "" {
			n = note("", "{}（"+ja+" {}）", "{} ("+en+" {})", n, literal(of))
		}
	}
	add("区分", "class", string(x.Class))
	add("補償の範囲", "scope", string(x.Scope))
	for _, in := range x.In {
		add("対象", "in", string(in))
	}
	add("付帯した場合", "with", string(x.With))
	return n
}

func (d *document) facts() {
	d.head("日付から定まる事実", "facts that follow from dates")
	for _, f := range d.rules.DateFacts {
		n := note("", "{}：{} {} {}", "{}: {} {} {}", literal(f.Fact), literal(f.Date), literal(f.Is), literal(f.Anchor))
		if f.Span != (period.Span{}) {
			n = note("", "{}、{}", "{}, {}", n, literal(f.Span.String()))
		}
		if f.Clause.ID != "" {
			n = note("", "{}、{}", "{}, {}", n, cited(f.Clause))
		}
		d.line(1, n)
	}
	d.head("質問", "questions")
	for _, q := range d.rules.Wording.Questions {
		n := note("", "{}：{}", "{}: {}", literal(q.Fact), q)
		switch {
		case q.Judged:
			n = note("", "{}（人が判断する）", "{} (a person judges)", n)
		case q.Default != fact.Unknown:
			n = note("", "{}（回答がなければ {}）", "{} (by default {})", n, q.Default)
		}
		d.line(1, n)
	}
}

func (d *document) points() {
	if len(d.rules.Points) == 0 {
		return
	}
	d.head("解釈", "open points")
	for _, p := range d.rules.Points {
		d.note(1, "{} {}", "{} {}", literal(p.ID), note("", p.JA, p.EN))
		for _, c := range p.Choices {
			mark := "-"
			if c == p.Choice() {
				mark = "*"
			}
			d.note(2, "{} {}：{}", "{} {}: {}", literal(mark), literal(c.Code), c)
		}
	}
}
