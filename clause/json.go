// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"database/sql/driver"
	"encoding/json"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/yen"
)

// A form is a sheet in JSON.
type form struct {
	Version strict.Version `json:"v"`
	Title   struct {
		JA string `json:"ja"`
		EN string `json:"en"`
	} `json:"title"`
	Lines   []Line     `json:"lines"`
	Total   yen.Amount `json:"total"`
	Closing *closing   `json:"closing"`
	Notes   []Note     `json:"notes"`
}

type closing struct {
	Note
	Total yen.Amount `json:"total"`
}

// MarshalJSON returns the title, the lines, the total, the closing line and
// the notes, with the texts in both languages and the amounts as plain numbers. The
// member v is the version of the form.
// The closing line is null if the sheet has none. It returns the error of
// [Sheet.Err].
func (s Sheet) MarshalJSON() ([]byte, error) {
	if s.fault != nil {
		return nil, s.fault
	}
	out := form{Lines: s.lines.all(), Total: s.Total(), Notes: s.notes.all()}
	out.Title.JA, out.Title.EN = s.title.JA, s.title.EN
	if s.closing != (Note{}) {
		out.Closing = &closing{s.closing, s.Total()}
	}
	return json.Marshal(out)
}

// UnmarshalJSON sets s to the sheet of which [Sheet.MarshalJSON] returned b. On
// error s is unchanged. UnmarshalJSON returns a [*fault.Error] with the path of the
// first fault and
//   - [fault.ErrSize] if b has more than 8 MiB or 100 levels,
//   - [fault.ErrSyntax] if b is not the JSON form of a sheet,
//   - [fault.ErrUnknown] for a member that is unknown or misspelt, and for the form of
//     a later version,
//   - [fault.ErrDuplicate] for a member that appears twice,
//   - the reasons of [yen.Amount.UnmarshalJSON] for an amount,
//   - [fault.ErrRange] if a total is outside -[yen.Max] to yen.Max, or the amount of
//     a line is 0円,
//   - [fault.ErrConflict] if the lines do not add up to the totals,
//   - [fault.ErrMissing] if the closing line has neither a text nor a clause.
func (s *Sheet) UnmarshalJSON(b []byte) error {
	const op = "clause.UnmarshalJSON"
	var in form
	if err := strict.Unmarshal(op, b, &in); err != nil {
		return err
	}
	read, err := in.sheet()
	if err != nil {
		return fault.In(op, "", err)
	}
	*s = read
	return nil
}

// sheet returns the sheet of the form, or the first place that does not fit what
// stands before it.
func (f form) sheet() (Sheet, error) {
	s := NewSheet(f.Title.JA, f.Title.EN)
	for i, l := range f.Lines {
		before := s.Total()
		s = s.Add(l.Clause, l.Total, l.JA, l.EN)
		if err := s.Err(); err != nil {
			return s, err
		}
		if err := equal(path("lines", i, "change"), l.Change, s.Total()-before); err != nil {
			return s, err
		}
		if l.Change == 0 {
			return s, &fault.Error{Path: path("lines", i, "change"), Input: l.Change.String(), Reason: fault.ErrRange}
		}
	}
	if err := equal("total", f.Total, s.Total()); err != nil {
		return s, err
	}
	if f.Closing != nil {
		if f.Closing.Note == (Note{}) {
			return s, &fault.Error{Path: "closing", Reason: fault.ErrMissing}
		}
		s.closing = f.Closing.Note
		if err := equal("closing.total", f.Closing.Total, s.Total()); err != nil {
			return s, err
		}
	}
	for _, n := range f.Notes {
		s.notes = s.notes.add(n)
	}
	return s, nil
}

// equal returns nil, or an error if the amount is not what the lines add up to.
func equal(path string, a, sum yen.Amount) error {
	if a == sum {
		return nil
	}
	return &fault.Error{Path: path, Input: a.String(), Want: sum.String(), Reason: fault.ErrConflict}
}

// Value returns the JSON of the sheet for a column of a database, and Scan reads it.
func (s Sheet) Value() (driver.Value, error) { return strict.FormValue(s) }

// Scan is described with [Sheet.Value].
func (s *Sheet) Scan(src any) error { return strict.ScanForm("clause.Sheet", src, s) }
