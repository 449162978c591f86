// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
)

// A Finding is the result of evaluating one rule, with its reason.
// The zero Finding has no rule.
//
// Remedies concern this rule only: the endorsement, if attached, could have kept
// this rule from applying. Another rule may still exclude.
type Finding struct {
	Rule    clause.Clause `json:"rule"`
	Scope   Scope         `json:"scope,omitzero"`
	Class   Class         `json:"class,omitzero"`
	Applies fact.Truth    `json:"applies"`        // Unknown while the rule is open
	Chain   []clause.ID   `json:"chain,omitzero"` // the rule, then the exceptions that decide or that are open

	// If the rule applies, Remedies are the endorsements with which it would not
	// apply for some answers to the open questions.
	Remedies []clause.ID `json:"remedies,omitzero"`

	links []link     // of the nodes of the chain
	met   fact.Truth // whether the condition of the rule is met, its exceptions aside
}

// Findings returns a finding for every rule of every class but [Waiver], including the
// rules of attached endorsements, in the order of the wording. Each is evaluated in Kleene's
// logic: a rule applies, does not apply, or is open because facts are unknown. A rule
// may be open although every completion of the unknown facts gives the same result;
// see [Bound.SettleRule]. [Bound.Applying] is for those who need only the IDs.
func (b Bound) Findings() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		if b.s.schedule == nil {
			return
		}
		for _, i := range b.s.tops {
			if r := &b.s.rules[i]; b.acts(&r.node) && !yield(b.finding(r)) {
				return
			}
		}
	}
}

// Finding returns the finding for the rule with the ID. It returns false if Findings
// does not contain that rule.
func (b Bound) Finding(id clause.ID) (Finding, bool) {
	r := b.s.rule(id)
	if r == nil || r.Under != "" || r.Class == Waiver || !b.acts(&r.node) {
		return Finding{}, false
	}
	return b.finding(r), true
}

func (b *Bound) finding(r *compiled) Finding {
	x := Finding{Rule: r.Clause, Scope: r.Scope, Class: r.Class, Applies: b.truth(&r.node), met: b.met(&r.node)}
	b.trail(&r.node, &x)
	if x.Applies == fact.Yes {
		for i, e := range b.s.source.Endorsements {
			with := *b
			with.s.attached |= 1 << i
			if with.truth(&r.node) != fact.Yes && with.settle([]int{int(r.node.rule) - 1}).Truth != fact.Yes {
				x.Remedies = append(x.Remedies, e.ID)
			}
		}
	}
	return x
}

// trail adds the nodes that decide a rule: if an exception lifts it, the first that
// does; if it holds, the exceptions whose conditions are met and that are lifted
// themselves; if it is open, the exceptions that are open.
func (b *Bound) trail(n *node, x *Finding) {
	rule := &b.s.rules[n.rule-1]
	x.Chain = append(x.Chain, rule.Clause.ID)
	x.links = append(x.links, link{rule.level, rule.With != ""})
	if b.met(n) == fact.No {
		return
	}
	t := b.holds(n)
	for i := range n.of[n.own:] {
		except := &n.of[int(n.own)+i]
		u := b.holds(except)
		switch {
		case t == fact.No && u == fact.Yes:
			b.trail(except, x)
			return
		case t == fact.Unknown && u == fact.Unknown, t == fact.Yes && b.acts(except) && b.met(except) == fact.Yes:
			b.trail(except, x)
		}
	}
}

// holds returns whether a rule or an exception applies.
func (b *Bound) holds(n *node) fact.Truth {
	t := b.truth(n)
	if n.not {
		return t.Not()
	}
	return t
}

// Lifted returns the exceptions to the rule with the ID that apply, in the order
// of the wording. Each of them by itself keeps the rule from applying. Lifted
// returns nil if no exception applies or the wording has no such rule.
func (b Bound) Lifted(id clause.ID) []clause.ID {
	r := b.s.rule(id)
	if r == nil {
		return nil
	}
	var all []clause.ID
	for i := range r.node.of[r.node.own:] {
		if except := &r.node.of[int(r.node.own)+i]; b.holds(except) == fact.Yes {
			all = append(all, b.s.rules[except.rule-1].Clause.ID)
		}
	}
	return all
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
	case x.Applies == fact.Unknown:
		ids := make([]string, len(x.Chain))
		for i, id := range x.Chain {
			ids[i] = string(id)
		}
		return text.In(tag, "確認中（"+strings.Join(ids, "、")+"）", "open: "+strings.Join(ids, ", "))
	case x.Applies == fact.No && len(x.Chain) == 1:
		return text.In(tag, "免責事由に該当しない（"+id+"）", id+" does not apply")
	}
	var words []string
	for i, id := range x.Chain {
		var l link
		if i < len(x.links) { // a Finding made by hand has none
			l = x.links[i]
		}
		switch id := string(id); {
		case i == 0 && x.met == fact.Unknown:
		case i == 1 && x.met == fact.Unknown:
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
