// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"slices"
	"strings"

	"golang.org/x/text/width"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A word is an answer or a command that is no date and no amount.
type word string

// The words.
const (
	yes      word = "yes"
	no       word = "no"
	unknown  word = "unknown"
	disputed word = "disputed"
	never    word = "never"
	whole    word = "whole"
	back     word = "back"
	why      word = "why"
	show     word = "show"
	help     word = "help"
	quit     word = "quit"
)

// spellings returns how people write each word, in either language.
func spellings() map[word][]string {
	return map[word][]string{
		yes:      {"はい", "yes", "y"},
		no:       {"いいえ", "no", "n"},
		unknown:  {"不明", "わからない", "分からない", "unknown", "not-known", "?"},
		disputed: {"争いあり", "disputed"},
		never:    {"なし", "まだ", "never", "not yet"},
		whole:    {"全額", "full", "all"},
		back:     {"戻る", "もどる", "back", "b"},
		why:      {"なぜ", "理由", "why", "w"},
		show:     {"表示", "show", "s"},
		help:     {"ヘルプ", "使い方", "help", "h"},
		quit:     {"終了", "quit", "exit", "q"},
	}
}

// wordOf returns the word that a line is, or "". Full-width letters and capitals count as
// small ones, and quotation marks and a full stop do not count.
func wordOf(line string) word {
	s := strings.ToLower(bare(line))
	for w, all := range spellings() {
		if slices.Contains(all, s) {
			return w
		}
	}
	return ""
}

// bare returns a line without what does not count in it.
func bare(line string) string {
	return strings.Trim(strings.TrimSpace(width.Fold.String(line)), "「」\"'。.")
}

// read returns the answer that a line gives to a question.
func (q question) read(line string, c coverage.Claim) (answer, error) {
	w := wordOf(line)
	switch {
	case q.amount != "":
		return readAmount(line, w, q.full(c))
	case q.Date != "":
		return readDate(line, w)
	}
	return readFact(w)
}

func readFact(w word) (answer, error) {
	switch w {
	case yes:
		return answer{fact: fact.StatedYes}, nil
	case no:
		return answer{fact: fact.StatedNo}, nil
	case unknown:
		return answer{fact: fact.NotKnown}, nil
	case disputed:
		return answer{fact: fact.Disputed}, nil
	}
	_, err := fact.ParseAnswer("") // nobody's answer is a default answer, which ParseAnswer reads
	return answer{}, err
}

func readDate(line string, w word) (answer, error) {
	switch w {
	case unknown:
		return answer{}, nil
	case never:
		return answer{date: period.Never()}, nil
	}
	m, err := period.ParseMoment(bare(line))
	if line == "" { // which is no date yet for ParseMoment
		_, err = period.ParseDate(line)
	}
	return answer{date: m}, err
}

// nothing returns the word that a question for a date gives, in Japanese, for what has not
// happened: the last one in quotation marks, such as 未引渡し. It is "" if there is none.
func (q question) nothing() string {
	i := strings.LastIndex(q.JA, "「")
	if i < 0 {
		return ""
	}
	s, _, _ := strings.Cut(q.JA[i+len("「"):], "」")
	return s
}

// mayBeNever reports whether the event that a question for a date asks about may not have
// happened.
func (q question) mayBeNever() bool {
	return len(q.Cases) == 0 || slices.ContainsFunc(q.Cases, func(c coverage.Case) bool { return c.From.IsNever() })
}

// reach returns the span of the dates that a question for a date can have as its answer, and
// false if it is not known.
func (q question) reach() (coverage.Case, bool) {
	all := slices.DeleteFunc(slices.Clone(q.Cases), func(c coverage.Case) bool { return c.From.IsNever() })
	if q.Date == "" || len(all) == 0 {
		return coverage.Case{}, false
	}
	return coverage.Case{From: all[0].From, Until: all[len(all)-1].Until}, true
}

// full returns the largest amount that can be answered: what was claimed or, of an excess,
// what was accepted of that.
func (q question) full(c coverage.Claim) yen.Amount {
	it := c.Items[q.item()]
	if a, known := it.Accepted.Amount(); known && q.amount == excess {
		return a
	}
	return it.Claimed
}

func readAmount(line string, w word, full yen.Amount) (answer, error) {
	switch w {
	case unknown:
		return answer{}, nil
	case whole:
		return answer{amount: yen.Exactly(full)}, nil
	}
	a, err := yen.Parse(line)
	if err != nil {
		return answer{}, err
	}
	return answer{amount: yen.Exactly(a)}, nil
}
