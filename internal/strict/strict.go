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
	"fmt"
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
//   - [fault.ErrSize] if b has more than 8 MiB or more than 100 levels,
//   - [fault.ErrSyntax] if b is not JSON in UTF-8, or a value has another form than
//     its type: null that the type does not write itself, 1e3, -0,
//   - [fault.ErrUnknown] for a member that the type does not have, in this case,
//   - [fault.ErrDuplicate] for a member that appears twice,
//   - the errors of the methods of the types within V.
func Unmarshal[V any](op string, b []byte, v *V) error {
	why := fault.ErrSyntax
	switch {
	case len(b) > longest || depth(b) > deepest:
		why = fault.ErrSize
	case utf8.Valid(b) && json.Valid(b):
		var read V
		r := reader{json.NewDecoder(bytes.NewReader(b)), map[reflect.Type]map[string][]int{}}
		if err := r.parts(reflect.ValueOf(&read).Elem()); err != nil {
			return fault.In(op, "", err)
		}
		*v = read
		return nil
	}
	return &fault.Error{Op: op, Input: text.Cut(b), Reason: why}
}

// depth returns the number of levels of JSON.
func depth(b []byte) int {
	level, most, quoted := 0, 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			level++
			most = max(most, level)
		case c == ']' || c == '}':
			level--
		}
	}
	return most
}

// A reader reads valid JSON.
type reader struct {
	*json.Decoder
	fields map[reflect.Type]map[string][]int // the index of each member
}

// value reads the next value, by the methods of its type if it has any.
func (r *reader) value(v reflect.Value) error {
	switch v.Addr().Interface().(type) {
	case json.Unmarshaler, encoding.TextUnmarshaler:
		return r.leaf(v)
	}
	return r.parts(v)
}

// parts reads the next value part by part.
func (r *reader) parts(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Struct:
		return r.object(v, r.field)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		return r.object(v, r.entry)
	case reflect.Slice:
		return r.list(v)
	default:
		return r.leaf(v)
	}
}

func (r *reader) open(with json.Delim, want string) error {
	switch t, _ := r.Token(); t {
	case with:
		return nil
	case nil:
		return refuse("null", want)
	default:
		return refuse(fmt.Sprint(t), want)
	}
}

func (r *reader) list(v reflect.Value) error {
	if err := r.open('[', "a list"); err != nil {
		return err
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	for i := 0; r.More(); i++ {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		if err := r.value(v.Index(i)); err != nil {
			return fault.In("", "["+strconv.Itoa(i)+"]", err)
		}
	}
	_, err := r.Token()
	return err
}

// object reads an object, each member by the function.
func (r *reader) object(v reflect.Value, member func(v reflect.Value, name string) error) error {
	if err := r.open('{', "an object"); err != nil {
		return err
	}
	read := map[string]bool{}
	for r.More() {
		t, _ := r.Token()
		name, _ := t.(string)
		err := error(&fault.Error{Reason: fault.ErrDuplicate})
		if !read[name] {
			err = member(v, name)
		}
		if err != nil {
			return fault.In("", text.Cut(name), err)
		}
		read[name] = true
	}
	_, err := r.Token()
	return err
}

// field reads the field of a struct that has the name.
func (r *reader) field(v reflect.Value, name string) error {
	all := r.fields[v.Type()]
	if all == nil {
		all = map[string][]int{}
		for _, f := range reflect.VisibleFields(v.Type()) {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.IsExported() && !f.Anonymous {
				all[cmp.Or(tag, f.Name)] = f.Index
			}
		}
		r.fields[v.Type()] = all
	}
	if at := all[name]; at != nil {
		return r.value(v.FieldByIndex(at))
	}
	return &fault.Error{Reason: fault.ErrUnknown}
}

// entry reads an entry of a map, whose keys are strings.
func (r *reader) entry(v reflect.Value, name string) error {
	entry := reflect.New(v.Type().Elem()).Elem()
	err := r.value(entry)
	v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), entry)
	return err
}

// leaf reads the next value as a whole.
func (r *reader) leaf(v reflect.Value) error {
	var b json.RawMessage
	if err := r.Decode(&b); err != nil {
		return err
	}
	null, number := string(b) == "null", b[0] == '-' || '0' <= b[0] && b[0] <= '9'
	if null && !writesNull(v) || number && (bytes.ContainsAny(b, "eE") || string(b) == "-0") {
		return refuse(string(b), "")
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
			part := reader{json.NewDecoder(bytes.NewReader(b)), r.fields}
			return part.value(v.Elem())
		}
		err = json.Unmarshal(b, u)
	}
	if err != nil {
		return refuse(string(b), "")
	}
	return nil
}

// writesNull reports whether the zero value of the type writes itself as null.
func writesNull(v reflect.Value) bool {
	m, ok := v.Interface().(json.Marshaler)
	if !ok {
		return v.Kind() == reflect.Pointer
	}
	b, _ := m.MarshalJSON()
	return string(b) == "null"
}

func refuse(input, want string) error {
	return &fault.Error{Input: text.Cut(input), Want: want, Reason: fault.ErrSyntax}
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
	return &fault.Error{Input: text.Cut(b), Want: "1", Reason: fault.ErrUnknown}
}

// NoForm returns the error of a type that has no stored form. The doc comment of its
// MarshalJSON says what to store instead.
func NoForm(op string) error {
	return &fault.Error{Op: op, Want: "a type with a stored form", Reason: fault.ErrMisplaced}
}

// Scan sets v to the text of a column. It returns a [*fault.Error] with
// [fault.ErrSyntax] if src is no text, or the error of v.
func Scan(op string, src any, v encoding.TextUnmarshaler) error {
	switch s := src.(type) {
	case string:
		return fault.In(op, "", v.UnmarshalText([]byte(s)))
	case []byte:
		return fault.In(op, "", v.UnmarshalText(s))
	}
	return Column(op, src, "a text")
}

// Column returns the error of a column that does not have what is wanted.
func Column(op string, src any, want string) error {
	input := "NULL"
	if src != nil {
		input = fmt.Sprintf("%T", src)
	}
	return &fault.Error{Op: op, Input: input, Want: want, Reason: fault.ErrSyntax}
}
