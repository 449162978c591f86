// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/width"
)

// A Column is one that a program knows. The zero Column is none.
type Column struct {
	// Name is the name by which the program asks for the column. A fault of the library
	// with this path is one of the column.
	Name string

	JA, EN string   // the headers that stand for it, of which a program writes one
	Also   []string // other headers that stand for it

	Needed bool // a file without it is refused
	Amount bool // it has amounts of yen, in the unit of its header if that has one
}

// Header returns the header in the language.
func (c Column) Header(tag language.Tag) string {
	if tag == language.Japanese {
		return c.JA
	}
	return c.EN
}

// is reports whether a header stands for the column.
func (c Column) is(header string) bool {
	for _, name := range append([]string{c.Name, c.JA, c.EN}, c.Also...) {
		if name != "" && plain(name) == plain(header) {
			return true
		}
	}
	return false
}

// plain returns a header without spaces, hyphens, capitals, wide letters and a part in
// brackets at its end.
func plain(header string) string {
	s, _, _ := strings.Cut(width.Fold.String(header), "(")
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || strings.ContainsRune("-_・", c) {
			return -1
		}
		return unicode.ToLower(c)
	}, s)
}

// units returns the unit of the amounts in each column by the brackets in its header, or "": 売上高
// （千円）. It returns an [*Error] for a unit that it does not know.
func units(header []string, at map[string]int, columns []Column) ([]string, error) {
	all := make([]string, len(header))
	for _, c := range columns {
		i, ok := at[c.Name]
		if !ok || !c.Amount {
			continue
		}
		_, unit, _ := strings.Cut(strings.ToLower(width.Fold.String(header[i])), "(")
		unit = strings.TrimPrefix(strings.TrimSuffix(strings.TrimSpace(unit), ")"), "単位:")
		switch unit = strings.ReplaceAll(unit, " ", ""); unit {
		case "千円", "万円", "百万円", "億円":
			all[i] = unit
		case "thousandyen", "¥thousand", "¥000":
			all[i] = "千円"
		case "millionyen", "¥million":
			all[i] = "百万円"
		case "円", "yen", "jpy", "¥":
		default:
			if !strings.ContainsAny(unit, "円千万億¥$") && !strings.Contains(unit, "ドル") && !strings.Contains(unit, "thousand") &&
				!strings.Contains(unit, "million") && !strings.Contains(unit, "usd") {
				continue // a note, such as 税抜
			}
			return nil, &Error{
				Line: 1, Column: header[i], Ends: true,
				JA: "見出しの単位がわかりません。円、千円、万円、百万円または億円としてください。",
				EN: "The unit in the header is not known: yen, thousand yen or million yen.",
			}
		}
	}
	return all, nil
}

// isDigit reports whether a text ends with a digit, and so has no unit.
func isDigit(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(width.Fold.String(s))
	return '0' <= last && last <= '9'
}

// find returns the place of each known column by its name.
func find(header []string, columns []Column) (map[string]int, error) {
	at := map[string]int{}
	for i, h := range header {
		for _, c := range columns {
			if !c.is(h) {
				continue
			}
			if _, twice := at[c.Name]; twice {
				return nil, &Error{
					Line: 1, Column: h, Ends: true,
					JA: "同じ項目の列が2つあります。", EN: "Another column stands for the same.",
				}
			}
			at[c.Name] = i
		}
	}
	for _, c := range columns {
		if _, ok := at[c.Name]; c.Needed && !ok {
			return nil, &Error{Line: 1, JA: "「" + c.JA + "」の列がありません。", EN: "There is no column “" + c.EN + "”.", Ends: true}
		}
	}
	return at, nil
}
