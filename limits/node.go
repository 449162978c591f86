// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"unicode"
)

// A Head (損害の種類) is a kind of loss, such as damages or defence. It is
// written in letters, digits and hyphens, at most 64 bytes, in an open
// vocabulary. The zero Head is none.
type Head string

const longestHead = 64

func (h Head) valid() bool {
	if h == "" || len(h) > longestHead {
		return false
	}
	for _, r := range h {
		if r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// A Node is a head of loss or a group of nodes, with terms. It is an immutable
// value, and a tree by construction. The zero Node is an empty group, which
// [New] refuses.
type Node struct {
	leaf  bool
	head  Head
	nodes []Node
	terms []Term
}

// On returns the node of a head, with the terms that act on it alone.
func On(h Head, terms ...Term) Node {
	return Node{leaf: true, head: h, terms: slices.Clone(terms)}
}

// Group returns a node of nodes, which are filled in the order written.
func Group(nodes ...Node) Node { return Node{nodes: slices.Clone(nodes)} }

// Then returns the node with more terms, which act after those it has and
// after those of the nodes in it.
func (n Node) Then(terms ...Term) Node {
	n.terms = slices.Concat(n.terms, terms)
	return n
}
