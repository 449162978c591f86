// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"
)

// align returns the lines of two worksheets, paired by what they are about. A line that
// only the second has follows the line that it follows there.
func align(was, is *worksheet) (all []ComparedLine) {
	before, after := slices.Collect(was.sheet.Lines()), slices.Collect(is.sheet.Lines())
	place, left := map[topic]int{}, make([]bool, len(after))
	for j, about := range numbered(is.of) {
		place[about], left[j] = j, true
	}
	of := numbered(was.of)
	for _, about := range of {
		if j, ok := place[about]; ok {
			left[j] = false
		}
	}
	alone := func(j int) {
		for ; j < len(after) && left[j]; j++ {
			all = append(all, ComparedLine{Note: after[j].Note, Is: after[j].Change})
		}
	}
	next := 0
	for i, about := range of {
		l := ComparedLine{Note: before[i].Note, Was: before[i].Change}
		if j, ok := place[about]; ok {
			alone(next)
			next = j + 1
			l.JA, l.EN, l.Is = arrow(l.JA, after[j].JA), arrow(l.EN, after[j].EN), after[j].Change
		}
		all = append(all, l)
	}
	alone(next)
	return all
}

// numbered numbers those that are about the same.
func numbered(of []topic) []topic {
	count := map[topic]int{}
	all := slices.Clone(of)
	for i, s := range of {
		all[i].nth = count[s]
		count[s]++
	}
	return all
}

// arrow returns two texts as one: with each amount that differs as the amount before →
// the amount after, or with the whole texts so.
func arrow(was, is string) string {
	a, b := pieces(was), pieces(is)
	if len(a) != len(b) {
		return was + " → " + is
	}
	var text strings.Builder
	for i := range a {
		switch {
		case a[i] == b[i]:
			text.WriteString(a[i])
		case i%2 == 0: // no amount
			return was + " → " + is
		default:
			text.WriteString(a[i] + " → " + b[i])
		}
	}
	return text.String()
}

// pieces returns the parts of a text, in turn without and with digits: above the limit of,
// ¥100,000,000. An amount has the mark of the yen with it.
func pieces(s string) (all []string) {
	start, in := 0, false
	for i, r := range s {
		digit := '0' <= r && r <= '9' || r == '¥' || in && strings.ContainsRune(",./%円", r)
		if digit != in {
			all, start, in = append(all, s[start:i]), i, digit
		}
	}
	return append(all, s[start:])
}
