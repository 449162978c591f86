// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/yen"
)

// explain says why a question is asked: the clauses that depend on the answer, with their
// conditions, the items, and what each answer would leave.
func (d *dialogue) explain(q question) {
	s, c := d.policy.Scheme(), &d.now().claim
	if len(q.By) > 0 {
		d.say(d.whyClauses())
	}
	for _, id := range q.By {
		d.out.entry("  ", string(id)+" "+titleOf(s, id, d.lang))
		d.condition(s, id)
	}
	d.say(d.whyItems())
	for _, i := range q.Items {
		d.out.entry("  ", d.item(s, c, i))
	}
	if q.amount != "" {
		d.extremes(q)
		return
	}
	if len(q.Cases) > 0 {
		d.say(d.whyCases())
	}
	for _, x := range q.Cases {
		d.out.entry("  ", x.Text(d.lang))
	}
}

// extremes prints what the smallest and the largest amount would leave.
func (d *dialogue) extremes(q question) {
	d.say(d.whyCases())
	c := d.now().claim
	for _, amount := range []yen.Amount{0, q.full(c)} {
		a, err := d.policy.Assess(q.with(c, answer{amount: yen.Exactly(amount)}), d.history)
		if err == nil {
			d.out.entry("  ", d.leaves(amount, a.Least, a.Most))
		}
	}
}

// condition prints when a clause applies, and what it means if it does.
func (d *dialogue) condition(s coverage.Scheme, id clause.ID) {
	r, level, ok := ruleOf(s, id)
	if !ok {
		return
	}
	d.out.entry("    ", d.effect(r, level))
	text, _ := s.Schedule().Text(id, d.lang)
	for _, l := range parts(text) {
		d.out.entry(strings.Repeat("  ", 3+l.level), l.text)
	}
}

// ruleOf returns the rule with the id, and how many rules it is below the one to which it
// is an exception.
func ruleOf(s coverage.Scheme, id clause.ID) (found exclusions.Rule, level int, ok bool) {
	levels := map[clause.ID]int{}
	for r := range s.Schedule().Rules() { // each after the rule to which it is an exception
		if above, is := levels[r.Under]; is && r.Under != "" {
			levels[r.Clause.ID] = above + 1
		} else {
			levels[r.Clause.ID] = 0
		}
		if r.Clause.ID == id {
			return r, levels[id], true
		}
	}
	return found, 0, false
}

// titleOf returns the title of a clause of the scheme.
func titleOf(s coverage.Scheme, id clause.ID, lang language.Tag) string {
	for _, c := range s.Clauses() {
		if c.ID == id {
			return c.Text(lang)
		}
	}
	return string(id)
}

// A part is one question of a condition, with how deep it stands in brackets.
type part struct {
	level int
	text  string
}

// parts returns the questions of a condition in words, each with the "and" or "or" behind
// it. These words do not count within a question, which is in quotation marks.
func parts(condition string) (all []part) {
	level, next, quoted, start := 0, 0, 0, 0
	for i, r := range condition {
		switch {
		case r == '「':
			quoted++
		case r == '」':
			quoted--
		case r == '"':
			quoted = 1 - quoted
		case quoted > 0:
		case r == '（' || r == '(':
			next++
		case r == '）' || r == ')':
			next--
		case r == ' ' && connected(condition[start:i]):
			all = append(all, part{level, strings.TrimSpace(condition[start:i])})
			level, start = next, i
		}
	}
	return append(all, part{level, strings.TrimSpace(condition[start:])})
}

// connected reports whether a text ends in a word after which the next question comes.
func connected(text string) bool {
	for _, w := range []string{" かつ", " または", " and", " or"} {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}
