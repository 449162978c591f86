// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

// unsettled reports whether the ends of the unstated limits pay differently,
// and names the first of them that cuts. They may differ in how heads share
// one sum where a limit for the period over those heads is then used up. A
// limit set beside that would cut at either end is noted.
func (p *program) unsettled(c *claim, least *entitlement) (string, bool) {
	var most entitlement
	err := p.entitle(&most, c, view{most: true}, nil)
	least.beside = least.beside || most.beside
	if err == nil && most.total == least.total {
		var differ set
		for i := range p.heads {
			if most.due[i] != least.due[i] {
				differ |= 1 << i
			}
		}
		if differ == 0 || p.usedUp(c, differ, least) && p.usedUp(c, differ, &most) {
			return "", false
		}
	}
	return string(least.open.term.clause), true
}

// usedUp reports whether a stated limit for the period over the heads has
// nothing left after the entitlement.
func (p *program) usedUp(c *claim, heads set, e *entitlement) bool {
	for i := range p.ops {
		o := &p.ops[i]
		if o.kind != perPeriod || o.beside || o.on&heads != heads {
			continue
		}
		left := p.left(o, c, false)
		for s := o.on; s != 0; s = s.rest() {
			left -= e.due[s.first()]
		}
		if left <= 0 {
			return true
		}
	}
	return false
}
