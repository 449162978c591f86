// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strings"

// A Scope is a part of the cover: a path with slashes, from the widest part to the
// narrowest, such as liability/damages. The zero Scope is the whole cover. A
// wording may use any paths.
type Scope string

// Head returns the scope of a head of loss within s, such as liability/custody.
func (s Scope) Head(name string) Scope {
	if s == "" {
		return Scope(name)
	}
	return s + "/" + Scope(name)
}

// contains reports whether t is s or a part of it.
func (s Scope) contains(t Scope) bool { return len(s) <= len(t) && s.Meets(t) }

// Meets reports whether one of the two scopes contains the other. For example, a
// rule for the whole cover or for costs concerns every head of costs, and a
// question about the whole cover concerns every rule.
func (s Scope) Meets(t Scope) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	return s == "" || s == t || len(s) < len(t) && t[len(s)] == '/' && strings.HasPrefix(string(t), string(s))
}
