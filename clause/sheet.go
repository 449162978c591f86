// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"encoding/json"
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Line is one step of a computation: what changed the total, by how much,
// and under which clause.
type Line struct {
	Clause ID         `json:"clause"`
	JA     string     `json:"ja"`     // what the line says, in Japanese
	EN     string     `json:"en"`     // the same in English
	Change yen.Amount `json:"change"` // the total less that of the line before
	Total  yen.Amount `json:"total"`  // the total after this line
}

// Text returns what the line says, in the language.
func (l Line) Text(tag language.Tag) string { return text.In(tag, l.JA, l.EN) }

// A Note is a sentence that belongs to a sheet and moves no amount, such as an
// assumption or a flag, with the clause that it rests on.
type Note struct {
	Clause ID     `json:"clause"`
	JA     string `json:"ja"` // in Japanese
	EN     string `json:"en"` // in English
}

// Text returns the note in the language.
func (n Note) Text(tag language.Tag) string { return text.In(tag, n.JA, n.EN) }

// A Sheet is a worksheet: a title, lines that add up to a total, and notes. It
// is an immutable value; the zero Sheet has no title and no lines, and its
// total is 0円.
type Sheet struct {
	title Note
	lines []Line
	notes []Note
}

// NewSheet returns a sheet without lines that has the title.
func NewSheet(ja, en string) Sheet { return Sheet{title: Note{JA: ja, EN: en}} }

// Add returns the sheet with one more line, which brings its total to the one
// given, an amount within [yen.Max]; the change is the difference. So whatever
// is added, the lines add up.
func (s Sheet) Add(id ID, total yen.Amount, ja, en string) Sheet {
	s.lines = append(slices.Clip(s.lines), Line{id, ja, en, total - s.Total(), total})
	return s
}

// Note returns the sheet with one more note.
func (s Sheet) Note(id ID, ja, en string) Sheet {
	s.notes = append(slices.Clip(s.notes), Note{id, ja, en})
	return s
}

// Title returns the title in the language.
func (s Sheet) Title(tag language.Tag) string { return s.title.Text(tag) }

// Total returns the total of the last line, 0円 if there is none.
func (s Sheet) Total() yen.Amount {
	if len(s.lines) == 0 {
		return 0
	}
	return s.lines[len(s.lines)-1].Total
}

// Lines returns the lines from first to last.
func (s Sheet) Lines() iter.Seq[Line] { return slices.Values(s.lines) }

// Notes returns the notes from first to last.
func (s Sheet) Notes() iter.Seq[Note] { return slices.Values(s.notes) }

// MarshalJSON returns the title, the lines, the total and the notes, with the
// texts in both languages and the amounts as plain numbers.
func (s Sheet) MarshalJSON() ([]byte, error) {
	type title struct {
		JA string `json:"ja"`
		EN string `json:"en"`
	}
	return json.Marshal(struct {
		Title title      `json:"title"`
		Lines []Line     `json:"lines"`
		Total yen.Amount `json:"total"`
		Notes []Note     `json:"notes"`
	}{
		title{s.title.JA, s.title.EN},
		append([]Line{}, s.lines...), // a list, and not null, when it is empty
		s.Total(),
		append([]Note{}, s.notes...),
	})
}
