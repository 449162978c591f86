// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// rows compares two lists.
func (d *differ) rows(at spot, was, is reflect.Value) {
	m := d.match(was, is)
	in := func(label string) spot {
		at := at
		at.path += "[" + label + "]"
		return at
	}
	var pairs [][2]int
	for i, j := range m.to {
		if j < 0 {
			d.oneSided(in(m.label(i, j)), was.Index(i), reflect.Value{}, true)
			continue
		}
		pairs = append(pairs, [2]int{i, j})
		d.fields(in(m.label(i, j)), was.Index(i), is.Index(j))
	}
	for j, i := range m.from {
		if i < 0 {
			d.oneSided(in(m.label(i, j)), reflect.Value{}, is.Index(j), false)
		}
	}
	after := slices.SortedFunc(slices.Values(pairs), func(a, b [2]int) int { return a[1] - b[1] })
	for len(pairs) > 0 && pairs[0] == after[0] {
		pairs, after = pairs[1:], after[1:]
	}
	for len(pairs) > 0 && pairs[len(pairs)-1] == after[len(after)-1] {
		pairs, after = pairs[:len(pairs)-1], after[:len(after)-1]
	}
	if len(pairs) > 0 {
		d.all = append(d.all, Change{at.path, Moved, m.order(at.side[0], pairs), m.order(at.side[1], after)})
	}
}

// A matching says which rows of two lists are the same.
type matching struct {
	to, from []int // the row of the other list, or -1
	keys     [2][]string
	unique   map[string]bool // the IDs that name at most one row of each list
}

// label returns the name of a row: its ID or its place.
func (m *matching) label(i, j int) string {
	key := ""
	if i >= 0 {
		key = m.keys[0][i]
	} else {
		key = m.keys[1][j]
	}
	switch {
	case m.unique[key]:
		return key
	case i < 0:
		return strconv.Itoa(j)
	case j < 0 || i == j:
		return strconv.Itoa(i)
	}
	return strconv.Itoa(i) + "→" + strconv.Itoa(j)
}

// order returns the names of rows in their order.
func (m *matching) order(of side, pairs [][2]int) clause.Note {
	names := make([]string, len(pairs))
	for k, p := range pairs {
		names[k] = text.Line(m.label(p[0], p[1]))
	}
	return clause.Note{Clause: of.clause, JA: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}

// match finds the rows of two lists that are the same: by their IDs, then those that are
// equal, then those between two of these, in their order.
func (d *differ) match(was, is reflect.Value) *matching {
	m := &matching{unique: map[string]bool{}}
	both := [2]reflect.Value{was, is}
	seen := [2]map[string]int{{}, {}}
	for k, list := range both {
		for i := range list.Len() {
			key := d.key(list.Index(i))
			m.keys[k] = append(m.keys[k], key)
			seen[k][key]++
		}
	}
	for k := range both {
		for _, key := range m.keys[k] {
			m.unique[key] = key != "" && seen[0][key] < 2 && seen[1][key] < 2
		}
	}
	m.to, m.from = slices.Repeat([]int{-1}, was.Len()), slices.Repeat([]int{-1}, is.Len())
	m.pair(func(k, i int) (string, bool) { key := m.keys[k][i]; return key, m.unique[key] })
	m.pair(func(k, i int) (string, bool) { return d.exact(both[k].Index(i)), !m.unique[m.keys[k][i]] })
	gaps := m.gaps()
	m.pair(func(k, i int) (string, bool) {
		key := m.keys[k][i]
		return strconv.Itoa(gaps[k][i]) + " " + key, !m.unique[key]
	})
	return m
}

// pair matches the rows that have no match yet and the same name, the first with the
// first. Rows that have no name are left out.
func (m *matching) pair(name func(list, i int) (string, bool)) {
	free := map[string][]int{}
	for j, i := range m.from {
		if i >= 0 {
			continue
		}
		if s, ok := name(1, j); ok {
			free[s] = append(free[s], j)
		}
	}
	if len(free) == 0 {
		return
	}
	for i, j := range m.to {
		if j >= 0 {
			continue
		}
		if s, ok := name(0, i); ok && len(free[s]) > 0 {
			j = free[s][0]
			m.to[i], m.from[j], free[s] = j, i, free[s][1:]
		}
	}
}

// gaps returns for each row of both lists how many rows before it are matched. If these
// are in another order, all rows are in one gap.
func (m *matching) gaps() (all [2][]int) {
	all = [2][]int{make([]int, len(m.to)), make([]int, len(m.from))}
	last := -1
	for _, j := range m.to {
		if j >= 0 && j < last {
			return all
		}
		last = max(last, j)
	}
	for k, list := range [...][]int{m.to, m.from} {
		n := 0
		for i, other := range list {
			if all[k][i] = n; other >= 0 {
				n++
			}
		}
	}
	return all
}
