// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// TestCasesWritten reads amounts as people write them. An amount is read in full width too.
func TestCasesWritten(t *testing.T) {
	all := cases.Written(t, "written-amounts.txt")
	if len(all) < 200 {
		t.Errorf("only %d amounts", len(all))
	}
	for _, w := range all {
		t.Run(w.ID, func(t *testing.T) {
			t.Attr("case", w.ID)
			a, err := yen.Parse(w.Text)
			if got := cases.Outcome(t, cases.Yen(a), err); got != w.Want {
				t.Errorf("%q\n got %s\nwant %s", w.Text, got, w.Want)
			}
			full, fullErr := yen.Parse(widen(w.Text))
			if full != a || cases.Outcome(t, "", err) != cases.Outcome(t, "", fullErr) {
				t.Errorf("%q is %v %v", widen(w.Text), full, fullErr)
			}
		})
	}
}

// widen returns a text with full-width characters in place of half-width ones.
func widen(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '　'
		case r == '¥':
			return '￥'
		case '!' <= r && r <= '~':
			return r - '!' + '！'
		}
		return r
	}, s)
}

// written returns an amount as somebody may write it, and its exact value.
func (n numbers) written() (string, *big.Rat) {
	var b strings.Builder
	value := new(big.Rat)
	add := func(s string, size int64) {
		number, _ := new(big.Rat).SetString(strings.ReplaceAll(s, ",", ""))
		value.Add(value, number.Mul(number, new(big.Rat).SetInt64(size)))
	}
	pick := func(all ...string) string { return all[n.IntN(len(all))] }
	sign := pick("", "", "-", "▲", "△", "−", "¥", `\`, "¥-", "-¥", "▲¥")
	b.WriteString(sign)
	most := []int64{9, 900, 9_999, 2_000_000}[n.IntN(4)]
	for _, u := range []struct {
		name string
		size int64
	}{{"兆", 1e12}, {"億", 1e8}, {"万", 1e4}, {"", 1}} {
		if n.IntN(3) == 0 && (u.name != "" || b.Len() > len(sign)) {
			continue
		}
		switch end := n.IntN(4); {
		case end == 0 && u.name != "": // a point, and nothing after it
			s := strconv.FormatInt(1+n.Int64N(min(most, 9_999)), 10) + "." + strconv.FormatInt(1_000+n.Int64N(99_000), 10)
			add(s, u.size)
			b.WriteString(s + pick("", " ") + u.name)
			return b.String(), n.signed(value, sign)
		case end == 1: // 千, 百 and the rest
			thousands, hundreds, rest := 1+n.IntN(9), 1+n.IntN(9), 1+n.IntN(99)
			fmt.Fprintf(&b, "%d千%s%d百%d%s", thousands, pick("", "　"), hundreds, rest, u.name)
			add(strconv.Itoa(thousands*1_000+hundreds*100+rest), u.size)
		default:
			s := strconv.FormatInt(1+n.Int64N(most), 10)
			if n.IntN(2) == 0 {
				s = cases.Yen(yen.Amount(number(s)))
			}
			add(s, u.size)
			b.WriteString(s + pick("", " ") + u.name + pick("", " "))
		}
		most = 9_999
	}
	if !strings.ContainsAny(sign, `¥\`) {
		b.WriteString(pick("", "円"))
	}
	return b.String(), n.signed(value, sign)
}

func number(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}

func (numbers) signed(value *big.Rat, sign string) *big.Rat {
	if strings.ContainsAny(sign, "-▲△−") {
		value.Neg(value)
	}
	return value
}

// TestWrittenOracle reads amounts that are made from their parts, in whole numbers of
// any size.
func TestWrittenOracle(t *testing.T) {
	n := newNumbers()
	read := map[string]int{}
	for range rounds(t) {
		s, value := n.written()
		if n.IntN(4) == 0 {
			s = widen(s)
		}
		want := value.Num().String()
		switch bound := new(big.Rat).SetInt64(int64(yen.Max)); {
		case !value.IsInt():
			want = "refused fraction"
		case new(big.Rat).Abs(value).Cmp(bound) > 0:
			want = "refused range"
		}
		a, err := yen.Parse(s)
		if got := cases.Outcome(t, strconv.FormatInt(int64(a), 10), err); got != want {
			t.Fatalf("%q: got %s %v, want %s", s, got, err, want)
		}
		read[strings.TrimLeft(want, "-0123456789")]++
	}
	if read[""] < rounds(t)/2 || read["refused range"] == 0 || read["refused fraction"] == 0 {
		t.Errorf("one-sided: %v", read)
	}
}

// A text of ten million bytes is refused for its length.
func TestLongInput(t *testing.T) {
	nines, spaces, quoted := cases.Long("9"), cases.Long("1 "), cases.Long(`"9`)
	wide := strings.Repeat("９", 3_000_000)
	bytes := []byte(quoted)
	for name, read := range map[string]func() error{
		"Parse":                    func() error { _, err := yen.Parse(nines); return err },
		"Parse spaces":             func() error { _, err := yen.Parse(spaces); return err },
		"Parse full width":         func() error { _, err := yen.Parse(wide); return err },
		"ParseRatio":               func() error { _, err := yen.ParseRatio(nines); return err },
		"Amount.UnmarshalJSON":     func() error { return new(yen.Amount).UnmarshalJSON(bytes) },
		"Figure.UnmarshalJSON":     func() error { return new(yen.Figure).UnmarshalJSON(bytes) },
		"Ratio.UnmarshalText":      func() error { return new(yen.Ratio).UnmarshalText(bytes) },
		"Rounding.UnmarshalText":   func() error { return new(yen.Rounding).UnmarshalText(bytes) },
		"Rounding.UnmarshalText 2": func() error { return new(yen.Rounding).UnmarshalText([]byte("up to " + nines[:100])) },
	} {
		cases.Refused(t, name, read)
	}
}
