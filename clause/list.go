// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

// A list is an immutable list. Lists that go on from the same one share its
// elements, so that adding one costs the same for any length. The zero list is
// empty.
type list[T any] struct {
	last *element[T]
	n    int
}

type element[T any] struct {
	value  T
	before *element[T]
}

// add returns the list with one more element.
func (l list[T]) add(v T) list[T] { return list[T]{&element[T]{v, l.last}, l.n + 1} }

// all returns the elements from first to last in a slice of the caller's own,
// which is not nil.
func (l list[T]) all() []T {
	all := make([]T, l.n)
	for i, e := l.n-1, l.last; e != nil; i, e = i-1, e.before {
		all[i] = e.value
	}
	return all
}
