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
	"reflect"
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
	err := refuse(b, "", fault.ErrSyntax)
	if len(b) > longest {
		err = refuse(b, "", fault.ErrSize)
	} else if utf8.Valid(b) && json.Valid(b) {
		root := reflect.ValueOf(&read).Elem()
		r := reader{json.NewDecoder(bytes.NewReader(b)), root.Type(), 0, map[reflect.Type]map[string][]int{}}
		err = r.value(root)
	}
	if err == nil {
		*v = read
	}
	return fault.In(op, "", err)
}

func refuse(input []byte, want string, why *fault.Reason) error {
	return &fault.Error{Input: text.Cut(input), Want: want, Reason: why}
}

// A reader reads valid JSON.
type reader struct {
	*json.Decoder
	root   reflect.Type
	level  int
	fields map[reflect.Type]map[string][]int // the index of each member
}

// value reads the next value: part by part, or as a whole if it has no parts or its
// type has methods to read it. A tree is read part by part from its root.
func (r *reader) value(v reflect.Value) error {
	switch v.Addr().Interface().(type) {
	case json.Unmarshaler, encoding.TextUnmarshaler:
		if v.Type() != r.root {
			return r.leaf(v)
		}
	}
	open, want := json.Delim('{'), "an object"
	switch v.Kind() {
	case reflect.Slice:
		open, want = '[', "a list"
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
	case reflect.Struct:
	default:
		return r.leaf(v)
	}
	if t, _ := r.Token(); t != open {
		return refuse(nil, want, fault.ErrSyntax)
	}
	if r.level++; r.level > deepest {
		return refuse(nil, "", fault.ErrSize)
	}
	seen := map[string]bool{}
	for i := 0; r.More(); i++ {
		name := "[" + strconv.Itoa(i) + "]"
		if open == '{' {
			t, _ := r.Token()
			name, _ = t.(string)
		}
		part := r.part(v, name)
		err := refuse(nil, "", fault.ErrUnknown)
		if seen[name] {
			err = refuse(nil, "", fault.ErrDuplicate)
		} else if part.IsValid() {
			err = r.value(part)
		}
		if err != nil {
			return fault.In("", text.Cut(name), err)
		}
		seen[name] = true
		if v.Kind() == reflect.Map {
			v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), part)
		}
	}
	r.level--
	_, err := r.Token()
	return err
}

// part returns where to read a part of a value, or none if there is no such part.
func (r *reader) part(v reflect.Value, name string) reflect.Value {
	t := v.Type()
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.Zero(t.Elem())))
		return v.Index(v.Len() - 1)
	case reflect.Map:
		return reflect.New(t.Elem()).Elem()
	default:
	}
	if r.fields[t] == nil {
		r.fields[t] = map[string][]int{}
		for _, f := range reflect.VisibleFields(t) {
			if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && !f.Anonymous {
				r.fields[t][cmp.Or(tag, f.Name)] = f.Index
			}
		}
	}
	if at := r.fields[t][name]; at != nil {
		return v.FieldByIndex(at)
	}
	return reflect.Value{}
}

// leaf reads the next value as a whole.
func (r *reader) leaf(v reflect.Value) error {
	var b json.RawMessage
	if err := r.Decode(&b); err != nil {
		return err
	}
	null, number := string(b) == "null", b[0] == '-' || '0' <= b[0] && b[0] <= '9'
	if null && !writesNull(v) || number && (bytes.ContainsAny(b, "eE") || string(b) == "-0") {
		return refuse(b, "", fault.ErrSyntax)
	}
	var err error
	switch u := v.Addr().Interface().(type) {
	case json.Unmarshaler:
		return u.UnmarshalJSON(b)
	case encoding.TextUnmarshaler:
		var s string
		if err = json.Unmarshal(b, &s); err == nil {
			return u.UnmarshalText([]byte(s))
		}
	default:
		if v.Kind() == reflect.Pointer && !null {
			v.Set(reflect.New(v.Type().Elem()))
			part := reader{json.NewDecoder(bytes.NewReader(b)), r.root, r.level, r.fields}
			return part.value(v.Elem())
		}
		err = json.Unmarshal(b, u)
	}
	if err != nil {
		return refuse(b, "", fault.ErrSyntax)
	}
	return nil
}

// writesNull reports whether the zero value of the type writes itself as null.
func writesNull(v reflect.Value) bool {
	b, _ := json.Marshal(v.Interface())
	return string(b) == "null" && v.Kind() != reflect.Slice && v.Kind() != reflect.Map
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
