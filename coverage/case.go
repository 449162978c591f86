// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A Case is an answer to a question with the bounds that it would leave. The zero Case is
// any date, with nothing payable.
type Case struct {
	Answer fact.Answer `json:"answer,omitzero"` // StatedNo or StatedYes; NotAsked for a date

	// From and Until are the span of time of a date, which contains From and not Until. A
	// zero moment does not bound it, and [period.Never] in From says that the date never
	// comes.
	From  period.Moment `json:"from,omitzero"`
	Until period.Moment `json:"until,omitzero"`

	// Least and Most bound what would be payable now, in yen.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`
	Exact bool       `json:"exact,omitzero"` // further answers can come that pay each of them
}

// Text returns the answer with what it would leave, in the language.
func (c Case) Text(tag language.Tag) string {
	return note("", "{}：{}", "{}: {}", c.When(), c.amount()).Text(tag)
}

// String returns the text in English.
func (c Case) String() string { return c.Text(language.English) }

// When returns the answer: yes or no, or the span of time in words, with its last day if it
// ends with a day, or within a second of that.
func (c Case) When() clause.Note {
	from, until := day(c.From), day(c.Until)
	switch {
	case c.Answer != fact.NotAsked:
		return note("", "{}", "{}", c.Answer)
	case from.IsNever():
		return note("", "なし", "never")
	case from.IsZero() && until.IsZero():
		return note("", "日付を問わず", "any date")
	case until.IsZero():
		return note("", "{}", "{}", startOf(from))
	case from.IsZero():
		return lastOf(until)
	case minute(until) == from:
		return note("", "{}", "at {}", from)
	case wholeDay(from) && wholeDay(until) && lastDay(until) == from.Date():
		return note("", "{}", "on {}", from.Date())
	}
	return span(from, until)
}

// day returns the start of a day in place of the second before or after it, and other times as
// they are: nobody means 00:00 alone, or 23:59:59.
func day(m period.Moment) period.Moment {
	if m.IsZero() || m.IsNever() {
		return m
	}
	at := whenOf(m).from
	for _, t := range [...]tick{at - second, at + second} {
		if t%dayLong == 0 {
			return t.moment()
		}
	}
	return m
}

// wholeDay reports whether a moment is the start of a day.
func wholeDay(m period.Moment) bool {
	at, known := m.Instant()
	return known && at == m.Date().Start()
}

// lastDay returns the last day before the start of a day.
func lastDay(m period.Moment) period.Date {
	at, _ := m.Instant()
	return at.LastWholeDay()
}

// minute returns the whole minute that is a second before a moment, or the zero Moment.
func minute(m period.Moment) period.Moment {
	if at, ok := minuteBefore(m); ok {
		return at
	}
	return period.Moment{}
}

// minuteBefore returns the whole minute that is a second before a moment, if there is one.
func minuteBefore(m period.Moment) (period.Moment, bool) {
	if m.IsZero() || m.IsNever() {
		return m, false
	}
	at := whenOf(m).from - second
	return at.moment(), at%(60*second) == 0
}

// span returns a span of time with both ends.
func span(from, until period.Moment) clause.Note {
	start, last := startOf(from), lastOf(until)
	if wholeDay(until) && lastDay(until) == from.Date() {
		return note("", "{}、その日のうち", "{} until the end of that day", start)
	}
	if since, ok := strings.CutSuffix(start.JA, "以後"); ok && !strings.HasSuffix(last.JA, "より前") {
		start.JA = since + "から"
	} else {
		start.JA += "、"
	}
	if strings.HasPrefix(last.EN, "before") {
		last.EN = "and " + last.EN
	}
	return note("", "{}{}", "{} {}", start, last)
}

// startOf returns the start of a span as people read it.
func startOf(m period.Moment) clause.Note {
	if wholeDay(m) {
		return note("", "{}以後", "from {}", m.Date())
	}
	if at, ok := minuteBefore(m); ok {
		return note("", "{}より後", "after {}", at)
	}
	return note("", "{}以後", "from {}", m)
}

// lastOf returns the end of a span: the last day that it contains, or a time within a day.
func lastOf(m period.Moment) clause.Note {
	if wholeDay(m) {
		return note("", "{}まで（当日を含む）", "until the end of {}", lastDay(m))
	}
	if at, ok := minuteBefore(m); ok {
		return note("", "{}まで（その時を含む）", "until {} inclusive", at)
	}
	return note("", "{}より前", "before {}", m)
}

// amount returns what would be payable.
func (c *Case) amount() clause.Note {
	if c.Least == c.Most {
		return note("", "{}", "{}", digits(c.Least))
	}
	return note("", "{}〜{}", "{} to {}", digits(c.Least), digits(c.Most))
}

// cases returns what the answers to a question would leave, on one line; nothing if
// there is but one.
func (n *Need) cases() clause.Note {
	if len(n.Cases) < 2 {
		return clause.Note{}
	}
	return join(each(n.Cases, func(c Case) clause.Note { return note("", "{}", "{}", c) }), "　", "; ")
}
