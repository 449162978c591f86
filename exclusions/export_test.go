// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// Mutants returns the condition with one part changed, for every part: a fact
// turned round, All and Any exchanged, and a part left out.
func (c Cond) Mutants() []Cond {
	if c.cond == nil {
		return nil
	}
	if c.op == is {
		return []Cond{Not(c)}
	}
	var all []Cond
	with := func(i int, parts ...Cond) {
		of := append(append(append([]Cond{}, c.of[:i]...), parts...), c.of[i+1:]...)
		all = append(all, join(c.op, of...))
	}
	for i, part := range c.of {
		for _, m := range part.Mutants() {
			with(i, m)
		}
		if len(c.of) > 1 {
			with(i)
		}
	}
	switch c.op {
	case op(0): // all
		all = append(all, join(some, c.of...))
	case some:
		all = append(all, join(0, c.of...))
	}
	return all
}
