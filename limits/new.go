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

// New returns the program of a tree whose figures can name options of the table.
// It returns a [*fault.Error] for each fault, with the path of the part, such as
// nodes[1].terms[0].amount. The faults of the rows of the table have the path
// options[i]. Those of the tree are
//   - [fault.ErrMissing] if a group has no heads, a clause ID is missing, or a
//     term is for no head or does not have a figure that its kind needs,
//   - [fault.ErrSize] if the tree has more than 32 heads, 128 terms or 32 levels, or a
//     term names more than 32 heads,
//   - [fault.ErrSyntax] if a head is not valid,
//   - [fault.ErrDuplicate] if a head appears twice, a clause ID does for the same head or
//     for a limit that a [Scaled] term names, or a Scaled, [Reduction], [Round] or
//     [Separate] term does,
//   - [fault.ErrUnknown] for an unknown kind of term or of [Wait], for a head outside the
//     node of the term that names it, for a limit that a Scaled term names and the tree does
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
//     with Beside, an [AggregateDeductible], a deductible before a [TogetherAtLeast] or
//     [TogetherAtMost] term that shares a head, a TogetherAtMost term after a TogetherAtLeast
//     term that does, or after a TogetherAtMost term for some other heads, or the Amount of a
//     term with Below unstated,
//   - [fault.ErrConflict] if a Scaled term scales a head that it divides by, or two
//     AggregateDeductible terms share a head,
//   - [fault.ErrOverflow] if the denominators of the ratios multiply beyond 63
//     bits.
func New(root Node, options option.Table) (Program, error) {
	b := builder{program: &program{}, options: options}
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
		return Program{}, errors.Join(b.faults...)
	}
	sorted := slices.Sorted(slices.Values(b.heads))
	text := make([]string, len(sorted))
	for i, h := range sorted {
		text[i] = string(h)
		b.slot[slices.Index(b.heads, h)] = uint8(i)
	}
	b.names = unique.Make(strings.Join(text, " "))
	return Program{program: b.program}, nil
}

// A builder checks a tree and lists its terms.
type builder struct {
	*program
	options option.Table
	paths   []string // of the ops
	nodes   int
	full    bool // the tree is too large
	faults  []error
}

func (b *builder) refuse(path, input, want string, why *fault.Reason) {
	b.faults = append(b.faults, &fault.Error{Op: "limits.New", Path: path, Input: input, Want: want, Reason: why})
}

// node adds a node, its heads first, and returns its heads.
func (b *builder) node(n Node, path string, depth int, needs []clause.ID) set {
	b.nodes++
	switch {
	case b.full:
		return 0
	case b.nodes > mostNodes || depth == mostDepth:
		b.refuse(path, "", "", fault.ErrSize)
		b.full = true
		return 0
	case n.With != "":
		needs = append(slices.Clone(needs), n.With)
	}
	var heads set
	if n.Head != "" {
		heads = b.head(n, join(path, "head"), needs)
	}
	for i, child := range n.Nodes {
		heads |= b.node(child, join(path, "nodes", i), depth+1, needs)
	}
	b.present |= heads
	if heads == 0 && len(b.faults) == 0 {
		b.refuse(path, "", "a head", fault.ErrMissing)
	}
	for i := range n.Terms {
		b.term(n.Terms[i], join(path, "terms", i), heads, depth == 0, needs)
	}
	return heads
}

// join returns the path of a field, or of an element of a list, of a part.
func join(path, field string, at ...int) string {
	if path != "" {
		field = path + "." + field
	}
	for _, i := range at {
		field += "[" + strconv.Itoa(i) + "]"
	}
	return field
}

func (b *builder) head(n Node, path string, needs []clause.ID) set {
	switch {
	case !n.Head.valid():
		b.refuse(path, string(n.Head), "1 to 64 bytes of letters, digits and hyphens", fault.ErrSyntax)
	case b.position(n.Head, 0) >= 0:
		b.refuse(path, string(n.Head), "", fault.ErrDuplicate)
	case len(n.Nodes) > 0:
		b.refuse(path, string(n.Head), "", fault.ErrMisplaced)
	case len(b.heads) == mostHeads:
		b.refuse(path, string(n.Head), "at most 32 heads", fault.ErrSize)
	default:
		b.heads, b.needs = append(b.heads, n.Head), append(b.needs, needs)
		return 1 << (len(b.heads) - 1)
	}
	return 0
}

// term adds a term of a node.
func (b *builder) term(t Term, path string, node set, root bool, needs []clause.ID) {
	t.Limits, t.Heads = slices.Clone(t.Limits), slices.Clone(t.Heads)
	fail := func(field, input, want string, why *fault.Reason) { b.refuse(join(path, field), input, want, why) }
	all := kinds()
	k := kindOf(t.Kind)
	switch {
	case len(b.ops) == mostTerms:
		b.refuse(path, "", "at most 128 terms", fault.ErrSize)
		return
	case k == unknown:
		fail("kind", t.Kind, "", fault.ErrUnknown)
		return
	case t.Clause == "":
		fail("clause", "", "", fault.ErrMissing)
	}
	on := node
	if t.Heads != nil {
		if on = 0; len(t.Heads) == 0 {
			fail("heads", "", "a head of the node", fault.ErrMissing)
		} else if len(t.Heads) > mostHeads {
			fail("heads", "", "at most 32 heads", fault.ErrSize)
		}
	}
	for _, h := range t.Heads {
		i := b.position(h, 0)
		if i < 0 || node&(1<<i) == 0 {
			fail("heads", string(h), "a head of the node", fault.ErrUnknown)
			continue
		}
		on |= 1 << i
	}
	for i := range b.ops {
		if o := &b.ops[i]; t.Clause != "" && o.term.Clause == t.Clause && o.on&on != 0 {
			fail("clause", string(t.Clause), "once for a head", fault.ErrDuplicate)
			break
		}
	}
	o := op{fixed: &fixed{term: &t, node: node}, kind: k, place: uint8(len(b.ops)), beside: t.Beside, on: on}
	o.num, o.den = 1, 1
	if o.needs = needs; t.With != "" {
		o.needs = append(slices.Clone(needs), t.With)
	}
	law := &all[k]
	switch {
	case law.once && b.place[k] > 0:
		fail("kind", t.Kind, "", fault.ErrDuplicate)
	case law.root && (!root || on != node):
		fail("kind", t.Kind, "only at the root, for all heads", fault.ErrMisplaced)
	case o.beside && !k.limit():
		fail("beside", t.Kind, "only for a limit", fault.ErrMisplaced)
	case k != round && t.To != yen.Rounding{}:
		fail("to", t.To.String(), "only for a rounding", fault.ErrMisplaced)
	case t.To.Check() != nil || t.To.Unit() != 1:
		fail("to", t.To.String(), "a rounding to 1円", fault.ErrRange)
	case k != waiting && t.Wait != "":
		fail("wait", string(t.Wait), "only for a waiting period", fault.ErrMisplaced)
	case k == waiting && t.Wait != FirstHours && t.Wait != WholeLoss:
		fail("wait", string(t.Wait), string(FirstHours)+" or "+string(WholeLoss), fault.ErrUnknown)
	case k != scaled && len(t.Limits) > 0:
		fail("limits", "", "the limits of a scaled term", fault.ErrMisplaced)
	case k == scaled && len(t.Limits) == 0:
		fail("limits", "", "the limits of a scaled term", fault.ErrMissing)
	}
	if k == waiting {
		b.hours |= on
	}
	b.figures(&o, law, fail)
	b.ops, b.on, b.paths = append(b.ops, o), append(b.on, on), append(b.paths, path)
	b.place[k] = uint8(len(b.ops))
}

// find returns the first term with a clause, or -1, and whether there is another one.
func (b *builder) find(id clause.ID) (first int, more bool) {
	first = -1
	for i := range b.ops {
		if b.ops[i].term.Clause == id {
			if first >= 0 {
				return first, true
			}
			first = i
		}
	}
	return first, false
}

// figures checks the figures of a term.
func (b *builder) figures(o *op, law *law, fail func(field, input, want string, why *fault.Reason)) {
	t, unit := o.term, o.kind.unit()
	for _, x := range []struct {
		field string
		v     option.Value
		unit  option.Unit
		needs bool
	}{
		{"amount", t.Amount, unit, law.amount},
		{"least", t.Least, option.InYen, law.least},
		{"ratio", t.Ratio, option.AsRatio, law.ratio},
		{"below", t.Below, unit, law.amount && !law.least && !t.Below.IsZero()},
	} {
		if !x.needs {
			if !x.v.IsZero() {
				fail(x.field, x.v.String(), "not for a term of the kind "+t.Kind, fault.ErrMisplaced)
			}
			continue
		}
		for _, e := range fault.All(b.options.Fits(x.v, option.Row{Unit: x.unit})) {
			fail(x.field, e.Input, e.Want, e.Reason)
		}
		for _, row := range b.rows(x.v) {
			if row.With != "" && !b.implies(o, row.With) {
				fail(x.field, string(row.ID), "only with "+string(row.With), fault.ErrMisplaced)
			}
		}
	}
	if b.open(t.Amount) && (t.Beside || !t.Below.IsZero() || o.kind == aggregateDeductible) || b.open(t.Below) {
		fail("amount", t.Amount.String(), "an option that is always known", fault.ErrOpen)
	}
	if least, ok := t.Least.Amount(); ok {
		if most, ok := t.Amount.Amount(); ok && least > most {
			fail("least", least.String(), "0円 - "+most.String(), fault.ErrOrder)
		}
	}
	if r, ok := t.Ratio.Ratio(); ok {
		o.num, o.den = uint64(r.Num()), uint64(r.Den())
	}
}

// rows returns the rows of the options that a value names.
func (b *builder) rows(v option.Value) []option.Row {
	var rows []option.Row
	for _, id := range v.Names() {
		if row, ok := b.options.Row(id); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

// open reports whether a policy can leave a value unstated.
func (b *builder) open(v option.Value) bool {
	return slices.ContainsFunc(b.rows(v), option.Row.CanBeOpen)
}

// implies reports whether a policy that has the term has the endorsement.
func (b *builder) implies(o *op, id clause.ID) bool {
	lacks := func(h int) bool { return !slices.Contains(b.needs[h], id) }
	return slices.Contains(o.needs, id) || !slices.ContainsFunc(slices.Collect(o.on.all()), lacks)
}

// link finds the limits that a scaled term names, and checks that a head has one
// aggregate deductible, and that deductibles are known where others count them: there
// more of one can be less of another, so that an end of its range is not the worst.
func (b *builder) link() {
	for i := range b.ops {
		o := &b.ops[i]
		if o.kind == scaled {
			b.scale(o)
		}
		for j := range i {
			if other := &b.ops[j]; o.on&other.on != 0 && !b.agree(o, other) {
				return
			}
		}
	}
}

// agree checks a term that shares a head with an earlier one, and refuses one of them.
func (b *builder) agree(o, earlier *op) bool {
	t := earlier.term
	counted := o.kind.together() && (earlier.kind.deducts() || earlier.kind.together())
	switch {
	case o.kind == aggregateDeductible && earlier.kind == o.kind:
		want := "other heads than " + string(t.Clause)
		b.refuse(b.paths[o.place], string(o.term.Clause), want, fault.ErrConflict)
	case counted && (b.open(t.Amount) || b.open(t.Least)):
		path := join(b.paths[earlier.place], "amount")
		b.refuse(path, t.Amount.String(), "an option that is always known", fault.ErrOpen)
	case o.kind == togetherAtMost && b.open(o.term.Amount) &&
		(earlier.kind == togetherAtLeast || earlier.kind == togetherAtMost && earlier.on != o.on):
		path := join(b.paths[o.place], "amount")
		b.refuse(path, o.term.Amount.String(), "an option that is always known", fault.ErrOpen)
	default:
		return true
	}
	return false
}

// scale links the scaled term with the limits that it names.
func (b *builder) scale(o *op) {
	for _, id := range o.term.Limits {
		i, more := b.find(id)
		path := b.paths[o.place] + ".limits"
		switch {
		case i < 0 || b.ops[i].kind == perUnit || !(view{}).limits(&b.ops[i]):
			b.refuse(path, string(id), "a limit that acts", fault.ErrUnknown)
			return
		case more:
			b.refuse(path, string(id), "the clause of one term", fault.ErrDuplicate)
			return
		case b.open(b.ops[i].term.Amount):
			b.refuse(path, string(id), "a limit that is always known", fault.ErrOpen)
		case len(o.limits) == 0 && b.ops[i].on&o.on != 0:
			b.refuse(path, string(id), "a limit of other heads", fault.ErrConflict)
		}
		o.limits = append(o.limits, i)
	}
	b.divide = b.ops[o.limits[0]].on
}
