// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// New returns the template of a tree whose figures can name options of the table.
// It returns a [*fault.Error] for each fault, with the path of the part, such as
// nodes[1].terms[0].amount. The faults of the rows of the table have the path
// options[i]. Those of the tree are
//   - [fault.ErrMissing] if a group has no heads, a clause ID is missing, or a
//     term is for no head or does not have a figure that its kind needs,
//   - [fault.ErrSize] if the tree has more than 16 heads, 128 terms or 32 levels,
//   - [fault.ErrSyntax] if a head is not valid,
//   - [fault.ErrDuplicate] if a head or a clause ID appears twice, or a [Scaled],
//     [Reduction], [Round] or [Separate] term does,
//   - [fault.ErrUnknown] for an unknown kind of term, for a head outside the node of
//     the term that names it, for a limit that a Scaled term names and the tree does
//     not have, and for an unknown option,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max], a ratio is
//     outside 0 to 1, or a rounding is not to 1円 in a known mode,
//   - [fault.ErrOrder] if the least of a term is above its most,
//   - [fault.ErrMisplaced] if a node has a head and nodes, a figure has the wrong
//     unit or does not belong to the kind of term, a term needs an endorsement for
//     an option that it does not need for itself, a Round or Separate term is not
//     at the root or is for some of its heads, or Beside is set and the term is no
//     limit,
//   - [fault.ErrOpen] if a policy can leave the limit of a Scaled term, a limit
//     with Beside, or the Amount of a term with Below unstated,
//   - [fault.ErrConflict] if a Scaled term scales a head that it divides by, or two
//     limits share some of their heads and neither lies within the other,
//   - [fault.ErrOverflow] if the denominators of the ratios multiply beyond 63
//     bits.
func New(root Node, options option.Table) (Template, error) {
	b := builder{template: &template{layout: layout{scaled: -1, round: -1}}, options: options}
	if err := options.Check(); err != nil {
		b.faults = append(b.faults, fault.In("limits.New", "options", err))
	}
	b.node(root, "", 0, nil)
	if len(b.faults) == 0 {
		b.link()
	}
	if len(b.faults) == 0 && fractions(b.ops) == 0 {
		b.refuse("", "", "", fault.ErrOverflow)
	}
	if len(b.faults) > 0 {
		return Template{}, errors.Join(b.faults...)
	}
	sorted := slices.Sorted(slices.Values(b.heads))
	text := make([]string, len(sorted))
	for i, h := range sorted {
		text[i] = string(h)
		b.slot[slices.Index(b.heads, h)] = uint8(i)
	}
	b.names = unique.Make(strings.Join(text, " "))
	return Template{b.template}, nil
}

// A builder checks a tree and lists its terms.
type builder struct {
	*template
	options option.Table
	paths   []string // of the ops
	nodes   int
	faults  []error
}

func (b *builder) refuse(path, input, want string, why *fault.Reason) {
	b.faults = append(b.faults, &fault.Error{Op: "limits.New", Path: path, Input: input, Want: want, Reason: why})
}

// node adds a node, its heads first, and returns its heads.
func (b *builder) node(n Node, path string, depth int, needs []clause.ID) set {
	if b.nodes++; b.nodes > mostNodes || depth == mostDepth {
		if b.nodes <= mostNodes+1 {
			b.refuse(path, "", "", fault.ErrSize)
		}
		b.nodes = max(b.nodes, mostNodes+1) // no further
		return 0
	}
	if n.With != "" {
		needs = append(slices.Clone(needs), n.With)
	}
	var heads set
	if n.Head != "" {
		heads = b.head(n, path, needs)
	}
	for i, child := range n.Nodes {
		if b.nodes > mostNodes {
			return 0
		}
		heads |= b.node(child, join(path, "nodes", i), depth+1, needs)
	}
	if heads == 0 && len(b.faults) == 0 {
		b.refuse(path, "", "a head", fault.ErrMissing)
	}
	for i := range n.Terms {
		b.term(n.Terms[i], join(path, "terms", i), heads, depth == 0, needs)
	}
	return heads
}

func join(path, list string, i int) string {
	if path != "" {
		path += "."
	}
	return path + list + "[" + strconv.Itoa(i) + "]"
}

func (b *builder) head(n Node, path string, needs []clause.ID) set {
	at := path + ".head"
	if path == "" {
		at = "head"
	}
	fail := func(want string, why *fault.Reason) set {
		b.refuse(at, string(n.Head), want, why)
		return 0
	}
	switch {
	case !n.Head.valid():
		return fail("1 to 64 bytes of letters, digits and hyphens", fault.ErrSyntax)
	case b.position(n.Head) >= 0:
		return fail("", fault.ErrDuplicate)
	case len(n.Nodes) > 0:
		return fail("", fault.ErrMisplaced)
	case len(b.heads) == mostHeads:
		return fail("at most 16 heads", fault.ErrSize)
	}
	b.needs[len(b.heads)] = needs
	b.heads = append(b.heads, n.Head)
	return 1 << (len(b.heads) - 1)
}

// term adds a term of a node.
func (b *builder) term(t Term, path string, node set, root bool, needs []clause.ID) {
	t.Limits, t.Heads = slices.Clone(t.Limits), slices.Clone(t.Heads)
	fail := func(field, input, want string, why *fault.Reason) { b.refuse(path+"."+field, input, want, why) }
	k := kind(max(slices.Index(kinds(), t.Kind), 0))
	switch {
	case len(b.ops) == mostTerms:
		b.refuse(path, "", "at most 128 terms", fault.ErrSize)
		return
	case k == none:
		fail("kind", string(t.Kind), "", fault.ErrUnknown)
		return
	case t.Clause == "":
		fail("clause", "", "", fault.ErrMissing)
	case b.find(t.Clause) >= 0:
		fail("clause", string(t.Clause), "", fault.ErrDuplicate)
	}
	on := node
	if t.Heads != nil {
		if on = 0; len(t.Heads) == 0 {
			fail("heads", "", "a head of the node", fault.ErrMissing)
		}
	}
	for _, h := range t.Heads {
		i := b.position(h)
		if i < 0 || node&(1<<i) == 0 {
			fail("heads", string(h), "a head of the node", fault.ErrUnknown)
			continue
		}
		on |= 1 << i
	}
	o := op{kind: k, place: len(b.ops), beside: t.Beside, mode: t.To.Mode(), on: on, node: node, num: 1, den: 1, term: &t}
	if o.needs = needs; t.With != "" {
		o.needs = append(slices.Clone(needs), t.With)
	}
	b.once(&o, fail, root && on == node)
	b.figures(&o, fail)
	b.ops, b.paths = append(b.ops, o), append(b.paths, path)
}

// once checks the kinds of terms that may appear only once, or only at the root.
func (b *builder) once(o *op, fail func(field, input, want string, why *fault.Reason), root bool) {
	repeated := slices.ContainsFunc(b.ops, func(p op) bool { return p.kind == o.kind })
	switch o.kind {
	case scaled:
		b.scaled = o.place
	case round:
		b.round = o.place
	case separate:
		b.apart = true
	case reduction:
	default:
		repeated = false
	}
	if repeated {
		fail("kind", string(o.term.Kind), "", fault.ErrDuplicate)
	}
	if (o.kind == round || o.kind == separate) && !root {
		fail("kind", string(o.term.Kind), "only at the root, for all heads", fault.ErrMisplaced)
	}
	if o.beside && o.kind != perClaim && o.kind != aggregate {
		fail("beside", string(o.term.Kind), "only for a limit", fault.ErrMisplaced)
	}
	switch to := o.term.To; {
	case o.kind != round && to != yen.Rounding{}:
		fail("to", to.String(), "only for a rounding", fault.ErrMisplaced)
	case to.Check() != nil || to.Unit() != 1:
		fail("to", to.String(), "a rounding to 1円", fault.ErrRange)
	}
}

func (b *builder) find(id clause.ID) int {
	return slices.IndexFunc(b.ops, func(o op) bool { return o.term.Clause == id })
}
