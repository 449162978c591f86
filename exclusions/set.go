// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"math/bits"
)

// A set holds indexes below 256.
type set [4]uint64

func (s *set) add(i uint16) { s[i/64&3] |= 1 << (i % 64) }

// put adds or removes an index.
func (s *set) put(i uint16, in bool) {
	s[i/64&3] &^= 1 << (i % 64)
	if in {
		s.add(i)
	}
}

func (s *set) bit(i uint16) byte { return byte(s[i/64&3] >> (i % 64) & 1) }

func (s *set) count() int {
	return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) + bits.OnesCount64(s[2]) + bits.OnesCount64(s[3])
}

// all returns the members in increasing order.
func (s *set) all() iter.Seq[uint16] {
	return func(yield func(uint16) bool) {
		for w, word := range s {
			for k := range ones(word) {
				if !yield(uint16(64*w + k)) {
					return
				}
			}
		}
	}
}

func (s *set) meets(t *set) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

func (s *set) join(t *set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// ones returns the indexes of the bits that are set, in increasing order.
func ones(word uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; word != 0; word &= word - 1 {
			if !yield(bits.TrailingZeros64(word)) {
				return
			}
		}
	}
}
