// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// trail adds the nodes that made the rule at this index what it is: for one
// that an exception lifts, the first that does; for one that holds, the
// exceptions that would lift it but for their own; for one that is open, those
// that are open.
func (b *Bound) trail(at int, x *Finding) {
	n := b.s.ruleAt(at)
	x.Chain, x.levels = append(x.Chain, n.Clause.ID), append(x.levels, n.Level)
	if b.truth(at+1) == No {
		return
	}
	t := b.truth(at)
	first := true
	for i := range b.s.below(at) {
		if first {
			first = false // the condition
			continue
		}
		u := b.truth(i)
		switch {
		case t == No && u == Yes:
			b.trail(i, x)
			return
		case t == Unknown && u == Unknown, t == Yes && b.stands(&b.s.parts[i]) && b.truth(i+1) == Yes:
			b.trail(i, x)
		}
	}
}

// String returns the finding in English.
func (x Finding) String() string { return x.Text(language.English) }

// Text returns the finding for people who read the language, such as: excluded
// by EXC-17, given back by END-02. Where the exception decides and the rule's
// own condition is open, it says that the rule does not apply whatever its
// facts. It speaks of the facts as entered.
func (x Finding) Text(tag language.Tag) string {
	if len(x.Chain) == 0 {
		return ""
	}
	id := string(x.Rule.ID)
	switch {
	case x.Applies == Unknown:
		ids := make([]string, len(x.Chain))
		for i, id := range x.Chain {
			ids[i] = string(id)
		}
		return text.In(tag, strings.Join(ids, "、")+"は未確定", "open: "+strings.Join(ids, ", "))
	case x.Applies == No && len(x.Chain) == 1:
		return text.In(tag, id+"に該当しない", id+" does not apply")
	}
	var words []string
	for i, id := range x.Chain {
		switch id := string(id); {
		case i == 0 && x.met == Unknown:
		case i == 1 && x.met == Unknown:
			rule := string(x.Rule.ID)
			words = append(words, text.In(tag, rule+"は事実のいかんにかかわらず"+id+"により適用除外", rule+" does not apply whatever its facts, by "+id))
		case i == 0:
			words = append(words, text.In(tag, id+"により免責", "excluded by "+id))
		case x.levels[i]%2 == 1:
			words = append(words, text.In(tag, id+"により免責の適用除外", "given back by "+id))
		default:
			words = append(words, text.In(tag, id+"により再び免責", "taken back by "+id))
		}
	}
	return strings.Join(words, text.In(tag, "、", ", "))
}
