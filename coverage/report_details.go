// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
)

// Details returns what [Assessment.Text] sums up, in the language: each question
// that the rules about the items ask with its answer, by the source of the
// answer, and the readings of the scheme that shaped the result, each with the
// other choices. After [Assessment.WithSensitivity], the readings that affect the result
// are among them, with what the other choices would give. The details of the zero Assessment are "".
func (a Assessment) Details(tag language.Tag) string {
	if a.policy == nil {
		return ""
	}
	all := a.answers()
	var parts []string
	for _, r := range []row{
		{"担当者の判断", "Judged", a.detail(all, judged)},
		{"回答あり", "Stated", a.detail(all, stated)},
		{"日付・金額から判定", "From dates and amounts", a.detail(all, dated)},
		{"通常の想定", "Default answers", a.detail(all, byDefault)},
		{"不明・争いあり・確認が必要", "Not known, disputed or to be answered", a.detail(all, unanswered)},
		{"適用した解釈", "Readings", a.choices()},
	} {
		if len(r.lines) > 0 {
			parts = append(parts, text.In(tag, r.ja, r.en)+"\n"+block([]row{{lines: r.lines}}, tag))
		}
	}
	return strings.Join(parts, "\n")
}

// detail returns the questions that a source answers, with the answers and the dates
// from which they follow. Of those without an answer it leaves out what nobody was
// asked or is to be.
func (a *Assessment) detail(all []answered, from source) []clause.Note {
	type answer struct {
		fact.Answer
		dates clause.Note
	}
	var lines []clause.Note
	wanted := a.wanted()
	for _, x := range all {
		var answers []group[answer, int]
		for _, r := range x.replies {
			item := &a.items[r.item]
			silent := from == unanswered && r.Answer == fact.NotAsked
			if r.from != from || silent && !wanted(r.item, x.Fact) {
				continue
			}
			var dates []clause.Note
			if from == dated {
				dates = a.datesBehind(item, x.Fact)
			}
			answers = put(answers, answer{r.Answer, join(dates, "、", "; ")}, r.item)
		}
		for _, g := range answers {
			var word texter = g.key.Truth()
			if from == unanswered {
				word = g.key // why there is none
			}
			n := note("", "{} {}", "{} {}", x, word)
			if len(g.of) < len(x.replies) {
				n = a.about(n, g.of)
			}
			if g.key.dates != (clause.Note{}) {
				n = note("", "{}【{}】", "{} [{}]", n, g.key.dates)
			}
			lines = append(lines, n)
		}
	}
	return lines
}

// choices returns the readings that shaped the result, with the other choices, and
// those that affect it, with what the other choices would give.
func (a *Assessment) choices() []clause.Note {
	var lines []clause.Note
	shaped := a.Readings()
	for _, r := range a.policy.scheme.rules.Points {
		affects := slices.ContainsFunc(a.effects, func(e ReadingEffect) bool { return e.Point.ID == r.ID })
		if !affects && shaped.index(r.ID) < 0 {
			continue
		}
		lines = append(lines, note("", "{}", "{}", r))
		for _, c := range r.Choices {
			e := slices.IndexFunc(a.effects, func(e ReadingEffect) bool { return e.Reading == r.reading(c) })
			switch {
			case c == r.Choice():
			case e >= 0:
				lines = append(lines, note("", "　他の解釈：{}（{}）", "  or: {} ({})", c, a.effects[e].Is.would()))
			default:
				lines = append(lines, note("", "　他の解釈：{}", "  or: {}", c))
			}
		}
	}
	return lines
}
