// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	date   = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	clock  = regexp.MustCompile(`\d{2}:\d{2}`)
	figure = regexp.MustCompile(`^[-+¥]?[0-9][0-9,./%:億万兆円TZ+ -]*$`)
	number = regexp.MustCompile(`[0-9][0-9,]*`)
)

// deep is whether more moves are made than it takes to see that cases notice.
var deep = os.Getenv("BAISEKI_DEEP") != ""

// allMoves is whether every move is tried.
var allMoves = deep || os.Getenv("BAISEKI_MOVES") != ""

// tried returns the moves that are tried: each sixteenth, or all of them.
func tried[T any](all []T) (some []T) {
	if allMoves {
		return all
	}
	for i := 0; i < len(all); i += 16 {
		some = append(some, all[i])
	}
	return some
}

// movesOf returns the replacements of a literal: for each direction and each
// part that can move, the one wanted and those that stand in for it where it
// does not compile.
func movesOf(t *testing.T, where string, e *ast.BasicLit) [][]string {
	switch e.Kind {
	case token.INT:
		n, err := strconv.ParseInt(e.Value, 0, 64)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			return nil
		}
		return bothWays(func(by int64) string {
			if n+by < 0 {
				return "(" + strconv.FormatInt(n+by, 10) + ")"
			}
			return strconv.FormatInt(n+by, 10)
		})
	case token.FLOAT:
		t.Errorf("%s: %s: figures are whole numbers or exact ratios", where, e.Value)
	case token.STRING:
		s, err := strconv.Unquote(e.Value)
		if err != nil || !figure.MatchString(s) {
			return nil
		}
		var moves [][]string
		if span := date.FindStringIndex(s); span != nil {
			day, err := time.Parse(time.DateOnly, s[span[0]:span[1]])
			if err != nil {
				t.Errorf("%s: %v", where, err)
				return nil
			}
			moves = append(moves, bothWays(func(by int64) string {
				return strconv.Quote(s[:span[0]] + day.AddDate(0, 0, int(by)).Format(time.DateOnly) + s[span[1]:])
			})...)
		}
		if span := clock.FindStringIndex(s); span != nil {
			minute, err := time.Parse("15:04", s[span[0]:span[1]])
			if err != nil {
				t.Errorf("%s: %v", where, err)
				return nil
			}
			return append(moves, bothWays(func(by int64) string {
				return strconv.Quote(s[:span[0]] + minute.Add(time.Duration(by)*time.Minute).Format("15:04") + s[span[1]:])
			})...)
		}
		if moves != nil {
			return moves
		}
		// A ratio or an amount: each of its numbers.
		for _, span := range number.FindAllStringIndex(s, -1) {
			n, err := strconv.ParseInt(strings.ReplaceAll(s[span[0]:span[1]], ",", ""), 10, 64)
			if err != nil {
				t.Errorf("%s: %v", where, err)
				return nil
			}
			moves = append(moves, bothWays(func(by int64) string {
				return strconv.Quote(s[:span[0]] + strconv.FormatInt(n+by, 10) + s[span[1]:])
			})...)
		}
		return moves
	}
	return nil
}

// bothWays returns the move up by one and, with BAISEKI_DEEP set, the one down;
// after each, the other ones to try in its place.
func bothWays(move func(by int64) string) [][]string {
	moves := [][]string{{move(1), move(-1), move(2)}}
	if deep {
		moves = append(moves, []string{move(-1), move(1), move(2)})
	}
	return moves
}

// month returns the moves of a month that is written as time.July.
func month(e *ast.SelectorExpr) [][]string {
	if x, ok := e.X.(*ast.Ident); !ok || x.Name != "time" {
		return nil
	}
	for m := time.January; m <= time.December; m++ {
		if e.Sel.Name == m.String() {
			return bothWays(func(by int64) string { return "time." + time.Month((int64(m)+by+11)%12+1).String() })
		}
	}
	return nil
}
