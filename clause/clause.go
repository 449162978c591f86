// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An ID names a clause, such as EXC-17. It is stable: an ID may be retired
// with its clause, and is never given to another clause. The zero ID names no
// clause.
type ID string

// A Clause is one rule of a wording. The zero Clause has no ID, no titles and
// no source.
type Clause struct {
	ID     ID     `json:"id"`     // unique among the clauses of a scheme
	JA     string `json:"ja"`     // title in Japanese
	EN     string `json:"en"`     // title in English
	Source string `json:"source"` // the section heading of the source
}

// Text returns the title in the language: the English title for English, the
// Japanese title for every other language.
func (c Clause) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// String returns the ID and the English title.
func (c Clause) String() string { return text.Line(strings.TrimSpace(string(c.ID) + " " + c.EN)) }
