// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
)

// A History records the amounts by which the claims under a policy erode its
// limits, the losses and payments of each series, when each series and each
// incident began, and which payments have an open split over the heads of loss.
// It is an argument of [Policy.Assess] and a part of its result. A History is an
// immutable, comparable value. Store it as text. The zero History is that of a
// policy without claims.
type History struct {
	policy string // the number; "" for the zero History
	paid   limits.Paid
	lines  string // a line for each series, incident and open split, in the order in which they came
}

// A matter is a series so far: when its first claim was made, and its losses and
// payments.
type matter struct {
	made   period.Moment
	losses limits.Series
}

// An occurrence is an incident so far: when the security incident and the
// reputational incident were first discovered.
type occurrence struct{ discovered, reputational period.Moment }

// The kinds of lines.
const (
	seriesLine   = "series"
	incidentLine = "incident"
	splitLine    = "split"
)

// Paid returns the amounts by which the claims erode the limits of the policy, by
// head: the amount paid or, for a series that is overpaid, the larger of the
// amount payable under the head and the amount paid.
func (h History) Paid() limits.Paid { return h.paid }

// Series returns the names of the series in the order in which they came, each
// with its losses and payments.
func (h History) Series() iter.Seq2[string, limits.Series] {
	return func(yield func(string, limits.Series) bool) {
		for line := range strings.Lines(h.lines) {
			if kind, name, rest := cut(line); kind == seriesLine {
				if m, err := parseMatter(rest); err != nil || !yield(name, m.losses) {
					return
				}
			}
		}
	}
}

// Undivided returns the facts and the clauses of limits on which the split of
// payments over the heads depends. Each of these payments is certain as a whole.
// Its parts are recorded without the losses that the open facts could add.
func (h History) Undivided() []string {
	var all []string
	for line := range strings.Lines(h.lines) {
		if kind, _, rest := cut(line); kind == splitLine {
			for word := range strings.FieldsSeq(rest) {
				if !slices.Contains(all, word) {
					all = append(all, word)
				}
			}
		}
	}
	return all
}

// series returns the series with the name, and incident the incident; the zero
// one if it is new.
func (h History) series(name string) (m matter) {
	if rest := h.rest(seriesLine, name); rest != "" {
		m, _ = parseMatter(rest)
	}
	return m
}

func (h History) incident(name string) (o occurrence) {
	if rest := h.rest(incidentLine, name); rest != "" {
		o, _ = parseOccurrence(rest)
	}
	return o
}

// cut returns the words of a line: its kind, its name and the rest.
func cut(line string) (kind, name, rest string) {
	kind, rest, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	name, rest, _ = strings.Cut(rest, " ")
	return kind, name, rest
}

// rest returns the rest of the line of a kind with a name, or "" if there is none;
// "" names no line.
func (h History) rest(kind, name string) string {
	for line := range strings.Lines(h.lines) {
		if k, n, rest := cut(line); k == kind && n == name && name != "" {
			return rest
		}
	}
	return ""
}

// with returns the history with a line put in place of that of the same kind and
// name, or after the others; without a rest, with no such line.
func (h History) with(kind, name, rest string) History {
	line := ""
	if rest != "" {
		line = kind + " " + name + " " + rest + "\n"
	}
	if old := h.rest(kind, name); old != "" {
		h.lines = strings.Replace("\n"+h.lines, "\n"+kind+" "+name+" "+old+"\n", "\n"+line, 1)[1:]
		return h
	}
	h.lines += line
	return h
}

// withSplit returns the history with the names on which the split of a payment
// to a series depends, in place of those that it had. Payments to no series
// share one line.
func (h History) withSplit(series string, open []string) History {
	name := or(series)
	if series == "" {
		open = append(strings.Fields(h.rest(splitLine, name)), open...)
	}
	return h.with(splitLine, name, "").with(splitLine, name, once(open))
}

// once returns words in their order, each once.
func once(words []string) string {
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// or returns a word, and a hyphen for none.
func or(s string) string { return strings.Replace(cmp.Or(s, "-"), " ", "T", 1) }

func (m matter) String() string { return or(m.made.String()) + " " + m.losses.String() }
func (o occurrence) String() string {
	return or(o.discovered.String()) + " " + or(o.reputational.String())
}

// parseMatter reads what matter.String writes, and parseOccurrence what
// occurrence.String does.
func parseMatter(s string) (m matter, err error) {
	made, losses, _ := strings.Cut(s, " ")
	if m.made, err = parseOr(made); err == nil {
		m.losses, err = limits.ParseSeries(losses)
	}
	return m, err
}

func parseOccurrence(s string) (o occurrence, err error) {
	discovered, reputational, _ := strings.Cut(s, " ")
	if o.discovered, err = parseOr(discovered); err == nil {
		o.reputational, err = parseOr(reputational)
	}
	return o, err
}

func unread() error { return &fault.Error{Reason: fault.ErrSyntax} }

func parseOr(s string) (period.Moment, error) {
	if s == "-" {
		return period.Moment{}, nil
	}
	m, err := period.ParseMoment(strings.Replace(s, "T", " ", 1))
	if err != nil || or(m.String()) != s {
		return period.Moment{}, unread()
	}
	return m, nil
}

// String returns the history as lines: the number of the policy, the amounts of
// Paid, and one line for each series, incident and undivided payment. It is ""
// for the zero History.
func (h History) String() string {
	if h == (History{}) {
		return ""
	}
	return h.policy + "\n" + h.paid.String() + "\n" + h.lines
}

// ParseHistory parses the text of History.String; it accepts no other form. It
// returns a [*fault.Error] with
//   - [fault.ErrSyntax] if the text is not of that form,
//   - [fault.ErrDuplicate] if a series or an incident is duplicate,
//   - a reason of [limits.ParsePaid] at paid, or of [limits.ParseSeries] at series.
func ParseHistory(s string) (History, error) {
	if s == "" {
		return History{}, nil
	}
	fail := func(input string, why *fault.Reason) error {
		return &fault.Error{Op: "coverage.ParseHistory", Input: input, Reason: why}
	}
	number, rest, ok := strings.Cut(s, "\n")
	paidText, lines, ok2 := strings.Cut(rest, "\n")
	ended := lines == "" || strings.HasSuffix(lines, "\n")
	if !ok || !ok2 || !ended || number == "" || !word(number) || len(s) > longestHistory {
		return History{}, fail(s, fault.ErrSyntax)
	}
	paid, err := limits.ParsePaid(paidText)
	if err != nil {
		return History{}, fault.In("coverage.ParseHistory", "paid", err)
	}
	seen := map[[2]string]bool{}
	for line := range strings.Lines(lines) {
		kind, name, rest := cut(line)
		switch again, err := reread(kind, rest); {
		case err != nil:
			return History{}, fault.In("coverage.ParseHistory", kind, err)
		case again != rest, rest == "", name == "", !word(name), line != kind+" "+name+" "+rest+"\n":
			return History{}, fail(line, fault.ErrSyntax)
		case seen[[2]string{kind, name}]:
			return History{}, fail(line, fault.ErrDuplicate)
		}
		seen[[2]string{kind, name}] = true
	}
	return History{policy: number, paid: paid, lines: lines}, nil
}

// longestHistory is more bytes than the text of any history takes.
const longestHistory = 16 << 20

// reread returns what a line of the kind would be written as.
func reread(kind, rest string) (string, error) {
	switch kind {
	case seriesLine:
		m, err := parseMatter(rest)
		return m.String(), err
	case incidentLine:
		o, err := parseOccurrence(rest)
		return o.String(), err
	case splitLine:
		return once(strings.Fields(rest)), nil
	}
	return "", unread()
}

// MarshalText returns History.String, so that a history is a text in JSON.
func (h History) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText sets h to the result of [ParseHistory]. On error, h is unchanged.
func (h *History) UnmarshalText(b []byte) error {
	g, err := ParseHistory(string(b))
	if err == nil {
		*h = g
	}
	return err
}

// word reports whether s can name a policy, a series, an incident or a
// third-party claim: at most 64 bytes of printable characters without spaces,
// or nothing.
func word(s string) bool {
	return len(s) <= 64 && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r == unicode.ReplacementChar || !unicode.IsGraphic(r) || unicode.IsSpace(r)
	})
}
