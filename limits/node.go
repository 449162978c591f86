// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"unicode"
)

// A Head (補償項目) names a head of loss, such as damages or defence. A valid Head
// has 1 to 64 bytes of letters, digits and hyphens. A program can use any valid
// Head. The zero Head is not valid.
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
// value. The zero Node is an empty group, for which [New] returns [ErrProgram].
type Node struct {
	leaf  bool
	head  Head
	nodes []Node
	terms []Term
}

// On returns the node of a head, with the terms that act on that head.
func On(h Head, terms ...Term) Node {
	return Node{leaf: true, head: h, terms: slices.Clone(terms)}
}

// Group returns a group of nodes. Limits fill them in the order given.
func Group(nodes ...Node) Node { return Node{nodes: slices.Clone(nodes)} }

// Then returns the node with more terms. They act after the terms that the node
// has and after the terms of the nodes in it.
func (n Node) Then(terms ...Term) Node {
	n.terms = slices.Concat(n.terms, terms)
	return n
}
