// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strings"

// A Scope is the part of the cover in which a rule stands, or about which it
// is asked: a path with slashes, from the widest part to the narrowest. The
// zero Scope is the whole cover. [Liability], [Costs] and the heads below them
// are the parts that the trade knows; the engine knows none.
type Scope string

const (
	Liability Scope = "liability" // the liability part (賠償責任部分)
	Costs     Scope = "costs"     // the part for one's own costs (費用部分)
)

// Head returns the scope of one head of payment within s: liability/custody.
func (s Scope) Head(name string) Scope {
	if s == "" {
		return Scope(name)
	}
	return s + "/" + Scope(name)
}

// Meets reports whether one of the two scopes contains the other: a rule for
// the whole cover or for costs is asked for a head of the costs, and where the
// whole cover is asked about, every rule is.
func (s Scope) Meets(t Scope) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	return s == "" || s == t || len(s) < len(t) && t[len(s)] == '/' && strings.HasPrefix(string(t), string(s))
}
