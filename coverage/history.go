// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"iter"
	"strings"
	"unicode"

	"github.com/baiseki/baiseki/limits"
)

// A History is what a policy has paid in its period, and what each series has
// had: an argument of [Policy.Assess] and a part of its result. It is an
// immutable, comparable value that a host stores as text. The zero History is a
// policy without payments.
type History struct {
	policy string // the number; none for the zero History
	paid   limits.Paid
	series string // a line for each series, in the order in which they came
}

// A matter is a series so far: when it was first made and discovered, and its
// losses and payments.
type matter struct {
	made, discovered Moment
	losses           limits.Series
}

// Paid returns what was paid, by head.
func (h History) Paid() limits.Paid { return h.paid }

// Series returns the names of the series in the order in which they came, each
// with its losses and payments.
func (h History) Series() iter.Seq2[string, limits.Series] {
	return func(yield func(string, limits.Series) bool) {
		for line := range strings.Lines(h.series) {
			name, m, err := parseMatter(line)
			if err != nil || !yield(name, m.losses) {
				return
			}
		}
	}
}

// find returns the series with the name; the zero one if it is new.
func (h History) find(name string) (m matter) {
	if line, ok := h.line(name); ok {
		_, m, _ = parseMatter(line)
	}
	return m
}

func (h History) line(name string) (string, bool) {
	for line := range strings.Lines(h.series) {
		if rest, ok := strings.CutPrefix(line, name); ok && name != "" && rest[0] == ' ' {
			return line, true
		}
	}
	return "", false
}

// with returns the history after a payment to a series, "" being none.
func (h History) with(policy string, paid limits.Paid, name string, m matter) History {
	h.policy, h.paid = policy, paid
	if name == "" {
		return h
	}
	line := name + " " + or(m.made) + " " + or(m.discovered) + " " + m.losses.String() + "\n"
	if old, ok := h.line(name); ok {
		h.series = strings.Replace("\n"+h.series, "\n"+old, "\n"+line, 1)[1:]
	} else {
		h.series += line
	}
	return h
}

// or returns the moment as one word, and a hyphen for none.
func or(m Moment) string {
	if m.IsZero() {
		return "-"
	}
	return strings.Replace(m.String(), " ", "T", 1)
}

// parseMatter reads a line: a name, two moments and what limits.Series writes.
func parseMatter(line string) (name string, m matter, err error) {
	words := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
	if len(words) < 4 || !word(words[0]) || words[0] == "" {
		return "", m, ErrSyntax
	}
	for i, to := range []*Moment{&m.made, &m.discovered} {
		if s := words[1+i]; s != "-" {
			if *to, err = ParseMoment(strings.Replace(s, "T", " ", 1)); err != nil || or(*to) != s {
				return "", m, ErrSyntax
			}
		}
	}
	m.losses, err = limits.ParseSeries(words[3])
	return words[0], m, err
}

// String returns the history as lines: the number of the policy, what was paid,
// and one line for each series. It is "" for the zero History.
func (h History) String() string {
	if h == (History{}) {
		return ""
	}
	return h.policy + "\n" + h.paid.String() + "\n" + h.series
}

// ParseHistory reads what History.String writes, and nothing else. It returns
// an [*Error] with [ErrSyntax] or an error of limits, and with [ErrHistory] for
// a series that stands twice.
func ParseHistory(s string) (History, error) {
	if s == "" {
		return History{}, nil
	}
	fail := func(input string, err error) error {
		return &Error{Func: "ParseHistory", Input: input, Err: err}
	}
	number, rest, ok := strings.Cut(s, "\n")
	paidText, series, ok2 := strings.Cut(rest, "\n")
	if !ok || !ok2 || !word(number) || number == "" {
		return History{}, fail(s, ErrSyntax)
	}
	paid, err := limits.ParsePaid(paidText)
	if err != nil {
		return History{}, fail(paidText, err)
	}
	h := History{policy: number, paid: paid}
	for line := range strings.Lines(series) {
		name, m, err := parseMatter(line)
		switch _, twice := h.line(name); {
		case err != nil:
			return History{}, fail(line, err)
		case twice:
			return History{}, fail(line, ErrHistory)
		}
		h = h.with(number, paid, name, m)
	}
	if h.String() != s {
		return History{}, fail(s, ErrSyntax)
	}
	return h, nil
}

// MarshalText returns History.String, so that a history is a text in JSON.
func (h History) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText sets h to what [ParseHistory] reads, and leaves it alone on
// error.
func (h *History) UnmarshalText(b []byte) error {
	g, err := ParseHistory(string(b))
	if err == nil {
		*h = g
	}
	return err
}

// word reports whether s can name a policy or a series: at most 64 bytes of
// printable characters without spaces, or nothing.
func word(s string) bool {
	return len(s) <= 64 && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0xFFFD || !unicode.IsGraphic(r) || unicode.IsSpace(r) })
}
