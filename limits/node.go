// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"unicode"

	"github.com/baiseki/baiseki/clause"
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

// A Node is a head of loss or a group of nodes, with terms. It is plain data with
// a JSON form. The zero Node is an empty group, for which [New] returns an error.
type Node struct {
	Head Head `json:"head,omitempty"` // "" for a group

	// With is the endorsement that adds the node. Without it, a policy does not have
	// the heads of the node. A node with "" is always there.
	With clause.ID `json:"with,omitempty"`

	Nodes []Node `json:"nodes,omitzero"` // of a group, in the order in which limits fill them

	// Terms act in their order, after the terms of the nodes in the group.
	Terms []Term `json:"terms,omitzero"`
}

// On returns the node of a head, with the terms that act on that head.
func On(h Head, terms ...Term) Node { return Node{Head: h, Terms: slices.Clone(terms)} }

// Group returns a group of nodes. Limits fill them in the order given.
func Group(nodes ...Node) Node { return Node{Nodes: slices.Clone(nodes)} }

// Then returns the node with more terms. They act after the terms that the node
// has and after the terms of the nodes in it. A node with more than 128 terms, for
// which [New] returns an error, takes no more.
func (n Node) Then(terms ...Term) Node {
	if len(n.Terms) <= mostTerms {
		n.Terms = slices.Concat(n.Terms, terms)
	}
	return n
}
