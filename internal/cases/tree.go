// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"maps"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
)

// HeadsUnder returns the heads under each term of a tree, by the clause of the term, and all
// heads of the tree.
func HeadsUnder(n limits.Node) (by map[clause.ID][]limits.Head, heads []limits.Head) {
	by = map[clause.ID][]limits.Head{}
	if n.Head != "" {
		heads = append(heads, n.Head)
	}
	for _, child := range n.Nodes {
		inside, of := HeadsUnder(child)
		heads = append(heads, of...)
		maps.Copy(by, inside)
	}
	for _, t := range n.Terms {
		if by[t.Clause] = heads; t.Heads != nil {
			by[t.Clause] = t.Heads
		}
	}
	return by, heads
}
