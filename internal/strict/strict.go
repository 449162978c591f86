// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package strict reads what a host has stored: forms in JSON and the columns of a
// database. What encoding/json lets pass, such as a misspelt or a repeated
// member, is an error with the path of the member.
//
// A type with a stored form has one line,
//
//	func (t *Terms) UnmarshalJSON(b []byte) error { return strict.Unmarshal("coverage.Terms", b, t) }
//
// and writes nothing that is refused: a list has the option omitzero, so that a nil
// one is not written as null. A type that is no plain data, or whose form has a
// [Version], reads a private struct in the same way and makes its value of that.
package strict

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

const (
	longest = 1 << 23 // the bytes of a form
	deepest = 100     // its levels
)

// Unmarshal sets v to the JSON value b, on the whole: what b does not have is zero.
// On error v is unchanged. Types within V are read by their own methods if they
// have any, V itself is not. Unmarshal returns a [*fault.Error] of the operation
// op, with the path of the first fault:
//   - [fault.ErrSize] if b has more than 8 MiB, or V more than 100 levels,
//   - [fault.ErrSyntax] if b is not JSON in UTF-8, or a value has another form than
//     its type: null that the type does not write itself, 1e3, -0,
//   - [fault.ErrUnknown] for a member that the type does not have, in this case,
//   - [fault.ErrDuplicate] for a member that appears twice,
//   - the errors of the methods of the types within V.
func Unmarshal[V any](op string, b []byte, v *V) error {
	var read V
	var err error
	switch root := reflect.ValueOf(&read).Elem(); {
	case len(b) > longest:
		err = refuse(b, "", fault.ErrSize)
	case !utf8.Valid(b) || !json.Valid(b):
		err = refuse(b, place(b), fault.ErrSyntax)
	default:
		err = (&reader{b, 0, root.Type(), map[reflect.Type]map[string][]int{}}).value(root)
	}
	if err == nil {
		*v = read
	}
	return fault.In(op, "", err)
}

func refuse(input []byte, want string, why *fault.Reason) error {
	return &fault.Error{Input: text.Cut(input), Want: want, Reason: why}
}

// place returns where a text stops to be JSON in UTF-8, for people.
func place(b []byte) string {
	at := 0
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	if at == len(b) {
		var v json.RawMessage
		if wrong, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(b, &v)); ok {
			at = min(max(int(wrong.Offset)-1, 0), len(b))
		}
	}
	before := b[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return "line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column)
}

// A reader reads valid JSON.
type reader struct {
	rest   []byte
	level  int
	root   reflect.Type
	fields map[reflect.Type]map[string][]int // the index of each member
}

// value reads the next value: as a whole if it has no parts or its type has methods
// to read it. A tree is read part by part from its root.
func (r *reader) value(v reflect.Value) error {
	switch v.Addr().Interface().(type) {
	case json.Unmarshaler, encoding.TextUnmarshaler:
		if v.Type() != r.root {
			return r.leaf(v)
		}
	}
	switch t := v.Type(); v.Kind() {
	case reflect.Pointer:
		if r.next() == 'n' {
			r.take()
			return nil
		}
		v.Set(reflect.New(t.Elem()))
		return r.value(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(t, 0, 0))
		return r.each('[', "a list", func(i int) error {
			v.Set(reflect.Append(v, reflect.Zero(t.Elem())))
			if err := r.value(v.Index(i)); err != nil {
				return fault.In("", "["+strconv.Itoa(i)+"]", err)
			}
			return nil
		})
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		return r.object(func(name string) error {
			part := reflect.New(t.Elem()).Elem()
			err := r.value(part)
			v.SetMapIndex(reflect.ValueOf(name).Convert(t.Key()), part)
			return err
		})
	case reflect.Struct:
		index := r.index(t)
		return r.object(func(name string) error {
			if at := index[name]; at != nil {
				return r.value(v.FieldByIndex(at))
			}
			return refuse(nil, strings.Join(slices.Sorted(maps.Keys(index)), ", "), fault.ErrUnknown)
		})
	default:
		return r.leaf(v)
	}
}

// index returns the index of each field of a struct by the name of its member.
func (r *reader) index(t reflect.Type) map[string][]int {
	if r.fields[t] == nil {
		r.fields[t] = map[string][]int{}
		for _, f := range reflect.VisibleFields(t) {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.IsExported() && !f.Anonymous && tag != "-" {
				r.fields[t][cmp.Or(tag, f.Name)] = f.Index
			}
		}
	}
	return r.fields[t]
}

func (r *reader) object(member func(name string) error) error {
	seen := map[string]bool{}
	return r.each('{', "an object", func(int) error {
		name, _ := unquote(r.take())
		r.next()
		r.rest = r.rest[1:] // after the colon
		err := error(nil)
		if seen[name] {
			err = refuse(nil, "", fault.ErrDuplicate)
		} else if err = member(name); err == nil {
			seen[name] = true
			return nil
		}
		return fault.In("", text.Cut(name), err)
	})
}

// each goes through a list or an object.
func (r *reader) each(open byte, want string, part func(i int) error) error {
	if r.next() != open {
		return refuse(nil, want, fault.ErrSyntax)
	}
	if r.level++; r.level > deepest {
		return refuse(nil, "", fault.ErrSize)
	}
	r.rest = r.rest[1:]
	for i := 0; r.next() != open+2; i++ { // which closes it
		if i > 0 {
			r.rest = r.rest[1:] // after the comma
		}
		if err := part(i); err != nil {
			return err
		}
	}
	r.rest = r.rest[1:]
	r.level--
	return nil
}

// next returns the next byte that is no space.
func (r *reader) next() byte {
	r.rest = bytes.TrimLeft(r.rest, " \t\r\n")
	return r.rest[0]
}

// take returns the next value as it is written.
func (r *reader) take() []byte {
	r.next()
	b, i, level := r.rest, 0, 0
	for ; i < len(b) && (level > 0 || strings.IndexByte(",]}: \t\r\n", b[i]) < 0); i++ {
		switch b[i] {
		case '"':
			for i++; b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
		case '[', '{':
			level++
		case ']', '}':
			level--
		}
	}
	r.rest = b[i:]
	return b[:i]
}

// unquote returns the text of a JSON string, and whether it is one.
func unquote(b []byte) (s string, ok bool) {
	if b[0] == '"' && bytes.IndexByte(b, '\\') < 0 { // most of the time
		return string(b[1 : len(b)-1]), true
	}
	ok = b[0] == '"' && json.Unmarshal(b, &s) == nil
	return s, ok
}

// leaf reads the next value as a whole.
func (r *reader) leaf(v reflect.Value) error {
	b := r.take()
	number := b[0] == '-' || '0' <= b[0] && b[0] <= '9'
	if b[0] == 'n' && !writesNull(v) || number && (bytes.ContainsAny(b, "eE") || string(b) == "-0") {
		return refuse(b, "", fault.ErrSyntax)
	}
	u := v.Addr().Interface()
	if own, ok := u.(json.Unmarshaler); ok {
		return own.UnmarshalJSON(b)
	}
	s, quoted := unquote(b)
	own, text := u.(encoding.TextUnmarshaler)
	switch {
	case text && quoted:
		return own.UnmarshalText([]byte(s))
	case v.Kind() == reflect.String && quoted && !text:
		v.SetString(s)
		return nil
	case !text && json.Unmarshal(b, u) == nil:
		return nil
	}
	return refuse(b, "", fault.ErrSyntax)
}

// writesNull reports whether the zero value of the type writes itself as null.
func writesNull(v reflect.Value) bool {
	m, ok := v.Interface().(json.Marshaler)
	if !ok {
		return false
	}
	b, _ := m.MarshalJSON()
	return string(b) == "null"
}

// A Version is the member v of a stored form: 1, which is also that of a form
// without it. A later version is refused with [fault.ErrUnknown].
type Version struct{}

// MarshalJSON returns 1.
func (Version) MarshalJSON() ([]byte, error) { return []byte("1"), nil }

// UnmarshalJSON accepts 1.
func (*Version) UnmarshalJSON(b []byte) error {
	if string(b) == "1" {
		return nil
	}
	return refuse(b, "1", fault.ErrUnknown)
}

// NoForm returns the error of a type that has no stored form. The doc comment of its
// MarshalJSON says what to store instead.
func NoForm(op string) error {
	return &fault.Error{Op: op, Want: "a type with a stored form", Reason: fault.ErrMisplaced}
}
