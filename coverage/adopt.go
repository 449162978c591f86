// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/limits"
)

// adopt returns the history for the policy, whose program may have other heads.
func (p *policy) adopt(h History) (History, error) {
	if p.owns(h) {
		return h, nil
	}
	g := *h.history
	g.policy = p.key
	heads, err := p.program.Series() // the heads without losses
	if err != nil {
		return History{}, err
	}
	if _, other := g.paid.With(limits.Series{}, heads); other != nil {
		err = g.adopt(p.program, h)
	}
	return History{&g}, err
}

// adopt sets what a history has by head to that of another one, by the names of the heads.
func (h *history) adopt(by limits.Program, from History) (err error) {
	h.paid, h.claims, h.series = limits.Paid{}, registry[entry]{}, registry[matter]{}
	take := func(s *limits.Series, held bool) {
		if err == nil {
			*s, err = by.Adopt(*s)
		}
		if err == nil && held {
			err = h.hold(limits.Series{}, *s)
		}
	}
	var claims []named[entry]
	for _, e := range from.entries() {
		e := *e
		e.parts, e.possible = slices.Clone(e.parts), slices.Clone(e.possible)
		for i := range e.parts {
			take(&e.parts[i].Series, e.Series == "")
		}
		for i := range e.possible {
			take(&e.possible[i].Series, false)
		}
		claims = append(claims, named[entry]{e.Number, &e})
	}
	var series []named[matter]
	for _, m := range from.matters() {
		m := *m
		take(&m.losses, true)
		series = append(series, named[matter]{m.name, &m})
	}
	h.claims, h.series = registryOf(claims), registryOf(series)
	return within("history", err)
}
