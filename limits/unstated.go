// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "github.com/baiseki/baiseki/clause"

// unsettled compares the claim with its unstated limits at their least and at
// their most. It returns the first unstated limit on which the total depends, or
// if there is none, the first on which the split of the total over the heads
// depends. It notes in least a limit set beside that would cut at the most.
func (p *program) unsettled(c *claim, least *entitlement) (total, split clause.ID, err error) {
	var most entitlement
	if err := p.entitle(&most, c, view{most: mostTerms}, nil); err != nil {
		return "", "", err
	}
	least.beside = least.beside || most.beside
	switch {
	case most.total != least.total:
		total, err = p.first(c, func(e *entitlement) bool { return e.total != least.total })
	case most.due != least.due:
		split, err = p.first(c, func(e *entitlement) bool { return e.due != least.due })
	}
	return total, split, err
}

// first returns the first unstated limit that changes the claim if it and those
// before it are at their most.
func (p *program) first(c *claim, changed func(*entitlement) bool) (clause.ID, error) {
	for i := range p.ops {
		if p.ops[i].kind != unstated {
			continue
		}
		var e entitlement
		if err := p.entitle(&e, c, view{most: i + 1}, nil); err != nil {
			return "", err
		}
		if changed(&e) {
			return p.ops[i].term.clause, nil
		}
	}
	return "", nil
}
