// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
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
		never:    {"なし", "まだ", "未引渡し", "never", "not yet"},
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
	s := strings.ToLower(strings.TrimSpace(width.Fold.String(line)))
	s = strings.Trim(s, "「」\"'。.")
	for w, all := range spellings() {
		if slices.Contains(all, s) {
			return w
		}
	}
	return ""
}

// errEmpty says that nothing was answered.
func errEmpty() error { return errors.New("no answer") }

// read returns the answer that a line gives to a question.
func (q question) read(line string, c coverage.Claim) (answer, error) {
	w := wordOf(line)
	switch {
	case line == "":
		return answer{}, errEmpty()
	case q.amount != "":
		return readAmount(line, w, c.Items[q.item()])
	case q.Date != "":
		return readDate(line, w)
	}
	return readFact(line, w)
}

func readFact(line string, w word) (answer, error) {
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
	a, err := fact.ParseAnswer(line)
	if err == nil && !a.Stated() { // a default answer, or none, is nobody's answer
		return answer{}, errEmpty()
	}
	return answer{fact: a}, err
}

func readDate(line string, w word) (answer, error) {
	switch w {
	case unknown:
		return answer{}, nil
	case never:
		return answer{date: period.Never()}, nil
	}
	m, err := period.ParseMoment(line)
	return answer{date: m}, err
}

// readAmount reads an amount of an item; the whole of it is what was claimed or, of an
// excess, what was accepted of that.
func readAmount(line string, w word, it coverage.Item) (answer, error) {
	switch w {
	case unknown:
		return answer{}, nil
	case whole:
		return answer{amount: yen.Exactly(it.Claimed)}, nil
	}
	a, err := yen.Parse(line)
	if err != nil {
		return answer{}, err
	}
	return answer{amount: yen.Exactly(a)}, nil
}
