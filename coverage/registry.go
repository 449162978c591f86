// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"iter"
	"slices"
)

// A registry finds values by name. It is an immutable value: with returns another
// registry that shares what has not changed, and takes a time that grows with the
// logarithm of the size. The zero registry is empty.
//
// It is made of runs in order of name. A run is longer than the next one, and goes
// before it: of two values with one name, that of the later run counts.
type registry[T any] struct{ runs [][]named[T] }

type named[T any] struct {
	name  string
	value *T
}

func byName[T any](a, b named[T]) int { return cmp.Compare(a.name, b.name) }

// get returns the value with the name, or nil.
func (x registry[T]) get(name string) *T {
	for _, run := range slices.Backward(x.runs) {
		if i, ok := slices.BinarySearchFunc(run, named[T]{name: name}, byName); ok {
			return run[i].value
		}
	}
	return nil
}

// with returns the registry with a value in place of that with the same name.
func (x registry[T]) with(name string, value *T) registry[T] {
	last := []named[T]{{name, value}}
	n := len(x.runs)
	for ; n > 0 && len(x.runs[n-1]) <= len(last); n-- {
		last = combine(x.runs[n-1], last)
	}
	return registry[T]{append(x.runs[:n:n], last)}
}

// combine returns two runs as one; of two values with one name, the newer one counts.
func combine[T any](old, newer []named[T]) []named[T] {
	all := make([]named[T], 0, len(old)+len(newer))
	for len(old) > 0 && len(newer) > 0 {
		switch c := byName(old[0], newer[0]); {
		case c < 0:
			all, old = append(all, old[0]), old[1:]
		case c == 0:
			old = old[1:]
		default:
			all, newer = append(all, newer[0]), newer[1:]
		}
	}
	return append(append(all, old...), newer...)
}

// all returns the values, each once, in no order that matters.
func (x registry[T]) all() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i, run := range x.runs {
			for _, v := range run {
				if newer := (registry[T]{x.runs[i+1:]}); newer.get(v.name) == nil && !yield(v.value) {
					return
				}
			}
		}
	}
}

// registryOf returns the registry of values, which it sorts. Of two with one name it
// has the first.
func registryOf[T any](all []named[T]) registry[T] {
	if len(all) == 0 {
		return registry[T]{}
	}
	slices.SortStableFunc(all, byName)
	return registry[T]{[][]named[T]{slices.CompactFunc(all, func(a, b named[T]) bool { return a.name == b.name })}}
}
