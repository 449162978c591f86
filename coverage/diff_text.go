// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A writer writes values for people.
type writer struct {
	*differ
	row *option.Row // whose unit amounts have, or nil for yen
}

// text returns a value in the language. A row has the names and the values of its fields,
// without those that are absent and the texts in the other language.
func (w *writer) text(v reflect.Value, tag language.Tag) string {
	var b strings.Builder
	w.write(&b, v, tag, 0)
	return b.String()
}

func (w *writer) write(b *strings.Builder, v reflect.Value, tag language.Tag, level int) {
	s := w.shape(v.Type())
	if s.leaf {
		b.WriteString(w.leaf(v, tag))
		return
	}
	between, other := text.In(tag, "、", ", "), text.In(tag, "en", "ja")
	begin, end, inner := "", "", level > 0
	part := func(i int, name string, v reflect.Value) {
		if i > 0 {
			b.WriteString(between)
		} else if inner {
			b.WriteString(begin)
		}
		b.WriteString(name)
		if name != "" {
			b.WriteString(" ")
		}
		w.write(b, v, tag, level+1)
	}
	n := 0
	switch {
	case level > deepest:
		b.WriteString("...")
	case v.Kind() == reflect.Slice:
		begin, end = "[", "]"
		for ; n < v.Len(); n++ {
			part(n, "", v.Index(n))
		}
	case v.Kind() == reflect.Struct:
		begin, end = "{", "}"
		for _, f := range s.fields {
			if x := v.Field(f.index); f.name != other && !absent(x) {
				part(n, f.name, x)
				n++
			}
		}
	}
	if inner && n > 0 {
		b.WriteString(end)
	}
}

// absent reports whether a field is left out of a row.
func absent(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

func (w *writer) leaf(v reflect.Value, tag language.Tag) string {
	switch x := v.Interface().(type) {
	case yen.Amount:
		if w.row != nil {
			return w.row.Text(option.Yen(x), tag)
		}
		return x.Text(tag)
	case option.Value:
		if w.row != nil {
			return w.row.Text(x, tag)
		}
		return x.Text(tag)
	case texter:
		return x.Text(tag)
	case encoding.TextMarshaler:
		return written(v)
	case bool:
		if x {
			return text.In(tag, "はい", "yes")
		}
		return text.In(tag, "いいえ", "no")
	}
	if v.CanInt() {
		return strconv.FormatInt(v.Int(), 10)
	}
	return text.Line(v.String())
}
