// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// String returns the condition in English, with the names of its facts, such as:
// late-completion and not (fire or explosion).
func (c Cond) String() string { return c.Text(language.English) }

// Text returns the condition in the language of the tag, with the names of its
// facts. [Schedule.Text] returns it with the questions.
func (c Cond) Text(tag language.Tag) string {
	return c.read(tag, func(f Fact, so Truth) string {
		if so == No {
			return text.In(tag, string(f)+"でない", "not "+string(f))
		}
		return string(f)
	})
}

// read returns the condition in words; word returns those for a fact that is, or is
// not, so.
func (c Cond) read(tag language.Tag, word func(Fact, Truth) string) string {
	switch {
	case c.cond == nil || c.op == all && len(c.of) == 0 && c.err == nil:
		return text.In(tag, "常に", "always")
	case c.err != nil:
		return "%!Cond(" + c.err.Error() + ")"
	case c.op == some && len(c.of) == 0:
		return text.In(tag, "該当なし", "never")
	case c.op == is:
		return word(c.fact, Yes)
	case c.op == not:
		if part := c.of[0]; part.cond != nil && part.op == is {
			return word(part.fact, No)
		}
		return text.In(tag, c.of[0].group(tag, word)+"でない", "not "+c.of[0].group(tag, word))
	}
	between := text.In(tag, " かつ ", " and ")
	if c.op == some {
		between = text.In(tag, " または ", " or ")
	}
	parts := make([]string, len(c.of))
	for i, part := range c.of {
		parts[i] = part.group(tag, word)
	}
	return strings.Join(parts, between)
}

// group returns the condition in words, as a part of another one.
func (c Cond) group(tag language.Tag, word func(Fact, Truth) string) string {
	s := c.read(tag, word)
	if c.cond == nil || len(c.of) < 2 {
		return s
	}
	return text.In(tag, "（"+s+"）", "("+s+")")
}
