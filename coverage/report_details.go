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
// other choices. The details of the zero Assessment are "".
func (a Assessment) Details(tag language.Tag) string {
	if a.policy == nil {
		return ""
	}
	all := a.answers()
	parts := make([]string, 0, sources+1)
	for _, s := range []struct {
		from   source
		ja, en string
	}{
		{judged, "担当者の判断", "Judged"},
		{stated, "回答あり", "Stated"},
		{dated, "日付・金額から判定", "From dates and amounts"},
		{byDefault, "通常の想定", "Default answers"},
		{unanswered, "不明・争いあり・確認が必要", "Not known, disputed or to be answered"},
	} {
		lines := a.detail(all, s.from)
		if len(lines) > 0 {
			parts = append(parts, text.In(tag, s.ja, s.en)+"\n"+listing(lines, tag))
		}
	}
	if lines := a.choices(); len(lines) > 0 {
		parts = append(parts, text.In(tag, "適用した解釈", "Readings")+"\n"+listing(lines, tag))
	}
	return strings.Join(parts, "\n")
}

// detail returns the questions that a source answers, with the answers.
func (a *Assessment) detail(all []answered, from source) []clause.Note {
	var lines []clause.Note
	for _, x := range all {
		for _, g := range a.alike(x, from) {
			items := g.items
			if len(items) == len(x.replies) {
				items = nil // all that it is about
			}
			ja, en := answerWords(g.key.reply)
			n := a.about(note("", x.question.JA+" "+ja, x.question.EN+" "+en), items, nil, nil)
			if d := g.key.dates; d != (clause.Note{}) {
				n.JA, n.EN = n.JA+"【"+d.JA+"】", n.EN+" ["+d.EN+"]"
			}
			lines = append(lines, n)
		}
	}
	return lines
}

// A datedReply is a reply with the dates from which it follows.
type datedReply struct {
	reply
	dates clause.Note
}

// alike groups the replies from a source that are the same. Of those without an
// answer it leaves out what nobody was asked or is to be.
func (a *Assessment) alike(x answered, from source) []group[datedReply] {
	var all []group[datedReply]
	for _, r := range x.replies {
		if r.from != from || from == unanswered && r.answer == fact.NotAsked && !a.needs(r.item, x.question.Fact) {
			continue
		}
		item, key := r.item, datedReply{reply: r}
		key.item = 0
		if from == dated {
			key.dates = joined(a.datesBehind(&a.Items[item], x.question.Fact))
		}
		at := slices.IndexFunc(all, func(g group[datedReply]) bool { return g.key == key })
		if at < 0 {
			at = len(all)
			all = append(all, group[datedReply]{key: key})
		}
		all[at].items = append(all[at].items, item)
	}
	return all
}

// needs reports whether the verdict or the amount of an item depends on a fact.
func (a *Assessment) needs(item int, f fact.Name) bool { return wants(a.Items[item].Needed, f) }

// answerWords returns an answer, or the reason for which it is missing.
func answerWords(r reply) (ja, en string) {
	if r.from == unanswered {
		return r.answer.Text(language.Japanese), r.answer.Text(language.English)
	}
	truth := r.answer.Truth()
	return truth.Text(language.Japanese), truth.Text(language.English)
}

// choices returns the readings that shaped the result, with the other choices.
func (a *Assessment) choices() []clause.Note {
	var lines []clause.Note
	for _, r := range a.Readings() {
		lines = append(lines, note("", r.Text(language.Japanese), r.Text(language.English)))
		for _, c := range r.Choices {
			if c != r.Choice() {
				lines = append(lines, note("", "　他の解釈："+c.JA, "  or: "+c.EN))
			}
		}
	}
	return lines
}

// listing returns texts as lines with an indent.
func listing(all []clause.Note, tag language.Tag) string {
	return block([]row{{"", "", all}}, tag)
}
