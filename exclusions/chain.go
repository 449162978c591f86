// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// trail adds the nodes that decide the rule at this index: if an exception lifts
// it, the first that does; if it holds, the exceptions whose conditions are met
// and that are lifted themselves; if it is open, the exceptions that are open.
func (b *Bound) trail(at int, x *Finding) {
	n := b.s.ruleAt(at)
	x.Chain, x.links = append(x.Chain, n.Clause.ID), append(x.links, link{n.Level, n.Endorsement != ""})
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
		case t == Unknown && u == Unknown, t == Yes && b.acts(&b.s.parts[i]) && b.truth(i+1) == Yes:
			b.trail(i, x)
		}
	}
}

// String returns the finding in English.
func (x Finding) String() string { return x.Text(language.English) }

// Text returns the finding in the language of the tag, such as: excluded by
// EXC-17, cover restored by END-02. If an exception decides while the condition
// of the rule is open, Text says that the rule does not apply whatever the facts.
// The text holds for the facts as entered. It is empty for the zero Finding.
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
		return text.In(tag, "確認中（"+strings.Join(ids, "、")+"）", "open: "+strings.Join(ids, ", "))
	case x.Applies == No && len(x.Chain) == 1:
		return text.In(tag, "免責事由に該当しない（"+id+"）", id+" does not apply")
	}
	var words []string
	for i, id := range x.Chain {
		switch id, l := string(id), x.links[i]; {
		case i == 0 && x.met == Unknown:
		case i == 1 && x.met == Unknown:
			rule := string(x.Rule.ID)
			words = append(words, text.In(tag,
				id+"により、事実のいかんにかかわらず免責事由に該当しない（"+rule+"）",
				rule+" does not apply whatever the facts, because of "+id))
		case i == 0:
			words = append(words, text.In(tag, "免責事由に該当（"+id+"）", "excluded by "+id))
		default:
			words = append(words, l.text(tag, id))
		}
	}
	return strings.Join(words, text.In(tag, "、", ", "))
}

// A link says what a node of a chain is, beside a rule.
type link struct {
	level   int
	endorse bool // it belongs to an endorsement
}

// text returns what the node with the id does.
func (l link) text(tag language.Tag, id string) string {
	restores := l.level%2 == 1
	switch {
	case restores && l.endorse:
		return text.In(tag, "特約による免責の不適用（"+id+"）", "cover restored by "+id)
	case restores:
		return text.In(tag, "免責事由の例外に該当（"+id+"）", "exception "+id+" applies")
	case l.endorse:
		return text.In(tag, "特約による補償の縮小（"+id+"）", "cover restricted by "+id)
	}
	return text.In(tag, "例外の不適用（"+id+"）", id+" overrides the exception")
}
