// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// The first words of the lines of a history: the version and the policy; the heads of loss; the claims in
// their order, each with what is certain and what is possible of it, and its parts; the series in order of
// name; the check value.
//
//	history 1 24-0001 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00
//	heads cooperation 0; damages 0; defence 0
//	claim C-1 series=S1 decision=payable claimed=5000000 due=4000000 paid=4000000 made=2025-06-01
//	part - damages 5000000 0
//	series S1 made=2025-06-01 damages 5000000 4000000
//	check 0123456789abcdef
const (
	historyLine = "history 1 "
	headsLine   = "heads "
	claimLine   = "claim "
	certainLine = "certain "
	openLine    = "possible "
	partLine    = "part "
	seriesLine  = "series "
	checkLine   = "check "
)

// checkSize is the length of the last line.
const checkSize = len(checkLine) + 16 + 1

const (
	longestHistory = 64 << 20 // the bytes of a text
	longestLine    = 1 << 17  // the bytes of its line, more than of any that is written
)

// String returns the history as lines of text; [ParseHistory] reads them. The last line
// is a check value. String returns "" for the zero History.
func (h History) String() string {
	if h.history == nil {
		return ""
	}
	w := make(lines, 0, 256+128*h.next)
	w.text(historyLine, h.policy, "\n", headsLine, h.paid.Heads().String(), "\n")
	for _, e := range h.entries() {
		w.claim(e)
	}
	for _, m := range h.matters() {
		w.text(seriesLine, m.name)
		w.moment(" made=", m.made)
		w.words(m.open)
		w.text(" ", m.losses.Short(), "\n")
	}
	w.text(checkLine, checkOf(w), "\n")
	return string(w)
}

// checkOf returns the check value of a text. Another byte in one place, whatever
// follows, gives another value.
func checkOf[S ~string | ~[]byte](s S) string {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	sum := uint64(offset)
	for i := range len(s) {
		sum = (sum ^ uint64(s[i])) * prime
	}
	text := strconv.FormatUint(sum, 16)
	return strings.Repeat("0", 16-len(text)) + text
}

// lines is the text of a history in the making.
type lines []byte

func (w *lines) text(all ...string) {
	for _, s := range all {
		*w = append(*w, s...)
	}
}

func (w *lines) word(key, value string) {
	if value != "" {
		w.text(key, value)
	}
}

func (w *lines) amount(key string, a yen.Amount) {
	if a != 0 {
		w.text(key)
		*w = strconv.AppendInt(*w, int64(a), 10)
	}
}

func (w *lines) moment(key string, m period.Moment) {
	if !m.IsZero() {
		w.text(key, strings.Replace(m.String(), " ", "T", 1))
	}
}

func (w *lines) words(open []string) { w.word(" open=", strings.Join(open, ",")) }

func (w *lines) claim(e *entry) {
	w.text(claimLine, e.Number)
	w.word(" series=", e.Series)
	w.word(" incident=", e.Incident)
	w.word(" decision=", e.Decision.String())
	w.amount(" claimed=", e.Claimed)
	w.amount(" due=", e.Due)
	w.amount(" paid=", e.Paid)
	w.amount(" least=", e.Least)
	w.amount(" most=", e.Most)
	if reserve, stated := e.Reserve.Amount(); stated {
		w.text(" reserve=", strconv.FormatInt(int64(reserve), 10))
	}
	w.amount(" late=", e.late)
	if e.first {
		w.moment(" first=", e.made)
	} else {
		w.moment(" made=", e.made)
	}
	w.moment(" discovered=", e.discovered)
	w.moment(" reputational=", e.reputational)
	w.word(" undated=", strings.Join(e.undated, ","))
	w.words(e.open)
	w.text("\n")
	for _, of := range [...]struct {
		line  string
		parts []part
	}{{certainLine, e.certain}, {openLine, e.possible}, {partLine, e.parts}} {
		for _, p := range of.parts {
			w.text(of.line, cmp.Or(p.demand, "-"), " ", p.Short(), "\n")
		}
	}
}

// ParseHistory parses the text of [History.String]; it accepts no other form. It
// returns a [*fault.Error] with
//   - [fault.ErrSize] if the text is longer than 64 MiB,
//   - [fault.ErrSyntax] if it is not of that form, or of another version,
//   - [fault.ErrConflict] at check if it was changed or cut short, or does not agree
//     with itself.
func ParseHistory(s string) (History, error) { return parseHistory("coverage.ParseHistory", s) }

// parseHistory copies a line after the other, so that a text is refused before it is
// copied.
func parseHistory[S string | []byte](op string, s S) (History, error) {
	fail := func(path, input string, why *fault.Reason) (History, error) {
		return History{}, &fault.Error{Op: op, Path: path, Input: text.Cut(input), Reason: why}
	}
	const head = len(historyLine)
	body := len(s) - checkSize
	switch {
	case len(s) == 0:
		return History{}, nil
	case len(s) > longestHistory:
		return fail("", "", fault.ErrSize)
	case string(s[:min(len(s), head)]) != historyLine:
		line, _, _ := strings.Cut(string(s[:min(len(s), 100)]), "\n")
		return fail("", line, fault.ErrSyntax)
	case body < head || string(s[body:]) != checkLine+checkOf(s[:body])+"\n":
		return fail("check", string(s[max(body, 0):]), fault.ErrConflict)
	}
	h, input, err := readHistory(linesOf(s[head:body]))
	switch {
	case err != nil:
		return History{}, fault.In(op, "", err)
	case input != "":
		return fail("", input, fault.ErrSyntax)
	case h.String() != string(s):
		return fail("check", "", fault.ErrConflict)
	}
	return h, nil
}

// linesOf returns a function that returns the next line of a text and whether there
// is one, without its line break, and of a line that is too long the first bytes. Bytes
// are copied a line at a time.
func linesOf[S string | []byte](s S) func() (string, bool) {
	if rest, ok := any(s).([]byte); ok {
		return func() (string, bool) {
			line, after, _ := bytes.Cut(rest, []byte("\n"))
			more := len(rest) > 0
			rest = after
			return string(line[:min(len(line), longestLine)]), more
		}
	}
	rest := string(s)
	return func() (string, bool) {
		line, after, _ := strings.Cut(rest, "\n")
		more := rest != ""
		rest = after
		return line[:min(len(line), longestLine)], more
	}
}

// readHistory reads the policy and the lines after it. It returns a line that it cannot
// read, if there is one.
func readHistory(next func() (string, bool)) (h History, line string, err error) {
	g := history{}
	var last *entry
	var all []named[entry]
	var series []named[matter]
	g.policy, _ = next()
	for w := range strings.SplitSeq(g.policy, " ") {
		if !isWord(w) {
			return h, historyLine + g.policy, nil
		}
	}
	line, _ = next()
	words, ok := strings.CutPrefix(line, headsLine)
	none, err := limits.ParsePaid(words)
	if g.paid = none; !ok || err != nil || none != none.Heads() {
		return h, line, err
	}
	for {
		line, more := next()
		if !more {
			break
		}
		kind, words, _ := strings.Cut(line, " ")
		name, words, _ := strings.Cut(words, " ")
		switch kind + " " {
		case claimLine:
			if !isName(name) {
				return h, line, nil
			}
			last = &entry{Record: Record{Number: name}, place: g.next}
			g.next++
			all = append(all, named[entry]{name, last})
			for word := range strings.SplitSeq(words, " ") {
				if !last.read(word) {
					return h, line, nil
				}
			}
		case certainLine, openLine, partLine:
			if none == (limits.Paid{}) { // of which heads?
				return h, line, nil
			}
			s, err := none.Series(words)
			if last == nil || err != nil || name != "-" && !isName(name) {
				return h, line, err
			}
			if name == "-" {
				name = ""
			}
			if p := (part{name, s}); kind+" " == certainLine {
				last.certain = append(last.certain, p)
			} else if kind+" " == openLine {
				last.possible = append(last.possible, p)
			} else if last.parts = append(last.parts, p); last.Series == "" {
				if err := g.hold(limits.Series{}, s); err != nil {
					return h, line, err
				}
			}
		case seriesLine:
			m := &matter{name: name}
			if words, ok := m.read(words); ok && isName(name) {
				m.losses, err = none.Series(words)
			} else {
				return h, line, nil
			}
			if err == nil {
				err = g.hold(limits.Series{}, m.losses)
			}
			if err != nil {
				return h, line, err
			}
			series = append(series, named[matter]{name, m})
		default:
			return h, cmp.Or(line, "\n"), nil
		}
	}
	g.claims, g.series = registryOf(all), registryOf(series)
	for e := range g.claims.all() {
		if e.Series == "" {
			continue
		}
		m := g.series.get(e.Series)
		if m == nil {
			return h, seriesLine + e.Series, nil
		}
		m.add(e)
	}
	g.seen = g.incidents()
	return History{&g}, "", nil
}

// read reads a word of a claim.
func (e *entry) read(word string) (ok bool) {
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "series":
		e.Series, ok = value, isName(value)
	case "incident":
		e.Incident = value
		ok = isWord(value) && value != ""
	case "decision":
		ok = e.Decision.UnmarshalText([]byte(value)) == nil
	case "claimed":
		ok = readAmount(&e.Claimed, value)
	case "due":
		ok = readAmount(&e.Due, strings.TrimPrefix(value, "-"))
		if strings.HasPrefix(value, "-") { // what a claim takes off a series
			e.Due = -e.Due
		}
	case "paid":
		ok = readAmount(&e.Paid, value)
	case "least":
		ok = readAmount(&e.Least, value)
	case "most":
		ok = readAmount(&e.Most, value)
	case "reserve":
		var reserve yen.Amount
		ok = value == "0" || readAmount(&reserve, value)
		e.Reserve = yen.Exactly(reserve)
	case "late":
		ok = readAmount(&e.late, value)
	case "made":
		ok = readMoment(&e.made, value)
	case "first":
		ok = readMoment(&e.made, value)
		e.first = true
	case "undated":
		e.undated = strings.Split(value, ",")
		left := []string{"made", "discovered", "reputational"} // each once, in this order
		for _, date := range e.undated {
			i := slices.Index(left, date)
			if left = left[i+1:]; i < 0 {
				return false
			}
		}
		ok = true
	case "discovered":
		ok = readMoment(&e.discovered, value)
	case "reputational":
		ok = readMoment(&e.reputational, value)
	case "open":
		e.open, ok = readWords(value)
	}
	return ok
}

// read reads the words of a series before its amounts, and returns these.
func (m *matter) read(words string) (rest string, ok bool) {
	rest, ok = words, true
	for ok {
		word, after, _ := strings.Cut(rest, " ")
		switch key, value, is := strings.Cut(word, "="); {
		case is && key == "made":
			ok = readMoment(&m.made, value)
		case is && key == "open":
			m.open, ok = readWords(value)
		default:
			return rest, true
		}
		rest = after
	}
	return rest, ok
}

// readWords reads the names of what is open.
func readWords(s string) (all []string, ok bool) {
	all = strings.Split(s, ",")
	return all, !slices.ContainsFunc(all, func(w string) bool { return w == "" || !isListed(w) })
}

func readAmount(to *yen.Amount, s string) bool {
	n, err := strconv.ParseInt(s, 10, 64)
	*to = yen.Amount(n)
	return err == nil && n > 0 && n <= int64(yen.Max)
}

func readMoment(to *period.Moment, s string) bool {
	m, err := period.ParseMoment(strings.Replace(s, "T", " ", 1))
	*to = m
	return err == nil
}
