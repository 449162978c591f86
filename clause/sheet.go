// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"iter"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Note is a text of a sheet that changes no amount, such as an assumption,
// with the clause that applies. The zero Note has no text.
type Note struct {
	Clause ID     `json:"clause"`
	JA     string `json:"ja"` // in Japanese
	EN     string `json:"en"` // in English
}

// Text returns the note in the language.
func (n Note) Text(tag language.Tag) string { return text.In(tag, n.JA, n.EN) }

// A Line is one step of a computation: an amount that is added or taken off, with
// what the line says and the clause that applies.
type Line struct {
	Note
	Change yen.Amount `json:"change"` // the amount, negative if it is taken off; never 0円
	Total  yen.Amount `json:"total"`  // the running total after this line
}

// A Sheet is a worksheet: a title, lines that add up to a total, a closing
// line and notes. It is an immutable value. The zero Sheet has no title, no
// lines, no closing line and no notes; its total is 0円.
type Sheet struct {
	_       [0]func() // == would compare where the lines are, not what they say
	title   Note
	lines   list[Line]
	closing Note
	notes   list[Note]
	fault   *fault.Error
}

// NewSheet returns a sheet with a title and no lines.
func NewSheet(ja, en string) Sheet { return Sheet{title: Note{JA: ja, EN: en}} }

// Add returns the sheet with one more line, after which the running total is
// total. The amount of the line is the difference from the running total before
// it; for the first line it is total itself. If the difference is 0円, Add returns
// the sheet unchanged. A total outside -[yen.Max] to yen.Max adds no line and is
// the error of [Sheet.Err]; no line is added after it.
func (s Sheet) Add(id ID, total yen.Amount, ja, en string) Sheet {
	if s.fault != nil {
		return s
	}
	if total < -yen.Max || total > yen.Max {
		s.fault = &fault.Error{
			Op: "clause.Add", Path: path("lines", s.lines.n, "total"), Input: total.String(),
			Want: "±" + yen.Max.String(), Reason: fault.ErrRange,
		}
		return s
	}
	if change := total - s.Total(); change != 0 {
		s.lines = s.lines.add(Line{Note{id, ja, en}, change, total})
	}
	return s
}

// path returns the path of a field of the element i of a list.
func path(list string, i int, field string) string {
	return list + "[" + strconv.Itoa(i) + "]." + field
}

// Err returns nil, or if the total of a line is outside -[yen.Max] to yen.Max, a
// [*fault.Error] with [fault.ErrRange].
func (s Sheet) Err() error {
	if s.fault == nil {
		return nil
	}
	return s.fault
}

// Close returns the sheet with a closing line, such as お支払額 or Payable. The
// closing line repeats the total of the sheet, is printed under a rule and
// carries the clause id, or none if id is "". It replaces the closing line that
// the sheet had. Lines added later come before it.
func (s Sheet) Close(id ID, ja, en string) Sheet {
	s.closing = Note{id, ja, en}
	return s
}

// Note returns the sheet with one more note.
func (s Sheet) Note(id ID, ja, en string) Sheet {
	s.notes = s.notes.add(Note{id, ja, en})
	return s
}

// Title returns the title in the language.
func (s Sheet) Title(tag language.Tag) string { return s.title.Text(tag) }

// Total returns the running total after the last line, or 0円 if there are no
// lines.
func (s Sheet) Total() yen.Amount {
	if s.lines.last == nil {
		return 0
	}
	return s.lines.last.value.Total
}

// Closing returns the title and the clause of the closing line, or the zero
// Note if there is none. Its amount is [Sheet.Total].
func (s Sheet) Closing() Note { return s.closing }

// Lines returns the lines from first to last, without the closing line.
func (s Sheet) Lines() iter.Seq[Line] { return slices.Values(s.lines.all()) }

// Notes returns the notes from first to last.
func (s Sheet) Notes() iter.Seq[Note] { return slices.Values(s.notes.all()) }
